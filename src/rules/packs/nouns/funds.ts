// Compiles funds: budgets by year, shares and terms as the source states them, unknown ones kept as unknown.
import { add, compare, one, zero } from '#rules/exact/rational.ts';
import { report } from '#rules/packs/bench.ts';
import { mayHave } from '#rules/packs/shapes/data.ts';
import type { FundShape } from '#rules/packs/shapes/funds.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { below, type Site } from '#rules/packs/site.ts';
import { headOf, refer, rowClause, statedAs, statedHere, type References } from './desk.ts';
import { fundTerms, type Fund, type Quantity } from './nouns.ts';

const yearsOf = (site: Site, shape: FundShape): Fund['budgets'] => {
  const seen = new Set<string>();
  return (shape.budgets ?? []).map((row) => {
    const { text, place } = row.year;
    const year = /^20\d{2}$/.test(text) ? Number(text) : 0;
    if (year === 0) report(site.bench, place, 'bad-year', '不是年度', { found: text, expected: '2023' });
    if (seen.has(text)) report(site.bench, place, 'duplicate-year', '同一年度写了两次', { found: text });
    seen.add(text);
    return { year, ...statedAs(site, { ...row, value: row.amount }, ['元'], '安排金额') };
  });
};

const sharesOf = (site: Site, shape: FundShape): Fund['shares'] =>
  (shape.shares ?? []).map((row) => ({
    party: row.party.text,
    for: row.for?.text ?? null,
    ...statedAs(site, { ...row, value: row.share }, ['%'], '分担比例'),
  }));

/** Reports shares of one case that are all known, exact, and do not make up the whole. */
const checkWhole = (site: Site, shape: FundShape, shares: Fund['shares']): void => {
  if (mayHave(shape, 'shares') || shape.shares?.some((row) => row['@'].lost.size > 0)) return;
  for (const group of new Set(shares.map((share) => share.for))) {
    const rows = shares.filter((share) => share.for === group);
    const values = rows.flatMap(({ value, bound }): readonly Quantity[] =>
      value === 'unknown' || bound !== 'exactly' ? [] : [value],
    );
    const sum = values.reduce((total, { low }) => add(total, low), zero);
    if (values.length === rows.length && compare(sum, one) !== 0)
      report(
        site.bench,
        shape['@'].keys.get('shares') ?? shape['@'].place,
        'shares-not-whole',
        '各方分担比例合计不是 100%',
        {
          found: values.map(({ text }) => text).join(' + '),
        },
      );
  }
};

const mergedOf = (site: Site, shape: FundShape): Fund['mergedFrom'] =>
  (shape['merged-from'] ?? []).map((row) => {
    const here = below(site, row);
    return {
      name: row.name.text,
      opening: row.opening === undefined ? null : statedHere(here, row.opening, ['元'], '并入时余额'),
      clause: rowClause(here, undefined, row.name.place, '并入的资金池'),
    };
  });

/** Compiles one fund. */
export const compileFund =
  (references: References) =>
  (outer: Site, shape: FundShape): Fund => {
    const site = below(outer, shape);
    const shares = sharesOf(site, shape);
    checkWhole(site, shape, shares);
    const [parent = null] = refer(references, site, shape.parent === undefined ? [] : [shape.parent], ['fund']);
    return {
      ...headOf(site, shape, '资金'),
      kind: shape.kind.value,
      parent,
      area: shape.area?.text ?? null,
      budgets: yearsOf(site, shape),
      products: refer(references, site, shape.products, ['item']),
      shares,
      terms: (shape.terms ?? []).map((row) => ({
        term: row.term.value,
        for: row.for?.text ?? null,
        ...statedAs(site, row, isVoid(row.term.place) ? null : fundTerms[row.term.value], '资金条款'),
      })),
      mergedFrom: mergedOf(site, shape),
    };
  };
