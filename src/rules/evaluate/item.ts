// One item for one firm on one date: which version, does it apply, is it reached, how much. One result per subject.
import { begin, type EvaluationOptions } from './begin.ts';
import { eitherAmount, evaluateBenefit, gives } from './benefit.ts';
import { stronger, weaker, type Context } from './context.ts';
import { contradictionsIn } from './contradictions.ts';
import { explain, failingIds } from './explain.ts';
import { because, unite, type Why } from './outcome.ts';
import { pickDate, type Picked } from './picked-date.ts';
import { settledItem, showRulings, type SettledItem } from './rulings.ts';
import type { AmountResult, ConditionResult, ItemResult, Reason, Verdict, VersionShown } from './result.ts';
import { anySubject, isRefused, withinTerm, type Asked } from './any-subject.ts';
import { mayFallOutside, outOfForce, versionsOn } from './versions.ts';
import { showWindow } from './window.ts';
import { subjectNames, type SubjectKind } from '#rules/facts/dictionary.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Grade, Item, ItemVersion, Rulebook } from '#rules/packs/rulebook.ts';
import type { Ruling } from '#rules/packs/ruling.ts';

/** One version judged, or several brought together; `version` is null where none is certain. */
type Judged = {
  readonly version: ItemVersion | null;
  readonly applies: boolean | null;
  readonly verdict: Verdict;
  readonly conditions: ConditionResult | null;
  readonly amount: AmountResult | null;
  readonly why: Why;
  readonly evidence: Grade;
  readonly failing: readonly string[];
  readonly unsettled: readonly string[];
  readonly rulings: readonly Ruling[];
};

const nothing: Why = { missing: [], reasons: [] };

const asFlag = (verdict: Verdict): boolean | null => (verdict === 'undetermined' ? null : verdict === 'eligible');

/** Addressed and reached: one false decides. */
const both = (parts: readonly ConditionResult[]): Verdict =>
  parts.some((part) => part.verdict === 'ineligible')
    ? 'ineligible'
    : parts.every((part) => part.verdict === 'eligible')
      ? 'eligible'
      : 'undetermined';

const wrap = (parts: readonly ConditionResult[], verdict: Verdict): ConditionResult | null => {
  const [only] = parts;
  if (only === undefined || parts.length === 1) return only ?? null;
  const decisive = parts.filter((part) => part.verdict === verdict).map((part) => part.evidence);
  const why = verdict === 'undetermined' ? unite(parts.filter((part) => part.verdict === verdict)) : nothing;
  return {
    id: null,
    op: 'all',
    verdict,
    text: null,
    values: null,
    clause: null,
    evidence: decisive.length === 0 ? 'primary' : decisive.reduce(verdict === 'ineligible' ? stronger : weaker),
    missing: why.missing,
    reasons: why.reasons,
    of: parts,
  };
};

const judgeVersion = (context: Context, version: ItemVersion, settled: SettledItem): Judged => {
  const applies = version.applies === null ? null : explain(context, version.applies);
  const eligible = version.eligible === null ? null : explain(context, version.eligible);
  const parts = [applies, eligible].filter((part) => part !== null);
  const verdict = both(parts);
  const amount = verdict === 'ineligible' ? null : evaluateBenefit(context, version.benefit);
  const conditions = wrap(parts, verdict);
  const grade = conditions?.evidence ?? 'primary';
  return {
    version,
    applies: applies === null ? true : asFlag(applies.verdict),
    verdict,
    conditions,
    amount: amount !== null && verdict === 'undetermined' ? { ...amount, low: 0n } : amount,
    why: verdict === 'undetermined' ? unite(parts.filter((part) => part.verdict === 'undetermined')) : nothing,
    // A service without conditions still rests on the clause that offers it.
    evidence:
      verdict === 'ineligible' ? grade : weaker(grade, amount?.evidence ?? version.benefit.clause?.evidence ?? grade),
    failing: conditions === null ? [] : failingIds(conditions),
    unsettled: notesOf(version),
    rulings: settled.ofVersion(version),
  };
};

const notesOf = ({ term, unsettled }: ItemVersion): readonly string[] =>
  term.to === 'unknown' ? [...unsettled, '有效期待核'] : unsettled;

