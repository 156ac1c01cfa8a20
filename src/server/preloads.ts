// What a page will need as soon as its script runs: its own module and its data. Named in the page's head, they are fetched
// beside the first script instead of after it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { paths, patternOf } from '#contract/paths.ts';
import type { Sample } from './samples.ts';

/** The source of each page that is a module of its own. */
const modules = [
  ['/firms/{id}', 'src/web/pages/firm/FirmPage.tsx'],
  ['/try', 'src/web/pages/try/TryPage.tsx'],
  ['/items', 'src/web/pages/items/ItemsPage.tsx'],
  ['/items/{pack}/{name}', 'src/web/pages/item/ItemPage.tsx'],
  ['/ladder', 'src/web/pages/ladder/LadderPage.tsx'],
] as const;

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);
type Manifest = z.infer<typeof manifestShape>;

const readManifest = (root: string): Manifest => {
  const file = join(root, '.vite/manifest.json');
  return existsSync(file) ? manifestShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
};

/** A module and all that it imports before it runs. */
const closure = (manifest: Manifest, source: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(source)) return seen;
  seen.add(source);
  for (const each of manifest[source]?.imports ?? []) closure(manifest, each, seen);
  return seen;
};

const linksOfModule = (manifest: Manifest, source: string): readonly string[] => {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
  const already = entry === undefined ? new Set() : closure(manifest, entry);
  return [...closure(manifest, source)]
    .filter((each) => !already.has(each))
    .flatMap((each) => {
      const built = manifest[each];
      if (built === undefined) return [];
      const styles = (built.css ?? []).map((css) => `<link rel="stylesheet" crossorigin href="/${css}" />`);
      return [`<link rel="modulepreload" href="/${built.file}" />`, ...styles];
    });
};

/** `low`: needed a little later than what the first picture is made of. */
const fetched = (address: string, priority: 'auto' | 'low' = 'auto'): string =>
  `<link rel="preload" as="fetch" crossorigin fetchpriority="${priority}" href="${address}" />`;

/** The data of a sample's page, at the very addresses that the page will ask. */
const linksOfFirm = (sample: Sample, on: string | null): readonly string[] => [
  fetched(`${paths.assessSample.path.replace('{id}', sample.id)}?on=${on ?? sample.on}`),
  fetched(paths.getSample.path.replace('{id}', sample.id)),
  fetched(paths.listFacts.path, 'low'),
  fetched(paths.getRulebook.path, 'low'),
];

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** @returns for an address of the app, the link elements that its head is to carry */
export const preloadsIn = (root: string, samples: readonly Sample[]): ((url: URL) => string) => {
  const manifest = readManifest(root);
  const known = modules.map(([path, source]) => ({ pattern: patternOf(path), links: linksOfModule(manifest, source) }));
  return ({ pathname, searchParams }) => {
    const page = known.find(({ pattern }) => pattern.test(pathname));
    const sample = samples.find(({ id }) => pathname === `/firms/${id}`);
    const on = searchParams.get('on');
    const data = sample === undefined ? [] : linksOfFirm(sample, isDay(on) ? on : null);
    return [...(page?.links ?? []), ...data].join('\n    ');
  };
};
