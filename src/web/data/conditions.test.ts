import { describe, expect, it } from 'vitest';
import type { ConditionResult } from '#contract/assessment.ts';
import { codeWords } from '#web/words/codes.ts';
import { firmWords } from '#web/words/firm.ts';
import { failingLeaves, shortfall } from './conditions.ts';

const words = { codes: codeWords.zh, firm: firmWords.zh };

const condition = (part: Partial<ConditionResult>): ConditionResult => ({
  id: null,
  op: 'test',
  verdict: 'ineligible',
  text: null,
  values: null,
  clause: null,
  evidence: 'primary',
  missing: [],
  reasons: [],
  ...part,
});

const crew = condition({ text: '船员 ≥ 30人', values: { left: '7人', right: '30人', gap: '-23人' } });
const met = condition({ verdict: 'eligible', text: '入会年限 ≥ 2年' });

describe('what keeps a condition from being met', () => {
  it('is its failing leaves, and nothing that is met or open', () => {
    const open = condition({ verdict: 'undetermined', text: '有事故 = 否' });
    const whole = condition({ op: 'all', of: [met, crew, open, condition({ op: 'any', of: [crew] })] });
    expect(failingLeaves(whole)).toEqual([crew, crew]);
  });

  it('is the whole of a 不得有, whose part is met', () => {
    const not = condition({ op: 'not', of: [met] });
    expect(failingLeaves(condition({ op: 'all', of: [not] }))).toEqual([not]);
    expect(shortfall(not, words)).toBe('需 不得有：入会年限 ≥ 2年');
  });

  it('is nothing where nothing fails', () => {
    expect(failingLeaves(met)).toEqual([]);
  });
});

describe('how far it is', () => {
  it('names the requirement, the value and the gap', () => {
    expect(shortfall(crew, words)).toBe('需 船员 ≥ 30人，现为 7人，差 23人');
  });

  it('names no gap where there is none to measure', () => {
    expect(
      shortfall(condition({ text: '企业规模 ≤ 中型', values: { left: '大型', right: '中型', gap: null } }), words),
    ).toBe('需 企业规模 ≤ 中型，现为 大型');
    expect(shortfall(condition({ op: 'judged', text: '全村公认' }), words)).toBe('需 全村公认');
  });
});
