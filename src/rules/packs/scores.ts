// Compiles score tables: indicators with their rules, blocks, and the proof that every value has its points.
import { isVoid } from '#rules/yaml/void.ts';
import { add, compare, fromDecimal, minimum, signOf, toDecimal, zero, type Rational } from '#rules/exact/rational.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report } from './bench.ts';
import { checkConditionIds, checkTotal, compileCondition, isGuarded, reportUnknown } from './conditions.ts';
import type {
  Condition,
  Indicator,
  IndicatorRule,
  Points,
  ScoreBlock,
  ScoreCondition,
  ScoreTable,
} from './rulebook.ts';
import { mayHave } from './shapes/data.ts';
import type { BlockShape, IndicatorShape, PointsRow, RuleShape, ScoreShape } from './shapes/scores.ts';
import type { Entry } from './shapes/scalars.ts';
import { below, clauseHere, clauseRequired, expressionHere, type Site } from './site.ts';

type Desk = { readonly site: Site; readonly max: Rational | null };

const decimalOf = (site: Site, scalar: NotedScalar): Rational | null => {
  const value = fromDecimal(scalar.text);
  if (value === null) report(site.bench, scalar.place, 'not-a-number', '这里要写一个数', { found: scalar.text });
  return value;
};

const checkPoints = (desk: Desk, scalar: NotedScalar, points: Points): void => {
  const { bench } = desk.site;
  if (compare(points.low, points.high) > 0)
    report(bench, scalar.place, 'min-above-max', '分数区间的低端大于高端', { found: scalar.text });
  if (signOf(points.low) < 0)
    report(bench, scalar.place, 'points-below-zero', '分数不能是负数', { found: scalar.text });
  if (desk.max !== null && compare(points.high, desk.max) > 0) {
    report(bench, scalar.place, 'points-above-max', '分数超过指标的满分', {
      found: scalar.text,
      expected: '不超过 max',
    });
  }
};

/** 5, or 7..8 where a person picks within the range. */
const pointsOf = (desk: Desk, scalar: NotedScalar): Points | null => {
  const [from = '', to = from, ...rest] = scalar.text.split('..');
  const [low, high] = [fromDecimal(from), fromDecimal(to)];
  if (low === null || high === null || rest.length > 0) {
    report(desk.site.bench, scalar.place, 'not-a-number', '这里要写分数', {
      found: scalar.text,
      expected: '5 或 7..8',
    });
    return null;
  }
  checkPoints(desk, scalar, { low, high });
  return { low, high };
};

const single = (desk: Desk, scalar: NotedScalar): Rational | null => {
  const value = decimalOf(desk.site, scalar);
  if (value !== null) checkPoints(desk, scalar, { low: value, high: value });
  return value;
};

/** A threshold as a number that can be ordered: its value, or the rank of an ordered choice. */
const orderOf = (threshold: Expression): Rational | null => {
  if (threshold.kind === 'number') return threshold.value;
  if (threshold.kind !== 'text' || threshold.type.kind !== 'ordered') return null;
  const rank = threshold.type.values.indexOf(threshold.value);
  return rank < 0 ? null : { n: BigInt(rank), d: 1n };
};

type Row = { readonly threshold: Expression; readonly points: Points };

const checkDescent = (desk: Desk, better: 'high' | 'low', entry: Entry<NotedScalar>, row: Row, before: Row): void => {
  const [now, then] = [orderOf(row.threshold), orderOf(before.threshold)];
  const toward = better === 'high' ? -1 : 1;
  if (now !== null && then !== null && compare(now, then) !== toward) {
    report(
      desk.site.bench,
      entry.key.place,
      'bands-not-monotonic',
      `档位要从${better === 'high' ? '高到低' : '低到高'}排列，不能重复`,
      {
        found: entry.key.text,
      },
    );
  }
  if (compare(row.points.low, before.points.low) >= 0 || compare(row.points.high, before.points.high) >= 0) {
    report(desk.site.bench, entry.value.place, 'bands-not-monotonic', '较差的档位分数要更低', {
      found: entry.value.text,
    });
  }
};

