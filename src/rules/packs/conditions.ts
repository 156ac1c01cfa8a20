// Compiles conditions: structure stays structure, leaves become typed expressions with their clause.
import { fromDecimal } from '#rules/exact/rational.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { placeInScalar, report } from './bench.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import type { Clause, Condition, Mode, Place, ScoreCondition } from './rulebook.ts';
import { conditionForms, type ConditionMap, type ConditionShape, type GuardedCondition } from './shapes/conditions.ts';
import { mayHave, type Origin } from './shapes/data.ts';
import { formOf } from './shapes/forms.ts';
import { below, clauseHere, clauseRequired, expressionHere, type Site } from './site.ts';

type Head = {
  readonly id: string | null;
  readonly clause: Clause | null;
  readonly onlyFor: Mode | null;
  readonly place: Place;
};

// The literal's keys are exactly the structural words.
const leading = Object.keys(conditionForms) as (keyof typeof conditionForms)[];

/** Stands for a condition whose problem was reported: its id stays known. No rulebook carries it. */
const standIn = (head: Head): Condition => ({ ...head, kind: 'unpublished', what: '' });

const testOf = (site: Site, scalar: NotedScalar, head: Head): Condition => {
  const clause = clauseRequired(site, scalar.place, '条件');
  const test = expressionHere(site, scalar, 'condition');
  return test === null ? standIn(head) : { ...head, clause, kind: 'test', test, text: scalar.text };
};

const listOf = (site: Site, shapes: readonly ConditionShape[]): readonly Condition[] =>
  shapes.map((shape) => compileCondition(site, shape));

/** Whether a row has a `when`; null when that could not be read. */
export const isGuarded = (row: { readonly '@'?: Origin; readonly when?: unknown }): boolean | null => {
  if (row.when !== undefined) return true;
  return mayHave(row, 'when') ? null : false;
};

type Row = { readonly guarded: boolean | null; readonly place: Place };

/** Reports a guarded last row, and a row without a guard before the last: the first would never be total, the second hides rows. */
export const checkTotal = (site: Site, rows: readonly Row[]): void => {
  rows.forEach(({ guarded, place }, index) => {
    const last = index === rows.length - 1;
    if (last && guarded === true) {
      report(site.bench, place, 'not-total', 'first 的最后一行不能有 when，否则有的情形没有结果', {
        remedy: '请加一行没有 when 的，写明其余情形',
      });
    }
    if (!last && guarded === false) {
      report(site.bench, place, 'unreachable-row', '没有 when 的行只能是最后一行，后面的行永远用不到', {
        remedy: '请加上 when，或移到最后',
      });
    }
  });
};

const placeOf = (shape: ConditionShape): Place => ('@' in shape ? shape['@'].place : shape.place);

const firstOf = (site: Site, shapes: readonly GuardedCondition[], head: Head): Condition => {
  const guardOf = (shape: GuardedCondition): ConditionShape | null => ('@' in shape ? (shape.when ?? null) : null);
  checkTotal(
    site,
    shapes.map((shape) => ({ guarded: '@' in shape ? isGuarded(shape) : false, place: placeOf(shape) })),
  );
  const rows = shapes.map((shape) => {
    const guard = guardOf(shape);
    const rowSite = '@' in shape ? below(site, shape) : site;
    const when = guard === null ? null : compileCondition(rowSite, guard);
    return { when, then: compileCondition(site, shape) };
  });
  return { ...head, kind: 'first', rows };
};

const judgedOf = (site: Site, name: NotedScalar, head: Head): Condition => {
  const clause = clauseRequired(site, name.place, '条件');
  const fact = site.dictionary.facts.get(name.text);
  if (fact !== undefined && (fact.subject === 'enterprise' || site.subject === null || fact.subject === site.subject))
    return { ...head, clause, kind: 'judged', fact };
  report(site.bench, name.place, 'wrong-subject', '这里没有这个主体，不能由评审人判断', { found: name.text });
  return standIn(head);
};

const partOf = (shape: ConditionMap): ScoreCondition['part'] => {
  // One that could not be read is taken for the whole table, of which least can be wrong.
  if (mayHave(shape, 'block') || mayHave(shape, 'indicator')) return { kind: 'total' };
  if (shape.block !== undefined) return { kind: 'block', name: shape.block.text };
  return shape.indicator === undefined ? { kind: 'total' } : { kind: 'indicator', name: shape.indicator.text };
};

