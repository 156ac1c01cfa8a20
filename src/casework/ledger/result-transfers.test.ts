import { describe, expect, it } from 'vitest';
import { transfersFor } from './result-transfers.ts';

describe('the postings of a result', () => {
  it('follow the order from where the ledger stands; the same result again posts nothing', () => {
    const names = (...given: Parameters<typeof transfersFor>): readonly string[] | string => {
      const made = transfersFor(...given);
      return made.ok ? made.transfers : made.code;
    };
    expect(names('in-flight', 'success', 'final', false)).toEqual(['T13']);
    expect(names('in-flight', 'success', 'pending', false)).toEqual(['T13-pending']);
    expect(names('in-flight', 'success', 'advance', false)).toEqual(['T13-advance']);
    expect(names('in-flight', 'failed', 'final', false)).toEqual(['T14']);
    expect(names('in-flight', 'failed', 'final', true)).toEqual(['T14', 'T17-returned']);
    expect(names('in-flight', 'bounced', 'pending', false)).toEqual(['T13-pending', 'T15-pending']);
    expect(names('success', 'bounced', 'final', false)).toEqual(['T15']);
    expect(names('success', 'bounced', 'final', true)).toEqual(['T17']);
    for (const result of ['success', 'failed', 'bounced'] as const)
      expect(names(result, result, 'final', false)).toEqual([]);
    expect(names('failed', 'success', 'final', false)).toBe('no-transfer');
    expect(names('success', 'failed', 'final', false)).toBe('no-transfer');
    expect(names('failed', 'bounced', 'final', false)).toBe('no-transfer');
    expect(names('success', 'bounced', 'advance', false)).toBe('no-transfer');
  });
});
