// The nine holds: what each stops by name, whose it is, how long, and who may lift it.
import type { ActionKind } from './payloads.ts';
import type { Clock } from './procedures/shape.ts';
import type { Role } from './roles.ts';

export const holdKinds = [
  'credit',
  'objection',
  'report',
  'audit',
  'judicial',
  'account',
  'budget',
  'data-conflict',
  'subject-change',
] as const;
export type HoldKind = (typeof holdKinds)[number];

type HoldRow = {
  readonly name: string;
  /** Why it is put, in one sentence that the firm reads. */
  readonly reason: string;
  readonly blocks: readonly ActionKind[];
  readonly owner: Role;
  readonly clock: Clock;
  readonly release: readonly Role[];
};

/** Every action that brings money nearer; what the bank reports is a fact and is never stopped. */
const money = ['allocate', 'fund', 'make-order', 'check-order', 'release-order'] as const;

export const holds = {
  credit: {
    name: '信用',
    reason: '信用核查发现失信记录，修复或者查清前不安排资金',
    blocks: ['approve', ...money],
    owner: 'legal-person',
    clock: { limit: '信用修复期限', side: 'firm' },
    release: ['handler', 'division-head'],
  },
  objection: {
    name: '异议',
    reason: '公示期内收到实名异议，核实前不往下走',
    blocks: ['stage-passed', ...money],
    owner: 'handler',
    clock: { limit: '异议核实期限', side: 'outside' },
    release: ['handler', 'division-head'],
  },
  report: {
    name: '举报',
    reason: '收到举报，核实前不作决定',
    blocks: ['approve', 'enrol', ...money],
    owner: 'division-head',
    clock: { limit: '举报核实期限', side: 'outside' },
    release: ['division-head', 'vice-director'],
  },
  audit: {
    name: '审计',
    reason: '审计机关正在审计，结论前不安排资金',
    blocks: ['approve', ...money],
    owner: 'division-head',
    clock: { none: '以审计机关的结论为准，期限不由本部门决定' },
    release: ['division-head', 'vice-director'],
  },
  judicial: {
    name: '司法协助',
    reason: '收到司法机关的协助执行文书',
    blocks: ['cancel-order', 'set-account', ...money],
    owner: 'division-head',
    clock: { none: '以司法机关的文书为准，期限不由本部门决定' },
    release: ['vice-director', 'director'],
  },
  account: {
    name: '账户',
    reason: '收款账户未核验或者刚变更',
    blocks: ['make-order', 'check-order', 'release-order'],
    owner: 'legal-person',
    clock: { limit: '账户更正期限', side: 'firm' },
    release: ['city-treasury', 'county-treasury'],
  },
  budget: {
    name: '预算',
    reason: '预算不足或者被冻结',
    blocks: ['allocate', 'fund', 'release-order'],
    owner: 'division-head',
    clock: { none: '以预算下达或者解冻为准，不设期限' },
    release: ['division-head', 'city-treasury'],
  },
  'data-conflict': {
    name: '数据不一致',
    reason: '两个来源的数据不一致，查清前不作决定',
    blocks: ['accept', 'approve', 'confirm-benefit', 'enrol', ...money],
    owner: 'handler',
    clock: { limit: '数据核对期限', side: 'bureau' },
    release: ['handler', 'division-head'],
  },
  'subject-change': {
    name: '主体变更',
    reason: '企业更名、合并、迁移或者注销，承继主体确定前不作决定',
    blocks: ['approve', 'confirm-benefit', 'consent', 'strike-deal', 'confirm-deal', 'enrol', ...money],
    owner: 'handler',
    clock: { limit: '主体变更核实期限', side: 'bureau' },
    release: ['handler', 'division-head'],
  },
} as const satisfies Record<HoldKind, HoldRow>;
