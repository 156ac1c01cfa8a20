// Damaged packs: whatever a slip of the hand makes of a file, compiling gives a rulebook or problems, and never falls over.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalText } from './canonical.ts';
import { compilePacks } from './compile.ts';
import type { Rulebook } from './rulebook.ts';
import { meaningOf } from '#test/packs-toy/meaning.ts';
import { toyFiles, type ToyFile } from '#test/packs-toy/read-toy.ts';

type Damage = (text: string, at: number, other: number, by: string) => string;

const inLines =
  (change: (lines: string[], at: number, other: number) => void): Damage =>
  (text, at, other) => {
    const lines = text.split('\n');
    change(lines, at % lines.length, other % lines.length);
    return lines.join('\n');
  };

const damages: readonly Damage[] = [
  inLines((lines, at) => lines.splice(at, 1)),
  inLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  inLines((lines, at, other) => lines.splice(at, 1, lines[other] ?? '')),
  inLines((lines, at) => lines.splice(at, 1, `  ${lines[at] ?? ''}`)),
  (text, at) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1),
  (text, at, _, by) => text.slice(0, at % text.length) + by + text.slice(at % text.length),
  (text, at, other, by) => text.slice(0, at % text.length) + by + text.slice((at % text.length) + (other % 7)),
  (text, at) => text.slice(0, at % text.length),
];

const inserted = fc.constantFrom(
  ...'{}[],:"\'&*!|>#-?%@`\t\n 0aZ９，：（）(、「」.=≥÷'.split(''),
  '是',
  '__proto__: x',
  '- ',
  'null',
  '~',
  '..',
  '\u0000',
  '\ud800',
);

const damaged = fc
  .tuple(
    fc.nat(toyFiles.length - 1),
    fc.array(fc.tuple(fc.constantFrom(...damages), fc.nat(20_000), fc.nat(200), inserted), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([index, steps]): readonly ToyFile[] =>
    toyFiles.map((file, i) =>
      i === index
        ? { path: file.path, text: steps.reduce((text, [damage, ...how]) => damage(`${text}\n`, ...how), file.text) }
        : file,
    ),
  );

/** True for packs that are still good: then canonical printing must keep what they say, and be final. */
const keepsMeaning = (files: readonly ToyFile[], book: Rulebook): boolean => {
  const printed = files.map((file) => ({ path: file.path, text: canonicalText(file, book) }));
  const again = compilePacks(printed, 'sha256:toy').rulebook;
  if (again === null || meaningOf(again) !== meaningOf(book)) return false;
  return printed.every((file) => canonicalText(file, again) === file.text);
};

it('answers a damaged pack with a rulebook or with problems that have a place, never both and never neither', () => {
  const paths = new Set(toyFiles.map(({ path }) => path));
  fc.assert(
    fc.property(damaged, (files) => {
      const { rulebook, problems } = compilePacks(files, 'sha256:toy');
      expect(rulebook === null).toBe(problems.length > 0);
      expect(rulebook === null || keepsMeaning(files, rulebook)).toBe(true);
      for (const { place, code, message } of problems) {
        expect(paths).toContain(place.file);
        expect(Math.min(place.line, place.column)).toBeGreaterThanOrEqual(1);
        expect(code).toMatch(/^[a-z0-9-]+$/);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);
