// Facts on a real PostgreSQL: who sees and records what below the API, an import over a correction, and a large import.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck } from '#rules/facts/credit-code.ts';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { roles, seats, type Role } from '#casework/cases/roles.ts';
import { city, someone } from '#casework/cases/toy-office.ts';
import { mayRecord, originCodes } from '#casework/facts/origins.ts';
import { theEnterprise, type FactRecord, type GivenFact } from '#casework/facts/record.ts';
import { toEnterprise } from '#casework/facts/to-enterprise.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import type { StoreActor } from './actor.ts';
import { readEnterprise, registerEnterprise, type Registered, type StoredEnterprise } from './enterprises.ts';
import { correct, recordFacts, takeBack, type Import, type Recorded } from './facts.ts';

const database = testDatabase();
const county = someone('county-reviewer').jurisdiction;

/** The n-th invented code with a right last character. */
const codeNumber = (n: number): string => {
  const body = `91320600MA${String(n).padStart(7, '0')}`;
  return `${body}${creditCodeCheck(body)}`;
};
const own = codeNumber(1);
const another = codeNumber(2);

const actorOf = (tenant: string, role: Role, other: Partial<StoreActor> = {}): StoreActor => ({
  ...someone(role),
  ...(seats[role] === 'firm' ? { organisation: own } : {}),
  tenant,
  ...other,
});

const register = (actor: StoreActor, other: Partial<Registered> = {}) =>
  database().store.as(actor, (tx) =>
    registerEnterprise(tx, actor, {
      code: own,
      name: '柳东机械',
      jurisdiction: county,
      formerCode: null,
      reason: '登记',
      ...other,
    }),
  );

/** A city with one firm in the county and one elsewhere. */
const cityWithFirms = async (): Promise<string> => {
  const tenant = await freshTenant(database());
  const manager = actorOf(tenant, 'register-manager');
  expect(await register(manager)).toEqual({ ok: true });
  expect(await register(manager, { code: another, name: '柳西纺织', jurisdiction: '柳西区' })).toEqual({ ok: true });
  return tenant;
};

const staff = (value: string, other: Partial<GivenFact> = {}): GivenFact => ({
  enterprise: own,
  about: theEnterprise,
  fact: '人数',
  period: null,
  value,
  source: '2025年年度报告',
  ...other,
});

let batches = 0;
const record = (
  actor: StoreActor,
  origin: Import['origin'],
  rows: readonly GivenFact[],
  other: Partial<Import> = {},
): Promise<Recorded> =>
  database().store.as(actor, (tx) =>
    recordFacts(tx, actor, toyDictionary, { rows, origin, batch: `batch-${batches++}`, take: 'all', ...other }),
  );

const look = (actor: StoreActor, code = own): Promise<StoredEnterprise | null> =>
  database().store.as(actor, (tx) => readEnterprise(tx, code));

const staffOf = async (actor: StoreActor): Promise<unknown> => {
  const stored = await look(actor);
  if (stored === null) return null;
  return toEnterprise(stored, stored.records, toyDictionary).enterprise.facts.single.get('人数');
};

const people = (n: bigint) => ({ is: 'number', value: { n, d: 1n } });

