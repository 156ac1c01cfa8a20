// Which of several records counts: the origin that weighs more, and of one origin the latest. Nothing else decides, so the order in
// which records are given does not matter.
import { origins } from './origins.ts';
import { keyOf, type FactRecord } from './record.ts';

/** Whether a record was made after another. */
export const isLater = (a: FactRecord, b: FactRecord): boolean =>
  // Instants of one form compare as texts.
  a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt;

/** Whether `a` counts before `b`: 更正 > 名录登记 > 批量导入 > 企业填报, then the later one. An import never outweighs a correction. */
export const outweighs = (a: FactRecord, b: FactRecord): boolean => {
  const [own, other] = [origins[a.origin].rank, origins[b.origin].rank];
  return own === other ? isLater(a, b) : own > other;
};

/** The heaviest of records of one thing; null of none. */
export const heaviest = (records: readonly FactRecord[]): FactRecord | null =>
  records.reduce<FactRecord | null>((best, each) => (best === null || outweighs(each, best) ? each : best), null);

/**
 * The record that counts now for each enterprise, subject, fact and period.
 *
 * @returns by `keyOf`; a value that was taken back (null) counts too, and says that nothing is known
 * @source  an official’s correction is never overwritten by an import; a later correction replaces an earlier one
 */
export const pickNow = (records: readonly FactRecord[]): ReadonlyMap<string, FactRecord> => {
  const now = new Map<string, FactRecord>();
  for (const record of records) {
    const key = keyOf(record);
    const best = now.get(key);
    if (best === undefined || outweighs(record, best)) now.set(key, record);
  }
  return now;
};

/** All that was ever said of one thing (`keyOf`), the newest first. */
export const historyOf = (records: readonly FactRecord[], key: string): readonly FactRecord[] =>
  records.filter((record) => keyOf(record) === key).toSorted((a, b) => (isLater(a, b) ? -1 : 1));
