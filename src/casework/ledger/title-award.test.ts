import { describe, expect, it } from 'vitest';
import { isAwarded, type TitleAward } from './title-award.ts';

describe('the award of a title', () => {
  const award: TitleAward = { firm: '甲', predecessors: ['旧甲'], title: '金星', event: '2025年第一批', item: '奖补' };

  it('I9 is paid once to a firm, its predecessors and its successors', () => {
    for (const asked of [
      award,
      { ...award, firm: '旧甲', predecessors: [] },
      { ...award, firm: '新甲', predecessors: ['甲'] },
      { ...award, firm: '分立', predecessors: ['旧甲'] },
    ])
      expect(isAwarded([award], asked), asked.firm).toBe(true);
  });

  it('is another award for another firm, title, recognition or item', () => {
    for (const asked of [
      { ...award, firm: '乙', predecessors: [] },
      { ...award, title: '银星' },
      { ...award, event: '2028年复核' },
      { ...award, item: '另一事项' },
    ])
      expect(isAwarded([award], asked)).toBe(false);
    expect(isAwarded([], award)).toBe(false);
  });
});
