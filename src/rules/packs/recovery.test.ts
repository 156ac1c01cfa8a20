// Many mistakes at once: every one is told, and none that mending another would take away.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePacks } from './compile.ts';
import { problemsOf } from '#test/packs-toy/problems-of.ts';
import { toyFiles, toyWith, type Edit, type ToyFile } from '#test/packs-toy/read-toy.ts';
import { chancesOf, slipped, type Chance } from '#test/packs-toy/slips.ts';

/** A mistake of meaning in every file, each with the one problem that it makes. */
const mistakes: readonly (readonly [...Edit, problem: string])[] = [
  ['guild/calendars/cn.yaml', 'off: [2024-01-01', 'off: [2023-12-31', '6:11 date-outside-year'],
  ['guild/derivations/size.yaml', '      - { value: 小坊 }\n', '', '7:9 not-total'],
  [
    'guild/documents.yaml',
    'from: 2020-01-01, evidence',
    'from: 2020-01-01, to: 2019-01-01, evidence',
    '1:100 from-after-to',
  ],
  ['guild/facts/workshop.yaml', 'min: 0, max: 500', 'min: 600, max: 500', '12:65 min-above-max'],
  ['guild/ladder/gates.yaml', 'seen: 2025-06-30', 'seen: 2023-06-30', '32:49 seen-before-from'],
  ['guild/parameters/dues.yaml', 'from: 2024-01-01', 'from: unknown', '4:81 dates-not-ascending'],
  ['guild/scores/score.yaml', 'total: 85', 'total: 100', '6:12 total-differs'],
  ['guild/trees/map.yaml', '西州: {}', '西州: { 枫城: {} }', '8:9 duplicate-node'],
  ['willow/items/more.yaml', '[1%, 2%]', '[3%, 2%]', '44:54 min-above-max'],
  ['willow/items/tools.yaml', 'to: 2023-06-30', 'to: 2023-07-15', '25:11 overlapping-versions'],
  ['willow/sets.yaml', 'clause: area', 'clause: aria', '4:66 unknown-clause'],
  ['willow/stacking.yaml', 'evidence: assumption, enabled', 'evidence: primary, enabled', '5:73 grade-above-document'],
];

const mistaken = toyWith(...mistakes.map(([path, passage, by]): Edit => [path, passage, by]));

/** The problems of the mistakes in all files but this. */
const told = (path: string): readonly string[] =>
  mistakes.flatMap(([file, , , problem]) => (file === path ? [] : [`${file}:${problem}`]));

type Struck = { readonly files: readonly ToyFile[]; readonly lines: ReadonlySet<number> };

/** The files with a mistake in every one but this, which has a slip instead. */
const withSlip = (file: ToyFile, chance: Chance): Struck => {
  const { text, lines } = slipped(file, chance);
  return { files: mistaken.map((one) => (one.path === file.path ? { path: file.path, text } : one)), lines };
};

const chances = toyFiles
  .filter(({ path }) => !path.includes('/cases/'))
  .flatMap((file) => chancesOf(file).map((chance) => ({ file, chance })));

const slipCodes: ReadonlySet<string> = new Set(
  'unknown-key missing-key missing-value duplicate-key key-empty wrong-shape unknown-word not-yes-no bad-date'.split(
    ' ',
  ),
);

it('tells a mistake in every file at once', () => {
  expect(problemsOf(mistaken)).toEqual(mistakes.map(([file, , , problem]) => `${file}:${problem}`));
});

it('tells a slip at its place alone, beside the mistakes in all other files', () => {
  fc.assert(
    fc.property(fc.constantFrom(...chances), ({ file, chance }) => {
      const { files, lines } = withSlip(file, chance);
      const { problems, rulebook } = compilePacks(files, 'sha256:toy');
      const here = problems.filter(({ place }) => place.file === file.path);
      expect(rulebook).toBeNull();
      // Another name where any name may stand (a node, a block) is no slip: something else is declared.
      fc.pre(here.some(({ code }) => slipCodes.has(code)));
      expect(problemsOf(files).filter((line) => !line.startsWith(file.path))).toEqual(told(file.path));
      expect(here.filter(({ place }) => !lines.has(place.line))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
