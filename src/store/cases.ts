// Cases in the database: the actions are entries of the case's chain, the state is their fold, and a row says what it is now.
import { sql } from 'kysely';
import type { Action, ActionOf } from '#casework/cases/actions.ts';
import { fold } from '#casework/cases/fold.ts';
import type { ActionKind, Payloads } from '#casework/cases/payloads.ts';
import { refuse, type Refusal } from '#casework/cases/refusals.ts';
import type { Actor } from '#casework/cases/roles.ts';
import { drawnExperts, type CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import { fromCanonical, type Plain } from '#casework/log/canonical.ts';
import type { Linked } from '#casework/log/chain.ts';
import type { StoreActor } from './actor.ts';
import { append, lockChain, nowIn, readChain } from './log.ts';
import type { Tx } from './open.ts';

export type NewAction<K extends ActionKind = ActionKind> = {
  /** Given by who acts, so that the same action that comes twice is known. */
  readonly id: string;
  readonly case: string;
  readonly kind: K;
  readonly payload: Payloads[K];
  /** The hash of the rulebook that a decision was judged by; null where nothing is decided. */
  readonly rulebook: string | null;
};

/** The case says no; what it says is for the person who tried. Ends the transaction, so that nothing of the action is left. */
export class CaseRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.name = 'CaseRefused';
    this.refusal = refusal;
  }
}

/** There is no such case for this actor: whether it exists is not said. */
export class CaseUnknown extends Error {
  constructor(id: string) {
    super(`no case ${id} for this actor`);
    this.name = 'CaseUnknown';
  }
}

const chainOf = (id: string): string => `case/${id}`;

/** Payloads hold texts, whole numbers, amounts and lists of them: exactly what canonical JSON can say. */
const bodyOf = ({ id, by, payload, rulebook }: Action): Plain => ({ id, by, payload: payload as Plain, rulebook });

const actionOf = (entry: Linked): Action => {
  const { id, by, payload, rulebook } = fromCanonical(entry.body) as {
    readonly id: string;
    readonly by: Actor;
    readonly payload: Payloads[ActionKind];
    readonly rulebook: string | null;
  }; // written by `act`
  // Kind and payload were written together.
  return {
    id,
    case: entry.chain.slice('case/'.length),
    kind: entry.kind,
    at: entry.at,
    by,
    payload,
    rulebook,
  } as Action;
};

/** All actions of a case, from the opening; none where the actor may not see it. */
export const readActions = async (tx: Tx, id: string): Promise<readonly Action[]> =>
  (await readChain(tx, chainOf(id))).map(actionOf);

const folded = (id: string, actions: readonly Action[]): CaseState => {
  const found = fold(actions);
  // What was let in then must stand now: anything else is a broken log or a changed law, and somebody has to look.
  if (!found.ok) throw new Error(`case ${id} does not stand at action ${found.index}: ${found.code}`);
  return found.state;
};

/** The state of a case. @throws CaseUnknown */
export const readCase = async (tx: Tx, id: string): Promise<CaseState> => {
  const actions = await readActions(tx, id);
  if (actions.length === 0) throw new CaseUnknown(id);
  return folded(id, actions);
};

const rowOf = (state: CaseState, opening: Action, seq: number) => ({
  id: state.id,
  procedure: state.procedure,
  matter: state.matter,
  firm: state.firm,
  jurisdiction: state.jurisdiction,
  decided_by: state.decidedBy,
  opened_by: opening.by.person,
  phase: state.phase,
  stage: state.stage,
  holds: state.holds.map(({ kind }) => kind),
  experts: drawnExperts(state),
  opened_at: opening.at,
  acted_at: state.last,
  seq,
});

const partnersOf = ({ consents }: CaseState) => [
  ...new Map(
    consents.flatMap(({ organisations, until }) =>
      organisations.map((organisation) => [organisation, { organisation, until }] as const),
    ),
  ).values(),
];

const keep = async (tx: Tx, state: CaseState, opening: Action, seq: number): Promise<void> => {
  const [row, partners] = [JSON.stringify(rowOf(state, opening, seq)), JSON.stringify(partnersOf(state))];
  await sql`select keep_case(${row}::jsonb, ${partners}::jsonb)`.execute(tx);
};

export type Acted = { readonly state: CaseState; readonly entry: Linked };

/**
 * Does one action on a case, or opens one: who may is asked, the action is written, and what the case is now is kept.
 *
 * @throws CaseRefused, CaseUnknown, StoreError `clock-backwards`
 */
export const act = async <K extends ActionKind>(tx: Tx, actor: StoreActor, given: NewAction<K>): Promise<Acted> => {
  // The clock knows its own actions by their ids; nobody takes one from it.
  if (given.id.startsWith('clock/') && actor.role !== 'clock') throw new CaseRefused(refuse('reserved-id'));
  const { tenant: _tenant, ...by } = actor;
  const chain = chainOf(given.case);
  await lockChain(tx, actor, chain);
  const before = await readActions(tx, given.case);
  const [first] = before;
  if (first === undefined && given.kind !== 'open') throw new CaseUnknown(given.case);
  // An action of this kind with its payload.
  const action = { ...given, at: await nowIn(tx), by } as ActionOf<K> as Action;
  const after = first === undefined ? fold([action]) : step(folded(given.case, before), action);
  if (!after.ok) throw new CaseRefused({ ok: false, code: after.code, sentence: after.sentence });
  const entry = await append(tx, actor, { chain, kind: given.kind, body: bodyOf(action), at: action.at });
  await keep(tx, after.state, first ?? action, entry.seq);
  return { state: after.state, entry };
};

/** Cases whose row is not what their actions make; for a look after a restore, and for tests. */
export const differingCases = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.selectFrom('case_now').selectAll().orderBy('id').execute();
  const wrong: string[] = [];
  for (const { tenant: _tenant, ...row } of rows) {
    const actions = await readActions(tx, row.id);
    const [opening] = actions;
    if (opening === undefined) {
      wrong.push(row.id);
      continue;
    }
    const kept = { ...row, opened_at: row.opened_at.toISOString(), acted_at: row.acted_at.toISOString() };
    const made = rowOf(folded(row.id, actions), opening, actions.length);
    if (JSON.stringify(made) !== JSON.stringify(kept)) wrong.push(row.id);
  }
  return wrong;
};
