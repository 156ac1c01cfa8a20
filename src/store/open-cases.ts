// The open cases of a city one after the other, each in a transaction of its own: one that fails leaves nothing in another.
import { phaseRow } from '#casework/cases/procedures/procedures.ts';
import { isEnding, type ProcedureKind } from '#casework/cases/procedures/shape.ts';
import type { StoreActor } from './actor.ts';
import { lockChain } from './log.ts';
import type { Store, Tx } from './open.ts';

const pageSize = 200;

/** The open ones of a page of cases after this id, and where to go on; null after the last. */
const openCases = async (tx: Tx, after: string) => {
  const rows = await tx
    .selectFrom('case_now')
    .select(['id', 'procedure', 'phase'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(pageSize)
    .execute();
  // Kept by `act` from a state, so the procedure is one.
  const open = rows.filter(({ procedure, phase }) => !isEnding(phaseRow(procedure as ProcedureKind, phase)));
  return { ids: open.map(({ id }) => id), next: rows.length < pageSize ? null : (rows.at(-1)?.id ?? null) };
};

/** Does this on every open case that the actor sees; two who do it at once come to a case one after the other. */
export const onOpenCases = async <T>(
  store: Store,
  actor: StoreActor,
  work: (tx: Tx, id: string) => Promise<T>,
): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const page = await store.as(actor, (tx) => openCases(tx, from));
    for (const id of page.ids)
      all.push(
        await store.as(actor, async (tx) => {
          await lockChain(tx, actor, `case/${id}`);
          return work(tx, id);
        }),
      );
    after = page.next;
  }
  return all;
};