const notInForce = (at: string, text: string): Judged => {
  const reason: Reason = { code: 'not-in-force', at, text };
  return {
    version: null,
    applies: false,
    verdict: 'ineligible',
    conditions: null,
    amount: null,
    why: { missing: [], reasons: [reason] },
    evidence: 'primary',
    failing: [],
    unsettled: [],
    rulings: [],
  };
};

/** Several versions may be the one: an answer stands only when they all give it. `why` says what would tell which. */
const together = (judged: readonly Judged[], why: Why): Judged => {
  const [first, ...rest] = judged;
  if (first === undefined) throw new Error('at least one version is judged');
  if (rest.length === 0) return first;
  const verdict = rest.every((each) => each.verdict === first.verdict) ? first.verdict : 'undetermined';
  const open = judged.filter((each) => each.verdict === 'undetermined').map((each) => each.why);
  const amount =
    verdict === 'ineligible'
      ? null
      : eitherAmount(
          judged.map((each) => each.amount),
          why,
        );
  const parts = judged.map((each) => each.conditions).filter((each) => each !== null);
  // Whatever the other facts turn out to be, the versions may then differ: what tells them apart is missing too.
  const merged = verdict === 'undetermined' ? unite([why, ...open]) : nothing;
  return {
    version: null,
    applies: judged.every((each) => each.applies === first.applies) ? first.applies : null,
    verdict,
    conditions: wrapVersions(parts, verdict, merged),
    amount: amount !== null && verdict === 'undetermined' ? { ...amount, low: 0n } : amount,
    why: merged,
    evidence: judged.map((each) => each.evidence).reduce(weaker),
    failing: verdict === 'ineligible' ? [...new Set(judged.flatMap((each) => each.failing))] : [],
    unsettled: [...new Set(judged.flatMap((each) => each.unsettled))],
    rulings: [...new Set(judged.flatMap((each) => each.rulings))],
  };
};

const wrapVersions = (parts: readonly ConditionResult[], verdict: Verdict, why: Why): ConditionResult | null => {
  const [only] = parts;
  if (only === undefined || (parts.length === 1 && only.verdict === verdict && verdict !== 'undetermined'))
    return only ?? null;
  const evidence = parts.map((part) => part.evidence).reduce(weaker);
  return {
    id: null,
    op: 'first',
    verdict,
    text: '适用版本未定',
    values: null,
    clause: null,
    evidence,
    ...why,
    of: parts,
  };
};

/** Every version may be the one and, unless they cover whatever date it turns out to be, none of them. */
const judgeOpen = (context: Context, settled: SettledItem, picked: Picked, why: Why): Judged => {
  const { item } = settled;
  const judged = item.versions.map((version) => judgeVersion(withinTerm(context, version, why), version, settled));
  const outside =
    mayFallOutside(item.versions) || picked.maybeNone
      ? [notInForce(item.id, `${picked.by}未知，可能没有适用的版本`)]
      : [];
  return together([...judged, ...outside], why);
};

const judgeItem = (context: Context, settled: SettledItem): { judged: Judged; picked: Picked } => {
  const { item } = settled;
  const picked = pickDate(item, context);
  const { date, by, why } = picked;
  if (date === null && why === null) return { judged: notInForce(item.id, `没有适用的版本：${by}为「无」`), picked };
  if (date === null) return { judged: judgeOpen(context, settled, picked, why ?? nothing), picked };
  const { versions, gap } = versionsOn(item.versions, date);
  const outside = versions.length === 0 || gap ? [notInForce(item.id, outOfForce(item.versions, date))] : [];
  const judged = versions.map((version) => judgeVersion({ ...context, parametersOn: date }, version, settled));
  const which = because('unpublished', item.id, `${date} 适用哪一版未公开：施行日期待核`);
  return { judged: together([...judged, ...outside], which), picked };
};

const showVersion = (judged: Judged, picked: Picked): VersionShown | null =>
  judged.version === null
    ? null
    : { from: judged.version.term.from, to: judged.version.term.to, by: picked.by, date: picked.date };

/** The parts of a refusal that refuse. */
const whatRefuses = (traced: ConditionResult): ConditionResult => {
  if (traced.op !== 'all' || traced.of === undefined) return traced;
  const of = traced.of.filter(({ verdict }) => verdict === 'ineligible').map(whatRefuses);
  return of.length === 1 && of[0] !== undefined && traced.id === null ? of[0] : { ...traced, of };
};

