// May this person do this now, and if not, why not. The server enforces it, the pages show it, the tests enumerate it.
import type { ActionKind, Instant } from './payloads.ts';
import { holds } from './holds.ts';
import { rolesFor } from './permissions.ts';
import { phaseRow } from './procedures/procedures.ts';
import { isEnding } from './procedures/shape.ts';
import { refuse, type Refusal, type RefusalCode } from './refusals.ts';
import { seats, type Actor } from './roles.ts';
import { isInStages, runningStage } from './stage-home.ts';
import { rolesAtStage, stageActions } from './stages.ts';
import { drawnExperts, type CaseState, type Order } from './state.ts';
import { failsGuard } from './transition-guards.ts';
import { waitingFor } from './waiting.ts';
import { guardOf, wayOf } from './ways.ts';

type Question = {
  readonly state: CaseState;
  readonly actor: Actor;
  readonly kind: ActionKind;
  readonly at: Instant;
};
type Check = (question: Question) => RefusalCode | null;

const hasRole: Check = ({ actor, kind }) => (rolesFor(kind).includes(actor.role) ? null : 'role-not-allowed');

const isInPhase: Check = ({ state, kind }) => {
  if (kind === 'open') return 'already-open';
  if (wayOf(state, kind) !== null) return null;
  return isEnding(phaseRow(state.procedure, state.phase)) ? 'ended' : 'unknown-phase-action';
};

const isAtStage: Check = ({ state, actor, kind }) => {
  if (!isInStages(state) || !stageActions.has(kind)) return null;
  const stage = runningStage(state);
  const allowed = stage === null ? null : rolesAtStage(stage, kind);
  if (allowed === null) return 'not-at-stage';
  return allowed.includes(actor.role) ? null : 'role-not-at-stage';
};

const isConsentedPartner = (state: CaseState, organisation: string, at: Instant): boolean =>
  state.consents.some((each) => each.until > at && each.organisations.includes(organisation));

/** Why this person does not sit where the case is; null when they do. A zone has no division code: jurisdictions are compared as they were filed, never derived. */
export const seatRefusal = (state: CaseState, actor: Actor, at: Instant): RefusalCode | null => {
  const { jurisdiction, organisation } = actor;
  switch (seats[actor.role]) {
    case 'firm':
      return organisation === state.firm ? null : 'other-firm';
    case 'county':
      return jurisdiction === state.jurisdiction ? null : 'other-jurisdiction';
    case 'city':
      return jurisdiction === state.decidedBy ? null : 'other-jurisdiction';
    case 'either':
      return [state.jurisdiction, state.decidedBy].includes(jurisdiction) ? null : 'other-jurisdiction';
    case 'partner':
      return isConsentedPartner(state, organisation, at) ? null : 'no-consent';
    case 'anyone':
      return null;
    case 'nobody':
      return 'role-not-allowed';
  }
};

const isInSeat: Check = ({ state, actor, at }) => seatRefusal(state, actor, at);

const hasNoTie: Check = ({ state, actor }) => {
  const isOfficial = ['county', 'city', 'either'].includes(seats[actor.role]);
  return isOfficial && state.ties.has(actor.person) ? 'declared-tie' : null;
};

const isDelegated: Check = ({ state, actor, kind, at }) => {
  if (actor.role !== 'agent') return null;
  const covers = state.delegations.some(
    ({ to, scope, until }) => to === actor.person && until > at && scope.includes(kind),
  );
  return covers ? null : 'not-delegated';
};

const isNotHeld: Check = ({ state, kind }) => {
  const blocks = state.holds.some((hold) => holds[hold.kind].blocks.some((blocked) => blocked === kind));
  return blocks ? 'on-hold' : null;
};

const mayRelease: Check = ({ state, actor, kind }) => {
  if (kind !== 'release-hold') return null;
  if (state.holds.length === 0) return 'no-such-hold';
  const own = state.holds.some((hold) => holds[hold.kind].release.some((role) => role === actor.role));
  return own ? null : 'hold-not-yours';
};

/** True when this person may take this order to its next step: nobody takes two of the three, and nobody releases to an account they touched. */
export const isOtherPerson = (state: CaseState, order: Order, person: string, kind: ActionKind): boolean => {
  if (kind === 'check-order') return order.maker !== person;
  if (kind !== 'release-order') return true;
  const touched = [order.maker, order.checker, state.account?.setBy, state.account?.verifiedBy];
  return !touched.includes(person);
};

/** The status from which each step takes an order. */
export const takesFrom = { 'check-order': 'draft', 'release-order': 'checked' } as const;

const isOtherPair: Check = ({ state, actor, kind }) => {
  if (kind !== 'check-order' && kind !== 'release-order') return null;
  const waiting = state.orders.filter(({ status }) => status === takesFrom[kind]);
  if (waiting.length === 0) return 'no-such-order';
  return waiting.some((order) => isOtherPerson(state, order, actor.person, kind)) ? null : 'same-person';
};

const isDrawn: Check = ({ state, actor, kind }) =>
  kind !== 'score' || drawnExperts(state).includes(actor.person) ? null : 'not-drawn';

const hasClock: Check = ({ state, kind, at }) => {
  if (kind !== 'silence' && kind !== 'extend') return null;
  const waiting = waitingFor(state);
  if (waiting.is === 'ended' || 'none' in waiting.clock) return 'no-clock';
  const { silence } = waiting;
  const guard = kind === 'silence' && silence.then === 'move' ? silence.guard : undefined;
  return guard === undefined ? null : failsGuard(guard, state, at);
};

const isWayOpen: Check = ({ state, kind, at }) => {
  const way = wayOf(state, kind);
  const guard = way === null ? null : guardOf(way);
  return guard === null ? null : failsGuard(guard, state, at);
};

const checks: readonly Check[] = [
  hasRole,
  isInSeat,
  isInPhase,
  isAtStage,
  hasNoTie,
  isDelegated,
  isNotHeld,
  mayRelease,
  isOtherPair,
  isDrawn,
  hasClock,
  isWayOpen,
];

/**
 * May this person take an action of this kind on this case. What the action carries is checked when it is taken.
 *
 * @param at  the moment that delegations and consents are asked for; without it, that of the last action
 * @returns   ok, or the first reason why not with what would make it possible
 * @source    casework: mayAct; people and access
 */
export const mayAct = (
  state: CaseState,
  actor: Actor,
  kind: ActionKind,
  at: Instant = state.last,
): { readonly ok: true } | Refusal => {
  for (const check of checks) {
    const code = check({ state, actor, kind, at });
    if (code !== null) return refuse(code);
  }
  return { ok: true };
};
