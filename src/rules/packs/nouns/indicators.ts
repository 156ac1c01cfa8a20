// Compiles indicator definitions: what is counted, over which time, in which unit, what was stated and what is promised.
import { report } from '#rules/packs/bench.ts';
import type { IndicatorFileRow, TargetShape } from '#rules/packs/shapes/indicators.ts';
import { mayHave } from '#rules/packs/shapes/data.ts';
import { formOf } from '#rules/packs/shapes/forms.ts';
import { below, clauseRequired, expressionHere, type Site } from '#rules/packs/site.ts';
import { readUnit } from '#rules/packs/types.ts';
import { headOf, refer, statedAs, type References } from './desk.ts';
import type { IndicatorDefinition, IndicatorWindow, Population, Target } from './nouns.ts';
import { readQuantity } from './quantity.ts';

/** The unit; undefined when it could not be read. */
const unitOf = (site: Site, shape: IndicatorFileRow): string | null | undefined => {
  const { unit } = shape;
  if (mayHave(shape, 'unit')) return undefined;
  if (unit === undefined) return null;
  if (['元', '元/月', '%', '工作日'].includes(unit.text)) return unit.text;
  return readUnit(site.bench, unit);
};

const windowOf = (site: Site, shape: IndicatorFileRow['window']): IndicatorWindow => {
  if ('value' in shape) return { kind: shape.value };
  if (shape.last !== undefined) {
    const { text, place } = shape.last;
    const [, years] = /^([1-9]\d?)年$/.exec(text) ?? [];
    if (years === undefined) report(site.bench, place, 'bad-duration', '不是年数', { found: text, expected: '2年' });
    return { kind: 'last', years: Number(years ?? 1) };
  }
  const kind = formOf(shape, ['since', 'as-of', 'year']);
  const date = kind === null ? undefined : shape[kind];
  if (kind === null || date === undefined) return { kind: 'unknown' };
  if (kind === 'year' && !/^\d{4}$/.test(date.value))
    report(site.bench, date.place, 'bad-year', '不是年度', { found: date.value, expected: '2023' });
  return { kind, date: date.value };
};

const populationOf = (site: Site, shape: IndicatorFileRow['population']): Population => {
  if ('value' in shape) return shape.value;
  const subject = mayHave(shape, 'subject') ? null : (shape.subject?.value ?? 'enterprise');
  const test = shape.test === undefined ? null : expressionHere({ ...site, subject }, shape.test, 'condition');
  return { text: shape.text.text, test };
};

const wantsValue = (form: Target['form']): boolean => form !== 'full' && form !== 'above-best';

const targetOf = (outer: Site, shape: TargetShape, units: readonly (string | null)[] | null): Target => {
  const site = below(outer, shape);
  const form = shape.form.value;
  const clause = clauseRequired(site, shape.form.place, '目标');
  const by = shape.by.value;
  if (shape.value !== undefined && !wantsValue(form))
    report(site.bench, shape.value.place, 'stray-key', `目标是 ${form} 时不写 value`, { found: shape.value.text });
  if (shape.value === undefined && wantsValue(form) && !mayHave(shape, 'value'))
    report(site.bench, shape.form.place, 'missing-key', `目标是 ${form} 时要写 value`, { expected: 'value' });
  if (shape.value === undefined || !wantsValue(form)) return { form, value: null, by, clause };
  return { form, value: statedAs(site, { value: shape.value }, units, '目标值').value, by, clause };
};

/** A full coverage can only be promised of a ratio. */
const checkTarget = (site: Site, shape: IndicatorFileRow, unit: string | null): void => {
  if (shape.target?.form.value === 'full' && readQuantity('100%', unit) === null)
    report(site.bench, shape.target.form.place, 'full-of-ratio', '只有比率可以写全覆盖（full）', {
      expected: "unit: '%'",
    });
};

/** Compiles one indicator. */
export const compileIndicator =
  (references: References) =>
  (outer: Site, shape: IndicatorFileRow): IndicatorDefinition => {
    const site = below(outer, shape);
    const unit = unitOf(site, shape);
    const units = unit === undefined ? null : [unit];
    if (unit !== undefined) checkTarget(site, shape, unit);
    return {
      ...headOf(site, shape, '指标'),
      kind: shape.kind.value,
      definition: shape.definition.text,
      unit: unit ?? null,
      window: windowOf(site, shape.window),
      distinct: shape.distinct?.text ?? null,
      population: populationOf(site, shape.population),
      numerator: shape.numerator?.text ?? null,
      measuredFrom: refer(references, site, shape['measured-from'], ['register', 'item', 'fund', 'assessment', 'plan']),
      stated: (shape.stated ?? []).map((row) => ({ at: row.at.value, ...statedAs(site, row, units, '指标值') })),
      target: shape.target === undefined ? null : targetOf(site, shape.target, units),
      cautions: (shape.cautions ?? []).map(({ text }) => text),
    };
  };
