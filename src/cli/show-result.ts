// Results as text for a terminal: verdicts, amounts, arithmetic, and the trace of every condition.
import { paint, print, type Tone } from './terminal.ts';
import { formatFen } from '#rules/facts/format.ts';
import type {
  AmountResult,
  ChangeResult,
  ClauseShown,
  ConditionResult,
  GateResult,
  ItemResult,
  Reason,
  RulingShown,
  Verdict,
} from '#rules/evaluate/result.ts';

const marks = {
  eligible: { mark: '●', word: '符合', tone: 'good' },
  undetermined: { mark: '◐', word: '待定', tone: 'open' },
  ineligible: { mark: '○', word: '不符合', tone: 'bad' },
} as const satisfies Record<Verdict, { mark: string; word: string; tone: Tone }>;

/** 可享 only where nothing is left to discretion or competition; else 可申报. */
export const wordOf = (item: Pick<ItemResult, 'verdict' | 'applies' | 'competition' | 'amount'>): string => {
  if (item.applies === false) return '不适用';
  if (item.verdict === 'eligible')
    return item.competition === 'none' && item.amount?.discretion !== true ? '可享' : '可申报';
  return item.verdict === 'undetermined' ? '待定' : '暂不符合';
};

/** 50万元, 0–100万元, or 0 起、上不封顶 when no upper bound is known. */
const amountText = (amount: AmountResult | null): string => {
  if (amount === null) return '—';
  if (amount.high === null) return amount.low === 0n ? '金额待定' : `${formatFen(amount.low)} 起`;
  return amount.low === amount.high ? formatFen(amount.high) : `${formatFen(amount.low)}–${formatFen(amount.high)}`;
};

const gradeWords: Readonly<Record<string, string>> = {
  primary: '有据',
  ruling: '口径',
  secondary: '转述',
  seed: '答复',
  draft: '草案',
  inferred: '推断',
  recalled: '待核',
  assumption: '假设',
  unknown: '待核',
};

const demoMark = '演示口径';

/** An invented ruling is marked as one wherever it is cited. */
const clauseText = (clause: ClauseShown | null): string => {
  if (clause === null) return '';
  const grade = clause.demo === true ? demoMark : (gradeWords[clause.evidence] ?? '');
  return `〔${clause.title}${clause.number === null ? '' : ` ${clause.number}`}${clause.at === null ? '' : ` ${clause.at}`}·${grade}〕`;
};

/** Each ruling with its signature beside a trace; else only how many there are, and whether one is invented. */
const printRulings = (rulings: readonly RulingShown[], traced: boolean): void => {
  if (rulings.length === 0) return;
  const invented = rulings.some(({ demo }) => demo === true) ? `（${demoMark}）` : '';
  if (!traced) {
    print(`    ${paint('quiet', `按口径 ${rulings.length} 条${invented}`)}`);
    return;
  }
  for (const { settles, says, signedBy, signedOn, demo } of rulings) {
    const signed = `${signedBy} ${signedOn}${demo === true ? ` · ${demoMark}` : ''}`;
    print(`    ${paint('quiet', `口径「${settles}」：${says}（${signed}）`)}`);
  }
};

const junctionWords: Readonly<Record<string, string>> = {
  all: '同时满足',
  any: '满足之一',
  not: '不得',
  first: '按情形',
  disputed: '口径不一',
};

const headOf = (condition: ConditionResult): string => {
  if (condition.text !== null) return condition.text;
  return junctionWords[condition.op] ?? condition.op;
};

const tails = { waived: '（豁免）', 'not-tested': '（不考察）', unpublished: '（未公开）' } as const;

const tailOf = (condition: ConditionResult): string =>
  condition.op in tails ? tails[condition.op as keyof typeof tails] : ''; // `in` has just shown that it is a key

/** The trace, one line a condition, indented by depth. */
const printTrace = (condition: ConditionResult, depth = 0): void => {
  const { mark, tone } = marks[condition.verdict];
  const { values } = condition;
  const sides =
    values === null ? '' : ` — ${values.left ?? '未知'}${values.gap === null ? '' : `，差额 ${values.gap}`}`;
  const id = condition.id === null ? '' : paint('quiet', ` ${condition.id}`);
  print(`${'  '.repeat(depth)}${paint(tone, mark)} ${headOf(condition)}${tailOf(condition)}${sides}${id}`);
  if (condition.clause !== null && (condition.of ?? []).length === 0)
    print(`${'  '.repeat(depth + 1)}${paint('quiet', `${clauseText(condition.clause)} ${condition.clause.says}`)}`);
  for (const reason of condition.op === 'test' ? condition.reasons : [])
    print(`${'  '.repeat(depth + 1)}${paint('open', reason.text)}`);
  if (condition.when) printTrace(condition.when, depth + 1);
  const onlyEcho = condition.op === 'first' && condition.of?.length === 1 && condition.of[0]?.of === undefined;
  for (const part of onlyEcho ? [] : (condition.of ?? [])) printTrace(part, depth + 1);
};

const printMissing = (missing: readonly string[], reasons: readonly Reason[], indent = '  '): void => {
  if (missing.length > 0) print(`${indent}还缺：${missing.join('、')}`);
  for (const reason of reasons) print(`${indent}${paint('open', reason.text)}`);
};

/** What would turn the verdict, one line a way. */
const printChange = (changes: readonly ChangeResult[]): void => {
  for (const change of changes) {
    const steps = change.facts.map(
      ({ fact, from, to, date }) => `${fact} ${from ?? '未知'} → ${to}${date === null ? '' : `（${date}）`}`,
    );
    print(`    ${paint('quiet', `怎样才行（${change.at} 申报）：${steps.join('；')}`)}`);
  }
};

export const printItem = (item: ItemResult, traced: boolean): void => {
  const { mark, tone } = marks[item.verdict];
  const subject = item.subject === null ? '' : ` · ${item.subject}`;
  const word = wordOf(item);
  print(
    `${paint(item.applies === false ? 'quiet' : tone, mark)} ${word}  ${paint('strong', `${item.name}${subject}`)}  ${amountText(item.amount)}`,
  );
  for (const step of item.amount?.steps ?? []) print(`    ${step}`);
  for (const clause of item.amount?.rulings ?? [])
    print(`    ${paint('quiet', `${clauseText(clause)} ${clause.says}`)}`);
  printMissing(item.missing, item.reasons, '    ');
  printChange(item.change);
  if (item.unsettled.length > 0) print(`    ${paint('quiet', `待核：${item.unsettled.join('、')}`)}`);
  printRulings(item.rulings, traced);
  if (traced && item.conditions !== null) printTrace(item.conditions, 2);
};

export const printGate = (gate: GateResult, traced: boolean): void => {
  const { mark, tone, word } = marks[gate.verdict];
  const mode = gate.mode === 'new' ? '新认定' : '复核';
  print(
    `${paint(tone, mark)} ${gate.applies ? word : '不适用'}  ${paint('strong', `${gate.name}（${mode}）`)}  ${gate.id}`,
  );
  if (gate.score !== null) {
    const { low, high } = gate.score;
    print(`    评分 ${low === high ? low : `${low}–${high}`}`);
  }
  printMissing(gate.missing, gate.reasons, '    ');
  printChange(gate.change);
  printRulings(gate.rulings, traced);
  if (traced && gate.conditions !== null) printTrace(gate.conditions, 2);
};
