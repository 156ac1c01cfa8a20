// Draws worked cases by a fixed seed, for docs/recomputed: which cases are recomputed is not ours to choose.
// `node test/packs/draw-cases.ts` writes docs/recomputed/cases.json anew after the packs' cases have changed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
export const drawnFile = join(root, 'docs/recomputed/cases.json');
export const seed = 20_240_829;
const wanted = 40;

export type DrawnCase = {
  readonly file: string;
  readonly title: string;
  readonly item: string;
  readonly subject?: unknown;
  readonly on: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: { readonly verdict: string; readonly amount: unknown };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const rowsIn = (file: string): readonly Record<string, unknown>[] => {
  const read: unknown = parse(readFileSync(join(root, file), 'utf8'));
  const rows: unknown = isRecord(read) && 'cases' in read ? read['cases'] : read;
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
};

/** A case that states what a firm gets of one item: an amount other than nothing. */
const asksForMoney = ({ item, expect }: Record<string, unknown>): boolean =>
  typeof item === 'string' && isRecord(expect) && expect['amount'] !== undefined && expect['amount'] !== '0元';

const caseFiles = (): readonly string[] =>
  ['national', 'jiangsu', 'nantong'].flatMap((pack) => {
    const folder = join(root, 'packs', pack, 'cases');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => relative(root, join(folder, name)));
  });

/** mulberry32: whole numbers of 32 bits, the same on every machine. */
const randomly = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

const order = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Every such case of the packs, by file and title. */
export const population = (): readonly DrawnCase[] =>
  caseFiles()
    .flatMap((file) =>
      rowsIn(file)
        .filter(asksForMoney)
        .map((row) => ({ file, row })),
    )
    .map(({ file, row }) => ({ key: `${file} ${String(row['title'])} ${JSON.stringify(row['given'])}`, file, row }))
    .toSorted(order)
    .map(({ file, row }) => {
      const { title, item, subject, on, given, expect } = row;
      const { verdict, amount } = isRecord(expect) ? expect : {};
      // The shapes are those that `tihang test packs` accepts; the test compares the whole with the packs again.
      return {
        file,
        title,
        item,
        ...(subject === undefined ? {} : { subject }),
        on,
        given,
        expect: { verdict, amount },
      } as DrawnCase;
    });

export const draw = (): readonly DrawnCase[] => {
  const left = [...population()];
  const next = randomly(seed);
  return Array.from({ length: wanted }, () => left.splice(next() % left.length, 1)).flat();
};

export const asText = (cases: readonly DrawnCase[]): string => `${JSON.stringify(cases, null, 2)}\n`;

if (import.meta.main) writeFileSync(drawnFile, asText(draw()));
