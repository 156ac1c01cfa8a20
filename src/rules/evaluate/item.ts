// One item for one firm on one date: which version, does it apply, is it reached, how much. One result per subject.
import { begin, type EvaluationOptions } from './begin.ts';
import { evaluateBenefit } from './benefit.ts';
import { toOutcome, weaker, type Context } from './context.ts';
import { explain, failingIds } from './explain.ts';
import { because, unite, type Why } from './outcome.ts';
import type { AmountResult, ConditionResult, ItemResult, Reason, Verdict, VersionShown } from './result.ts';
import { outOfForce, versionsOn } from './versions.ts';
import { showWindow } from './window.ts';
import { subjectNames, type FactDefinition } from '#rules/facts/dictionary.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Grade, Item, ItemVersion, Rulebook } from '#rules/packs/rulebook.ts';

/** One version judged, before the versions are brought together. */
type Judged = {
  readonly version: ItemVersion | null;
  readonly applies: boolean | null;
  readonly verdict: Verdict;
  readonly conditions: ConditionResult | null;
  readonly amount: AmountResult | null;
  readonly why: Why;
  readonly evidence: Grade;
  readonly failing: readonly string[];
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
    evidence: decisive.length === 0 ? 'primary' : decisive.reduce(weaker),
    missing: why.missing,
    reasons: why.reasons,
    of: parts,
  };
};

const judgeVersion = (context: Context, version: ItemVersion): Judged => {
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
    evidence: verdict !== 'ineligible' && amount !== null ? weaker(grade, amount.evidence) : grade,
    failing: conditions === null ? [] : failingIds(conditions),
  };
};

const notInForce = (versions: readonly ItemVersion[], date: PlainDate, at: string): Judged => {
  const reason: Reason = { code: 'not-in-force', at, text: outOfForce(versions, date) };
  return {
    version: null,
    applies: false,
    verdict: 'ineligible',
    conditions: null,
    amount: null,
    why: { missing: [], reasons: [reason] },
    evidence: 'primary',
    failing: [],
  };
};

const hullOf = (amounts: readonly (AmountResult | null)[], why: Why): AmountResult | null => {
  const [first, ...rest] = amounts.filter((amount) => amount !== null);
  if (first === undefined) return null;
  return rest.reduce(
    (a, b) => ({
      ...a,
      low: a.low < b.low ? a.low : b.low,
      high: a.high === null || b.high === null ? null : a.high > b.high ? a.high : b.high,
      evidence: weaker(a.evidence, b.evidence),
      steps: [...a.steps, ...b.steps],
      missing: [...new Set([...a.missing, ...b.missing, ...why.missing])],
    }),
    first,
  );
};

/** Several versions may be the one: an answer stands only when they all give it. */
const together = (judged: readonly Judged[], why: Why): Judged => {
  const [first, ...rest] = judged;
  if (first === undefined) throw new Error('at least one version is judged');
  if (rest.length === 0) return first;
  const one = rest.every((each) => each.verdict === first.verdict);
  const verdict = one ? first.verdict : 'undetermined';
  const open = judged.filter((each) => each.verdict === 'undetermined').map((each) => each.why);
  const amount = verdict === 'ineligible' ? null : hullOf(judged.map((each) => each.amount), why);
  const parts = judged.map((each) => each.conditions).filter((each) => each !== null);
  const merged = verdict === 'undetermined' ? unite([...(one ? [] : [why]), ...open]) : nothing;
  const sameFlag = judged.every((each) => each.applies === first.applies);
  return {
    version: one ? first.version : null,
    applies: sameFlag ? first.applies : null,
    verdict,
    conditions: wrapVersions(parts, verdict, merged),
    amount: amount !== null && verdict === 'undetermined' ? { ...amount, low: 0n } : amount,
    why: merged,
    evidence: judged.map((each) => each.evidence).reduce(weaker),
    failing: verdict === 'ineligible' ? [...new Set(judged.flatMap((each) => each.failing))] : [],
  };
};

