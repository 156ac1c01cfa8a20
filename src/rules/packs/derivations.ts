// Attaches derivations to derived facts, and proves that none of them reads itself.
import type { DerivationRow, Dictionary, FactDefinition } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import { checkConditionIds, checkTotal, compileCondition, conditionsIn, reportUnknown } from './conditions.ts';
import type { DeclaredFact } from './facts.ts';
import type { LoadedFiles } from './files.ts';
import type { Condition } from './rulebook.ts';
import type { DerivationShape, DerivationsShape } from './shapes/facts.ts';
import { below, clauseHere, expressionHere, fileCites, siteOf, type Citing, type Site } from './site.ts';
import type { World } from './world.ts';

const siteFor = (site: Site, { value }: DeclaredFact): Site => ({
  ...site,
  subject: value.subject,
  bareSeries: value.yearly,
});

const attachExpression = (site: Site, declared: DeclaredFact, scalar: NotedScalar): void => {
  const expression = expressionHere(siteFor(site, declared), scalar, declared.value.type);
  if (expression !== null) declared.value.derived = { kind: 'expression', expression, clause: clauseHere(site) };
};

const attachTable = (outer: Site, declared: DeclaredFact, shapes: NonNullable<DerivationShape['first']>): void => {
  const site = siteFor(outer, declared);
  checkTotal(
    site,
    shapes.map((shape) => ({ guarded: shape.when !== undefined, place: shape['@'].place })),
  );
  const rows = shapes.flatMap((shape): readonly DerivationRow[] => {
    const rowSite = below(site, { clause: shape.clause });
    const when = shape.when === undefined ? null : compileCondition(rowSite, shape.when);
    const value = expressionHere(rowSite, shape.value, declared.value.type);
    return value === null ? [] : [{ when, value, clause: clauseHere(rowSite) }];
  });
  checkConditionIds(
    site,
    rows.flatMap(({ when }) => when ?? []),
  );
  declared.value.derived = { kind: 'first', rows };
  refuseScores(site, declared);
};

const derivationRows = (
  shape: DerivationsShape,
): { readonly rows: readonly DerivationShape[]; readonly cites: Citing } => {
  if ('derivations' in shape) return { rows: shape.derivations, cites: fileCites(shape) };
  return { rows: 'fact' in shape ? [shape] : shape, cites: {} };
};

const derive = (outer: Site, shape: DerivationShape): void => {
  const site = below(outer, shape);
  const name = shape.fact;
  const declared = site.world.facts.get(name.text);
  if (declared === undefined || !site.dictionary.facts.has(name.text)) {
    reportUnknown(site, name, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
    return;
  }
  if (declared.shape?.derived?.text !== 'true') {
    report(site.bench, name.place, 'not-derived', '这个事实没有写 derived: true，不能推导', { found: name.text });
  } else if (declared.value.derived !== null) {
    report(site.bench, name.place, 'two-derivations', '这个事实已经有推导', { found: name.text });
  } else if (shape.value !== undefined) attachExpression(site, declared, shape.value);
  else attachTable(site, declared, shape.first ?? []);
};

/** Derivations written beside the fact: `derived: 负债总额 ÷ 资产总额`. */
const deriveInPlace = (bench: Bench, world: World): void => {
  for (const declared of world.facts.values()) {
    const [pack] = world.packs.filter(({ id }) => declared.packs.has(id));
    const text = declared.shape?.derived;
    if (pack !== undefined && text !== undefined && text.text !== 'true')
      attachExpression(siteOf(bench, world, pack), declared, text);
  }
};

const reportMissing = (bench: Bench, world: World): void => {
  for (const { shape, value } of world.facts.values()) {
    if (shape?.derived?.text === 'true' && value.derived === null) {
      report(bench, shape.derived.place, 'no-derivation', '写了 derived: true，但没有推导', {
        found: value.path,
        remedy: '请写进 derivations/',
      });
    }
  }
};

const factsRead = (site: Dictionary, e: Expression): readonly FactDefinition[] => {
  const own = 'fact' in e ? [e.fact] : [];
  const below = childrenOf(e).flatMap((child) => factsRead(site, child));
  if (e.kind !== 'aggregate') return [...own, ...below];
  const { rows } = e;
  if (rows.kind === 'fact') return [rows.fact, ...below];
  // Columns of a subject list are named by word only: 专利.类别.
  const columns = [...site.facts.values()].filter((fact) => fact.subject === rows.subject && fact.derived !== null);
  return [...columns, ...below];
};

const factsOfCondition = (site: Dictionary, condition: Condition | null): readonly FactDefinition[] =>
  conditionsIn(condition).flatMap((one) => {
    if (one.kind === 'judged') return [one.fact];
    return one.kind === 'test' ? factsRead(site, one.test) : [];
  });

const readsOf = (site: Dictionary, fact: FactDefinition): readonly FactDefinition[] => {
  if (fact.derived === null) return [];
  if (fact.derived.kind === 'expression') return factsRead(site, fact.derived.expression);
  return fact.derived.rows.flatMap(({ when, value }) => [...factsOfCondition(site, when), ...factsRead(site, value)]);
};

/** Reports every circle of derived facts once, at the fact that was declared first, with the way round. */
const reportCircles = (bench: Bench, world: World): void => {
  const done = new Set<FactDefinition>();
  const visit = (fact: FactDefinition, open: readonly FactDefinition[]): void => {
    if (open.includes(fact)) {
      const circle = [...open.slice(open.indexOf(fact)), fact].map(({ path }) => path).join(' → ');
      const place = world.facts.get(fact.path)?.shape?.name.place;
      if (place !== undefined)
        report(bench, place, 'derivation-cycle', '循环引用：推导又回到了自己', { found: circle });
      return;
    }
    if (done.has(fact)) return;
    for (const read of new Set(readsOf(world.dictionary, fact))) visit(read, [...open, fact]);
    done.add(fact);
  };
  for (const { value } of world.facts.values()) if (value.derived !== null) visit(value, []);
};

/** Scores read facts; a fact that reads a score could read itself. */
const refuseScores = (site: Site, declared: DeclaredFact): void => {
  if (declared.value.derived?.kind !== 'first') return;
  for (const condition of declared.value.derived.rows.flatMap(({ when }) => conditionsIn(when))) {
    if (condition.kind === 'score')
      report(site.bench, condition.place, 'score-not-here', '推导里不能用评分条件', { found: condition.score });
  }
};

/** Attaches all derivations. Afterwards every fact with `derived: true` has one, and none reads itself. */
export const attachDerivations = (bench: Bench, world: World, files: LoadedFiles, complete: boolean): void => {
  deriveInPlace(bench, world);
  for (const { folder, shape } of files.derivations) {
    const pack = world.packs.find(({ id }) => id === folder);
    if (pack === undefined) continue;
    const { rows, cites } = derivationRows(shape);
    const site = below(siteOf(bench, world, pack), cites);
    for (const row of rows) derive(site, row);
  }
  if (complete) reportMissing(bench, world);
  reportCircles(bench, world);
};
