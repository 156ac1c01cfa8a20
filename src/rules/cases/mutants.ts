// All mutants of a rulebook: for each the rulebook with one small change, made only when it is asked for.
import { addDays } from '#rules/exact/plain-date.ts';
import { fromDecimal, multiply, divide, type Rational } from '#rules/exact/rational.ts';
import { decides } from '#rules/evaluate/context.ts';
import type { Derivation, Parameter } from '#rules/facts/dictionary.ts';
import { readQuantity } from '#rules/facts/read-number.ts';
import type { Condition, Gate, Mode, Overlay, Place, Rulebook, StackingRule } from '#rules/packs/rulebook.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import { mutateCondition, mutateWhole, underClause, type Standing } from './mutate-condition.ts';
import { mutateExpression } from './mutate-expression.ts';
import { mutateItem } from './mutate-item.ts';
import { mutateRuling } from './mutate-ruling.ts';
import { mutateScore } from './mutate-score.ts';
import { meets, mutateTerm } from './mutate-term.ts';
import { at, inList, inWhole, mutateDate, stepsOf, unseen, type Mutations } from './mutation.ts';
import { readsByRule, withReplaced } from './replace-shared.ts';
import { itemKey, factKey, gateKey, parameterKey, scoreKey, stackingKey } from './reach.ts';

export type Mutant = {
  /** Stable: `<owner id>#<condition or indicator id, or path> <from>→<to>`. */
  readonly id: string;
  /** What is changed, as keys of the reach index: only cases that reach one of them can see the mutant. */
  readonly touches: readonly string[];
  readonly place: Place | null;
  readonly unseen: string | null;
  readonly book: () => Rulebook;
};

type Owner = { readonly id: string; readonly touches: readonly string[]; readonly place: Place | null };

/** A map with one value changed. */
const put = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

const mutantsOf = <T>(owner: Owner, mutations: Mutations<T>, rebuild: (value: T) => Rulebook): readonly Mutant[] =>
  mutations.map((mutation) => ({
    ...owner,
    id: `${owner.id}#${mutation.at} ${mutation.from}→${mutation.to}`,
    unseen: mutation.unseen,
    book: () => rebuild(mutation.value),
  }));

const ofItems = (book: Rulebook): readonly Mutant[] =>
  [...book.items.values()].flatMap((item) =>
    mutantsOf({ id: item.id, touches: [itemKey(item.id)], place: item.place }, mutateItem(item), (changed) => ({
      ...book,
      items: put(book.items, item.id, changed),
    })),
  );

const ofScores = (book: Rulebook): readonly Mutant[] =>
  [...book.scores.values()].flatMap((table) =>
    mutantsOf({ id: table.id, touches: [scoreKey(table.id)], place: table.place }, mutateScore(table), (changed) => ({
      ...book,
      scores: put(book.scores, table.id, changed),
    })),
  );

const modes: readonly Mode[] = ['new', 'review'];
const top: Standing = { scope: '', path: '' };

/** What is left when the only requirement is left out: nothing is required. */
const nothingRequired = (gate: Gate): Condition => ({
  kind: 'all',
  id: null,
  clause: gate.require.clause,
  onlyFor: null,
  place: gate.place,
  of: [],
});

/** The gate to the same level that this one follows on the next day. */
const gateBefore = (book: Rulebook, gate: Gate, mode: Mode): Gate | null => {
  const term = gate.terms[mode];
  if (term === null) return null;
  const before = [...book.gates.values()].find((other) => {
    const earlier = other.terms[mode];
    return other.to === gate.to && earlier !== null && meets(earlier, term);
  });
  return before ?? null;
};

const isFollowed = (book: Rulebook, gate: Gate, mode: Mode): boolean =>
  [...book.gates.values()].some((other) => gateBefore(book, other, mode) === gate);

const withTerm = (gate: Gate, mode: Mode, term: Gate['terms'][Mode]): Gate => ({
  ...gate,
  terms: { ...gate.terms, [mode]: term },
});

