// The whole assessment of a firm: every item, every gate that matters, the best combination, the next questions and the plan.
import { byText } from './candidate.ts';
import { changesFor } from './change.ts';
import { combine } from './combine.ts';
import { entriesOf, type Entry } from './entry.ts';
import { gatesFor, levelOf, levelUntil, nextLevel, type GateAtHand } from './ladder.ts';
import { planFor, type JudgedGate, type JudgedTitle } from './plan.ts';
import { questionsFor } from './questions.ts';
import type { Setting } from './stacking.ts';
import { gateTarget, itemTarget } from './target.ts';
import { titlesFor } from './titles.ts';
import type { EvaluationOptions } from '#rules/evaluate/begin.ts';
import { evaluateGate } from '#rules/evaluate/gate.ts';
import type { Assessment, GateResult } from '#rules/evaluate/result.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Gate, Item, Mode, Rulebook } from '#rules/packs/rulebook.ts';

/** An ineligible entry that is addressed to the firm gets the changes that would make it eligible. */
const withChange = (setting: Setting, entry: Entry): Entry => {
  const { item, subject, result } = entry;
  if (result.verdict !== 'ineligible' || result.applies === false) return entry;
  const judged = { firm: setting.firm, subject };
  return { ...entry, result: { ...result, change: changesFor(setting, itemTarget(setting, item, judged), judged) } };
};

/** Changes are tried on other firms than this one: what was derived of it is not for them. */
const unshared = (options: EvaluationOptions | undefined): EvaluationOptions | undefined =>
  options?.accept === undefined ? undefined : { accept: options.accept };

/** One item for a firm: an entry per subject, with what would change it. */
export const assessItem = (
  book: Rulebook,
  item: Item,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): readonly Entry[] => {
  const setting: Setting = { book, firm, on, options: unshared(options) };
  return entriesOf(book, item, firm, on, options).map((entry) => withChange(setting, entry));
};

/** One gate for a firm, with what would change it. */
export const assessGate = (
  book: Rulebook,
  gate: Gate,
  mode: Mode,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): GateResult => {
  const result = evaluateGate(book, gate, mode, firm, on, options);
  if (result.verdict !== 'ineligible' || !result.applies) return result;
  const setting: Setting = { book, firm, on, options: unshared(options) };
  return { ...result, change: changesFor(setting, gateTarget(setting, gate, mode), { firm, subject: null }) };
};

const byTheme = (a: Item, b: Item): number => byText(a.theme, b.theme) || byText(a.id, b.id);

const entriesIn = ({ book, firm, on, options }: Setting): readonly Entry[] =>
  [...book.items.values()].toSorted(byTheme).flatMap((item) => assessItem(book, item, firm, on, options));

const judge = ({ book, firm, on, options }: Setting, { gate, mode }: GateAtHand): JudgedGate => ({
  gate,
  mode,
  result: assessGate(book, gate, mode, firm, on, options),
});

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
  const setting: Setting = { book, firm, on, options: unshared(options) };
  const sharing: Setting = { ...setting, options: { ...setting.options, shared: new Map() } };
  const entries = entriesIn(sharing);
  const level = levelOf(setting);
  const until = levelUntil(setting, level);
  const next = nextLevel(book.levels, level);
  const judged = gatesFor(setting, level).map((gate) => judge(sharing, gate));
  const gates = judged.map(({ result }) => result);
  const titles = titlesFor(setting).map((title): JudgedTitle => ({ ...judge(sharing, title), held: title.held }));
  // What a firm holds already raises no question.
  const wanted = titles.filter(({ held }) => held !== true).map(({ result }) => result);
  const items = entries.map(({ result }) => result);
  return {
    enterprise: { creditCode: firm.creditCode, name: firm.name },
    on,
    rulebook: { hash: book.hash, packs: book.packs.map(({ id }) => id) },
    ladder: { level, until, next, review: reviewOf(gates, level, until), gates },
    titles: titles.map(({ result, held }) => ({ ...result, held })),
    items,
    combination: combine(setting, entries),
    questions: questionsFor(book.dictionary, items, [...gates, ...wanted]),
    plan: planFor(setting, entries, judged, titles, { level, next, until }),
  };
};
