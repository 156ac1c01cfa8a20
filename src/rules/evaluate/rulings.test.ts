// Rulings at work: on their days they settle what is open, by one clause of grade ruling; before, after and without them nothing changes.
import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import { given } from '#test/support/toy-book.ts';
import { harbourWith, rulingText, type Files } from '#test/support/toy-rulings.ts';
import { evaluateGate } from './gate.ts';
import { evaluateItem } from './item.ts';
import { requirementOn } from './overlays.ts';
import type { ConditionResult, GateResult, ItemResult } from './result.ts';
import { settledItem } from './rulings.ts';
import type { EvaluationOptions } from './begin.ts';
import type { Mode, Rulebook } from '#rules/packs/rulebook.ts';

const itemOf = (book: Rulebook, id: string) => {
  const item = book.items.get(id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
};

const entry = (book: Rulebook, id: string, facts: string, on: string, options?: EvaluationOptions): ItemResult => {
  const [result] = evaluateItem(book, itemOf(book, id), given(book, facts), toyDay(on), options);
  if (result === undefined) throw new Error('no result');
  return result;
};

const gateOn = (book: Rulebook, facts: string, on: string, mode: Mode): GateResult => {
  const gate = book.gates.get('harbour/skilled');
  if (gate === undefined) throw new Error('no gate');
  return evaluateGate(book, gate, mode, given(book, facts), toyDay(on));
};

const leafOf = (result: ConditionResult | null, id: string): ConditionResult | null => {
  if (result === null || result.id === id) return result;
  for (const part of result.of ?? []) {
    const found = leafOf(part, id);
    if (found !== null) return found;
  }
  return null;
};

const boat = '{ 船员: 4, 入会年限: 4年, 守规矩: 是, 项目: { 造船款: 50万元 } }';
const only = (edits: Files): Rulebook => harbourWith(rulingText(edits));

describe('a condition known by name only', () => {
  const book = only({ to: '2022-12-31' });
  const on = (day: string, facts = boat): ItemResult => entry(book, 'harbour/boat', facts, day);

  it('becomes the test from the first to the last day of the ruling, cited with it', () => {
    expect(leafOf(on('2022-06-30').conditions, 'secret')).toMatchObject({ op: 'unpublished', verdict: 'undetermined' });
    for (const day of ['2022-07-01', '2022-12-31']) {
      expect(leafOf(on(day).conditions, 'secret')).toMatchObject({
        op: 'test',
        verdict: 'eligible',
        text: '船员 ≥ 4',
        values: { left: '4人', right: '4人', gap: '+0人' },
        evidence: 'ruling',
        clause: { key: 'harbour/r', evidence: 'ruling', says: '按四人掌握', issuer: '船务组' },
      });
    }
    expect(leafOf(on('2023-01-01').conditions, 'secret')).toMatchObject({ op: 'unpublished' });
  });

  it('fails, is missing a fact, and names itself as any test does', () => {
    expect(on('2022-07-01', '{ 船员: 3, 项目: { 造船款: 50万元 } }')).toMatchObject({
      verdict: 'ineligible',
      failing: ['secret'],
    });
    expect(on('2022-07-01', '{ 守规矩: 是, 入会年限: 9年, 项目: { 造船款: 50万元 } }')).toMatchObject({
      verdict: 'undetermined',
      missing: ['船员'],
      reasons: [],
    });
  });

  it('is listed in the results that it went into, and in no others', () => {
    const shown = {
      id: 'harbour/r',
      says: '按四人掌握',
      signedBy: '船务组',
      signedOn: '2022-06-01',
      settles: '最少船员',
    };
    expect(on('2022-07-01').rulings).toEqual([shown]);
    expect(on('2022-06-30').rulings).toEqual([]);
    const firm = '{ 守规矩: 是 }';
    expect(entry(book, 'harbour/net', firm, '2022-07-01').rulings).toEqual([]);
    // A firm of which no project is known: no version was judged.
    expect(on('2022-07-01', firm).rulings).toEqual([]);
    // The ruling speaks about the version of 2022 alone.
    const open = only({});
    expect(entry(open, 'harbour/boat', boat, '2023-12-31').rulings).toHaveLength(1);
    expect(entry(open, 'harbour/boat', boat, '2024-01-01').rulings).toEqual([]);
  });

  it('decides like a clause: where only better grades are accepted it decides nothing', () => {
    const strict = entry(book, 'harbour/boat', boat, '2022-07-01', { accept: 'primary' });
    expect(leafOf(strict.conditions, 'secret')).toMatchObject({
      verdict: 'undetermined',
      reasons: [{ code: 'evidence' }],
    });
  });

  it('stays open under a ruling that was not published', () => {
    const hidden = only({ public: '否' });
    expect(entry(hidden, 'harbour/boat', boat, '2022-07-01')).toEqual(
      entry(harbourWith(''), 'harbour/boat', boat, '2022-07-01'),
    );
  });

  it('is settled in the guard of a benefit too', () => {
    const guard = only({ of: 'harbour/net', settles: '{ unpublished: 是否老船, test: 守规矩 }' });
    const facts = '{ 船员: 1, 守规矩: 否, 项目: { 下水日期: 2022-05-01 } }';
    expect(entry(guard, 'harbour/net', facts, '2022-07-01').amount).toMatchObject({ low: 0n, high: 1_000_000n });
    expect(entry(guard, 'harbour/net', facts, '2022-06-30').amount).toMatchObject({ high: null });
  });
});

describe('a dispute', () => {
  const verdictAt = (settles: string, years: string): string =>
    leafOf(
      entry(only({ settles }), 'harbour/boat', `{ 入会年限: ${years}, 守规矩: 是, 项目: {} }`, '2022-07-01').conditions,
      'honest',
    )?.verdict ?? '';

  it('becomes the reading that the ruling chose', () => {
    const without = entry(harbourWith(''), 'harbour/boat', boat, '2022-07-01');
    expect(leafOf(without.conditions, 'honest')).toMatchObject({ op: 'disputed', verdict: 'undetermined' });
    const chosen = '{ disputed: honest, clause: b }';
    expect([verdictAt(chosen, '3年'), verdictAt(chosen, '2年')]).toEqual(['eligible', 'ineligible']);
    const other = '{ disputed: honest, test: 入会年限 ≥ 5年 }';
    expect([verdictAt(other, '5年'), verdictAt(other, '4年')]).toEqual(['eligible', 'ineligible']);
    expect(
      leafOf(entry(only({ settles: chosen }), 'harbour/boat', boat, '2022-07-01').conditions, 'honest'),
    ).toMatchObject({
      op: 'test',
      clause: { key: 'harbour/r' },
      evidence: 'ruling',
    });
  });
});

describe('a number of the benefit', () => {
  const settled = rulingText({ settles: '{ number: rate, value: 10% }' });
  const cap = rulingText({ id: 'harbour/s', settles: '{ number: cap, value: 4万元 }' });
  const amount = (text: string): ItemResult['amount'] =>
    entry(harbourWith(text), 'harbour/boat', boat, '2022-07-01').amount;

  it('is computed, with the ruling beside the clause that leaves it open', () => {
    expect(amount('')).toMatchObject({ high: null });
    // 50万元 × 10% = 5万元; the cap is still open, so it may come to the floor of 1万元.
    expect(amount(settled)).toMatchObject({
      high: 5_000_000n,
      evidence: 'seed',
      clause: { key: 'b' },
      rulings: [{ key: 'harbour/r' }],
    });
    expect(amount(settled + cap)).toMatchObject({
      high: 4_000_000n,
      steps: ['50万元 × 10% = 5万元', '不超过 4万元，取 4万元'],
      rulings: [{ key: 'harbour/r' }, { key: 'harbour/s' }],
    });
    expect(amount('')).not.toHaveProperty('rulings');
  });

  it('is settled in its own row of a table', () => {
    const book = harbourWith(
      rulingText({ of: 'harbour/net', settles: '{ number: amount, row: 1, value: 3万元 }' }) +
        rulingText({
          id: 'harbour/s',
          of: 'harbour/net',
          settles: '{ unpublished: 网眼, test: 守规矩 }',
          versions: '',
        }),
    );
    const facts = (crew: number): string => `{ 船员: ${crew}, 守规矩: 是, 项目: { 下水日期: 2022-05-01 } }`;
    const big = entry(book, 'harbour/net', facts(5), '2022-07-01');
    expect([big.verdict, big.amount?.low, big.amount?.high]).toEqual(['eligible', 3_000_000n, 3_000_000n]);
    expect(big.amount?.rulings?.map(({ key }) => key)).toEqual(['harbour/r']);
    expect(entry(book, 'harbour/net', facts(4), '2022-07-01').amount).toMatchObject({ high: null });
    // Filed in 2022 or 2026, the boat of 2024 falls to the other version, of which only the mesh was open.
    const later = entry(book, 'harbour/net', '{ 守规矩: 是, 项目: { 下水日期: 2024-05-01 } }', '2026-01-01');
    expect([later.verdict, later.amount?.high, later.rulings.map(({ id }) => id)]).toEqual([
      'eligible',
      2_000_000n,
      ['harbour/s'],
    ]);
  });

  it('by the month is multiplied as a published one', () => {
    const monthly = rulingText({ of: 'harbour/sailor', settles: '{ number: monthly, value: 500元 }' });
    const months = rulingText({ id: 'harbour/s', of: 'harbour/sailor', settles: '{ number: months, value: 24 }' });
    const result = entry(harbourWith(monthly + months), 'harbour/sailor', '{ 人员: { 出海月数: 4 } }', '2022-07-01');
    // 500元 × (24 − 4) months.
    expect(result.amount).toMatchObject({ low: 1_000_000n, high: 1_000_000n });
  });
});

describe('a note, a window, a procedure', () => {
  it('leaves the notes with what the ruling answered', () => {
    const book = only({ settles: '{ unsettled: 发票 }' });
    expect(entry(book, 'harbour/boat', boat, '2022-06-30').unsettled).toEqual(['旧船怎么算', '发票']);
    expect(entry(book, 'harbour/boat', boat, '2022-07-01')).toMatchObject({
      unsettled: ['旧船怎么算'],
      rulings: [{ settles: '发票', says: '按四人掌握' }],
    });
  });

  it('opens the window that the ruling gives, for firms without a project too', () => {
    const book = only({ settles: '{ window: { from: 07-15, to: 08-15 } }', versions: '' });
    expect(entry(book, 'harbour/boat', boat, '2022-07-10')).toMatchObject({
      window: { state: 'upcoming', from: '2022-07-15', daysLeft: 5 },
      rulings: [{ settles: '申报窗口' }],
    });
    expect(entry(book, 'harbour/boat', '{ 项目: [] }', '2022-08-15')).toMatchObject({
      applies: false,
      window: { state: 'open', daysLeft: 0 },
      rulings: [{ settles: '申报窗口' }],
    });
    expect(entry(book, 'harbour/boat', boat, '2022-06-30').window).toEqual({ state: 'unknown' });
  });

  it('fills the part of the procedure that was open and leaves the rest', () => {
    const book = harbourWith(
      rulingText({ settles: '{ days: notice, value: 5个工作日 }' }) +
        rulingText({ id: 'harbour/s', settles: '{ procedure: { kind: confirm } }' }) +
        rulingText({
          id: 'harbour/t',
          of: 'harbour/net',
          versions: '',
          settles: '{ procedure: { stages: [ { kind: pay } ] } }',
        }),
    );
    const procedureOf = (id: string) => settledItem(book, itemOf(book, id), toyDay('2022-07-01')).item.procedure;
    expect(procedureOf('harbour/boat')).toMatchObject({
      kind: 'confirm',
      window: { kind: 'unknown' },
      stages: [
        { kind: 'notice', days: '5个工作日', clause: { key: 'harbour/r' } },
        { kind: 'pay', days: '5日', clause: { key: 'a' } },
      ],
    });
    expect(procedureOf('harbour/net')).toMatchObject({ kind: 'apply', channel: '柜台', stages: [{ kind: 'pay' }] });
  });
});

describe('a gate', () => {
  const gate = { of: 'harbour/skilled', versions: '', 'signed-by': '海港村' };
  const fame = rulingText({ ...gate, settles: '{ unpublished: 名声, test: 船员 ≥ 4 }', to: '2024-12-31' });
  const again = rulingText({ ...gate, id: 'harbour/s', settles: '{ unsettled: 年检 }', mode: 'review' });
  const book = harbourWith(fame + again);
  const facts = '{ 船员: 4, 入会年限: 9年, 守规矩: 否 }';

  it('is judged by the ruling in the modes that it speaks about', () => {
    const first = gateOn(book, facts, '2024-06-01', 'new');
    expect(leafOf(first.conditions, 'fame')).toMatchObject({
      op: 'test',
      verdict: 'eligible',
      clause: { key: 'harbour/r' },
    });
    expect(first).toMatchObject({ unsettled: ['年检'], rulings: [{ id: 'harbour/r', settles: '名声' }] });
    const second = gateOn(book, facts, '2024-06-01', 'review');
    expect([second.unsettled, second.rulings.map(({ id }) => id)]).toEqual([[], ['harbour/r', 'harbour/s']]);
    expect(gateOn(book, facts, '2023-06-01', 'review')).toMatchObject({ applies: false, rulings: [] });
  });

  it('is judged by the notice of the year where there is one', () => {
    const notice = gateOn(book, facts, '2025-06-01', 'new');
    expect(leafOf(notice.conditions, 'fame')).toMatchObject({
      text: '守规矩',
      verdict: 'ineligible',
      clause: { key: 'g' },
    });
    expect(notice.rulings).toEqual([]);
  });
});

describe('rulings are applied once', () => {
  it('for all days on which the same ones are in force', () => {
    const book = only({ to: '2022-12-31' });
    const item = itemOf(book, 'harbour/boat');
    const on = (day: string) => settledItem(book, item, toyDay(day)).item;
    expect(on('2022-07-01')).toBe(on('2022-12-31'));
    expect(on('2022-06-30')).toBe(item);
    const gates = harbourWith(
      rulingText({
        of: 'harbour/skilled',
        versions: '',
        'signed-by': '海港村',
        settles: '{ disputed: crew, test: 船员 ≥ 3 }',
      }),
    );
    const gate = gates.gates.get('harbour/skilled');
    const requirement = (day: string) => (gate === undefined ? null : requirementOn(gates, gate, 'new', toyDay(day)));
    expect(requirement('2023-01-01')).not.toBeNull();
    expect(requirement('2023-01-01')).toBe(requirement('2024-01-01'));
  });
});
