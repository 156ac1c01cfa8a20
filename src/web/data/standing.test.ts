import { describe, expect, it } from 'vitest';
import { entryKey, standingOf, subjectName } from './standing.ts';

describe('what a verdict is called', () => {
  it.each([
    [{ applies: true, verdict: 'eligible', competition: 'none' }, 'can'],
    [{ applies: true, verdict: 'eligible', competition: 'selected' }, 'may-apply'],
    [{ applies: true, verdict: 'undetermined', competition: 'none' }, 'open'],
    [{ applies: null, verdict: 'undetermined', competition: 'selected' }, 'open'],
    [{ applies: true, verdict: 'ineligible', competition: 'none' }, 'not-yet'],
    [{ applies: null, verdict: 'ineligible', competition: 'none' }, 'not-yet'],
    [{ applies: false, verdict: 'ineligible', competition: 'none' }, 'not-addressed'],
  ] as const)('%o is %s', (item, standing) => {
    expect(standingOf({ ...item, amount: null })).toBe(standing);
  });

  it('is only 可申报 where someone else decides how much', () => {
    const amount = {
      low: 0,
      high: 100,
      unit: 'fen',
      measure: 'cash',
      evidence: 'seed',
      clause: null,
      discretion: true,
      steps: [] as string[],
      missing: [] as string[],
    } as const;
    const item = { applies: true, verdict: 'eligible', competition: 'none' } as const;
    expect(standingOf({ ...item, amount })).toBe('may-apply');
    expect(standingOf({ ...item, amount: { ...amount, discretion: false } })).toBe('can');
  });
});

describe('the key of an entry', () => {
  it('is the item’s id, with the subject where there is one', () => {
    expect(entryKey({ id: 'nantong/a', subject: null })).toBe('nantong/a');
    expect(entryKey({ id: 'nantong/a', subject: '项目:三号:车间' })).toBe('nantong/a@项目:三号:车间');
    expect(subjectName('项目:三号:车间')).toBe('三号:车间');
  });
});