const scoreOf = (site: Site, shape: ConditionMap, score: NotedScalar, head: Head): Condition => {
  const clause = clauseRequired(site, score.place, '条件');
  const threshold = shape['at-least'] ?? shape['more-than'];
  if (shape.block !== undefined && shape.indicator !== undefined) {
    report(site.bench, shape.indicator.place, 'two-forms', '评分条件同时写了 block 和 indicator', {
      expected: '只写其中一个',
    });
  }
  if (threshold === undefined || isVoid(score.place)) return standIn(head);
  const mark = fromDecimal(threshold.text);
  if (mark === null) report(site.bench, threshold.place, 'not-a-number', '这里要写一个数', { found: threshold.text });
  const strict = shape['at-least'] === undefined;
  return mark === null
    ? standIn(head)
    : { ...head, clause, kind: 'score', score: score.text, part: partOf(shape), mark, strict };
};

const structure = (site: Site, shape: ConditionMap, head: Head): Condition => {
  const form = formOf(shape, leading);
  if (form === 'all' || form === 'any') return { ...head, kind: form, of: listOf(site, shape[form] ?? []) };
  if (form === 'disputed') return { ...head, kind: form, of: listOf(site, shape.disputed ?? []) };
  if (form === 'first') return firstOf(site, shape.first ?? [], head);
  if (shape.test !== undefined) return testOf(site, shape.test, head);
  if (shape.judged !== undefined) return judgedOf(site, shape.judged, head);
  if (shape.score !== undefined) return scoreOf(site, shape, shape.score, head);
  if (shape.unpublished !== undefined) {
    return {
      ...head,
      clause: clauseRequired(site, shape.unpublished.place, '条件'),
      kind: 'unpublished',
      what: shape.unpublished.text,
    };
  }
  return shape.not === undefined ? standIn(head) : { ...head, kind: 'not', of: compileCondition(site, shape.not) };
};

/** The id; null also for one that could not be read, or whose twin in the other mode could not be told from it. */
const idOf = ({ bench }: Site, shape: ConditionMap): string | null => {
  if (shape.id === undefined || isVoid(shape.id.place)) return null;
  if (!mayHave(shape, 'only-for')) return shape.id.text;
  bench.unread.texts.add(shape.id.text);
  return null;
};

/** The condition; a part whose problem was reported has a stand-in. */
export const compileCondition = (site: Site, shape: ConditionShape): Condition => {
  if (!('@' in shape)) return testOf(site, shape, { id: null, clause: null, onlyFor: null, place: shape.place });
  const here = below(site, shape);
  const head: Head = {
    id: idOf(here, shape),
    clause: clauseHere(here),
    onlyFor: shape['only-for']?.value ?? null,
    place: shape['@'].place,
  };
  return structure(here, shape, head);
};

/** Every condition of a tree, itself first. */
export const conditionsIn = (condition: Condition | null): readonly Condition[] => {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'disputed':
      return [condition, ...condition.of.flatMap(conditionsIn)];
    case 'not':
      return [condition, ...conditionsIn(condition.of)];
    case 'first':
      return [condition, ...condition.rows.flatMap(({ when, then }) => [...conditionsIn(when), ...conditionsIn(then)])];
    case 'test':
    case 'judged':
    case 'score':
    case 'unpublished':
    case 'waived':
      return [condition];
  }
};

/** Reports an id that two conditions of one tree share, unless each is for another mode. */
export const checkConditionIds = (site: Site, conditions: readonly Condition[]): void => {
  const seen = new Map<string, Condition[]>();
  for (const condition of conditions.flatMap(conditionsIn)) {
    if (condition.id === null) continue;
    const earlier = seen.get(condition.id) ?? [];
    const clash = earlier.some(
      ({ onlyFor }) => onlyFor === null || condition.onlyFor === null || onlyFor === condition.onlyFor,
    );
    if (clash) report(site.bench, condition.place, 'duplicate-id', '条件的 id 重复', { found: condition.id });
    seen.set(condition.id, [...earlier, condition]);
  }
};

/** Reports a name that is not among the known ones. */
export const reportUnknown = (
  site: Site,
  name: NotedScalar,
  code: string,
  message: string,
  known: Iterable<string>,
): void =>
  report(site.bench, placeInScalar(site.bench, name, { from: 0 }), code, message, {
    found: name.text,
    nearest: nearestName(name.text, known),
  });
