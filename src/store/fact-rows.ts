// Records of facts as rows: written many at a time, read as what they are.
import { sql } from 'kysely';
import type { SubjectKind } from '#rules/facts/dictionary.ts';
import type { Origin } from '#casework/facts/origins.ts';
import type { FactRecord, NewFact } from '#casework/facts/record.ts';
import type { StoreActor } from './actor.ts';
import type { Tx } from './open.ts';

/** A fact to be written; null takes back. */
export type Kept = { readonly value: string | null } & Omit<NewFact, 'value'>;
export type How = { readonly origin: Origin; readonly reason: string | null; readonly batch: string | null };

/** One statement for all of them, so that ten thousand rows are one way to the database, and have one moment. */
export const keepFacts = async (
  tx: Tx,
  { tenant, person }: StoreActor,
  facts: readonly Kept[],
  { origin, reason, batch }: How,
) => {
  const { rows } = await sql<FactRow>`
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

export type FactRow = {
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

export const recordOf = (row: FactRow): FactRecord => ({
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
