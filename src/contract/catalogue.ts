// What the API says about the rulebook itself: packs, ladder, facts, items with their clauses and versions, documents.
import { z } from 'zod';
import { itemKinds, procedureKinds } from '#rules/packs/rulebook.ts';
import { subjectKinds } from '#rules/facts/dictionary.ts';
import { grade, rulingShown } from './assessment.ts';

export const term = {
  from: z.string().nullable(),
  to: z.string().nullable().meta({ description: "日期；'unknown' 为待核；null 为未定" }),
};

const gateSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    to: z.string(),
    new: z.union([z.object(term), z.null()]),
    review: z.union([z.object(term), z.null()]),
  })
  .meta({ id: 'GateSummary' });

export const rulebookSummary = z
  .object({
    hash: z.string().meta({ description: '规则内容的指纹：指纹相同，结论相同' }),
    packs: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        division: z.string().nullable(),
        buildsOn: z.array(z.string()),
        demo: z.boolean().meta({ description: '演示规则包：虚构的口径' }),
        items: z.int(),
        gates: z.int(),
      }),
    ),
    counts: z.object({
      items: z.int(),
      gates: z.int(),
      scores: z.int(),
      documents: z.int(),
      clauses: z.int(),
      facts: z.int(),
    }),
    levels: z.array(z.string()).meta({ description: '梯度，由低到高' }),
    titles: z.array(z.string()).meta({ description: '梯度之外、有认定条件的称号' }),
    gates: z.array(gateSummary),
  })
  .meta({ id: 'RulebookSummary' });

export const factView = z
  .object({
    path: z.string().meta({ description: '条件里的写法：营业收入、项目.新设备购置额' }),
    name: z.string(),
    key: z.string(),
    en: z.string().meta({ description: '英文名，由 key 得出' }),
    subject: z.enum(subjectKinds),
    kind: z.enum([
      'money',
      'ratio',
      'rank',
      'date',
      'boolean',
      'text',
      'number',
      'integer',
      'choice',
      'ordered',
      'set',
      'tree',
      'list',
      'duration',
    ]),
    unit: z.string().nullable(),
    values: z.array(z.string()).meta({ description: '可选值；空：不限。树的值是它的全部节点' }),
    labels: z.record(z.string(), z.string()).meta({ description: '取值的英文，供显示；填写仍用中文取值' }),
    tree: z.string().nullable().meta({ description: '取值的树：行政区划、行业分类' }),
    yearly: z.boolean().meta({ description: '按会计年度' }),
    none: z.boolean().meta({ description: '「无」是否为一个值' }),
    derived: z.boolean().meta({ description: '由其他事实推出，一般不必填' }),
    judged: z.boolean().meta({ description: '由评审认定' }),
    note: z.string().nullable(),
  })
  .meta({ id: 'Fact', description: '事实词典的一项：企业资料里能填什么' });

export const documentView = z
  .object({
    id: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    issued: z.string().nullable(),
    ...term,
    seen: z.string().nullable(),
    evidence: grade,
    successor: z.string().nullable(),
    note: z.string().nullable(),
    demo: z.literal(true).optional().meta({ description: '演示口径：虚构，只供演示' }),
    items: z.int().meta({ description: '引用它的事项数' }),
    state: z
      .enum(['in-force', 'coming', 'ended', 'replaced', 'unknown'])
      .meta({ description: '今天的状态：施行中、将施行、已到期、已被取代、待核' }),
  })
  .meta({ id: 'Document', description: '依据文件登记' });

export const clauseView = z
  .object({
    key: z.string(),
    document: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    issued: z.string().nullable(),
    at: z.string().nullable(),
    evidence: grade,
    says: z.string(),
  })
  .meta({ id: 'Clause' });

export const conditionView = z
  .object({
    op: z.enum(['test', 'all', 'any', 'not', 'first', 'unpublished', 'disputed', 'judged', 'score', 'waived']),
    id: z.string().nullable(),
    text: z.string().nullable().meta({ description: '条件的中文写法；组合条件为 null' }),
    clause: z.string().nullable().meta({ description: '条款的 key' }),
    onlyFor: z.enum(['new', 'review']).nullable(),
    when: z.union([z.string(), z.null()]).optional().meta({ description: 'first 的一行在什么情形下适用' }),
    get of() {
      return z.array(conditionView).optional();
    },
  })
  .meta({ id: 'Condition', description: '一项条件（未代入企业）' });

export const versionView = z
  .object({
    ...term,
    by: z.string().nullable().meta({ description: '按哪个日期选版本；null：申报日' }),
    applies: z.union([conditionView, z.null()]),
    eligible: z.union([conditionView, z.null()]),
    benefit: z.array(z.string()).meta({ description: '待遇的中文写法，逐行' }),
    unsettled: z.array(z.string()).meta({ description: '来源没有写明的事' }),
  })
  .meta({ id: 'ItemVersion' });

export const itemSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string().nullable(),
    kind: z.enum(itemKinds),
    subject: z.enum(subjectKinds),
    theme: z.string(),
    themeEn: z.string().nullable(),
    owner: z.string().nullable(),
    pack: z.string(),
    packName: z.string(),
    competition: z.enum(['none', 'selected']),
    evidence: grade.meta({ description: '最近一版标准的依据；没有标准的，取条款里最弱的' }),
    says: z.string().meta({ description: '一句话：最近一版标准所据的条款要点' }),
    gives: z.array(z.string()).meta({ description: '今天施行的（没有的，最近一版）待遇，逐行' }),
    window: z.string().nullable().meta({ description: '申报时间的写法；null：来源没有写' }),
    state: z.enum(['in-force', 'open', 'to-come', 'ended']).meta({ description: '今天是否施行；open：起止有待核实' }),
    readiness: z
      .enum(['computable', 'partial', 'catalogue'])
      .meta({ description: '能算到哪一步：可计算、只能算一部分、只有目录' }),
  })
  .meta({ id: 'ItemSummary' });

export const itemView = z
  .object({
    ...itemSummary.shape,
    code: z.string().meta({ description: '政策码：短地址 /p/{code}' }),
    clauses: z.array(clauseView),
    versions: z.array(versionView),
    stacking: z.array(z.object({ id: z.string(), name: z.string(), enabled: z.boolean(), evidence: grade })),
    helps: z.array(z.string()),
    rulings: z
      .array(
        z.object({
          ...rulingShown.shape,
          from: z.string().nullable(),
          to: z.string().nullable(),
          scope: z.string().nullable(),
        }),
      )
      .meta({ description: '公开的口径：各自从哪天到哪天有效' }),
    procedure: z.union([
      z.object({
        kind: z.enum([...procedureKinds, 'unknown']),
        window: z.string().meta({ description: '申报时间的中文写法' }),
        channel: z.string().nullable(),
        stages: z.array(z.object({ kind: z.string(), days: z.string().nullable(), who: z.string().nullable() })),
        materials: z.array(z.object({ name: z.string(), proves: z.array(z.string()), held: z.boolean() })),
      }),
      z.null(),
    ]),
  })
  .meta({ id: 'Item' });

export type RulebookSummary = z.infer<typeof rulebookSummary>;
export type FactView = z.infer<typeof factView>;
export type DocumentView = z.infer<typeof documentView>;
export type ConditionView = z.infer<typeof conditionView>;
export type VersionView = z.infer<typeof versionView>;
export type ItemSummary = z.infer<typeof itemSummary>;
export type ItemView = z.infer<typeof itemView>;