const bandsOf = (desk: Desk, shape: RuleShape, of: NotedScalar, form: 'at-least' | 'at-most'): IndicatorRule | null => {
  const entries = shape[form] ?? [];
  const better = form === 'at-least' ? 'high' : 'low';
  const value = expressionHere(desk.site, of, 'value');
  if (value === null) {
    for (const entry of entries) pointsOf(desk, entry.value);
    return null;
  }
  if (entries.length === 0 && !mayHave(shape, form)) report(desk.site.bench, of.place, 'too-few', '至少要有一个档位');
  const rows: Row[] = [];
  for (const entry of entries) {
    const threshold = expressionHere(desk.site, entry.key, value.type);
    const points = pointsOf(desk, entry.value);
    if (threshold === null || points === null) continue;
    if (orderOf(threshold) === null) {
      report(desk.site.bench, entry.key.place, 'not-a-literal', '档位的界限要写一个确定的数或有序取值', {
        found: entry.key.text,
      });
    }
    const row = { threshold, points };
    const before = rows.at(-1);
    if (before !== undefined) checkDescent(desk, better, entry, row, before);
    rows.push(row);
  }
  return { kind: 'bands', of: value, better, rows };
};

/** A list of points where one number belongs, or the other way round. */
const refusePoints = ({ site }: Desk, shape: RuleShape, found: string, expected: string): null => {
  const place = shape['@'].keys.get('points') ?? shape['@'].place;
  if (mayHave(shape, 'points')) return null;
  report(site.bench, place, 'wrong-shape', '这里的写法不对', { found, expected });
  return null;
};

/** The points of a form that takes one number. */
const onePoints = (desk: Desk, shape: RuleShape): NotedScalar | null => {
  if (shape.points === undefined) return null;
  return 'text' in shape.points ? shape.points : refusePoints(desk, shape, '一个列表', '一个值');
};

const perOf = (desk: Desk, shape: RuleShape, per: NotedScalar): IndicatorRule | null => {
  const written = onePoints(desk, shape);
  if (shape.of === undefined || written === null) return null;
  const value = expressionHere(desk.site, shape.of, 'value');
  const step = value === null ? null : expressionHere(desk.site, per, value.type);
  const points = single(desk, written);
  if (step !== null && (step.kind !== 'number' || signOf(step.value) <= 0)) {
    report(desk.site.bench, per.place, 'not-a-literal', '每一步要写一个大于 0 的数', { found: per.text });
  }
  return value === null || step === null || points === null ? null : { kind: 'per', of: value, step, points };
};

const firstOf = (desk: Desk, shapes: readonly PointsRow[]): IndicatorRule => {
  checkTotal(
    desk.site,
    shapes.map((shape) => ({ guarded: isGuarded(shape), place: shape['@'].place })),
  );
  const rows = shapes.flatMap((shape) => {
    const site = below(desk.site, shape);
    const when = shape.when === undefined ? null : compileCondition(site, shape.when);
    const unknown = shape.points.text === 'unknown';
    const points = unknown ? null : pointsOf(desk, shape.points);
    return points === null && !unknown ? [] : [{ when, points }];
  });
  return { kind: 'first', rows };
};

const judgedOf = (desk: Desk, shape: RuleShape, name: NotedScalar): IndicatorRule | null => {
  if (shape.points === undefined) return null;
  if ('text' in shape.points) return refusePoints(desk, shape, shape.points.text, '一个列表');
  const { points } = shape;
  const fact = desk.site.dictionary.facts.get(name.text);
  const values = points.flatMap((scalar) => single(desk, scalar) ?? []);
  if (fact?.subject === 'enterprise') return { kind: 'judged', fact, points: values };
  report(desk.site.bench, name.place, 'wrong-subject', '评分表只评企业，不能由评审人判断别的主体', {
    found: name.text,
  });
  return null;
};

