// Which version of a rule a date picks. A date or a term that is not known leaves several possible, and one answer must stand.
import type { ItemVersion, Term } from '#rules/packs/rulebook.ts';
import { addDays, dateOf, type PlainDate } from '#rules/exact/plain-date.ts';

export type Standing = 'in-force' | 'possibly' | 'before' | 'after';

/**
 * Whether a term covers a date. Without a known start it certainly covers what is on or after the day it was seen in force
 * (or everything, when no such day is given); an unknown end keeps it in force.
 */
export const standingOf = (term: Term, date: PlainDate): Standing => {
  if (term.from !== null && date < term.from) return 'before';
  if (term.to !== null && term.to !== 'unknown' && date > term.to) return 'after';
  if (term.from === null && term.seen !== null && date < term.seen) return 'possibly';
  return 'in-force';
};

/** The last day that the next version's start leaves to this one; null when nothing follows. */
const cutBy = (next: ItemVersion | undefined): PlainDate | null =>
  next === undefined ? null : next.term.from === null ? next.term.seen : next.term.from;

/**
 * The versions a date may fall to.
 *
 * @returns `certain` when exactly one covers the date; else those that may, and `gap` when it may also be none of them
 */
export const versionsOn = (
  versions: readonly ItemVersion[],
  date: PlainDate,
): { readonly versions: readonly ItemVersion[]; readonly gap: boolean } => {
  const possible: { version: ItemVersion; standing: Standing }[] = [];
  versions.forEach((version, index) => {
    const cut = cutBy(versions[index + 1]);
    const ended = version.term.to === null || version.term.to === 'unknown' ? cut : null;
    if (ended !== null && date >= ended) return;
    const standing = standingOf(version.term, date);
    if (standing === 'in-force' || standing === 'possibly') possible.push({ version, standing });
  });
  const sure = possible.some(({ standing }) => standing === 'in-force');
  return { versions: possible.map(({ version }) => version), gap: possible.length > 0 && !sure };
};

/** The first day of all, and the days on which something begins, ends or is seen: between two of them nothing changes. */
const turningDays = (versions: readonly ItemVersion[]): readonly PlainDate[] => [
  dateOf(1, 1, 1),
  ...versions.flatMap(({ term: { from, to, seen } }) => [
    ...[from, seen].filter((day) => day !== null),
    ...(to === null || to === 'unknown' ? [] : [addDays(to, 1)]),
  ]),
];

/** Whether some date falls, or may fall, to none of the versions: before the first, between two, or after the last. */
export const mayFallOutside = (versions: readonly ItemVersion[]): boolean =>
  turningDays(versions).some((day) => {
    const found = versionsOn(versions, day);
    return found.versions.length === 0 || found.gap;
  });

/** The sentence for a date that no version covers: 未生效, 空档 or 已失效. */
export const outOfForce = (versions: readonly { readonly term: Term }[], date: PlainDate): string => {
  const starts = versions.map(({ term }) => term.from).filter((from) => from !== null);
  const first = starts.reduce<PlainDate | null>((least, from) => (least === null || from < least ? from : least), null);
  if (first !== null && versions.every(({ term }) => term.from !== null) && date < first)
    return `未生效：${first} 起施行`;
  const later = starts.filter((from) => from > date);
  const ends = versions.flatMap(({ term }) => (term.to === null || term.to === 'unknown' ? [] : [term.to]));
  const past = ends.filter((end) => end < date).toSorted();
  const last = past.at(-1);
  if (later.length > 0) return `空档：${last ?? '之前的版本'} 之后、${later.toSorted()[0]} 之前没有规定`;
  return last === undefined ? '未生效' : `已失效：有效期到 ${last}`;
};
