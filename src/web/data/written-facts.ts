// What an enterprise file says, flat and short, for a person to glance over: each fact with its value as it was written.
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { isMap } from './is-map.ts';

export type WrittenFact = { readonly fact: string; readonly text: string };

const scalarText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(textOf).join('；');
  if (!isMap(value)) return scalarText(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join('，');
};

const factsOf = (facts: EnterpriseFile['facts']): readonly WrittenFact[] =>
  Object.entries(facts).map(([fact, value]) => ({ fact, text: textOf(value) }));

/** Facts of the firm first, then those of its projects, persons, patents, loans and bids. */
export const writtenFacts = (file: EnterpriseFile): readonly WrittenFact[] => [
  ...factsOf(file.facts),
  ...[file.projects, file.persons, file.patents, file.loans, file.bids].flatMap((subjects) =>
    (subjects ?? []).flatMap((subject) => factsOf(subject.facts)),
  ),
  ...(file.received === undefined ? [] : [{ fact: '已经得到的支持', text: textOf(file.received) }]),
];
