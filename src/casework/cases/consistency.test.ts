import { describe, expect, it } from 'vitest';
import type { ConditionResult } from '#rules/evaluate/result.ts';
import { checkConsistency, differencesFrom, hasSameFacts, truthVectorOf, type Decision } from './consistency.ts';

const earlier: Decision = {
  case: 'c1',
  item: '设备补助',
  version: 2,
  truths: new Map<string, boolean | null>([
    ['投资额', true],
    ['在营', null],
  ]),
  rulings: ['k1', 'k2'],
  supports: true,
  amountFen: 500_000n,
  baseFen: 5_000_000n,
};
const same: Decision = { ...earlier, case: 'c2', rulings: ['k2', 'k1'] };

describe('the same facts', () => {
  it('are the same item version, the same truths and the same rulings, in whatever order', () => {
    const truths = new Map([...earlier.truths].toReversed());
    expect(hasSameFacts(earlier, { ...same, truths })).toBe(true);
  });

  it('are others when one condition came out otherwise, is unknown, or is not there', () => {
    for (const truths of [
      new Map<string, boolean | null>([...earlier.truths, ['投资额', false]]),
      new Map<string, boolean | null>([...earlier.truths, ['在营', true]]),
      new Map<string, boolean | null>([['投资额', true]]),
      new Map<string, boolean | null>([
        ['投资额', true],
        ['另一条件', null],
      ]),
    ])
      expect(hasSameFacts(earlier, { ...same, truths })).toBe(false);
  });

  it('are others under another version, another item or another ruling', () => {
    expect(hasSameFacts(earlier, { ...same, version: 3 })).toBe(false);
    expect(hasSameFacts(earlier, { ...same, item: '另一事项' })).toBe(false);
    expect(hasSameFacts(earlier, { ...same, rulings: ['k1'] })).toBe(false);
    expect(hasSameFacts(earlier, { ...same, rulings: ['k1', 'k2', 'k3'] })).toBe(false);
  });
});

describe('a decision on the same facts', () => {
  it('that comes out the same needs no reason', () => {
    expect(checkConsistency(same, [earlier], null)).toEqual({ ok: true, differences: [] });
  });

  it('that supports where the earlier one refused shows both and needs a reason', () => {
    const refused = { ...same, supports: false, amountFen: null };
    const difference = { with: 'c1', what: 'supports', here: '不予支持', there: '支持' };
    expect(checkConsistency(refused, [earlier], ' ')).toEqual({
      ok: false,
      code: 'reason-required',
      differences: [difference],
    });
    expect(checkConsistency(refused, [earlier], '企业放弃')).toEqual({ ok: true, differences: [difference] });
  });

  it('that grants another amount on the same base needs a reason; on another base it does not', () => {
    const less = { ...same, amountFen: 499_999n };
    expect(differencesFrom(less, [earlier])).toEqual([
      { with: 'c1', what: 'amount', here: '499999 分', there: '500000 分' },
    ]);
    expect(differencesFrom({ ...less, baseFen: 4_999_990n }, [earlier])).toEqual([]);
  });

  it('is not compared with itself, nor with decisions on other facts', () => {
    expect(differencesFrom({ ...earlier, supports: false }, [earlier])).toEqual([]);
    expect(differencesFrom({ ...same, supports: false }, [{ ...earlier, version: 1 }])).toEqual([]);
  });
});

describe('the truth vector', () => {
  const node = (id: string | null, verdict: ConditionResult['verdict'], more: Partial<ConditionResult> = {}) =>
    ({
      id,
      op: 'test',
      verdict,
      text: null,
      values: null,
      clause: null,
      evidence: 'primary',
      missing: [],
      reasons: [],
      ...more,
    }) satisfies ConditionResult;

  it('holds every node of the tree with what it came to, those without an id by their place', () => {
    const tree = node(null, 'undetermined', {
      op: 'all',
      of: [
        node('投资额', 'eligible'),
        node(null, 'undetermined'),
        node('行', 'ineligible', { when: node('在营', 'eligible') }),
      ],
    });
    expect([...truthVectorOf(tree)]).toEqual([
      ['', null],
      ['.0#投资额', true],
      ['.1', null],
      ['.2#行', false],
      ['.2.when#在营', true],
    ]);
  });
});
