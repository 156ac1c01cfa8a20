// Is a list of stages lawful for a case: the order that packs are checked for, and what a case needs before anybody is paid.
import { misplacedStages, type StageKind } from '#rules/packs/stage-order.ts';
import { procedures } from './procedures/procedures.ts';
import type { ProcedureKind } from './procedures/shape.ts';

const moneyKinds: readonly StageKind[] = [
  'allocate',
  'funding',
  'treasury',
  'account',
  'pay',
  'acceptance',
  'performance',
];

/** Money needs a decision, then parts, then a document, and a verified account; a pack that leaves one open cannot pay yet. */
const moneyProblems = (kinds: readonly StageKind[]): readonly string[] => {
  if (!kinds.includes('pay')) return kinds.includes('allocate') ? ['有资金安排而没有拨付（pay）环节'] : [];
  const decided = kinds.findIndex((kind) => kind === 'collective' || kind === 'government');
  const allocated = kinds.indexOf('allocate');
  const missing = (['allocate', 'funding', 'account'] as const).filter((kind) => !kinds.includes(kind));
  return [
    ...missing.map((kind) => `有拨付环节而没有「${kind}」`),
    ...(decided < 0 ? ['有拨付环节而没有集体审定（collective）或者政府审批（government）'] : []),
    ...(decided > allocated && allocated >= 0 ? ['资金安排（allocate）要排在审定之后'] : []),
    ...(allocated > kinds.indexOf('funding') && kinds.includes('funding')
      ? ['资金安排（allocate）要排在资金下达（funding）之前']
      : []),
  ];
};

/**
 * What is wrong with the stages of a case; empty when it may be opened with them.
 *
 * @returns  sentences for a policy officer
 * @source   casework: order of stages
 */
export const stageListProblems = (procedure: ProcedureKind, kinds: readonly StageKind[]): readonly string[] => {
  const { name, homes } = procedures[procedure];
  if (homes === null) return kinds.length === 0 ? [] : [`「${name}」不分环节`];
  if (kinds.length === 0) return [`「${name}」至少要有一个环节`];
  const foreign = homes.money === null ? kinds.filter((kind) => moneyKinds.includes(kind)) : [];
  return [
    ...misplacedStages(kinds).map(({ message }) => message),
    ...foreign.map((kind) => `「${name}」不涉及资金，不能有「${kind}」`),
    ...moneyProblems(kinds),
  ];
};
