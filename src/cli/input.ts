// Reads what a command is given: dates, grades, firm files, ids. Wrong input is told with its place and remedy.
import { existsSync, statSync } from 'node:fs';
import type { Given } from './arguments.ts';
import { InputError, UsageError } from './failure.ts';
import { readTextFile } from './text-file.ts';
import { readFirmFor } from '#rules/assess/read-firm.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { grades, type Grade, type Rulebook } from '#rules/packs/rulebook.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today in Beijing; the only place that reads the clock. */
export const today = (): PlainDate => {
  const date = readDate(beijing.format(new Date()));
  if (date === null) throw new Error('the clock gave no date');
  return date;
};

export const dateOption = (given: Given, option = 'on'): PlainDate => {
  const text = given.text(option);
  return text === null ? today() : readDateWord(text);
};

export const readDateWord = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new UsageError(`「${text}」不是日期（应为 2026-05-06 这样的日期）`);
  return date;
};

export const acceptedGrade = (given: Given): Grade => {
  const text = given.text('accept');
  if (text === null) return 'seed';
  const grade = grades.find((each) => each === text);
  if (grade === undefined) throw new UsageError(`没有依据等级「${text}」（应为 ${grades.join(' ')})`);
  return grade;
};

export const readText = (path: string): string => {
  if (!existsSync(path)) throw new InputError(`没有这个文件：${path}`);
  if (statSync(path).isDirectory()) throw new InputError(`读不了这个文件：${path}（是文件夹）`);
  return readTextFile(path);
};

/** An enterprise file, checked whole against the rules of that day: with one wrong value nothing is computed. */
export const readFirm = (path: string, book: Rulebook, on: PlainDate): Enterprise => {
  const noted = readYaml(readText(path), path);
  if (!noted.ok) throw new InputError('企业文件读不了，没有计算。', noted.problems);
  if (noted.value === null) throw new InputError(`${path} 是空文件（应有 facts: 一节）`);
  const firm = readFirmFor(noted.value, { book, on });
  if (!firm.ok) throw new InputError('企业文件有错误，没有计算。改正以上各处再试。', firm.problems);
  return firm.value;
};

/** The entry of this id, or an error that names the nearest one. */
export const find = <T>(entries: ReadonlyMap<string, T>, id: string, what: string): T => {
  const found = entries.get(id);
  if (found !== undefined) return found;
  const nearest = nearestName(id, entries.keys());
  throw new InputError(`没有${what}「${id}」${nearest === null ? '' : `，是否指「${nearest}」`}`);
};
