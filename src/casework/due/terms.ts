// What an item's pack says of time, and the rule that a limit by name has. What it does not say is no limit.
import type { Side } from '#casework/cases/procedures/shape.ts';
import type { TimeTerms } from '#casework/parcel/parcel.ts';
import type { ClockRule, DayRule } from '#casework/time/clock-rule.ts';
import { readLength } from '#casework/time/read-length.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';

/** A length as the source writes it, 5个工作日; or the last day where the clause names one. */
export type StatedLimit =
  | { readonly days: string; readonly clause: string }
  | { readonly until: PlainDate; readonly clause: string };

/** `limits`: by the name that the phases and holds give them, 受理期限; one that is missing is unsettled. */
export type DueTerms = TimeTerms & { readonly limits?: { readonly [limit: string]: StatedLimit } };

/** The rule of a length as written; null where it is not stated. */
export const ruleOf = (name: string, days: string, clause: string, owner: Side): ClockRule | null => {
  const length = readLength(days);
  if (length === null) return null;
  const common = {
    name,
    owner,
    length: length.length,
    start: '进入本环节',
    silence: { effect: 'escalate' },
    extensionAtMost: null,
    clause,
  } as const;
  return length.unit === 'hour'
    ? { ...common, unit: length.unit }
    : { ...common, unit: length.unit, endsAt: 'midnight' };
};

/** A hold whose source states no end stands until somebody lifts it: no case is older than this. */
export const untilLifted = (clause: string): DayRule => ({
  name: '冻结',
  owner: 'outside',
  length: 100,
  unit: 'year',
  start: '冻结',
  silence: { effect: 'escalate' },
  extensionAtMost: null,
  endsAt: 'midnight',
  clause,
});
