// The shape of a condition: a readable test, or a mapping with exactly one of the structural words.
import { z } from 'zod';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import type { Mode } from '#rules/packs/rulebook.ts';
import type { Origin } from './data.ts';
import { oneForm, type Forms } from './forms.ts';
import { mapping, scalar, word, type Placed } from './scalars.ts';

/** The structural words, each with the keys that may stand beside it. */
export const conditionForms = {
  test: {},
  all: {},
  any: {},
  not: {},
  first: {},
  unpublished: {},
  disputed: {},
  judged: {},
  score: { oneOf: ['at-least', 'more-than'], may: ['block', 'indicator'] },
} as const satisfies Forms;

export type ConditionShape = NotedScalar | ConditionMap;

export type ConditionMap = {
  readonly '@': Origin;
  readonly id?: NotedScalar | undefined;
  readonly clause?: NotedScalar | undefined;
  readonly 'only-for'?: Placed<Mode> | undefined;
  readonly test?: NotedScalar | undefined;
  readonly all?: readonly ConditionShape[] | undefined;
  readonly any?: readonly ConditionShape[] | undefined;
  readonly not?: ConditionShape | undefined;
  readonly first?: readonly GuardedCondition[] | undefined;
  readonly unpublished?: NotedScalar | undefined;
  readonly disputed?: readonly ConditionShape[] | undefined;
  readonly judged?: NotedScalar | undefined;
  readonly score?: NotedScalar | undefined;
  readonly 'at-least'?: NotedScalar | undefined;
  readonly 'more-than'?: NotedScalar | undefined;
  readonly block?: NotedScalar | undefined;
  readonly indicator?: NotedScalar | undefined;
};

/** A row of `first`: a condition with a guard; the last row has none. */
export type GuardedCondition = NotedScalar | (ConditionMap & { readonly when?: ConditionShape | undefined });

const lazily = z.lazy(() => condition);

const parts = {
  id: scalar.optional(),
  clause: scalar.optional(),
  'only-for': word<Mode>(['new', 'review']).optional(),
  test: scalar.optional(),
  all: z.array(lazily).min(1).optional(),
  any: z.array(lazily).min(1).optional(),
  not: lazily.optional(),
  first: z
    .array(z.lazy(() => guardedCondition))
    .min(1)
    .optional(),
  unpublished: scalar.optional(),
  disputed: z.array(lazily).min(2).optional(),
  judged: scalar.optional(),
  score: scalar.optional(),
  'at-least': scalar.optional(),
  'more-than': scalar.optional(),
  block: scalar.optional(),
  indicator: scalar.optional(),
};

const conditionMap = mapping(parts).superRefine(oneForm(conditionForms, '条件'));

/** A condition as written: a test in the expression language, or a mapping. */
export const condition: z.ZodType<ConditionShape> = z.union([scalar, conditionMap]).meta({
  id: 'condition',
  description: '条件：一个测试，或 all / any / not / first / unpublished / disputed / judged / score 之一',
});

const guardedCondition: z.ZodType<GuardedCondition> = z.union([
  scalar,
  mapping({ ...parts, when: lazily.optional() }).superRefine(oneForm(conditionForms, '条件')),
]);
