// A file from its first byte to its rows: asked first, written outside any transaction, then said whose it is.
import type { FileRefusal } from '#casework/materials/file-refusals.ts';
import { refuseMaterial, type MaterialRefusal } from '#casework/materials/material-refusals.ts';
import type { StoreActor } from './actor.ts';
import { receive, type Incoming, type Received } from './file-folder.ts';
import { firmFor, keepMaterial, mayKeep, putInCase, seesCase, type Kept, type NewUse } from './files.ts';
import type { Store, Tx } from './open.ts';

export type NewFile = Incoming & {
  readonly firm: string | null;
  /** The case it is handed in for; null for the firm's own shelf. */
  readonly use: Omit<NewUse, 'material'> | null;
};

/** Who may not hand it in is told before its bytes are taken. */
const askFirst = async (
  tx: Tx,
  actor: StoreActor,
  { firm, use }: Pick<NewFile, 'firm' | 'use'>,
): Promise<MaterialRefusal | null> => {
  if (!(await mayKeep(tx, firmFor(actor, firm)))) return refuseMaterial('not-for-you');
  if (use === null) return null;
  if (use.label.trim() === '') return refuseMaterial('label-missing');
  return (await seesCase(tx, use.case)) ? null : refuseMaterial('no-such-case');
};

/** What the second transaction says no to: it is undone, so that the file is not kept without its use. */
class NotKept extends Error {
  readonly refusal: MaterialRefusal;
  constructor(refusal: MaterialRefusal) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

const keptFor = async (
  tx: Tx,
  actor: StoreActor,
  received: Received,
  { firm, use }: Pick<NewFile, 'firm' | 'use'>,
): Promise<Kept> => {
  const kept = await keepMaterial(tx, actor, received, { firm });
  if (!kept.ok) throw new NotKept(kept);
  const used = use === null ? null : await putInCase(tx, actor, { ...use, material: kept.id });
  if (used?.ok === false) throw new NotKept(used);
  return kept;
};

/**
 * Takes a file whole: asked first, its bytes written outside any transaction, then its rows. Bytes that no row speaks of, after a
 * crash between the two, are found again by whoever hands the same in.
 *
 * @throws StoreError `disk-full`, `folder-unusable`; the error of the stream where the sender broke off
 */
export const keepFile = async (
  store: Pick<Store, 'as'>,
  actor: StoreActor,
  folder: string,
  { firm, use, ...incoming }: NewFile,
): Promise<(Received & Kept) | FileRefusal | MaterialRefusal> => {
  const no = await store.as(actor, (tx) => askFirst(tx, actor, { firm, use }));
  if (no !== null) return no;
  const received = await receive({ folder, tenant: actor.tenant }, incoming);
  if (!received.ok) return received;
  try {
    const kept = await store.as(actor, (tx) => keptFor(tx, actor, received, { firm, use }));
    return { ...received, ...kept };
  } catch (error) {
    if (error instanceof NotKept) return error.refusal;
    throw error;
  }
};
