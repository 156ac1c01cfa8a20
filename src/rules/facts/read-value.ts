// One value of a fact, from YAML or JSON: typed, exact and possible, or a sentence that says what to write instead.
import type { Dictionary, FactDefinition, ValueType } from './dictionary.ts';
import type { Row, Value } from './enterprise.ts';
import { formatNumber } from './format.ts';
import { nearestName } from './nearest.ts';
import { readNumber } from './read-measure.ts';
import { foldFigures } from './read-number.ts';
import { problemAt } from './read-problem.ts';
import { dateOf, daysInMonth, readDate } from '#rules/exact/plain-date.ts';
import { compare, type Rational } from '#rules/exact/rational.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import type { Noted, NotedEntry, NotedList, NotedMap, NotedScalar } from '#rules/yaml/noted.ts';

/** What a value is read against. A fact definition is one; so is a column of a list. */
export type ValueRules = Pick<FactDefinition, 'path' | 'type' | 'none' | 'min' | 'max'>;

const good = (value: Value): Checked<Value> => ({ ok: true, value });
const bad = (...problems: readonly Problem[]): Checked<Value> => ({ ok: false, problems });
const fold = (text: string): string => text.normalize('NFKC').trim();

const emptyAt = (place: Place, rules: ValueRules): Problem =>
  problemAt(place, 'empty-value', `${rules.path}没有写值`, {
    remedy: rules.none || rules.type.kind === 'rank' ? '不知道就删去这一行；没有就写 无' : '不知道就删去这一行',
  });

const isEmpty = (noted: NotedScalar): boolean =>
  noted.text.trim() === '' || (!noted.quoted && ['null', '~', 'Null', 'NULL'].includes(noted.text));

const shapeAt = (noted: Noted, rules: ValueRules, expected: string): Problem =>
  problemAt(noted.place, 'wrong-shape', `${rules.path}写法不对`, {
    found: noted.kind === 'list' ? '列表' : noted.kind === 'map' ? '映射' : noted.text,
    expected,
  });

const boundsOf = (rules: ValueRules): string => {
  const [low, high] = [rules.min, rules.max].map((b) => (b === null ? null : formatNumber(b, rules.type)));
  if (low !== null && high !== null) return `${low} 至 ${high}`;
  return low === null ? `不超过 ${high}` : `不小于 ${low}`;
};

const isOutside = (value: Rational, rules: ValueRules): boolean =>
  (rules.min !== null && compare(value, rules.min) < 0) || (rules.max !== null && compare(value, rules.max) > 0);

const readNumeric = (noted: NotedScalar, rules: ValueRules): Checked<Value> => {
  const read = readNumber(noted, rules.path, rules.type);
  if (!read.ok) return read;
  if (!isOutside(read.value, rules)) return good({ is: 'number', value: read.value });
  const details = { found: noted.text, expected: boundsOf(rules) };
  return bad(problemAt(noted.place, 'out-of-bounds', `${rules.path}不可能是这个数`, details));
};

const looseDate = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;

const readDay = (noted: NotedScalar, rules: ValueRules): Checked<Value> => {
  const text = foldFigures(noted.text);
  const date = readDate(text);
  if (date !== null) return good({ is: 'date', value: date });
  const loose = looseDate.exec(text);
  const [year, month, day] = [Number(loose?.[1]), Number(loose?.[2]), Number(loose?.[3])];
  const meant =
    month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dateOf(year, month, day) : null;
  const details = { found: noted.text, expected: '日期，如 2024-01-15', remedy: meant === null ? null : `写 ${meant}` };
  return bad(problemAt(noted.place, 'not-a-date', `${rules.path}要写日期`, details));
};

const truths: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['true', true],
  ['false', false],
]);

const readBoolean = (noted: NotedScalar, rules: ValueRules): Checked<Value> => {
  const value = truths.get(fold(noted.text).toLowerCase());
  if (value !== undefined) return good({ is: 'boolean', value });
  return bad(
    problemAt(noted.place, 'not-a-boolean', `${rules.path}只能写 是 或 否`, {
      found: noted.text,
      expected: '是 或 否',
    }),
  );
};

