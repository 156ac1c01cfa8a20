import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#casework/cases/actions.ts';
import { bank, someone } from '#casework/cases/toy-office.ts';
import { parcelOf } from '#casework/parcel/parcel.ts';
import { day, national, ruleOf } from '#test/support/legal-time.ts';
import { addDays } from '#rules/exact/plain-date.ts';
import { caseLimits, endOf } from './case-limits.ts';
import { fromIso, toIso } from '#casework/time/iso.ts';
import { marksOf } from './marks.ts';
import { did, dueAt, opens, ten, ticked, told } from './toy-days.ts';
import type { DueTerms } from './terms.ts';

const firm = someone('legal-person');
const [window, handler, county] = [someone('window'), someone('handler'), someone('county-reviewer')];

const terms: DueTerms = {
  correction: ruleOf(30, 'day', { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' } }),
  clause: '办事指南第五条',
  limits: {
    受理期限: { days: '5个工作日', clause: '办事指南第三条' },
    确认期限: { days: '5个工作日', clause: '办事指南第四条' },
    机构答复期限: { days: '3个工作日', clause: '对接规则第二条' },
  },
};

const due = (actions: readonly Action[], now: string, by: DueTerms = terms) => dueAt(actions, by, national, now);
const phaseAfter = (actions: readonly Action[], ...moments: readonly string[]): string =>
  told(ticked(actions, terms, national, moments)).phase;

const remark = { on: 'field', name: '新设备购置额' } as const;
const returnOn = (day: string): Action =>
  did(window, day, 'return-for-correction', { remarks: [{ ...remark, text: '与发票合计不符' }] });
const submitted = (more: Parameters<typeof opens>[3] = {}): readonly Action[] => [
  opens('apply', firm, '2026-04-20', more),
  did(firm, '2026-04-24', 'submit', { paper: null }),
];
const accepted = (days: NonNullable<Parameters<typeof opens>[3]>['days'] = {}): readonly Action[] => [
  ...submitted({ days }),
  did(window, '2026-04-27', 'accept', {}),
];

describe('a return for correction that nobody answers', () => {
  // Thirty days from 04-29 end on Friday 05-29. Of the twenty working days from 04-30 the tenth is 05-15, the last but one 05-28.
  const correcting = [...submitted(), returnOn('2026-04-29')];

  it('is reminded of twice and then withdrawn, each on its day', () => {
    expect(due(correcting, '2026-05-14T15:59:59.999Z')).toEqual([]);
    expect(due(correcting, '2026-05-14T16:00:00.000Z')).toMatchObject([
      { kind: 'remind', payload: { of: '补正期限，第1次提醒' } },
    ]);
    const once = ticked(correcting, terms, national, [ten('2026-05-15')]);
    expect(due(once, ten('2026-05-27'))).toEqual([]);
    expect(due(once, ten('2026-05-28'))).toMatchObject([{ kind: 'remind', payload: { of: '补正期限，第2次提醒' } }]);
    const twice = ticked(once, terms, national, [ten('2026-05-28')]);
    expect(due(twice, '2026-05-29T15:59:59.999Z')).toEqual([]);
    const end = '2026-05-29T16:00:00.000Z';
    expect(due(twice, end)).toEqual([
      {
        id: `clock/c/correcting/-/${ten('2026-04-29')}/${end}/silence`,
        kind: 'silence',
        payload: { endedAt: end, organisation: null },
      },
    ]);
    expect(phaseAfter(twice, end)).toBe('deemed-withdrawn');
  });

  it('that an extension made longer ends with the day that was granted', () => {
    const extended = [
      ...correcting,
      did(handler, '2026-05-20', 'extend', {
        reason: '境外材料',
        // 2026-06-05 is a Friday.
        until: day('2026-06-05'),
        approver: '分管领导',
      }),
    ];
    expect(phaseAfter(extended, ten('2026-05-20'), ten('2026-06-05'))).toBe('correcting');
    expect(phaseAfter(extended, '2026-06-05T16:00:00.000Z')).toBe('deemed-withdrawn');
  });

  it('stops the acceptance meanwhile, which goes on where it was', () => {
    // 27, 28 and 29 April had counted; answered on 05-12, the fourth is 05-13 and the fifth 05-14.
    const answered = [...correcting, did(firm, '2026-05-12', 'resubmit', { paper: null, changed: [remark] })];
    expect(due(answered, '2026-05-14T15:59:59.999Z')).toEqual([]);
    expect(due(answered, '2026-05-14T16:00:00.000Z')).toMatchObject([
      { kind: 'silence', payload: { endedAt: '2026-05-14T16:00:00.000Z' } },
    ]);
  });
});

describe('an acceptance that does not come', () => {
  // Five working days from Friday 04-24: 27, 28, 29, 30 April and 6 May.
  const end = '2026-05-06T16:00:00.000Z';

  it('is reported at its end, once, and the case stays', () => {
    expect(due(submitted(), ten('2026-05-06'))).toEqual([]);
    const reported = ticked(submitted(), terms, national, [end]);
    expect(told(reported)).toMatchObject({ phase: 'awaiting-acceptance', silences: [{ endedAt: end }] });
    expect(due(reported, ten('2026-08-03'))).toEqual([]);
  });

  it('is deemed given only where the case names the clause', () => {
    expect(phaseAfter(submitted({ silenceAcceptsBy: '某条例第三十二条' }), end)).toBe('reviewing');
    expect(phaseAfter(submitted(), end)).toBe('awaiting-acceptance');
  });

  it('has no end where the source states no length', () => {
    const { limits: _limits, ...unsettled } = terms;
    for (const by of [unsettled, { ...terms, limits: { 受理期限: { days: 'unknown', clause: '无' } } }])
      expect(due(submitted({ silenceAcceptsBy: '某条例第三十二条' }), ten('2027-05-06'), by)).toEqual([]);
    expect(due(accepted({ formal: 'unknown' }), ten('2027-05-06'))).toEqual([]);
  });

  it('is not deemed given while the data are being cleared up', () => {
    const held = [
      ...submitted({ silenceAcceptsBy: '某条例第三十二条' }),
      did(handler, '2026-04-28', 'hold', { hold: 'data-conflict', reason: '两个来源不一致' }),
    ];
    expect(due(held, ten('2026-06-01'))).toEqual([]);
  });
});

describe('a stage', () => {
  it('of a county that is silent lets the city take over', () => {
    // Passed on 04-28; five working days: 29, 30 April, 6, 7, 8 May.
    const atCounty = [...accepted({ county: '5个工作日' }), did(window, '2026-04-28', 'stage-passed', {})];
    expect(due(atCounty, ten('2026-05-08'))).toEqual([]);
    const late = ticked(atCounty, terms, national, ['2026-05-08T16:00:00.000Z']);
    const taken = [...late, did(handler, '2026-05-11', 'overrule', { reason: '县区逾期' })];
    expect(told(taken)).toMatchObject({ phase: 'reviewing', stage: 2 });
    expect(told([...atCounty, did(county, '2026-05-08', 'recommend', { opinion: '同意' })]).stage).toBe(2);
  });

  it('that a hold stops has no end until the hold is lifted, and then what was left', () => {
    const start = accepted({ formal: '5个工作日' });
    // Without the hold: 28, 29, 30 April, 6, 7 May.
    expect(due(start, '2026-05-07T16:00:00.000Z')).toHaveLength(1);
    const held = [...start, did(handler, '2026-04-29', 'hold', { hold: 'objection', reason: '实名异议' })];
    expect(due(held, ten('2026-05-08'))).toEqual([]);
    // 28 and 29 April counted; lifted on 05-08, left are Saturday 05-09 (worked), 05-11 and 05-12.
    const lifted = [...held, did(handler, '2026-05-08', 'release-hold', { hold: 'objection', reason: '不成立' })];
    expect(due(lifted, ten('2026-05-12'))).toEqual([]);
    expect(due(lifted, '2026-05-12T16:00:00.000Z')).toMatchObject([{ kind: 'silence' }]);
  });

  it('ends when the parcel view says that it ends, whatever stopped it', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), fc.boolean(), (steps, length, holds) => {
        const start = day('2026-04-27');
        const on = (n: number): string =>
          addDays(
            start,
            steps.slice(0, n).reduce((a, b) => a + b, 0),
          );
        const story = [
          ...accepted({ formal: `${length}个工作日` }),
          ...(holds
            ? [
                did(handler, on(1), 'hold', { hold: 'objection', reason: '实名异议' }),
                did(handler, on(2), 'release-hold', { hold: 'objection', reason: '不成立' }),
              ]
            : []),
          returnOn(on(3)),
          did(firm, on(4), 'resubmit', { paper: null, changed: [remark] }),
        ];
        const [state, now] = [told(story), ten(addDays(start, 90))];
        const parcel = parcelOf(state, terms, national, now);
        const shown = parcel.is === 'waiting' && parcel.clock.kind === 'running' ? parcel.clock.reading.due.endsAt : 0;
        const ends = caseLimits(state, marksOf(state, story), terms).map((each) => endOf(each, national, fromIso(now)));
        expect(ends).toEqual([shown]);
      }),
    );
  });
});

