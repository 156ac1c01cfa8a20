// Letters that end something or decide on money: the support is not given, the amount is settled, money is claimed back.
import { printDueDate } from '#casework/time/print-due.ts';
import { isPayable, printAmountTwice } from './chinese-capitals.ts';
import type { LetterData } from './letter-data.ts';
import { refuseLetter, type LetterRefusal } from './letter-refusals.ts';
import { groundsTexts, labelled, noEnds, noFlaw, theCase, you, type Template } from './template.ts';

export const rejection: Template<'rejection'> = {
  texts: groundsTexts,
  ends: noEnds,
  flaw: noFlaw,
  body: ({ reason, clause, remedy }, head) => [
    `${you(head)}申报的${theCase(head)}，经审查，本机关决定不予支持。`,
    labelled('理由', reason),
    labelled('依据', clause),
    labelled('救济途径', remedy),
  ],
};

export const award: Template<'award'> = {
  texts: ({ clause, next, remedy }) => [
    ['依据', clause],
    ['后续安排', next],
    ['救济途径', remedy],
  ],
  ends: noEnds,
  flaw: ({ amountFen }) => (isPayable(amountFen) ? null : refuseLetter('amount-wrong', '审定金额')),
  body: ({ amountFen, clause, next, remedy }, head) => [
    `${you(head)}申报的${theCase(head)}，经审定，支持金额为${printAmountTwice(amountFen)}。`,
    labelled('依据', clause),
    labelled('后续安排', next),
    labelled('救济途径', remedy),
  ],
};

type Recovery = LetterData['recovery'];

const totalOf = ({ principalFen, interestFen }: Recovery): bigint => principalFen + interestFen;

const flawOfAmounts = (data: Recovery): LetterRefusal | null => {
  const { principalFen, interestFen, payments } = data;
  if (!isPayable(principalFen)) return refuseLetter('amount-wrong', '应退本金');
  if (interestFen < 0n || !isPayable(totalOf(data))) return refuseLetter('amount-wrong', '应付利息');
  if (payments.some(({ amountFen }) => !isPayable(amountFen))) return refuseLetter('amount-wrong', '各期金额');
  if (payments.reduce((sum, { amountFen }) => sum + amountFen, 0n) !== totalOf(data))
    return refuseLetter('parts-do-not-add-up', '各期金额');
  const isLater = payments.every(({ due }, n) => n === 0 || due.endsAt > (payments[n - 1]?.due.endsAt ?? 0));
  return isLater ? null : refuseLetter('end-not-later', '下一期的期限');
};

const interestWords = (interestFen: bigint): string =>
  interestFen === 0n ? '不计利息' : `利息${printAmountTwice(interestFen)}`;

const paymentLines = (payments: Recovery['payments']): readonly string[] => {
  const [only] = payments;
  if (payments.length === 1 && only !== undefined) return [`上述款项应于${printDueDate(only.due)}前（含当日）缴清。`];
  return [
    `上述款项分${payments.length}期缴清：`,
    ...payments.map(
      ({ amountFen, due }, index) =>
        `${index + 1}．第${index + 1}期${printAmountTwice(amountFen)}，${printDueDate(due)}前（含当日）缴清。`,
    ),
  ];
};

export const recovery: Template<'recovery'> = {
  texts: (data) => [
    ...groundsTexts(data),
    ['陈述、申辩情况', data.heard],
    ['缴款账户', data.payTo],
    ['逾期的后果', data.ifUnpaid],
  ],
  ends: ({ payments }) => payments.map(({ due }) => due),
  flaw: flawOfAmounts,
  body: (data, head) => [
    `${you(head)}已领取的${theCase(head)}资金，经核查并听取意见，本机关决定予以追回。应退本金${printAmountTwice(data.principalFen)}，${interestWords(data.interestFen)}，合计${printAmountTwice(totalOf(data))}。`,
    labelled('理由', data.reason),
    labelled('依据', data.clause),
    labelled('陈述、申辩情况', data.heard),
    ...paymentLines(data.payments),
    labelled('缴款账户', data.payTo),
    labelled('逾期的后果', data.ifUnpaid),
    labelled('救济途径', data.remedy),
  ],
};
