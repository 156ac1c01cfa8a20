// Says in Chinese where a clock stands, whose time has passed, and what silence does.
import { parties, silenceEffects, unitWords, type Party, type Silence } from './clock-rule.ts';
import type { Elapsed } from './elapsed.ts';
import { beijingDay, hourMs, minuteMs } from './instant.ts';
import { interruptionNames } from './interruption.ts';
import { printDay } from './print-due.ts';
import type { ClockState } from './run-clock.ts';

/** 办理中; 暂停计时（专家评审，2026年3月2日起）; 按期办结; 逾期（承办部门，2026年3月2日起）. */
export const printClockState = (state: ClockState): string => {
  switch (state.kind) {
    case 'running':
      return '办理中';
    case 'paused':
      return `暂停计时（${interruptionNames[state.by]}，${printDay(beijingDay(state.since))}起）`;
    case 'met':
      return '按期办结';
    case 'breached':
      return `逾期（${parties[state.owner]}，${printDay(state.on)}起）`;
  }
};

const printAmount = (unit: Elapsed['unit'], amount: number): string =>
  unit === 'millisecond'
    ? `${Math.floor(amount / hourMs)}小时${Math.floor((amount % hourMs) / minuteMs)}分`
    : `${amount}${unitWords[unit]}`;

const order: readonly Party[] = ['bureau', 'firm', 'outside'];

/** 承办部门3个工作日、企业9个工作日; a party whose time has not run is left out. */
export const printElapsed = (elapsed: Elapsed): string => {
  const shares = order.filter((party) => elapsed[party] > 0);
  return (
    shares.map((party) => `${parties[party]}${printAmount(elapsed.unit, elapsed[party])}`).join('、') || '尚未计时'
  );
};

export const printSilence = (silence: Silence): string =>
  silence.effect === 'deemed-accepted' ? `逾期未答复，依据${silence.clause}视为同意` : silenceEffects[silence.effect];
