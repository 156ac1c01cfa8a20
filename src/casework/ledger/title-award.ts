// A title is awarded once: to a firm and to whatever firm it comes from, per recognition and item (I9).

export type TitleAward = {
  readonly firm: string;
  /** Earlier firms that this one comes from: merged, renamed, moved. */
  readonly predecessors: readonly string[];
  readonly title: string;
  /** The recognition, by its document or batch: being recognised again later is another event. */
  readonly event: string;
  readonly item: string;
};

/**
 * Whether this title was awarded already, to the firm or to one of the same line: a firm before it, one that comes from
 * it, or one that comes from the same firm.
 *
 * @source money: keys; invariant I9
 */
export const isAwarded = (awards: readonly TitleAward[], asked: TitleAward): boolean => {
  const line = new Set([asked.firm, ...asked.predecessors]);
  return awards.some(
    ({ firm, predecessors, title, event, item }) =>
      title === asked.title &&
      event === asked.event &&
      item === asked.item &&
      [firm, ...predecessors].some((each) => line.has(each)),
  );
};
