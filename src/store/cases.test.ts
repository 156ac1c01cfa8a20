// Cases on a real PostgreSQL: what an action leaves, who sees what below the API, and two who decide at once.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { roles, seats, type Role } from '#casework/cases/roles.ts';
import { city, bank, longRoad, someone, stageSpecs } from '#casework/cases/toy-office.ts';
import type { ActionKind, Payloads } from '#casework/cases/payloads.ts';
import { verifyLog } from '#casework/log/verify.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { act, CaseRefused, CaseUnknown, differingCases, readCase, type Acted, type NewAction } from './cases.ts';
import { readLog, sha256 } from './log.ts';

const database = testDatabase();
const rulebook = 'sha256:toy';
const firm = someone('legal-person');
const county = firm.jurisdiction;

const actorOf = (tenant: string, role: Role, other: Partial<StoreActor> = {}): StoreActor => ({
  ...someone(role),
  tenant,
  ...other,
});

let count = 0;
const deed = <K extends ActionKind>(id: string, kind: K, payload: Payloads[K]): NewAction<K> => ({
  id: `action-${count++}`,
  case: id,
  kind,
  payload,
  rulebook,
});

const does = <K extends ActionKind>(actor: StoreActor, action: NewAction<K>): Promise<Acted> =>
  database().store.as(actor, (tx) => act(tx, actor, action));

const opening = (procedure: 'apply' | 'match', other: Partial<Payloads['open']> = {}): Payloads['open'] => ({
  procedure,
  matter: '智能化技术改造项目设备补助',
  firm: firm.organisation,
  jurisdiction: county,
  decidedBy: city,
  stages: procedure === 'apply' ? stageSpecs(longRoad) : [],
  silenceAcceptsBy: null,
  ...other,
});

const opened = async (tenant: string, id = 'c-1', procedure: 'apply' | 'match' = 'apply'): Promise<StoreActor> => {
  const actor = actorOf(tenant, 'legal-person');
  await does(actor, deed(id, 'open', opening(procedure)));
  return actor;
};

const consent = (until: string): Payloads['consent'] => ({
  organisations: [bank],
  purpose: '设备贷款',
  text: '授权书第 1 版',
  until,
});

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing refused it',
    (error: unknown) =>
      error instanceof CaseRefused ? error.refusal.code : error instanceof CaseUnknown ? 'unknown' : error,
  );

describe('an action on a case', () => {
  it('is written to the case’s chain, moves it on, and is kept for the desks', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    const { state } = await does(applicant, deed('c-1', 'submit', { paper: null }));
    expect(state.phase).toBe('awaiting-acceptance');
    expect((await does(actorOf(tenant, 'handler'), deed('c-1', 'accept', {}))).state.phase).toBe('reviewing');
    const rows = await database().store.as(actorOf(tenant, 'handler'), (tx) =>
      tx.selectFrom('case_now').selectAll().execute(),
    );
    expect(rows).toMatchObject([
      { id: 'c-1', firm: firm.organisation, jurisdiction: county, decided_by: city, seq: 3, stage: 0 },
    ]);
    const clock = actorOf(tenant, 'clock');
    const log = await database().store.as(clock, readLog);
    expect(log.map(({ kind }) => kind)).toEqual(['open', 'submit', 'accept']);
    expect(verifyLog(log, [], sha256).broken).toBeNull();
    expect(await database().store.as(clock, differingCases)).toEqual([]);
  });

  it('that is refused says why and leaves nothing', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    expect(await refusal(does(actorOf(tenant, 'handler'), deed('c-1', 'accept', {})))).toBe('unknown-phase-action');
    expect(await refusal(does(applicant, deed('c-1', 'open', opening('apply'))))).toBe('already-open');
    expect(await refusal(does(applicant, deed('c-2', 'submit', { paper: null })))).toBe('unknown');
    const log = await database().store.as(actorOf(tenant, 'clock'), readLog);
    expect(log).toHaveLength(1);
  });

  it('that comes twice under its id is done once', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    const submit = deed('c-1', 'submit', { paper: null });
    await does(applicant, submit);
    // The phase is another by now, so the second is refused; either way there is one.
    expect(await refusal(does(applicant, submit))).toBe('repeated-id');
  });

  it('cannot take an id that the clock will need', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    const taken = { ...deed('c-1', 'submit', { paper: null }), id: 'clock/c-1/x' };
    expect(await refusal(does(applicant, taken))).toBe('reserved-id');
  });

  it('wins once when two decide in the same moment; the other is told', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    await does(applicant, deed('c-1', 'submit', { paper: null }));
    const one = actorOf(tenant, 'handler');
    const two = actorOf(tenant, 'handler', { person: 'handler-2' });
    const done = await Promise.all([
      refusal(does(one, deed('c-1', 'accept', {}))),
      refusal(does(two, deed('c-1', 'refuse-acceptance', { reason: '材料不齐', remedy: '补齐后重报' }))),
    ]);
    expect(done.filter((each) => each === 'nothing refused it')).toHaveLength(1);
    expect(done.filter((each) => each === 'unknown-phase-action' || each === 'ended')).toHaveLength(1);
    expect(await database().store.as(actorOf(tenant, 'clock'), differingCases)).toEqual([]);
  });

  it('keeps every case whole when many act at once', async () => {
    const tenant = await freshTenant(database());
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const applicant = await opened(tenant, `c-${n}`);
        await does(applicant, deed(`c-${n}`, 'submit', { paper: null }));
        const handler = actorOf(tenant, 'handler');
        if (n % 2 === 0) await does(handler, deed(`c-${n}`, 'accept', {}));
        else await does(handler, deed(`c-${n}`, 'hold', { hold: 'credit', reason: '核查信用' }));
      }),
    );
    const clock = actorOf(tenant, 'clock');
    expect(await database().store.as(clock, differingCases)).toEqual([]);
    expect(verifyLog(await database().store.as(clock, readLog), [], sha256).broken).toBeNull();
  });
});

