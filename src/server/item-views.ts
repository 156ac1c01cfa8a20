// Items as the API shows them: a line of the catalogue, and the whole with clauses, versions and procedure.
import type { ItemSummary, ItemView } from '#contract/catalogue.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { showRulings } from '#rules/evaluate/rulings.ts';
import { standingOf, versionsOn } from '#rules/evaluate/versions.ts';
import {
  grades,
  type Clause,
  type Grade,
  type Item,
  type ItemVersion,
  type Rulebook,
  type Window,
} from '#rules/packs/rulebook.ts';
import { readinessOfItem } from '#rules/report/readiness.ts';
import { benefitLines, conditionView } from './describe.ts';
import { policyCode } from './policy-code.ts';
import { termView } from './views.ts';

const weakest = (all: readonly Grade[]): Grade =>
  all.reduce<Grade>(
    (worst, each) => (grades.indexOf(each) > grades.indexOf(worst) ? each : worst),
    all.length === 0 ? 'unknown' : 'primary',
  );

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

/** Whether the item can be had on a day, as far as its versions say. */
const stateOn = ({ versions }: Item, day: PlainDate): ItemSummary['state'] => {
  const found = versionsOn(versions, day);
  if (found.versions.length === 0)
    return versions.some(({ term }) => standingOf(term, day) === 'before') ? 'to-come' : 'ended';
  const isOpen = found.gap || found.versions.every(({ term }) => term.to === 'unknown');
  return isOpen ? 'open' : 'in-force';
};

export type Shown = {
  readonly today: PlainDate;
  /** The English of the packs' names. */
  readonly english: ReadonlyMap<string, string>;
};

/** The benefit of a day's version, line by line; where none is in force, of the latest. */
const givesOn = ({ versions }: Item, day: PlainDate): string[] => {
  const version = versionsOn(versions, day).versions.at(-1) ?? versions.at(-1);
  return version === undefined ? [] : [...benefitLines(version.benefit)];
};

/** A line of the catalogue, as of today. */
export const itemSummary = (book: Rulebook, item: Item, { today, english }: Shown): ItemSummary => ({
  id: item.id,
  name: item.name,
  en: item.en,
  kind: item.kind,
  subject: item.subject,
  theme: item.theme,
  themeEn: english.get(item.theme) ?? null,
  owner: item.owner,
  pack: item.pack,
  packName: book.packs.find(({ id }) => id === item.pack)?.name ?? item.pack,
  competition: item.competition,
  evidence:
    item.versions.at(-1)?.benefit.clause?.evidence ??
    weakest([...item.clauses.values()].map((clause) => clause.evidence)),
  says: sentenceOf(item),
  gives: givesOn(item, today),
  window:
    item.procedure === null || item.procedure.window.kind === 'unknown' ? null : windowText(item.procedure.window),
  state: stateOn(item, today),
  readiness: readinessOfItem(item),
});

export const itemView = (book: Rulebook, item: Item, shown: Shown): ItemView => ({
  ...itemSummary(book, item, shown),
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
