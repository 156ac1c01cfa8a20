// The shape of calendars/*.yaml: days off and weekend days worked, by year.
import { z } from 'zod';
import { cited } from './clauses.ts';
import { entriesOf, mapping, scalar } from './scalars.ts';

/** A day 2024-01-01 or a range 2024-02-10..2024-02-17. */
const year = mapping({ off: z.array(scalar), worked: z.array(scalar).optional(), clause: scalar.optional() });

export const calendarFile = mapping({ ...cited, id: scalar, years: entriesOf(year), note: scalar.optional() });

export type CalendarYearShape = z.output<typeof year>;
export type CalendarShape = z.output<typeof calendarFile>;