describe('a firm that does not confirm', () => {
  const passes = ['2026-04-21', '2026-04-22'].map((day) => did(handler, day, 'stage-passed', {}));
  const asked = [opens('confirm', handler, '2026-04-20'), did(handler, '2026-04-20', 'start-work', {}), ...passes];
  // Five working days from 04-22: 23, 24, 27, 28, 29.
  const end = '2026-04-29T16:00:00.000Z';

  it('finds the money still to be claimed, and none is paid', () => {
    expect(told(asked).phase).toBe('awaiting-confirmation');
    const state = told(ticked(asked, terms, national, [end]));
    expect([state.phase, state.parts]).toEqual(['unclaimed', []]);
  });

  it('loses no day in which a hold kept it from confirming', () => {
    const held = [...asked, did(handler, '2026-04-23', 'hold', { hold: 'subject-change', reason: '合并' })];
    expect(due(held, ten('2026-05-20'))).toEqual([]);
    const lift = did(handler, '2026-05-08', 'release-hold', { hold: 'subject-change', reason: '已查清' });
    // 23 April counted; then 05-09 (worked), 11, 12, 13.
    expect(due([...held, lift], ten('2026-05-13'))).toEqual([]);
    expect(due([...held, lift], '2026-05-13T16:00:00.000Z')).toHaveLength(1);
  });

  it('is reminded of its money each month, and not again for a month that was missed', () => {
    const by = {
      ...terms,
      limits: { ...terms.limits, 条款有效期: { until: day('2026-12-31'), clause: '条款第九条' } },
    };
    // Unclaimed since the first moment of 04-30 in Beijing: 05-30, 06-30 and so on.
    const unclaimed = ticked(asked, by, national, [end]);
    const days = ['2026-05-29', '2026-05-30', '2026-05-31', '2026-09-01', '2026-09-02'];
    const after = ticked(unclaimed, by, national, days.map(ten));
    const reminded = after.filter(({ kind }) => kind === 'remind');
    expect(reminded.map(({ at, payload }) => [at, payload])).toEqual([
      [ten('2026-05-30'), { of: '条款有效期，第1次提醒' }],
      [ten('2026-09-01'), { of: '条款有效期，第4次提醒' }],
    ]);
    expect(due(unclaimed, ten('2027-01-30'), by).map(({ kind }) => kind)).toEqual(['silence']);
  });

  it('may claim until the clause itself ends, and no longer', () => {
    const until = day('2026-12-31');
    const by = { ...terms, limits: { ...terms.limits, 条款有效期: { until, clause: '条款第九条' } } };
    const unclaimed = ticked(asked, by, national, [end]);
    expect(due(unclaimed, ten('2026-12-31'), by).filter(({ kind }) => kind === 'silence')).toEqual([]);
    expect(told(ticked(unclaimed, by, national, ['2026-12-31T16:00:00.000Z'])).phase).toBe('lapsed');
    // The clock looked only when the clause was over as well: the next look ends it.
    const late = ticked(asked, by, national, [ten('2027-01-05'), ten('2027-01-06')]);
    expect(told(late).phase).toBe('lapsed');
  });
});

