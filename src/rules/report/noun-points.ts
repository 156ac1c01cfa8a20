// 待核 of the nouns: what the sources leave open about registers, funds, indicators, plans, assessments and terms.
import type {
  Assessment,
  Fund,
  IndicatorDefinition,
  Nouns,
  Plan,
  Register,
  Stated,
  Term,
} from '#rules/packs/nouns/nouns.ts';
import { catalogued } from '#rules/packs/nouns/plans.ts';

/** An open point, of a kind that open-points.ts knows. */
type NounPoint = {
  readonly of: string;
  readonly kind: 'unsettled' | 'number' | 'term' | 'score' | 'register';
  readonly point: string;
};

type Say = readonly [open: boolean, kind: NounPoint['kind'], point: string];

const termWords = {
  size: '规模',
  leverage: '放大倍数',
  'exposure-limit': '在保余额上限',
  'single-limit': '单户上限',
  tolerance: '容忍率',
  'compensation-cap': '代偿率上限',
  fee: '费率',
  'return-ratio': '返投比例',
  duration: '期限',
} as const satisfies Record<Fund['terms'][number]['term'], string>;

const isOpen = ({ value }: Stated): boolean => value === 'unknown';

const ofCase = (text: string, when: string | null): string => (when === null ? text : `${text}（${when}）`);

const inRegister = ({ tiers, term, public: open, entry }: Register): readonly Say[] => [
  [tiers === 'unknown', 'register', '分层'],
  [term !== null && isOpen(term), 'term', '入册有效期'],
  [open === 'unknown', 'register', '名单是否公开'],
  [entry === 'unknown', 'register', '入册办法'],
];

const inFund = ({ budgets, shares, terms, mergedFrom }: Fund): readonly Say[] => [
  ...budgets.map((one): Say => [isOpen(one), 'number', `${one.year} 年安排金额`]),
  ...shares.map((one): Say => [isOpen(one), 'number', ofCase(`${one.party}的分担比例`, one.for)]),
  ...terms.map((one): Say => [isOpen(one), 'number', ofCase(termWords[one.term], one.for)]),
  ...mergedFrom.map(({ name, opening }): Say => [opening !== null && isOpen(opening), 'number', `${name}并入时余额`]),
];

const inIndicator = ({ population, window, stated, target }: IndicatorDefinition): readonly Say[] => [
  [population === 'unknown', 'unsettled', '统计范围（分母）'],
  [window.kind === 'unknown', 'unsettled', '统计期间'],
  ...stated.map((one): Say => [isOpen(one), 'number', one.at === 'unknown' ? '数值' : `${one.at} 的数值`]),
  [target?.value === 'unknown', 'number', '目标值'],
  [target?.by === 'unknown', 'unsettled', '目标期限'],
];

const inPlan = (plan: Plan): readonly Say[] => {
  const { catalogued: known, stated, unit } = catalogued(plan);
  const all = stated === null || stated === 'unknown' ? null : stated;
  const short = all !== null && BigInt(known) * all.low.d < all.low.n;
  return [
    [stated === 'unknown', 'number', '措施数'],
    [short, 'unsettled', `已编目 ${known} / 来源称 ${all?.text ?? ''} ${unit ?? ''}`],
  ];
};

const inAssessment = ({ score, levels, counts }: Assessment): readonly Say[] => [
  [score === null, 'score', '评分办法和权重'],
  [levels === 'unknown', 'score', '等级划分'],
  ...(levels === 'unknown' ? [] : levels).map(({ name, from }): Say => [isOpen(from), 'score', `${name}的起点分`]),
  ...counts.map((one): Say => [isOpen(one), 'number', `${one.name}数`]),
];

const inTerm = ({ means }: Term): readonly Say[] => [[means === null, 'unsettled', '含义']];

const pointsOf = (of: string, unsettled: readonly string[], said: readonly Say[]): readonly NounPoint[] => [
  ...unsettled.map((point) => ({ of, kind: 'unsettled' as const, point })),
  ...said.flatMap(([open, kind, point]) => (open ? [{ of, kind, point }] : [])),
];

/** Every open point of the nouns, in the order of the packs; a term goes by pack/term. */
export const openPointsOfNouns = (nouns: Nouns): readonly NounPoint[] => [
  ...[...nouns.registers.values()].flatMap((one) => pointsOf(one.id, one.unsettled, inRegister(one))),
  ...[...nouns.funds.values()].flatMap((one) => pointsOf(one.id, one.unsettled, inFund(one))),
  ...[...nouns.indicators.values()].flatMap((one) => pointsOf(one.id, one.unsettled, inIndicator(one))),
  ...[...nouns.plans.values()].flatMap((one) => pointsOf(one.id, one.unsettled, inPlan(one))),
  ...[...nouns.assessments.values()].flatMap((one) => pointsOf(one.id, one.unsettled, inAssessment(one))),
  ...[...nouns.glossary].flatMap(([key, one]) => pointsOf(key, one.unsettled, inTerm(one))),
];
