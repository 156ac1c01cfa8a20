// The rulebook as the API shows it: summary, items, documents, facts.
import type { DocumentView, FactView, ItemSummary, ItemView, RulebookSummary } from '#contract/catalogue.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { showRulings } from '#rules/evaluate/rulings.ts';
import type { Dictionary, FactDefinition } from '#rules/facts/dictionary.ts';
import { factWords } from '#rules/language/english-words.ts';
import {
  grades,
  type Clause,
  type DocumentRecord,
  type Grade,
  type Item,
  type ItemVersion,
  type Rulebook,
  type Term,
  type Window,
} from '#rules/packs/rulebook.ts';
import { benefitLines, conditionView } from './describe.ts';
import { policyCode } from './policy-code.ts';

const weakest = (all: readonly Grade[]): Grade =>
  all.reduce<Grade>(
    (worst, each) => (grades.indexOf(each) > grades.indexOf(worst) ? each : worst),
    all.length === 0 ? 'unknown' : 'primary',
  );

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

export const clauseView = (clause: Clause): ItemView['clauses'][number] => ({
  key: clause.key,
  document: clause.document.id,
  title: clause.document.title,
  number: clause.document.number,
  issuer: clause.document.issuer,
  issued: clause.document.issued,
  at: clause.at,
  evidence: clause.evidence,
  says: clause.says,
});

const windowText = (window: Window): string => {
  switch (window.kind) {
    case 'unknown':
      return '待核';
    case 'always':
      return '常年';
    case 'yearly':
      return `每年 ${window.from} 至 ${window.to}`;
    case 'dates':
      return `${window.from} 至 ${window.to}`;
  }
};

export const itemSummary = (item: Item): ItemSummary => ({
  id: item.id,
  name: item.name,
  en: item.en,
  kind: item.kind,
  subject: item.subject,
  theme: item.theme,
  owner: item.owner,
  pack: item.pack,
  competition: item.competition,
  evidence:
    item.versions.at(-1)?.benefit.clause?.evidence ??
    weakest([...item.clauses.values()].map((clause) => clause.evidence)),
});

/** The rulings on an item that anyone may read, whatever the day. */
const rulingViews = (book: Rulebook, { id }: Item): ItemView['rulings'] => {
  const published = book.rulings.filter(({ of, isPublic }) => isPublic && of.kind === 'item' && of.id === id);
  return showRulings(published).map((shown, index) => ({
    ...shown,
    from: published[index]?.term.from ?? null,
    to: published[index]?.term.to ?? null,
    scope: published[index]?.scope ?? null,
  }));
};

const procedureView = (item: Item): ItemView['procedure'] => {
  const procedure = item.procedure;
  if (procedure === null) return null;
  return {
    kind: procedure.kind,
    window: windowText(procedure.window),
    channel: procedure.channel,
    stages: procedure.stages.map(({ kind, days, who }) => ({ kind, days, who })),
    materials: procedure.materials.map(({ name, proves, held }) => ({ name, proves: [...proves], held })),
  };
};

export const versionView = (version: ItemVersion): ItemView['versions'][number] => ({
  ...termView(version.term),
  by: version.by?.path ?? null,
  applies: version.applies === null ? null : conditionView(version.applies),
  eligible: version.eligible === null ? null : conditionView(version.eligible),
  benefit: [...benefitLines(version.benefit)],
  unsettled: [...version.unsettled],
});

/** What an item is, in one sentence: the clause that its latest benefit or condition stands on, as we restate it. */
const sentenceOf = ({ versions, clauses, name }: Item): string => {
  const last = versions.at(-1);
  const clause = last?.benefit.clause ?? last?.eligible?.clause ?? [...clauses.values()].at(0);
  return clause?.says ?? name;
};

export const itemView = (book: Rulebook, item: Item): ItemView => ({
  ...itemSummary(item),
  says: sentenceOf(item),
  code: policyCode(item.id),
  clauses: [...item.clauses.values()].map(clauseView),
  versions: item.versions.map(versionView),
  stacking: item.stacking.flatMap((id) => {
    const rule = book.stacking.get(id);
    return rule === undefined ? [] : [{ id, name: rule.name, enabled: rule.enabled, evidence: rule.evidence }];
  }),
  helps: item.helps.map((fact) => fact.path),
  rulings: rulingViews(book, item),
  procedure: procedureView(item),
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
