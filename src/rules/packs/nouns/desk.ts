// What compiling a noun needs beside its site: the references that it makes, and readers for numbers, facts and heads of entries.
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import { report } from '#rules/packs/bench.ts';
import { reportUnknown } from '#rules/packs/conditions.ts';
import { readUnit } from '#rules/packs/types.ts';
import type { StatedKeys, StatedShape } from '#rules/packs/shapes/stated.ts';
import { blankDocument, registeredDocument } from '#rules/packs/clauses.ts';
import { below, clauseRequired, type Site } from '#rules/packs/site.ts';
import type { Clause, DocumentRecord, Place } from '#rules/packs/rulebook.ts';
import type { Origin } from '#rules/packs/shapes/data.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import type { Noun, Stated } from './nouns.ts';
import { exampleOf, readQuantity } from './quantity.ts';

/** Everything that has an id over all packs. */
export type IdKind = 'item' | 'gate' | 'score' | 'stacking' | 'register' | 'fund' | 'indicator' | 'plan' | 'assessment';

/** A name that must be the id of one of these kinds. */
export type Reference = { readonly site: Site; readonly name: NotedScalar; readonly kinds: readonly IdKind[] };

/** Collects references while files are compiled; they are checked when everything is there. */
export type References = Reference[];

/** Notes references and gives their texts. */
export const refer = (
  references: References,
  site: Site,
  names: readonly NotedScalar[] | undefined,
  kinds: readonly IdKind[],
): readonly string[] => {
  for (const name of names ?? []) references.push({ site, name, kinds });
  return (names ?? []).map(({ text }) => text);
};

type HeadShape = {
  readonly '@': Origin;
  readonly id: NotedScalar;
  readonly name: NotedScalar;
  readonly en?: NotedScalar | undefined;
  readonly owner?: NotedScalar | undefined;
  readonly unsettled?: readonly NotedScalar[] | undefined;
};

/** What every noun has; the noun itself must stand on a clause. */
export const headOf = (site: Site, shape: HeadShape, what: string): Noun => ({
  id: shape.id.text,
  name: shape.name.text,
  en: shape.en?.text ?? null,
  owner: shape.owner?.text ?? null,
  clause: clauseRequired(site, shape.id.place, what),
  clauses: site.shelf.byKey,
  unsettled: (shape.unsettled ?? []).map(({ text }) => text),
  pack: site.pack.id,
  place: shape['@'].place,
});

/**
 * A number with its bound and clause. One that is no number of any of these units is reported and counts as unknown; so does
 * any when the units are null, as they could not be read.
 */
export const statedAs = (
  outer: Site,
  shape: StatedKeys,
  units: readonly (string | null)[] | null,
  what: string,
): Stated => {
  const site = below(outer, shape);
  const { text, place } = shape.value;
  const clause = clauseRequired(site, place, what);
  const bound = shape.bound?.value ?? 'exactly';
  if (text === 'unknown' || units === null) return { value: 'unknown', bound, clause };
  const value = units.map((unit) => readQuantity(text, unit)).find((one) => one !== null) ?? null;
  if (value === null) {
    const expected = [...new Set(units.map(exampleOf))].join('、');
    report(site.bench, place, 'bad-quantity', `${what}不是带单位的数`, {
      found: text,
      expected: `${expected} 或 unknown`,
    });
  }
  return { value: value ?? 'unknown', bound, clause };
};

/** The same for a number that may stand alone. */
export const statedHere = (site: Site, shape: StatedShape, units: readonly (string | null)[], what: string): Stated =>
  statedAs(site, 'text' in shape ? { value: shape } : shape, units, what);

/** A count in the unit that stands beside it: the value is a bare number. */
export const countHere = <S extends StatedKeys & { readonly unit: NotedScalar }>(
  site: Site,
  shape: S,
  what: string,
): Stated & { readonly unit: string } => ({
  ...statedAs(site, shape, [null], what),
  unit: readUnit(site.bench, shape.unit) ?? '',
});

/** The enterprise facts of these names. */
export const factsNamed = (site: Site, names: readonly NotedScalar[]): readonly FactDefinition[] =>
  names.flatMap((name) => {
    const fact = site.dictionary.facts.get(name.text);
    if (fact === undefined) reportUnknown(site, name, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
    return fact ?? [];
  });

/** The clause of a row that may name its own. A row without one is reported. */
export const rowClause = (site: Site, clause: NotedScalar | undefined, place: Place, what: string): Clause | null =>
  clauseRequired(below(site, { clause }), place, what);

/** The registered document of this id; a blank one, with the problem reported, when there is none. */
export const documentHere = (site: Site, id: NotedScalar): DocumentRecord =>
  registeredDocument(site.bench, id, site.world.documents, site.pack) ?? blankDocument('unknown');
