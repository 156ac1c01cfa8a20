// What every action must be like before anything else is asked: no blank text, papers where a clerk enters for another.
import type { Action, ActionOf } from './actions.ts';
import type { ActionKind } from './payloads.ts';
import type { RefusalCode } from './refusals.ts';
import type { CaseState } from './state.ts';

/** What an action of one kind carries, judged by the state of the case; the code of the refusal, or null. */
export type Check<K extends ActionKind> = (state: CaseState, action: ActionOf<K>) => RefusalCode | null;
export type Checks = { readonly [K in ActionKind]?: Check<K> };

/** The first refusal of several questions. */
export const first = (...codes: readonly (RefusalCode | null | false)[]): RefusalCode | null =>
  codes.find((code) => typeof code === 'string') || null;

/** The code when the condition fails. */
export const unless = (holds: boolean, code: RefusalCode): RefusalCode | null => (holds ? null : code);

export const isBlank = (text: string): boolean => text.trim() === '';

const blankCodes: { readonly [field: string]: RefusalCode } = { reason: 'reason-missing', remedy: 'remedy-missing' };

const blankText = (payload: object): RefusalCode | null => {
  const blank = Object.entries(payload).find(([, value]) => typeof value === 'string' && isBlank(value));
  return blank === undefined ? null : (blankCodes[blank[0]] ?? 'text-missing');
};

/** No text is blank; a window clerk has the firm's signed paper, a clerk who enters a decision has the signed slip. */
export const checkShape = ({ payload, by }: Action): RefusalCode | null =>
  first(
    blankText(payload),
    'paper' in payload && by.role === 'window' && payload.paper === null && 'paper-missing',
    'slip' in payload && by.role === 'handler' && payload.slip === null && 'slip-missing',
  );