const unknownValue = (noted: NotedScalar, rules: ValueRules, known: Iterable<string>): Problem => {
  const values = [...known];
  return problemAt(noted.place, 'unknown-value', `${rules.path}没有「${noted.text}」这个值`, {
    found: noted.text,
    expected: values.length <= 12 ? values.join('、') : null,
    nearest: nearestName(noted.text, values),
  });
};

/** The value as the dictionary writes it, or null when it has no such value. */
const findValue = (text: string, values: readonly string[]): string | null =>
  values.length === 0 ? text : (values.find((value) => fold(value) === fold(text)) ?? null);

const readChoice = (noted: NotedScalar, rules: ValueRules, values: readonly string[]): Checked<Value> => {
  const value = findValue(noted.text, values);
  return value === null ? bad(unknownValue(noted, rules, values)) : good({ is: 'text', value });
};

const readNode = (noted: NotedScalar, rules: ValueRules, of: string, dictionary: Dictionary): Checked<Value> => {
  const tree = dictionary.trees.get(of);
  const text = fold(noted.text);
  if (tree?.parents.has(text)) return good({ is: 'text', value: text });
  const node = tree?.aliases.get(text);
  if (node !== undefined) return good({ is: 'text', value: node });
  return bad(unknownValue(noted, rules, [...(tree?.parents.keys() ?? []), ...(tree?.aliases.keys() ?? [])]));
};

/** The members as written: one alone, `甲、乙`, or a list. */
const memberTexts = (noted: NotedScalar | NotedList, values: readonly string[]): readonly Noted[] => {
  if (noted.kind === 'list') return noted.items;
  if (findValue(noted.text, values) !== null && values.length > 0) return [noted];
  return noted.text.split('、').map((text) => ({ ...noted, text }));
};

const readSet = (noted: NotedScalar | NotedList, rules: ValueRules, values: readonly string[]): Checked<Value> => {
  if (noted.kind === 'scalar' && fold(noted.text) === '无' && !values.includes('无'))
    return good({ is: 'set', value: [] });
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const member of memberTexts(noted, values)) {
    if (member.kind !== 'scalar') {
      problems.push(shapeAt(member, rules, '一个值'));
      continue;
    }
    const value = findValue(member.text, values);
    if (value === null) problems.push(unknownValue(member, rules, values));
    else if (found.includes(value)) {
      problems.push(
        problemAt(member.place, 'duplicate-value', `${rules.path}把「${value}」写了两次`, { found: value }),
      );
    } else found.push(value);
  }
  return problems.length > 0 ? bad(...problems) : good({ is: 'set', value: found });
};

/** A date in a row may be 无 (撤销日期); other columns say none by their own type. */
const columnRules = (rules: ValueRules, name: string, type: ValueType): ValueRules => ({
  path: `${rules.path}.${name}`,
  type,
  none: type.kind === 'date',
  min: null,
  max: null,
});

const readRow = (
  noted: NotedMap,
  rules: ValueRules,
  fields: ReadonlyMap<string, ValueType>,
  dictionary: Dictionary,
): { readonly row: Row; readonly problems: readonly Problem[] } => {
  const row = new Map<string, Value>();
  const problems: Problem[] = [];
  for (const entry of noted.entries) {
    const name = [...fields.keys()].find((field) => fold(field) === fold(entry.key));
    const type = name === undefined ? undefined : fields.get(name);
    if (name === undefined || type === undefined) {
      const nearest = nearestName(entry.key, fields.keys());
      const details = { found: entry.key, expected: [...fields.keys()].join('、'), nearest };
      problems.push(problemAt(entry.keyPlace, 'unknown-column', `${rules.path}没有「${entry.key}」这一栏`, details));
      continue;
    }
    const value = readEntry(entry, columnRules(rules, name, type), dictionary);
    if (value.ok) row.set(name, value.value);
    else problems.push(...value.problems);
  }
  return { row, problems };
};

