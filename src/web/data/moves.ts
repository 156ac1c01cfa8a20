// What one assessment says otherwise than the one before: verdicts that moved, and the cash that is sure.
import type { Assessment, ItemResult } from '#contract/assessment.ts';
import { standingOf, type Standing } from './standing.ts';

export type Move = {
  readonly key: string;
  readonly item: ItemResult;
  readonly from: Standing;
  readonly to: Standing;
};

const keyOf = ({ id, subject }: ItemResult): string => `${id}@${subject ?? ''}`;

/** Items that stand elsewhere now, in the order of the new assessment. An item that had no entry before did not move. */
export const movesBetween = (before: Assessment, after: Assessment): readonly Move[] => {
  const known = new Map(before.items.map((item) => [keyOf(item), standingOf(item)] as const));
  return after.items.flatMap((item): readonly Move[] => {
    const key = keyOf(item);
    const from = known.get(key);
    const to = standingOf(item);
    return from === undefined || from === to ? [] : [{ key, item, from, to }];
  });
};
