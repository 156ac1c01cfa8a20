// Reads how long a time limit is, as packs write it.
import { dayUnits, type ClockUnit } from './clock-rule.ts';

const units: ReadonlyMap<string, ClockUnit> = new Map<string, ClockUnit>([
  ...Object.entries(dayUnits).map(([unit, word]) => [word, unit as keyof typeof dayUnits] as const),
  ['小时', 'hour'],
]);

/** 5个工作日, 30日, 2个月, 1年, 24小时; null for anything else, unknown included: a length that is not stated is not a length. */
export const readLength = (text: string): { readonly length: number; readonly unit: ClockUnit } | null => {
  const match = /^([1-9]\d*)(\D+)$/.exec(text);
  const unit = units.get(match?.[2] ?? '');
  return match === null || unit === undefined ? null : { length: Number(match[1]), unit };
};
