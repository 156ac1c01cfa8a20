// Facts of enterprises in the database. Nothing is overwritten: every value is a record with its origin, and what counts is said
// by the program when it is read.
import { sql } from 'kysely';
import type { Dictionary, SubjectKind } from '#rules/facts/dictionary.ts';
import { readCreditCode } from '#rules/facts/credit-code.ts';
import { mayRecord, type Origin } from '#casework/facts/origins.ts';
import { readRow, readRows, type RowProblem } from '#casework/facts/read-rows.ts';
import type { FactRecord, GivenFact, NewFact } from '#casework/facts/record.ts';
import type { StoreActor } from './actor.ts';
import type { Tx } from './open.ts';

export type Registered = {
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  /** The code of the enterprise that this one continues, after a merger or a new registration. */
  readonly formerCode: string | null;
  /** 登记, 更名, 迁址, 合并 … */
  readonly reason: string;
};

export type RegisterRefusal = {
  readonly ok: false;
  readonly code: 'bad-credit-code' | 'empty' | 'not-yours';
  readonly sentence: string;
};

const homeOf = async (tx: Tx, code: string): Promise<string | null> => {
  const { rows } = await sql<{ home: string | null }>`select home_of(${code}) as home`.execute(tx);
  return rows[0]?.home ?? null;
};

const cityRoles: readonly string[] = ['handler', 'register-manager'];
const placeRoles: readonly string[] = ['window', 'county-reviewer'];

/**
 * Registers an enterprise, or says what it is from now on: its name, its place, the code it continues. What it was stays.
 */
export const registerEnterprise = async (
  tx: Tx,
  { tenant, person, role, jurisdiction: own }: StoreActor,
  { code: given, name, jurisdiction, formerCode, reason }: Registered,
): Promise<{ readonly ok: true } | RegisterRefusal> => {
  const [code, former] = [readCreditCode(given), formerCode === null ? null : readCreditCode(formerCode)];
  if (!code.ok) return { ok: false, code: 'bad-credit-code', sentence: `统一社会信用代码不对：${code.reason}。` };
  if (former !== null && !former.ok)
    return { ok: false, code: 'bad-credit-code', sentence: `原统一社会信用代码不对：${former.reason}。` };
  if ([name, jurisdiction, reason].some((text) => text.trim() === ''))
    return { ok: false, code: 'empty', sentence: '名称、属地和登记原因都要写。' };
  const home = (await homeOf(tx, code.code)) ?? jurisdiction;
  const isOwn = placeRoles.includes(role) && home === own && jurisdiction === own;
  if (!cityRoles.includes(role) && !isOwn) return { ok: false, code: 'not-yours', sentence: `这家企业不归你登记。` };
  await tx
    .insertInto('enterprise')
    .values({
      tenant,
      code: code.code,
      name,
      jurisdiction,
      former_code: former?.code ?? null,
      reason,
      recorded_by: person,
    })
    .execute();
  return { ok: true };
};

/** Which of these codes the actor sees an enterprise of. */
const knownOf = async (tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ code: string }>`
    select distinct code from enterprise where code = any(${[...new Set(codes)]}::text[])`.execute(tx);
  return new Set(rows.map(({ code }) => code));
};

const codeOf = ({ enterprise }: GivenFact): string => {
  const read = readCreditCode(enterprise);
  return read.ok ? read.code : enterprise;
};

type Kept = { readonly value: string | null } & Omit<NewFact, 'value'>;
type How = { readonly origin: Origin; readonly reason: string | null; readonly batch: string | null };

/** One statement for all of them, so that ten thousand rows are one way to the database, and have one moment. */
const keep = async (tx: Tx, { tenant, person }: StoreActor, facts: readonly Kept[], { origin, reason, batch }: How) => {
  const { rows } = await sql<Row>`
    insert into fact_record
      (tenant, enterprise, subject_kind, subject, fact, period, value, source, origin, recorded_by, reason, batch)
    select ${tenant}, enterprise, subject_kind, subject, fact, period, value, source, ${origin}, ${person}, ${reason}, ${batch}
    from unnest(
      ${facts.map(({ enterprise }) => enterprise)}::text[],
      ${facts.map(({ about }) => about.kind)}::text[],
      ${facts.map(({ about }) => about.name)}::text[],
      ${facts.map(({ fact }) => fact)}::text[],
      ${facts.map(({ period }) => period)}::integer[],
      ${facts.map(({ value }) => value)}::text[],
      ${facts.map(({ source }) => source)}::text[]
    ) with ordinality as row (enterprise, subject_kind, subject, fact, period, value, source, n)
    order by n returning *`.execute(tx);
  return rows;
};

type Row = {
  readonly id: bigint;
  readonly enterprise: string;
  readonly subject_kind: string;
  readonly subject: string;
  readonly fact: string;
  readonly period: number | null;
  readonly value: string | null;
  readonly origin: string;
  readonly source: string;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly reason: string | null;
  readonly batch: string | null;
};

const recordOf = (row: Row): FactRecord => ({
  id: row.id,
  enterprise: row.enterprise,
  about: { kind: row.subject_kind as SubjectKind, name: row.subject }, // the table takes no other
  fact: row.fact,
  period: row.period,
  value: row.value,
  origin: row.origin as Origin, // the table takes no other
  source: row.source,
  recordedAt: row.recorded_at.toISOString(),
  recordedBy: row.recorded_by,
  reason: row.reason,
  batch: row.batch,
});

export type Import = {
  readonly rows: readonly GivenFact[];
  readonly origin: Exclude<Origin, 'correction'>;
  /** Given by who imports; the same batch is recorded once. */
  readonly batch: string;
  /** `all`: nothing is recorded when one row is wrong. `good`: the rows that read are. */
  readonly take: 'all' | 'good';
};

