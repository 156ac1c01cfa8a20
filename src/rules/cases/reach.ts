// Which rules a case can see: what it asks about, and all that this reads — scores, derived facts, parameters, notices, rulings.
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { AssessExpectation, Question } from './case.ts';
import { visitEverywhere } from './everywhere.ts';

export const itemKey = (id: string): string => `item:${id}`;
export const gateKey = (id: string): string => `gate:${id}`;
export const scoreKey = (id: string): string => `score:${id}`;
export const factKey = (path: string): string => `fact:${path}`;
export const parameterKey = (name: string): string => `parameter:${name}`;
export const stackingKey = (id: string): string => `stacking:${id}`;

/** What a rule's data names: derived facts and parameters by object, score tables by id. */
const namesIn = (
  root: unknown,
  seen: Set<unknown>,
): { readonly keys: readonly string[]; readonly scores: readonly string[] } => {
  const keys: string[] = [];
  const scores: string[] = [];
  visitEverywhere(
    root,
    (found) => {
      const { kind } = found;
      if (kind === 'score' && typeof found['score'] === 'string') scores.push(found['score']);
      else if (typeof found['path'] === 'string' && isPresent(found['derived'])) keys.push(factKey(found['path']));
      else if (typeof found['name'] === 'string' && Array.isArray(found['values']))
        keys.push(parameterKey(found['name']));
    },
    seen,
  );
  return { keys, scores };
};

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;

/** The derived facts and parameters that a rule holds, itself included; score tables are not followed. */
export const readsOf = (rule: unknown): ReadonlySet<string> => new Set(namesIn(rule, new Set()).keys);

/** The keys below some data, score tables followed. */
const reachOf = (book: Rulebook, roots: readonly unknown[]): ReadonlySet<string> => {
  const reached = new Set<string>();
  const seen = new Set<unknown>();
  const open: unknown[] = [...roots];
  while (open.length > 0) {
    const { keys, scores } = namesIn(open.pop(), seen);
    for (const key of keys) reached.add(key);
    for (const id of scores.filter((each) => !reached.has(scoreKey(each)))) {
      reached.add(scoreKey(id));
      open.push(book.scores.get(id));
    }
  }
  return reached;
};

const rulingsAbout = (book: Rulebook, id: string): readonly unknown[] => book.rulings.filter(({ of }) => of.id === id);

const reachOfItem = (book: Rulebook, id: string): ReadonlySet<string> =>
  new Set([itemKey(id), ...reachOf(book, [book.items.get(id), ...rulingsAbout(book, id)])]);

/**
 * A whole assessment sees the stacking rules and the items that it names. It would notice more, but at a hundred times the price
 * of a case about the item itself: a rule that only an assessment notices wants a case of its own.
 */
const reachOfAssessment = (book: Rulebook, { take, leave, couldAdd }: AssessExpectation): ReadonlySet<string> => {
  const entries = [...(take ?? []), ...(leave ?? []).map(({ entry }) => entry), ...(couldAdd ?? [])];
  const items = new Set(entries.map((entry) => entry.split('@')[0] ?? entry));
  const rules = [...book.stacking.keys()].map(stackingKey);
  return new Set([...rules, ...[...items].flatMap((id) => [...reachOfItem(book, id)])]);
};

const reachOfQuestion = (book: Rulebook, question: Question): ReadonlySet<string> => {
  switch (question.kind) {
    case 'item':
      return reachOfItem(book, question.item);
    case 'gate': {
      const notices = book.overlays.filter(({ gate }) => gate === question.gate);
      return new Set([
        gateKey(question.gate),
        ...reachOf(book, [book.gates.get(question.gate), ...notices, ...rulingsAbout(book, question.gate)]),
      ]);
    }
    case 'fact':
      return reachOf(book, [book.dictionary.facts.get(question.fact)]);
    case 'score':
      return new Set([scoreKey(question.score), ...reachOf(book, [book.scores.get(question.score)])]);
    case 'indicator':
      return new Set([scoreKey(question.table), ...reachOf(book, [book.scores.get(question.table)])]);
    case 'calendar':
      return new Set();
    case 'assess':
      return reachOfAssessment(book, question.expect);
  }
};

/** What a question is about: questions about the same thing see the same rules. Null where each is its own. */
const aboutOf = (question: Question): string | null => {
  switch (question.kind) {
    case 'item':
      return itemKey(question.item);
    case 'gate':
      return gateKey(question.gate);
    case 'fact':
      return factKey(question.fact);
    case 'score':
      return scoreKey(question.score);
    case 'indicator':
      return scoreKey(question.table);
    case 'calendar':
    case 'assess':
      return null;
  }
};

/** For each rule the questions that can see it, whole assessments last: they are the slowest. */
export const questionsByReach = (
  book: Rulebook,
  questions: readonly Question[],
): ReadonlyMap<string, readonly Question[]> => {
  const known = new Map<string, ReadonlySet<string>>();
  const byKey = new Map<string, Question[]>();
  const sorted = questions.toSorted((a, b) => Number(a.kind === 'assess') - Number(b.kind === 'assess'));
  for (const question of sorted) {
    const about = aboutOf(question);
    const reach = (about === null ? null : known.get(about)) ?? reachOfQuestion(book, question);
    if (about !== null) known.set(about, reach);
    for (const key of reach) byKey.set(key, [...(byKey.get(key) ?? []), question]);
  }
  return byKey;
};
