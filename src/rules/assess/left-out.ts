// Why an eligible entry is not in the combination, in Chinese, naming the rule and what goes before it.
import type { Bond, Candidate, Stacked } from './candidate.ts';
import type { AmountRange } from '#rules/evaluate/result.ts';
import { formatFen } from '#rules/facts/format.ts';

const money = ({ low, high }: AmountRange): string =>
  high === null ? `${formatFen(low)}以上` : low === high ? formatFen(low) : `${formatFen(low)}–${formatFen(high)}`;

/** 「智能化技术改造设备补助（三号车间）」 */
const named = (candidate: Candidate): string => `「${candidate.name}」`;

const worthOf = (candidate: Candidate): string => (candidate.measure === null ? '' : `，取 ${money(candidate.range)}`);

type Paid = ReadonlyMap<number, AmountRange>;

const takenIn = (stacked: Stacked, bond: Bond, paid: Paid, index: number): readonly Candidate[] =>
  bond.members.flatMap((other) => {
    const candidate = stacked.candidates[other];
    return other !== index && candidate && paid.has(other) ? [candidate] : [];
  });

const byHighest = (
  bond: Extract<Bond, { kind: 'highest' }>,
  rivals: readonly Candidate[],
  own: Candidate,
): string | null => {
  const [winner] = rivals.toSorted((a, b) => (a.range.low > b.range.low ? -1 : a.range.low < b.range.low ? 1 : 0));
  if (winner) return `与${named(winner)}${bond.scope}从高${worthOf(winner)}（${bond.rule}）`;
  if (own.range.high !== null && own.range.high <= bond.received)
    return `已获 ${formatFen(bond.received)}，不低于本项的 ${money(own.range)}，不再支付（${bond.rule}）`;
  return null;
};

const byBond = (stacked: Stacked, bond: Bond, paid: Paid, index: number): string | null => {
  const own = stacked.candidates[index];
  if (!own) return null;
  const rivals = takenIn(stacked, bond, paid, index);
  const [first] = rivals;
  switch (bond.kind) {
    case 'one-of':
      if (!first) return null;
      return first.item === own.item
        ? `同类事项只能享受一次，已取${named(first)}（${bond.rule}）`
        : `与${named(first)}只能择一${worthOf(first)}（${bond.rule}）`;
    case 'highest':
      return byHighest(bond, rivals, own);
    case 'cap': {
      if (bond.room.high === null) return null;
      const limit = `合计不超过 ${formatFen(bond.room.high)}（${bond.rule}）`;
      return first ? `${limit}，已由${rivals.map(named).join('')}用满` : `${limit}，没有余额`;
    }
    case 'after':
      return bond.member === index && bond.needs.every((need) => !paid.has(need))
        ? `须先取得「${bond.prior}」（${bond.rule}）`
        : null;
  }
};

/** The reason why the entry at this position was left. */
export const whyLeft = (stacked: Stacked, paid: Paid, index: number): string => {
  const barred = stacked.barred.get(index);
  if (barred !== undefined) return barred;
  for (const kind of ['after', 'one-of', 'highest', 'cap'] as const) {
    for (const bond of stacked.bonds) {
      if (bond.kind !== kind || !bond.members.includes(index)) continue;
      const reason = byBond(stacked, bond, paid, index);
      if (reason !== null) return reason;
    }
  }
  return '不增加总额，不列入最优组合';
};
