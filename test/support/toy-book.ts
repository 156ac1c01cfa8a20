// Small invented rulebooks written as YAML in a test, and firms written as the `given` of a worked case.
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { readGiven } from '#rules/facts/read-enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { toyCity } from './toy-city.ts';

const compile = (files: Readonly<Record<string, string>>): Rulebook => {
  const { rulebook, problems } = compilePacks(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'sha256:toy',
  );
  if (rulebook === null) throw new Error(problems.map(printProblem).join('\n'));
  return rulebook;
};

const facts = `
enterprise:
  - { name: 注册日期, key: registeredOn, type: date, change: never }
  - { name: 渔获收入, key: catch, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 船员, key: crew, type: integer, unit: 人, min: 0, change: effort }
  - { name: 入会年限, key: years, type: number, unit: 年, min: 0, change: time }
  - { name: 名次, key: place, type: rank, none: true, change: effort }
  - { name: 等级, key: rank, type: ordered, values: [ 新手, 熟手, 船长 ], change: effort }
  - { name: 守规矩, key: honest, type: boolean, change: declare }
  - { name: 网, key: nets, type: list, of: { 完好: boolean, 价钱: money, 购置日: date } }
  - { name: 退会日期, key: leftOn, type: date, none: true }
  - { name: 领头, key: leader, type: boolean, change: declare }
  - { name: 称号, key: titles, type: list, of: { 名称: choice, 认定日期: date, 有效期至: date, 撤销日期: date } }
project:
  - { name: 造船款, key: hull, type: money }
  - { name: 下水日期, key: launchedOn, type: date }
  - { name: 满月日, key: monthOldOn, type: date, derived: 项目.下水日期 + 1个月 }
  - { name: 已领月数, key: paidMonths, type: integer, unit: 月 }
`;

const documents = `
- { id: rule-1, title: 海港村渔船补助办法, number: 海港〔2024〕1号, issuer: 海港村, issued: 2024-01-01, from: 2024-01-01, evidence: primary }
- { id: talk, title: 村民的说法, number: unknown, issuer: unknown, issued: unknown, from: unknown, evidence: draft }
`;

const clauses = `
clauses:
  - { key: a, document: rule-1, at: 第一条, evidence: primary, says: 第一条 }
  - { key: b, document: rule-1, at: 第二条, evidence: seed, says: 第二条 }
  - { key: d, document: talk, evidence: draft, says: 只是说说 }
`;

/** The village with this text as its items (the clauses a, b and d are there), or without any; `more` are further files. */
export const villageWith = (items: string | null, more: Readonly<Record<string, string>> = {}): Rulebook =>
  compile({
    'harbour/pack.yaml': toyCity['harbour/pack.yaml'],
    'harbour/documents.yaml': documents,
    'harbour/facts/village.yaml': facts,
    ...(items === null ? {} : { 'harbour/items/items.yaml': `${clauses}items:\n${items}` }),
    ...more,
  });

export { clauses as villageClauses };

/** One item with one version: its subject and the lines of the version, each at its own depth. */
export const itemOf = (version: string, subject = 'project', id = 'harbour/x'): string => `
  - id: ${id}
    name: 某项补助
    kind: subsidy
    subject: ${subject}
    theme: 渔船
    versions:
${version
  .trim()
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
`;

export const given = (book: Rulebook, text: string): Enterprise => {
  const noted = readYaml(text, 'given');
  const firm = noted.ok && noted.value !== null ? readGiven(noted.value, book.dictionary) : null;
  if (!firm?.ok) throw new Error(`the given is wrong: ${text} ${(firm?.problems ?? []).map(printProblem).join('\n')}`);
  return firm.value;
};
