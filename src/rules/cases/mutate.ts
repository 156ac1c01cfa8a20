// Mutation: a rule that can be changed without a hand-written case noticing is not tested. Counts, survivors and excuses as data.
import type { Place, Rulebook } from '#rules/packs/rulebook.ts';
import { differencesOf } from './ask.ts';
import type { Case, Equivalent, Question } from './case.ts';
import { mutantsOfBook, type Mutant } from './mutants.ts';
import { questionsByReach } from './reach.ts';

type Survivor = {
  readonly id: string;
  readonly place: Place | null;
  /** How many cases could have seen it. */ readonly seenBy: number;
};
type Excused = { readonly id: string; readonly because: string };

export type MutationReport = {
  /** Mutants that were run. */
  readonly total: number;
  readonly killed: number;
  /** Alive and not excused: each is a failure. */
  readonly survivors: readonly Survivor[];
  readonly excused: readonly Excused[];
  /** Excuses that match no surviving mutant, or a mutant that is excused already: each is a failure. */
  readonly idleExcuses: readonly Equivalent[];
  /** Mutants that no case can see, by reason: not run. */
  readonly unseen: readonly { readonly reason: string; readonly count: number }[];
};

const isKilled = (mutant: Mutant, questions: readonly Question[]): Question | null => {
  if (questions.length === 0) return null;
  const book = mutant.book();
  return questions.find((question) => differencesOf(book, question).length > 0) ?? null;
};

/** The question that caught the last mutant of a rule most likely catches the next one. */
const withFirst = (questions: readonly Question[], first: Question | undefined): readonly Question[] =>
  first === undefined || questions[0] === first || !questions.includes(first)
    ? questions
    : [first, ...questions.filter((each) => each !== first)];

const seenBy = (mutant: Mutant, byReach: ReadonlyMap<string, readonly Question[]>): readonly Question[] => {
  const [only] = mutant.touches;
  if (mutant.touches.length === 1 && only !== undefined) return byReach.get(only) ?? [];
  return [...new Set(mutant.touches.flatMap((key) => byReach.get(key) ?? []))];
};

const countUnseen = (mutants: readonly Mutant[]): MutationReport['unseen'] => {
  const counts = new Map<string, number>();
  for (const { unseen } of mutants) if (unseen !== null) counts.set(unseen, (counts.get(unseen) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count }));
};

const findSurvivors = (
  mutants: readonly Mutant[],
  byReach: ReadonlyMap<string, readonly Question[]>,
): readonly Survivor[] => {
  const lastKiller = new Map<string, Question>();
  return mutants.flatMap((mutant) => {
    const owner = mutant.touches.join(' ');
    const questions = seenBy(mutant, byReach);
    const killer = isKilled(mutant, withFirst(questions, lastKiller.get(owner)));
    if (killer === null) return [{ id: mutant.id, place: mutant.place, seenBy: questions.length }];
    lastKiller.set(owner, killer);
    return [];
  });
};

/**
 * Runs every mutant of the rulebook against the hand-written cases that can see it.
 *
 * @param cases        cases that pass on the unchanged rulebook; a failing one would kill everything
 * @param equivalents  mutants that change nothing anyone can see, each with its reason
 */
export const mutate = (book: Rulebook, cases: readonly Case[], equivalents: readonly Equivalent[]): MutationReport => {
  const all = mutantsOfBook(book);
  const run = all.filter(({ unseen }) => unseen === null);
  const byReach = questionsByReach(
    book,
    cases.map(({ question }) => question),
  );
  const alive = findSurvivors(run, byReach);
  const ids = new Set(alive.map(({ id }) => id));
  const excuses = new Map<string, Equivalent>();
  const idle: Equivalent[] = [];
  for (const excuse of equivalents) {
    if (ids.has(excuse.mutant) && !excuses.has(excuse.mutant)) excuses.set(excuse.mutant, excuse);
    else idle.push(excuse);
  }
  return {
    total: run.length,
    killed: run.length - alive.length,
    survivors: alive.filter(({ id }) => !excuses.has(id)),
    excused: [...excuses.values()].map(({ mutant, because }) => ({ id: mutant, because })),
    idleExcuses: idle,
    unseen: countUnseen(all),
  };
};
