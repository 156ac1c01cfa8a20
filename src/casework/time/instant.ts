// Points in time, and the days they fall on in Beijing. China has kept one time without summer time since 1992.
import { fromDayNumber, readDate, toDayNumber, type PlainDate } from '#rules/exact/plain-date.ts';

/** Milliseconds since 1970-01-01T00:00Z, as the database's clock gave them at commit. */
export type Instant = number;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const beijingOffsetMs = 8 * hourMs;

/** The day in Beijing on which this instant lies; 24:00 is the next day's first instant. */
export const beijingDay = (at: Instant): PlainDate => fromDayNumber(Math.floor((at + beijingOffsetMs) / dayMs));

/** 00:00 Beijing time of this day. */
export const firstInstantOf = (day: PlainDate): Instant => toDayNumber(day) * dayMs - beijingOffsetMs;

const shape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:[0-5]\d)$/;

const offsetMsOf = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * minuteMs;
};

/** Reads 2026-05-22T17:30:00+08:00 or …Z; null without a zone, or when it is not a point in time that exists. */
export const readInstant = (text: string): Instant | null => {
  const match = shape.exec(text);
  const day = readDate(match?.[1] ?? '');
  if (match === null || day === null) return null;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const thousandths = Number((match[5] ?? '').padEnd(3, '0'));
  return (
    toDayNumber(day) * dayMs +
    hours * hourMs +
    minutes * minuteMs +
    seconds * 1000 +
    thousandths -
    offsetMsOf(match[6] ?? 'Z')
  );
};

/** The time of day in Beijing as hours and minutes, seconds cut off. */
export const beijingTime = (at: Instant): { readonly hour: number; readonly minute: number } => {
  const past = at - firstInstantOf(beijingDay(at));
  return { hour: Math.floor(past / hourMs), minute: Math.floor((past % hourMs) / minuteMs) };
};

/** As texts of the wire have it, by Beijing time: 2026-05-22T17:30:00.000+08:00. */
export const printInstant = (at: Instant): string => {
  const day = beijingDay(at);
  const { hour, minute } = beijingTime(at);
  const rest = (at - firstInstantOf(day)) % minuteMs;
  const digits = (count: number, width: number): string => String(count).padStart(width, '0');
  return `${day}T${digits(hour, 2)}:${digits(minute, 2)}:${digits(Math.floor(rest / 1000), 2)}.${digits(rest % 1000, 3)}+08:00`;
};
