// Items and gates with the rulings of a date applied. Worked out once for each set of rulings in force, not once for each firm.
import { isOfProcedure, settleCondition, settleNotes, settleProcedure, settleVersion } from './settle.ts';
import type { RulingShown } from './result.ts';
import { standingOf } from './versions.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Condition, Gate, Item, ItemVersion, Mode, Rulebook } from '#rules/packs/rulebook.ts';
import type { Ruling, RulingTarget } from '#rules/packs/ruling.ts';

type Rulings = readonly Ruling[];
const none: Rulings = [];

/** The rulings about one item or one gate and mode; `sets` keeps one list for each combination that was ever in force. */
type About = { readonly all: Ruling[]; readonly sets: Map<string, Rulings> };

const keysOf = (of: RulingTarget): readonly string[] =>
  of.kind === 'item' ? [`item ${of.id}`] : of.modes.map((mode) => `${mode} ${of.id}`);

const indexes = new WeakMap<Rulings, ReadonlyMap<string, About>>();

/** A ruling that is not published decides nothing: a firm must be able to read what it is judged by. */
const indexOf = (rulings: Rulings): ReadonlyMap<string, About> => {
  const known = indexes.get(rulings);
  if (known) return known;
  const index = new Map<string, About>();
  for (const ruling of rulings.filter(({ isPublic }) => isPublic)) {
    for (const key of keysOf(ruling.of)) {
      const about = index.get(key) ?? { all: [], sets: new Map<string, Rulings>() };
      about.all.push(ruling);
      index.set(key, about);
    }
  }
  indexes.set(rulings, index);
  return index;
};

/** The rulings of this key in force on a date; the same list for the same rulings, so that it can stand for them. */
const inForce = ({ rulings }: Rulebook, key: string, on: PlainDate): Rulings => {
  const about = indexOf(rulings).get(key);
  if (about === undefined) return none;
  const standing = about.all.filter(({ term }) => standingOf(term, on) === 'in-force');
  if (standing.length === 0) return none;
  const name = standing.map(({ id }) => id).join(' ');
  const known = about.sets.get(name) ?? standing;
  about.sets.set(name, known);
  return known;
};

/** An item as it stands on a date. */
export type SettledItem = {
  readonly item: Item;
  /** The rulings that went into this version (one of `item.versions`), or into the procedure. */
  readonly ofVersion: (version: ItemVersion) => Rulings;
  readonly ofProcedure: Rulings;
};

const speaksOf = ({ of }: Ruling, index: number): boolean => of.kind === 'item' && of.versions.includes(index);

const applyAll = (item: Item, rulings: Rulings): SettledItem => {
  const ofProcedure = rulings.filter(isOfProcedure);
  const own = rulings.filter((ruling) => !isOfProcedure(ruling));
  const pairs = item.versions.map((version, index) => {
    const spoken = own.filter((ruling) => speaksOf(ruling, index));
    return [spoken.reduce(settleVersion, version), spoken] as const;
  });
  const byVersion = new Map<ItemVersion, Rulings>(pairs);
  const procedure = ofProcedure.reduce(settleProcedure, item.procedure);
  return {
    item: { ...item, versions: pairs.map(([version]) => version), procedure },
    ofVersion: (version) => byVersion.get(version) ?? none,
    ofProcedure,
  };
};

const settledItems = new WeakMap<Rulings, WeakMap<Item, SettledItem>>();

/** The item with the rulings in force on a filing date applied. */
export const settledItem = (book: Rulebook, item: Item, on: PlainDate): SettledItem => {
  const rulings = inForce(book, `item ${item.id}`, on);
  if (rulings.length === 0) return { item, ofVersion: () => none, ofProcedure: none };
  const known = settledItems.get(rulings) ?? new WeakMap<Item, SettledItem>();
  settledItems.set(rulings, known);
  const settled = known.get(item) ?? applyAll(item, rulings);
  known.set(item, settled);
  return settled;
};

/** The rulings on a gate in force on a date, in this mode. */
export const rulingsOfGate = (book: Rulebook, gate: Gate, mode: Mode, on: PlainDate): Rulings =>
  inForce(book, `${mode} ${gate.id}`, on);

const settledRequirements = new WeakMap<Rulings, WeakMap<Condition, Condition>>();

/** What a gate requires, with the rulings applied; the notices of the year are laid already, and what they state stays. */
export const settledRequirement = (rulings: Rulings, require: Condition): Condition => {
  if (rulings.length === 0) return require;
  const known = settledRequirements.get(rulings) ?? new WeakMap<Condition, Condition>();
  settledRequirements.set(rulings, known);
  const settled = known.get(require) ?? rulings.reduce(settleCondition, require);
  known.set(require, settled);
  return settled;
};

/** The notes that these rulings leave open. */
export const notesBeside = (notes: readonly string[], rulings: Rulings): readonly string[] =>
  rulings.reduce(settleNotes, notes);

/** Rulings as a result lists them. */
export const showRulings = (rulings: Rulings): readonly RulingShown[] =>
  rulings.map(({ id, says, signedBy, signedOn, point, demo }) => ({
    id,
    says,
    signedBy,
    signedOn,
    settles: point,
    ...(demo ? { demo } : {}),
  }));
