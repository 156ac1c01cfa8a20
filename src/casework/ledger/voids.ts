// A line that was red-flushed or disallowed, and a claim that was recovered: base becomes void, the ceiling follows.
import type { Rational } from '#rules/exact/rational.ts';
import { codeOf, keyOf, valuesOf, type AccountCode, type AccountId } from './accounts.ts';
import { ceilingOf, type LineUse } from './claims.ts';
import { accountOf, hasKeys } from './legs.ts';
import { balanceOf, postTogether, type Balances, type Entry, type Posted } from './posting.ts';

export type InvoiceLine = Omit<LineUse, 'exclusionGroup'>;

export type Voided =
  | {
      readonly ok: true;
      readonly balances: Balances;
      /** Cases whose used base became void: each opens `recover`. */
      readonly recover: readonly string[];
    }
  | Extract<Posted, { readonly ok: false }>
  /** The line does not have as much left in one of its groups. */
  | { readonly ok: false; readonly refusal: { readonly code: 'over-capacity'; readonly left: bigint } };

/** Free base goes first, then what is held, then what is used. */
const order = { K11: 'T44-free', K12: 'T44-held', K13: 'T44-used' } as const;

const valueOf = (id: AccountId, part: 'case' | 'exclusionGroup'): string | undefined =>
  valuesOf(id)[keyOf(codeOf(id)).indexOf(part)];

/** Accounts of a code with a balance, for these keys, in the order of their texts: the same for everybody. */
const filled = (balances: Balances, code: AccountCode, keys: InvoiceLine | LineUse): readonly AccountId[] =>
  [...balances.keys()].filter((id) => codeOf(id) === code && hasKeys(id, keys)).toSorted();

const usesOf = (balances: Balances, line: InvoiceLine): readonly LineUse[] =>
  filled(balances, 'K10', line).map((id) => ({ ...line, exclusionGroup: valueOf(id, 'exclusionGroup') ?? '' }));

/** What a group of the line can still stand for: capacity less void. */
const capacityLeft = (balances: Balances, use: LineUse): bigint =>
  balanceOf(balances, accountOf('K10', use)) - balanceOf(balances, accountOf('K14', use));

const voidGroup = (balances: Balances, use: LineUse, amount: bigint): readonly Entry[] => {
  const entries: Entry[] = [];
  let left = amount;
  for (const code of ['K11', 'K12', 'K13'] as const)
    for (const id of filled(balances, code, use)) {
      const balance = balanceOf(balances, id);
      const base = balance < left ? balance : left;
      const caseId = valueOf(id, 'case');
      if (base > 0n)
        entries.push({
          transfer: order[code],
          keys: { ...use, ...(caseId === undefined ? {} : { case: caseId }) },
          amounts: { base },
        });
      left -= base;
    }
  return entries;
};

/** By how much the ceiling goes down now: what was granted already stands until it is recovered. */
const lowering = (balances: Balances, line: InvoiceLine, net: bigint, intensity: Rational, back: bigint): bigint => {
  const excess = balanceOf(balances, accountOf('S10', line)) - ceilingOf(net, intensity);
  const room = balanceOf(balances, accountOf('S11', line)) + back;
  return excess < room ? excess : room;
};

/**
 * Makes part of a line void in every group that uses it, and lowers the line's ceiling to the net amount that is left,
 * as far as the support granted already allows (T44). One posting.
 *
 * @param amount     net amount that is void, fen, > 0
 * @param intensity  the pack's maximal intensity, as when the line was opened
 * @returns          the balances, and the cases whose used base became void
 * @problem over-capacity  a group has less left than is to become void
 */
export const voidLine = (balances: Balances, line: InvoiceLine, amount: bigint, intensity: Rational): Voided => {
  const uses = usesOf(balances, line);
  const least =
    uses.map((use) => capacityLeft(balances, use)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))[0] ?? 0n;
  if (amount > least) return { ok: false, refusal: { code: 'over-capacity', left: least } };
  const base = uses.flatMap((use) => voidGroup(balances, use, amount));
  const ceiling = lowering(balances, line, least - amount, intensity, 0n);
  const lowered: readonly Entry[] = ceiling > 0n ? [{ transfer: 'T44-ceiling', keys: line, amounts: { ceiling } }] : [];
  const posted = postTogether(balances, [...base, ...lowered]);
  if (!posted.ok) return posted;
  const used = base.filter(({ transfer }) => transfer === 'T44-used').map(({ keys }) => keys.case ?? '');
  return { ok: true, balances: posted.balances, recover: [...new Set(used)] };
};

/** The support of a claim was recovered and its base was good: both are free again (T45). */
export const freeRecovered = (
  balances: Balances,
  use: LineUse,
  caseId: string,
  amounts: { readonly base: bigint; readonly support: bigint },
): Posted => postTogether(balances, [{ transfer: 'T45-free', keys: { ...use, case: caseId }, amounts }]);

/**
 * The support of a claim was recovered because its base was bad. The base became void in `voidLine` already; the
 * support goes back, and the ceiling comes down by what the grant had held up (T45).
 */
export const settleRecovered = (
  balances: Balances,
  use: LineUse,
  caseId: string,
  support: bigint,
  intensity: Rational,
): Posted => {
  const { tenant, invoiceLine } = use;
  const ceiling = lowering(balances, { tenant, invoiceLine }, capacityLeft(balances, use), intensity, support);
  return postTogether(balances, [
    {
      transfer: 'T45-void',
      keys: { ...use, case: caseId },
      amounts: { support, ...(ceiling > 0n ? { ceiling } : {}) },
    },
  ]);
};
