// Facts before they are recorded: every row is read by the dictionary, and a row that does not read is told with its number, the
// field, what stands there and what should.
import { readCreditCode } from '#rules/facts/credit-code.ts';
import type { Dictionary } from '#rules/facts/dictionary.ts';
import { findFact } from '#rules/facts/fact-names.ts';
import type { Problem } from '#rules/problem.ts';
import { readFact, type Part } from './read-fact.ts';
import { keyOf, type GivenFact, type NewFact } from './record.ts';

/** What a problem of a row is about, with the name that people read. */
export const fieldNames = {
  enterprise: '企业',
  about: '对象',
  fact: '事实',
  period: '年度',
  value: '值',
  source: '来源',
  reason: '理由',
} as const;

export type Field = keyof typeof fieldNames;

export type RowProblem = {
  /** From 1. */
  readonly row: number;
  readonly field: Field;
  readonly code: string;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly remedy: string | null;
};

export type ReadRows = { readonly good: readonly NewFact[]; readonly problems: readonly RowProblem[] };

const longest = 20_000;

type Fault = Omit<RowProblem, 'row'>;

const fault = (field: Field, code: string, message: string, found: string | null, expected: string | null): Fault => ({
  field,
  code,
  message,
  found,
  expected,
  remedy: null,
});

/** Texts that no database keeps, or that are no texts. */
const textFault = (field: Field, text: string): Fault | null => {
  if (text.length > longest)
    return fault(field, 'too-long', `${fieldNames[field]}太长`, `${text.length} 字`, `不超过 ${longest} 字`);
  // Line ends and tabs stand in notes of many a table.
  if (/[^\P{Cc}\n\r\t]/u.test(text) || !text.isWellFormed())
    return fault(field, 'control-character', `${fieldNames[field]}里有看不见的控制字符`, null, '普通文字');
  return null;
};

const parts: ReadonlySet<string> = new Set<Part>(['fact', 'period', 'value']);
const isPart = (text: string): text is Part => parts.has(text);

const faultOf = ({ place, code, message, found, expected, nearest, remedy }: Problem): Fault => ({
  field: isPart(place.file) ? place.file : 'value',
  code,
  message,
  found,
  expected: expected ?? nearest,
  remedy,
});

/** Code and name stand with the enterprise itself and change with a change of subject. */
const isKeptElsewhere = ({ about, fact }: GivenFact, dictionary: Dictionary): boolean =>
  about.kind === 'enterprise' && ['creditCode', 'name'].includes(findFact(dictionary, 'enterprise', fact)?.key ?? '');

const plainFaults = (given: GivenFact, dictionary: Dictionary): readonly Fault[] => {
  const { about, fact, value, source, period } = given;
  const texts = [
    textFault('about', about.name),
    textFault('fact', fact),
    textFault('period', period ?? ''),
    textFault('value', value),
    textFault('source', source),
  ].filter((each) => each !== null);
  const isNamed = about.name.trim() !== '';
  return [
    ...texts,
    ...(isNamed === (about.kind !== 'enterprise')
      ? []
      : [fault('about', 'wrong-subject', '对象的名称不对', about.name, isNamed ? '空着' : '项目、人员等的名称')]),
    ...(source.trim() === '' ? [fault('source', 'empty-value', '没有写来源', null, '文件名、登记名称等')] : []),
    ...(isKeptElsewhere(given, dictionary)
      ? [fault('fact', 'kept-with-enterprise', `${fact}随企业登记，不作为事实记录`, fact, '用主体变更登记')]
      : []),
  ];
};

export type ReadRow =
  | { readonly ok: true; readonly fact: NewFact }
  | { readonly ok: false; readonly faults: readonly Omit<RowProblem, 'row'>[] };

/**
 * Reads one fact that is to be recorded.
 *
 * @param isKnown  whether whoever records sees an enterprise with this code; one that exists elsewhere is not told apart
 * @problem        bad-credit-code, unknown-enterprise, wrong-subject, kept-with-enterprise, too-long, control-character, and those of readFact
 */
export const readRow = (given: GivenFact, dictionary: Dictionary, isKnown: (code: string) => boolean): ReadRow => {
  const faults = [...plainFaults(given, dictionary)];
  const code = readCreditCode(given.enterprise);
  if (!code.ok)
    faults.push(fault('enterprise', 'bad-credit-code', '统一社会信用代码不对', given.enterprise, code.reason));
  else if (!isKnown(code.code))
    faults.push(fault('enterprise', 'unknown-enterprise', '没有这家企业，或不归你办理', code.code, '已登记的企业'));
  if (faults.length > 0 || !code.ok) return { ok: false, faults };
  const { about, fact, source } = given;
  const period = given.period === null || given.period.trim() === '' ? null : given.period;
  const read = readFact({ kind: about.kind, fact, period, value: given.value }, dictionary);
  if (!read.ok) return { ok: false, faults: read.problems.map(faultOf) };
  return {
    ok: true,
    fact: {
      enterprise: code.code,
      about: { kind: about.kind, name: about.name.trim() },
      fact: read.value.fact,
      period: read.value.period,
      value: given.value.trim(),
      source: source.trim(),
    },
  };
};

/**
 * Reads the rows of one import. Two rows that speak of the same thing are one too many: the second is refused, for nobody can tell
 * which of them is meant.
 *
 * @returns the rows that read, in their order, and every problem by row
 */
export const readRows = (
  rows: readonly GivenFact[],
  dictionary: Dictionary,
  isKnown: (code: string) => boolean,
): ReadRows => {
  const good: NewFact[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  for (const [index, given] of rows.entries()) {
    const row = index + 1;
    const read = readRow(given, dictionary, isKnown);
    if (!read.ok) {
      problems.push(...read.faults.map((each) => ({ row, ...each })));
      continue;
    }
    const before = seen.get(keyOf(read.fact));
    seen.set(keyOf(read.fact), before ?? row);
    if (before === undefined) good.push(read.fact);
    else
      problems.push({
        row,
        ...fault('fact', 'duplicate-row', `与第 ${before} 行说的是同一件事`, given.value, '只留一行'),
      });
  }
  return { good, problems };
};
