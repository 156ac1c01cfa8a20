// Attaches derivations to derived facts, and proves that none of them reads itself.
import type { Derivation, DerivationRow, Dictionary, FactDefinition } from '#rules/facts/dictionary.ts';
import { isPlainName } from '#rules/language/characters.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Wanted } from '#rules/language/parse.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report, type Bench } from './bench.ts';
import {
  checkConditionIds,
  checkTotal,
  compileCondition,
  conditionsIn,
  isGuarded,
  reportUnknown,
} from './conditions.ts';
import type { DeclaredFact } from './facts.ts';
import type { LoadedFiles } from './files.ts';
import type { Condition } from './rulebook.ts';
import { canSee } from './order.ts';
import { mayHave } from './shapes/data.ts';
import type { DerivationShape, DerivationsShape } from './shapes/facts.ts';
import { below, clauseHere, expressionHere, fileCites, siteOf, type Citing, type Site } from './site.ts';
import type { World } from './world.ts';

/** Where a fact is derived; null for one that could not be read. */
const siteFor = (site: Site, declared: DeclaredFact | null): Site => ({
  ...site,
  subject: declared === null ? null : declared.value.subject,
  bareSeries: declared === null || declared.unsure ? null : declared.value.yearly,
});

const wantedOf = (declared: DeclaredFact | null): Wanted =>
  declared === null || declared.unsure ? 'unknown' : declared.value.type;

const valueOf = (site: Site, declared: DeclaredFact | null, scalar: NotedScalar): Expression | null => {
  // One word may be a value of a fact that could not be read.
  if (declared?.unsure === true && isPlainName(scalar.text)) return null;
  return expressionHere(site, scalar, wantedOf(declared));
};

const expressionOf = (site: Site, declared: DeclaredFact | null, scalar: NotedScalar): Derivation | null => {
  const expression = valueOf(siteFor(site, declared), declared, scalar);
  return expression === null ? null : { kind: 'expression', expression, clause: clauseHere(site) };
};

const tableOf = (
  outer: Site,
  declared: DeclaredFact | null,
  shapes: NonNullable<DerivationShape['first']>,
): Derivation => {
  const site = siteFor(outer, declared);
  checkTotal(
    site,
    shapes.map((shape) => ({ guarded: isGuarded(shape), place: shape['@'].place })),
  );
  const rows = shapes.flatMap((shape): readonly DerivationRow[] => {
    const rowSite = below(site, shape);
    const when = shape.when === undefined ? null : compileCondition(rowSite, shape.when);
    const value = valueOf(rowSite, declared, shape.value);
    return value === null ? [] : [{ when, value, clause: clauseHere(rowSite) }];
  });
  checkConditionIds(
    site,
    rows.flatMap(({ when }) => when ?? []),
  );
  refuseScores(site, rows);
  return { kind: 'first', rows };
};

const derivationOf = (site: Site, declared: DeclaredFact | null, shape: DerivationShape): Derivation | null =>
  shape.value === undefined ? tableOf(site, declared, shape.first ?? []) : expressionOf(site, declared, shape.value);

const derivationRows = (
  shape: DerivationsShape,
): { readonly rows: readonly DerivationShape[]; readonly cites: Citing } => {
  if ('derivations' in shape) return { rows: shape.derivations, cites: fileCites(shape) };
  return { rows: 'fact' in shape ? [shape] : shape, cites: {} };
};

const isVisible = ({ pack }: Site, { packs }: DeclaredFact): boolean => [...packs].some((id) => canSee(pack, id));

/** `done`: the facts that have a derivation already. */
const derive = (outer: Site, shape: DerivationShape, done: Set<DeclaredFact>): void => {
  const site = below(outer, shape);
  const name = shape.fact;
  const declared = site.world.facts.get(name.text);
  if (declared === undefined || !isVisible(site, declared)) {
    reportUnknown(site, name, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
    derivationOf(site, null, shape);
    return;
  }
  const isDerived = declared.shape?.derived?.text === 'true';
  const derived = derivationOf(site, isDerived ? declared : null, shape);
  if (!isDerived) {
    if (declared.shape === null || !mayHave(declared.shape, 'derived'))
      report(site.bench, name.place, 'not-derived', '这个事实没有写 derived: true，不能推导', { found: name.text });
  } else if (done.has(declared)) {
    report(site.bench, name.place, 'two-derivations', '这个事实已经有推导', { found: name.text });
  } else declared.value.derived = derived;
  done.add(declared);
};

/** Derivations written beside the fact: `derived: 负债总额 ÷ 资产总额`. */
const deriveInPlace = (bench: Bench, world: World): void => {
  for (const declared of world.facts.values()) {
    const [pack] = world.packs.filter(({ id }) => declared.packs.has(id));
    const text = declared.shape?.derived;
    if (pack !== undefined && text !== undefined && text.text !== 'true')
      declared.value.derived = expressionOf(siteOf(bench, world, pack), declared, text);
  }
};

const reportMissing = (bench: Bench, world: World, done: ReadonlySet<DeclaredFact>): void => {
  for (const declared of world.facts.values()) {
    const { shape, value } = declared;
    if (shape?.derived?.text === 'true' && !done.has(declared)) {
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
const refuseScores = (site: Site, rows: readonly DerivationRow[]): void => {
  for (const condition of rows.flatMap(({ when }) => conditionsIn(when))) {
    if (condition.kind === 'score')
      report(site.bench, condition.place, 'score-not-here', '推导里不能用评分条件', { found: condition.score });
  }
};

/** Attaches all derivations. Afterwards every fact with `derived: true` has one, and none reads itself. */
export const attachDerivations = (bench: Bench, world: World, files: LoadedFiles): void => {
  const done = new Set<DeclaredFact>();
  deriveInPlace(bench, world);
  for (const { folder, shape } of files.derivations) {
    const pack = world.packs.find(({ id }) => id === folder);
    if (pack === undefined) continue;
    const { rows, cites } = derivationRows(shape);
    const site = below(siteOf(bench, world, pack), cites);
    for (const row of rows) derive(site, row, done);
  }
  reportMissing(bench, world, done);
  reportCircles(bench, world);
};
