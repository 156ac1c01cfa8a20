// The clock on a real PostgreSQL: each thing once, whoever runs it and however often.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Action } from '#casework/cases/actions.ts';
import { bank, someone } from '#casework/cases/toy-office.ts';
import { did, opens, ten, told } from '#casework/due/toy-days.ts';
import type { Plain } from '#casework/log/canonical.ts';
import { verifyLog } from '#casework/log/verify.ts';
import { beijingDay, firstInstantOf } from '#casework/time/instant.ts';
import { addDays } from '#rules/exact/plain-date.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import { national, ruleOf } from '#test/support/legal-time.ts';
import type { StoreActor } from './actor.ts';
import { act, differingCases, readActions, readCase } from './cases.ts';
import { append, readLog, sha256 } from './log.ts';
import { tick, type TickTerms } from './tick.ts';

const database = testDatabase();
const firm = someone('legal-person');
const [window, handler] = [someone('window'), someone('handler')];

const terms: TickTerms = {
  termsOf: () => ({
    correction: ruleOf(30, 'day', { name: '补正期限', owner: 'firm', silence: { effect: 'deemed-withdrawn' } }),
    clause: '办事指南第五条',
    limits: {
      受理期限: { days: '5个工作日', clause: '办事指南第三条' },
      机构答复期限: { days: '3个工作日', clause: '对接规则第二条' },
    },
  }),
  calendar: national,
};

const clockOf = (tenant: string): StoreActor => ({ ...someone('clock'), tenant });
const ticks = (tenant: string) => tick(database().store, clockOf(tenant), terms);
const stateOf = (tenant: string, id: string) => database().store.as(clockOf(tenant), (tx) => readCase(tx, id));

/** A case as it was written on days that are long over: the database's clock is the present, so `act` cannot write it. */
const wrote = async (tenant: string, id: string, actions: readonly Action[]): Promise<void> => {
  const clock = clockOf(tenant);
  await database().store.as(clock, async (tx) => {
    for (const { kind, at, id: action, by, payload, rulebook } of actions) {
      // Payloads are what canonical JSON can say.
      const body = { id: action, by, payload: payload as Plain, rulebook };
      await append(tx, clock, { chain: `case/${id}`, kind, at, body });
    }
    const state = told(actions);
    const row = {
      id,
      procedure: state.procedure,
      matter: state.matter,
      firm: state.firm,
      jurisdiction: state.jurisdiction,
      decided_by: state.decidedBy,
      opened_by: firm.person,
      phase: state.phase,
      stage: state.stage,
      holds: state.holds.map(({ kind }) => kind),
      experts: [],
      opened_at: actions[0]?.at,
      acted_at: state.last,
      seq: actions.length,
    };
    await sql`select keep_case(${JSON.stringify(row)}::jsonb, '[]'::jsonb)`.execute(tx);
  });
};

const submitted = [opens('apply', firm, '2026-04-20'), did(firm, '2026-04-24', 'submit', { paper: null })];
const correcting = [
  ...submitted,
  did(window, '2026-04-29', 'return-for-correction', {
    remarks: [{ on: 'field', name: '新设备购置额', text: '与发票合计不符' }],
  }),
];
const published = [
  opens('match', firm, '2026-04-20'),
  did(firm, '2026-04-20', 'consent', {
    organisations: [bank, '乙银行'],
    purpose: '贷款',
    text: '2026版',
    until: '2099-12-31T00:00:00.000Z',
  }),
  did(firm, '2026-04-21', 'publish', {}),
];

