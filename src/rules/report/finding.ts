// One thing that a pack author should look at. Findings are no errors: the packs compile, but something is odd.
import type { Place } from '#rules/packs/rulebook.ts';

export const findingKinds = {
  contradiction: '互相矛盾',
  'never-binds': '永远不起作用',
  'dead-branch': '永远走不到',
  'uncovered-dates': '日期没有覆盖',
  'two-names': '同一事实疑似两个名称',
  'unread-fact': '没有条款用到的事实',
  'county-over-city': '县区与市级同类规定',
} as const satisfies Record<string, string>;

export type FindingKind = keyof typeof findingKinds;

/** `of` is the id of the item, gate, table or fact; `place` null for what was not written in one place; `text` is for a policy officer. */
export type Finding = {
  readonly kind: FindingKind;
  readonly of: string;
  readonly text: string;
  readonly place: Place | null;
};
