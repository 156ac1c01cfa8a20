// The whole assessment of a firm: every item, every gate that matters, the best combination, the next questions and the plan.
import { byText } from './candidate.ts';
import { combine } from './combine.ts';
import { entriesOf, type Entry } from './entry.ts';
import { gatesFor, levelOf, levelUntil, nextLevel } from './ladder.ts';
import { questionsFor } from './questions.ts';
import type { Setting } from './stacking.ts';
import type { EvaluationOptions } from '#rules/evaluate/begin.ts';
import { evaluateGate } from '#rules/evaluate/gate.ts';
import type { Assessment, GateResult } from '#rules/evaluate/result.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Item, Rulebook } from '#rules/packs/rulebook.ts';

const byTheme = (a: Item, b: Item): number => byText(a.theme, b.theme) || byText(a.id, b.id);

const entriesIn = ({ book, firm, on, options }: Setting): readonly Entry[] =>
  [...book.items.values()].toSorted(byTheme).flatMap((item) => entriesOf(book, item, firm, on, options));

const reviewOf = (
  gates: readonly GateResult[],
  level: string | null,
  by: string | null,
): Assessment['ladder']['review'] => {
  const gate = gates.find(({ mode, to }) => mode === 'review' && to === level);
  return gate === undefined ? null : { gate: gate.id, by, verdict: gate.verdict };
};

/**
 * Assesses a firm on a filing date.
 *
 * @param options  the weakest evidence grade that still decides
 * @returns        the contract shape of `tihang assess --json`, money as bigint fen; the same input gives the same output
 */
export const assess = (book: Rulebook, firm: Enterprise, on: PlainDate, options?: EvaluationOptions): Assessment => {
  const setting: Setting = { book, firm, on, options };
  const entries = entriesIn(setting);
  const level = levelOf(setting);
  const until = levelUntil(setting, level);
  const gates = gatesFor(setting, level).map(({ gate, mode }) => evaluateGate(book, gate, mode, firm, on, options));
  const items = entries.map(({ result }) => result);
  return {
    enterprise: { creditCode: firm.creditCode, name: firm.name },
    on,
    rulebook: { hash: book.hash, packs: book.packs.map(({ id }) => id) },
    ladder: { level, until, next: nextLevel(book.levels, level), review: reviewOf(gates, level, until), gates },
    items,
    combination: combine(setting, entries),
    questions: questionsFor(book.dictionary, items, gates),
    plan: [],
  };
};
