// Reads how long a time limit is, as packs write it.
import { unitWords, type ClockUnit } from './clock-rule.ts';

const units = ['workday', 'day', 'month', 'year', 'hour'] as const satisfies readonly ClockUnit[];

/** 5个工作日, 30日, 2个月, 1年, 24小时; null for anything else, unknown included: a length that is not stated is not a length. */
export const readLength = (text: string): { readonly length: number; readonly unit: ClockUnit } | null => {
  const match = /^([1-9]\d{0,4})(\D+)$/.exec(text);
  const unit = units.find((each) => unitWords[each] === match?.[2]);
  return match === null || unit === undefined ? null : { length: Number(match[1]), unit };
};
