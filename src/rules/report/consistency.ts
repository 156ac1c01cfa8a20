// All findings of a rulebook: what compiles but should be looked at by the people who keep the packs.
import { areaFindings } from './areas.ts';
import { benefitFindings } from './benefits.ts';
import { conditionFindings, rowScopes } from './conditions.ts';
import { dateFindings } from './dates.ts';
import type { Finding } from './finding.ts';
import { nameFindings } from './names.ts';
import { clashIn, saidBy, type Said } from './said.ts';
import { scoreFindings } from './scores.ts';
import { toDayNumber, type PlainDate } from '#rules/exact/plain-date.ts';
import { whole } from '#rules/exact/rational.ts';
import type { FactDefinition } from '#rules/facts/dictionary.ts';
import type { Gate, Item, ItemVersion, Rulebook } from '#rules/packs/rulebook.ts';

/** A version only sees days of its own term. */
const saidByTerm = ({ term, by }: ItemVersion): readonly Said[] => {
  const end = (date: PlainDate | null) => (date === null ? null : { value: whole(toDayNumber(date)), open: false });
  const to = term.to === 'unknown' ? null : term.to;
  if (term.from === null && to === null) return [];
  return [
    {
      constraint: {
        about: by === null ? '申报日' : by.path,
        bounds: { kind: 'interval', low: end(term.from), high: end(to) },
        natural: null,
      },
      text: `这一版的期间 ${term.from ?? '…'} 至 ${to ?? '…'}`,
      leaf: null,
      onlyFor: null,
    },
  ];
};

const scopeOf = (version: ItemVersion): readonly Said[] => [
  ...saidByTerm(version),
  ...saidBy(version.applies),
  ...saidBy(version.eligible),
];

const itemFindings = ({ id, versions }: Item): readonly Finding[] =>
  versions.flatMap((version) => {
    const scope = scopeOf(version);
    return [
      ...conditionFindings(id, version.applies, scope),
      ...conditionFindings(id, version.eligible, scope),
      ...benefitFindings(id, version.benefit, scope),
    ];
  });

const gateFindings = ({ id, require }: Gate): readonly Finding[] => conditionFindings(id, require, saidBy(require));

const factFindings = (fact: FactDefinition): readonly Finding[] => {
  if (fact.derived?.kind !== 'first') return [];
  const rows = fact.derived.rows.map(({ when }) => ({ when, place: when?.place ?? null }));
  return rowScopes(fact.path, rows, []).flatMap(({ row, dead }) =>
    dead === null ? conditionFindings(fact.path, row.when, saidBy(row.when)) : [dead],
  );
};

const excludes = (book: Rulebook, a: Item, b: Item): string | null =>
  a.stacking.find((id) => {
    const kind = book.stacking.get(id)?.rule.kind;
    return b.stacking.includes(id) && (kind === 'highest' || kind === 'choose-one');
  }) ?? null;

/** An item that must come after another cannot exclude it, nor demand what the other's conditions rule out. */
const pairFindings = (book: Rulebook): readonly Finding[] =>
  [...book.items.values()].flatMap((item) =>
    item.stacking.flatMap((ruleId): readonly Finding[] => {
      const rule = book.stacking.get(ruleId);
      if (rule?.rule.kind !== 'after' || rule.rule.item === item.id) return [];
      const needed = book.items.get(rule.rule.item);
      if (needed === undefined) return [];
      const at = { kind: 'contradiction', of: item.id, place: item.place } as const;
      const exclusive = excludes(book, item, needed);
      if (exclusive !== null)
        return [
          {
            ...at,
            text: `须在「${needed.name}」之后，又与它互斥（${book.stacking.get(exclusive)?.name ?? exclusive}）`,
          },
        ];
      const clashes = item.versions.flatMap((own) =>
        needed.versions.map((other) => clashIn([...saidBy(other.applies), ...saidBy(other.eligible)], scopeOf(own))),
      );
      const [clash] = clashes;
      return clash === undefined || clash === null || clashes.includes(null)
        ? []
        : [{ ...at, text: `须在「${needed.name}」之后，但「${clash.one.text}」与它要求的 ${clash.with} 不能同时成立` }];
    }),
  );

/**
 * Everything in the rulebook that an author should look at; none of it is an error.
 *
 * @param on  today, for calendars that end soon
 */
export const consistencyFindings = (book: Rulebook, on: PlainDate): readonly Finding[] => [
  ...pairFindings(book),
  ...[...book.items.values()].flatMap(itemFindings),
  ...[...book.gates.values()].flatMap(gateFindings),
  ...[...book.scores.values()].flatMap(scoreFindings),
  ...[...book.dictionary.facts.values()].flatMap(factFindings),
  ...dateFindings(book, on),
  ...nameFindings(book),
  ...areaFindings(book),
];
