// The shape of cases/*.yaml as an editor needs it. What a case means, and every problem in one, is the business of rules/cases.
import { z } from 'zod';
import { grade } from './clauses.ts';
import { date, mapping, scalar, word, yesNo } from './scalars.ts';

/** Facts and expectations are open here: their keys are the dictionary's. */
const open = z.unknown();

const common = { title: scalar, note: scalar.optional(), clause: scalar.optional() };
const ofFirm = {
  ...common,
  on: date,
  given: open.optional(),
  accept: grade.optional(),
  demo: yesNo.optional(),
  expect: open,
};

const workedCase = z.union([
  mapping({ ...ofFirm, item: scalar, subject: scalar.optional() }),
  mapping({ ...ofFirm, gate: scalar, mode: word(['new', 'review']).optional() }),
  mapping({ ...ofFirm, fact: scalar, subject: scalar.optional() }),
  mapping({ ...ofFirm, score: scalar }),
  mapping({
    ...common,
    on: date,
    accept: grade.optional(),
    indicator: scalar,
    rows: z.array(z.tuple([open, open])).min(1),
  }),
  mapping({ ...common, calendar: scalar, from: date, add: scalar, expect: open }),
  mapping({ ...ofFirm, assess: yesNo, enterprise: open.optional() }),
  mapping({ equivalent: mapping({ mutant: scalar, because: scalar }) }),
]);

export const casesFile = z.union([z.array(workedCase), mapping({ cases: z.array(workedCase) })]);
