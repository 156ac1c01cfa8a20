// The packs in English: every name has one, and whatever the engine says of the example firms can be read without Chinese.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '#cli/packs-folder.ts';
import { assess } from '#rules/assess/assess.ts';
import { readFirmFor } from '#rules/assess/read-firm.ts';
import { inEnglish } from '#rules/english/in-english.ts';
import { englishSpeaker } from '#rules/english/speaker.ts';
import { dateOf } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { gatesOnDay } from '#server/on-a-day.ts';
import { englishNames } from '#server/english.ts';
import { itemView } from '#server/item-views.ts';

const root = join(import.meta.dirname, '../..');
const book = loadRulebook(join(root, 'packs'));
const say = englishSpeaker(book);
const shown = { today: dateOf(2024, 6, 1), english: englishNames(book) };
const han = /\p{Script=Han}/u;

const firms = (): readonly Enterprise[] =>
  readdirSync(join(root, 'examples'))
    .filter((name) => name.endsWith('.yaml') && name !== 'samples.yaml')
    .map((name) => {
      const tree = readYaml(readFileSync(join(root, 'examples', name), 'utf8'), name);
      const read = tree.ok && tree.value !== null ? readFirmFor(tree.value, { book, on: null }) : null;
      if (read?.ok !== true) throw new Error(`examples/${name} cannot be read`);
      return read.value;
    });

/** Members that are ids, restate a source, or are said elsewhere in English. */
const notSaid = new Set(
  (
    'clause clauses rulings enterprise packs overlays missing fact at name says theme ' +
    // Authors' notes on the sources are shown in the language of the sources.
    'unsettled entry take couldAdd subject materials procedure stacking helps'
  ).split(' '),
);

/** Texts with Han characters, with the member that holds them. */
const chineseIn = (value: unknown, key = ''): readonly string[] => {
  if (typeof value === 'string') return han.test(value) && !notSaid.has(key) ? [`${key}: ${value}`] : [];
  if (typeof value !== 'object' || value === null || notSaid.has(key)) return [];
  if (Array.isArray(value)) return value.flatMap((part) => chineseIn(part, key));
  return Object.entries(value).flatMap(([name, part]) => chineseIn(part, name));
};

/** Titles of documents are names in the language of the source. */
const withoutTitles = (text: string): string =>
  [...book.documents.values()].reduce((rest, { title }) => rest.replaceAll(title, ''), text);

const leftIn = (value: unknown): readonly string[] => [
  ...new Set(chineseIn(inEnglish(value, say)).filter((text) => han.test(withoutTitles(text)))),
];

describe('in English', () => {
  it.each(['2022-10-10', '2024-06-01', '2026-06-01'])('every sentence of the assessments of %s can be read', (text) => {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
    const left = firms().flatMap((firm) => leftIn(assess(book, firm, dateOf(year, month, day))));
    expect([...new Set(left)]).toEqual([]);
  });

  it('every gate, every condition and every benefit of the items can be read', () => {
    expect(leftIn(gatesOnDay(book, dateOf(2024, 6, 1)))).toEqual([]);
    expect([...book.items.values()].flatMap((item) => leftIn(itemView(book, item, shown)))).toEqual([]);
  });

  it('nothing is called by a name that no pack uses', () => {
    const used = ['national', 'jiangsu', 'nantong']
      .flatMap((pack) =>
        readdirSync(join(root, 'packs', pack), { recursive: true, encoding: 'utf8' }).map((name) => join(pack, name)),
      )
      .filter((name) => name.endsWith('.yaml') && !name.endsWith('english.yaml') && !name.includes('cases'))
      .map((name) => readFileSync(join(root, 'packs', name), 'utf8'))
      .join('\n');
    expect([...book.english.keys()].filter((name) => !used.includes(name.split('.').at(-1) ?? name))).toEqual([]);
  });
});
