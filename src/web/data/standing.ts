// What a verdict is called on the page. 可享 only where nobody chooses; a selection makes it 可申报.
import type { ItemResult, Verdict } from '#contract/assessment.ts';

export const standings = ['can', 'may-apply', 'open', 'not-yet', 'not-addressed'] as const;
export type Standing = (typeof standings)[number];

export const standingWords: { readonly [standing in Standing]: string } = {
  can: '可享',
  'may-apply': '可申报',
  open: '待定',
  'not-yet': '暂不符合',
  'not-addressed': '不适用',
};

export const standingHints: { readonly [standing in Standing]: string } = {
  can: '条件都满足，而且条款没有留下选择的余地',
  'may-apply': '条件都满足，但要择优或评审，不能承诺',
  open: '缺资料或依据未定，补上以后才能判定',
  'not-yet': '有条件没有达到，差多少写在下面',
  'not-addressed': '这项政策不是给你的企业的，或者这一天没有施行',
};

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

export const verdictWords: { readonly [verdict in Verdict]: string } = {
  eligible: '符合',
  undetermined: '待定',
  ineligible: '不符合',
};

/** A subject without its kind: 三号车间 of 项目:三号车间. */
export const subjectName = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** The key of an entry in the combination: the item's id, with @ and the subject where it has one. */
export const entryKey = (item: Pick<ItemResult, 'id' | 'subject'>): string =>
  item.subject === null ? item.id : `${item.id}@${item.subject}`;