/** The dates of a gate in one mode; a border between two gates is one date and moves as one. */
const ofGateTerm = (book: Rulebook, gate: Gate, mode: Mode): readonly Mutant[] => {
  const term = gate.terms[mode];
  if (term === null) return [];
  const before = gateBefore(book, gate, mode);
  const ended = isFollowed(book, gate, mode) ? { ...term, to: null } : term;
  const owner = {
    id: gate.id,
    touches: [gateKey(gate.id), ...(before === null ? [] : [gateKey(before.id)])],
    place: gate.place,
  };
  return mutantsOf(owner, mutateTerm(ended, `${mode}/`), (changed) => {
    const whole = withTerm(gate, mode, { ...changed, to: ended === term ? changed.to : term.to });
    const earlier = before?.terms[mode] ?? null;
    const gates = put(book.gates, gate.id, whole);
    if (before === null || earlier === null || changed.from === null) return { ...book, gates };
    const shortened = withTerm(before, mode, { ...earlier, to: addDays(changed.from, -1) });
    return { ...book, gates: put(gates, before.id, shortened) };
  });
};

const ofGates = (book: Rulebook): readonly Mutant[] =>
  [...book.gates.values()].flatMap((gate) => {
    const owner = { id: gate.id, touches: [gateKey(gate.id)], place: gate.place };
    const requirements = mutantsOf(owner, mutateWhole(gate.require, { scope: '', path: 'require' }), (require) => ({
      ...book,
      gates: put(book.gates, gate.id, { ...gate, require: require ?? nothingRequired(gate) }),
    }));
    return [...requirements, ...modes.flatMap((mode) => ofGateTerm(book, gate, mode))];
  });

const mutateOverlay = (overlay: Overlay): Mutations<Overlay> => {
  const { change } = overlay;
  const terms = inWhole(mutateTerm(overlay.term, ''), (term) => ({ ...overlay, term }));
  switch (change.kind) {
    case 'waive':
      return terms;
    case 'replace':
      return [
        ...terms,
        ...inWhole(mutateCondition(change.by, top), (by) => ({ ...overlay, change: { ...change, by } })),
      ];
    case 'add':
      return [
        ...terms,
        ...inWhole(mutateCondition(change.condition, top), (condition) => ({
          ...overlay,
          change: { ...change, condition },
        })),
      ];
  }
};

const ofOverlays = (book: Rulebook): readonly Mutant[] =>
  book.overlays.flatMap((overlay) => {
    const owner = { id: overlay.id, touches: [gateKey(overlay.gate)], place: overlay.place };
    return mutantsOf(owner, underClause(overlay.clause, mutateOverlay(overlay)), (changed) => ({
      ...book,
      overlays: book.overlays.map((each) => (each === overlay ? changed : each)),
    }));
  });

const ofRulings = (book: Rulebook): readonly Mutant[] =>
  book.rulings.flatMap((ruling) => {
    const { of, id, place } = ruling;
    const touches = [of.kind === 'item' ? itemKey(of.id) : gateKey(of.id)];
    return mutantsOf({ id, touches, place }, mutateRuling(ruling), (changed) => ({
      ...book,
      rulings: book.rulings.flatMap((each) => (each === ruling ? (changed ?? []) : each)),
    }));
  });

const mutateDerivation = (derivation: Derivation): Mutations<Derivation> => {
  if (derivation.kind === 'expression') {
    return inWhole(mutateExpression(derivation.expression), (expression) => ({ ...derivation, expression }));
  }
  const rows = inList(derivation.rows, (row, index) => {
    const path = `${index + 1}`;
    const guards = row.when === null ? [] : mutateCondition(row.when, { scope: '', path });
    return [
      ...inWhole(guards, (when) => ({ ...row, when })),
      ...inWhole(at(path, mutateExpression(row.value)), (value) => ({ ...row, value })),
    ];
  });
  return inWhole(rows, (changed) => ({ ...derivation, rows: changed }));
};

const ofFacts = (book: Rulebook, reads: ReturnType<typeof readsByRule>): readonly Mutant[] =>
  [...book.dictionary.facts.values()].flatMap((fact) => {
    if (fact.derived === null) return [];
    const key = factKey(fact.path);
    const owner = { id: fact.path, touches: [key], place: placeIn(fact.derived) };
    return mutantsOf(owner, mutateDerivation(fact.derived), (derived) =>
      withReplaced(book, reads, key, fact, { ...fact, derived }),
    );
  });

