// The shape of funds.yaml: budget lines, shared-risk pools and investment funds with their terms.
import { z } from 'zod';
import { fundKinds, fundTerms } from '#rules/packs/nouns/nouns.ts';
import { cited } from './clauses.ts';
import { mapping, scalar, word } from './scalars.ts';
import { nounHead, stated, statedKeys } from './stated.ts';

// Object.keys of this literal are exactly its terms.
const terms = Object.keys(fundTerms) as (keyof typeof fundTerms)[];

const share = mapping({
  party: scalar,
  for: scalar.optional(),
  share: scalar,
  bound: statedKeys.bound,
  clause: scalar.optional(),
});

const fund = mapping({
  ...nounHead,
  kind: word(fundKinds),
  parent: scalar.optional(),
  area: scalar.optional(),
  budgets: z
    .array(mapping({ year: scalar, amount: scalar, bound: statedKeys.bound, clause: scalar.optional() }))
    .optional(),
  products: z.array(scalar).optional(),
  shares: z.array(share).optional(),
  terms: z.array(mapping({ ...statedKeys, term: word(terms), for: scalar.optional() })).optional(),
  'merged-from': z.array(mapping({ name: scalar, opening: stated.optional(), clause: scalar.optional() })).optional(),
});

export const fundsFile = z.union([z.array(fund), mapping({ ...cited, funds: z.array(fund) })]);

export type FundShape = z.output<typeof fund>;
