import { describe, expect, it } from 'vitest';
import { someone } from '#casework/cases/toy-office.ts';
import type { ActionKind, Payloads } from '#casework/cases/payloads.ts';
import { opens } from '#casework/due/toy-days.ts';
import type { CalendarVersion } from '#casework/time/clock-rule.ts';
import { beijingDay } from '#casework/time/instant.ts';
import { addDays, weekdayOf, yearOf } from '#rules/exact/plain-date.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import { national, ruleOf } from '#test/support/legal-time.ts';
import type { StoreActor } from './actor.ts';
import { act } from './cases.ts';
import { readRevisions, reviseDeadlines } from './revise-deadlines.ts';

const database = testDatabase();
const firm = someone('legal-person');

const today = beijingDay(Date.now());
const coming = Array.from({ length: 40 }, (_, n) => addDays(today, n));

/** Every day of the coming weeks is worked: what is counted in working days ends sooner, whenever the test runs. */
const noWeekends: CalendarVersion = {
  ...national,
  id: 'no-weekends',
  calendar: {
    id: 'cn',
    years: new Map(
      [yearOf(today), yearOf(today) + 1].map((year) => {
        const worked = coming.filter((day) => yearOf(day) === year && [0, 6].includes(weekdayOf(day)));
        return [year, { off: new Set(), worked: new Set(worked), clause: null }];
      }),
    ),
  },
};

const terms = {
  termsOf: () => ({
    correction: ruleOf(30, 'day'),
    clause: '办事指南第五条',
    limits: { 受理期限: { days: '10个工作日', clause: '办事指南第三条' } },
  }),
  from: national,
  to: noWeekends,
};

const does = async <K extends ActionKind>(actor: StoreActor, id: string, kind: K, payload: Payloads[K]) =>
  database().store.as(actor, (tx) =>
    act(tx, actor, { id: `${kind} ${id}`, case: id, kind, payload, rulebook: 'sha256:toy' }),
  );

describe('a new calendar', () => {
  it('is written once for each open clock that it moves, with both dates, and for nothing else', async () => {
    const tenant = await freshTenant(database());
    const [applicant, clock] = [
      { ...firm, tenant },
      { ...someone('clock'), tenant },
    ];
    const opening = opens('apply', firm, '2026-04-20');
    for (const id of ['draft', 'submitted', 'withdrawn'])
      // The payload of an opening.
      await does(applicant, id, 'open', opening.payload as Payloads['open']);
    for (const id of ['submitted', 'withdrawn']) await does(applicant, id, 'submit', { paper: null });
    await does(applicant, 'withdrawn', 'withdraw', { paper: null, reason: '不办了' });
    const revised = await reviseDeadlines(database().store, clock, terms);
    expect(revised).toMatchObject([
      { case: 'submitted', revisions: [{ to: { date: addDays(today, 10) }, calendar: 'no-weekends', spared: null }] },
    ]);
    const [first] = revised[0]?.revisions ?? [];
    // Ten working days with weekends between them are more than ten days.
    expect(first?.from.date.localeCompare(addDays(today, 10))).toBe(1);
    expect(await database().store.as(clock, (tx) => readRevisions(tx, 'submitted'))).toEqual([first]);
    expect(await reviseDeadlines(database().store, clock, terms)).toEqual([]);
    expect(await database().store.as(clock, (tx) => readRevisions(tx, 'draft'))).toEqual([]);
  });
});
