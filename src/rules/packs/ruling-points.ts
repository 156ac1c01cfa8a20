// What rulings on items and on gates have in common: the point must be there and open wherever the ruling speaks, and its value fits.
import { mayHave } from './shapes/data.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report } from './bench.ts';
import type { PointState } from './open-points.ts';
import type { Clause, Condition, DisputedCondition, Place, Term } from './rulebook.ts';
import type { Ruling, Settlement } from './ruling.ts';
import type { RulingShape } from './shapes/rulings.ts';
import { expressionHere, type Site } from './site.ts';

/** A ruling being compiled; `site` is its own pack's. */
export type RulingDraft = {
  readonly site: Site;
  readonly shape: RulingShape;
  readonly term: Term;
  readonly clause: Clause;
};

export type Settled = Pick<Ruling, 'of' | 'settles' | 'point'>;
export type Point = Pick<Settled, 'settles' | 'point'>;

const reportClosed = (draft: RulingDraft, place: Place, point: string): void =>
  report(draft.site.bench, place, 'ruling-contradicts', '口径不能改动条款已写明的内容', {
    found: point,
    expected: '条款没有写明的一个点',
    remedy: '条款各版本写法不同的，请用 versions 写明是哪一版',
  });

/**
 * Whether the point is open in every version or mode that the ruling speaks about; reported where it is not.
 *
 * @param states  one for each version or mode
 * @param open    the open points of this kind, for the nearest name
 */
export const isOpenEverywhere = (
  draft: RulingDraft,
  name: { readonly text: string; readonly place: Place },
  states: readonly PointState[],
  open: readonly string[],
): boolean => {
  if (states.every((state) => state === 'open')) return true;
  if (states.some((state) => state !== 'absent')) reportClosed(draft, name.place, name.text);
  else {
    report(draft.site.bench, name.place, 'unknown-point', '条款里没有这个未定的点', {
      found: name.text,
      expected: open.length === 0 ? null : open.join('、'),
      nearest: nearestName(name.text, open),
    });
  }
  return false;
};

/** The test that an unpublished condition becomes, in the dictionary of the item or gate. */
export const unpublishedPoint = (target: Site, what: NotedScalar, test: NotedScalar): Point | null => {
  const expression = expressionHere(target, test, 'condition');
  if (expression === null) return null;
  const settles: Settlement = { kind: 'unpublished', what: what.text, test: expression, text: test.text };
  return { settles, point: what.text };
};

const readingOf = (condition: Condition): string =>
  condition.kind === 'test' ? printChinese(condition.test) : (condition.id ?? condition.clause?.key ?? condition.kind);

/** The readings by position that the ruling may mean: under this clause, or with this test. What is itself unpublished settles nothing. */
const meant = (target: Site, { of }: DisputedCondition, draft: RulingDraft): readonly number[] | null => {
  const { clause, test } = draft.shape.settles;
  const expression = test === undefined ? null : expressionHere(target, test, 'condition');
  if (test !== undefined && expression === null) return null;
  const wanted = expression === null ? null : printChinese(expression);
  return of.flatMap((part, index) => {
    const byClause = clause === undefined || part.clause?.key === clause.text;
    const byTest = wanted === null || (part.kind === 'test' && printChinese(part.test) === wanted);
    return byClause && byTest && part.kind !== 'unpublished' ? [index] : [];
  });
};

/**
 * Which of the disputed readings the ruling chooses; it may choose none that no source has.
 *
 * @param disputed  the condition in each version or mode that the ruling speaks about
 */
export const disputedPoint = (
  draft: RulingDraft,
  target: Site,
  id: NotedScalar,
  disputed: readonly DisputedCondition[],
): Point | null => {
  const { settles } = draft.shape;
  const { clause, test } = settles;
  const { bench } = draft.site;
  if (clause === undefined && test === undefined) {
    if (mayHave(settles, 'clause') || mayHave(settles, 'test')) return null;
    report(bench, id.place, 'missing-key', '要写明选哪一种说法', { expected: 'test 或 clause' });
    return null;
  }
  const choices = disputed.map((condition) => meant(target, condition, draft));
  if (choices.includes(null)) return null;
  const [first] = choices;
  const [chosen] = first ?? [];
  const readings = (disputed[0]?.of ?? []).map(readingOf);
  if (chosen === undefined || choices.some((each) => each?.length !== 1 || each[0] !== chosen)) {
    report(bench, (test ?? clause ?? id).place, 'not-a-reading', '口径只能从条款的几种说法里选定一种', {
      found: (test ?? clause)?.text ?? null,
      expected: readings.join('；'),
      remedy: test === undefined ? '一条条款下有几种说法的，请用 test 写明' : null,
    });
    return null;
  }
  return { settles: { kind: 'disputed', id: id.text, chosen }, point: readings.join('；') };
};
