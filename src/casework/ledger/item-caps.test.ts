import { describe, expect, it } from 'vitest';
import { itemCapFaults, type CapScope, type Grant } from './item-caps.ts';

const grant = (project: string, firm: string, year: string, approved: bigint): Grant => ({
  project,
  firm,
  year,
  approved,
});

const grants = [grant('p1', '甲', '2025', 60n), grant('p2', '甲', '2026', 30n), grant('p3', '乙', '2026', 50n)];
const scopes: readonly CapScope[] = ['project', 'firm', 'firm-year', 'year'];

const left = (asked: Grant): readonly (bigint | null)[] =>
  scopes.map((per) => itemCapFaults(grants, [{ per, limit: 100n }], asked)[0]?.left ?? null);

describe('the caps of an item', () => {
  it('I13 count what the item granted per project, per firm, per firm and year, and per year', () => {
    // Of 100: project p1 has 60, firm 甲 60 + 30, 甲 in 2026 has 30, the year 2026 has 30 + 50.
    expect(left(grant('p1', '甲', '2026', 1000n))).toEqual([40n, 10n, 70n, 20n]);
    expect(left(grant('p9', '丙', '2027', 1000n))).toEqual([100n, 100n, 100n, 100n]);
  });

  it('I13 allow the last fen and not one more', () => {
    expect(left(grant('p1', '甲', '2026', 10n))).toEqual([null, null, null, null]);
    expect(left(grant('p1', '甲', '2026', 11n))).toEqual([null, 10n, null, null]);
  });

  it('tell every cap that is passed, and that nothing is left when more than the cap was granted', () => {
    const caps = [
      { per: 'firm', limit: 80n },
      { per: 'project', limit: 100n },
      { per: 'year', limit: 85n },
    ] as const;
    expect(itemCapFaults(grants, caps, grant('p2', '甲', '2026', 6n))).toEqual([
      { code: 'over-item-cap', per: 'firm', left: 0n },
      { code: 'over-item-cap', per: 'year', left: 5n },
    ]);
  });
});
