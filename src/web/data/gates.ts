// A gate of the ladder in a few words.
import type { GateResult } from '#contract/assessment.ts';
import type { FirmWords } from '#web/words/firm.ts';
import { failingLeaves } from './conditions.ts';

/** Whether the firm has a title; nothing is said where it is not known. */
export const heldWords = (held: boolean | null, words: FirmWords): string =>
  held === null ? '' : held ? words.held : words.notHeld;

/** What still stands between the firm and this gate. */
export const gateLine = (gate: GateResult, { gate: words }: FirmWords): string => {
  if (!gate.applies) return gate.reasons[0]?.text ?? words.notInForce;
  switch (gate.verdict) {
    case 'eligible':
      return words.met;
    case 'undetermined':
      return gate.missing.length > 0 ? words.lacks(gate.missing.length) : (gate.reasons[0]?.text ?? words.unverified);
    case 'ineligible': {
      const leaves = gate.conditions === null ? [] : failingLeaves(gate.conditions);
      return leaves.length === 0 ? words.unmet : words.short(leaves.length);
    }
  }
};
