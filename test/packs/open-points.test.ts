// Nothing that the sources leave open is lost: each entry of open-points/*.yaml is a blank in the collected facts, with the rule
// or document in whose open points it must still stand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRulebook } from '#cli/packs-folder.ts';
import { openPoints } from '#rules/report/open-points.ts';

const folder = join(import.meta.dirname, 'open-points');
const book = loadRulebook(join(import.meta.dirname, '../../packs'));
const open = openPoints(book).map(({ of, point }) => ({ of, point }));

type Blank = { readonly section: string; readonly subject: string; readonly point: string };

const isBlank = (row: unknown): row is Blank =>
  typeof row === 'object' &&
  row !== null &&
  ['section', 'subject', 'point'].every(
    (key) => key in row && typeof Object.entries(row).find(([k]) => k === key)?.[1] === 'string',
  );

const blanksIn = (name: string): readonly Blank[] => {
  const rows: unknown = parse(readFileSync(join(folder, name), 'utf8'));
  if (!Array.isArray(rows) || !rows.every(isBlank)) throw new Error(`${name} is no list of section, subject and point`);
  return rows;
};

const counts = 'counts.yaml';
const lists = readdirSync(folder)
  .filter((name) => name !== counts)
  .toSorted();

describe.each(lists)('the blanks of %s', (name) => {
  it('are all still open points of their rule or document', () => {
    const lost = blanksIn(name).filter(
      ({ subject, point }) => !open.some((one) => one.of === subject && one.point.includes(point)),
    );
    expect(lost).toEqual([]);
  });
});

const countsShape = z.strictObject({
  marks: z.record(z.string(), z.int().min(1)),
  remarks: z.array(z.strictObject({ section: z.string(), marks: z.int().min(1), because: z.string().min(1) })),
});

describe('the blanks that the collected facts mark', () => {
  const { marks, remarks } = countsShape.parse(parse(readFileSync(join(folder, counts), 'utf8')));
  const rows = lists.flatMap(blanksIn);

  it('are 117 in all', () => {
    expect(Object.values(marks).reduce((sum, each) => sum + each, 0)).toBe(117);
  });

  it('have a row each, section by section, but for marks that leave no blank in a rule', () => {
    const short = Object.entries(marks).flatMap(([section, count]) => {
      const found = rows.filter((row) => row.section === section).length;
      const said = remarks.filter((each) => each.section === section).reduce((sum, each) => sum + each.marks, 0);
      return found + said >= count ? [] : [{ section, count, found, said }];
    });
    expect(short).toEqual([]);
  });

  it('are remarked on only where they are marked', () => {
    expect(remarks.filter(({ section, marks: count }) => (marks[section] ?? 0) < count)).toEqual([]);
  });
});