const countOf = (desk: Desk, shape: RuleShape): IndicatorRule | null => {
  const of = (shape.count ?? []).map((condition) => compileCondition(desk.site, condition));
  const written = onePoints(desk, shape);
  const points = written === null ? null : single(desk, written);
  return points === null ? null : { kind: 'count', of, points };
};

const ruleOf = (outer: Desk, shape: RuleShape): IndicatorRule | null => {
  const desk = { ...outer, site: below(outer.site, shape) };
  const { of, per, count, first, best, judged } = shape;
  if (of !== undefined && shape['at-least'] !== undefined) return bandsOf(desk, shape, of, 'at-least');
  if (of !== undefined && shape['at-most'] !== undefined) return bandsOf(desk, shape, of, 'at-most');
  if (per !== undefined) return perOf(desk, shape, per);
  if (count !== undefined) return countOf(desk, shape);
  if (first !== undefined) return firstOf(desk, first);
  if (best !== undefined) return { kind: 'best', of: best.flatMap((one) => ruleOf(desk, one) ?? []) };
  if (judged !== undefined) return judgedOf(desk, shape, judged);
  return { kind: 'unknown' };
};

const indicatorOf = (outer: Site, shape: IndicatorShape): Indicator => {
  const site = below(outer, shape);
  clauseRequired(site, shape.id.place, '指标');
  const max = decimalOf(site, shape.max);
  if (max !== null && signOf(max) <= 0)
    report(site.bench, shape.max.place, 'points-below-zero', '满分要大于 0', { found: shape.max.text });
  const rule = ruleOf({ site, max }, shape);
  return {
    id: shape.id.text,
    name: shape.name?.text ?? shape.id.text,
    max: max ?? unread,
    // A rule whose problem was reported is stood in for, so that the indicator's id stays known.
    rule: rule ?? { kind: 'unknown' },
    clause: clauseHere(site),
    place: shape['@'].place,
  };
};

/** Stands for a maximum that could not be read: no threshold is above it. */
const unread: Rational = { n: 10n ** 9n, d: 1n };

/** The conditions that an indicator's rule reads. */
export const conditionsOfRule = (rule: IndicatorRule): readonly (Condition | null)[] => {
  if (rule.kind === 'count') return rule.of;
  if (rule.kind === 'first') return rule.rows.map(({ when }) => when);
  return rule.kind === 'best' ? rule.of.flatMap(conditionsOfRule) : [];
};

const isReadBlock = (block: BlockShape): boolean =>
  idsIn(block).every(({ place }) => !isVoid(place)) && (!('of' in block) || block['@'].lost.size === 0);

/** True when all that counts could be read, so that sums of points mean something. */
const isWhole = (shape: ScoreShape, indicators: readonly Indicator[]): boolean =>
  !mayHave(shape, 'blocks') &&
  !mayHave(shape, 'indicators') &&
  (shape.blocks ?? []).every(({ value }) => isReadBlock(value)) &&
  shape.indicators.every(({ id }) => !isVoid(id.place)) &&
  indicators.every(({ max }) => max !== unread);

/** The indicators of a block as written. */
const idsIn = (block: BlockShape): readonly NotedScalar[] => ('of' in block ? block.of : block);

/** The most that a block counts for. A mark above what its indicators come to would never cut anything off. */
const capOf = (site: Site, block: BlockShape, indicators: readonly Indicator[], whole: boolean): Rational | null => {
  if (!('of' in block)) return null;
  const max = decimalOf(site, block.max);
  if (max === null) return null;
  if (signOf(max) <= 0)
    report(site.bench, block.max.place, 'points-below-zero', '一块的满分要大于 0', { found: block.max.text });
  const inBlock = indicators.filter(({ id }) => block.of.some(({ text }) => text === id));
  if (whole && compare(max, maximaOf(inBlock)) > 0) {
    report(site.bench, block.max.place, 'block-max-unused', '一块的满分超过各指标满分之和，用不到', {
      found: block.max.text,
      expected: '不超过各指标满分之和',
    });
  }
  return max;
};

