// The assessment as it crosses the wire: the shapes of rules/evaluate/result.ts as JSON, money as whole 分.
import { z } from 'zod';
import { readDate } from '#rules/exact/plain-date.ts';
import { reasonCodes } from '#rules/evaluate/result.ts';
import { grades, itemKinds, measures } from '#rules/packs/rulebook.ts';

/** 分. A JSON integer of any size; a client that reads JSON numbers as doubles sees those beyond 2^53 as bigint (see from-json.ts). */
const fen = z.union([z.int(), z.bigint()]).meta({ id: 'Fen', description: '金额，单位为分，整数' });
export const date = z
  .string()
  .refine((text) => readDate(text) !== null, '应为存在的日期，写作 YYYY-MM-DD')
  .meta({ format: 'date', description: 'YYYY-MM-DD' });
export const verdict = z
  .enum(['eligible', 'ineligible', 'undetermined'])
  .meta({ id: 'Verdict', description: '符合、不符合、待定' });
export const grade = z.enum(grades).meta({ id: 'Grade', description: '依据等级，由强到弱' });
const mode = z.enum(['new', 'review']).meta({ description: '新认定或复核' });

/** On what rests on an invented ruling. */
const demo = z.literal(true).optional().meta({ description: '演示口径：虚构，只供演示' });

const clauseShown = z
  .object({
    key: z.string(),
    document: z.string(),
    title: z.string(),
    number: z.string().nullable().meta({ description: '文号；null 为待核' }),
    issuer: z.string().nullable(),
    issued: z.string().nullable(),
    at: z.string().nullable().meta({ description: '第几条' }),
    evidence: grade,
    says: z.string().meta({ description: '条款要点（本系统的转述）' }),
    demo,
  })
  .meta({ id: 'ClauseShown' });

export const rulingShown = z
  .object({
    id: z.string(),
    says: z.string(),
    signedBy: z.string(),
    signedOn: z.string(),
    settles: z.string().meta({ description: '它定的是条款没有写明的哪个点' }),
    demo,
  })
  .meta({ id: 'RulingShown', description: '口径：主管部门签署、公开，只补条款没有写明的点' });

const reason = z
  .object({ code: z.enum(reasonCodes), at: z.string(), text: z.string() })
  .meta({ id: 'Reason', description: '没有缺资料而仍然不能判定的原因' });

const indicatorResult = z
  .object({
    id: z.string(),
    name: z.string(),
    max: z.number(),
    low: z.number(),
    high: z.number(),
    missing: z.array(z.string()),
    reasons: z.array(reason),
    evidence: grade,
    value: z.string().nullable(),
  })
  .meta({ id: 'IndicatorResult' });

const scoreResult = z
  .object({
    id: z.string(),
    low: z.number(),
    high: z.number(),
    blocks: z.record(
      z.string(),
      z.object({
        low: z.number(),
        high: z.number(),
        max: z.number().optional().meta({ description: '这一块最多计多少分；没有：不封顶' }),
      }),
    ),
    indicators: z.array(indicatorResult),
    evidence: grade,
  })
  .meta({ id: 'ScoreResult', description: '评分：资料不全时为区间' });

const operators = [
  'test',
  'all',
  'any',
  'not',
  'first',
  'unpublished',
  'disputed',
  'judged',
  'score',
  'waived',
  'not-tested',
] as const;

const conditionResult = z
  .object({
    id: z.string().nullable(),
    op: z.enum(operators),
    verdict,
    text: z.string().nullable().meta({ description: '条件的中文写法；组合条件为 null' }),
    values: z.union([
      z.object({ left: z.string().nullable(), right: z.string().nullable(), gap: z.string().nullable() }),
      z.null(),
    ]),
    clause: z.union([clauseShown, z.null()]),
    evidence: grade,
    missing: z.array(z.string()),
    reasons: z.array(reason),
    get of() {
      return z.array(conditionResult).optional();
    },
    get when() {
      return conditionResult.optional();
    },
    score: scoreResult.optional(),
  })
  .meta({ id: 'ConditionResult', description: '一项条件：我方的值、门槛、差距、条款、依据等级' });

const amountResult = z
  .object({
    low: fen,
    high: z.union([fen, z.null()]).meta({ description: 'null：没有上限' }),
    unit: z.literal('fen'),
    measure: z.enum(measures),
    evidence: grade,
    clause: z.union([clauseShown, z.null()]),
    rulings: z.array(clauseShown).optional().meta({ description: '给出条款没有公布的数的口径' }),
    discretion: z.boolean().meta({ description: '数额由他人在幅度内确定（幅度、酌定、一事一议）：只说可申报' }),
    steps: z.array(z.string()).meta({ description: '算式，逐行' }),
    missing: z.array(z.string()),
  })
  .meta({ id: 'AmountResult' });