describe('a partner that does not answer', () => {
  const consent = (day: string, organisations: readonly string[], until: string) =>
    did(firm, day, 'consent', { organisations, purpose: '贷款', text: '2026版', until });
  const published = [
    opens('match', firm, '2026-04-20'),
    consent('2026-04-20', [bank, '乙银行'], '2026-06-30T16:00:00.000Z'),
    did(firm, '2026-04-21', 'publish', {}),
  ];
  const standing = (actions: readonly Action[], ...moments: readonly string[]) =>
    Object.fromEntries(told(ticked(actions, terms, national, moments)).partners);

  it('is passed over by itself, counted from when it was asked or answered last', () => {
    // Three working days from 04-21: 22, 23, 24. The bank offers on the 23rd: 24, 27, 28.
    const offered = [...published, did(someone('partner'), '2026-04-23', 'answer', { answer: 'offer' })];
    expect(standing(offered, '2026-04-24T16:00:00.000Z')).toEqual({ [bank]: 'offered', 乙银行: 'lapsed' });
    const both = standing(offered, '2026-04-24T16:00:00.000Z', '2026-04-28T16:00:00.000Z');
    expect(both).toEqual({ [bank]: 'lapsed', 乙银行: 'lapsed' });
    // One that is asked later has its own days: from 04-28 they are 29, 30 April and 6 May.
    const later = [...published, consent('2026-04-28', ['丙银行'], '2026-06-30T16:00:00.000Z')];
    expect(standing(later, ten('2026-05-06'))).toMatchObject({ 丙银行: 'awaiting' });
    expect(standing(later, '2026-05-06T16:00:00.000Z')).toMatchObject({ 丙银行: 'lapsed' });
  });

  it('has no days while it waits for the firm’s materials', () => {
    const asks = [...published, did(someone('partner'), '2026-04-23', 'answer', { answer: 'ask-materials' })];
    expect(standing(asks, ten('2026-06-01'))).toEqual({ [bank]: 'materials', 乙银行: 'lapsed' });
  });

  it('ends the intent only with the last consent', () => {
    expect(phaseAfter(published, ten('2026-06-30'))).toBe('published');
    expect(phaseAfter(published, ten('2026-06-30'), '2026-06-30T16:00:00.000Z')).toBe('expired');
  });
});