export type Recorded =
  | { readonly ok: true; readonly recorded: number; readonly problems: readonly RowProblem[] }
  | {
      readonly ok: false;
      readonly code: 'not-allowed' | 'batch-repeated' | 'bad-rows';
      readonly problems: readonly RowProblem[];
    };

/** Two who send the same batch at once: the second waits, and finds it recorded. */
const isRecorded = async (tx: Tx, { tenant }: StoreActor, batch: string): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\nfacts\n${batch}`}, 0))`.execute(tx);
  return (
    (await tx.selectFrom('fact_record').select('id').where('batch', '=', batch).limit(1).executeTakeFirst()) !==
    undefined
  );
};

/**
 * Records many facts at once, with a report of every row that does not read.
 *
 * @returns how many were recorded and what was wrong with the others, or why nothing was recorded
 */
export const recordFacts = async (
  tx: Tx,
  actor: StoreActor,
  dictionary: Dictionary,
  { rows, origin, batch, take }: Import,
): Promise<Recorded> => {
  if (rows.some(({ about }) => !mayRecord(actor.role, origin, about.kind)))
    return { ok: false, code: 'not-allowed', problems: [] };
  if (await isRecorded(tx, actor, batch)) return { ok: false, code: 'batch-repeated', problems: [] };
  const known = await knownOf(tx, rows.map(codeOf));
  const { good, problems } = readRows(rows, dictionary, (code) => known.has(code));
  if (problems.length > 0 && take === 'all') return { ok: false, code: 'bad-rows', problems };
  await keep(tx, actor, good, { origin, reason: null, batch });
  return { ok: true, recorded: good.length, problems };
};

export type Corrected =
  | { readonly ok: true; readonly record: FactRecord }
  | {
      readonly ok: false;
      readonly code: 'not-allowed' | 'bad-rows' | 'unknown-record';
      readonly problems: readonly RowProblem[];
    };

const noReason: RowProblem = {
  row: 1,
  field: 'reason',
  code: 'empty-value',
  message: '更正要写明理由',
  found: null,
  expected: '理由',
  remedy: null,
};

const keepCorrection = async (tx: Tx, actor: StoreActor, fact: Kept, reason: string): Promise<Corrected> => {
  const [row] = await keep(tx, actor, [fact], { origin: 'correction', reason, batch: null });
  if (row === undefined) throw new Error('the database kept no correction');
  return { ok: true, record: recordOf(row) };
};

/** Corrects one value. What had been said stays, and no import outweighs the correction; a later correction does. */
export const correct = async (
  tx: Tx,
  actor: StoreActor,
  dictionary: Dictionary,
  { given, reason }: { readonly given: GivenFact; readonly reason: string },
): Promise<Corrected> => {
  if (!mayRecord(actor.role, 'correction', given.about.kind)) return { ok: false, code: 'not-allowed', problems: [] };
  const known = await knownOf(tx, [codeOf(given)]);
  const read = readRow(given, dictionary, (code) => known.has(code));
  const problems = [
    ...(read.ok ? [] : read.faults.map((each) => ({ row: 1, ...each }))),
    ...(reason.trim() === '' ? [noReason] : []),
  ];
  if (!read.ok || problems.length > 0) return { ok: false, code: 'bad-rows', problems };
  return keepCorrection(tx, actor, read.fact, reason.trim());
};

/** Takes back what a record says, where it is wrong and the true value is not known: from then on the fact is unknown. */
export const takeBack = async (
  tx: Tx,
  actor: StoreActor,
  { id, source, reason }: { readonly id: bigint; readonly source: string; readonly reason: string },
): Promise<Corrected> => {
  const row = await tx.selectFrom('fact_record').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return { ok: false, code: 'unknown-record', problems: [] };
  const { enterprise, about, fact, period } = recordOf(row);
  if (!mayRecord(actor.role, 'correction', about.kind)) return { ok: false, code: 'not-allowed', problems: [] };
  const missing = [
    ...(reason.trim() === '' ? [noReason] : []),
    ...(source.trim() === ''
      ? [{ ...noReason, field: 'source' as const, message: '没有写来源', expected: '来源' }]
      : []),
  ];
  if (missing.length > 0) return { ok: false, code: 'bad-rows', problems: missing };
  return keepCorrection(tx, actor, { enterprise, about, fact, period, value: null, source }, reason.trim());
};

export type EnterpriseStanding = Pick<Registered, 'name' | 'jurisdiction' | 'formerCode' | 'reason'> & {
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export type StoredEnterprise = {
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  /** What it has been, the newest first; the first is what it is. */
  readonly standings: readonly EnterpriseStanding[];
  /** All that was ever recorded, in order; `pickNow` and `toEnterprise` say what counts. */
  readonly records: readonly FactRecord[];
};

/** An enterprise with everything recorded of it; null where there is none that the actor may see. */
export const readEnterprise = async (tx: Tx, code: string): Promise<StoredEnterprise | null> => {
  const rows = await tx
    .selectFrom('enterprise')
    .selectAll()
    .where('code', '=', code)
    .orderBy('place', 'desc')
    .execute();
  const [now] = rows;
  if (now === undefined) return null;
  const records = await tx.selectFrom('fact_record').selectAll().where('enterprise', '=', code).orderBy('id').execute();
  return {
    code,
    name: now.name,
    jurisdiction: now.jurisdiction,
    standings: rows.map(({ name, jurisdiction, former_code, reason, recorded_at, recorded_by }) => ({
      name,
      jurisdiction,
      formerCode: former_code,
      reason,
      recordedAt: recorded_at.toISOString(),
      recordedBy: recorded_by,
    })),
    records: records.map(recordOf),
  };
};
