// Which rules a case can see: what it asks about, and all that this reads — scores, derived facts, parameters, notices.
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { Question } from './case.ts';
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

const everything = (book: Rulebook): ReadonlySet<string> =>
  new Set([
    ...[...book.items.keys()].map(itemKey),
    ...[...book.gates.keys()].map(gateKey),
    ...[...book.scores.keys()].map(scoreKey),
    ...[...book.dictionary.facts.keys()].map(factKey),
    ...[...book.dictionary.parameters.keys()].map(parameterKey),
    ...[...book.stacking.keys()].map(stackingKey),
  ]);

const reachOfQuestion = (book: Rulebook, question: Question): ReadonlySet<string> => {
  switch (question.kind) {
    case 'item':
      return new Set([itemKey(question.item), ...reachOf(book, [book.items.get(question.item)])]);
    case 'gate': {
      const notices = book.overlays.filter(({ gate }) => gate === question.gate);
      return new Set([gateKey(question.gate), ...reachOf(book, [book.gates.get(question.gate), ...notices])]);
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
      return everything(book);
  }
};

/** What a question is about: questions about the same thing see the same rules. */
const aboutOf = (question: Question): string => {
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
      return question.kind;
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
    const reach = known.get(about) ?? reachOfQuestion(book, question);
    known.set(about, reach);
    for (const key of reach) byKey.set(key, [...(byKey.get(key) ?? []), question]);
  }
  return byKey;
};
