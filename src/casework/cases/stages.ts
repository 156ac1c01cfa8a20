// The 18 kinds of stages: whose each is, whose time runs, who may do what there, and what comes out of it.
import type { StageKind } from '#rules/packs/stage-order.ts';
import type { ActionKind } from './payloads.ts';
import type { Clock } from './procedures/shape.ts';
import type { Role } from './roles.ts';

type StageRow = {
  readonly name: string;
  readonly owner: Role;
  /** The length of the limit is the pack's. `outside` does not count into the bureau's days. */
  readonly clock: Clock;
  /** How many persons must take part at the least, whatever the pack says; its quorum may ask for more. */
  readonly persons: number;
  /** What the case has afterwards that it did not have before. */
  readonly yields: string;
  /** Stage × action: who may. What is missing here cannot be done at this stage. */
  readonly does: { readonly [K in ActionKind]?: readonly Role[] };
};

const desk = { limit: '环节时限', side: 'bureau' } as const;
const aside = (limit: string) => ({ limit, side: 'outside' }) as const;
const judges = (by: readonly Role[]) => ({ 'stage-passed': by, 'stage-failed': by }) as const;
const firm = ['legal-person', 'agent', 'talent'] as const;
const treasury = ['city-treasury', 'county-treasury'] as const;
const account = { 'set-account': firm, 'verify-account': treasury } as const;

export const stages = {
  formal: {
    name: '形式审查',
    owner: 'window',
    clock: desk,
    persons: 1,
    yields: '材料齐全、形式合格的结论',
    does: { ...judges(['window', 'handler']), 'return-for-correction': ['window', 'handler'] },
  },
  county: {
    name: '属地推荐',
    owner: 'county-reviewer',
    clock: desk,
    persons: 1,
    yields: '县区推荐意见',
    does: {
      recommend: ['county-reviewer'],
      'not-recommend': ['county-reviewer'],
      'return-for-correction': ['county-reviewer'],
      overrule: ['handler', 'division-head'],
    },
  },
  credit: {
    name: '信用核查',
    owner: 'handler',
    clock: desk,
    persons: 1,
    yields: '信用核查结论及日期',
    does: judges(['handler']),
  },
  duplicate: {
    name: '查重',
    owner: 'handler',
    clock: desk,
    persons: 1,
    yields: '未重复享受的结论',
    does: { ...judges(['handler']), 'return-for-correction': ['handler'] },
  },
  panel: {
    name: '专家评审',
    owner: 'expert',
    clock: aside('专家评审期限'),
    persons: 1,
    yields: '每位专家的评分',
    does: { ...judges(['handler']), 'draw-experts': ['handler'], score: ['expert'] },
  },
  site: {
    name: '现场核查',
    owner: 'site-inspector',
    clock: aside('现场核查期限'),
    persons: 2,
    yields: '两人以上、有地点和照片的核查记录',
    does: {
      ...judges(['site-inspector']),
      'record-visit': ['site-inspector'],
      'return-for-correction': ['site-inspector'],
    },
  },
  audit: {
    name: '第三方审计',
    owner: 'auditor',
    clock: aside('审计期限'),
    persons: 1,
    yields: '审定基数',
    does: { ...judges(['handler']), 'set-base': ['auditor'], 'return-for-correction': ['handler'] },
  },
  joint: {
    name: '部门会审',
    owner: 'joint-bureau',
    clock: desk,
    persons: 1,
    yields: '每个会审部门的意见',
    does: { ...judges(['handler']), 'give-opinion': ['joint-bureau'], 'return-for-correction': ['handler'] },
  },
  collective: {
    name: '集体审定',
    owner: 'director',
    clock: desk,
    persons: 1,
    yields: '是否支持、支持金额',
    does: {
      approve: ['vice-director', 'director', 'handler'],
      reject: ['vice-director', 'director', 'handler'],
    },
  },
  government: {
    name: '政府审批',
    owner: 'director',
    clock: aside('政府审批期限'),
    persons: 1,
    yields: '政府批复',
    does: { approve: ['director', 'handler'], reject: ['director', 'handler'] },
  },
  notice: {
    name: '公示',
    owner: 'handler',
    clock: aside('公示期'),
    persons: 1,
    yields: '公示期满且异议已处理的结论',
    does: {
      'stage-passed': ['handler'],
      'publish-notice': ['handler'],
      object: ['public', ...firm],
      'uphold-objection': ['handler', 'division-head'],
      'dismiss-objection': ['handler', 'division-head'],
    },
  },
  allocate: {
    name: '资金安排',
    owner: 'division-head',
    clock: desk,
    persons: 1,
    yields: '按出资方、年度和期次分好的应付款',
    does: { allocate: ['division-head', 'vice-director'], queue: ['division-head', 'vice-director'] },
  },
  funding: {
    name: '资金下达',
    owner: 'division-head',
    clock: desk,
    persons: 1,
    yields: '下达文号',
    does: { fund: ['division-head', 'handler'] },
  },
  treasury: {
    name: '财政复核',
    owner: 'city-treasury',
    clock: desk,
    persons: 1,
    yields: '财政复核意见',
    does: judges(treasury),
  },
  account: {
    name: '账户核验',
    owner: 'city-treasury',
    clock: desk,
    persons: 1,
    yields: '已核验的收款账户',
    does: { ...account, 'stage-passed': treasury },
  },
  pay: {
    name: '拨付',
    owner: 'maker',
    clock: desk,
    persons: 3,
    yields: '银行或者国库的到账结果',
    does: {
      ...account,
      'make-order': ['maker'],
      'check-order': ['checker'],
      'release-order': ['releaser'],
      'cancel-order': ['checker', 'releaser'],
    },
  },
  acceptance: {
    name: '验收',
    owner: 'handler',
    clock: aside('验收期限'),
    persons: 1,
    yields: '验收报告',
    does: { 'accept-completion': ['handler', 'site-inspector'], 'stage-failed': ['handler'] },
  },
  performance: {
    name: '绩效',
    owner: 'handler',
    clock: desk,
    persons: 1,
    yields: '绩效等次',
    does: { 'assess-performance': ['handler'] },
  },
} as const satisfies Record<StageKind, StageRow>;

const rows: { readonly [K in StageKind]: StageRow } = stages;

/** Who may do this at such a stage; null when it is not done there. */
export const rolesAtStage = (stage: StageKind, kind: ActionKind): readonly Role[] | null =>
  rows[stage].does[kind] ?? null;

/** Kinds that belong to stages: while stages run, only the stage at hand opens them. What the bank reports is none of them: it comes when it comes. */
export const stageActions: ReadonlySet<ActionKind> = new Set(
  // The keys of `does` are action kinds by its type; Object.keys only forgets that.
  Object.values(rows).flatMap((row) => Object.keys(row.does) as ActionKind[]),
);