const wrapVersions = (parts: readonly ConditionResult[], verdict: Verdict, why: Why): ConditionResult | null => {
  const [only] = parts;
  if (only === undefined || parts.length === 1) return only ?? null;
  const evidence = parts.map((part) => part.evidence).reduce(weaker);
  return { id: null, op: 'first', verdict, text: '适用版本未定', values: null, clause: null, evidence, ...why, of: parts };
};

type Picked = { readonly date: PlainDate | null; readonly by: string };

const pickDate = (version: ItemVersion | undefined, context: Context): Picked => {
  const fact: FactDefinition | null = version?.by ?? null;
  if (fact === null) return { date: context.on, by: '申报日' };
  const value = (fact.subject === 'enterprise' ? context.firm.facts : context.subject?.facts)?.single.get(fact.path);
  const outcome = value === undefined ? null : toOutcome(value);
  return { date: outcome?.is === 'date' ? outcome.value : null, by: fact.path };
};

const judgeItem = (base: Context, item: Item): { judged: Judged; picked: Picked } => {
  const picked = pickDate(item.versions[0], base);
  const { date } = picked;
  const judge = (version: ItemVersion): Judged =>
    judgeVersion(date === null ? base : { ...base, parametersOn: date }, version);
  if (date === null) return { judged: together(item.versions.map(judge), { missing: [picked.by], reasons: [] }), picked };
  const { versions, gap } = versionsOn(item.versions, date);
  if (versions.length === 0) return { judged: notInForce(item.versions, date, item.id), picked };
  const outside = gap ? [notInForce(item.versions, date, item.id)] : [];
  const why = because('unpublished', item.id, `${date} 适用哪一版未公开：施行日期待核`);
  return { judged: together([...versions.map(judge), ...outside], why), picked };
};

const showVersion = (judged: Judged, picked: Picked): VersionShown | null =>
  judged.version === null
    ? null
    : { from: judged.version.term.from, to: judged.version.term.to, by: picked.by, date: picked.date };

const notesOf = (judged: Judged): readonly string[] => {
  const { version } = judged;
  if (version === null) return [];
  return version.term.to === 'unknown' ? [...version.unsettled, '有效期待核'] : version.unsettled;
};

const present = (item: Item, subject: string | null, on: PlainDate, judged: Judged, picked: Picked): ItemResult => ({
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
  unsettled: notesOf(judged),
  evidence: judged.evidence,
  conditions: judged.conditions,
  change: [],
});

const withoutSubject = (item: Item, on: PlainDate, known: boolean): ItemResult => {
  const name = item.subject === 'enterprise' ? '' : subjectNames[item.subject];
  const judged: Judged = {
    version: null,
    applies: known ? false : null,
    verdict: known ? 'ineligible' : 'undetermined',
    conditions: null,
    amount: null,
    why: { missing: known ? [] : [name], reasons: [] },
    evidence: 'primary',
    failing: [],
  };
  return present(item, null, on, judged, { date: null, by: '' });
};

/** How an entry names its subject: 项目:三号车间; null for the enterprise. */
export const subjectLabel = (subject: Subject | null): string | null =>
  subject === null ? null : `${subjectNames[subject.kind]}:${subject.name}`;

/**
 * The results of one item for a firm on a filing date: one, or one per subject of the item's kind.
 * A firm that has no such subject gives one result with applies false; where it is not known whether it has any, one that
 * is undetermined and misses the subject.
 */
export const evaluateItem = (
  book: Rulebook,
  item: Item,
  firm: Enterprise,
  on: PlainDate,
  options?: EvaluationOptions,
): readonly ItemResult[] => {
  const subjects: readonly (Subject | null)[] | undefined = item.subject === 'enterprise' ? [null] : firm.subjects[item.subject];
  if (subjects === undefined || subjects.length === 0) return [withoutSubject(item, on, subjects !== undefined)];
  return subjects.map((subject) => {
    const { judged, picked } = judgeItem(begin({ book, firm, on, subject, options }), item);
    return present(item, subjectLabel(subject), on, judged, picked);
  });
};