const placeIn = (derivation: Derivation): Place | null =>
  derivation.kind === 'first' ? (derivation.rows.find(({ when }) => when !== null)?.when?.place ?? null) : null;

type Dated = Parameter['values'][number];

/** A parameter's value by one unit of its last written digit, in the unit that it is written in. */
const mutateValue = (dated: Dated): Mutations<Dated> => {
  const quantity = readQuantity(dated.text);
  const written = quantity === null ? null : fromDecimal(quantity.digits);
  if (dated.value === null || quantity === null || written === null) return [];
  const scale: Rational | null = divide(dated.value, written);
  if (scale === null) return [];
  return stepsOf(quantity.digits, written).map(({ value, digits }) => ({
    value: { ...dated, value: multiply(value, scale), text: `${digits}${quantity.unit}` },
    at: dated.from,
    from: dated.text,
    to: `${digits}${quantity.unit}`,
    unseen: null,
  }));
};

const mutateStart = (dated: Dated): Mutations<Dated> => {
  const from = readDate(dated.from);
  return from === null ? [] : inWhole(mutateDate('from', from), (changed) => ({ ...dated, from: changed }));
};

const ofParameters = (book: Rulebook, reads: ReturnType<typeof readsByRule>): readonly Mutant[] =>
  [...book.dictionary.parameters.values()].flatMap((parameter) => {
    const key = parameterKey(parameter.name);
    const owner = { id: parameter.name, touches: [key], place: null };
    const changes = inList(parameter.values, (dated) => [...mutateValue(dated), ...mutateStart(dated)]);
    return mutantsOf(owner, changes, (values) => withReplaced(book, reads, key, parameter, { ...parameter, values }));
  });

const mutateStacking = (rule: StackingRule): Mutations<StackingRule> => {
  const own = rule.rule;
  switch (own.kind) {
    case 'sum-up-to':
      return inWhole(at('sum-up-to', mutateExpression(own.limit)), (limit) => ({ ...rule, rule: { ...own, limit } }));
    case 'per-year-cap':
      return inWhole(at('per-year-cap', mutateExpression(own.amount)), (amount) => ({
        ...rule,
        rule: { ...own, amount },
      }));
    default:
      return [];
  }
};

const notApplied = '叠加规则没有启用，或依据等级低于 seed';

const ofStacking = (book: Rulebook): readonly Mutant[] =>
  [...book.stacking.values()].flatMap((rule) => {
    const owner = { id: rule.id, touches: [stackingKey(rule.id)], place: rule.place };
    const changes = mutateStacking(rule);
    const applied = rule.enabled && decides(rule.evidence, 'seed');
    return mutantsOf(owner, applied ? changes : unseen(notApplied, changes), (changed) => ({
      ...book,
      stacking: put(book.stacking, rule.id, changed),
    }));
  });

/** Two changes that read the same (the second 3 of one condition) are told apart by ·2, ·3 … in the order of the text. */
const tellApart = (mutants: readonly Mutant[]): readonly Mutant[] => {
  const counts = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (counts.get(mutant.id) ?? 0) + 1;
    counts.set(mutant.id, count);
    return count === 1 ? mutant : { ...mutant, id: `${mutant.id} ·${count}` };
  });
};

/**
 * All mutants of a rulebook: numbers, dates, levels and operators of items, gates, notices, rulings, scores, derived facts, parameters
 * and stacking rules, and every condition left out once. Not changed: what is only shown (titles, dates of documents, days of
 * stages) and the working calendar, which is checked against an independent one.
 */
export const mutantsOfBook = (book: Rulebook): readonly Mutant[] => {
  const reads = readsByRule(book);
  return tellApart([
    ...ofItems(book),
    ...ofGates(book),
    ...ofOverlays(book),
    ...ofRulings(book),
    ...ofScores(book),
    ...ofFacts(book, reads),
    ...ofParameters(book, reads),
    ...ofStacking(book),
  ]);
};
