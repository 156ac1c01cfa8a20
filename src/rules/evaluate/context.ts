// What an evaluation looks at: the rulebook, one firm (and one of its projects, persons …) and a date. Nothing else.
import type { Outcome, Truth, Unknown, Why } from './outcome.ts';
import { because, missingFact, point } from './outcome.ts';
import type { ScoreOutcome } from './score.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Enterprise, Facts, Row, Subject, Value } from '#rules/facts/enterprise.ts';
import { yearOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { grades, type Condition, type Grade, type Mode, type Rulebook } from '#rules/packs/rulebook.ts';

/** The row at hand inside a 当 clause: a column's value (null when it is not known), and its path when it is missing. */
export type RowAtHand = { readonly get: (field: string) => Outcome | null; readonly path: (field: string) => string };

/** The weakest grade of the derivations and parameters that something rests on, noted while it is worked out. */
export type Footing = { grade: Grade };

/** A derived fact of the firm: what it comes to, its grade once asked for, and the given values it took on the way. */
type Derived = { readonly outcome: Outcome; grade: Grade | null; readonly taken: ReadonlySet<string> };

/** What was derived of the firm itself on the filing date: the same for all items and gates that are asked then. */
export type FirmMemory = Map<string, Derived>;

/** What was worked out before for this firm, subject and date. */
type Memory = {
  readonly derived: Map<string, Outcome>;
  readonly grades: Map<string, Grade>;
  readonly scores: Map<string, ScoreOutcome>;
  /** Derived facts (path, or path@year) whose given value was used. */
  readonly taken: Set<string>;
  /** Shared with the other entries of an assessment; null where an entry is asked alone. */
  readonly firm: FirmMemory | null;
};

/** Nothing worked out yet; what is used of given values goes on the list of the memory it stands in for. */
export const freshMemory = (instead: Memory | null = null, firm: FirmMemory | null = null): Memory => ({
  derived: new Map(),
  grades: new Map(),
  scores: new Map(),
  taken: instead?.taken ?? new Set(),
  firm: instead?.firm ?? firm,
});

/** A date that is not known, somewhere in a term; `why` says what would tell it. */
export type OpenDate = { readonly from: PlainDate | null; readonly to: PlainDate | null; readonly why: Why };

export type Context = {
  readonly book: Rulebook;
  readonly firm: Enterprise;
  readonly subject: Subject | null;
  /** 申报日 */
  readonly on: PlainDate;
  /** The date that picks dated parameters: the one that picked the item's version, or the term that it must lie in. */
  readonly parametersOn: PlainDate | OpenDate;
  readonly mode: Mode;
  /** The weakest grade that still decides. */
  readonly accept: Grade;
  /** The accounting year at hand inside 每年 and 任一年 and in derivations of series. */
  readonly year: number | null;
  readonly row: RowAtHand | null;
  /** Handed in, so that facts, conditions and scores can use one another without a circle of imports. */
  readonly derive: (context: Context, fact: FactDefinition) => Outcome;
  readonly decide: (context: Context, condition: Condition) => Truth;
  readonly scoreOf: (context: Context, id: string) => ScoreOutcome;
  /** The grade that a derivation gives the fact. */
  readonly gradeOf: (context: Context, fact: FactDefinition) => Grade;
  readonly memory: Memory;
  /** null while nobody asks what it rests on. */
  readonly footing: Footing | null;
};

/** Y, the last complete accounting year: the calendar year before the filing date's. */
export const lastYear = (context: Context): number => yearOf(context.on) - 1;

const rank = new Map<Grade, number>(grades.map((grade, index) => [grade, index]));

/** Place of a grade, 0 the best. */
const gradeRank = (grade: Grade): number => rank.get(grade) ?? grades.length;
export const weaker = (a: Grade, b: Grade): Grade => (gradeRank(a) >= gradeRank(b) ? a : b);
export const stronger = (a: Grade, b: Grade): Grade => (gradeRank(a) <= gradeRank(b) ? a : b);
export const decides = (grade: Grade, accept: Grade): boolean => gradeRank(grade) <= gradeRank(accept);

/** Notes what is rested on. */
export const rest = (context: Context, grade: Grade): void => {
  if (context.footing !== null) context.footing.grade = weaker(context.footing.grade, grade);
};

/** Works something out, with the weakest grade of the derivations and parameters it rests on. */
export const onFooting = <T>(
  context: Context,
  work: (context: Context) => T,
): { readonly value: T; readonly grade: Grade } => {
  const footing: Footing = { grade: 'primary' };
  const value = work({ ...context, footing });
  return { value, grade: footing.grade };
};

const toOutcome = (value: Value): Outcome => (value.is === 'number' ? point(value.value) : value);

const ownFacts = (context: Context, fact: FactDefinition): Facts | null =>
  fact.subject === 'enterprise'
    ? context.firm.facts
    : context.subject?.kind === fact.subject
      ? context.subject.facts
      : null;

const notFounded = (context: Context, fact: FactDefinition, year: number): Unknown | null => {
  const registered = context.firm.facts.single.get('注册日期');
  return registered?.is === 'date' && year < yearOf(registered.value)
    ? because('not-founded', `${fact.path}@${year}`, `成立不足：企业 ${registered.value} 注册，没有 ${year} 年`)
    : null;
};

/** A series' value in one accounting year. A year that ended before 注册日期 does not exist; no other year stands in. */
export const valueInYear = (context: Context, fact: FactDefinition, year: number): Outcome => {
  const absent = notFounded(context, fact, year);
  if (absent) return absent;
  const value = context.firm.facts.yearly.get(fact.path)?.get(year);
  if (value !== undefined) return taken(context, fact, year, value);
  return fact.derived ? remembered(context, fact, year) : missingFact(`${fact.path}@${year}`);
};

/** A fact's value; inside a year, of that year. */
export const valueOfFact = (context: Context, fact: FactDefinition): Outcome => {
  if (fact.yearly) return context.year === null ? missingFact(fact.path) : valueInYear(context, fact, context.year);
  const value = ownFacts(context, fact)?.single.get(fact.path);
  if (value !== undefined) return taken(context, fact, null, value);
  return fact.derived ? remembered(context, fact, null) : missingFact(fact.path);
};

const keyOf = (fact: FactDefinition, year: number | null): string =>
  year === null ? fact.path : `${fact.path}@${year}`;

/** A given value goes before a derivation: that it did is noted. */
const taken = (context: Context, fact: FactDefinition, year: number | null, value: Value): Outcome => {
  if (fact.derived) context.memory.taken.add(keyOf(fact, year));
  return toOutcome(value);
};

/** Derived once for all entries. Each entry notes anew which given values it rests on. */
const rememberedOfFirm = (memory: FirmMemory, context: Context, fact: FactDefinition, year: number | null): Outcome => {
  const key = keyOf(fact, year);
  const taking = new Set<string>();
  const own: Context = { ...context, year, row: null, subject: null, memory: { ...context.memory, taken: taking } };
  const known = memory.get(key) ?? { outcome: context.derive(own, fact), grade: null, taken: taking };
  memory.set(key, known);
  for (const each of known.taken) context.memory.taken.add(each);
  if (context.footing !== null) {
    known.grade ??= context.gradeOf(own, fact);
    rest(context, known.grade);
  }
  return known.outcome;
};

const remembered = (context: Context, fact: FactDefinition, year: number | null): Outcome => {
  const { firm } = context.memory;
  if (firm !== null && fact.subject === 'enterprise' && context.parametersOn === context.on)
    return rememberedOfFirm(firm, context, fact, year);
  const key = keyOf(fact, year);
  const { derived, grades } = context.memory;
  const own: Context = { ...context, year, row: null };
  const outcome = derived.get(key) ?? context.derive(own, fact);
  derived.set(key, outcome);
  if (context.footing !== null) {
    const grade = grades.get(key) ?? context.gradeOf(own, fact);
    grades.set(key, grade);
    rest(context, grade);
  }
  return outcome;
};

export const rowOf = (row: Row, path: string): RowAtHand => ({
  get: (field) => {
    const value = row.get(field);
    return value === undefined ? null : toOutcome(value);
  },
  path: (field) => `${path}.${field}`,
});

/** A project, person … as a row: its own facts, derived ones worked out from them. */
export const rowOfSubject = (context: Context, subject: Subject, name: string): RowAtHand => {
  const own: Context = { ...context, subject, row: null, memory: freshMemory() };
  const path = (field: string): string => `${name}.${field}`;
  return {
    get: (field) => {
      const value = subject.facts.single.get(path(field));
      if (value !== undefined) return toOutcome(value);
      const fact = context.book.dictionary.facts.get(path(field));
      return fact?.derived ? valueOfFact(own, fact) : null;
    },
    path,
  };
};
