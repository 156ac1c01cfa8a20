// The first fence against paying twice: one granted item per exclusion group and scope, whatever base is left free.

/** What an item takes up when it is granted. Two grants with the same slot exclude each other (I31). */
export type StackSlot = {
  readonly exclusionGroup: string;
  /** What the group looks at: a project, a firm, a person or a title. */
  readonly scope: string;
  readonly period: string;
};

/** Which case holds each slot, by the slot's text. */
export type StackSlots = ReadonlyMap<string, string>;

const textOf = ({ exclusionGroup, scope, period }: StackSlot): string =>
  JSON.stringify([exclusionGroup, scope, period]);

/**
 * Takes a slot for a case; taking it again for the same case changes nothing.
 *
 * @problem slot-taken  another case holds it
 * @source money: keys; invariant I31
 */
export const takeSlot = (
  slots: StackSlots,
  slot: StackSlot,
  caseId: string,
): { readonly ok: true; readonly slots: StackSlots } | { readonly ok: false; readonly code: 'slot-taken' } => {
  const holder = slots.get(textOf(slot));
  if (holder !== undefined && holder !== caseId) return { ok: false, code: 'slot-taken' };
  return { ok: true, slots: new Map([...slots, [textOf(slot), caseId]]) };
};

/** Gives back whatever this case holds: it was rejected, withdrawn or recovered. */
export const freeSlots = (slots: StackSlots, caseId: string): StackSlots =>
  new Map([...slots].filter(([, holder]) => holder !== caseId));
