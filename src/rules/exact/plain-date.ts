// Calendar dates without a time or a zone. Text of the form YYYY-MM-DD compares in date order.

/** A valid date in the proleptic Gregorian calendar, written YYYY-MM-DD, year 0001 to 9999. */
export type PlainDate = string & { readonly plainDate: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

/** The date of these parts. The day is clamped to the month's last day (Feb 30 → Feb 28 or 29). */
export const dateOf = (year: number, month: number, day: number): PlainDate =>
  // The parts are padded and clamped here, so the brand holds.
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(day, daysInMonth(year, month))).padStart(2, '0')}` as PlainDate;

/** Reads YYYY-MM-DD; null when it is not a date that exists. */
export const readDate = (text: string): PlainDate | null => {
  const match = shape.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dateOf(year, month, day);
};

/** Days since 1970-01-01 (Howard Hinnant's civil-day count). */
export const toDayNumber = (date: PlainDate): number => {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
};

export const fromDayNumber = (days: number): PlainDate => {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
};

/** Days since 1970-01-01 of 0001-01-01 and of 9999-12-31: nothing lies beyond, for text would no longer compare in date order. */
const firstDay = -719_162;
const lastDay = 2_932_896;

/** So many days on; the first or the last day of all where that would lie beyond. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  fromDayNumber(Math.min(lastDay, Math.max(firstDay, toDayNumber(date) + days)));

/** The same day number so many months on, or that month's last day; never beyond the years 1 to 9999. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  if (index < 12) return fromDayNumber(firstDay);
  if (index >= 10_000 * 12) return fromDayNumber(lastDay);
  return dateOf(Math.floor(index / 12), (index % 12) + 1, dayOf(date));
};

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12);

/** Whole days from a to b, negative when b is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => toDayNumber(b) - toDayNumber(a);

/** Full months from a to b: the greatest k with a + k months <= b (negative when b is earlier). */
export const monthsBetween = (a: PlainDate, b: PlainDate): number => {
  let months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a);
  while (addMonths(a, months) > b) months--;
  return months;
};

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: PlainDate): number => (((toDayNumber(date) + 4) % 7) + 7) % 7;
