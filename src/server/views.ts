// The rulebook as the API shows it: summary, documents, facts.
import type { DocumentView, FactView, RulebookSummary } from '#contract/catalogue.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Dictionary, FactDefinition } from '#rules/facts/dictionary.ts';
import { factWords } from '#rules/language/english-words.ts';
import type { DocumentRecord, Rulebook, Term } from '#rules/packs/rulebook.ts';

export const termView = (term: Term): { from: string | null; to: string | null } => ({ from: term.from, to: term.to });

/** Items are few hundreds: this walks them once per call, and the app calls it once. */
export const rulebookSummary = (book: Rulebook): RulebookSummary => {
  const items = [...book.items.values()];
  const gates = [...book.gates.values()];
  return {
    hash: book.hash,
    packs: book.packs.map((pack) => ({
      id: pack.id,
      name: pack.name,
      division: pack.division,
      buildsOn: [...pack.buildsOn],
      demo: pack.demo,
      items: items.filter((item) => item.pack === pack.id).length,
      gates: gates.filter((gate) => gate.pack === pack.id).length,
    })),
    counts: {
      items: items.length,
      gates: gates.length,
      scores: book.scores.size,
      documents: book.documents.size,
      clauses: new Set([...items, ...gates].flatMap((each) => [...each.clauses.values()])).size,
      facts: book.dictionary.facts.size,
    },
    levels: [...book.levels],
    titles: [...book.titles],
    gates: gates.map((gate) => ({
      id: gate.id,
      name: gate.name,
      to: gate.to,
      new: gate.terms.new === null ? null : termView(gate.terms.new),
      review: gate.terms.review === null ? null : termView(gate.terms.review),
    })),
  };
};

const valuesOf = ({ type }: FactDefinition, trees: Dictionary['trees']): readonly string[] =>
  'values' in type ? type.values : type.kind === 'tree' ? [...(trees.get(type.of)?.parents.keys() ?? [])] : [];

/** The values of a fact that have an English name. */
const labelsOf = (values: readonly string[], english: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    values.flatMap((value) => {
      const label = english.get(value);
      return label === undefined ? [] : [[value, label] as const];
    }),
  );

export const factView = (
  fact: FactDefinition,
  trees: Dictionary['trees'],
  english: ReadonlyMap<string, string>,
): FactView => ({
  path: fact.path,
  name: fact.name,
  key: fact.key,
  en: english.get(fact.path) ?? factWords(fact),
  subject: fact.subject,
  kind: fact.type.kind,
  unit: 'unit' in fact.type ? fact.type.unit : null,
  values: [...valuesOf(fact, trees)],
  labels: labelsOf(valuesOf(fact, trees), english),
  tree: fact.type.kind === 'tree' ? fact.type.of : null,
  yearly: fact.yearly,
  none: fact.none,
  derived: fact.derived !== null,
  judged: fact.judged,
  note: fact.note,
});

/** A register date may be a year or a month: it is compared as far as it goes. */
const isPast = (date: string, today: PlainDate): boolean => date < today.slice(0, date.length);
const isToCome = (date: string, today: PlainDate): boolean => date > today.slice(0, date.length);
const isKnown = (date: string | null): date is string => date !== null && date !== 'unknown';

const documentState = (book: Rulebook, document: DocumentRecord, today: PlainDate): DocumentView['state'] => {
  const { from, to, successor } = document;
  if (isKnown(to) && isPast(to, today)) return 'ended';
  const next = successor === null ? null : (book.documents.get(successor)?.from ?? null);
  if (isKnown(next) && !isToCome(next, today)) return 'replaced';
  if (isKnown(from) && isToCome(from, today)) return 'coming';
  return to === 'unknown' || !isKnown(from) ? 'unknown' : 'in-force';
};

/** The register of documents, each with the number of items that rest on it; the most used first. */
export const documentViews = (book: Rulebook, today: PlainDate): readonly DocumentView[] => {
  const used = new Map<string, number>();
  for (const item of book.items.values())
    for (const id of new Set([...item.clauses.values()].map((clause) => clause.document.id)))
      used.set(id, (used.get(id) ?? 0) + 1);
  return [...book.documents.values()]
    .map((document) => ({
      ...document,
      items: used.get(document.id) ?? 0,
      state: documentState(book, document, today),
    }))
    .toSorted((a, b) => b.items - a.items);
};
