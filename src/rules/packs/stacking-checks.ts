// Proves that stacking rules do not contradict one another: exclusive pairs, circles of `after`, size, scope, use.
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid } from '#rules/yaml/void.ts';
import { report } from './bench.ts';
import { reportUnknown } from './conditions.ts';
import type { ItemDraft } from './items.ts';
import type { Item, StackingRule } from './rulebook.ts';
import { mayHave } from './shapes/data.ts';
import type { StackingDraft } from './stacking.ts';

const largestComponent = 20;

const exclusive = (rule: StackingRule): boolean => rule.rule.kind === 'highest' || rule.rule.kind === 'choose-one';

const membersOf = (rule: StackingRule, items: readonly Item[]): readonly Item[] =>
  items.filter(({ stacking }) => stacking.includes(rule.id));

const fits = (rule: StackingRule, item: Item): boolean =>
  rule.scope === 'enterprise' || item.subject === (rule.scope === 'household' ? 'person' : rule.scope);

const checkUse = ({ rule, site, shape }: StackingDraft, items: readonly Item[], drafts: readonly ItemDraft[]): void => {
  const members = membersOf(rule, items);
  const unread = drafts.some((draft) => mayHave(draft.shape, 'stacking'));
  if (members.length === 0 && !unread)
    report(site.bench, shape.id.place, 'unused-stacking', '没有事项用这条叠加规则', { found: rule.id });
  for (const item of members.filter((member) => !fits(rule, member))) {
    const written = drafts.find((draft) => draft.item === item)?.shape;
    if (written !== undefined && isVoid(written.subject.place)) continue;
    const name = written?.stacking?.find(({ text }) => text === rule.id);
    report(
      site.bench,
      name?.place ?? item.place,
      'scope-mismatch',
      `规则按 ${rule.scope} 计，事项的主体是 ${item.subject}`,
      { found: rule.id },
    );
  }
  if (
    rule.rule.kind === 'after' &&
    shape.rule !== undefined &&
    !('value' in shape.rule) &&
    shape.rule.after !== undefined
  ) {
    const ids = items.map(({ id }) => id);
    if (!ids.includes(rule.rule.item)) reportUnknown(site, shape.rule.after, 'unknown-item', '没有这个事项', ids);
  }
};

const checkPairs = (drafts: readonly StackingDraft[], items: readonly Item[]): void => {
  const seen = new Map<string, string>();
  for (const { rule, site, shape } of drafts.filter((draft) => exclusive(draft.rule))) {
    const members = membersOf(rule, items).map(({ id }) => id);
    const pairs = members.flatMap((a, index) => members.slice(index + 1).map((b) => `${a} 与 ${b}`));
    const twice = pairs.find((pair) => seen.has(pair));
    if (twice !== undefined) {
      report(
        site.bench,
        shape.id.place,
        'two-exclusive-rules',
        `两个事项同时受两条互斥规则约束（另一条是 ${seen.get(twice) ?? ''}）`,
        { found: twice },
      );
    }
    for (const pair of pairs) seen.set(pair, seen.get(pair) ?? rule.id);
  }
};

/** item → the items that it must come after. */
const afterEdges = (
  drafts: readonly StackingDraft[],
  items: readonly Item[],
): ReadonlyMap<string, readonly string[]> => {
  const edges = new Map<string, readonly string[]>();
  for (const { rule } of drafts) {
    if (rule.rule.kind !== 'after') continue;
    for (const { id } of membersOf(rule, items)) edges.set(id, [...(edges.get(id) ?? []), rule.rule.item]);
  }
  return edges;
};

const circleFrom = (edges: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | null => {
  const visit = (id: string, open: readonly string[]): readonly string[] | null => {
    if (open.length > 0 && id === start) return [...open, id];
    if (open.includes(id)) return null;
    for (const next of edges.get(id) ?? []) {
      const found = visit(next, [...open, id]);
      if (found !== null) return found;
    }
    return null;
  };
  return visit(start, []);
};

const checkCircles = (drafts: readonly StackingDraft[], items: readonly Item[]): void => {
  const edges = afterEdges(drafts, items);
  const told = new Set<string>();
  for (const { rule, site, shape } of drafts) {
    if (rule.rule.kind !== 'after' || told.has(rule.rule.item)) continue;
    const circle = circleFrom(edges, rule.rule.item);
    if (circle === null) continue;
    for (const id of circle) told.add(id);
    report(site.bench, shape.id.place, 'after-cycle', '先后次序循环', { found: circle.join(' → ') });
  }
};

const checkSize = (drafts: readonly StackingDraft[], items: readonly Item[]): void => {
  const groupOf = new Map<string, Set<string>>();
  for (const { rule, site, shape } of drafts) {
    const named = [
      ...membersOf(rule, items).map(({ id }) => id),
      ...(rule.rule.kind === 'after' ? [rule.rule.item] : []),
    ];
    const merged = new Set(named.flatMap((id) => [id, ...(groupOf.get(id) ?? [])]));
    const before = Math.max(0, ...named.map((id) => groupOf.get(id)?.size ?? 0));
    for (const id of merged) groupOf.set(id, merged);
    if (merged.size > largestComponent && before <= largestComponent) {
      report(site.bench, shape.id.place, 'too-many-linked', '互相关联的事项太多，组合无法逐一比较', {
        found: `${merged.size} 个`,
        expected: `至多 ${largestComponent} 个`,
      });
    }
  }
};

/** The first of each id; without those that have none, as it could not be read. */
const distinct = <T extends { readonly shape: { readonly id: NotedScalar } }>(drafts: readonly T[]): readonly T[] => {
  const first = new Map<string, T>();
  for (const draft of drafts) if (!first.has(draft.shape.id.text)) first.set(draft.shape.id.text, draft);
  return [...first.values()].filter(({ shape }) => !isVoid(shape.id.place));
};

/** All checks of rules against items. */
export const checkStacking = (drafts: readonly StackingDraft[], itemDrafts: readonly ItemDraft[]): void => {
  const items = itemDrafts.map(({ item }) => item);
  for (const draft of drafts) checkUse(draft, items, itemDrafts);
  const [rules, named] = [distinct(drafts), distinct(itemDrafts).map(({ item }) => item)];
  checkPairs(rules, named);
  checkCircles(rules, named);
  checkSize(rules, named);
};
