// Changes of a score table: thresholds, points, steps, marks and the conditions that points hang on.
import type { Indicator, IndicatorRule, Points, ScoreTable } from '#rules/packs/rulebook.ts';
import { add, compare, maximum, minimum, multiply, whole, zero, type Rational } from '#rules/exact/rational.ts';
import { mutateCondition, underClause, type Standing } from './mutate-condition.ts';
import { at, dropped, inList, inWhole, mutateNumber, unseen, type Mutations } from './mutation.ts';
import { mutateExpression } from './mutate-expression.ts';

type Rule<K extends IndicatorRule['kind']> = Extract<IndicatorRule, { kind: K }>;

const standingAt = (path: string): Standing => ({ scope: '', path });

/** One number moves as a whole; of a range each end moves alone. */
const mutatePoints = (name: string, points: Points): Mutations<Points> => {
  const { low, high } = points;
  if (compare(low, high) === 0) return inWhole(mutateNumber(name, low), (value) => ({ low: value, high: value }));
  return [
    ...inWhole(mutateNumber(name, low), (value) => ({ low: value, high })),
    ...inWhole(mutateNumber(name, high), (value) => ({ low, high: value })),
  ];
};

const mutateBands = (rule: Rule<'bands'>, name: string): Mutations<IndicatorRule> => [
  ...inWhole(at(name, mutateExpression(rule.of)), (of) => ({ ...rule, of })),
  ...inWhole(
    inList(rule.rows, (row, index) => [
      ...inWhole(at(`${name}/${index + 1}`, mutateExpression(row.threshold)), (threshold) => ({ ...row, threshold })),
      ...inWhole(mutatePoints(`${name}/${index + 1}`, row.points), (points) => ({ ...row, points })),
    ]),
    (rows) => ({ ...rule, rows }),
  ),
];

const mutatePer = (rule: Rule<'per'>, name: string): Mutations<IndicatorRule> => [
  ...inWhole(at(name, mutateExpression(rule.of)), (of) => ({ ...rule, of })),
  ...inWhole(at(`${name}/per`, mutateExpression(rule.step)), (step) => ({ ...rule, step })),
  ...inWhole(mutateNumber(`${name}/points`, rule.points), (points) => ({ ...rule, points })),
];

const mutateCounted = (rule: Rule<'count'>, name: string): Mutations<IndicatorRule> => {
  const parts = inList(rule.of, (part, index) => mutateCondition(part, standingAt(`${name}/${index + 1}`)));
  const drops = dropped(rule.of, (part, index) => ({
    at: `${name}/${index + 1}`,
    from: part.kind === 'test' ? `「${part.text}」` : '这一项',
  }));
  return [
    ...inWhole([...parts, ...drops], (of) => ({ ...rule, of })),
    ...inWhole(mutateNumber(`${name}/points`, rule.points), (points) => ({ ...rule, points })),
  ];
};

const mutateFirst = (rule: Rule<'first'>, name: string): Mutations<IndicatorRule> =>
  inWhole(
    inList(rule.rows, (row, index) => {
      const place = `${name}/${index + 1}`;
      const guards = row.when === null ? [] : mutateCondition(row.when, standingAt(place));
      const points = row.points === null ? [] : mutatePoints(place, row.points);
      return [
        ...inWhole(guards, (when) => ({ ...row, when })),
        ...inWhole(points, (changed) => ({ ...row, points: changed })),
      ];
    }),
    (rows) => ({ ...rule, rows }),
  );

const betweenEnds = '评审打分由给出的分数决定，中间档不影响区间';

/** What a reviewer gave is a fact; the table only bounds what is still open, so only its lowest and highest points are seen. */
const mutateJudged = (rule: Rule<'judged'>, name: string): Mutations<IndicatorRule> => {
  const [low, high] = [rule.points.reduce(minimum), rule.points.reduce(maximum)];
  return inWhole(
    inList(rule.points, (points) => {
      const changes = mutateNumber(name, points);
      return compare(points, low) === 0 || compare(points, high) === 0 ? changes : unseen(betweenEnds, changes);
    }),
    (points) => ({ ...rule, points }),
  );
};

const mutateRule = (rule: IndicatorRule, name: string): Mutations<IndicatorRule> => {
  switch (rule.kind) {
    case 'bands':
      return mutateBands(rule, name);
    case 'per':
      return mutatePer(rule, name);
    case 'count':
      return mutateCounted(rule, name);
    case 'first':
      return mutateFirst(rule, name);
    case 'best':
      return inWhole(
        inList(rule.of, (part, index) => mutateRule(part, `${name}/${index + 1}`)),
        (of) => ({ ...rule, of }),
      );
    case 'judged':
      return mutateJudged(rule, name);
    case 'unknown':
      return [];
  }
};

/** Whether the highest mark enters the result: it caps counts and steps, and bounds what is not known. */
const usesMax = (rule: IndicatorRule): boolean => {
  switch (rule.kind) {
    case 'first':
      return rule.rows.some((row) => row.points === null);
    case 'best':
      return rule.of.some(usesMax);
    case 'judged':
      return false;
    case 'bands':
    case 'per':
    case 'count':
    case 'unknown':
      return true;
  }
};

const maxUnused = '最高分只是说明，分数由各行直接给出';
const cutsNothing = '各项相加达不到最高分，最高分不起作用';

/** The most that a count can come to before its mark cuts it; null for other rules. */
const countsTo = (rule: IndicatorRule): Rational | null =>
  rule.kind === 'count' ? multiply(rule.points, whole(rule.of.length)) : null;

/** A mark that cuts nothing before and after the change is not seen either. */
const mutateMax = (indicator: Indicator): Mutations<Rational> => {
  const { id, rule, max } = indicator;
  const marks = mutateNumber(`${id}/max`, max);
  if (!usesMax(rule)) return unseen(maxUnused, marks);
  const most = countsTo(rule);
  return marks.map((mark) =>
    most !== null && compare(most, max) <= 0 && compare(most, mark.value) <= 0
      ? { ...mark, unseen: cutsNothing }
      : mark,
  );
};

const mutateIndicator = (indicator: Indicator): Mutations<Indicator> =>
  underClause(indicator.clause, [
    ...inWhole(mutateRule(indicator.rule, indicator.id), (rule) => ({ ...indicator, rule })),
    ...inWhole(mutateMax(indicator), (max) => ({ ...indicator, max })),
  ]);

const cutsNoSum = '各指标相加达不到这一块的满分，封顶不起作用';

/** The mark of a block; one that its indicators cannot pass is only a statement. */
const mutateBlocks = (table: ScoreTable): Mutations<ScoreTable> =>
  [...table.blocks].flatMap(([name, block]) => {
    const { of, max } = block;
    if (max === null) return [];
    const sum = table.indicators.filter(({ id }) => of.includes(id)).reduce((all, each) => add(all, each.max), zero);
    return mutateNumber(`${name}/max`, max).map((mark) => ({
      ...mark,
      value: { ...table, blocks: new Map(table.blocks).set(name, { ...block, max: mark.value }) },
      unseen: compare(sum, minimum(max, mark.value)) <= 0 ? cutsNoSum : null,
    }));
  });

/** Every change of a score table. */
export const mutateScore = (table: ScoreTable): Mutations<ScoreTable> => [
  ...inWhole(inList(table.indicators, mutateIndicator), (indicators) => ({ ...table, indicators })),
  ...mutateBlocks(table),
];
