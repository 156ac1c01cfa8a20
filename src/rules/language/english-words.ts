// English words for facts, subjects and money, made from the dictionary's keys.
import { toDecimal, type Rational } from '#rules/exact/rational.ts';
import type { FactDefinition, SubjectKind } from '#rules/facts/dictionary.ts';

export const subjectWords = {
  enterprise: 'enterprises',
  project: 'projects',
  person: 'persons',
  patent: 'patents',
  loan: 'loans',
  bid: 'bids',
} as const satisfies Record<SubjectKind, string>;

const initials: { readonly [word: string]: string } = {
  rd: 'R&D',
  ip: 'IP',
  sme: 'SME',
  iiot: 'IIoT',
  cmmm: 'CMMM',
  eda: 'EDA',
  ai: 'AI',
};

/** The key taken apart at its capitals: newEquipment → new equipment, ipClass1High → IP class 1 high. */
const splitKey = (key: string): string =>
  key
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .replace(/([0-9])([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(?:rd|ip|sme|iiot|cmmm|eda|ai)\b/g, (word) => initials[word] ?? word);

/** revenue · the project’s new equipment. A key that is Chinese (a judged fact's) is left as it is. */
export const factWords = (fact: FactDefinition): string =>
  fact.subject === 'enterprise' ? splitKey(fact.key) : `the ${fact.subject}’s ${splitKey(fact.key)}`;

/** CNY 5 million, CNY 400 million, CNY 1,234.56. */
export const formatYuan = (fen: Rational): string => {
  const yuan = { n: fen.n, d: fen.d * 100n };
  const million = { n: yuan.n, d: yuan.d * 1_000_000n };
  const short = toDecimal(million, 2);
  if (!short.includes('…') && yuan.n >= yuan.d * 1_000_000n) return `CNY ${short} million`;
  return `CNY ${toDecimal(yuan, 4).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}`;
};
