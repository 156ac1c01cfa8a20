// Facts of enterprises in the database. Nothing is overwritten: every value is a record with its origin, and what counts is said
// by the program when it is read.
import { sql } from 'kysely';
import type { Dictionary } from '#rules/facts/dictionary.ts';
import { mayRecord, type Origin } from '#casework/facts/origins.ts';
import { readRow, readRows, type RowProblem } from '#casework/facts/read-rows.ts';
import type { FactRecord, GivenFact } from '#casework/facts/record.ts';
import type { StoreActor } from './actor.ts';
import { codeOf, knownOf } from './enterprises.ts';
import { keepFacts, recordOf, type Kept } from './fact-rows.ts';
import type { Tx } from './open.ts';

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
  const known = await knownOf(
    tx,
    rows.map(({ enterprise }) => codeOf(enterprise)),
  );
  const { good, problems } = readRows(rows, dictionary, (code) => known.has(code));
  if (problems.length > 0 && take === 'all') return { ok: false, code: 'bad-rows', problems };
  await keepFacts(tx, actor, good, { origin, reason: null, batch });
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
  const [row] = await keepFacts(tx, actor, [fact], { origin: 'correction', reason, batch: null });
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
  const known = await knownOf(tx, [codeOf(given.enterprise)]);
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
