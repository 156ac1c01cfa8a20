// One extension, before the end, by a named approver. Both dates go into the notice to the firm.
import type { CalendarVersion } from './clock-rule.ts';
import type { Due } from './due.ts';
import { runClock, type Clock, type Extension } from './run-clock.ts';

const refusals = {
  'not-allowed': '这项时限的依据没有规定可以延长',
  'already-extended': '这项时限已经延长过一次，不能再延长',
  'after-end': '时限已经届满或者事项已经办结，不能再延长',
  'too-long': '延长的时间超过依据允许的上限',
  'no-approver': '延长要写明批准人',
} as const;
type Refusal = keyof typeof refusals;

export type Extended =
  | { readonly ok: true; readonly clock: Clock; readonly from: Due; readonly to: Due }
  | { readonly ok: false; readonly code: Refusal; readonly message: string };

const refusalOf = (clock: Clock, extension: Extension, version: CalendarVersion): Refusal | null => {
  const { extensionAtMost } = clock.rule;
  if (extensionAtMost === null) return 'not-allowed';
  if (clock.extension !== null) return 'already-extended';
  if (clock.stopped !== null || runClock(clock, version, extension.at).state.kind === 'breached') return 'after-end';
  if (extension.length > extensionAtMost) return 'too-long';
  return extension.approver.trim() === '' ? 'no-approver' : null;
};

/**
 * Extends a clock.
 *
 * @param extension  its `at` is the instant of the decision
 * @returns          the clock with the extension, and its end before and after
 * @problem          not-allowed, already-extended, after-end, too-long, no-approver
 * @source           casework: legal time, one extension
 */
export const extend = (clock: Clock, extension: Extension, version: CalendarVersion): Extended => {
  if (!Number.isInteger(extension.length) || extension.length < 1)
    throw new RangeError(`an extension is a whole number >= 1, not ${extension.length}`);
  const code = refusalOf(clock, extension, version);
  if (code !== null) return { ok: false, code, message: refusals[code] };
  const longer = { ...clock, extension };
  const dueOfClock = (each: Clock): Due => runClock(each, version, extension.at).due;
  return { ok: true, clock: longer, from: dueOfClock(clock), to: dueOfClock(longer) };
};
