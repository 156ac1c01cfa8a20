// Dated parameters: the value in force on the date that picks the version. While that date is open, every value of the term may be it.
import { decides, rest, type Context, type OpenDate } from './context.ts';
import { because, point, range, unknownFrom, type NumberOutcome, type Outcome, type Unknown } from './outcome.ts';
import type { Parameter } from '#rules/facts/dictionary.ts';
import { maximum, minimum } from '#rules/exact/rational.ts';

type Dated = Parameter['values'][number];

/** The value in force on a date; undefined before the first. */
export const parameterOn = (parameter: Parameter, date: string): Dated | undefined =>
  parameter.values.findLast((each) => each.from <= date);

/** A value by itself: unknown where it is not published, or where its clause is too weak to decide. */
const valueOf = (context: Context, name: string, { value, clause }: Dated): Unknown | NumberOutcome => {
  rest(context, clause?.evidence ?? 'primary');
  if (value === null) return because('unpublished', name, `${name}未公开`);
  if (clause === null || decides(clause.evidence, context.accept)) return point(value);
  return because('evidence', name, `依据等级不足：${clause.document.title}的${name}尚未核实，不参与判定`);
};

const whileOpen = (context: Context, { name, values }: Parameter, date: OpenDate): Outcome => {
  const first = date.from ?? '0001-01-01';
  const inTerm = values.filter(({ from }, index) => {
    const next = values[index + 1];
    return (date.to === null || from <= date.to) && (next === undefined || next.from > first);
  });
  const [earliest] = inTerm;
  if (earliest === undefined) return because('not-in-force', name, `${name}在这一版的期间没有数值`);
  const outcomes = inTerm.map((each) => valueOf(context, name, each));
  const known = outcomes.filter((each) => each.is === 'number').map(({ low }) => low);
  const unknown = outcomes.filter((each) => each.is === 'unknown');
  const [only] = unknown;
  // One value for the whole term: the date does not matter.
  if (only && inTerm.length === 1 && earliest.from <= first) return only;
  if (only || earliest.from > first) return unknownFrom([date.why, ...unknown]);
  return range(known.reduce(minimum), known.reduce(maximum), date.why);
};

/** What a parameter comes to in this context. */
export const valueOfParameter = (context: Context, parameter: Parameter): Outcome => {
  const { parametersOn: date } = context;
  if (typeof date !== 'string') return whileOpen(context, parameter, date);
  const dated = parameterOn(parameter, date);
  if (dated === undefined) return because('not-in-force', parameter.name, `${parameter.name}在 ${date} 没有数值`);
  return valueOf(context, parameter.name, dated);
};
