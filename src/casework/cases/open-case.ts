// Opening a case: who may, in which phase it then stands, and whether its stages are lawful.
import type { ActionOf } from './actions.ts';
import { withIntervals } from './clock-intervals.ts';
import { seatRefusal } from './may-act.ts';
import { rolesFor } from './permissions.ts';
import { procedures } from './procedures/procedures.ts';
import { refuse, type Refusal } from './refusals.ts';
import { stageListProblems } from './stage-order.ts';
import type { CaseState } from './state.ts';

/** Everything that a case does not have yet on its first day. */
const nothingYet = {
  back: null,
  stage: null,
  furthest: 0,
  holds: [],
  returns: new Map(),
  intervals: [],
  silences: [],
  reminders: 0,
  extended: new Set<string>(),
  confirmed: false,
  appealed: false,
  heard: false,
  draws: [],
  scores: [],
  opinions: [],
  visits: [],
  baseFen: null,
  approvedFen: null,
  notice: null,
  objections: new Map(),
  parts: [],
  document: null,
  account: null,
  orders: [],
  recoveries: [],
  owedFen: 0n,
  collectedFen: 0n,
  consents: [],
  partners: new Map(),
  deal: null,
  tier: null,
  result: null,
  rating: null,
  feedback: null,
  promises: new Map(),
  delegations: [],
  ties: new Set<string>(),
  rulings: [],
  corrections: [],
} satisfies Partial<CaseState>;

/**
 * The state of a case that was just opened.
 *
 * @problem cannot-start  the role opens no such case
 * @problem other-firm, other-jurisdiction  who opens does not sit where the case is
 * @problem bad-stages    the stages are not lawful; the sentence says what is wrong
 * @problem no-rulebook   the rulebook that it is judged on is not named
 */
export const openCase = (action: ActionOf<'open'>): { readonly ok: true; readonly state: CaseState } | Refusal => {
  const { by, payload, rulebook } = action;
  const { procedure, stages } = payload;
  const start = procedures[procedure].starts.find((each) => each.by.includes(by.role));
  if (start === undefined || !rolesFor('open').includes(by.role)) return refuse('cannot-start');
  if (rulebook === null) return refuse('no-rulebook');
  const problems = stageListProblems(
    procedure,
    stages.map(({ kind }) => kind),
  );
  const [first] = problems;
  if (first !== undefined) return { ...refuse('bad-stages'), sentence: `${first}；请按环节顺序的规定改正` };
  const state: CaseState = {
    ...nothingYet,
    ...payload,
    id: action.case,
    rulebook,
    phase: start.phase,
    done: new Map([[action.id, action.kind]]),
    last: action.at,
  };
  // A partner who recommends a firm has no consent yet: it is asked for next.
  const elsewhere = by.role === 'partner' ? null : seatRefusal(state, by, action.at);
  return elsewhere === null ? { ok: true, state: withIntervals(state, action.at) } : refuse(elsewhere);
};
