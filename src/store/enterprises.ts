// Enterprises in the database: what each is now, what it was, and everything recorded of it.
import { sql } from 'kysely';
import { readCreditCode } from '#rules/facts/credit-code.ts';
import type { FactRecord } from '#casework/facts/record.ts';
import type { StoreActor } from './actor.ts';
import { recordOf } from './fact-rows.ts';
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
export const knownOf = async (tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ code: string }>`
    select distinct code from enterprise where code = any(${[...new Set(codes)]}::text[])`.execute(tx);
  return new Set(rows.map(({ code }) => code));
};

/** The code as it is kept, where it can be read. */
export const codeOf = (text: string): string => {
  const read = readCreditCode(text);
  return read.ok ? read.code : text;
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
