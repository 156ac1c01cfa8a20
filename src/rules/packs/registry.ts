// Ids across all packs: each is declared once, and carries the id of its pack.
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report } from './bench.ts';
import type { Site } from './site.ts';

/** Adds under its id; a second one of the same id is reported and left out. */
export const register = <T>(site: Site, table: Map<string, T>, id: NotedScalar, value: T, what: string): void => {
  if (!id.text.startsWith(`${site.pack.id}/`)) {
    report(site.bench, id.place, 'id-without-pack', `${what}的 id 要以政策包的 id 开头`, {
      found: id.text,
      expected: `${site.pack.id}/…`,
    });
  }
  if (table.has(id.text)) report(site.bench, id.place, 'duplicate-id', `${what}的 id 重复`, { found: id.text });
  else table.set(id.text, value);
};
