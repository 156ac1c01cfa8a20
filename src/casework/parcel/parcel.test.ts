import { describe, expect, it } from 'vitest';
import type { Action } from '#casework/cases/actions.ts';
import { fold } from '#casework/cases/fold.ts';
import type { ActionKind, Payloads, StageSpec } from '#casework/cases/payloads.ts';
import type { Actor } from '#casework/cases/roles.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { longRoad, someone, city } from '#casework/cases/toy-office.ts';
import { national, ruleOf } from '#test/support/legal-time.ts';
import { expectedDays } from './expected.ts';
import { parcelOf } from './parcel.ts';
import { printExpected, printParcel } from './print-parcel.ts';

const firm = someone('legal-person');
const [window, county] = [someone('window'), someone('county-reviewer')];
const terms = {
  correction: ruleOf(30, 'day', { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' } }),
  clause: '办事指南第五条',
};

/** Ten in the morning in Beijing. */
const at = (day: string): string => `${day}T02:00:00.000Z`;

let count = 0;
const did = <K extends ActionKind>(by: Actor, day: string, kind: K, payload: Payloads[K]): Action =>
  // One action of one kind with its payload.
  ({ id: `a${count++}`, case: 'c', kind, at: at(day), by, payload, rulebook: 'sha256:toy' }) as Action;

const stages = (days: Partial<Record<StageSpec['kind'], string>>): readonly StageSpec[] =>
  longRoad.map((kind) => ({ kind, days: days[kind] ?? null, quorum: null }));

const told = (...actions: readonly Action[]): CaseState => {
  const folded = fold(actions);
  if (!folded.ok) throw new Error(`${folded.index}: ${folded.code}`);
  return folded.state;
};

const opened = (days: Parameters<typeof stages>[0]): Action =>
  did(firm, '2026-04-20', 'open', {
    procedure: 'apply',
    matter: '设备补助',
    firm: firm.organisation,
    jurisdiction: firm.jurisdiction,
    decidedBy: city,
    stages: stages(days),
    silenceAcceptsBy: null,
  });

const toReview = (days: Parameters<typeof stages>[0]): readonly Action[] => [
  opened(days),
  did(firm, '2026-04-24', 'submit', { paper: null }),
  did(window, '2026-04-27', 'accept', {}),
];

const remark = { on: 'field', name: '新设备购置额', text: '与发票合计不符' } as const;
const returned = did(window, '2026-04-29', 'return-for-correction', { remarks: [remark] });
const resubmitted = did(firm, '2026-05-12', 'resubmit', {
  paper: null,
  changed: [{ on: 'field', name: '新设备购置额' }],
});

const lines = (state: CaseState, day: string): readonly string[] =>
  printParcel(parcelOf(state, terms, national, at(day)));

describe('where a case is', () => {
  it('counts the bureau’s days only, and the due date is the one that was worked out by hand', () => {
    // Ten working days from 27 April: without a return 2026-05-13; returned on 29 April, resubmitted on 12 May: 2026-05-22.
    const straight = told(...toReview({ formal: '10个工作日' }));
    expect(lines(straight, '2026-04-28')[2]).toBe('时限10个工作日，已用1个工作日，2026年5月13日到期，办理中');
    const again = told(...toReview({ formal: '10个工作日' }), returned, resubmitted);
    // Counted so far: 28 and 29 April; the day of the resubmission does not count.
    expect(lines(again, '2026-05-12')).toEqual([
      '审查中，形式审查（第 1 / 20 个环节），2026年5月12日起等待窗口办理',
      '现在是承办部门的时间',
      '时限10个工作日，已用2个工作日，2026年5月22日到期，办理中',
      expect.stringContaining('逾期'),
    ]);
  });

  it('is the firm’s time while it has to correct something', () => {
    const state = told(...toReview({ formal: '10个工作日' }), returned);
    const parcel = parcelOf(state, terms, national, at('2026-05-06'));
    expect(parcel).toMatchObject({ is: 'waiting', owner: '企业法人', side: 'firm', since: at('2026-04-29') });
    expect(printParcel(parcel)[1]).toBe('现在是企业的时间');
  });

  it('shows red the day after its last day, with whose fault it is', () => {
    const state = told(...toReview({ formal: '2个工作日' }));
    // 28 and 29 April are the two days; the 30th is late.
    expect(lines(state, '2026-04-29')[2]).toContain('办理中');
    expect(lines(state, '2026-04-30')[2]).toContain('逾期（承办部门，2026年4月30日起）');
  });

  it('invents no limit where the source states none', () => {
    expect(lines(told(...toReview({})), '2026-04-28')[2]).toBe('环节时限待核');
    expect(lines(told(...toReview({ formal: 'unknown' })), '2026-04-28')[2]).toBe('unknown待核');
    expect(lines(told(opened({})), '2026-04-21')).toContain('草稿由企业自定，提交只受申报窗口限制');
  });

  it('names the hold that stops it and who may release it', () => {
    const held = told(
      ...toReview({ formal: '10个工作日', county: '5个工作日' }),
      did(window, '2026-04-28', 'stage-passed', {}),
      did(someone('handler'), '2026-04-29', 'hold', { hold: 'objection', reason: '收到实名异议' }),
      did(county, '2026-04-30', 'recommend', { opinion: '同意推荐' }),
    );
    const parcel = parcelOf(held, terms, national, at('2026-05-06'));
    expect(parcel).toMatchObject({ is: 'waiting', holds: [{ name: '异议', releasedBy: ['科室经办', '科室负责人'] }] });
    expect(printParcel(parcel).some((line) => line.startsWith('冻结：异议，2026年4月29日起'))).toBe(true);
  });

  it('ends with the remedy', () => {
    const state = told(
      opened({}),
      did(firm, '2026-04-24', 'submit', { paper: null }),
      did(window, '2026-04-27', 'refuse-acceptance', { reason: '不在申报期', remedy: '下一批申报期内可以再报' }),
    );
    const [first, remedy] = lines(state, '2026-05-06');
    expect(first).toBe('不予受理（2026年4月27日）');
    expect(remedy).not.toBe('');
  });
});

describe('when it will be done', () => {
  it('is said only from twenty closed cases on: the middle and the ninth tenth', () => {
    const days = Array.from({ length: 20 }, (_, n) => 20 - n);
    expect(expectedDays(days.slice(1))).toBeNull();
    // Of 1 … 20: ten took no longer than 10, eighteen no longer than 18.
    expect(expectedDays(days)).toEqual({ cases: 20, p50: 10, p90: 18 });
    expect(printExpected(expectedDays(days))).toBe('同一事项已办结 20 件：一半在 10 天内办结，九成在 18 天内办结');
    expect(printExpected(null)).toBe('预计办结时间：暂无数据');
  });
});
