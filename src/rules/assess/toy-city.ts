// A toy city for tests: a small rulebook and firms, compiled from YAML like a real one. Nothing here is real policy.
import type { Enterprise, Facts, Subject, Value } from '#rules/facts/enterprise.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { fromDecimal, multiply, rational, whole, type Rational } from '#rules/exact/rational.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

const facts = `
enterprise:
  - { name: 注册日期, key: registeredOn, type: date, change: never }
  - { name: 注册地, key: registeredIn, type: tree, of: 区划, change: choice }
  - { name: 行业, key: industry, type: choice, values: [采矿, 制造], change: never }
  - { name: 培育层级, key: ladderLevel, type: ordered, values: [未入库, 铜星, 银星, 金星], change: effort }
  - { name: 称号, key: titles, type: list, of: { 名称: choice, 认定日期: date, 有效期至: date, 撤销日期: date } }
  - { name: 高企, key: isHighTech, type: boolean, change: effort }
  - { name: 失信, key: dishonest, type: boolean, change: declare }
  - { name: 营收, key: revenue, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 研发, key: research, type: money, period: year, min: 0元, change: effort, grows: up }
  - { name: 负债, key: debt, type: money, period: year, min: 0元, change: effort }
  - { name: 资产, key: assets, type: money, period: year, min: 0元, change: effort }
  - { name: 负债率, key: debtRatio, type: ratio, period: year, derived: 负债 ÷ 资产 }
  - { name: 人数, key: staff, type: integer, unit: 人, period: year, min: 0, change: effort }
  - { name: 年限, key: years, type: number, unit: 年, min: 0, change: time }
  - { name: 份额, key: share, type: ratio, min: 0%, max: 100%, change: effort, grows: up }
  - { name: 排名, key: rank, type: rank, none: true, change: effort }
  - { name: 专利数, key: patentCount, type: integer, unit: 项, min: 0, change: effort, grows: up }
  - { name: 软著数, key: softwareCount, type: integer, unit: 项, min: 0, change: effort, grows: up }
  - { name: 规模, key: size, type: ordered, values: [小, 大], derived: true }
  - { name: 报表, key: reported, type: boolean, period: year, change: choice }
project:
  - { name: 类型, key: type, type: choice, values: [新建, 改造] }
  - { name: 设备额, key: equipment, type: money, min: 0元, change: effort, grows: up }
  - { name: 开工日期, key: startedOn, type: date }
  - { name: 半年日, key: halfYearOn, type: date, derived: 项目.开工日期 + 6个月 }
  - { name: 验收日期, key: acceptedOn, type: date, none: true }
person:
  - { name: 学历, key: degree, type: ordered, values: [本科, 硕士, 博士] }
  - { name: 家庭, key: household, type: text, none: true }
  - { name: 到岗日期, key: arrivedOn, type: date }
`;

/** The files of the toy city; a test may add items, gates, scores and stacking rules. */
const base = {
  'toy/pack.yaml': 'id: toy\nname: 玩具市\nbuilds-on: []\n',
  'toy/documents.yaml': `
- { id: doc, title: 玩具市办法, number: 玩〔2020〕1号, issuer: 玩具市政府, issued: 2020-01-01, from: 2020-01-01, to: unknown, seen: 2024-01-01, evidence: primary }
`,
  'toy/facts/all.yaml': facts,
  'toy/trees/divisions.yaml': 'tree: 区划\nnodes: { 玩具市: { 东区: {}, 西区: {}, 南县: {} } }\n',
};

const clauses = `clauses:
  - { key: c, document: doc, at: 第一条, evidence: primary, says: 玩具条款 }
`;

export type ToyParts = {
  /** YAML list items, each `- { id: …, … }`. */
  readonly items?: string;
  readonly gates?: string;
  /** [高企] */
  readonly titles?: string;
  readonly scores?: string;
  readonly stacking?: string;
};

/** Compiles the toy city with these parts; throws with every problem when it does not compile. */
export const toyBook = ({ items, gates, titles, scores, stacking }: ToyParts): Rulebook => {
  const files: { readonly [path: string]: string } = {
    ...base,
    'toy/sets.yaml': `${clauses}sets:\n  - { name: 市区, of: 区划, in: [东区, 西区], clause: c }\n`,
    'toy/derivations/size.yaml': `${clauses}derivations:\n  - { fact: 规模, first: [ { when: 上年(营收) ≥ 4亿元, value: 大 }, { value: 小 } ] }\n`,
    ...(items === undefined ? {} : { 'toy/items/all.yaml': `${clauses}items:\n${items}` }),
    'toy/ladder/all.yaml': `${clauses}levels: [未入库, 铜星, 银星, 金星]\n${titles === undefined ? '' : `titles: ${titles}\n`}${gates === undefined ? '' : `gates:\n${gates}`}`,
    ...(scores === undefined ? {} : { 'toy/scores/all.yaml': `${clauses}scores:\n${scores}` }),
    ...(stacking === undefined ? {} : { 'toy/stacking.yaml': `${clauses}rules:\n${stacking}` }),
  };
  const compiled = compilePacks(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    'sha256:toy',
  );
  if (compiled.rulebook === null)
    throw new Error(
      compiled.problems
        .map(({ place, message, found }) => `${place.file}:${place.line} ${message} ${found ?? ''}`)
        .join('\n'),
    );
  return compiled.rulebook;
};

export const day = (text: string): PlainDate => {
  const date = readDate(text);
  if (date === null) throw new Error(`${text} is not a date`);
  return date;
};

export const number = (value: Rational | number): Value => ({
  is: 'number',
  value: typeof value === 'number' ? whole(value) : value,
});
/** 万元 as fen. */
export const wan = (amount: number): Value => ({ is: 'number', value: whole(BigInt(amount) * 1_000_000n) });
export const percent = (text: string): Value => ({
  is: 'number',
  value: multiply(fromDecimal(text) ?? whole(0), rational(1n, 100n)),
});
export const text = (value: string): Value => ({ is: 'text', value });
export const flag = (value: boolean): Value => ({ is: 'boolean', value });
export const date = (value: string): Value => ({ is: 'date', value: day(value) });

export type ToyFacts = { readonly [path: string]: Value | { readonly [year: number]: Value } };

const isValue = (value: ToyFacts[string]): value is Value => 'is' in value;

const factsOf = (given: ToyFacts): Facts => {
  const single = new Map<string, Value>();
  const yearly = new Map<string, ReadonlyMap<number, Value>>();
  for (const [path, value] of Object.entries(given)) {
    if (isValue(value)) single.set(path, value);
    else yearly.set(path, new Map(Object.entries(value).map(([year, each]) => [Number(year), each])));
  }
  return { single, yearly };
};

export const subject = (kind: Subject['kind'], name: string, given: ToyFacts): Subject => ({
  kind,
  name,
  facts: factsOf(given),
});

export const firm = (given: ToyFacts, rest: Partial<Pick<Enterprise, 'subjects' | 'received'>> = {}): Enterprise => ({
  creditCode: null,
  name: '玩具厂',
  facts: factsOf(given),
  subjects: rest.subjects ?? {},
  received: rest.received ?? [],
  sources: [],
});
