import { describe, expect, it } from 'vitest';
import type { Action } from '#casework/cases/actions.ts';
import { someone } from '#casework/cases/toy-office.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { day, national, ruleOf } from '#test/support/legal-time.ts';
import { breaches } from './breaches.ts';
import { caseLimits, endOf } from './case-limits.ts';
import { fromIso } from '#casework/time/iso.ts';
import { marksOf } from './marks.ts';
import { revisions } from './revisions.ts';
import { did, opens, ten, ticked, told } from './toy-days.ts';
import type { DueTerms } from './terms.ts';

const firm = someone('legal-person');
const [window, handler, head] = [someone('window'), someone('handler'), someone('division-head')];

const terms: DueTerms = {
  correction: ruleOf(30, 'day', { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' } }),
  clause: '办事指南第五条',
  limits: {
    受理期限: { days: '5个工作日', clause: '办事指南第三条' },
    数据核对期限: { days: '2个工作日', clause: '办事指南第七条' },
    信用修复期限: { days: '1个工作日', clause: '办事指南第八条' },
  },
};

const submitted = (days: NonNullable<Parameters<typeof opens>[3]>['days'] = {}): readonly Action[] => [
  opens('apply', firm, '2026-04-20', { days }),
  did(firm, '2026-04-24', 'submit', { paper: null }),
];

const red = (actions: readonly Action[], now: string) => {
  const state = told(actions);
  return breaches(state, marksOf(state, actions), terms, national, now);
};

describe('the red list', () => {
  // Five working days from Friday 04-24: 27, 28, 29, 30 April and 6 May.
  const end = '2026-05-06T16:00:00.000Z';
  const line = { case: 'c', limit: '受理期限', what: '待受理', owner: 'window', ownerName: '窗口', since: end };

  it('has a bureau that is late from the first moment on, with its owner, whether the clock has looked or not', () => {
    expect(red(submitted(), '2026-05-06T15:59:59.999Z')).toEqual([]);
    expect(red(submitted(), end)).toEqual([line]);
    expect(red(ticked(submitted(), terms, national, [end]), ten('2026-06-01'))).toEqual([line]);
  });

  it('has no firm and no ended case on it', () => {
    const remark = { on: 'field', name: '新设备购置额', text: '与发票合计不符' } as const;
    const correcting = [...submitted(), did(window, '2026-04-29', 'return-for-correction', { remarks: [remark] })];
    expect(red(correcting, ten('2026-06-20'))).toEqual([]);
    const refused = did(window, '2026-05-20', 'refuse-acceptance', { reason: '不在范围', remedy: '下一批再报' });
    expect(red([...submitted(), refused], ten('2026-06-20'))).toEqual([]);
  });

  it('has the stage with who answers for it, and not while a hold stops it', () => {
    const formal = [...submitted({ formal: '2个工作日' }), did(window, '2026-04-27', 'accept', {})];
    // 28 and 29 April.
    expect(red(formal, ten('2026-04-30'))).toMatchObject([
      { limit: '环节时限', what: '形式审查', owner: 'window', since: '2026-04-29T16:00:00.000Z' },
    ]);
    const held = [...formal, did(handler, '2026-04-28', 'hold', { hold: 'objection', reason: '实名异议' })];
    expect(red(held, ten('2026-05-15'))).toEqual([]);
  });

  it('has a promise whose day is over, and none without a day', () => {
    const assigner = someone('assigner');
    const promise = (commitment: string, due: '未定' | '2026-06-30' | '2026-09-30') =>
      did(handler, '2026-04-23', 'promise', { commitment, due: due === '未定' ? due : day(due) });
    const following = (...promises: readonly Action[]): readonly Action[] => [
      opens('task', assigner, '2026-04-20'),
      did(assigner, '2026-04-20', 'propose-handling', { main: '甲科', helpers: [] }),
      did(assigner, '2026-04-21', 'assign', { main: '甲科' }),
      did(handler, '2026-04-22', 'sign-for', {}),
      did(handler, '2026-04-22', 'start-work', {}),
      ...promises.map((each, index) => ({ ...each, id: `promise ${index}` })),
      did(handler, '2026-04-24', 'draft-result', { text: '已落实' }),
      did(handler, '2026-04-24', 'finish', { result: '已答复' }),
      did(someone('director'), '2026-04-27', 'sign-off', {}),
      did(assigner, '2026-04-28', 'feedback', { grade: '基本满意', scan: null }),
      did(assigner, '2026-04-28', 'start-tracking', {}),
    ];
    const dated = following(promise('政策制定引导', '2026-09-30'), promise('申报流程改进', '2026-06-30'));
    expect(red(dated, ten('2026-06-30'))).toEqual([]);
    expect(red(dated, ten('2026-07-01'))).toMatchObject([{ limit: '承诺期限', since: '2026-06-30T16:00:00.000Z' }]);
    const kept = did(handler, '2026-06-29', 'keep-promise', { commitment: '申报流程改进' });
    expect(red([...dated, kept], ten('2026-07-01'))).toEqual([]);
    expect(red(following(promise('政府采购倾斜', '未定')), ten('2027-07-01'))).toEqual([]);
  });

  it('has a hold that the bureau itself should have lifted, beside what it holds up', () => {
    const held = [
      ...submitted(),
      did(handler, '2026-04-27', 'hold', { hold: 'data-conflict', reason: '两个来源不一致' }),
      // The firm's own limit is no breach of the bureau.
      did(head, '2026-04-28', 'hold', { hold: 'credit', reason: '核查信用' }),
    ];
    // 28 and 29 April for the data; the acceptance goes on meanwhile.
    expect(red(held, ten('2026-05-07')).map(({ limit, owner, since }) => [limit, owner, since])).toEqual([
      ['数据核对期限', 'handler', '2026-04-29T16:00:00.000Z'],
      ['受理期限', 'window', end],
    ]);
  });
});

describe('a new calendar', () => {
  const withYear = (off: readonly string[], worked: readonly string[]): CalendarVersion => ({
    ...national,
    id: 'next',
    calendar: {
      id: 'cn',
      years: new Map([
        ...national.calendar.years,
        [2026, { off: new Set(off.map(day)), worked: new Set(worked.map(day)), clause: null }],
      ]),
    },
  });
  // As published, but 05-04 and 05-05 are worked: 27, 28, 29, 30 April and 4 May.
  const shorter = withYear(['2026-05-01'], []);
  const revised = (actions: readonly Action[], now: string, to: CalendarVersion = shorter) => {
    const state = told(actions);
    return revisions(state, marksOf(state, actions), terms, { from: national, to }, now);
  };

  it('moves the open limits of a case, and those only', () => {
    expect(revised(submitted(), ten('2026-04-28'))).toMatchObject([
      {
        clock: `c/awaiting-acceptance/-/${ten('2026-04-24')}`,
        from: { date: '2026-05-06' },
        to: { date: '2026-05-04' },
        calendar: 'next',
        spared: null,
      },
    ]);
    expect(revised(submitted(), ten('2026-04-28'), national)).toEqual([]);
    const refused = did(window, '2026-04-27', 'refuse-acceptance', { reason: '不在范围', remedy: '下一批再报' });
    expect(revised([...submitted(), refused], ten('2026-04-28'))).toEqual([]);
    expect(revised([opens('apply', firm, '2026-04-20')], ten('2026-04-28'))).toEqual([]);
  });

  it('makes nobody overdue backwards: the day that was granted stands', () => {
    const actions = submitted();
    const state = told(actions);
    const now = ten('2026-05-05');
    const entries = revised(actions, now);
    expect(entries).toMatchObject([{ spared: 'not-yet-due', to: { date: '2026-05-05' } }]);
    const ends = (marks = marksOf(state, actions)) =>
      caseLimits(state, marks, terms).map((limit) => endOf(limit, shorter, fromIso(now)));
    // 24:00 in Beijing on 05-04 without the entry, on 05-05 with it.
    expect(ends()).toEqual([fromIso('2026-05-04T16:00:00.000Z')]);
    expect(ends(marksOf(state, actions, entries))).toEqual([fromIso('2026-05-05T16:00:00.000Z')]);
  });
});
