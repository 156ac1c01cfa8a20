// Scans of files: what has to be scanned, the scan outside any transaction, and its verdict. Without a scanner nothing is written,
// and the state stays 未扫描.
import { sql } from 'kysely';
import type { StoreActor } from './actor.ts';
import { pathOf } from './file-folder.ts';
import type { Store, Tx } from './open.ts';

export type Verdict = 'clean' | { readonly virus: string } | 'failed';

export type Scanner = {
  /** As it is written beside the verdict: ClamAV. */
  readonly engine: string;
  readonly scan: (path: string) => Promise<Verdict>;
};

/** Hashes without a verdict that nobody is scanning; what failed, or was cut off, comes again. Seen by the clock. */
export const toScan = async (tx: Tx): Promise<readonly string[]> => {
  const { rows } = await sql<{ sha256: Buffer }>`
    select m.sha256 from material m
    where not exists (
      select from material_scan s where s.tenant = m.tenant and s.sha256 = m.sha256
        and (s.state in ('clean', 'virus') or s.at > clock_timestamp() - interval '10 minutes'))
    group by m.sha256 order by min(m.at), m.sha256`.execute(tx);
  return rows.map(({ sha256 }) => sha256.toString('hex'));
};

const put = (store: Pick<Store, 'as'>, clock: StoreActor, sha256: string, engine: string, said: Verdict | 'scanning') =>
  store.as(clock, (tx) =>
    tx
      .insertInto('material_scan')
      .values({
        tenant: clock.tenant,
        sha256: Buffer.from(sha256, 'hex'),
        ...(typeof said === 'string' ? { state: said, virus: null } : { state: 'virus', virus: said.virus }),
        engine,
      })
      .execute(),
  );

/** Scans one file and writes what came out. A scanner that breaks has failed. */
export const scanFile = async (
  store: Pick<Store, 'as'>,
  clock: StoreActor,
  { folder, sha256 }: { readonly folder: string; readonly sha256: string },
  { engine, scan }: Scanner,
): Promise<Verdict> => {
  await put(store, clock, sha256, engine, 'scanning');
  const verdict = await scan(pathOf({ folder, tenant: clock.tenant, sha256 })).catch((): Verdict => 'failed');
  await put(store, clock, sha256, engine, verdict);
  return verdict;
};