const present = (
  { item, ofProcedure }: SettledItem,
  subject: string | null,
  on: PlainDate,
  judged: Judged,
  picked: Picked,
): ItemResult => ({
  id: item.id,
  name: item.name,
  en: item.en,
  kind: item.kind,
  theme: item.theme,
  owner: item.owner,
  subject,
  applies: judged.applies,
  verdict: judged.verdict,
  competition: item.competition,
  version: showVersion(judged, picked),
  window: showWindow(item.procedure?.window ?? null, on),
  amount: judged.amount,
  missing: judged.why.missing,
  failing: judged.failing,
  reasons: judged.why.reasons,
  unsettled: judged.unsettled,
  rulings: showRulings([...judged.rulings, ...ofProcedure]),
  evidence: judged.evidence,
  // Whoever is not addressed reads why, not what else would have been asked.
  conditions:
    judged.applies === false && judged.conditions !== null ? whatRefuses(judged.conditions) : judged.conditions,
  change: [],
});

/** What subjects that may exist could bring: from nothing up, without a bound. Null for an item that gives no money. */
const unboundedAmount = (item: Item, name: string): AmountResult | null => {
  const benefit = item.versions.map((version) => version.benefit).findLast(gives);
  if (benefit === undefined) return null;
  const { measure } = benefit;
  const why = `每个${name}另算`;
  return {
    low: 0n,
    high: null,
    unit: 'fen',
    measure,
    evidence: 'primary',
    clause: null,
    discretion: false,
    steps: [why],
    missing: [name],
  };
};

const unpicked = { date: null, by: '', why: null, maybeNone: false } as const;

const withoutSubjects = (settled: SettledItem, on: PlainDate): ItemResult => {
  const judged: Judged = {
    version: null,
    applies: false,
    verdict: 'ineligible',
    conditions: null,
    amount: null,
    why: nothing,
    evidence: 'primary',
    failing: [],
    unsettled: [],
    rulings: [],
  };
  return present(settled, null, on, judged, unpicked);
};

/**
 * It is not known whether the firm has any such subject. What is refused to one of which nothing is known is refused to all
 * (the rule is over, the firm lies elsewhere or is too large); else everything hangs on the subjects.
 */
const withUnknownSubjects = (
  settled: SettledItem,
  kind: Exclude<SubjectKind, 'enterprise'>,
  { book, firm, on, options }: Asked,
): ItemResult => {
  const any = anySubject({ book, firm, on, options }, kind);
  if (isRefused(any, settled.item)) {
    const { judged, picked } = judgeItem(any, settled);
    return present(settled, null, on, judged, picked);
  }
  const open: Judged = {
    version: null,
    applies: null,
    verdict: 'undetermined',
    conditions: null,
    amount: unboundedAmount(settled.item, subjectNames[kind]),
    why: { missing: [subjectNames[kind]], reasons: [] },
    evidence: 'primary',
    failing: [],
    unsettled: [],
    rulings: [],
  };
  return present(settled, null, on, open, unpicked);
};

/** How an entry names its subject: 项目:三号车间; null for the enterprise. */
const subjectLabel = (subject: Subject | null): string | null =>
  subject === null ? null : `${subjectNames[subject.kind]}:${subject.name}`;

const resultFor = (settled: SettledItem, subject: Subject | null, { book, firm, on, options }: Asked): ItemResult => {
  const context = begin({ book, firm, on, subject, options });
  const { judged, picked } = judgeItem(context, settled);
  const unsettled = [...judged.unsettled, ...contradictionsIn(context)];
  return present(settled, subjectLabel(subject), on, { ...judged, unsettled }, picked);
};

/**
 * The results of one item for a firm on a filing date: one, or one per subject of the item's kind.
 * A firm that has no such subject gives one result with applies false; where it is not known whether it has any, one that
 * is undetermined and misses the subject, unless no subject could get anything.
 */
export const evaluateItem = (
  book: Rulebook,
  item: Item,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): readonly ItemResult[] => {
  const settled = settledItem(book, item, on);
  const { subject: kind } = item;
  if (kind === 'enterprise') return [resultFor(settled, null, { book, firm, on, options })];
  const subjects = firm.subjects[kind];
  if (subjects === undefined) return [withUnknownSubjects(settled, kind, { book, firm, on, options })];
  if (subjects.length === 0) return [withoutSubjects(settled, on)];
  return subjects.map((subject) => resultFor(settled, subject, { book, firm, on, options }));
};
