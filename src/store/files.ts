// Files of cases in the database: who handed what in, in which cases it is used, and who was given it. The bytes lie in the folder.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { FileKind } from '#casework/materials/file-kinds.ts';
import { refuseMaterial, type MaterialRefusal } from '#casework/materials/material-refusals.ts';
import { scanNow, scanStates, type ScanState } from '#casework/materials/scan-states.ts';
import type { StoreActor } from './actor.ts';
import type { Received } from './file-folder.ts';
import { nowIn } from './log.ts';
import type { Tx } from './open.ts';

export type Material = {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly name: string;
  readonly firm: string | null;
  readonly madeBy: string;
  readonly at: string;
  /** Shown wherever the file can be opened. */
  readonly scan: ScanState;
};

export type MaterialUse = Material & { readonly label: string; readonly usedBy: string; readonly usedAt: string };

const chainOf = (id: string): string => `case/${id}`;

/** For whom the actor hands in: a firm's people for their firm, whatever they say; null is for nobody but himself. */
export const firmFor = ({ role, organisation }: StoreActor, given: string | null): string | null =>
  role === 'legal-person' || role === 'agent' || role === 'talent' ? organisation : given;

export const mayKeep = async (tx: Tx, firm: string | null): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select hands_in(actor_role()) and hands_in_for(${firm}) as may`.execute(tx);
  return rows[0]?.may === true;
};

export const seesCase = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('case_now').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;

/** The scan state of each of these hashes, in hex. */
const scansOf = async (tx: Tx, hashes: readonly Buffer[]): Promise<ReadonlyMap<string, ScanState>> => {
  if (hashes.length === 0) return new Map();
  const rows = await tx
    .selectFrom('material_scan')
    .select(['sha256', 'state', 'at'])
    .where('sha256', 'in', hashes)
    .orderBy('place')
    .execute();
  const now = await nowIn(tx);
  const steps = rows.map(({ sha256, state, at }) => ({ hex: sha256.toString('hex'), state, at: at.toISOString() }));
  return new Map([...Map.groupBy(steps, ({ hex }) => hex)].map(([hex, own]) => [hex, scanNow(own, now)]));
};

type Row = {
  readonly id: string;
  readonly sha256: Buffer;
  readonly size: bigint;
  readonly kind: FileKind;
  readonly name: string;
  readonly firm: string | null;
  readonly made_by: string;
  readonly at: Date;
};

const columns = ['id', 'sha256', 'size', 'kind', 'name', 'firm', 'made_by', 'material.at'] as const;

const materialOf = (row: Row, scans: ReadonlyMap<string, ScanState>): Material => {
  const sha256 = row.sha256.toString('hex');
  return {
    id: row.id,
    sha256,
    size: Number(row.size),
    kind: row.kind,
    name: row.name,
    firm: row.firm,
    madeBy: row.made_by,
    at: row.at.toISOString(),
    scan: scans.get(sha256) ?? 'unscanned',
  };
};

/** A file that the actor may see; null where there is none. */
export const findMaterial = async (tx: Tx, id: string): Promise<Material | null> => {
  const row = await tx.selectFrom('material').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : materialOf(row, await scansOf(tx, [row.sha256]));
};

/** Where the same person hands the same bytes in again for the same firm, it is the same file under its first name. */
const sameAs = (tx: Tx, { person, organisation }: StoreActor, sha256: Buffer, firm: string | null) =>
  tx
    .selectFrom('material')
    .select(['id', 'name', 'kind'])
    .where('sha256', '=', sha256)
    .where('made_by', '=', person)
    .where('organisation', '=', organisation)
    .where('firm', 'is not distinct from', firm)
    .executeTakeFirstOrThrow();

/** Under the name and kind of the first time. */
export type Kept = { readonly ok: true; readonly id: string; readonly name: string; readonly kind: FileKind };

/**
 * Says of received bytes whose they are.
 *
 * @param given  for which firm the window hands in; others hand in for their own, or what they wrote themselves
 */
export const keepMaterial = async (
  tx: Tx,
  actor: StoreActor,
  { sha256, size, kind, name }: Received,
  given: { readonly firm: string | null },
): Promise<Kept | MaterialRefusal<'not-for-you'>> => {
  const firm = firmFor(actor, given.firm);
  if (!(await mayKeep(tx, firm))) return refuseMaterial('not-for-you');
  const { tenant, person, organisation } = actor;
  const bytes = Buffer.from(sha256, 'hex');
  await tx
    .insertInto('material')
    .values({
      tenant,
      id: randomUUID(),
      sha256: bytes,
      size: BigInt(size),
      kind,
      name,
      firm,
      made_by: person,
      organisation,
    })
    .onConflict((same) => same.columns(['tenant', 'sha256', 'made_by', 'organisation', 'firm']).doNothing())
    .execute();
  return { ok: true, ...(await sameAs(tx, actor, bytes, firm)) };
};

export type NewUse = {
  readonly case: string;
  readonly material: string;
  /** What it is there: 上年度审计报告. */
  readonly label: string;
};

/** Uses a file in a case: new, or one that lies there from another case of the firm. Once; a second time changes nothing. */
export const putInCase = async (
  tx: Tx,
  { tenant, person }: StoreActor,
  { case: id, material, label }: NewUse,
): Promise<
  | { readonly ok: true }
  | MaterialRefusal<'no-such-case' | 'no-such-material' | 'has-virus' | 'other-firm' | 'label-missing' | 'not-for-you'>
> => {
  if (label.trim() === '') return refuseMaterial('label-missing');
  if (!(await seesCase(tx, id))) return refuseMaterial('no-such-case');
  const found = await findMaterial(tx, material);
  if (found === null) return refuseMaterial('no-such-material');
  if (found.scan === 'virus') return refuseMaterial('has-virus');
  const { rows } = await sql<{ hands: boolean; fits: boolean }>`
    select hands_in(actor_role()) as hands, fits_case(${material}::uuid, ${chainOf(id)}) as fits`.execute(tx);
  if (rows[0]?.hands !== true) return refuseMaterial('not-for-you');
  if (!rows[0].fits) return refuseMaterial('other-firm');
  await tx
    .insertInto('material_use')
    .values({ tenant, chain: chainOf(id), material, label, used_by: person })
    // Without naming the key: it is refused by nobody's right to see.
    .onConflict((same) => same.doNothing())
    .execute();
  return { ok: true };
};

/** The files of a case that the actor may see, in the order in which they came. */
export const materialsOf = async (tx: Tx, id: string): Promise<readonly MaterialUse[]> => {
  const rows = await tx
    .selectFrom('material_use')
    .innerJoin('material', (join) =>
      join.onRef('material.tenant', '=', 'material_use.tenant').onRef('material.id', '=', 'material_use.material'),
    )
    .select([...columns, 'label', 'used_by', 'material_use.at as used_at'])
    .where('chain', '=', chainOf(id))
    .orderBy('material_use.at')
    .orderBy('label')
    .execute();
  const scans = await scansOf(
    tx,
    rows.map(({ sha256 }) => sha256),
  );
  return rows.map((row) => ({
    ...materialOf(row, scans),
    label: row.label,
    usedBy: row.used_by,
    usedAt: row.used_at.toISOString(),
  }));
};

/** The files of the actor's firm or own hand, for use in another case; the newest first. */
export const ownMaterials = async (
  tx: Tx,
  { person, role, organisation }: StoreActor,
): Promise<readonly Material[]> => {
  const isFirm = role === 'legal-person' || role === 'agent';
  const rows = await tx
    .selectFrom('material')
    .select(columns)
    .where((is) =>
      isFirm
        ? is('firm', '=', organisation)
        : is.and([is('made_by', '=', person), is('organisation', '=', organisation)]),
    )
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  const scans = await scansOf(
    tx,
    rows.map(({ sha256 }) => sha256),
  );
  return rows.map((row) => materialOf(row, scans));
};

/**
 * Gives a file out and leaves a line about it. The bytes may leave only when the transaction has ended well: an undone one
 * takes the line with it.
 */
export const lookAt = async (
  tx: Tx,
  { tenant, person, role, organisation }: StoreActor,
  id: string,
): Promise<
  | { readonly ok: true; readonly material: Material }
  | MaterialRefusal<'no-such-material' | 'being-scanned' | 'has-virus'>
> => {
  const material = await findMaterial(tx, id);
  if (material === null) return refuseMaterial('no-such-material');
  if (scanStates[material.scan].served === 'no')
    return refuseMaterial(material.scan === 'scanning' ? 'being-scanned' : 'has-virus');
  await tx
    .insertInto('material_look')
    .values({ tenant, material: id, looked_by: person, role, organisation })
    .execute();
  return { ok: true, material };
};

export type Look = {
  readonly material: string;
  readonly by: string;
  readonly role: string;
  readonly organisation: string;
  readonly at: string;
};

/** Who was given files, of those that the actor may know of; the newest first. */
export const looksAt = async (tx: Tx): Promise<readonly Look[]> => {
  const rows = await tx
    .selectFrom('material_look')
    .select(['material', 'looked_by as by', 'role', 'organisation', 'at'])
    .orderBy('place', 'desc')
    .execute();
  return rows.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
};
