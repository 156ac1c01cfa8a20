// Facts on a real PostgreSQL: what a record holds, an import over a correction, and who may record what below the API.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { roles } from '#casework/cases/roles.ts';
import { mayRecord, originCodes } from '#casework/facts/origins.ts';
import { theEnterprise } from '#casework/facts/record.ts';
import { toEnterprise } from '#casework/facts/to-enterprise.ts';
import { testDatabase } from '#test/support/database.ts';
import { actorOf, another, firmsIn, own, sqlState, staff } from '#test/support/firms.ts';
import type { StoreActor } from './actor.ts';
import { correct, takeBack } from './facts.ts';

const database = testDatabase();
const { cityWithFirms, record, look } = firmsIn(database);

const staffOf = async (actor: StoreActor): Promise<unknown> => {
  const stored = await look(actor);
  if (stored === null) return null;
  return toEnterprise(stored, stored.records, toyDictionary).enterprise.facts.single.get('人数');
};

const people = (n: bigint) => ({ is: 'number', value: { n, d: 1n } });

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
