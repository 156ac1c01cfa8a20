// A gate of the ladder in a few words.
import type { GateResult } from '#contract/assessment.ts';
import { failingLeaves } from './conditions.ts';

export const modeWords = { new: '新认定', review: '复核' } as const;

/** Whether the firm has a title; nothing is said where it is not known. */
export const heldWords = (held: boolean | null): string => (held === null ? '' : held ? '已持有' : '还没有');

/** What still stands between the firm and this gate. */
export const gateLine = (gate: GateResult): string => {
  if (!gate.applies) return gate.reasons[0]?.text ?? '这一天没有施行';
  switch (gate.verdict) {
    case 'eligible':
      return '条件都达到';
    case 'undetermined':
      return gate.missing.length > 0 ? `还缺 ${gate.missing.length} 项资料` : (gate.reasons[0]?.text ?? '依据待核');
    case 'ineligible': {
      const leaves = gate.conditions === null ? [] : failingLeaves(gate.conditions);
      return leaves.length === 0 ? '没有达到' : `差 ${leaves.length} 个条件`;
    }
  }
};
