// Tells a case step by step in the tests: each step must succeed, or the test says which did not.
import type { Action } from './actions.ts';
import type { ActionKind, Payloads } from './payloads.ts';
import type { RefusalCode } from './refusals.ts';
import type { Actor } from './roles.ts';
import type { CaseState } from './state.ts';
import { step } from './step.ts';
import { action, samples } from './toy-office.ts';

/** Who does what, with the first sample of it unless a payload is given. */
export type Deed = { readonly by: Actor; readonly make: (state: CaseState) => Action };

export const deed = <K extends ActionKind>(by: Actor, kind: K, payload?: Payloads[K]): Deed => ({
  by,
  make: (state) => {
    const carried = payload ?? samples[kind](state, by)[0];
    if (carried === undefined) throw new Error(`no sample of ${kind} in ${state.phase}`);
    return action(state, by, kind, carried);
  },
});

/** The state after all these deeds. */
export const after = (start: CaseState, ...deeds: readonly Deed[]): CaseState =>
  deeds.reduce((state, { make }) => {
    const each = make(state);
    const result = step(state, each);
    if (!result.ok) throw new Error(`${each.kind} in ${state.phase}/${state.stage}: ${result.code}`);
    return result.state;
  }, start);

/** Why the last deed is refused; null when it is not. */
export const refusalOf = (state: CaseState, last: Deed): RefusalCode | null => {
  const result = step(state, last.make(state));
  return result.ok ? null : result.code;
};
