// One line of an assessment: an item for the enterprise or for one of its projects, persons, patents, loans or bids.
import { evaluateItem } from '#rules/evaluate/item.ts';
import type { EvaluationOptions } from '#rules/evaluate/begin.ts';
import type { ItemResult } from '#rules/evaluate/result.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { Item, Rulebook } from '#rules/packs/rulebook.ts';

export type Entry = { readonly item: Item; readonly subject: Subject | null; readonly result: ItemResult };

/** id@subject as the entry names its subject (x@项目:三号车间), or the id alone for the enterprise (and where the firm has no such subject). */
export const keyOf = ({ item, result }: Entry): string =>
  result.subject === null ? item.id : `${item.id}@${result.subject}`;

/** The entries of one item, in the order of the firm's subjects. */
export const entriesOf = (
  book: Rulebook,
  item: Item,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): readonly Entry[] => {
  const subjects = item.subject === 'enterprise' ? undefined : firm.subjects[item.subject];
  return evaluateItem(book, item, firm, on, options).map((result, index) => ({
    item,
    subject: result.subject === null ? null : (subjects?.[index] ?? null),
    result,
  }));
};
