// Compiles stacking rules: which entries exclude, cap or follow one another.
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report } from './bench.ts';
import { weaker } from './clauses.ts';
import { reportUnknown } from './conditions.ts';
import type { StackingRule } from './rulebook.ts';
import type { StackingFileShape, StackingShape } from './shapes/stacking.ts';
import { below, clauseHere, expressionHere, type Site } from './site.ts';

/** A compiled rule with what its checks still need. */
export type StackingDraft = { readonly rule: StackingRule; readonly shape: StackingShape; readonly site: Site };

export const stackingRows = (shape: StackingFileShape): readonly StackingShape[] =>
  'rules' in shape ? shape.rules : shape;

/** The date whose year is counted; without one it is the year of the filing date. */
const yearOf = (
  site: Site,
  name: NotedScalar | undefined,
): Extract<StackingRule['rule'], { kind: 'per-year-cap' }>['yearOf'] => {
  if (name === undefined || name.text === '申报日') return null;
  const fact = site.dictionary.facts.get(name.text);
  if (fact?.type.kind === 'date' && !fact.yearly) return fact;
  if (fact === undefined) reportUnknown(site, name, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
  else
    report(site.bench, name.place, 'not-a-date', 'year-of 要写一个日期', {
      found: name.text,
      expected: '申报日，或一个日期的事实',
    });
  return null;
};

const ruleOf = (site: Site, shape: StackingShape['rule']): StackingRule['rule'] | null => {
  if ('value' in shape) return isVoid(shape.place) ? null : { kind: shape.value };
  if (shape.after !== undefined) return isVoid(shape.after.place) ? null : { kind: 'after', item: shape.after.text };
  if (shape['sum-up-to'] !== undefined) {
    const limit = expressionHere(site, shape['sum-up-to'], 'money');
    return limit === null ? null : { kind: 'sum-up-to', limit };
  }
  const cap = shape['per-year-cap'];
  const amount = cap === undefined ? null : expressionHere(site, cap.amount, 'money');
  return cap === undefined || amount === null
    ? null
    : { kind: 'per-year-cap', amount, yearOf: yearOf(site, cap['year-of']) };
};

/** Compiles one rule. Without a clause it is our own assumption, whatever it says of itself. */
export const compileStacking = (outer: Site, shape: StackingShape): StackingDraft => {
  const scope = shape.scope.value;
  const subject = isVoid(shape.scope.place) ? null : scope === 'household' ? 'person' : scope;
  const site: Site = { ...below(outer, shape), subject };
  const clause = clauseHere(site);
  // A rule whose problem was reported has a stand-in that no check minds, so that its id stays known.
  const rule = ruleOf(site, shape.rule) ?? { kind: 'once' as const };
  const own = shape.evidence?.value ?? clause?.evidence ?? 'assumption';
  const carried = clause?.evidence ?? 'assumption';
  if (shape.evidence !== undefined && weaker(own, carried) !== own) {
    report(site.bench, shape.evidence.place, 'grade-above-document', '规则的依据等级不能高于它引用的条款', {
      found: own,
      expected: clause === null ? 'assumption，或者写明 clause' : `${carried} 或更低`,
    });
  }
  const compiled: StackingRule = {
    id: shape.id.text,
    name: shape.name?.text ?? shape.id.text,
    scope,
    rule,
    clause,
    evidence: own,
    // A working rule of our own is off unless it is switched on.
    enabled: shape.enabled?.value ?? own !== 'assumption',
    place: shape['@'].place,
  };
  return { rule: compiled, shape, site };
};
