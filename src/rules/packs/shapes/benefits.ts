// The shape of a benefit: what one gets, in one of nine forms, with cap, floor, rounding and measure.
import { z } from 'zod';
import { measures, type Measure } from '#rules/packs/rulebook.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { condition, type ConditionShape } from './conditions.ts';
import type { Origin } from './data.ts';
import { oneForm, type Forms } from './forms.ts';
import { entriesOf, mapping, scalar, word, yesNo, type Entry, type Placed } from './scalars.ts';

const benefitForms = {
  amount: {},
  rate: { needs: ['of'] },
  monthly: { needs: ['months'], may: ['less'] },
  progressive: { needs: ['of'] },
  between: { needs: ['of'] },
  'up-to': {},
  none: {},
  'case-by-case': {},
  first: {},
} as const satisfies Forms;

const roundingUnits = ['分', '角', '元', '百元', '万元'] as const;

export type BenefitMap = {
  readonly '@': Origin;
  readonly amount?: NotedScalar | undefined;
  readonly rate?: NotedScalar | undefined;
  readonly of?: NotedScalar | undefined;
  readonly monthly?: NotedScalar | undefined;
  readonly months?: NotedScalar | undefined;
  readonly less?: NotedScalar | readonly NotedScalar[] | undefined;
  readonly progressive?: readonly Entry<NotedScalar>[] | undefined;
  readonly between?: readonly [NotedScalar, NotedScalar] | undefined;
  readonly 'up-to'?: NotedScalar | undefined;
  readonly none?: Placed<boolean> | undefined;
  readonly 'case-by-case'?: Placed<boolean> | undefined;
  readonly first?: readonly GuardedBenefit[] | undefined;
  readonly cap?: NotedScalar | undefined;
  readonly floor?: NotedScalar | undefined;
  readonly round?: RoundShape | undefined;
  readonly measure?: Placed<Measure> | undefined;
  readonly clause?: NotedScalar | undefined;
};

export type RoundShape = {
  readonly '@': Origin;
  readonly to?: Placed<(typeof roundingUnits)[number]> | undefined;
  readonly mode: Placed<'down' | 'half-up'>;
};

/** `benefit: none` and `benefit: case-by-case` may stand as words. */
export type BenefitShape = Placed<'none' | 'case-by-case'> | BenefitMap;
export type GuardedBenefit =
  | Placed<'none' | 'case-by-case'>
  | (BenefitMap & { readonly when?: ConditionShape | undefined });

const parts = {
  amount: scalar.optional(),
  rate: scalar.optional(),
  of: scalar.optional(),
  monthly: scalar.optional(),
  months: scalar.optional(),
  less: z.union([scalar, z.array(scalar)]).optional(),
  progressive: entriesOf(scalar).optional(),
  between: z.tuple([scalar, scalar]).optional(),
  'up-to': scalar.optional(),
  none: yesNo.optional(),
  'case-by-case': yesNo.optional(),
  first: z
    .array(z.lazy(() => guardedBenefit))
    .min(1)
    .optional(),
  cap: scalar.optional(),
  floor: scalar.optional(),
  round: mapping({ to: word(roundingUnits).optional(), mode: word(['down', 'half-up']) }).optional(),
  measure: word(measures).optional(),
  clause: scalar.optional(),
};

const bare = word(['none', 'case-by-case']);

/** A benefit as written. */
export const benefit: z.ZodType<BenefitShape> = z
  .union([bare, mapping(parts).superRefine(oneForm(benefitForms, '待遇'))])
  .meta({
    id: 'benefit',
    description: '待遇：amount / rate / monthly / progressive / between / up-to / none / case-by-case / first 之一',
  });

const guardedBenefit: z.ZodType<GuardedBenefit> = z.union([
  bare,
  mapping({ ...parts, when: z.lazy(() => condition).optional() }).superRefine(oneForm(benefitForms, '待遇')),
]);
