// Compiles plans: a document's measures by name, and how many the source says there are.
import { compare, whole } from '#rules/exact/rational.ts';
import { report } from '#rules/packs/bench.ts';
import { reportUnknown } from '#rules/packs/conditions.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { PlanMeasureShape, PlanShape } from '#rules/packs/shapes/plans.ts';
import { below, type Site } from '#rules/packs/site.ts';
import { countHere, documentHere, headOf, refer, rowClause, type References } from './desk.ts';
import type { Plan, Stated } from './nouns.ts';

const measureOf =
  (references: References, outer: Site, parts: readonly string[]) =>
  (shape: PlanMeasureShape): Plan['measures'][number] => {
    const site = below(outer, shape);
    if (shape.part !== undefined && !parts.includes(shape.part.text))
      reportUnknown(site, shape.part, 'unknown-part', 'parts 里没有这一部分', parts);
    return {
      name: shape.name.text,
      says: shape.says?.text ?? null,
      part: shape.part?.text ?? null,
      owner: shape.owner?.text ?? null,
      items: refer(references, site, shape.items, ['item']),
      indicators: refer(references, site, shape.indicators, ['indicator']),
      clause: rowClause(site, undefined, shape.name.place, '措施'),
    };
  };

/** Reports more names than the source says there are. */
const checkCount = (site: Site, place: Place, stated: Stated | null, names: readonly string[], what: string): void => {
  if (stated !== null && stated.value !== 'unknown' && compare(whole(names.length), stated.value.high) > 0)
    report(site.bench, place, 'more-than-stated', `列出的${what}比来源所称的多`, {
      found: String(names.length),
      expected: `至多 ${stated.value.text}`,
    });
  // A name that could not be read is the empty text.
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  if (twice !== undefined) report(site.bench, place, 'duplicate-name', `${what}重复`, { found: twice });
};

/** Compiles one plan. */
export const compilePlan =
  (references: References) =>
  (outer: Site, shape: PlanShape): Plan => {
    const site = below(outer, shape);
    const parts = (shape.parts ?? []).map(({ text }) => text);
    const plan: Plan = {
      ...headOf(site, shape, '文件措施台账'),
      document: documentHere(site, shape.document),
      stated: shape['stated-count'] === undefined ? null : countHere(site, shape['stated-count'], '措施数'),
      statedParts: shape['stated-parts'] === undefined ? null : countHere(site, shape['stated-parts'], '部分数'),
      parts,
      counts: (shape.counts ?? []).map((row) => ({ name: row.name.text, ...countHere(site, row, '计数') })),
      measures: (shape.measures ?? []).map(measureOf(references, site, parts)),
    };
    const { place } = shape['@'];
    checkCount(
      site,
      place,
      plan.stated,
      plan.measures.map(({ name }) => name),
      '措施',
    );
    checkCount(site, place, plan.statedParts, parts, '部分');
    return plan;
  };

/** 已编目 N / 来源称 M, in the source's unit; `stated` null where the source gives no number. */
export type Catalogued = {
  readonly catalogued: number;
  readonly stated: Stated['value'] | null;
  readonly unit: string | null;
};

/**
 * How much of a plan is known by name.
 *
 * @returns `stated` is null when the source gives no count; never filled in from what is catalogued
 */
export const catalogued = ({ measures, stated }: Plan): Catalogued => ({
  catalogued: measures.length,
  stated: stated?.value ?? null,
  unit: stated?.unit ?? null,
});
