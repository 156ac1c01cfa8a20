// The shape of scores/*.yaml: tables of indicators, each with its maximum and one rule that gives points.
import { z } from 'zod';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { cited } from './clauses.ts';
import { condition, type ConditionShape } from './conditions.ts';
import { mayHave, type Origin } from './data.ts';
import { oneForm, type Forms } from './forms.ts';
import { entriesOf, mapping, scalar, type Entry } from './scalars.ts';

const indicatorForms = {
  'at-least': { needs: ['of'] },
  'at-most': { needs: ['of'] },
  per: { needs: ['of', 'points'] },
  count: { needs: ['points'] },
  first: {},
  best: {},
  judged: { needs: ['points'] },
  unknown: {},
} as const satisfies Forms;

export type RuleShape = {
  readonly '@': Origin;
  readonly of?: NotedScalar | undefined;
  readonly 'at-least'?: readonly Entry<NotedScalar>[] | undefined;
  readonly 'at-most'?: readonly Entry<NotedScalar>[] | undefined;
  readonly per?: NotedScalar | undefined;
  readonly count?: readonly ConditionShape[] | undefined;
  readonly first?: readonly PointsRow[] | undefined;
  readonly best?: readonly RuleShape[] | undefined;
  readonly judged?: NotedScalar | undefined;
  readonly points?: NotedScalar | readonly NotedScalar[] | undefined;
  readonly clause?: NotedScalar | undefined;
};

export type PointsRow = {
  readonly '@': Origin;
  readonly when?: ConditionShape | undefined;
  readonly points: NotedScalar;
  readonly clause?: NotedScalar | undefined;
};

const parts = {
  of: scalar.optional(),
  'at-least': entriesOf(scalar).optional(),
  'at-most': entriesOf(scalar).optional(),
  per: scalar.optional(),
  count: z.array(condition).min(1).optional(),
  first: z
    .array(mapping({ when: condition.optional(), points: scalar, clause: scalar.optional() }))
    .min(1)
    .optional(),
  best: z
    .array(z.lazy(() => rule))
    .min(2)
    .optional(),
  judged: scalar.optional(),
  points: z.union([scalar, z.array(scalar).min(1)]).optional(),
  clause: scalar.optional(),
};

/** `points: unknown` alone says that the rule is not published; it leads when nothing else does. */
const ruleForm = (value: RuleShape, context: z.core.$RefinementCtx<object>): void => {
  const { points, ...rest } = value;
  const alone = points !== undefined && Object.keys(indicatorForms).every((key) => !(key in rest));
  const written = points !== undefined && 'text' in points && points.text === 'unknown';
  const unknown = alone && (written || mayHave(value, 'points'));
  oneForm(indicatorForms, '指标')(unknown ? { ...rest, unknown: true } : value, context);
};

const rule: z.ZodType<RuleShape> = mapping(parts).superRefine(ruleForm);

const indicator = mapping({
  ...parts,
  id: scalar,
  name: scalar.optional(),
  max: scalar,
  note: scalar.optional(),
}).superRefine(ruleForm);

/** A block is a list of indicators, or a mapping with the most that they count for together. */
const block = z.union([z.array(scalar).min(1), mapping({ of: z.array(scalar).min(1), max: scalar })]);

const scoreTable = mapping({
  ...cited,
  id: scalar,
  name: scalar.optional(),
  total: scalar.optional(),
  blocks: entriesOf(block).optional(),
  indicators: z.array(indicator).min(1),
  note: scalar.optional(),
});

export const scoresFile = z.union([z.array(scoreTable), mapping({ ...cited, scores: z.array(scoreTable) })]);

export type BlockShape = z.output<typeof block>;
export type IndicatorShape = z.output<typeof indicator>;
export type ScoreShape = z.output<typeof scoreTable>;
