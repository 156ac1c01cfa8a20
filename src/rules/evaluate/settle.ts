// Fills one open point of a rule with what a ruling says. Only what is open is touched: what a clause or a notice states stays.
import type { Benefit, Clause, Condition, ItemVersion, Procedure } from '#rules/packs/rulebook.ts';
import { isDisputed, isUnpublished, openNumbersIn } from '#rules/packs/open-points.ts';
import type { OpenNumber, Ruling, Settlement } from '#rules/packs/ruling.ts';
import type { Expression } from '#rules/language/syntax.ts';

/** Rewrites every condition of a tree, guards included, that `fill` has something for. */
const rewrite = (condition: Condition, fill: (open: Condition) => Condition | null): Condition => {
  const filled = fill(condition);
  if (filled !== null) return filled;
  const inside = (part: Condition): Condition => rewrite(part, fill);
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
    case 'test':
    case 'judged':
    case 'score':
    case 'unpublished':
    case 'waived':
      return condition;
  }
};

/** The condition that stands in the place of an open one: its id and mode stay, the clause is the ruling's. */
const fillWith =
  ({ settles, clause, place }: Ruling) =>
  (open: Condition): Condition | null => {
    const head = { id: open.id, clause, onlyFor: open.onlyFor, place };
    if (settles.kind === 'unpublished' && isUnpublished(open, settles.what))
      return { ...head, kind: 'test', test: settles.test, text: settles.text };
    if (settles.kind !== 'disputed' || open.kind !== 'disputed' || !isDisputed(open, settles.id)) return null;
    const chosen = open.of[settles.chosen];
    return chosen === undefined ? null : { ...chosen, ...head, onlyFor: open.onlyFor ?? chosen.onlyFor };
  };

/** A requirement as the ruling leaves it. */
export const settleCondition = (condition: Condition, ruling: Ruling): Condition =>
  rewrite(condition, fillWith(ruling));

const withNumber = (benefit: Benefit, number: OpenNumber, value: Expression, clause: Clause): Benefit => {
  const settledBy = [...(benefit.settledBy ?? []), clause];
  if (number === 'cap' || number === 'floor') return { ...benefit, [number]: value, settledBy };
  switch (benefit.kind) {
    case 'amount':
      return { ...benefit, amount: value, settledBy };
    case 'rate':
      return { ...benefit, rate: value, settledBy };
    case 'monthly':
      return { ...benefit, [number]: value, settledBy };
    case 'up-to':
      return { ...benefit, most: value, settledBy };
    default:
      return benefit;
  }
};

const inBenefit = (benefit: Benefit, from: Benefit, to: Benefit): Benefit => {
  if (benefit === from) return to;
  return benefit.kind === 'first'
    ? { ...benefit, rows: benefit.rows.map((row) => ({ ...row, then: inBenefit(row.then, from, to) })) }
    : benefit;
};

const settleNumber = (
  benefit: Benefit,
  { number, row, value }: Extract<Settlement, { kind: 'number' }>,
  clause: Clause,
): Benefit => {
  const [open] = openNumbersIn(benefit, number, row);
  return open === undefined
    ? benefit
    : inBenefit(benefit, open.benefit, withNumber(open.benefit, number, value, clause));
};

const settleGuards = (benefit: Benefit, ruling: Ruling): Benefit =>
  benefit.kind === 'first'
    ? {
        ...benefit,
        rows: benefit.rows.map(({ when, then }) => ({
          when: when === null ? null : settleCondition(when, ruling),
          then: settleGuards(then, ruling),
        })),
      }
    : benefit;

/** Notes without the one that a ruling has answered. */
export const settleNotes = (notes: readonly string[], { settles }: Ruling): readonly string[] =>
  settles.kind === 'unsettled' ? notes.filter((note) => note !== settles.phrase) : notes;

/** A version as the ruling leaves it. */
export const settleVersion = (version: ItemVersion, ruling: Ruling): ItemVersion => {
  const { settles, clause } = ruling;
  switch (settles.kind) {
    case 'unpublished':
    case 'disputed':
      return {
        ...version,
        applies: version.applies === null ? null : settleCondition(version.applies, ruling),
        eligible: version.eligible === null ? null : settleCondition(version.eligible, ruling),
        benefit: settleGuards(version.benefit, ruling),
      };
    case 'number':
      return { ...version, benefit: settleNumber(version.benefit, settles, clause) };
    case 'unsettled':
      return { ...version, unsettled: settleNotes(version.unsettled, ruling) };
    case 'window':
    case 'procedure':
    case 'days':
      return version;
  }
};

const emptyProcedure: Procedure = {
  kind: 'unknown',
  window: { kind: 'unknown' },
  stages: [],
  clocks: [],
  materials: [],
  channel: null,
  fund: null,
  reserve: null,
  clause: null,
};

/** How one applies, as the ruling leaves it. */
export const settleProcedure = (procedure: Procedure | null, { settles, clause }: Ruling): Procedure | null => {
  switch (settles.kind) {
    case 'window':
      return { ...(procedure ?? emptyProcedure), window: settles.window, clause };
    case 'procedure':
      return { ...(procedure ?? emptyProcedure), [settles.part]: settles.procedure[settles.part] };
    case 'days':
      return procedure === null
        ? null
        : {
            ...procedure,
            stages: procedure.stages.map((stage) =>
              stage.kind === settles.stage && stage.days === null ? { ...stage, days: settles.days, clause } : stage,
            ),
          };
    default:
      return procedure;
  }
};

/** Whether a ruling is about the procedure, which no version has of its own. */
export const isOfProcedure = ({ settles }: Ruling): boolean =>
  settles.kind === 'window' || settles.kind === 'procedure' || settles.kind === 'days';
