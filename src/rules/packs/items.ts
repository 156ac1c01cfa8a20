// Compiles items: versions with conditions and benefits, and what they name elsewhere.
import { clausesKept } from './citations.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report } from './bench.ts';
import { compileBenefit } from './benefits.ts';
import { checkConditionIds, compileCondition, reportUnknown } from './conditions.ts';
import { compileProcedure } from './procedures.ts';
import type { Condition, Item, ItemVersion } from './rulebook.ts';
import { mayHave } from './shapes/data.ts';
import type { ItemShape, ItemsShape, VersionShape } from './shapes/items.ts';
import { below, fileCites, type Citing, type Site } from './site.ts';
import { readTerm, succeed } from './terms.ts';

/** A compiled item with what its checks still need. */
export type ItemDraft = { readonly item: Item; readonly shape: ItemShape; readonly site: Site };

/** The items of a file, and what the file as a whole cites. */
export const itemRows = (shape: ItemsShape): { readonly rows: readonly ItemShape[]; readonly cites: Citing } => {
  if ('items' in shape) return { rows: shape.items, cites: fileCites(shape) };
  return { rows: 'id' in shape ? [shape] : shape, cites: {} };
};

const factNamed = (site: Site, name: NotedScalar): FactDefinition | null => {
  const fact = site.dictionary.facts.get(name.text);
  if (fact !== undefined) return fact;
  reportUnknown(site, name, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
  return null;
};

const pickedBy = (site: Site, by: NotedScalar | undefined): FactDefinition | null => {
  const fact = by === undefined ? null : factNamed(site, by);
  if (by === undefined || fact === null) return null;
  const atHand = fact.subject === 'enterprise' || site.subject === null || fact.subject === site.subject;
  if (fact.type.kind === 'date' && !fact.yearly && atHand) return fact;
  report(site.bench, by.place, 'not-a-date', 'by 要写企业或本事项主体的一个日期', { found: by.text });
  return null;
};

const conditionOf = (site: Site, shape: VersionShape['applies']): Condition | null =>
  shape === undefined ? null : compileCondition(site, shape);

const versionOf = (outer: Site, shape: VersionShape): ItemVersion => {
  const site = below(outer, shape);
  const [applies, eligible] = [conditionOf(site, shape.applies), conditionOf(site, shape.eligible)];
  checkConditionIds(
    site,
    [applies, eligible].filter((condition) => condition !== null),
  );
  return {
    term: readTerm(site.bench, shape),
    by: pickedBy(site, shape.by),
    applies,
    eligible,
    benefit: compileBenefit(site, shape.benefit),
    unsettled: (shape.unsettled ?? []).map(({ text }) => text),
    place: shape['@'].place,
  };
};

/** The versions of one item follow one another by one date: by two, none or both could be the one. */
const checkPicking = (site: Site, shapes: readonly VersionShape[]): void => {
  const known = shapes.filter((shape) =>
    shape.by === undefined ? !mayHave(shape, 'by') : site.dictionary.facts.has(shape.by.text),
  );
  const picked = ({ by }: VersionShape): string => by?.text ?? '申报日';
  const [first] = known;
  for (const shape of known) {
    if (first === undefined || picked(shape) === picked(first)) continue;
    report(
      site.bench,
      shape.by?.place ?? shape.from.place,
      'two-picking-dates',
      '一个事项的各个版本要由同一个日期选出',
      {
        found: picked(shape),
        expected: picked(first),
        remedy: '请把各版本的 by 写成同一个日期；不写 by 就是申报日',
      },
    );
  }
};

const versionsOf = (site: Site, shapes: readonly VersionShape[]): readonly ItemVersion[] => {
  const dated = shapes.map((shape) => {
    const version = versionOf(site, shape);
    return { value: version, term: version.term, place: shape.from.place };
  });
  checkPicking(site, shapes);
  return succeed(site.bench, dated, '事项版本').map(({ value, term }) => ({ ...value, term }));
};

/** Compiles one item. */
export const compileItem = (outer: Site, shape: ItemShape): ItemDraft => {
  const subject = isVoid(shape.subject.place) ? null : shape.subject.value;
  const site: Site = { ...below(outer, shape), subject };
  const versions = versionsOf(site, shape.versions);
  const procedure = shape.procedure === undefined ? null : compileProcedure(site, shape.procedure);
  const item: Item = {
    id: shape.id.text,
    name: shape.name.text,
    en: shape.en?.text ?? null,
    kind: shape.kind.value,
    subject: shape.subject.value,
    theme: shape.theme.text,
    owner: shape.owner?.text ?? null,
    clauses: clausesKept(outer.shelf.byKey, site.shelf.byKey, [versions, procedure, site.named]),
    versions,
    competition: shape.competition?.value ?? 'none',
    stacking: (shape.stacking ?? []).flatMap(({ text, place }) => (isVoid(place) ? [] : [text])),
    helps: (shape.helps ?? []).flatMap((name) => factNamed(site, name) ?? []),
    procedure,
    pack: site.pack.id,
    place: shape['@'].place,
  };
  return { item, shape, site };
};
