// Letters on the way of a case: it is taken up or not, something has to be mended, it takes longer.
import { printSilence } from '#casework/time/print-clock.ts';
import { printDay, printDueDate } from '#casework/time/print-due.ts';
import { refuseLetter } from './letter-refusals.ts';
import {
  ended,
  groundsTexts,
  labelled,
  limitSentence,
  limitTexts,
  noEnds,
  noFlaw,
  printLength,
  theCase,
  you,
  type Template,
} from './template.ts';

export const acceptance: Template<'acceptance'> = {
  texts: ({ limit, excluded }) => [
    ...limitTexts(limit),
    ...excluded.map((each) => ['不计入时限的环节', each] as const),
  ],
  ends: ({ limit }) => [limit.due],
  flaw: ({ submittedOn, acceptedOn }, { date }) =>
    submittedOn <= acceptedOn && acceptedOn <= date ? null : refuseLetter('dates-crossed', '提交日期和受理日期'),
  body: ({ submittedOn, acceptedOn, limit, excluded }, head) => [
    `${you(head)}于${printDay(submittedOn)}提交的${theCase(head)}申报材料收悉。经审查，符合受理条件，本机关于${printDay(acceptedOn)}予以受理。`,
    limitSentence(limit),
    ...(excluded.length === 0 ? [] : [`${excluded.join('、')}所需时间不计入上述时限，起止时间将另行告知。`]),
  ],
};

const placeWords = { field: '栏目', file: '文件' } as const;

export const correction: Template<'correction'> = {
  texts: ({ remarks, limit }) => [
    ...limitTexts(limit),
    ...remarks.flatMap(({ name, text }) => [['补正事项所在', name] as const, ['补正事项', text] as const]),
    ...(limit.rule.silence.effect === 'deemed-accepted' ? [['逾期的依据', limit.rule.silence.clause] as const] : []),
  ],
  ends: ({ limit }) => [limit.due],
  flaw: ({ remarks, limit }) => {
    if (remarks.length === 0) return refuseLetter('remarks-missing', '补正事项');
    return limit.rule.owner === 'firm' ? null : refuseLetter('not-the-firms-limit', limit.rule.name);
  },
  body: ({ remarks, limit }, head) => [
    `${you(head)}提交的${theCase(head)}申报材料收悉。经审查，下列${remarks.length}处需要补正，现一次性告知：`,
    ...remarks.map(({ on, name, text }, index) => `${index + 1}．${placeWords[on]}“${name}”：${ended(text)}`),
    limitSentence(limit),
    `${printSilence(limit.rule.silence)}。`,
    `除${you(head)}的补正材料引出新的问题外，本环节不再要求补正。`,
  ],
};

export const acceptanceRefused: Template<'acceptance-refused'> = {
  texts: groundsTexts,
  ends: noEnds,
  flaw: noFlaw,
  body: ({ reason, clause, remedy }, head) => [
    `${you(head)}提交的${theCase(head)}申报材料收悉。经审查，本机关决定不予受理。`,
    labelled('理由', reason),
    labelled('依据', clause),
    labelled('救济途径', remedy),
  ],
};

export const extension: Template<'extension'> = {
  texts: ({ reason, clause }) => [
    ['理由', reason],
    ['依据', clause],
  ],
  ends: ({ to }) => [to],
  flaw: ({ added, from, to }) => {
    if (!Number.isSafeInteger(added.length) || added.length < 1) return refuseLetter('number-wrong', '延长的时间');
    return to.endsAt > from.endsAt ? null : refuseLetter('end-not-later', '延长后的期限');
  },
  body: ({ reason, clause, added, from, to }, head) => [
    `${you(head)}申请办理的${theCase(head)}，原办理时限至${printDueDate(from)}届满。经批准，办理时限延长${printLength(added.length, added.unit)}，至${printDueDate(to)}届满。本阶段的时限不再延长。`,
    labelled('延期理由', reason),
    labelled('依据', clause),
  ],
};
