// The enterprise that the rules judge, out of what was recorded: what counts now, with where each value comes from.
import { subjectKinds, type Dictionary } from '#rules/facts/dictionary.ts';
import type { Enterprise, Facts, Received, Source, Subject, Value } from '#rules/facts/enterprise.ts';
import { findFact } from '#rules/facts/fact-names.ts';
import type { ListedKind } from '#rules/facts/read-parts.ts';
import type { Problem } from '#rules/problem.ts';
import { beijingDay, readInstant } from '#casework/time/instant.ts';
import { origins } from './origins.ts';
import { isLater, outweighs, pickNow } from './pick-now.ts';
import { listedKind, readFact, receivedName, type Said } from './read-fact.ts';
import type { FactRecord } from './record.ts';

/** A record that counts but does not read any more, because the dictionary has changed. Its fact is unknown until it is put right. */
export type Unread = { readonly record: FactRecord; readonly problems: readonly Problem[] };

type Known = { readonly record: FactRecord; readonly fact: string; readonly said: Said };

const dayOf = (recordedAt: string): string => {
  const instant = readInstant(recordedAt);
  if (instant === null) throw new Error(`${recordedAt} is no moment`);
  return beijingDay(instant);
};

const sourceOf = ({ record, fact }: Known): Source => {
  const { about, period, origin, source, recordedAt } = record;
  const whose = about.kind === 'enterprise' ? '' : `${about.name}：`;
  return { fact, year: period, from: source, note: `${whose}${origins[origin].name}，${dayOf(recordedAt)} 记录` };
};

const factsOf = (known: readonly Known[]): Facts => {
  const single = new Map<string, Value>();
  const yearly = new Map<string, Map<number, Value>>();
  for (const { record, fact, said } of known) {
    if (said.is !== 'value') continue;
    if (record.period === null) single.set(fact, said.value);
    else yearly.set(fact, (yearly.get(fact) ?? new Map<number, Value>()).set(record.period, said.value));
  }
  return { single, yearly };
};

/** 无 for a kind silences the subjects all of whose values weigh less; a later value of its own brings one back. */
const areThere = (known: readonly Known[], none: FactRecord | null): boolean =>
  known.some(({ record }) => none === null || outweighs(record, none));

const subjectsOf = (known: readonly Known[], kind: ListedKind): readonly Subject[] | null => {
  const none = known.find(({ record, said }) => said.is === 'no-subjects' && listedKind(record.fact) === kind);
  const byName = Map.groupBy(
    known.filter(({ record }) => record.about.kind === kind),
    ({ record }) => record.about.name,
  );
  const subjects = [...byName]
    .filter(([, own]) => areThere(own, none?.record ?? null))
    .map(([name, own]): Subject => ({ kind, name, facts: factsOf(own) }));
  return subjects.length === 0 && none === undefined ? null : subjects;
};

const receivedOf = (known: readonly Known[]): readonly Received[] | null => {
  const found = known.find(({ record }) => record.fact === receivedName);
  return found?.said.is === 'received' ? found.said.received : null;
};

const readAll = (counting: readonly FactRecord[], dictionary: Dictionary) => {
  const known: Known[] = [];
  const unread: Unread[] = [];
  for (const record of counting) {
    if (record.value === null) continue;
    const period = record.period === null ? null : String(record.period);
    const read = readFact({ kind: record.about.kind, fact: record.fact, period, value: record.value }, dictionary);
    if (read.ok) known.push({ record, fact: read.value.fact, said: read.value.said });
    else unread.push({ record, problems: read.problems });
  }
  return { known, unread };
};

const identity = (key: 'creditCode' | 'name', text: string, dictionary: Dictionary): readonly [string, Value][] => {
  const fact = findFact(dictionary, 'enterprise', key);
  return fact === null ? [] : [[fact.path, { is: 'text', value: text }]];
};

/**
 * What the rules read of an enterprise: the records that count, as if they stood in its file.
 *
 * @param firm     code and name as they are registered now
 * @param records  of this enterprise or of more, in any order
 * @returns        the enterprise with origin and date of every value in `sources`, and what could not be read
 */
export const toEnterprise = (
  firm: { readonly code: string; readonly name: string },
  records: readonly FactRecord[],
  dictionary: Dictionary,
): { readonly enterprise: Enterprise; readonly unread: readonly Unread[] } => {
  const counting = [...pickNow(records.filter(({ enterprise }) => enterprise === firm.code)).values()];
  const inOrder = counting.toSorted((a, b) => (isLater(a, b) ? 1 : -1));
  const { known, unread } = readAll(inOrder, dictionary);
  const own = factsOf(known.filter(({ record }) => record.about.kind === 'enterprise'));
  const single = new Map([
    ...own.single,
    ...identity('creditCode', firm.code, dictionary),
    ...identity('name', firm.name, dictionary),
  ]);
  const listed = subjectKinds.flatMap((kind) => {
    const subjects = kind === 'enterprise' ? null : subjectsOf(known, kind);
    return subjects === null ? [] : [[kind, subjects] as const];
  });
  const enterprise: Enterprise = {
    creditCode: firm.code,
    name: firm.name,
    facts: { single, yearly: own.yearly },
    subjects: Object.fromEntries(listed),
    received: receivedOf(known),
    sources: known.filter(({ said }) => said.is === 'value').map(sourceOf),
  };
  return { enterprise, unread };
};
