// The closed list of action kinds: what people call each, where it belongs, whether it decides; and the shape of one action.
import type { Actor } from './roles.ts';
import type { ActionKind, Instant, Payloads } from './payloads.ts';

/**
 * `phase`: only where the phase's row has it, and while stages run only where the stage's row has it too ·
 * `anywhere`: in every phase that waits · `even-after`: also when the case has ended.
 */
type Reach = 'phase' | 'anywhere' | 'even-after';

/** `decides`: the action judges by rules and keeps the hash of the rulebook that it used. */
type ActionRow = { readonly name: string; readonly reach: Reach; readonly decides: boolean };

const inPhase = (name: string): ActionRow => ({ name, reach: 'phase', decides: false });
const decision = (name: string): ActionRow => ({ name, reach: 'phase', decides: true });
const anywhere = (name: string): ActionRow => ({ name, reach: 'anywhere', decides: false });
const evenAfter = (name: string): ActionRow => ({ name, reach: 'even-after', decides: false });

export const actionRows = {
  open: decision('开案'),
  submit: inPhase('提交'),
  accept: decision('受理'),
  'refuse-acceptance': decision('不予受理'),
  'return-for-correction': inPhase('一次性告知补正'),
  resubmit: inPhase('补正后重报'),
  withdraw: inPhase('撤回'),
  terminate: inPhase('终止'),
  'stage-passed': decision('环节通过'),
  'stage-failed': decision('环节不通过'),
  recommend: decision('推荐'),
  'not-recommend': decision('不予推荐'),
  overrule: decision('改判或接办推荐'),
  score: inPhase('评分'),
  'draw-experts': inPhase('抽取专家'),
  'give-opinion': inPhase('出具意见'),
  'record-visit': inPhase('记录现场核查'),
  'set-base': decision('审定基数'),
  approve: decision('审定同意'),
  reject: decision('不予支持'),
  'publish-notice': inPhase('发布公示'),
  object: inPhase('提出异议'),
  'uphold-objection': decision('异议成立'),
  'dismiss-objection': decision('异议不成立'),
  allocate: decision('安排资金'),
  queue: inPhase('列入排队'),
  fund: inPhase('下达资金'),
  'set-account': inPhase('填报账户'),
  'verify-account': inPhase('核验账户'),
  'make-order': inPhase('制单'),
  'check-order': inPhase('复核支付单'),
  'release-order': inPhase('签发支付单'),
  'cancel-order': inPhase('撤销支付单'),
  'pay-result': inPhase('登记支付结果'),
  'start-tracking': inPhase('转入跟踪'),
  'accept-completion': decision('验收通过'),
  'assess-performance': inPhase('绩效评价'),
  close: inPhase('办结'),
  'open-recovery': inPhase('启动追回'),
  'close-recovery': inPhase('追回了结'),
  appeal: inPhase('申请复核'),
  'decide-appeal': decision('作出复核决定'),
  resume: inPhase('恢复办理'),
  exclude: decision('排除'),
  'confirm-benefit': inPhase('确认享受'),
  'dispute-data': inPhase('提出数据异议'),
  'check-data': inPhase('开始核对'),
  'settle-data': decision('核对完成'),
  decline: inPhase('婉拒'),
  'take-back': inPhase('收回婉拒'),
  find: decision('作出核查结论'),
  'serve-hearing': inPhase('告知并听取意见'),
  'decide-recovery': decision('作出追回决定'),
  urge: inPhase('催告'),
  collect: inPhase('登记收回'),
  'seek-enforcement': inPhase('申请强制执行'),
  'write-off': decision('终结核销'),
  'cancel-decision': decision('撤销决定'),
  transfer: inPhase('转办'),
  'sign-for': inPhase('签收'),
  'start-work': inPhase('开始办理'),
  finish: inPhase('办结答复'),
  rate: inPhase('评价'),
  mend: inPhase('整改'),
  'call-back': inPhase('回访'),
  reopen: inPhase('重开'),
  consent: inPhase('授权同意'),
  'refuse-consent': inPhase('不同意'),
  publish: inPhase('发布意向'),
  answer: inPhase('机构答复'),
  'give-materials': inPhase('提供材料'),
  'strike-deal': inPhase('选定成交'),
  'confirm-deal': inPhase('确认成交'),
  'no-deal': inPhase('登记未成'),
  enrol: decision('入库'),
  adjust: decision('调整'),
  suspend: decision('暂停'),
  restore: decision('恢复'),
  recheck: inPhase('启动复核'),
  remove: decision('出库'),
  'propose-handling': inPhase('拟办'),
  assign: inPhase('交办'),
  'ask-return': inPhase('申请退办'),
  reassign: inPhase('改派'),
  'draft-result': inPhase('形成结果'),
  'sign-off': inPhase('审核签发'),
  'send-back': inPhase('退回修改'),
  feedback: inPhase('反馈'),
  promise: inPhase('登记承诺'),
  'keep-promise': inPhase('承诺兑现'),
  hold: anywhere('冻结'),
  'release-hold': evenAfter('解除冻结'),
  delegate: anywhere('委托经办'),
  'hand-over': anywhere('移交'),
  'declare-tie': anywhere('申报回避'),
  rule: anywhere('作出口径'),
  correct: evenAfter('更正'),
  'subject-changed': anywhere('登记主体变更'),
  remind: anywhere('提醒'),
  silence: anywhere('期限届满'),
  extend: anywhere('延期'),
  'explain-delay': anywhere('说明超期'),
} as const satisfies Record<ActionKind, ActionRow>;

/** Every kind, in the order of the table. The rows are literal, so the keys are exactly the kinds. */
export const actionKinds = Object.keys(actionRows) as readonly ActionKind[];

/** One action of one kind. `rulebook` is the hash of the rulebook that it judged by; null where it does not decide. */
export type ActionOf<K extends ActionKind> = {
  readonly id: string;
  readonly case: string;
  readonly kind: K;
  readonly at: Instant;
  readonly by: Actor;
  readonly payload: Payloads[K];
  readonly rulebook: string | null;
};

export type Action = { readonly [K in ActionKind]: ActionOf<K> }[ActionKind];