const checkBlocks = (site: Site, shape: ScoreShape): void => {
  const ids = new Set(shape.indicators.map(({ id }) => id.text));
  const placed = new Set<string>();
  for (const { value } of shape.blocks ?? []) {
    for (const id of idsIn(value)) {
      if (!ids.has(id.text)) reportUnknown(site, id, 'unknown-indicator', '表里没有这个指标', ids);
      if (placed.has(id.text)) report(site.bench, id.place, 'duplicate-id', '同一个指标放进了两处', { found: id.text });
      placed.add(id.text);
    }
  }
  const complete = shape.blocks?.every(({ value }) => isReadBlock(value)) === true && !mayHave(shape, 'blocks');
  for (const { id } of complete ? shape.indicators : []) {
    if (!placed.has(id.text))
      report(site.bench, id.place, 'indicator-without-block', '指标没有放进任何一块', { found: id.text });
  }
};

const blocksOf = (site: Site, shape: ScoreShape, indicators: readonly Indicator[]): ReadonlyMap<string, ScoreBlock> => {
  checkBlocks(site, shape);
  const whole = isWhole(shape, indicators);
  // Of a table that could not be read in full neither the maximum nor every part is known.
  const { texts } = site.bench.unread;
  if (!whole) for (const name of [shape.id, ...(shape.blocks ?? []).map(({ key }) => key)]) texts.add(name.text);
  return new Map(
    (shape.blocks ?? []).map(({ key, value }) => [
      key.text,
      { of: idsIn(value).map((id) => id.text), max: capOf(site, value, indicators, whole) },
    ]),
  );
};

/** The sum of the maxima of these indicators. */
const maximaOf = (indicators: readonly Indicator[]): Rational =>
  indicators.reduce((sum, { max }) => add(sum, max), zero);

/** The most that a part of a table can come to; null when the table has no such part. */
export const mostOf = (
  table: Pick<ScoreTable, 'blocks' | 'indicators'>,
  part: ScoreCondition['part'],
): Rational | null => {
  const { blocks, indicators } = table;
  const sumOf = (ids: readonly string[]): Rational => maximaOf(indicators.filter(({ id }) => ids.includes(id)));
  const sumOfBlock = ({ of, max }: ScoreBlock): Rational => (max === null ? sumOf(of) : minimum(max, sumOf(of)));
  if (part.kind === 'block') {
    const block = blocks.get(part.name);
    return block === undefined ? null : sumOfBlock(block);
  }
  if (part.kind === 'indicator') return indicators.find(({ id }) => id === part.name)?.max ?? null;
  const cut = [...blocks.values()].filter((block) => block.max !== null);
  const inside = new Set(cut.flatMap(({ of }) => of));
  const others = maximaOf(indicators.filter(({ id }) => !inside.has(id)));
  return cut.map(sumOfBlock).reduce(add, others);
};

/** Compiles one table. */
export const compileScore = (outer: Site, shape: ScoreShape): ScoreTable => {
  const site = below(outer, shape);
  const seen = new Set<string>();
  for (const { id } of shape.indicators) {
    if (seen.has(id.text)) report(site.bench, id.place, 'duplicate-id', '指标的 id 重复', { found: id.text });
    seen.add(id.text);
  }
  const indicators = shape.indicators.map((indicator) => indicatorOf(site, indicator));
  checkConditionIds(
    site,
    indicators.flatMap(({ rule }) => conditionsOfRule(rule)).filter((condition) => condition !== null),
  );
  const blocks = blocksOf(site, shape, indicators);
  if (shape.total !== undefined) {
    const total = decimalOf(site, shape.total);
    const sum = mostOf({ blocks, indicators }, { kind: 'total' });
    if (total !== null && sum !== null && isWhole(shape, indicators) && compare(total, sum) !== 0) {
      report(site.bench, shape.total.place, 'total-differs', '各指标满分之和与 total 不同', {
        found: shape.total.text,
        expected: toDecimal(sum),
      });
    }
  }
  return {
    id: shape.id.text,
    name: shape.name?.text ?? shape.id.text,
    blocks,
    indicators,
    place: shape['@'].place,
  };
};