const sqlState = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('a fact', () => {
  it('is kept as it was written, with origin, source, period, and the moment and person of its recording', async () => {
    const tenant = await cityWithFirms();
    const before = Date.now();
    const agent = actorOf(tenant, 'agent');
    const rows = [
      staff('120人'),
      staff('4亿元', { fact: 'revenue', period: '2025' }),
      staff('500万元', { about: { kind: 'project', name: '一号' }, fact: '设备额', source: '合同' }),
    ];
    expect(await record(agent, 'firm', rows, { batch: 'form-1' })).toEqual({ ok: true, recorded: 3, problems: [] });
    const stored = await look(agent);
    expect(stored?.records).toMatchObject([
      {
        enterprise: own,
        about: theEnterprise,
        fact: '人数',
        period: null,
        value: '120人',
        origin: 'firm',
        batch: 'form-1',
      },
      { fact: '营收', period: 2025, value: '4亿元', source: '2025年年度报告', reason: null, recordedBy: agent.person },
      { about: { kind: 'project', name: '一号' }, fact: '项目.设备额', value: '500万元', source: '合同' },
    ]);
    const moments = new Set(stored?.records.map(({ recordedAt }) => recordedAt));
    expect(moments.size).toBe(1);
    const [moment = ''] = moments;
    expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.abs(Date.parse(moment) - before)).toBeLessThan(60_000);
  });

  it('that does not read is refused with its reason, and nothing of the form is recorded', async () => {
    const tenant = await cityWithFirms();
    const agent = actorOf(tenant, 'agent');
    const refused = await record(agent, 'firm', [staff('120人'), staff('很多', { fact: '年限' })]);
    expect(refused).toMatchObject({
      ok: false,
      code: 'bad-rows',
      problems: [{ row: 2, field: 'value', found: '很多' }],
    });
    expect((await look(agent))?.records).toEqual([]);
  });

  it('cannot be changed, removed, given another moment, or a correction without a reason', async () => {
    const tenant = await cityWithFirms();
    const handler = actorOf(tenant, 'handler');
    await record(handler, 'import', [staff('120人')]);
    const columns = 'tenant, enterprise, subject_kind, subject, fact, value, origin, source, recorded_by';
    const values = `'${tenant}', '${own}', 'enterprise', '', '人数', '1人', 'correction', 'x', '${handler.person}'`;
    for (const [text, state] of [
      ["update fact_record set value = '1人'", '42501'],
      ['delete from fact_record', '42501'],
      ["update enterprise set name = '别名'", '42501'],
      [`insert into fact_record (${columns}, recorded_at, reason) values (${values}, '2020-01-01', 'x')`, '42501'],
      [`insert into fact_record (${columns}) values (${values})`, '23514'],
      [
        `insert into fact_record (${columns}, reason) values (${values.replace(handler.person, 'another')}, 'x')`,
        '42501',
      ],
    ] as const)
      expect(await sqlState(database().store.as(handler, (tx) => sql.raw(text).execute(tx))), text).toBe(state);
    for (const text of [
      "update tihang.fact_record set value = '1人'",
      'truncate tihang.fact_record',
      'delete from tihang.enterprise',
    ])
      expect(await sqlState(database().direct.query(text)), text).toBe('42501');
    expect(await staffOf(handler)).toEqual(people(120n));
  });
});

describe('an official’s correction', () => {
  const put = (actor: StoreActor, value: string, reason = '核对了社保名册') =>
    database().store.as(actor, (tx) =>
      correct(tx, actor, toyDictionary, { given: staff(value, { source: '社保名册' }), reason }),
    );

  it('is never overwritten by an import, and is replaced by a later correction', async () => {
    const tenant = await cityWithFirms();
    const handler = actorOf(tenant, 'handler');
    await record(actorOf(tenant, 'agent'), 'firm', [staff('100人')]);
    expect(await staffOf(handler)).toEqual(people(100n));
    await record(handler, 'import', [staff('110人')]);
    expect(await staffOf(handler)).toEqual(people(110n));
    expect(await put(handler, '120人')).toMatchObject({
      ok: true,
      record: { value: '120人', reason: '核对了社保名册' },
    });
    await record(handler, 'import', [staff('130人')]);
    await record(actorOf(tenant, 'register-manager'), 'register', [staff('140人')]);
    await record(actorOf(tenant, 'agent'), 'firm', [staff('150人')]);
    expect(await staffOf(handler)).toEqual(people(120n));
    await put(actorOf(tenant, 'county-reviewer'), '125人');
    expect(await staffOf(handler)).toEqual(people(125n));
    expect((await look(handler))?.records.map(({ value }) => value)).toEqual([
      '100人',
      '110人',
      '120人',
      '130人',
      '140人',
      '150人',
      '125人',
    ]);
  });

  it('can take a value back: the fact is unknown until somebody knows it', async () => {
    const tenant = await cityWithFirms();
    const handler = actorOf(tenant, 'handler');
    await record(handler, 'import', [staff('110人')]);
    const [wrong] = (await look(handler))?.records ?? [];
    const take = (actor: StoreActor, reason: string, id = wrong?.id ?? 0n) =>
      database().store.as(actor, (tx) => takeBack(tx, actor, { id, source: '来函', reason }));
    expect(await take(handler, ' ')).toMatchObject({ ok: false, code: 'bad-rows', problems: [{ field: 'reason' }] });
    expect(await take(actorOf(tenant, 'agent'), '填错')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await take(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }), '填错')).toMatchObject({
      code: 'unknown-record',
    });
    expect(await take(handler, '填错了企业')).toMatchObject({ ok: true, record: { value: null, fact: '人数' } });
    expect(await staffOf(handler)).toBeUndefined();
    await record(handler, 'import', [staff('110人')]);
    expect(await staffOf(handler)).toBeUndefined();
    await put(handler, '118人');
    expect(await staffOf(handler)).toEqual(people(118n));
  });

  it('needs a reason, a value that reads, and somebody who may correct', async () => {
    const tenant = await cityWithFirms();
    const handler = actorOf(tenant, 'handler');
    expect(await put(handler, '120人', '')).toMatchObject({ ok: false, problems: [{ field: 'reason' }] });
    expect(await put(handler, '-3人')).toMatchObject({
      ok: false,
      problems: [{ field: 'value', code: 'out-of-bounds' }],
    });
    expect(await put(actorOf(tenant, 'legal-person'), '120人')).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await put(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }), '120人')).toMatchObject({
      ok: false,
      problems: [{ field: 'enterprise', code: 'unknown-enterprise' }],
    });
    expect((await look(handler))?.records).toEqual([]);
  });
});

