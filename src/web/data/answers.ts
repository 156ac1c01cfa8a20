// Answers typed on the page, put into a copy of the firm's file. The file itself is never changed.
import type { FactView } from '#contract/catalogue.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { isMap } from './is-map.ts';

/** By what the question is about: 营业收入@2024, 主导产品国内市场占有率, 项目 (no projects), 项目.开工日期. */
export type Answers = { readonly [fact: string]: AnswerValue };
export type AnswerValue = string | boolean | readonly string[];

const lists = { 项目: 'projects', 人员: 'persons', 专利: 'patents', 贷款: 'loans', 投标: 'bids' } as const;
type ListName = (typeof lists)[keyof typeof lists];

const listOf = (path: string): ListName | null => {
  const kind = path.split('.')[0] ?? path;
  return kind in lists ? lists[kind as keyof typeof lists] : null; // the line's own test makes it a key
};

/** A file in which nothing is given yet, with one subject where the item is about one. */
export const blankFor = (subject: FactView['subject']): EnterpriseFile => {
  const list = Object.values(lists).find((each) => each === `${subject}s`);
  return list === undefined ? { facts: {} } : { facts: {}, [list]: [{ name: '1', facts: {} }] };
};

/** The list's own key, or the Chinese word that a file may use for it. */
const listIn = (
  file: EnterpriseFile,
  list: ListName,
): { readonly key: string; readonly rows: EnterpriseFile[ListName] } => {
  const word = Object.entries(lists).find(([, key]) => key === list)?.[0] ?? list;
  // A file is an open record: under either key stands the same kind of list.
  const found = (file as { readonly [key: string]: unknown })[word];
  return found === undefined ? { key: list, rows: file[list] } : { key: word, rows: found as EnterpriseFile[ListName] };
};

type FactMap = EnterpriseFile['facts'];

/** The key under which a file already has this fact: its Chinese name, or its English key. */
const keyIn = (facts: FactMap, fact: Pick<FactView, 'name' | 'key'>): string =>
  fact.key in facts ? fact.key : fact.name;

const put = (
  facts: FactMap,
  fact: Pick<FactView, 'name' | 'key'>,
  year: string | undefined,
  value: AnswerValue,
): FactMap => {
  const key = keyIn(facts, fact);
  const written: FactMap[string] = Array.isArray(value) ? [...value] : (value as string | boolean); // the array case is the line's own test
  if (year === undefined) return { ...facts, [key]: written };
  const years = facts[key];
  return { ...facts, [key]: { ...(isMap(years) ? years : {}), [year]: written } };
};

/** True when the page can take this answer: an enterprise fact, a list that is empty, or a fact of the only subject there is. */
export const canAnswer = (file: EnterpriseFile, path: string): boolean => {
  const list = listOf(path);
  if (list === null) return true;
  const { rows } = listIn(file, list);
  return path.includes('.') ? rows?.length === 1 : rows === undefined;
};

const withAnswer = (
  file: EnterpriseFile,
  question: string,
  value: AnswerValue,
  facts: readonly FactView[],
): EnterpriseFile => {
  const [path = question, year] = question.split('@');
  const list = listOf(path);
  if (list !== null && !path.includes('.')) return { ...file, [list]: [] };
  const fact = facts.find((each) => each.path === path);
  if (fact === undefined) return file;
  if (list === null) return { ...file, facts: put(file.facts, fact, year, value) };
  const { key, rows = [] } = listIn(file, list);
  const [only, ...others] = rows;
  if (only === undefined || others.length > 0) return file;
  return { ...file, [key]: [{ ...only, facts: put(only.facts, fact, year, value) }] };
};

/** The file with every answer in it, in the order they were given. */
export const applyAnswers = (file: EnterpriseFile, answers: Answers, facts: readonly FactView[]): EnterpriseFile =>
  Object.entries(answers).reduce((rest, [question, value]) => withAnswer(rest, question, value, facts), file);
