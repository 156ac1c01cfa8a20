// One gate of the ladder for one firm: the rule of its mode on that date, with the year's notices laid over it.
import { begin, type EvaluationOptions } from './begin.ts';
import { contradictionsIn } from './contradictions.ts';
import { explain, failingIds } from './explain.ts';
import { requirementOn } from './overlays.ts';
import { notesBeside, rulingsOfGate, showRulings } from './rulings.ts';
import type { ConditionResult, GateResult, Reason, ScoreResult } from './result.ts';
import { outOfForce, standingOf } from './versions.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Gate, Mode, Rulebook, Term } from '#rules/packs/rulebook.ts';

export { requirementOn } from './overlays.ts';

const scoreIn = (traced: ConditionResult): ScoreResult | null => {
  if (traced.score) return traced.score;
  for (const part of traced.of ?? []) {
    const found = scoreIn(part);
    if (found) return found;
  }
  return null;
};

/** The terms of all gates of this level and mode; of this one alone while another is in force. */
const termsBeside = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): readonly { readonly term: Term }[] => {
  const rivals = [...book.gates.values()].filter((each) => each.to === gate.to && each.terms[mode] !== null);
  const own = rivals.some((each) => isInForce(each, mode, on)) ? [gate] : rivals;
  return own.flatMap(({ terms }) => (terms[mode] === null ? [] : [{ term: terms[mode] }]));
};

const notInForce = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): GateResult => {
  const text = gate.terms[mode] === null ? '没有这种办理方式' : outOfForce(termsBeside(book, gate, mode, on), on);
  return {
    id: gate.id,
    name: gate.name,
    to: gate.to,
    mode,
    applies: false,
    verdict: 'ineligible',
    missing: [],
    failing: [],
    reasons: [{ code: 'not-in-force', at: gate.id, text }],
    score: null,
    evidence: 'primary',
    unsettled: gate.unsettled,
    rulings: [],
    conditions: null,
    change: [],
  };
};

/** Where it is not known whether the rule had begun, a passed test does not stand: without the rule nothing is passed. */
const unlessBegun = (traced: ConditionResult, gate: Gate, on: PlainDate): ConditionResult => {
  if (traced.verdict === 'ineligible') return traced;
  const reason: Reason = { code: 'unpublished', at: gate.id, text: `${on} 是否已施行未公开：施行日期待核` };
  return { ...traced, verdict: 'undetermined', reasons: [...traced.reasons, reason] };
};

/** Whether a gate has a rule for this mode on this date. */
export const isInForce = (gate: Gate, mode: Mode, on: PlainDate): boolean => {
  const term = gate.terms[mode];
  if (term === null) return false;
  const standing = standingOf(term, on);
  return standing === 'in-force' || standing === 'possibly';
};

/**
 * The result of one gate.
 *
 * @param mode  new for a first application, review for a 复核
 */
export const evaluateGate = (
  book: Rulebook,
  gate: Gate,
  mode: Mode,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): GateResult => {
  if (!isInForce(gate, mode, on)) return notInForce(book, gate, mode, on);
  const term = gate.terms[mode];
  const rulings = rulingsOfGate(book, gate, mode, on);
  const notes = notesBeside(gate.unsettled, rulings);
  const context = begin({ book, firm, on, mode, options });
  const unsettled = term?.to === 'unknown' ? [...new Set([...notes, '有效期待核'])] : notes;
  const explained = explain(context, requirementOn(book, gate, mode, on));
  const traced = term !== null && standingOf(term, on) === 'possibly' ? unlessBegun(explained, gate, on) : explained;
  return {
    id: gate.id,
    name: gate.name,
    to: gate.to,
    mode,
    applies: true,
    verdict: traced.verdict,
    missing: traced.missing,
    failing: failingIds(traced),
    reasons: traced.reasons,
    score: scoreIn(traced),
    evidence: traced.evidence,
    unsettled: [...unsettled, ...contradictionsIn(context)],
    rulings: showRulings(rulings),
    conditions: traced,
    change: [],
  };
};
