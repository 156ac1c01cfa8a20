// Every text of the web stands in src/web/words in both languages: no page or part has Chinese of its own in its code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '../src/web');
const han = /\p{Script=Han}/u;

/** Values of the fact dictionary that a file says in every language. */
const data: ReadonlySet<string> = new Set(['是', '否', '无']);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));

/** The code without its comments, which may quote what they speak of. */
const codeOf = (file: string): string => {
  const text = readFileSync(join(web, file), 'utf8');
  const { comments } = parseSync(file, text);
  return [...comments]
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
};

const textsIn = (file: string): readonly string[] =>
  codeOf(file)
    .split('\n')
    .filter((line) => han.test(line))
    .filter((line) => [...line.matchAll(/\p{Script=Han}+/gu)].some(([word]) => !data.has(word)));

describe('the texts of the web', () => {
  const files = [...filesIn('pages'), ...filesIn('parts')];

  it('stand in the catalogue, not in pages and parts', () => {
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((file) => textsIn(file).map((line) => `${file}: ${line.trim()}`));
    expect(found).toEqual([]);
  });

  it('have no Chinese left in their English, but for units and names that are said in Chinese', async () => {
    const catalogues = readdirSync(join(web, 'words')).filter(
      (name) => /^[a-z-]+\.ts$/.test(name) && name !== 'use-words.ts',
    );
    const chinese = (value: unknown, path: string): readonly string[] => {
      if (typeof value === 'string') return han.test(value) ? [path] : [];
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).flatMap(([key, each]) => chinese(each, `${path}.${key}`));
      return [];
    };
    const found = await Promise.all(
      catalogues.map(async (name) => {
        const module: unknown = await import(join(web, 'words', name));
        return Object.entries(module as Record<string, unknown>).flatMap(([catalogue, words]) =>
          typeof words === 'object' && words !== null && 'en' in words ? chinese(words.en, catalogue) : [],
        );
      }),
    );
    expect(found.flat().toSorted()).toEqual([
      'shellWords.otherLanguage',
      'tryWords.howTo', // units as a file writes them
    ]);
  });
});
