// The kinds of stages that a procedure may have, and the lawful order of them. Packs are checked by it, and so are cases before they open.

/** Stage kinds, in the order of the desk. */
export const stageKinds = [
  'formal',
  'county',
  'credit',
  'duplicate',
  'panel',
  'site',
  'audit',
  'joint',
  'collective',
  'government',
  'notice',
  'allocate',
  'funding',
  'treasury',
  'account',
  'pay',
  'acceptance',
  'performance',
] as const;

export type StageKind = (typeof stageKinds)[number];

/** Which stage must come before which, where both are there. */
const order = [
  ['credit', 'collective'],
  ['duplicate', 'allocate'],
  ['audit', 'allocate'],
  ['collective', 'notice'],
  ['allocate', 'notice'],
  ['notice', 'funding'],
  ['funding', 'pay'],
  ['treasury', 'pay'],
  ['account', 'pay'],
  ['pay', 'performance'],
] as const satisfies readonly (readonly [StageKind, StageKind])[];

/** A stage that stands where the law does not let it: at which position, and what it breaks. */
export type Misplaced = {
  readonly index: number;
  /** For a policy officer. */
  readonly message: string;
  /** The later kind that came too early; null where `formal` is not the first. */
  readonly found: StageKind | null;
};

/**
 * What is wrong with the order of a list of stages; empty when it is lawful. Only kinds that are there are compared.
 *
 * @param kinds  stage kinds as written; unknown ones are passed over
 * @source casework: order of stages
 */
export const misplacedStages = (kinds: readonly string[]): readonly Misplaced[] => {
  const formal = kinds.indexOf('formal');
  const first: readonly Misplaced[] =
    formal > 0 ? [{ index: formal, message: '形式审查（formal）要排在最前', found: null }] : [];
  const pairs = order.flatMap(([earlier, later]) => {
    const index = kinds.indexOf(later);
    if (index < 0 || kinds.indexOf(earlier) <= index) return [];
    return [{ index, message: `环节「${earlier}」要排在「${later}」之前`, found: later }];
  });
  return [...first, ...pairs];
};
