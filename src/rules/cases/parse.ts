// Case files to cases. A case that names what the packs do not have, or a firm that cannot be, is kept as broken: it must fail.
import { readFirmFor, readGivenFor } from '#rules/assess/read-firm.ts';
import { findFactByPath } from '#rules/facts/fact-names.ts';
import { problemAt } from '#rules/facts/read-problem.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { dateOf, type PlainDate } from '#rules/exact/plain-date.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { grades, type Grade, type Place, type Rulebook } from '#rules/packs/rulebook.ts';
import type { SourceFile } from '#rules/packs/compile.ts';
import type { Problem } from '#rules/problem.ts';
import { readYaml, type Noted, type NotedMap } from '#rules/yaml/noted.ts';
import { emptyFirm, type BrokenCase, type Case, type CaseFile, type Equivalent, type Question } from './case.ts';
import {
  readAssessExpectation,
  readFactExpectation,
  readGateExpectation,
  readItemExpectation,
  readScoreExpectation,
} from './expectations.ts';
import {
  dateAt,
  flagAt,
  mapAt,
  noteMissing,
  openFields,
  readPoints,
  textAt,
  valueAt,
  wordAt,
  type Fields,
} from './fields.ts';

type Draft = { readonly book: Rulebook; readonly fields: Fields; readonly map: NotedMap; readonly problems: Problem[] };

/** The thing a case is about, when the rulebook has it; else a problem with the nearest id. */
const known = <T>(
  draft: Draft,
  key: string,
  what: string,
  all: ReadonlyMap<string, T>,
): { id: string; found: T } | null => {
  const id = textAt(draft.fields, key);
  if (id === null) return null;
  const found = all.get(id);
  if (found !== undefined) return { id, found };
  const place = valueAt(draft.fields, key)?.place ?? draft.fields.place;
  const details = { found: id, nearest: nearestName(id, all.keys()) };
  draft.problems.push(problemAt(place, `unknown-${key}`, `没有叫「${id}」的${what}`, details));
  return null;
};

const readFirm = (draft: Draft, noted: Noted, on: PlainDate, reader: typeof readGivenFor): Enterprise => {
  const read = reader(noted, { book: draft.book, on: on === noDate ? null : on });
  if (!read.ok) draft.problems.push(...read.problems);
  return read.ok ? read.value : emptyFirm;
};

type FirmPart = {
  readonly on: PlainDate;
  readonly firm: Enterprise;
  readonly accept: Grade | null;
  readonly withoutDemo: boolean;
};

/** The cases of a real pack are worked out by real clauses alone; a demo pack's case may ask for the same with `demo: 否`. */
const isWithoutDemo = ({ book, fields, map }: Draft): boolean => {
  const path = `/${map.place.file}`;
  const home = book.packs.find(({ id }) => path.includes(`/${id}/cases/`));
  return flagAt(fields, 'demo') === false || home?.demo === false;
};

/** Stands in where a problem was noted; never run. */
const noDate = dateOf(1, 1, 1);

const requireDate = (draft: Draft, key: string): PlainDate => {
  if (!draft.fields.entries.has(key)) noteMissing(draft.fields, key, '日期，如 2024-06-01');
  return dateAt(draft.fields, key) ?? noDate;
};

const readFirmPart = (draft: Draft): FirmPart => {
  const on = requireDate(draft, 'on');
  const given = valueAt(draft.fields, 'given');
  const enterprise = valueAt(draft.fields, 'enterprise');
  const firm =
    enterprise !== null
      ? readFirm(draft, enterprise, on, readFirmFor)
      : given !== null
        ? readFirm(draft, given, on, readGivenFor)
        : emptyFirm;
  return {
    on,
    firm,
    accept: wordAt(draft.fields, 'accept', grades),
    withoutDemo: isWithoutDemo(draft),
  };
};

/** The mapping of `expect`; one that is missing is a problem, for a case that expects nothing proves nothing. */
const expectMap = (draft: Draft): NotedMap => {
  const map = mapAt(draft.fields, 'expect');
  if (map !== null && map.entries.length > 0) return map;
  noteMissing(draft.fields, 'expect', '期望的结果');
  return { kind: 'map', entries: [], place: draft.fields.place };
};

const itemQuestion = (draft: Draft): Question | null => {
  const item = known(draft, 'item', '事项', draft.book.items);
  const expect = readItemExpectation(expectMap(draft), draft.book, item?.found ?? null, draft.problems);
  const part = readFirmPart(draft);
  return item === null
    ? null
    : { kind: 'item', item: item.id, subject: textAt(draft.fields, 'subject'), expect, ...part };
};

const gateQuestion = (draft: Draft): Question | null => {
  const gate = known(draft, 'gate', '门槛', draft.book.gates);
  const mode = wordAt(draft.fields, 'mode', ['new', 'review'] as const) ?? 'new';
  const expect = readGateExpectation(expectMap(draft), draft.book, gate?.found ?? null, draft.problems);
  const part = readFirmPart(draft);
  return gate === null ? null : { kind: 'gate', gate: gate.id, mode, expect, ...part };
};