describe('the clock', () => {
  it('leaves a case in the same phase whether it looks every day or once at the end, and does nothing twice', () => {
    const story = fc.record({
      cited: fc.boolean(),
      returned: fc.constantFrom('at the counter', 'in review', 'never' as const),
      hold: fc.boolean(),
      idle: fc.integer({ min: 0, max: 80 }),
    });
    fc.assert(
      fc.property(story, ({ cited, returned, hold, idle }) => {
        const opening = { days: { formal: '5个工作日' }, ...(cited ? { silenceAcceptsBy: '某条例第三十二条' } : {}) };
        const actions = [
          ...submitted(opening),
          ...(returned === 'at the counter' ? [returnOn('2026-04-24')] : []),
          ...(returned === 'in review' ? [did(window, '2026-04-24', 'accept', {}), returnOn('2026-04-24')] : []),
          ...(hold ? [did(handler, '2026-04-25', 'hold', { hold: 'credit', reason: '核查' })] : []),
        ];
        const start = day('2026-04-26');
        const days = Array.from({ length: idle + 1 }, (_, n) => ten(addDays(start, n)));
        const daily = ticked(actions, terms, national, days);
        const once = ticked(actions, terms, national, days.slice(-1));
        expect(told(daily).phase).toBe(told(once).phase);
        expect(ticked(daily, terms, national, days.slice(-1))).toEqual(daily);
        expect(new Set(daily.map(({ id }) => id)).size).toBe(daily.length);
      }),
      { numRuns: 60 },
    );
  });

  it('reads and writes the moments of a case alike', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (date) => {
        expect(toIso(date.getTime())).toBe(date.toISOString());
        expect(fromIso(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});
