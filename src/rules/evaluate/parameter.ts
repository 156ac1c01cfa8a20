// Dated parameters: the value in force on the date that picks the version. While that date is open, every value of the term may be it.
import type { Context, OpenDate } from './context.ts';
import { because, point, range, unknownFrom, type Outcome, type Unknown } from './outcome.ts';
import type { Parameter } from '#rules/facts/dictionary.ts';
import { maximum, minimum } from '#rules/exact/rational.ts';

type Dated = Parameter['values'][number];

/** The value in force on a date; undefined before the first. */
export const parameterOn = (parameter: Parameter, date: string): Dated | undefined =>
  parameter.values.findLast((each) => each.from <= date);

const notPublished = (name: string): Unknown => because('unpublished', name, `${name}未公开`);

const whileOpen = ({ name, values }: Parameter, date: OpenDate): Outcome => {
  const first = date.from ?? '0001-01-01';
  const inTerm = values.filter(({ from }, index) => {
    const next = values[index + 1];
    return (date.to === null || from <= date.to) && (next === undefined || next.from > first);
  });
  const [earliest] = inTerm;
  if (earliest === undefined) return because('not-in-force', name, `${name}在这一版的期间没有数值`);
  const known = inTerm.map(({ value }) => value).filter((value) => value !== null);
  const unpublished = known.length < inTerm.length ? [notPublished(name)] : [];
  // One value for the whole term: the date does not matter.
  if (inTerm.length === 1 && earliest.from <= first && earliest.value === null) return notPublished(name);
  if (unpublished.length > 0 || earliest.from > first) return unknownFrom([date.why, ...unpublished]);
  return range(known.reduce(minimum), known.reduce(maximum), date.why);
};

/** What a parameter comes to in this context. */
export const valueOfParameter = (context: Context, parameter: Parameter): Outcome => {
  const { parametersOn: date } = context;
  if (typeof date !== 'string') return whileOpen(parameter, date);
  const dated = parameterOn(parameter, date);
  if (dated === undefined) return because('not-in-force', parameter.name, `${parameter.name}在 ${date} 没有数值`);
  return dated.value === null ? notPublished(parameter.name) : point(dated.value);
};
