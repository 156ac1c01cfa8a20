// What stages do to the phase. Which action belongs to which stage is in stages.ts; where it leads is the same in every procedure.
import type { On, Target } from './shape.ts';

/** The side roads out of a stage; null where the procedure has none. */
type SideRoads<P extends string> = {
  readonly failed: P;
  readonly rejected: P;
  readonly notRecommended: P;
  readonly correcting: P | null;
};

const stay = '@stay' as const;
const next = '@next' as const;

/** Where the work of any stage leads. */
export const stageWork = <P extends string>(roads: SideRoads<P>): On<P> => ({
  'stage-passed': next,
  'stage-failed': roads.failed,
  recommend: next,
  'not-recommend': roads.notRecommended,
  overrule: { to: next, guard: 'county-overdue' },
  score: stay,
  'draw-experts': stay,
  'give-opinion': stay,
  'record-visit': stay,
  'set-base': stay,
  approve: next,
  reject: roads.rejected,
  'publish-notice': stay,
  object: stay,
  'uphold-objection': '@reallocate',
  'dismiss-objection': stay,
  ...(roads.correcting === null ? {} : { 'return-for-correction': roads.correcting }),
});

/** Where the work of the stages that move money leads, in addition. */
export const moneyWork = <P extends string>(roads: {
  readonly queued: P | null;
  readonly partPaid: P;
  readonly paid: P;
}): On<P> => {
  const after: { readonly [O in 'unpaid' | 'part-paid' | 'stage-paid' | 'all-paid']: Target<P> } = {
    unpaid: '@stage',
    'part-paid': roads.partPaid,
    'stage-paid': next,
    'all-paid': roads.paid,
  };
  return {
    allocate: next,
    ...(roads.queued === null ? {} : { queue: roads.queued }),
    fund: next,
    'set-account': stay,
    'verify-account': stay,
    'make-order': stay,
    'check-order': stay,
    'release-order': stay,
    'cancel-order': stay,
    'pay-result': { outcome: after },
    'accept-completion': next,
    'assess-performance': next,
  };
};
