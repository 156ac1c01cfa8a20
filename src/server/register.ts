// The registers behind the rules: what rests on one document, and the terms of the sources.
import type { DocumentDetail, Subject, TermView } from '#contract/register.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Clause, DocumentRecord, Rulebook } from '#rules/packs/rulebook.ts';
import { clauseView } from './item-views.ts';
import { documentViews } from './views.ts';

type Named = { readonly id: string; readonly name: string; readonly en?: string | null };
type Citing = { readonly subject: Subject; readonly clauses: readonly Clause[] };

const subjectsOf = (kind: Subject['kind'], all: ReadonlyMap<string, Named>): readonly Subject[] =>
  [...all.values()].map(({ id, name, en }) => ({ kind, id, name, en: en ?? null }));

/** Everything with a name and an id, by id. */
const everything = (book: Rulebook): ReadonlyMap<string, Subject> =>
  new Map(
    [
      ...subjectsOf('item', book.items),
      ...subjectsOf('gate', book.gates),
      ...subjectsOf('score', book.scores),
      ...subjectsOf('register', book.registers),
      ...subjectsOf('fund', book.funds),
      ...subjectsOf('indicator', book.indicators),
      ...subjectsOf('plan', book.plans),
      ...subjectsOf('assessment', book.assessments),
      ...subjectsOf('stacking', book.stacking),
    ].map((subject) => [subject.id, subject] as const),
  );

type WithClauses = Named & { readonly clauses: ReadonlyMap<string, Clause> };

const citing = (book: Rulebook): readonly Citing[] => {
  const of = (kind: Subject['kind'], all: ReadonlyMap<string, WithClauses>): readonly Citing[] =>
    [...all.values()].map(({ id, name, en, clauses }) => ({
      subject: { kind, id, name, en: en ?? null },
      clauses: [...clauses.values()],
    }));
  const tables = [...book.scores.values()].map(({ id, name, indicators }) => ({
    subject: { kind: 'score' as const, id, name, en: null },
    clauses: indicators.flatMap(({ clause }) => (clause === null ? [] : [clause])),
  }));
  const stacking = [...book.stacking.values()].map(({ id, name, clause }) => ({
    subject: { kind: 'stacking' as const, id, name, en: null },
    clauses: clause === null ? [] : [clause],
  }));
  return [
    ...of('item', book.items),
    ...of('gate', book.gates),
    ...tables,
    ...of('register', book.registers),
    ...of('fund', book.funds),
    ...of('indicator', book.indicators),
    ...of('plan', book.plans),
    ...of('assessment', book.assessments),
    ...stacking,
  ];
};

/** Clauses of one document, each once; two that say the same of the same place count as one. */
const clausesOf = (document: DocumentRecord, all: readonly Citing[]): DocumentDetail['clauses'] => {
  const found = new Map<string, { readonly clause: Clause; readonly usedBy: Map<string, Subject> }>();
  for (const { subject, clauses } of all)
    for (const clause of clauses) {
      if (clause.document.id !== document.id) continue;
      const key = JSON.stringify([clause.at, clause.says]);
      const known = found.get(key) ?? { clause, usedBy: new Map() };
      known.usedBy.set(subject.id, subject);
      found.set(key, known);
    }
  return [...found.values()].map(({ clause, usedBy }) => ({ ...clauseView(clause), usedBy: [...usedBy.values()] }));
};

/** Every document of the register in full, by its id. */
export const documentDetails = (book: Rulebook, today: PlainDate): ReadonlyMap<string, DocumentDetail> => {
  const all = citing(book);
  const titles = new Map([...book.documents.values()].map(({ id, title }) => [id, title] as const));
  return new Map(
    documentViews(book, today).map((view) => {
      const record = book.documents.get(view.id);
      return [
        view.id,
        {
          ...view,
          successorTitle: view.successor === null ? null : (titles.get(view.successor) ?? null),
          predecessors: [...book.documents.values()]
            .filter(({ successor }) => successor === view.id)
            .map(({ id, title }) => ({ id, title })),
          clauses: record === undefined ? [] : clausesOf(record, all),
        },
      ];
    }),
  );
};

export const termViews = (book: Rulebook): readonly TermView[] => {
  const named = everything(book);
  return [...book.glossary].map(([id, term]) => ({
    id,
    term: term.term,
    en: term.en,
    means: term.means,
    source: term.clause === null ? null : clauseView(term.clause),
    confusedWith: [...term.notToBeConfusedWith],
    see: term.see.flatMap((each) => {
      const subject = named.get(each);
      return subject === undefined ? [] : [subject];
    }),
    unsettled: [...term.unsettled],
  }));
};
