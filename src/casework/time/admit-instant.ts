// The database's clock at commit is the only clock. When it runs backwards nothing may be written: an order of actions would be invented.
import type { Instant } from './instant.ts';

export type Admission =
  | { readonly ok: true; readonly at: Instant }
  | {
      readonly ok: false;
      readonly code: 'clock-backwards';
      readonly message: string;
      /** How far back the clock went, for the alarm. */
      readonly behindMs: number;
    };

/**
 * Whether an action may be recorded now.
 *
 * @param last  the instant of the last recorded action, or null before the first
 * @param now   what the clock says; the same instant again is no step back
 * @problem     clock-backwards  `now` is before `last`: take no action and raise an alarm
 * @source      casework: legal time, the only clock
 */
export const admitInstant = (last: Instant | null, now: Instant): Admission =>
  last === null || now >= last
    ? { ok: true, at: now }
    : {
        ok: false,
        code: 'clock-backwards',
        message: '系统时钟倒退，本次操作没有办理；请核对数据库时钟后再试',
        behindMs: last - now,
      };
