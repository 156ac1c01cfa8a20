// Facts that look like one fact under two names, and facts that nothing reads: both make a firm answer more than it must.
import type { Finding } from './finding.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import { visitEverywhere } from '#rules/cases/everywhere.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

/** Words that say the same in the name of a fact; the first of each line stands for all. */
const sameWords: readonly (readonly string[])[] = [
  ['日', '日期', '时间'],
  ['人', '人数', '人员数', '人员'],
  ['额', '金额', '总额', '数额', '款额'],
  ['购', '购置', '采购', '购买'],
  ['企', '企业', '公司', '单位'],
  ['投入', '投资'],
  ['支出', '费用', '经费'],
  ['率', '比例', '占比', '比率', '比重'],
  ['数', '数量', '个数', '总数'],
  ['上', '上年', '上年度'],
];

/** The name without words that only vary its sound. */
const bare = (name: string): string =>
  sameWords
    .flatMap(([stands = '', ...others]) => others.map((word) => [word, stands] as const))
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((text, [word, stands]) => text.replaceAll(word, stands), name.normalize('NFKC'))
    .replace(/[的之额数度]/g, '');

const alike = (a: FactDefinition, b: FactDefinition): boolean => {
  if (a.subject !== b.subject || a.type.kind !== b.type.kind || a.yearly !== b.yearly) return false;
  const [left, right] = [derivationOf(a), derivationOf(b)];
  return bare(a.name) === bare(b.name) || (left !== null && left === right);
};

const derivationOf = ({ derived }: FactDefinition): string | null =>
  derived?.kind === 'expression' ? printChinese(derived.expression) : null;

const twice = (facts: readonly FactDefinition[]): readonly Finding[] =>
  facts.flatMap((a, index) =>
    facts
      .slice(index + 1)
      .filter((b) => alike(a, b))
      .map((b) => ({
        kind: 'two-names',
        of: b.path,
        place: null,
        text: `「${a.path}」和「${b.path}」看来是同一个事实：请只留一个，或把名称写得分得清`,
      })),
  );

/** Facts of the firm that name it, and what the engine reads by itself: no clause has to. */
const readByEngine = new Set(['统一社会信用代码', '企业名称', '注册日期', '培育层级', '称号', '人员.家庭']);

const readFacts = (book: Rulebook): ReadonlySet<FactDefinition> => {
  const read = new Set<FactDefinition>();
  const visit = (found: { readonly [key: string]: unknown }): void => {
    const fact = book.dictionary.facts.get(String(found['path']));
    if (fact !== undefined && fact === found) read.add(fact);
  };
  const seen = new Set<unknown>();
  for (const rules of [book.items, book.gates, book.scores, book.overlays, book.stacking])
    visitEverywhere(rules, visit, seen);
  return read;
};

const proven = (book: Rulebook): ReadonlySet<string> =>
  new Set(
    [...book.items.values()].flatMap(({ procedure }) => procedure?.materials.flatMap(({ proves }) => proves) ?? []),
  );

const unread = (book: Rulebook, facts: readonly FactDefinition[]): readonly Finding[] => {
  const [read, named] = [readFacts(book), proven(book)];
  return facts
    .filter((fact) => !read.has(fact) && !named.has(fact.path) && !readByEngine.has(fact.path))
    .map((fact) => ({
      kind: 'unread-fact',
      of: fact.path,
      place: null,
      text: `「${fact.path}」还没有条款用到`,
    }));
};

export const nameFindings = (book: Rulebook): readonly Finding[] => {
  const facts = [...book.dictionary.facts.values()];
  return [...twice(facts), ...unread(book, facts)];
};
