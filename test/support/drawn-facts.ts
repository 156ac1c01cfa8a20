// The facts, columns and years of drawn expressions.
import fc from 'fast-check';
import { ratio, span, type Drawn } from './drawn-literals.ts';
import { orchard } from './orchard.ts';
import type { FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import type { Expression } from '#rules/language/syntax.ts';

/** Where an expression stands: whether series stand bare, and whose columns are at hand. */
export type Spot = { readonly eachYear: boolean; readonly rows: RowsName | null };
export type RowsName = '箱单' | '称号' | '项目.单据' | '项目' | '人员' | '专利';

export const factOf = (path: string): FactDefinition => {
  const fact = orchard.dictionary.facts.get(path);
  if (!fact) throw new Error(`${path} is no fact`);
  return fact;
};
export const bare = (path: string): Expression => ({ kind: 'fact', fact: factOf(path), type: factOf(path).type, span });
export const seriesOf = {
  money: ['收成', '肥料费'],
  ratio: ['糖度', '肥料占比'],
  人: ['园工'],
  boolean: ['年报完成'],
  plain: ['评分'],
} as const;
export const singlesOf = {
  money: ['存款', '欠款', '净存款', '项目.棚款'],
  ratio: ['出口份额'],
  棵: ['果树', 'Ⅰ类果树'],
  块: ['地块'],
  年: ['树龄'],
  月: ['休耕期'],
  plain: ['星数'],
  boolean: ['有冷库'],
  date: ['注册日期', '购地日', '项目.动工日'],
} as const;
const columnsOf = {
  箱单: { money: ['货款'], plain: ['箱数'], date: ['装箱日'], choice: ['品种'] },
  称号: { date: ['认定日期', '有效期至', '撤销日期'] },
  '项目.单据': { money: ['金额'], date: ['开单日'] },
  项目: { money: ['棚款'], date: ['动工日'], choice: ['棚型'] },
  人员: { date: ['到园日'], ordered: ['手艺'] },
  专利: { choice: ['类别', '状态'] },
} as const satisfies Record<
  RowsName,
  Partial<Record<'money' | 'plain' | 'date' | 'choice' | 'ordered', readonly string[]>>
>;

const columnType = (rows: RowsName, field: string): ValueType => {
  const list = orchard.dictionary.facts.get(rows);
  const type = list?.type.kind === 'list' ? list.type.fields.get(field) : factOf(`${rows}.${field}`).type;
  if (!type) throw new Error(`${rows} has no ${field}`);
  return type;
};

export const columns = (spot: Spot, kind: 'money' | 'plain' | 'date' | 'choice' | 'ordered'): readonly Expression[] => {
  if (spot.rows === null) return [];
  const { rows } = spot;
  const named: Partial<Record<typeof kind, readonly string[]>> = columnsOf[rows];
  return (named[kind] ?? []).map((field) => ({ kind: 'field', field, type: columnType(rows, field), span }));
};

export const yearOf = (paths: readonly string[]): Drawn =>
  fc
    .tuple(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.constantFrom(['上年', 0] as const, ['前年', 1] as const, ['本年', -1] as const),
        fc.integer({ min: 1, max: 20 }).map((k) => ['往年', k - 1] as const),
      ),
    )
    .map(([path, [year, back]]) => ({
      kind: 'year',
      word: year,
      back,
      fact: factOf(path),
      type: factOf(path).type,
      span,
    }));

export const windowOf = (paths: readonly string[], takes: readonly ('合计' | '均值')[]): Drawn =>
  fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(2 as const, 3 as const, 5 as const), fc.constantFrom(...takes))
    .map(([path, years, take]) => {
      const { type } = factOf(path);
      const mean: ValueType = type.kind === 'integer' ? { kind: 'number', unit: type.unit } : type;
      return { kind: 'window', years, take, fact: factOf(path), type: take === '均值' ? mean : type, span };
    });

export const growthOf: Drawn = fc
  .tuple(
    fc.constantFrom('收成', '园工'),
    fc.constantFrom('增长率' as const, '平均增长率' as const),
    fc.integer({ min: 1, max: 10 }),
  )
  .map(([path, name, years]) => ({
    kind: 'growth',
    word: name,
    years: name === '增长率' ? 1 : years,
    fact: factOf(path),
    type: ratio,
    span,
  }));

export const singles = (paths: readonly string[], others: readonly Expression[] = []): Drawn =>
  fc.constantFrom(...paths.map(bare), ...others);

/** What reads years from the filing date stands outside of a yearly condition; inside, the series itself does. */
export const ofYears = (spot: Spot, paths: readonly string[], outside: readonly Drawn[]): readonly Drawn[] =>
  spot.eachYear ? [singles(paths)] : outside;