const changeResult = z
  .object({
    at: z.string(),
    facts: z.array(
      z.object({
        fact: z.string(),
        from: z.string().nullable(),
        to: z.string(),
        how: z.enum(['effort', 'time', 'choice', 'declare']),
        date: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ChangeResult', description: '一种由不符合变为符合的办法' });

export const windowShown = z.object({
  state: z.enum(['unknown', 'always', 'open', 'upcoming', 'closed']),
  from: z.string().optional(),
  to: z.string().optional(),
  daysLeft: z.int().optional(),
});

const versionShown = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  by: z.string(),
  date: z.string().nullable(),
});

const outcome = {
  verdict,
  missing: z.array(z.string()),
  failing: z.array(z.string()),
  reasons: z.array(reason),
  unsettled: z.array(z.string()),
  rulings: z.array(rulingShown).meta({ description: '该日有效、用于这一结论的口径' }),
  evidence: grade,
  conditions: z.union([conditionResult, z.null()]),
  change: z.array(changeResult),
};

export const itemResult = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string().nullable(),
    kind: z.enum(itemKinds),
    theme: z.string(),
    owner: z.string().nullable(),
    subject: z.string().nullable().meta({ description: '项目:三号车间；企业本身为 null' }),
    applies: z.boolean().nullable().meta({ description: 'false：不适用；null：不知道' }),
    competition: z.enum(['none', 'selected']).meta({ description: 'selected：择优，只说可申报' }),
    version: z.union([versionShown, z.null()]),
    window: windowShown,
    amount: z.union([amountResult, z.null()]),
    ...outcome,
  })
  .meta({ id: 'ItemResult' });

const gateResult = z
  .object({
    id: z.string(),
    name: z.string(),
    to: z.string(),
    mode,
    applies: z.boolean(),
    score: z.union([scoreResult, z.null()]),
    ...outcome,
  })
  .meta({ id: 'GateResult' });

const titleResult = z
  .object({ ...gateResult.shape, held: z.boolean().nullable().meta({ description: '现在是否持有；null：不知道' }) })
  .meta({ id: 'TitleResult', description: '梯度之外的称号的认定条件' });

export const amountRange = z.object({ low: fen, high: z.union([fen, z.null()]) }).meta({ id: 'AmountRange' });
const byMeasure = z.object({ cash: amountRange, tax: amountRange });

export const assessment = z
  .object({
    enterprise: z.object({ creditCode: z.string().nullable(), name: z.string().nullable() }),
    on: date,
    rulebook: z.object({ hash: z.string(), packs: z.array(z.string()) }),
    ladder: z.object({
      level: z.string().nullable(),
      until: z.string().nullable(),
      next: z.string().nullable(),
      review: z.union([z.object({ gate: z.string(), by: z.string().nullable(), verdict }), z.null()]),
      gates: z.array(gateResult),
    }),
    titles: z.array(titleResult).meta({ description: '其他称号：高新技术企业等，不在梯度之内' }),
    items: z.array(itemResult),
    combination: z.object({
      total: byMeasure,
      competition: byMeasure.meta({ description: '择优事项，不承诺，不计入合计' }),
      potential: byMeasure.meta({ description: '待定事项最多还能增加多少' }),
      take: z
        .array(z.string())
        .meta({ description: '取哪些条目：事项 id，有对象的加 @ 和条目的 subject，如 nantong/x@项目:三号车间' }),
      leave: z.array(z.object({ entry: z.string(), because: z.string() })),
      couldAdd: z.array(z.string()),
      assumes: z.array(z.string()).optional().meta({ description: '组合不得不假设的事' }),
    }),
    questions: z.array(
      z.object({
        fact: z.string(),
        decides: z.int(),
        alone: z.int(),
        worth: z.object({ high: z.union([fen, z.null()]) }),
      }),
    ),
    plan: z.array(
      z.object({
        goal: z.string(),
        condition: z.string().nullable(),
        gap: z.string(),
        measures: z.array(z.string()),
        by: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Assessment', description: '一家企业按某一天的规则得到的全部结论' });

export type Verdict = z.infer<typeof verdict>;
export type Grade = z.infer<typeof grade>;
export type ClauseShown = z.infer<typeof clauseShown>;
export type RulingShown = z.infer<typeof rulingShown>;
export type ScoreResult = z.infer<typeof scoreResult>;
export type ConditionResult = z.infer<typeof conditionResult>;
export type AmountResult = z.infer<typeof amountResult>;
export type ChangeResult = z.infer<typeof changeResult>;
export type ItemResult = z.infer<typeof itemResult>;
export type GateResult = z.infer<typeof gateResult>;
export type TitleResult = z.infer<typeof titleResult>;
export type AmountRange = z.infer<typeof amountRange>;
export type Assessment = z.infer<typeof assessment>;
