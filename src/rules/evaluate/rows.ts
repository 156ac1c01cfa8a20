// Lists: counting, adding up, any, all, and the titles a firm holds. An absent list is unknown; an empty one is none.
import { rowOf, rowOfSubject, type Context, type RowAtHand } from './context.ts';
import {
  conjunction,
  disjunction,
  missingFact,
  point,
  range,
  truth,
  unite,
  unknownFrom,
  whyOf,
  yes,
  type Outcome,
  type Truth,
  type Unknown,
  type Why,
} from './outcome.ts';
import { add, maximum, minimum, signOf, whole, zero, type Rational } from '#rules/exact/rational.ts';
import { subjectNames } from '#rules/facts/dictionary.ts';
import type { AggregateNode, HoldsNode, RowSource } from '#rules/language/syntax.ts';

const rowsOf = (context: Context, source: RowSource): readonly RowAtHand[] | Unknown => {
  if (source.kind === 'subjects') {
    const name = subjectNames[source.subject];
    return (
      context.firm.subjects[source.subject]?.map((subject) => rowOfSubject(context, subject, name)) ?? missingFact(name)
    );
  }
  const { fact } = source;
  const facts = fact.subject === 'enterprise' ? context.firm.facts : context.subject?.facts;
  const value = facts?.single.get(fact.path);
  if (value === undefined) return missingFact(fact.path);
  return value.is === 'rows' ? value.value.map((row) => rowOf(row, fact.path)) : [];
};

/** A column of the row at hand. */
export const valueOfField = (row: RowAtHand | null, field: string): Outcome =>
  row?.get(field) ?? missingFact(row?.path(field) ?? field);

type Judged = { readonly row: RowAtHand; readonly where: Truth };

const count = (judged: readonly Judged[]): Outcome => {
  const sure = judged.filter(({ where }) => where.is === 'boolean' && where.value).length;
  const open = judged.map(({ where }) => where).filter((where) => where.is === 'unknown');
  return open.length === 0 ? point(whole(sure)) : range(whole(sure), whole(sure + open.length), unite(open));
};

/** None or zero: whether the row counts does not matter. */
const addsNothing = (value: Outcome): boolean =>
  value.is === 'none' || (value.is === 'number' && value.why === null && signOf(value.low) === 0);

const total = (judged: readonly Judged[], field: string): Outcome => {
  let [low, high]: [Rational, Rational] = [zero, zero];
  const undecided: Why[] = [];
  const inexact: Why[] = [];
  const blank: Why[] = [];
  for (const { row, where } of judged) {
    if (where.is === 'boolean' && !where.value) continue;
    const value = valueOfField(row, field);
    if (addsNothing(value)) continue;
    if (where.is === 'unknown') undecided.push(where);
    if (value.is !== 'number') {
      blank.push(whyOf(value) ?? { missing: [row.path(field)], reasons: [] });
      continue;
    }
    if (value.why !== null) inexact.push(value.why);
    const counted = where.is === 'boolean';
    low = add(low, counted ? value.low : minimum(zero, value.low));
    high = add(high, counted ? value.high : maximum(zero, value.high));
  }
  // A row without its number may add anything; until it and the undecided rows are known, nothing bounds the sum.
  const open = [...undecided, ...inexact];
  if (blank.length > 0) return unknownFrom([...open, ...blank]);
  return range(low, high, open.length === 0 ? null : unite(open));
};

/**
 * 数量, 合计, 任一, 全部 over the rows for which 当 holds.
 *
 * @param judge  tries the 当 clause on one row
 */
export const evaluateAggregate = (context: Context, node: AggregateNode, judge: (row: RowAtHand) => Truth): Outcome => {
  const rows = rowsOf(context, node.rows);
  if ('is' in rows) return rows;
  const judged = rows.map((row) => ({ row, where: node.where === null ? yes : judge(row) }));
  switch (node.word) {
    case '数量':
      return count(judged);
    case '合计':
      return total(judged, node.field ?? '');
    case '任一':
      return disjunction(judged.map(({ where }) => where));
    case '全部':
      return conjunction(judged.map(({ where }) => where));
  }
};

const dateField = (row: RowAtHand, field: string, test: (date: string) => boolean, ifNone: boolean): Truth => {
  const value = valueOfField(row, field);
  if (value.is === 'unknown') return value;
  return value.is === 'date' ? truth(test(value.value)) : truth(ifNone);
};

/** 持有(title): a row of 称号 that began by the filing date, has not run out and was not withdrawn by then. */
export const evaluateHolds = (context: Context, node: HoldsNode): Truth => {
  const titles = context.firm.facts.single.get('称号');
  if (titles === undefined) return missingFact('称号');
  if (titles.is !== 'rows') return truth(false);
  return disjunction(
    titles.value.map((each) => {
      const row = rowOf(each, '称号');
      const name = valueOfField(row, '名称');
      return conjunction([
        name.is === 'unknown' ? name : truth(name.is === 'text' && name.value === node.title),
        dateField(row, '认定日期', (date) => date <= context.on, false),
        dateField(row, '有效期至', (date) => date >= context.on, true),
        dateField(row, '撤销日期', (date) => date > context.on, true),
      ]);
    }),
  );
};
