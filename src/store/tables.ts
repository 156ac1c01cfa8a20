// The tables as rows come and go: one type a table, the same names as in the migrations.
import type { ColumnType, Generated } from 'kysely';
import type { PrivateKind } from '#casework/access/private-values.ts';
import type { Role } from '#casework/cases/roles.ts';
import type { LetterKind } from '#casework/letters/letter.ts';
import type { FileKind } from '#casework/materials/file-kinds.ts';
import type { ScanStep } from '#casework/materials/scan-states.ts';

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
  readonly person: {
    tenant: string;
    id: string;
    name: string;
    jurisdiction: string;
    organisation: string;
    made_by: string;
    made_at: Generated<Date>;
  };
  readonly role_grant: {
    tenant: string;
    id: string;
    person: string;
    role: Role;
    jurisdiction: string;
    organisation: string;
    from_at: Moment;
    until: Moment;
    granted_by: string;
    granted_at: Generated<Date>;
  };
  readonly role_end: {
    tenant: string;
    grant_id: string;
    at: Generated<Date>;
    ended_by: string;
    reason: string;
  };
  readonly private_value: {
    tenant: string;
    ref: string;
    kind: PrivateKind;
    person: string | null;
    firm: string | null;
    chain: string;
    salt: Buffer | null;
    cipher: Buffer | null;
    blind_index: Buffer | null;
    key_id: string | null;
    made_by: string;
    made_at: Generated<Date>;
    erased_at: Generated<Date | null>;
    erased_by: Generated<string | null>;
  };
  readonly seen_by: {
    tenant: string;
    place: Generated<bigint>;
    ref: string;
    kind: PrivateKind;
    person: string | null;
    firm: string | null;
    seen_by: string;
    role: Role;
    organisation: string;
    reason: string;
    at: Generated<Date>;
  };
  readonly sign_in_attempt: { tenant: string; account: string; n: number; at: Moment; is_right: boolean };
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
  readonly material: {
    tenant: string;
    id: string;
    sha256: Buffer;
    size: bigint;
    kind: FileKind;
    name: string;
    firm: string | null;
    made_by: string;
    organisation: string;
    at: Generated<Date>;
  };
  readonly material_use: {
    tenant: string;
    chain: string;
    material: string;
    label: string;
    used_by: string;
    at: Generated<Date>;
  };
  readonly material_scan: {
    tenant: string;
    place: Generated<bigint>;
    sha256: Buffer;
    state: ScanStep['state'];
    virus: string | null;
    engine: string;
    at: Generated<Date>;
  };
  readonly material_look: {
    tenant: string;
    place: Generated<bigint>;
    material: string;
    looked_by: string;
    role: Role;
    organisation: string;
    at: Generated<Date>;
  };
  readonly letter: {
    tenant: string;
    code_sha256: Buffer;
    kind: LetterKind;
    number: string;
    date: string;
    text_sha256: Buffer;
    file_sha256: Buffer;
    chain: string;
    seq: number;
    made_by: string;
    at: Generated<Date>;
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
