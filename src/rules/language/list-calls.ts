// Lists: 数量 合计 任一 全部 over subjects and list-valued facts, with columns bare after 当; and 持有.
import { isPlainName } from './characters.ts';
import { meaningOf, refuse, spanOf, textOf, type Checking, type RowScope } from './checking.ts';
import * as term from './expression-terms.ts';
import type { Meaning } from './lexicon.ts';
import { refuseValue, unquoted } from './literals.ts';
import { isAtHand, refuseUnknown } from './resolve.ts';
import type { AggregateNode, Expression, RowSource } from './syntax.ts';
import type { Call } from './time-calls.ts';
import type { Cst } from './tree.ts';
import { booleanType, isCount, plainInteger, valueNamed } from './types.ts';
import { subjectNames, type SubjectKind, type ValueType } from '#rules/facts/dictionary.ts';

type Source = { readonly rows: RowSource; readonly scope: RowScope; readonly field: string | null };

const subjectScope = (at: Checking, subject: SubjectKind): RowScope => ({
  name: subjectNames[subject],
  fields: new Map(
    [...at.lexicon.dictionary.facts.values()]
      .filter((fact) => fact.subject === subject)
      .map((fact) => [fact.name, { type: fact.type, fact }]),
  ),
});

const subjectSource = (at: Checking, subject: Exclude<SubjectKind, 'enterprise'>, field: string | null): Source => ({
  rows: { kind: 'subjects', subject },
  scope: subjectScope(at, subject),
  field,
});

const listSource = (at: Checking, span: Cst, { fact, column }: Meaning, field: string | null): Source | null => {
  const list = column?.list ?? fact;
  if (!list || list.type.kind !== 'list' || !isAtHand(at, spanOf(span), list)) return null;
  const fields = new Map([...list.type.fields].map(([name, type]) => [name, { type, fact: null }]));
  return { rows: { kind: 'fact', fact: list }, scope: { name: list.path, fields }, field };
};

/** What stands before 当: 专利, 称号, 项目.发票, or a column such as 项目.发票.不含税金额. */
const sourceAt = (at: Checking, call: Call, node: Cst): Source | null => {
  if (node.term === term.Unknown) return refuseUnknown(at, node);
  const meaning = node.term === term.Name ? meaningOf(at, node) : undefined;
  if (meaning?.subject) return subjectSource(at, meaning.subject, null);
  if (meaning?.column) return listSource(at, node, meaning, meaning.column.field);
  const fact = meaning?.fact;
  if (meaning && fact?.type.kind === 'list') return listSource(at, node, meaning, null);
  if (fact && fact.subject !== 'enterprise') return subjectSource(at, fact.subject, fact.name);
  return refuse(at, spanOf(node), 'not-a-list', `「${call.word}」的括号里先写列表`, {
    found: textOf(at, node),
    expected: '项目、人员、专利、贷款、投标，或列表事实',
    remedy: `写 ${call.word}(专利 当 …)`,
  });
};

const whereOf = (at: Checking, scope: RowScope, node: Cst): Expression | null => {
  if (at.rows) return refuse(at, spanOf(node), 'nested-list', '当 之后不能再写列表', { found: textOf(at, node) });
  const where = at.check({ ...at, rows: scope }, node, booleanType);
  if (where === null || where.type.kind === 'boolean') return where;
  return refuse(at, where.span, 'condition-expected', '当 之后是条件', {
    found: textOf(at, where.span),
    remedy: `写 当 ${textOf(at, where.span)} ≥ …`,
  });
};

/** The type of the column that is added up; null, with a problem, when there is none or it cannot be added. */
const summedType = (at: Checking, call: Call, node: Cst, source: Source): ValueType | null => {
  if (source.field === null) {
    const remedy = `写 合计(${source.scope.name}.列名)，或 数量(${source.scope.name})`;
    return refuse(at, spanOf(node), 'column-expected', '「合计」要写明哪一列', { found: textOf(at, node), remedy });
  }
  const type = source.scope.fields.get(source.field)?.type;
  if (type && (type.kind === 'money' || isCount(type))) return type;
  return refuse(at, spanOf(node), 'not-a-number', `「${source.field}」不能合计`, {
    found: textOf(at, node),
    expected: '金额或数',
  });
};

const typeOf = (at: Checking, call: Call, node: Cst, source: Source): ValueType | null => {
  if (call.word === '合计') return summedType(at, call, node, source);
  if (source.field !== null) {
    return refuse(at, spanOf(node), 'list-expected', `「${call.word}」的括号里写列表，不写列`, {
      found: textOf(at, node),
      expected: source.scope.name,
    });
  }
  return call.word === '数量' ? plainInteger : booleanType;
};

/** 数量(专利 当 …) 合计(项目.发票.不含税金额 当 …) 任一(…) 全部(…) */
export const checkAggregate = (at: Checking, call: Call, word: AggregateNode['word']): Expression | null => {
  const [arg] = call.args;
  if (!arg) return null;
  const filtered = arg.term === term.Filtered;
  const [sourceNode = arg, , whereNode] = filtered ? arg.parts : [arg];
  const source = sourceAt(at, call, sourceNode);
  if (source === null) return null;
  const type = typeOf(at, call, sourceNode, source);
  const where = whereNode ? whereOf(at, source.scope, whereNode) : null;
  if (type === null || (whereNode && where === null)) return null;
  if (where === null && (word === '任一' || word === '全部')) {
    return refuse(at, call.span, 'where-expected', `「${word}」要写条件`, {
      found: textOf(at, call.span),
      remedy: `写 ${word}(${source.scope.name} 当 …)`,
    });
  }
  return { kind: 'aggregate', span: call.span, type, word, rows: source.rows, field: source.field, where };
};

/** The list of titles and its column of names, by which 持有 reads. */
const titleType = (at: Checking): ValueType | null => {
  const titles = at.lexicon.dictionary.facts.get('称号');
  return titles?.type.kind === 'list' ? (titles.type.fields.get('名称') ?? null) : null;
};

/** 持有(小巨人) */
export const checkHolds = (at: Checking, call: Call): Expression | null => {
  const [arg] = call.args;
  if (!arg) return null;
  const written = textOf(at, arg);
  const quoted = arg.term === term.Text;
  if (!quoted && arg.term !== term.Name && arg.term !== term.Unknown) {
    return refuse(at, spanOf(arg), 'title-expected', '「持有」的括号里写称号', {
      found: written,
      remedy: '写 持有(小巨人)',
    });
  }
  const word = quoted ? unquoted(written) : written;
  const type = titleType(at);
  if (type?.kind === 'choice' && type.values.length > 0) {
    const title = valueNamed(type, word, at.lexicon.dictionary.trees);
    return title === null
      ? refuseValue(at, spanOf(arg), word, type)
      : holds(call, title, quoted || !isPlainName(title));
  }
  if (quoted) return holds(call, word, true);
  const meaning = meaningOf(at, arg);
  return meaning ? holds(call, meaning.text, false) : refuseUnknown(at, arg);
};

const holds = (call: Call, title: string, quoted: boolean): Expression => ({
  kind: 'holds',
  span: call.span,
  type: booleanType,
  title,
  quoted,
});
