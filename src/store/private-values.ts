// Personal values beside the log: encrypted here, a salted hash there. To be shown one is an action that its subject sees; to
// destroy one leaves the log as valid as it was.
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refuseAccess, type AccessRefusal } from '#casework/access/access-refusals.ts';
import { plainForm, type PrivateKind } from '#casework/access/private-values.ts';
import { veiled } from '#casework/log/personal.ts';
import type { StoreActor } from './actor.ts';
import { sha256 } from './log.ts';
import type { Tx } from './open.ts';
import { blindIndex, decryptField, encryptField, type KeyRing, type Place } from './secrets.ts';

/** Whose it is: a person's, or a firm's bank account. */
export type Subject = { readonly person: string } | { readonly firm: string };

export type NewPrivateValue = {
  readonly kind: PrivateKind;
  readonly subject: Subject;
  /** The chain of the log that will speak of it. */
  readonly chain: string;
  readonly value: string;
};

/** What the log holds instead of the value. */
export type Veiled = { readonly ref: string; readonly veil: string };

const placeOf = (tenant: string, ref: string, field: 'salt' | 'cipher'): Place => ({
  tenant,
  table: 'private_value',
  row: ref,
  field,
});

/** Keeps a value encrypted; the caller writes what comes back to the chain in the same transaction. */
export const keepPrivate = async (
  tx: Tx,
  { tenant, person }: StoreActor,
  ring: KeyRing,
  { kind, subject, chain, value }: NewPrivateValue,
): Promise<Veiled> => {
  const [ref, salt] = [randomUUID(), randomBytes(16).toString('hex')];
  await tx
    .insertInto('private_value')
    .values({
      tenant,
      ref,
      kind,
      ...subject,
      chain,
      salt: encryptField(ring, placeOf(tenant, ref, 'salt'), salt),
      cipher: encryptField(ring, placeOf(tenant, ref, 'cipher'), value),
      blind_index: blindIndex(ring, { tenant, kind }, plainForm(value)),
      key_id: ring.newest,
      made_by: person,
    })
    .execute();
  return { ref, veil: veiled(salt, value, sha256) };
};

/** The values of a kind that are equal to this one, among those that the actor may see. */
export const findPrivate = async (
  tx: Tx,
  { tenant }: StoreActor,
  ring: KeyRing,
  { kind, value }: { readonly kind: PrivateKind; readonly value: string },
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('private_value')
    .select('ref')
    .where('blind_index', '=', blindIndex(ring, { tenant, kind }, plainForm(value)))
    .orderBy('made_at')
    .execute();
  return rows.map(({ ref }) => ref);
};

export type Revealed = {
  readonly ok: true;
  readonly value: string;
  /** Shows, with the value, that the log speaks of it. */
  readonly salt: string;
};

/** What stands in a row opens there. Anything else is a lost key or a forged row, and somebody has to look. */
const opened = (ring: KeyRing, place: Place, cipher: Buffer): string => {
  const read = decryptField(ring, place, cipher);
  if (!read.ok) throw new Error(`${place.table} ${place.row} ${place.field} cannot be read: ${read.code}`);
  return read.value;
};

/**
 * Shows a value in clear and leaves a line for its subject. What it gives may leave only when the transaction has ended well:
 * an undone one takes the line with it.
 */
export const reveal = async (
  tx: Tx,
  { tenant }: StoreActor,
  ring: KeyRing,
  { ref, reason }: { readonly ref: string; readonly reason: string },
): Promise<Revealed | AccessRefusal<'reason-missing' | 'no-such-value' | 'already-erased'>> => {
  if (reason.trim() === '') return refuseAccess('reason-missing');
  const { rows } = await sql<{ salt: Buffer | null; cipher: Buffer | null }>`
    select salt, cipher from reveal_value(${ref}::uuid, ${reason})`.execute(tx);
  const [row] = rows;
  if (row === undefined) return refuseAccess('no-such-value');
  if (row.salt === null || row.cipher === null) return refuseAccess('already-erased');
  return {
    ok: true,
    value: opened(ring, placeOf(tenant, ref, 'cipher'), row.cipher),
    salt: opened(ring, placeOf(tenant, ref, 'salt'), row.salt),
  };
};

/** Destroys salt and value of a row, and what it was found by. Backups that were made before hold them still, encrypted. */
export const erase = async (
  tx: Tx,
  ref: string,
): Promise<{ readonly ok: true } | AccessRefusal<'no-such-value' | 'already-erased'>> => {
  const { rows } = await sql<{ erased: boolean | null }>`select erase_value(${ref}::uuid) as erased`.execute(tx);
  const erased = rows[0]?.erased ?? null;
  if (erased === null) return refuseAccess('no-such-value');
  return erased ? { ok: true } : refuseAccess('already-erased');
};

export type SeenLine = {
  readonly ref: string;
  readonly kind: PrivateKind;
  readonly by: string;
  readonly role: string;
  readonly organisation: string;
  readonly reason: string;
  readonly at: string;
};

/** 谁看过我: the lines that the actor may see, the newest first. */
export const whoSaw = async (tx: Tx): Promise<readonly SeenLine[]> => {
  const rows = await tx
    .selectFrom('seen_by')
    .select(['ref', 'kind', 'seen_by as by', 'role', 'organisation', 'reason', 'at'])
    .orderBy('place', 'desc')
    .execute();
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
};
