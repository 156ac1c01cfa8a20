// The nine grades of evidence as the three marks that a page shows.
import type { Grade } from '#contract/assessment.ts';

export type Evidence = 'stated' | 'retold' | 'unchecked';

export const evidenceOf: { readonly [grade in Grade]: Evidence } = {
  primary: 'stated',
  ruling: 'stated',
  secondary: 'retold',
  seed: 'retold',
  draft: 'unchecked',
  inferred: 'unchecked',
  recalled: 'unchecked',
  assumption: 'unchecked',
  unknown: 'unchecked',
};
