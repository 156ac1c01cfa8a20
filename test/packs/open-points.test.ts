// Nothing that the sources leave open is lost: each entry of open-points/*.yaml is a blank in the collected facts, with the rule
// or document in whose open points it must still stand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

describe.each(readdirSync(folder).toSorted())('the blanks of %s', (name) => {
  it('are all still open points of their rule or document', () => {
    const lost = blanksIn(name).filter(
      ({ subject, point }) => !open.some((one) => one.of === subject && one.point.includes(point)),
    );
    expect(lost).toEqual([]);
  });
});