describe('who sees an enterprise and its facts, below the API', () => {
  const sees = (actor: StoreActor): Promise<readonly [readonly string[], number]> =>
    database().store.as(actor, async (tx) => {
      const firms = await tx.selectFrom('enterprise').select('code').orderBy('code').execute();
      const facts = await tx.selectFrom('fact_record').select('id').execute();
      return [firms.map(({ code }) => code), facts.length];
    });

  it('is by seat: a firm has its own, a county those that belong to it, the city all, others none', async () => {
    const tenant = await cityWithFirms();
    const manager = actorOf(tenant, 'register-manager');
    await record(manager, 'import', [staff('100人'), staff('7人', { enterprise: another })]);
    const all = [own, another];
    for (const role of roles) {
      const seen = await sees(actorOf(tenant, role, seats[role] === 'either' ? { jurisdiction: county } : {}));
      const seat = seats[role];
      if (role === 'talent') expect(seen, role).toEqual([[own], 0]);
      else if (seat === 'firm' || seat === 'county' || seat === 'either') expect(seen, role).toEqual([[own], 1]);
      else if (role === 'inspection' || role === 'clock') expect(seen, role).toEqual([all, 2]);
      else if (seat === 'city' && role !== 'expert' && role !== 'assigner') expect(seen, role).toEqual([all, 2]);
      else expect(seen, role).toEqual([[], 0]);
    }
  });

  it('is nothing for a wrong county, another firm, another city, and no actor at all', async () => {
    const tenant = await cityWithFirms();
    const other = await freshTenant(database());
    await record(actorOf(tenant, 'register-manager'), 'import', [staff('100人')]);
    expect(await look(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳南区' }))).toBeNull();
    expect(await look(actorOf(tenant, 'agent', { organisation: another }))).toBeNull();
    expect(await look(actorOf(tenant, 'agent'), another)).toBeNull();
    expect(await look(actorOf(other, 'handler'))).toBeNull();
    expect(await sees(actorOf('', 'handler', { person: '' }))).toEqual([[], 0]);
  });

  it('goes with the enterprise: the county that had it sees nothing of it any more', async () => {
    const tenant = await cityWithFirms();
    const [here, there] = [
      actorOf(tenant, 'county-reviewer'),
      actorOf(tenant, 'county-reviewer', { jurisdiction: '柳南区' }),
    ];
    await record(here, 'import', [staff('100人')]);
    expect(await register(here, { jurisdiction: '柳南区', reason: '迁址' })).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
    expect(await register(there, { jurisdiction: '柳南区', reason: '迁址' })).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
    expect(await register(actorOf(tenant, 'handler'), { jurisdiction: '柳南区', reason: '迁址' })).toEqual({
      ok: true,
    });
    expect(await look(here)).toBeNull();
    expect((await look(there))?.records).toHaveLength(1);
  });

  it('gives a city’s window a firm once a case of it is decided there', async () => {
    const tenant = await cityWithFirms();
    const window = actorOf(tenant, 'window', { jurisdiction: city });
    expect(await look(window)).toBeNull();
    await database().direct.query(
      `insert into tihang.case_now (tenant, id, procedure, matter, firm, jurisdiction, decided_by, opened_by, phase, holds, experts, opened_at, acted_at, seq)
       values ($1, 'c-1', 'apply', 'x', $2, $3, $4, 'x', 'draft', '{}', '{}', now(), now(), 1)`,
      [tenant, own, county, city],
    );
    expect((await look(window))?.name).toBe('柳东机械');
    expect(await look(window, another)).toBeNull();
  });
});

describe('who records a fact', () => {
  it('is by origin and role, in the database as in the program', async () => {
    const tenant = await cityWithFirms();
    for (const role of roles)
      for (const origin of originCodes) {
        const { rows } = await database().store.as(actorOf(tenant, role), (tx) =>
          sql<{ may: boolean }>`select may_record(${origin}) as may`.execute(tx),
        );
        expect(rows[0]?.may, `${role} ${origin}`).toBe(mayRecord(role, origin, 'person'));
      }
  });

  it('is a firm for itself only: another enterprise’s code is not known to it, and the database refuses it too', async () => {
    const tenant = await cityWithFirms();
    const agent = actorOf(tenant, 'agent');
    const rows = [staff('7人', { enterprise: another })];
    expect(await record(agent, 'firm', rows)).toMatchObject({
      ok: false,
      problems: [{ row: 1, field: 'enterprise', code: 'unknown-enterprise', found: another }],
    });
    expect(await record(agent, 'import', [staff('7人')])).toEqual({ ok: false, code: 'not-allowed', problems: [] });
    const forge = (code: string, origin: string) =>
      sqlState(
        database().store.as(agent, (tx) =>
          sql`insert into fact_record (tenant, enterprise, subject_kind, subject, fact, value, origin, source, recorded_by, reason)
            values (${tenant}, ${code}, 'enterprise', '', '人数', '7人', ${origin}, 'x', ${agent.person}, 'x')`.execute(
            tx,
          ),
        ),
      );
    expect(await forge(another, 'firm')).toBe('42501');
    for (const origin of ['import', 'register', 'correction']) expect(await forge(own, origin), origin).toBe('42501');
    expect(await forge(own, 'firm')).toBe('done');
  });

  it('is a person for persons only', async () => {
    const tenant = await cityWithFirms();
    const talent = actorOf(tenant, 'talent');
    const degree = staff('博士', { about: { kind: 'person', name: '甲' }, fact: '学历' });
    expect(await record(talent, 'firm', [staff('7人')])).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await record(talent, 'firm', [degree])).toMatchObject({ ok: true, recorded: 1 });
    expect((await look(talent))?.records).toMatchObject([{ fact: '人员.学历', value: '博士' }]);
    // A colleague sees none of it; the firm's agent does.
    expect((await look({ ...talent, person: 'talent-2' }))?.records).toEqual([]);
    expect((await look(actorOf(tenant, 'agent')))?.records).toHaveLength(1);
  });
});

describe('an enterprise', () => {
  it('keeps its former names and codes', async () => {
    const tenant = await cityWithFirms();
    const manager = actorOf(tenant, 'register-manager');
    await register(manager, { name: '柳东智造', reason: '更名' });
    await register(manager, { name: '柳东智造集团', formerCode: another, reason: '合并' });
    expect(await look(manager)).toMatchObject({
      name: '柳东智造集团',
      standings: [
        { name: '柳东智造集团', formerCode: another, reason: '合并', recordedBy: manager.person },
        { name: '柳东智造', formerCode: null, reason: '更名' },
        { name: '柳东机械', reason: '登记' },
      ],
    });
  });

  it('is registered by who may, with a code that stands', async () => {
    const tenant = await freshTenant(database());
    expect(await register(actorOf(tenant, 'handler'), { code: own.replace(/.$/, '!') })).toMatchObject({
      code: 'bad-credit-code',
    });
    expect(await register(actorOf(tenant, 'handler'), { name: ' ' })).toMatchObject({ code: 'empty' });
    expect(await register(actorOf(tenant, 'agent'))).toMatchObject({ code: 'not-yours' });
    expect(await register(actorOf(tenant, 'county-reviewer', { jurisdiction: '柳西区' }))).toMatchObject({
      code: 'not-yours',
    });
    expect(await register(actorOf(tenant, 'county-reviewer'))).toEqual({ ok: true });
    const agent = actorOf(tenant, 'agent', { organisation: another });
    const forged = database().store.as(agent, (tx) =>
      tx
        .insertInto('enterprise')
        .values({
          tenant,
          code: another,
          name: 'x',
          jurisdiction: county,
          former_code: null,
          reason: 'x',
          recorded_by: agent.person,
        })
        .execute(),
    );
    expect(await sqlState(forged)).toBe('42501');
  });
});

describe('an import of ten thousand rows', () => {
  const firms = 100;
  const years = 100;
  const codes = Array.from({ length: firms }, (_, n) => codeNumber(1000 + n));

  /** 100 firms with a figure for each of 100 years; rows 10, 5 000 and 9 999 are wrong, and row 7 777 says again what row 1 says. */
  const rows = (): readonly GivenFact[] =>
    Array.from({ length: firms * years }, (_, n): GivenFact => {
      const row = n + 1;
      const good = staff(`${row}万元`, {
        enterprise: codes[n % firms] ?? '',
        fact: '营收',
        period: `${1950 + Math.floor(n / firms)}`,
      });
      if (row === 10) return { ...good, value: '12万' };
      if (row === 5000) return { ...good, enterprise: codeNumber(5000) };
      if (row === 9999) return { ...good, period: '20xx' };
      return row === 7777 ? { ...good, enterprise: codes[0] ?? '', period: '1950' } : good;
    });

  const wrong = [
    { row: 10, field: 'value', found: '12万' },
    { row: 5000, field: 'enterprise', code: 'unknown-enterprise', found: codeNumber(5000) },
    { row: 7777, field: 'fact', code: 'duplicate-row', expected: '只留一行' },
    { row: 9999, field: 'period', code: 'bad-year', found: '20xx' },
  ];

  const prepared = async (): Promise<StoreActor> => {
    const actor = actorOf(await freshTenant(database()), 'register-manager');
    await database().store.as(actor, async (tx) => {
      for (const code of codes)
        await registerEnterprise(tx, actor, {
          code,
          name: code,
          jurisdiction: county,
          formerCode: null,
          reason: '登记',
        });
    });
    return actor;
  };

  const count = async (actor: StoreActor): Promise<bigint | undefined> => {
    const { rows: found } = await database().store.as(actor, (tx) =>
      sql<{ n: bigint }>`select count(*) as n from fact_record`.execute(tx),
    );
    return found[0]?.n;
  };

  it('is refused whole with a report of the wrong rows, where all are wanted', async () => {
    const actor = await prepared();
    const refused = await record(actor, 'import', rows(), { take: 'all' });
    expect(refused).toMatchObject({ ok: false, code: 'bad-rows' });
    expect(refused.problems).toMatchObject(wrong);
    expect(refused.problems).toHaveLength(wrong.length);
    expect(await count(actor)).toBe(0n);
  });

  it('takes the rows that read, where those are wanted, once, and in seconds', async () => {
    const actor = await prepared();
    const started = performance.now();
    const taken = await record(actor, 'import', rows(), { take: 'good', batch: 'list-2026' });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(taken).toMatchObject({ ok: true, recorded: 9996, problems: wrong });
    expect(await count(actor)).toBe(9996n);
    expect(await record(actor, 'import', rows(), { take: 'good', batch: 'list-2026' })).toEqual({
      ok: false,
      code: 'batch-repeated',
      problems: [],
    });
    const stored = await look(actor, codes[3]);
    // Row 4 is the fourth firm's first year; its last is row 9 904.
    const figures = stored?.records.map(({ period, value }: FactRecord) => `${period} ${value}`);
    expect(figures).toHaveLength(100);
    expect([figures?.[0], figures?.[99]]).toEqual(['1950 4万元', '2049 9904万元']);
  });

  it('is recorded once when it comes twice in the same moment', async () => {
    const actor = await prepared();
    const some = [staff('4万元', { enterprise: codes[0] ?? '', fact: '营收', period: '2025' })];
    const both = await Promise.all([
      record(actor, 'import', some, { batch: 'twice' }),
      record(actor, 'import', some, { batch: 'twice' }),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await count(actor)).toBe(1n);
  });
});
