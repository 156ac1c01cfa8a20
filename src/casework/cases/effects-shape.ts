// What an action changes in the state apart from where the case stands.
import type { ActionOf } from './actions.ts';
import type { ActionKind } from './payloads.ts';
import type { CaseState } from './state.ts';

export type Effect<K extends ActionKind> = (state: CaseState, action: ActionOf<K>) => Partial<CaseState>;
export type Effects = { readonly [K in ActionKind]?: Effect<K> };

/** A copy of a map with one entry set. */
export const withEntry = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map([...map, [key, value]]);
