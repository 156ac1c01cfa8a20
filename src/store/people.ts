// People and what they were given to do. Both only grow: a role ends by its date, or by a row that says who ended it and why.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refuseAccess, type AccessRefusal } from '#casework/access/access-refusals.ts';
import { mayGrant, type Grant } from '#casework/access/may-grant.ts';
import type { StoreActor } from './actor.ts';
import { nowIn } from './log.ts';
import type { Tx } from './open.ts';

export type NewPerson = {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly organisation: string;
};

/** A security administrator adds anybody, a legal person people of their own firm; the database refuses others. */
export const addPerson = async (
  tx: Tx,
  { tenant, person }: StoreActor,
  added: NewPerson,
): Promise<{ readonly ok: true } | AccessRefusal<'person-exists'>> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('person')
    .values({ tenant, ...added, made_by: person })
    .onConflict((same) => same.columns(['tenant', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? { ok: true } : refuseAccess('person-exists');
};

export type HeldGrant = Grant & { readonly id: string };

/** Every grant of a person that the actor may see, with its real end. */
const grantsOf = async (tx: Tx, person: string): Promise<readonly HeldGrant[]> => {
  const rows = await tx
    .selectFrom('role_grant')
    .leftJoin('role_end', (join) =>
      join.onRef('role_end.tenant', '=', 'role_grant.tenant').onRef('role_end.grant_id', '=', 'role_grant.id'),
    )
    .select(['id', 'person', 'role', 'jurisdiction', 'organisation', 'from_at', 'until', 'role_end.at as ended_at'])
    .where('person', '=', person)
    .orderBy('granted_at')
    .orderBy('id')
    .execute();
  return rows.map(({ from_at, until, ended_at, ...rest }) => ({
    ...rest,
    from: from_at.toISOString(),
    until: (ended_at === null || until < ended_at ? until : ended_at).toISOString(),
  }));
};

/**
 * What a person may act as at a moment.
 *
 * @param at  an ISO text with milliseconds in UTC
 */
export const rolesOf = async (tx: Tx, person: string, at: string): Promise<readonly HeldGrant[]> =>
  (await grantsOf(tx, person)).filter(({ from, until }) => from <= at && at < until);

/** As is_free_for in the database does, which asks the same of rows that come another way. */
const lockPerson = async (tx: Tx, { tenant }: StoreActor, person: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\ngrants\n${person}`}, 0))`.execute(tx);
};

/** Without `from` it begins now. */
export type WantedGrant = Omit<Grant, 'from'> & { readonly from?: string };

/** Grants a role, or says why not; nothing is written then. Two that come at the same moment are decided one after the other. */
export const grantRole = async (
  tx: Tx,
  actor: StoreActor,
  wanted: WantedGrant,
): Promise<{ readonly ok: true; readonly grant: HeldGrant } | AccessRefusal> => {
  await lockPerson(tx, actor, wanted.person);
  const at = await nowIn(tx);
  const grant = { id: randomUUID(), ...wanted, from: wanted.from ?? at };
  const may = mayGrant(await grantsOf(tx, wanted.person), grant, { by: actor, at });
  if (!may.ok) return may;
  const known = await tx.selectFrom('person').select('id').where('id', '=', wanted.person).executeTakeFirst();
  if (known === undefined) return refuseAccess('no-such-person');
  const { from, ...rest } = grant;
  await tx
    .insertInto('role_grant')
    .values({ tenant: actor.tenant, ...rest, from_at: from, granted_by: actor.person })
    .execute();
  return { ok: true, grant };
};

/** Ends a grant now, with a reason; once. */
export const endGrant = async (
  tx: Tx,
  actor: StoreActor,
  { grant, reason }: { readonly grant: string; readonly reason: string },
): Promise<{ readonly ok: true } | AccessRefusal<'only-security-admin' | 'reason-missing' | 'no-such-grant'>> => {
  if (actor.role !== 'security-admin') return refuseAccess('only-security-admin');
  if (reason.trim() === '') return refuseAccess('reason-missing');
  const there = await tx.selectFrom('role_grant').select('id').where('id', '=', grant).executeTakeFirst();
  if (there === undefined) return refuseAccess('no-such-grant');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('role_end')
    .values({ tenant: actor.tenant, grant_id: grant, ended_by: actor.person, reason })
    .onConflict((same) => same.columns(['tenant', 'grant_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? { ok: true } : refuseAccess('no-such-grant');
};
