// Two origins that say different things about one fact. It is told with both sides, so that somebody can object to the data or put
// them right; what counts meanwhile is what weighs more.
import type { Dictionary } from '#rules/facts/dictionary.ts';
import type { Row, Value } from '#rules/facts/enterprise.ts';
import { canonical, type Plain } from '#casework/log/canonical.ts';
import { originCodes } from './origins.ts';
import { heaviest, isLater, outweighs, pickNow } from './pick-now.ts';
import { listedKind, readFact, type Said } from './read-fact.ts';
import { keyOf, type FactRecord } from './record.ts';

export type Conflict = {
  readonly counts: FactRecord;
  /** The newest of another origin, which says something else. */
  readonly other: FactRecord;
};

const plainRow = (row: Row): Plain => Object.fromEntries([...row].map(([name, value]) => [name, plainValue(value)]));

const plainValue = (value: Value): Plain => {
  switch (value.is) {
    case 'rows':
      return value.value.map(plainRow);
    case 'set':
      // A set has no order.
      return value.value.toSorted();
    case 'none':
      return { is: 'none' };
    case 'number':
      return { n: value.value.n, d: value.value.d };
    case 'date':
    case 'boolean':
    case 'text':
      return value.value;
  }
};

const plainSaid = (said: Said): Plain => {
  switch (said.is) {
    case 'value':
      return plainValue(said.value);
    case 'no-subjects':
      return [];
    case 'received':
      return said.received.map(({ item, date, amount, subject }) => ({
        item,
        date,
        amount: [amount.n, amount.d],
        subject,
      }));
  }
};

/** What a record means, as one text: 50万元 and 500000元 are the same. One that does not read means what it says. */
const meaning = ({ about, fact, period, value }: FactRecord, dictionary: Dictionary): string => {
  if (value === null) return 'taken back';
  const written = { kind: about.kind, fact, period: period === null ? null : String(period), value };
  const read = readFact(written, dictionary);
  return read.ok ? canonical(plainSaid(read.value.said)) : `unread ${value}`;
};

/** A correction has settled what the other origin had said before it, and what is only said again. */
const isSettled = (
  counts: FactRecord,
  other: FactRecord,
  all: readonly FactRecord[],
  dictionary: Dictionary,
): boolean =>
  counts.origin === 'correction' &&
  all.some(
    (each) =>
      each.origin === other.origin && isLater(counts, each) && meaning(each, dictionary) === meaning(other, dictionary),
  );

const conflictsIn = (all: readonly FactRecord[], dictionary: Dictionary): readonly Conflict[] => {
  const counts = heaviest(all);
  if (counts === null) return [];
  return originCodes.flatMap((origin) => {
    const other = origin === counts.origin ? null : heaviest(all.filter((each) => each.origin === origin));
    if (other === null || meaning(other, dictionary) === meaning(counts, dictionary)) return [];
    return isSettled(counts, other, all, dictionary) ? [] : [{ counts, other }];
  });
};

/** Records about one project, person … of one enterprise. */
const subjectOf = ({ enterprise, about }: FactRecord): string => JSON.stringify([enterprise, about.kind, about.name]);

/** 无 for a whole kind, where another origin knows one of it. */
const deniedIn = (none: FactRecord, counting: readonly FactRecord[]): readonly Conflict[] => {
  const known = counting.filter(
    ({ enterprise, about, value }) =>
      value !== null && enterprise === none.enterprise && about.kind === listedKind(none.fact),
  );
  return [...Map.groupBy(known, subjectOf).values()].flatMap((own) => {
    const one = heaviest(own);
    if (one === null || one.origin === none.origin) return [];
    const [counts, other] = outweighs(one, none) ? [one, none] : [none, one];
    return counts.origin === 'correction' && isLater(counts, other) ? [] : [{ counts, other }];
  });
};

/**
 * Where two origins say different things: what counts, and the newest word of each other origin that differs from it; also where one
 * says that there are no projects, persons … and another knows one.
 *
 * @returns nothing that a correction has settled, also when an import brings it again
 */
export const conflictsOf = (records: readonly FactRecord[], dictionary: Dictionary): readonly Conflict[] => {
  const counting = [...pickNow(records).values()];
  const nones = counting.filter(
    ({ about, fact, value }) => about.kind === 'enterprise' && value !== null && listedKind(fact) !== null,
  );
  return [
    ...[...Map.groupBy(records, keyOf).values()].flatMap((all) => conflictsIn(all, dictionary)),
    ...nones.flatMap((none) => deniedIn(none, counting)),
  ];
};
