// Where a county has a rule of its own beside the city's: the same kind of support for the same subject in a smaller area.
import type { Finding } from './finding.ts';
import type { NamedSet, Tree } from '#rules/facts/dictionary.ts';
import { childrenOf } from '#rules/language/children.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Condition, Item, Rulebook } from '#rules/packs/rulebook.ts';

/** Members that the sources leave open belong to the area here: what a county has beside the city is worth a look either way. */
type Area = { readonly name: string; readonly members: readonly string[] };

const areaOfSet = (set: NamedSet): Area => ({ name: set.name, members: [...set.members, ...set.unsettled] });

const areaInExpression = (e: Expression): Area | null => {
  if (e.kind === 'membership' && !e.negated && e.left.kind === 'fact' && e.left.fact.name === '注册地') {
    return e.set.kind === 'named' ? areaOfSet(e.set.set) : { name: e.set.members.join('、'), members: e.set.members };
  }
  if (e.kind !== 'and') return null;
  return (
    childrenOf(e)
      .map(areaInExpression)
      .find((area) => area !== null) ?? null
  );
};

const areaInCondition = (condition: Condition | null): Area | null => {
  if (condition?.kind === 'test') return areaInExpression(condition.test);
  if (condition?.kind !== 'all') return null;
  return condition.of.map(areaInCondition).find((area) => area !== null) ?? null;
};

/** The area of the newest version. */
const areaOf = ({ versions }: Item): Area | null => {
  const last = versions.at(-1);
  return last === undefined ? null : (areaInCondition(last.applies) ?? areaInCondition(last.eligible));
};

const insideOf = (tree: Tree, node: string, members: readonly string[]): boolean => {
  for (let at: string | null = node; at !== null; at = tree.parents.get(at) ?? null)
    if (members.includes(at)) return true;
  return false;
};

const smaller = (tree: Tree, inner: Area, outer: Area): boolean =>
  inner.members.every((member) => insideOf(tree, member, outer.members)) &&
  !outer.members.every((member) => insideOf(tree, member, inner.members));

/** What a province offers stands beside every city's and county's own; that is no finding. */
const isProvince = (tree: Tree, { members }: Area): boolean =>
  members.some((member) => tree.parents.get(member) === null);

const stackingBetween = (book: Rulebook, a: Item, b: Item): string => {
  const shared = a.stacking.filter((id) => b.stacking.includes(id)).map((id) => book.stacking.get(id)?.name ?? id);
  const after = [...a.stacking, ...b.stacking].flatMap((id) => {
    const rule = book.stacking.get(id);
    return rule?.rule.kind === 'after' && (rule.rule.item === a.id || rule.rule.item === b.id) ? [rule.name] : [];
  });
  const rules = [...shared, ...after];
  return rules.length === 0 ? '能否叠加没有写明' : `叠加规则：${rules.join('、')}`;
};

/** Pairs of items of one theme, kind and subject, one in an area inside the other's. */
export const areaFindings = (book: Rulebook): readonly Finding[] => {
  const tree = book.dictionary.trees.get('行政区划');
  if (tree === undefined) return [];
  const placed = [...book.items.values()].flatMap((item) => {
    const area = areaOf(item);
    return area === null ? [] : [{ item, area }];
  });
  return placed.flatMap(({ item: local, area: inner }) =>
    placed
      .filter(
        ({ item: wide, area: outer }) =>
          !isProvince(tree, outer) &&
          wide.theme === local.theme &&
          wide.kind === local.kind &&
          wide.subject === local.subject &&
          smaller(tree, inner, outer),
      )
      .map(({ item: wide, area: outer }) => ({
        kind: 'county-over-city',
        of: local.id,
        place: local.place,
        text: `「${local.name}」（${inner.name}）与「${wide.name}」（${outer.name}）同类：${stackingBetween(book, local, wide)}`,
      })),
  );
};