describe('a tick', () => {
  it('does what is due on every open case, and a second one nothing', async () => {
    const tenant = await freshTenant(database());
    await wrote(tenant, 'late', submitted);
    await wrote(tenant, 'returned', correcting);
    await wrote(tenant, 'offer', published);
    await wrote(tenant, 'draft', submitted.slice(0, 1));
    const first = await ticks(tenant);
    // Two reminders for the return; the end of it, of the acceptance, and of both partners' answers.
    expect(first).toMatchObject({ alarm: null, cases: 4, reminders: 2, silences: 4, refused: [] });
    expect((await stateOf(tenant, 'late')).silences).toMatchObject([{ endedAt: '2026-05-06T16:00:00.000Z' }]);
    expect((await stateOf(tenant, 'returned')).phase).toBe('deemed-withdrawn');
    const offer = await stateOf(tenant, 'offer');
    expect([offer.phase, ...offer.partners]).toEqual(['published', [bank, 'lapsed'], ['乙银行', 'lapsed']]);
    expect((await stateOf(tenant, 'draft')).phase).toBe('draft');
    // What was withdrawn is not open any more.
    expect(await ticks(tenant)).toEqual({ alarm: null, cases: 3, reminders: 0, silences: 0, refused: [], roots: [] });
    const clock = clockOf(tenant);
    expect(verifyLog(await database().store.as(clock, readLog), [], sha256).broken).toBeNull();
    expect(await database().store.as(clock, differingCases)).toEqual([]);
  });

  it('at the same time as another does everything once', async () => {
    const tenant = await freshTenant(database());
    await wrote(tenant, 'late', submitted);
    await wrote(tenant, 'returned', correcting);
    const both = await Promise.all([ticks(tenant), ticks(tenant)]);
    const sum = (pick: (each: (typeof both)[number]) => number): number => both.reduce((a, each) => a + pick(each), 0);
    expect([sum(({ reminders }) => reminders), sum(({ silences }) => silences)]).toEqual([2, 2]);
    expect(both.flatMap(({ refused }) => refused)).toEqual([]);
    const roots = both.flatMap((each) => each.roots);
    expect(new Set(roots).size).toBe(roots.length);
    const kinds = await database().store.as(clockOf(tenant), (tx) => readActions(tx, 'returned'));
    expect(kinds.map(({ kind }) => kind).slice(3)).toEqual(['remind', 'remind', 'silence']);
  });

  it('passes over a case that refuses and one whose log does not stand, and says which', async () => {
    const tenant = await freshTenant(database());
    await wrote(tenant, 'a-broken', submitted);
    const clock = clockOf(tenant);
    // An entry that no case lets in: accepted twice.
    for (const id of ['x1', 'x2'])
      await database().store.as(clock, (tx) =>
        append(tx, clock, {
          chain: 'case/a-broken',
          kind: 'accept',
          body: { id, by: window, payload: {}, rulebook: 'sha256:toy' },
        }),
      );
    await wrote(tenant, 'z-late', submitted);
    const done = await ticks(tenant);
    expect(done).toMatchObject({ cases: 2, silences: 1, refused: [{ case: 'a-broken', code: 'broken-log' }] });
  });

  it('is not fooled by an action that bears its id: that is refused aloud, and what came before it stands', async () => {
    const tenant = await freshTenant(database());
    const until = '2099-12-31T00:00:00.000Z';
    const id = `clock/taken/correcting/-/${ten('2026-04-29')}/2026-05-29T16:00:00.000Z/silence`;
    const delegation = did(firm, '2026-05-06', 'delegate', { to: 'agent-1', scope: ['resubmit'], until });
    await wrote(tenant, 'taken', [...correcting, { ...delegation, id }]);
    await wrote(tenant, 'zz-late', submitted);
    const refused = [{ case: 'taken', code: 'repeated-id' }];
    expect(await ticks(tenant)).toMatchObject({ cases: 2, reminders: 2, silences: 1, refused });
    expect(await ticks(tenant)).toMatchObject({ cases: 2, reminders: 0, silences: 0, refused });
    expect(await stateOf(tenant, 'taken')).toMatchObject({ phase: 'correcting', reminders: 2 });
  });

  it('leaves a case alone that a hold stops, and does the others', async () => {
    const tenant = await freshTenant(database());
    await wrote(tenant, 'held', submitted);
    await wrote(tenant, 'late', submitted);
    const actor = { ...handler, tenant };
    await database().store.as(actor, (tx) =>
      act(tx, actor, {
        id: 'h',
        case: 'held',
        kind: 'hold',
        payload: { hold: 'data-conflict', reason: '两个来源不一致' },
        rulebook: null,
      }),
    );
    expect(await ticks(tenant)).toMatchObject({ cases: 2, silences: 1, refused: [] });
    expect((await stateOf(tenant, 'held')).silences).toEqual([]);
  });

  it('makes the roots of all days that were missed, and each once', async () => {
    const tenant = await freshTenant(database());
    const first = addDays(beijingDay(Date.now()), -4);
    // Ten in the morning on a day four days ago: that day and the two after it are over in any case.
    const at = new Date(firstInstantOf(first) + 36_000_000).toISOString();
    await wrote(tenant, 'c', [{ ...submitted[0], at } as Action]); // the opening with another moment
    const { roots } = await ticks(tenant);
    expect(roots.slice(0, 3)).toEqual([first, addDays(first, 1), addDays(first, 2)]);
    expect(roots).not.toContain(beijingDay(Date.now()));
    expect((await ticks(tenant)).roots).toEqual([]);
  });

  it('with a clock that is behind does nothing and raises the alarm', async () => {
    const tenant = await freshTenant(database());
    await wrote(tenant, 'late', submitted);
    const clock = clockOf(tenant);
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await database().store.as(clock, (tx) => append(tx, clock, { chain: 'desk/1', kind: 'note', body: {}, at: ahead }));
    const done = await ticks(tenant);
    expect(done).toMatchObject({
      cases: 0,
      silences: 0,
      roots: [],
      alarm: { message: expect.stringContaining('倒退') },
    });
    expect(done.alarm?.behindMs).toBeGreaterThan(3_000_000);
    expect((await stateOf(tenant, 'late')).silences).toEqual([]);
  });

  it('is the clock’s: nobody else runs it', async () => {
    const tenant = await freshTenant(database());
    await expect(tick(database().store, { ...handler, tenant }, terms)).rejects.toThrow('not handler');
  });
});
