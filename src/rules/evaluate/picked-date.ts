// The date that picks an item's version: the filing date, or a fact that may be unknown, known to be none, or derived.
import { freshMemory, valueOfFact, type Context } from './context.ts';
import { whyOf, type Why } from './outcome.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import { factsOf } from '#rules/language/facts-of.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Item } from '#rules/packs/rulebook.ts';

export type Picked = {
  /** null where there is none or it is not known, and then `why` says what would tell it. */
  readonly date: PlainDate | null;
  readonly by: string;
  readonly why: Why | null;
  /** It is not known, and may turn out to be 无. */
  readonly maybeNone: boolean;
};

/** A fact that is 无 for some firms, or is worked out from one that is. */
const canBeNone = (fact: FactDefinition): boolean =>
  factsOf({ kind: 'fact', fact, type: fact.type, span: { from: 0, to: 0 } }).some(({ none }) => none);

/** The date that picks the version of an item. All its versions are picked by the same fact. */
export const pickDate = (item: Item, context: Context): Picked => {
  const by = item.versions[0]?.by ?? null;
  if (by === null) return { date: context.on, by: '申报日', why: null, maybeNone: false };
  // What is derived on the way to the date goes by the filing day's parameters, and is not kept for the version.
  const value = valueOfFact({ ...context, memory: freshMemory(context.memory) }, by);
  const why = whyOf(value);
  const date = value.is === 'date' ? value.value : null;
  return { date, by: by.path, why, maybeNone: why !== null && canBeNone(by) };
};