const readRows = (
  noted: Noted,
  rules: ValueRules,
  fields: ReadonlyMap<string, ValueType>,
  dictionary: Dictionary,
): Checked<Value> => {
  if (noted.kind === 'scalar') {
    return fold(noted.text) === '无'
      ? good({ is: 'rows', value: [] })
      : bad(shapeAt(noted, rules, '列表，每行一个映射；没有就写 []'));
  }
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const item of noted.kind === 'list' ? noted.items : [noted]) {
    if (item.kind !== 'map') {
      problems.push(shapeAt(item, rules, `一行，如 { ${[...fields.keys()].join(': …, ')}: … }`));
      continue;
    }
    const read = readRow(item, rules, fields, dictionary);
    rows.push(read.row);
    problems.push(...read.problems);
  }
  return problems.length > 0 ? bad(...problems) : good({ is: 'rows', value: rows });
};

const noneRemedy = (type: ValueType): string =>
  type.kind === 'money'
    ? '没有发生就写 0元'
    : ['number', 'integer'].includes(type.kind)
      ? '没有就写 0'
      : '不知道就删去这一行';

/** 无 where the fact knows it: ranks always, others when the dictionary says so. */
const readNone = (noted: NotedScalar, rules: ValueRules): Checked<Value> => {
  if (rules.none || rules.type.kind === 'rank') return good({ is: 'none' });
  const details = { found: noted.text, remedy: noneRemedy(rules.type) };
  return bad(problemAt(noted.place, 'none-not-allowed', `${rules.path}不能写「无」`, details));
};

const readScalar = (noted: NotedScalar, rules: ValueRules, dictionary: Dictionary): Checked<Value> => {
  const { type } = rules;
  const listed = 'values' in type && type.values.some((value) => fold(value) === '无');
  if (fold(noted.text) === '无' && !listed && type.kind !== 'text' && type.kind !== 'set')
    return readNone(noted, rules);
  switch (type.kind) {
    case 'money':
    case 'ratio':
    case 'number':
    case 'integer':
    case 'rank':
      return readNumeric(noted, rules);
    case 'date':
      return readDay(noted, rules);
    case 'boolean':
      return readBoolean(noted, rules);
    case 'choice':
    case 'ordered':
      return readChoice(noted, rules, type.values);
    case 'tree':
      return readNode(noted, rules, type.of, dictionary);
    case 'text':
      return good({ is: 'text', value: noted.text });
    case 'set':
      return readSet(noted, rules, type.values);
    case 'list':
      return readRows(noted, rules, type.fields, dictionary);
    case 'duration':
      return bad(shapeAt(noted, rules, '事实没有这种类型'));
  }
};

/**
 * Reads one value against the type, bounds and 无 of a fact or a column.
 *
 * @returns the value (money in fen, ratios plain), or every problem with its place
 * @problem empty-value, wrong-shape, bare-money, bare-ratio, wrong-unit, not-a-number, too-many-decimals, too-large, not-whole,
 *          bad-rank, out-of-bounds, not-a-date, not-a-boolean, unknown-value, duplicate-value, unknown-column, none-not-allowed
 */
export const readValue = (noted: Noted, rules: ValueRules, dictionary: Dictionary): Checked<Value> => {
  const { type } = rules;
  if (noted.kind === 'scalar' && isEmpty(noted)) return bad(emptyAt(noted.place, rules));
  if (type.kind === 'list') return readRows(noted, rules, type.fields, dictionary);
  if (type.kind === 'set' && noted.kind === 'list') return readSet(noted, rules, type.values);
  if (noted.kind === 'scalar') return readScalar(noted, rules, dictionary);
  return bad(shapeAt(noted, rules, type.kind === 'set' ? '一个值，或几个值的列表' : '一个值'));
};

/** The value of a key; a key without one is a problem: an unknown fact is left out, never left blank. */
export const readEntry = (entry: NotedEntry, rules: ValueRules, dictionary: Dictionary): Checked<Value> =>
  entry.value === null ? bad(emptyAt(entry.keyPlace, rules)) : readValue(entry.value, rules, dictionary);
