// docs/coverage.md names, row by row, where the reply stands in the packs: every name must be there, and no row may be missing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '#cli/packs-folder.ts';

const root = join(import.meta.dirname, '../..');
const book = loadRulebook(join(root, 'packs'));
const text = readFileSync(join(root, 'docs/coverage.md'), 'utf8');
const known = new Set([
  ...book.items.keys(),
  ...book.gates.keys(),
  ...book.scores.keys(),
  ...book.registers.keys(),
  ...book.funds.keys(),
  ...book.indicators.keys(),
  ...book.plans.keys(),
  ...book.assessments.keys(),
  ...book.overlays.map(({ id }) => id),
]);

describe('the reply, row by row', () => {
  const named = [...text.matchAll(/`((?:national|jiangsu|nantong)\/[\w.-]+)`/g)].map(([, id]) => id ?? '');

  it('names only what the packs hold', () => {
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('has all 38 rows, each with an entry or the reason why there is none', () => {
    const rows = [...text.matchAll(/^\| +(\d+) +\| [^|]+\| ([^|]*)\|$/gm)].map(([, row, entry]) => ({
      row: Number(row),
      entry: entry ?? '',
    }));
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
    expect(rows.filter(({ entry }) => !/`|—/.test(entry))).toEqual([]);
  });
});