const factQuestion = (draft: Draft): Question | null => {
  const name = textAt(draft.fields, 'fact') ?? '';
  const fact = findFactByPath(draft.book.dictionary, name);
  const part = readFirmPart(draft);
  if (fact === null) {
    const details = { found: name, nearest: nearestName(name, draft.book.dictionary.facts.keys()) };
    const place = valueAt(draft.fields, 'fact')?.place ?? draft.fields.place;
    draft.problems.push(problemAt(place, 'unknown-fact', `没有叫「${name}」的事实`, details));
    return null;
  }
  const expect = readFactExpectation(expectMap(draft), fact, draft.book, draft.problems);
  return { kind: 'fact', fact: fact.path, subject: textAt(draft.fields, 'subject'), expect, ...part };
};

const scoreQuestion = (draft: Draft): Question | null => {
  const score = known(draft, 'score', '评分表', draft.book.scores);
  // One number, `expect: 80`, or the mapping.
  const number = valueAt(draft.fields, 'expect')?.kind === 'scalar';
  if (!number) expectMap(draft);
  const expect = readScoreExpectation(draft.fields, 'expect');
  const part = readFirmPart(draft);
  return score === null || expect === null ? null : { kind: 'score', score: score.id, expect, ...part };
};

const readRows = (draft: Draft, on: PlainDate): Extract<Question, { kind: 'indicator' }>['rows'] => {
  const noted = valueAt(draft.fields, 'rows');
  if (noted?.kind !== 'list' || noted.items.length === 0) {
    noteMissing(draft.fields, 'rows', '[ [ { 事实: 值 }, 分数 ], … ]');
    return [];
  }
  return noted.items.flatMap((row) => {
    const [given, expected] = row.kind === 'list' ? row.items : [];
    if (row.kind !== 'list' || row.items.length !== 2 || given === undefined || expected === undefined) {
      const details = { expected: '[ { 事实: 值 }, 分数 ]' };
      draft.problems.push(problemAt(row.place, 'wrong-shape', 'rows 的一行写法不对', details));
      return [];
    }
    const firm = readFirm(draft, given, on, readGivenFor);
    const points = readPoints(draft.fields, expected, '分数');
    return points === null ? [] : [{ firm, points, place: row.place }];
  });
};

const indicatorQuestion = (draft: Draft): Question | null => {
  const indicators = new Map<string, string>();
  for (const table of draft.book.scores.values()) {
    for (const indicator of table.indicators) indicators.set(indicator.id, table.id);
  }
  const indicator = known(draft, 'indicator', '评分指标', indicators);
  const on = requireDate(draft, 'on');
  const rows = readRows(draft, on);
  const accept = wordAt(draft.fields, 'accept', grades);
  return indicator === null
    ? null
    : { kind: 'indicator', table: indicator.found, indicator: indicator.id, on, accept, rows };
};

const spans = { 个工作日: '工作日', 工作日: '工作日', 日: '日', 天: '日', 个月: '月', 月: '月', 年: '年' } as const;
const span = /^(\d{1,4})\s*(个工作日|工作日|日|天|个月|月|年)$/;
const isSpan = (word: string): word is keyof typeof spans => Object.hasOwn(spans, word);

const calendarQuestion = (draft: Draft): Question | null => {
  const calendar = known(draft, 'calendar', '工作日历', draft.book.calendars);
  const from = requireDate(draft, 'from');
  const written = textAt(draft.fields, 'add') ?? '';
  const match = span.exec(written);
  const fields = openFields(expectMap(draft), ['date', 'provisional'], draft.problems);
  const expect = { date: dateAt(fields, 'date'), provisional: flagAt(fields, 'provisional') };
  const unit = match?.[2] ?? '';
  if (match === null || !isSpan(unit)) {
    const place = valueAt(draft.fields, 'add')?.place ?? draft.fields.place;
    const details = { found: written, expected: '如 7个工作日、45日、3个月、1年' };
    draft.problems.push(problemAt(place, 'bad-span', 'add 要写一段时间', details));
    return null;
  }
  if (calendar === null) return null;
  return { kind: 'calendar', calendar: calendar.id, from, count: Number(match[1]), unit: spans[unit], expect };
};

const assessQuestion = (draft: Draft): Question => ({
  kind: 'assess',
  expect: readAssessExpectation(expectMap(draft), draft.book, draft.problems),
  ...readFirmPart(draft),
});

const common = ['title', 'note', 'clause', 'expect'];
const ofFirm = [...common, 'on', 'given', 'accept', 'demo'];

