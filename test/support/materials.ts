// Files of cases of two invented firms, and people who hand them in, use them and look at them.
import { Readable } from 'node:stream';
import { bank, city } from '#casework/cases/toy-office.ts';
import type { Scanner, Verdict } from '#store/file-scans.ts';
import type { StoreActor } from '#store/actor.ts';
import { lookAt, materialsOf, putInCase, type NewUse } from '#store/files.ts';
import { keepFile, type NewFile } from '#store/keep-file.ts';
import { freshTenant, type TestDatabase } from './database.ts';
import { actorOf, another, county, own } from './firms.ts';
import { smallPdf } from './small-files.ts';

/** The county of the other firm. */
export const elsewhere = '柳西区';

export const clockOf = (tenant: string): StoreActor => actorOf(tenant, 'clock');

/** A scanner that has made up its mind. */
export const finding = (verdict: Verdict): Scanner => ({ engine: '试验', scan: () => Promise.resolve(verdict) });

export const materialsIn = (database: () => TestDatabase, folder: string) => {
  /** A city with two cases of the first firm and one of the other, which belongs to another county. */
  const withCases = async (): Promise<string> => {
    const tenant = await freshTenant(database());
    for (const [id, firm, place] of [
      ['c-1', own, county],
      ['c-2', own, county],
      ['o-1', another, elsewhere],
    ])
      await database().direct.query(
        "insert into tihang.case_now values ($1, $2, 'apply', '补助', $3, $4, $5, 'deputy-1', 'reviewing', 0, '{}', '{expert-1}', now(), now(), 1)",
        [tenant, id, firm, place, city],
      );
    return tenant;
  };

  const consent = (tenant: string, isGiven: boolean): Promise<unknown> =>
    isGiven
      ? database().direct.query("insert into tihang.case_partner values ($1, 'c-1', $2, '2099-01-01')", [tenant, bank])
      : database().direct.query('delete from tihang.case_partner where tenant = $1', [tenant]);

  const tryKeep = (actor: StoreActor, other: Partial<NewFile> = {}, bytes = smallPdf()) =>
    keepFile(database().store, actor, folder, {
      name: '审计报告.pdf',
      declaredType: 'application/pdf',
      stream: Readable.from([bytes]),
      firm: null,
      use: { case: 'c-1', label: '上年度审计报告' },
      ...other,
    });

  const keep = async (actor: StoreActor, other: Partial<NewFile> = {}, bytes = smallPdf()) => {
    const kept = await tryKeep(actor, other, bytes);
    if (!kept.ok) throw new Error(kept.code);
    return kept;
  };

  const inCase = (actor: StoreActor, id = 'c-1') => database().store.as(actor, (tx) => materialsOf(tx, id));
  const look = (actor: StoreActor, id: string) => database().store.as(actor, (tx) => lookAt(tx, actor, id));
  const put = (actor: StoreActor, use: NewUse) => database().store.as(actor, (tx) => putInCase(tx, actor, use));
  return { withCases, consent, tryKeep, keep, inCase, look, put };
};
