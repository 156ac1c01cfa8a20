// What a verdict is called on the page. 可享 only where nobody chooses; a selection makes it 可申报.
import type { ItemResult } from '#contract/assessment.ts';

export const standings = ['can', 'may-apply', 'open', 'not-yet', 'not-addressed'] as const;
export type Standing = (typeof standings)[number];

type Judged = Pick<ItemResult, 'applies' | 'verdict' | 'competition' | 'amount'>;

/** Nothing is left to a selection, and nobody decides how much. */
export const isPromised = (item: Pick<Judged, 'competition' | 'amount'>): boolean =>
  item.competition === 'none' && item.amount?.discretion !== true;

export const standingOf = (item: Judged): Standing => {
  if (item.applies === false) return 'not-addressed';
  switch (item.verdict) {
    case 'eligible':
      return isPromised(item) ? 'can' : 'may-apply';
    case 'undetermined':
      return 'open';
    case 'ineligible':
      return 'not-yet';
  }
};

/** A subject without its kind: 三号车间 of 项目:三号车间. */
export const subjectName = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** The key of an entry in the combination: the item's id, with @ and the subject where it has one. */
export const entryKey = (item: Pick<ItemResult, 'id' | 'subject'>): string =>
  item.subject === null ? item.id : `${item.id}@${item.subject}`;
