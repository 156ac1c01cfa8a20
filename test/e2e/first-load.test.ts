// What the first page makes a phone fetch: the scripts that the built page names and everything they import at once.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

const assets = join(inject('webRoot'), 'assets');
const page = readFileSync(join(inject('webRoot'), 'index.html'), 'utf8');

const textOf = (name: string): string => readFileSync(join(assets, name), 'utf8');

/** Modules that a module imports before it runs; what it imports when asked is another matter. */
const importedBy = (name: string): readonly string[] =>
  [...textOf(name).matchAll(/(?:^|[;}\n])\s*import\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+)["']/g)].map(
    ([, found]) => found ?? '',
  );

const closure = (names: readonly string[]): ReadonlySet<string> => {
  const all = new Set<string>();
  const visit = (name: string): void => {
    if (all.has(name)) return;
    all.add(name);
    importedBy(name).forEach(visit);
  };
  names.forEach(visit);
  return all;
};

describe('the first load', () => {
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name ?? '');
  const first = closure(named);

  it('is at most 300 kB of script as brotli', () => {
    expect(named.length).toBeGreaterThan(0);
    const bytes = [...first].reduce(
      (sum, name) => sum + brotliCompressSync(readFileSync(join(assets, name))).length,
      0,
    );
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThan(300 * 1024);
  });

  it('leaves pages and the reader of workbooks for when they are needed', () => {
    const later = readdirSync(assets).filter((name) => name.endsWith('.js') && !first.has(name));
    for (const part of ['FirmPage', 'ItemsPage', 'ItemPage', 'LadderPage', 'ChangesPage', 'TryPage', 'workbook'])
      expect(later.some((name) => basename(name).startsWith(part))).toBe(true);
  });
});
