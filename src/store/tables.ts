// The tables as rows come and go: one type a table, the same names as in the migrations.
import type { ColumnType, Generated } from 'kysely';

/** Written as text, read as a moment. */
type Moment = ColumnType<Date, string, never>;

export type Database = {
  readonly tenant: { tenant: string; name: string; made_at: Generated<Date> };
  readonly log_entry: {
    tenant: string;
    chain: string;
    seq: number;
    kind: string;
    at: Moment;
    body: string;
    prev: Buffer;
    hash: Buffer;
  };
  readonly log_root: {
    tenant: string;
    day: string;
    root: Buffer;
    chains: number;
    made_at: Generated<Date>;
  };
  readonly account_code: { code: string; book: string; side: 'D' | 'C'; book_keys: number };
  readonly posting: {
    tenant: string;
    key: string;
    transfers: string[];
    chain: string;
    seq: number;
    place: Generated<bigint>;
  };
  readonly leg: {
    tenant: string;
    key: string;
    n: number;
    debit: string;
    credit: string;
    amount: bigint;
    takes: string;
  };
  readonly balance: { tenant: string; account: string; amount: bigint };
  readonly closed_year: { tenant: string; year: string; chain: string; seq: number };
  readonly case_now: {
    tenant: string;
    id: string;
    procedure: string;
    matter: string;
    firm: string;
    jurisdiction: string;
    decided_by: string;
    opened_by: string;
    phase: string;
    stage: number | null;
    holds: string[];
    experts: string[];
    opened_at: Date;
    acted_at: Date;
    seq: number;
  };
  readonly case_partner: { tenant: string; id: string; organisation: string; until: Date };
  readonly enterprise: {
    tenant: string;
    code: string;
    place: Generated<bigint>;
    name: string;
    jurisdiction: string;
    former_code: string | null;
    reason: string;
    recorded_at: Generated<Date>;
    recorded_by: string;
  };
  readonly fact_record: {
    tenant: string;
    id: Generated<bigint>;
    enterprise: string;
    subject_kind: string;
    subject: string;
    fact: string;
    period: number | null;
    value: string | null;
    origin: string;
    source: string;
    recorded_at: Generated<Date>;
    recorded_by: string;
    reason: string | null;
    batch: string | null;
  };
  readonly answered: {
    tenant: string;
    person: string;
    key: string;
    body_sha256: Buffer;
    status: number;
    answer: string;
    at: Generated<Date>;
  };
  readonly restored: { tenant: string; at: Generated<Date>; backup_of: Date };
  readonly statements_matched: { tenant: string; restored_at: Date; until: Date; chain: string; seq: number };
  readonly natural_key: { tenant: string; kind: string; key: string; chain: string; seq: number };
};
