// Whether the folder holds what the database knows: after a restore, and from time to time, for disks forget.
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { StoreActor } from './actor.ts';
import { readRange, type BytesPlace } from './file-folder.ts';
import type { Store } from './open.ts';

export type MissingFile = {
  readonly sha256: string;
  /** `changed`: there, and its bytes no longer hash to its name. */
  readonly what: 'missing' | 'changed';
};

const flawOf = async (place: BytesPlace): Promise<MissingFile['what'] | null> => {
  const part = await readRange(place);
  // An empty file was never taken.
  if (!part.ok) return part.code === 'bytes-missing' ? 'missing' : 'changed';
  const hash = createHash('sha256');
  await pipeline(part.stream, hash);
  return hash.digest('hex') === place.sha256 ? null : 'changed';
};

/** The hashes that the tables know and the folder lacks or has otherwise, in order. Reads every byte; asked by the clock. */
export const missingFiles = async (
  store: Pick<Store, 'as'>,
  clock: StoreActor,
  folder: string,
): Promise<readonly MissingFile[]> => {
  const known = await store.as(clock, (tx) =>
    tx.selectFrom('material').select('sha256').distinct().orderBy('sha256').execute(),
  );
  const found: MissingFile[] = [];
  for (const { sha256: bytes } of known) {
    const sha256 = bytes.toString('hex');
    const what = await flawOf({ folder, tenant: clock.tenant, sha256 });
    if (what !== null) found.push({ sha256, what });
  }
  return found;
};
