// Gates of one level and way of filing on two days: which fact is asked differently.
import type { GateOnDay } from '#contract/on-a-day.ts';
import { rowsOf, type Row } from '#web/pages/ladder/rows.ts';

export type GateChange = {
  readonly level: string;
  readonly mode: GateOnDay['mode'];
  readonly before: GateOnDay | null;
  readonly after: GateOnDay | null;
  /** The rows that differ, each with the requirements of the first and of the second day. */
  readonly rows: readonly Row[];
};

const differs = ({ cells: [before = [], after = []] }: Row): boolean =>
  JSON.stringify(before.map(({ condition }) => condition)) !== JSON.stringify(after.map(({ condition }) => condition));

const keyOf = ({ level, mode }: GateOnDay): string => `${level}#${mode}`;

/** What is not the same gate with the same requirements on both days, in the order of the ladder. */
export const gateChanges = (before: readonly GateOnDay[], after: readonly GateOnDay[]): readonly GateChange[] => {
  const all = [...after, ...before];
  const keys = [...new Set(all.map(keyOf))];
  return keys.flatMap((key) => {
    const [old, fresh] = [before, after].map((gates) => gates.find((gate) => keyOf(gate) === key) ?? null);
    const some = fresh ?? old;
    if (some === null || some === undefined) return [];
    const rows = rowsOf([{ requires: old?.requires ?? [] }, { requires: fresh?.requires ?? [] }]).filter(differs);
    if (old?.id === fresh?.id && rows.length === 0) return [];
    return [{ level: some.level, mode: some.mode, before: old ?? null, after: fresh ?? null, rows }];
  });
};