describe('who sees a case, below the API', () => {
  const sees = (actor: StoreActor): Promise<readonly string[]> =>
    database().store.as(actor, async (tx) => {
      const rows = await tx.selectFrom('case_now').select('id').execute();
      const chains = await tx.selectFrom('log_entry').select('chain').distinct().execute();
      // The row and the chain are seen together, but for who sees the log alone.
      if (seats[actor.role] !== 'nobody' || actor.role === 'inspection')
        expect(chains.map(({ chain }) => chain).toSorted()).toEqual(rows.map(({ id }) => `case/${id}`).toSorted());
      return rows.map(({ id }) => id);
    });

  it('is by seat: each role in its right place sees it, in a wrong one nothing', async () => {
    const tenant = await freshTenant(database());
    await opened(tenant);
    const blind: readonly Role[] = [
      'expert',
      'partner',
      'assigner',
      'deputy',
      'public',
      'system-admin',
      'security-admin',
      'audit-admin',
    ];
    for (const role of roles) {
      expect(await sees(actorOf(tenant, role)), role).toEqual(blind.includes(role) ? [] : ['c-1']);
      if (role === 'inspection' || role === 'clock') continue;
      const elsewhere = actorOf(tenant, role, { jurisdiction: '别处', organisation: '别家', person: 'someone-else' });
      expect(await sees(elsewhere), `${role} elsewhere`).toEqual([]);
    }
  });

  it('stops at the city: the same person in another tenant sees nothing', async () => {
    const [tenant, other] = [await freshTenant(database()), await freshTenant(database())];
    await opened(tenant);
    for (const role of roles) expect(await sees(actorOf(other, role)), role).toEqual([]);
  });

  it('lets a partner in with the firm’s consent, and out in the same moment it is withdrawn', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant, 'm-1', 'match');
    const partner = actorOf(tenant, 'partner');
    expect(await sees(partner)).toEqual([]);
    await does(applicant, deed('m-1', 'consent', consent('2099-12-31T00:00:00.000Z')));
    expect(await sees(partner)).toEqual(['m-1']);
    expect(await sees({ ...partner, organisation: '别的银行' })).toEqual([]);
    await does(applicant, deed('m-1', 'withdraw', { paper: null, reason: '不办了' }));
    expect(await sees(partner)).toEqual([]);
  });

  it('ends when a consent runs out, without anybody doing anything', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant, 'm-1', 'match');
    const soon = new Date(Date.now() + 400).toISOString();
    await does(applicant, deed('m-1', 'consent', consent(soon)));
    expect(await sees(actorOf(tenant, 'partner'))).toEqual(['m-1']);
    await expect.poll(() => sees(actorOf(tenant, 'partner')), { timeout: 5000 }).toEqual([]);
  });

  it('has the same seats in the database as in the program', async () => {
    const tenant = await freshTenant(database());
    const special: Partial<Record<Role, string>> = {
      expert: 'expert',
      assigner: 'opener',
      deputy: 'opener',
      inspection: 'all',
      clock: 'all',
      'audit-admin': 'log',
      public: 'none',
      'system-admin': 'none',
      'security-admin': 'none',
    };
    for (const role of roles) {
      const { rows } = await database().store.as(actorOf(tenant, role), (tx) =>
        sql<{ seat: string }>`select actor_seat() as seat`.execute(tx),
      );
      expect(rows[0]?.seat, role).toBe(special[role] ?? seats[role]);
    }
  });

  it('cannot be written past the log: a row is kept with its newest action only', async () => {
    const tenant = await freshTenant(database());
    await opened(tenant);
    const handler = actorOf(tenant, 'handler');
    const forge = (id: string, seq: number) =>
      database().store.as(handler, async (tx) => {
        const row = JSON.stringify({
          id,
          procedure: 'apply',
          matter: 'x',
          firm: '别家',
          jurisdiction: county,
          decided_by: city,
          opened_by: 'x',
          phase: 'paid',
          holds: [],
          experts: [],
          opened_at: '2026-01-01',
          acted_at: '2026-01-01',
          seq,
        });
        await sql`select keep_case(${row}::jsonb, '[]'::jsonb)`.execute(tx);
      });
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );
    expect(await code(forge('c-1', 7))).toBe('42501');
    expect(await code(forge('c-9', 1))).toBe('42501');
    for (const text of ["update case_now set phase = 'paid'", 'delete from case_now', 'delete from case_partner'])
      expect(await code(database().store.as(handler, (tx) => sql.raw(text).execute(tx))), text).toBe('42501');
  });

  it('reads the same case again from its actions', async () => {
    const tenant = await freshTenant(database());
    const applicant = await opened(tenant);
    const { state } = await does(applicant, deed('c-1', 'submit', { paper: null }));
    expect(await database().store.as(applicant, (tx) => readCase(tx, 'c-1'))).toEqual(state);
  });
});