/** The key that says what a case is about, the keys it may have, and how it is read. */
const kinds = {
  item: { keys: [...ofFirm, 'item', 'subject'], read: itemQuestion },
  gate: { keys: [...ofFirm, 'gate', 'mode'], read: gateQuestion },
  fact: { keys: [...ofFirm, 'fact', 'subject'], read: factQuestion },
  score: { keys: [...ofFirm, 'score'], read: scoreQuestion },
  indicator: { keys: ['title', 'note', 'clause', 'on', 'accept', 'indicator', 'rows'], read: indicatorQuestion },
  calendar: { keys: [...common, 'calendar', 'from', 'add'], read: calendarQuestion },
  assess: { keys: [...ofFirm, 'assess', 'enterprise'], read: assessQuestion },
} as const satisfies Record<string, { keys: readonly string[]; read: (draft: Draft) => Question | null }>;

const isKind = (key: string): key is keyof typeof kinds => Object.hasOwn(kinds, key);

type ReadCase = { readonly ok: true; readonly value: Case } | { readonly ok: false; readonly value: BrokenCase };

const titleOf = (map: NotedMap): string => {
  const title = map.entries.find(({ key }) => key === 'title')?.value;
  return title?.kind === 'scalar' ? title.text : '（没有标题的案例）';
};

const readCase = (book: Rulebook, map: NotedMap): ReadCase => {
  const problems: Problem[] = [];
  const [title, place] = [titleOf(map), map.place];
  const kind = map.entries.map(({ key }) => key).find(isKind);
  if (kind === undefined) {
    const expected = Object.keys(kinds).join('、');
    const details = { expected, remedy: '每个案例写明它检验什么' };
    problems.push(problemAt(place, 'missing-key', '案例没有写检验对象', details));
    return { ok: false, value: { title, place, problems } };
  }
  const fields = openFields(map, kinds[kind].keys, problems);
  if (!fields.entries.has('title')) noteMissing(fields, 'title', '一句话，说明案例检验什么');
  const question = kinds[kind].read({ book, fields, map, problems });
  if (question === null || problems.length > 0) return { ok: false, value: { title, place, problems } };
  return { ok: true, value: { title, place, question } };
};

const readEquivalent = (noted: Noted, place: Place, problems: Problem[]): Equivalent | null => {
  const fields = noted.kind === 'map' ? openFields(noted, ['mutant', 'because'], problems) : null;
  const mutant = fields === null ? null : textAt(fields, 'mutant');
  const because = fields === null ? null : textAt(fields, 'because');
  if (mutant !== null && because !== null && mutant !== '' && because !== '') return { mutant, because, place };
  const details = { expected: '{ mutant: "…", because: "…" }', remedy: '写明变异的编号和为什么结果不会变' };
  problems.push(problemAt(place, 'bad-equivalent', 'equivalent 没有写全', details));
  return null;
};

const casesIn = (root: Noted, problems: Problem[]): readonly Noted[] => {
  if (root.kind === 'list') return root.items;
  const cases = root.kind === 'map' && root.entries.length === 1 ? root.entries[0] : undefined;
  if (cases?.key === 'cases' && cases.value?.kind === 'list') return cases.value.items;
  problems.push(
    problemAt(root.place, 'wrong-shape', '案例文件写法不对', {
      expected: '案例的列表，每项有 title、检验对象和 expect',
    }),
  );
  return [];
};

/** A file without a case would pass without having looked at anything. */
const withoutCases = (file: string, root: Noted | null): Problem =>
  problemAt(root?.place ?? { file, line: 1, column: 1 }, 'no-cases', '没有算例', {
    remedy: '请写上算例，或删去这个文件',
  });

/** Reads a file of worked cases against a rulebook. Nothing is run. */
export const parseCases = (book: Rulebook, file: SourceFile): CaseFile => {
  const yaml = readYaml(file.text, file.path);
  if (!yaml.ok) return { cases: [], broken: [], equivalents: [], problems: yaml.problems };
  const root = yaml.value;
  const problems: Problem[] = [];
  const listed = root === null ? [] : casesIn(root, problems);
  if (listed.length === 0 && problems.length === 0) problems.push(withoutCases(file.path, root));
  const cases: Case[] = [];
  const broken: BrokenCase[] = [];
  const equivalents: Equivalent[] = [];
  for (const noted of listed) {
    const equivalent = noted.kind === 'map' ? noted.entries.find(({ key }) => key === 'equivalent') : undefined;
    if (noted.kind !== 'map') {
      problems.push(
        problemAt(noted.place, 'wrong-shape', '案例要写成映射', { expected: '{ title, item, on, given, expect }' }),
      );
    } else if (equivalent?.value) {
      const excuse = readEquivalent(equivalent.value, noted.place, problems);
      if (excuse !== null) equivalents.push(excuse);
    } else {
      const read = readCase(book, noted);
      if (read.ok) cases.push(read.value);
      else broken.push(read.value);
    }
  }
  return { cases, broken, equivalents, problems };
};
