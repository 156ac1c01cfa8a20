// One gate of the ladder for one firm: the rule of its mode on that date, with the year's notices laid over it.
import { begin, type EvaluationOptions } from './begin.ts';
import { explain, failingIds } from './explain.ts';
import type { ConditionResult, GateResult, Reason, ScoreResult } from './result.ts';
import { outOfForce, standingOf } from './versions.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Condition, Gate, Mode, Overlay, Rulebook } from '#rules/packs/rulebook.ts';

/** Rewrites the conditions that have this id, wherever they stand. */
const rewrite = (condition: Condition, id: string, by: (found: Condition) => Condition): Condition => {
  if (condition.id === id) return by(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'disputed':
      return { ...condition, of: condition.of.map((part) => rewrite(part, id, by)) };
    case 'not':
      return { ...condition, of: rewrite(condition.of, id, by) };
    case 'first':
      return { ...condition, rows: condition.rows.map((row) => ({ when: row.when, then: rewrite(row.then, id, by) })) };
    default:
      return condition;
  }
};

const lay = (require: Condition, overlay: Overlay): Condition => {
  const { change } = overlay;
  switch (change.kind) {
    case 'waive':
      return rewrite(require, change.id, (was) => ({
        kind: 'waived',
        id: was.id,
        clause: overlay.clause,
        onlyFor: null,
        place: overlay.place,
        was,
      }));
    case 'replace':
      return rewrite(require, change.id, (was) => ({ ...change.by, id: change.by.id ?? was.id }));
    case 'add':
      return require.kind === 'all' && require.id === null
        ? { ...require, of: [...require.of, change.condition] }
        : { kind: 'all', id: null, clause: null, onlyFor: null, place: overlay.place, of: [require, change.condition] };
  }
};

/** The overlays of a gate and mode in force on a date; one that another goes over is left out. */
export const overlaysOn = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): readonly Overlay[] => {
  const inForce = book.overlays.filter(
    (overlay) =>
      overlay.gate === gate.id && (overlay.mode === null || overlay.mode === mode) && standingOf(overlay.term, on) === 'in-force',
  );
  const beaten = new Set(inForce.map((overlay) => overlay.over));
  return inForce.filter((overlay) => !beaten.has(overlay.id));
};

/** What a gate requires in this mode on this date. */
export const requirementOn = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): Condition =>
  overlaysOn(book, gate, mode, on).reduce(lay, gate.require);

const scoreIn = (traced: ConditionResult): ScoreResult | null => {
  if (traced.score) return traced.score;
  for (const part of traced.of ?? []) {
    const found = scoreIn(part);
    if (found) return found;
  }
  return null;
};

const notInForce = (gate: Gate, mode: Mode, on: PlainDate): GateResult => {
  const term = gate.terms[mode];
  const text = term === null ? '没有这种办理方式' : outOfForce([{ term }], on);
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
  if (!isInForce(gate, mode, on)) return notInForce(gate, mode, on);
  const term = gate.terms[mode];
  const context = begin({ book, firm, on, mode, options });
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
    unsettled: term?.to === 'unknown' ? [...gate.unsettled, '有效期待核'] : gate.unsettled,
    conditions: traced,
    change: [],
  };
};
