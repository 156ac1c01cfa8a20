// 待核: every point that the sources leave open, by the item, gate, table or document it belongs to.
import type { NamedSet } from '#rules/facts/dictionary.ts';
import { conditionsIn } from '#rules/packs/conditions.ts';
import type {
  Benefit,
  Condition,
  DocumentRecord,
  Gate,
  IndicatorRule,
  Item,
  ItemVersion,
  Rulebook,
  ScoreTable,
} from '#rules/packs/rulebook.ts';
import { openPointsOfNouns } from './noun-points.ts';

export const openKinds = {
  unsettled: '来源没有写明',
  unpublished: '条件未公布',
  disputed: '来源不一致',
  number: '标准未公布',
  procedure: '办理方式待核',
  window: '申报窗口待核',
  term: '有效期待核',
  score: '评分办法未公布',
  register: '登记事项待核',
  member: '是否在内待核',
} as const satisfies Record<string, string>;

export type OpenKind = keyof typeof openKinds;
/** `of` is an id; `point` says what is open, in the words of the pack where it has any. */
export type OpenPoint = { readonly of: string; readonly kind: OpenKind; readonly point: string };

const point = (of: string, kind: OpenKind, text: string): OpenPoint => ({ of, kind, point: text });

const inCondition = (of: string, condition: Condition | null): readonly OpenPoint[] =>
  conditionsIn(condition).flatMap((one) => {
    if (one.kind === 'unpublished') return [point(of, 'unpublished', one.what)];
    return one.kind === 'disputed' ? [point(of, 'disputed', one.clause?.says ?? one.id ?? '口径不一')] : [];
  });

const hasUnknownNumber = (benefit: Benefit): boolean => {
  if (benefit.cap === 'unknown' || benefit.floor === 'unknown') return true;
  switch (benefit.kind) {
    case 'amount':
      return benefit.amount === 'unknown';
    case 'rate':
      return benefit.rate === 'unknown';
    case 'monthly':
      return benefit.monthly === 'unknown' || benefit.months === 'unknown';
    case 'up-to':
      return benefit.most === 'unknown';
    case 'first':
      return benefit.rows.some(({ then }) => hasUnknownNumber(then));
    case 'progressive':
    case 'between':
    case 'none':
    case 'case-by-case':
      return false;
  }
};

const inBenefit = (of: string, benefit: Benefit): readonly OpenPoint[] => [
  ...(hasUnknownNumber(benefit) ? [point(of, 'number', '标准')] : []),
  ...(benefit.kind === 'first' ? benefit.rows.flatMap(({ when }) => inCondition(of, when)) : []),
];

const inVersion = (of: string, version: ItemVersion): readonly OpenPoint[] => [
  ...version.unsettled.map((text) => point(of, 'unsettled', text)),
  ...inCondition(of, version.applies),
  ...inCondition(of, version.eligible),
  ...inBenefit(of, version.benefit),
  ...(version.term.to === 'unknown' ? [point(of, 'term', '有效期')] : []),
  ...(version.term.from === null ? [point(of, 'term', '施行日期')] : []),
];

const inProcedure = ({ id, procedure }: Item): readonly OpenPoint[] => [
  ...(procedure === null || procedure.kind === 'unknown' ? [point(id, 'procedure', '办理方式')] : []),
  ...(procedure === null || procedure.window.kind === 'unknown' ? [point(id, 'window', '申报窗口')] : []),
];

const inGate = (gate: Gate): readonly OpenPoint[] => [
  ...gate.unsettled.map((text) => point(gate.id, 'unsettled', text)),
  ...inCondition(gate.id, gate.require),
];

const isUnknownRule = (rule: IndicatorRule): boolean =>
  rule.kind === 'unknown' ||
  (rule.kind === 'best' && rule.of.some(isUnknownRule)) ||
  (rule.kind === 'first' && rule.rows.some(({ points }) => points === null));

const inScore = ({ id, indicators }: ScoreTable): readonly OpenPoint[] =>
  indicators.filter(({ rule }) => isUnknownRule(rule)).map(({ name }) => point(id, 'score', name));

const inDocument = (document: DocumentRecord): readonly OpenPoint[] => {
  const blanks = [
    [document.number === null, '文号'],
    [document.issuer === null, '发文机关'],
    [document.issued === null, '发文日期'],
    [document.to === 'unknown', '有效期'],
  ] as const;
  return blanks.flatMap(([open, what]) => (open ? [point(document.id, 'register', what)] : []));
};

const inSet = ({ name, unsettled }: NamedSet): readonly OpenPoint[] =>
  unsettled.map((member) => point(name, 'member', member));

/** Every open point of the rulebook, each once, in the order of the packs. */
export const openPoints = (book: Rulebook): readonly OpenPoint[] => {
  const all = [
    ...[...book.items.values()].flatMap((item) => [
      ...item.versions.flatMap((version) => inVersion(item.id, version)),
      ...inProcedure(item),
    ]),
    ...[...book.gates.values()].flatMap(inGate),
    ...[...book.scores.values()].flatMap(inScore),
    ...openPointsOfNouns(book),
    ...[...book.sets.values()].flatMap(inSet),
    ...[...book.documents.values()].flatMap(inDocument),
  ];
  return [...new Map(all.map((one) => [`${one.of}\n${one.kind}\n${one.point}`, one])).values()];
};
