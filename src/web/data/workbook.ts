// An enterprise file as an Excel workbook and back. One sheet for the enterprise, one for each kind of subject; a row a value.
// Loaded only when someone opens or saves a workbook.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { isMap } from './is-map.ts';

const firmSheet = '企业资料';
const head = ['名称', '事实', '年度', '值'] as const;
const subjectSheets = { 项目: 'projects', 人员: 'persons', 专利: 'patents', 贷款: 'loans', 投标: 'bids' } as const;

/** What else a file says, beside facts. */
const aboutKeys = { 企业名称: 'name', 统一社会信用代码: 'creditCode', 已获支持: 'received', 来源: 'sources' } as const;

type Cell = string | null;
type Row = readonly Cell[];

/** Lists and rows of a fact have no cell of their own: they stand as JSON, which YAML reads too. */
const cellOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const rowsOf = (name: string, facts: EnterpriseFile['facts']): readonly Row[] =>
  Object.entries(facts).flatMap(([fact, value]): readonly Row[] =>
    isMap(value)
      ? Object.entries(value).map(([year, each]) => [name, fact, year, cellOf(each)])
      : [[name, fact, null, cellOf(value)]],
  );

/** Sheets of plain text: nothing that begins with = is ever a formula. */
export const writeWorkbook = async (file: EnterpriseFile): Promise<Uint8Array> => {
  const about = Object.entries(aboutKeys).flatMap(([label, key]): readonly Row[] => {
    const value = file[key];
    return value === undefined ? [] : [['', label, null, cellOf(value)]];
  });
  const subjects = Object.entries(subjectSheets).flatMap(([name, key]) => {
    const rows = file[key];
    if (rows === undefined) return [];
    return [
      {
        name,
        rows: rows.flatMap((row) =>
          Object.keys(row.facts).length === 0 ? [[row.name, null, null, null]] : rowsOf(row.name, row.facts),
        ),
      },
    ];
  });
  const sheets = [{ name: firmSheet, rows: [...about, ...rowsOf('', file.facts)] }, ...subjects];
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({ name, rows: [[...head], ...rows.map((row) => [...row])] })),
  });
};

/** The text of a workbook as an enterprise file, and the cell that each of its lines came from. */
export type WorkbookText = { readonly text: string; readonly cells: ReadonlyMap<number, string> };

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell.trim() : String(cell as number | boolean); // a value of a cell is text, number, date or truth
};

/** JSON stands as it is; anything else is quoted, so that no text of a cell is read as YAML. */
const scalar = (text: string): string => (/^[[{]/.test(text) ? text : JSON.stringify(text));

type Value = { readonly text: string; readonly cell: string };
type Facts = Map<string, { plain: Value | null; readonly years: Map<string, Value> }>;

const put = (facts: Facts, fact: string, year: string, value: Value): void => {
  const known = facts.get(fact) ?? { plain: null, years: new Map() };
  if (year === '') known.plain = value;
  else known.years.set(year, value);
  facts.set(fact, known);
};

type Line = { readonly text: string; readonly cell: string | null };

const linesOf = (facts: Facts, indent: string): readonly Line[] =>
  [...facts].flatMap(([fact, { plain, years }]): readonly Line[] => [
    ...(plain === null ? [] : [{ text: `${indent}${scalar(fact)}: ${scalar(plain.text)}`, cell: plain.cell }]),
    ...(years.size === 0
      ? []
      : [
          { text: `${indent}${scalar(fact)}:`, cell: null },
          ...[...years].map(([year, value]) => ({
            text: `${indent}  ${scalar(year)}: ${scalar(value.text)}`,
            cell: value.cell,
          })),
        ]),
  ]);

type Sheet = { readonly name: string; readonly rows: readonly (readonly unknown[])[] };

/** The facts of a sheet by the name of what they are of. */
const factsIn = ({ name, rows }: Sheet): ReadonlyMap<string, Facts> => {
  const found = new Map<string, Facts>();
  rows.slice(1).forEach((row, index) => {
    const [of = '', fact = '', year = '', value = ''] = row.map(textOf);
    const facts = found.get(of) ?? new Map();
    if (fact !== '' && value !== '') put(facts, fact, year, { text: value, cell: `${name}!D${index + 2}` });
    if (of !== '' || facts.size > 0) found.set(of, facts);
  });
  return found;
};

const firmLines = (sheet: Sheet | undefined): readonly Line[] => {
  const facts: Facts = new Map([...(sheet === undefined ? [] : factsIn(sheet).values())].flatMap((each) => [...each]));
  const about = Object.entries(aboutKeys).flatMap(([label, key]): readonly Line[] => {
    const value = facts.get(label)?.plain ?? null;
    facts.delete(label);
    return value === null ? [] : [{ text: `${key}: ${scalar(value.text)}`, cell: value.cell }];
  });
  return [...about, { text: facts.size === 0 ? 'facts: {}' : 'facts:', cell: null }, ...linesOf(facts, '  ')];
};

const subjectLines = (sheets: readonly Sheet[]): readonly Line[] =>
  Object.entries(subjectSheets).flatMap(([name, key]): readonly Line[] => {
    const sheet = sheets.find((each) => each.name === name);
    if (sheet === undefined) return [];
    const subjects = [...factsIn(sheet)];
    if (subjects.length === 0) return [{ text: `${key}: []`, cell: null }];
    return [
      { text: `${key}:`, cell: null },
      ...subjects.flatMap(([of, facts]) => [
        { text: `  - name: ${scalar(of)}`, cell: null },
        { text: facts.size === 0 ? '    facts: {}' : '    facts:', cell: null },
        ...linesOf(facts, '      '),
      ]),
    ];
  });

/** Reads a workbook of that layout. Formulas are read as the values they were saved with. */
export const readWorkbook = async (data: Uint8Array): Promise<WorkbookText> => {
  const { sheets } = await readXlsx(data);
  const lines = [...firmLines(sheets.find(({ name }) => name === firmSheet)), ...subjectLines(sheets)];
  const cells = lines.flatMap(({ cell }, index) => (cell === null ? [] : [[index + 1, cell] as const]));
  return { text: `${lines.map(({ text }) => text).join('\n')}\n`, cells: new Map(cells) };
};
