// Changes of an item: who is addressed, what is required, what it pays, from when to when, and when it may be filed.
import type {
  Benefit,
  BenefitForm,
  BenefitNumber,
  Item,
  ItemVersion,
  Procedure,
  Window,
} from '#rules/packs/rulebook.ts';
import type { Expression } from '#rules/language/syntax.ts';
import { mutateCondition, mutateWhole, underClause, type Standing } from './mutate-condition.ts';
import { at, inList, inWhole, mutateDate, mutateYearDay, type Mutations } from './mutation.ts';
import { mutateExpression } from './mutate-expression.ts';
import { mutateTerm, mutateTerms } from './mutate-term.ts';

type Form<K extends BenefitForm['kind']> = Extract<Benefit, { kind: K }>;

const mutateBenefitNumber = (name: string, number: BenefitNumber | null): Mutations<Expression> =>
  number === null || number === 'unknown' ? [] : at(name, mutateExpression(number));

const mutateMonthly = (benefit: Form<'monthly'>, name: string): Mutations<Benefit> => [
  ...inWhole(mutateBenefitNumber(`${name}/monthly`, benefit.monthly), (monthly) => ({ ...benefit, monthly })),
  ...inWhole(mutateBenefitNumber(`${name}/months`, benefit.months), (months) => ({ ...benefit, months })),
  ...inWhole(
    inList(benefit.less, (each) => mutateBenefitNumber(`${name}/less`, each)),
    (less) => ({ ...benefit, less }),
  ),
];

const mutateSlices = (benefit: Form<'progressive'>, name: string): Mutations<Benefit> => [
  ...inWhole(mutateBenefitNumber(`${name}/of`, benefit.of), (of) => ({ ...benefit, of })),
  ...inWhole(
    inList(benefit.slices, (slice, index) => [
      ...inWhole(mutateBenefitNumber(`${name}/${index + 1}`, slice.from), (from) => ({ ...slice, from })),
      ...inWhole(mutateBenefitNumber(`${name}/${index + 1}`, slice.rate), (rate) => ({ ...slice, rate })),
    ]),
    (slices) => ({ ...benefit, slices }),
  ),
];

const mutateRows = (benefit: Form<'first'>, name: string, scope: string): Mutations<Benefit> =>
  inWhole(
    inList(benefit.rows, (row, index) => {
      const place = `${name}/${index + 1}`;
      const guards = row.when === null ? [] : mutateCondition(row.when, { scope, path: `${place}/当` });
      return [
        ...inWhole(guards, (when) => ({ ...row, when })),
        ...inWhole(mutateBenefit(row.then, place, scope), (then) => ({ ...row, then })),
      ];
    }),
    (rows) => ({ ...benefit, rows }),
  );

const mutateForm = (benefit: Benefit, name: string, scope: string): Mutations<Benefit> => {
  switch (benefit.kind) {
    case 'amount':
      return inWhole(mutateBenefitNumber(name, benefit.amount), (amount) => ({ ...benefit, amount }));
    case 'rate':
      return [
        ...inWhole(mutateBenefitNumber(`${name}/rate`, benefit.rate), (rate) => ({ ...benefit, rate })),
        ...inWhole(mutateBenefitNumber(`${name}/of`, benefit.of), (of) => ({ ...benefit, of })),
      ];
    case 'monthly':
      return mutateMonthly(benefit, name);
    case 'progressive':
      return mutateSlices(benefit, name);
    case 'between':
      return [
        ...inWhole(mutateBenefitNumber(`${name}/between`, benefit.low), (low) => ({ ...benefit, low })),
        ...inWhole(mutateBenefitNumber(`${name}/between`, benefit.high), (high) => ({ ...benefit, high })),
        ...inWhole(mutateBenefitNumber(`${name}/of`, benefit.of), (of) => ({ ...benefit, of })),
      ];
    case 'up-to':
      return inWhole(mutateBenefitNumber(`${name}/up-to`, benefit.most), (most) => ({ ...benefit, most }));
    case 'first':
      return mutateRows(benefit, name, scope);
    case 'none':
    case 'case-by-case':
      return [];
  }
};

const mutateBenefit = (benefit: Benefit, name: string, scope: string): Mutations<Benefit> =>
  underClause(benefit.clause, [
    ...mutateForm(benefit, name, scope),
    ...inWhole(mutateBenefitNumber(`${name}/cap`, benefit.cap), (cap) => ({ ...benefit, cap })),
    ...inWhole(mutateBenefitNumber(`${name}/floor`, benefit.floor), (floor) => ({ ...benefit, floor })),
  ]);

const mutateVersion = (version: ItemVersion, scope: string): Mutations<ItemVersion> => {
  const standing = (part: string): Standing => ({ scope, path: `${scope}${part}` });
  const applies = version.applies === null ? [] : mutateWhole(version.applies, standing('applies'));
  const eligible = version.eligible === null ? [] : mutateWhole(version.eligible, standing('eligible'));
  return [
    ...inWhole(applies, (changed) => ({ ...version, applies: changed })),
    ...inWhole(eligible, (changed) => ({ ...version, eligible: changed })),
    ...inWhole(mutateBenefit(version.benefit, `${scope}benefit`, scope), (benefit) => ({ ...version, benefit })),
  ];
};

/** A window's first and last day. */
export const mutateWindow = (window: Window): Mutations<Window> => {
  switch (window.kind) {
    case 'yearly':
      return [
        ...inWhole(mutateYearDay('window/from', window.from), (from) => ({ ...window, from })),
        ...inWhole(mutateYearDay('window/to', window.to), (to) => ({ ...window, to })),
      ];
    case 'dates':
      return [
        ...inWhole(mutateDate('window/from', window.from), (from) => ({ ...window, from })),
        ...inWhole(mutateDate('window/to', window.to), (to) => ({ ...window, to })),
      ];
    case 'always':
    case 'unknown':
      return [];
  }
};

const mutateProcedure = (procedure: Procedure): Mutations<Procedure> =>
  underClause(
    procedure.clause,
    inWhole(mutateWindow(procedure.window), (window) => ({ ...procedure, window })),
  );

/** Where there are several versions each is told apart by its first day. */
const scopeOf = (version: ItemVersion, all: readonly ItemVersion[]): string =>
  all.length > 1 ? `${version.term.from ?? 'unknown'}/` : '';

/** Every change of an item. Days of stages and materials are not judged by a worked case and stay as they are. */
export const mutateItem = (item: Item): Mutations<Item> => {
  const { versions, procedure } = item;
  const inside = inList(versions, (version) => mutateVersion(version, scopeOf(version, versions)));
  const [only] = versions;
  const terms =
    versions.length === 1 && only !== undefined
      ? inWhole(mutateTerm(only.term, ''), (term): readonly ItemVersion[] => [{ ...only, term }])
      : mutateTerms(versions, (version) => scopeOf(version, versions));
  return [
    ...inWhole([...inside, ...terms], (changed) => ({ ...item, versions: changed })),
    ...(procedure === null ? [] : inWhole(mutateProcedure(procedure), (changed) => ({ ...item, procedure: changed }))),
  ];
};
