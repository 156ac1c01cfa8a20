// The year's notices laid over a gate: conditions waived, replaced or added for a time, in one mode or both. Rulings fill what is left open.
import { rulingsOfGate, settledRequirement } from './rulings.ts';
import { standingOf } from './versions.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Condition, Gate, Mode, Overlay, Rulebook } from '#rules/packs/rulebook.ts';

/** Rewrites the conditions that have this id, wherever they stand, guards included; those of the other mode stay as they are. */
const rewrite = (condition: Condition, id: string, mode: Mode, by: (found: Condition) => Condition): Condition => {
  if (condition.onlyFor !== null && condition.onlyFor !== mode) return condition;
  if (condition.id === id) return by(condition);
  const inside = (part: Condition): Condition => rewrite(part, id, mode, by);
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'disputed':
      return { ...condition, of: condition.of.map(inside) };
    case 'not':
      return { ...condition, of: inside(condition.of) };
    case 'first':
      return {
        ...condition,
        rows: condition.rows.map(({ when, then }) => ({
          when: when === null ? null : inside(when),
          then: inside(then),
        })),
      };
    default:
      return condition;
  }
};

const lay = (require: Condition, { change, clause, place }: Overlay, mode: Mode): Condition => {
  switch (change.kind) {
    case 'waive':
      return rewrite(require, change.id, mode, (was) => ({
        kind: 'waived',
        id: was.id,
        clause,
        onlyFor: null,
        place,
        was,
      }));
    case 'replace':
      return rewrite(require, change.id, mode, (was) => ({ ...change.by, id: change.by.id ?? was.id }));
    case 'add':
      return require.kind === 'all' && require.id === null && require.onlyFor === null
        ? { ...require, of: [...require.of, change.condition] }
        : { kind: 'all', id: null, clause: null, onlyFor: null, place, of: [require, change.condition] };
  }
};

const concerns = (overlay: Overlay, gate: Gate, mode: Mode): boolean =>
  overlay.gate === gate.id && (overlay.mode === null || overlay.mode === mode);

/** The overlays of a gate and mode in force on a date; one that another goes over is left out. */
const overlaysOn = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): readonly Overlay[] => {
  const inForce = book.overlays.filter(
    (overlay) => concerns(overlay, gate, mode) && standingOf(overlay.term, on) === 'in-force',
  );
  const beaten = new Set(inForce.map((overlay) => overlay.over));
  return inForce.filter((overlay) => !beaten.has(overlay.id));
};

/** What a gate requires in this mode on this date. */
export const requirementOn = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): Condition => {
  const laid = overlaysOn(book, gate, mode, on).reduce((require, overlay) => lay(require, overlay, mode), gate.require);
  return settledRequirement(rulingsOfGate(book, gate, mode, on), laid);
};
