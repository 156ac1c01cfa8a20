// Titles outside the ladder (高新技术企业): whether the firm holds one, and the gates that lead to it.
import { holds, type GateAtHand } from './ladder.ts';
import type { Setting } from './stacking.ts';
import { factValue } from '#rules/evaluate/fact.ts';
import { isInForce } from '#rules/evaluate/gate.ts';
import type { Mode } from '#rules/packs/rulebook.ts';

type TitleAtHand = GateAtHand & { readonly held: boolean | null };

/** As the fact of the title's name says, or else the list of titles; null when neither is known. */
const heldBy = (setting: Setting, title: string): boolean | null => {
  const { book, firm, on, options } = setting;
  const fact = book.dictionary.facts.get(title);
  const value = fact === undefined ? null : factValue(book, fact, firm, on, null, options);
  if (value?.is === 'boolean') return value.value;
  const listed = holds(setting, title);
  return listed.is === 'boolean' ? listed.value : null;
};

/** The gates in force to each title, in the order of the rulebook: its review for one that is held, where there is such a thing. */
export const titlesFor = (setting: Setting): readonly TitleAtHand[] => {
  const { book, on } = setting;
  const gates = [...book.gates.values()];
  return book.titles.flatMap((title) => {
    const held = heldBy(setting, title);
    const ofTitle = (mode: Mode): readonly TitleAtHand[] =>
      gates.filter((gate) => gate.to === title && isInForce(gate, mode, on)).map((gate) => ({ gate, mode, held }));
    const reviews = held === true ? ofTitle('review') : [];
    return reviews.length > 0 ? reviews : ofTitle('new');
  });
};
