// Compiles registers: what an entry is, who may hold one, for how long, and which gates, items and facts go with it.
import { reportUnknown } from '#rules/packs/conditions.ts';
import type { RegisterShape } from '#rules/packs/shapes/registers.ts';
import { listOf } from '#rules/packs/shapes/stated.ts';
import { below, type Site } from '#rules/packs/site.ts';
import { factsNamed, headOf, refer, rowClause, statedHere, type References } from './desk.ts';
import type { Register } from './nouns.ts';

const tiersOf = (tiers: RegisterShape['tiers']): Register['tiers'] => {
  if (tiers === undefined) return null;
  return 'value' in tiers ? tiers.value : tiers.map(({ text }) => text);
};

const entryOf = (entry: RegisterShape['entry']): Register['entry'] => {
  if (!('value' in entry)) return entry.map(({ value }) => value);
  return entry.value === 'unknown' ? 'unknown' : [entry.value];
};

const openness = { 是: true, 否: false, unknown: 'unknown' } as const;

const levelOf = (site: Site, shape: RegisterShape, levels: readonly string[]): string | null => {
  if (shape.level !== undefined && !levels.includes(shape.level.text))
    reportUnknown(site, shape.level, 'unknown-level', '梯度里没有这一级', levels);
  return shape.level?.text ?? null;
};

/** Compiles one register. */
export const compileRegister =
  (references: References, levels: readonly string[]) =>
  (outer: Site, shape: RegisterShape): Register => {
    const site = below(outer, shape);
    return {
      ...headOf(site, shape, '名录'),
      kind: shape.kind.value,
      holder: shape.holder.value,
      tiers: tiersOf(shape.tiers),
      term: shape.term === undefined ? null : statedHere(site, shape.term, ['年'], '有效期'),
      public: openness[shape.public.value],
      entry: entryOf(shape.entry),
      level: levelOf(site, shape, levels),
      gates: refer(references, site, shape.gates, ['gate']),
      items: refer(references, site, shape.items, ['item']),
      feeds: factsNamed(site, listOf(shape.feeds)),
      quoted: (shape.quoted ?? []).map(({ name, says, clause }) => ({
        name: name.text,
        says: says?.text ?? null,
        clause: rowClause(site, clause, name.place, '引用的名称'),
      })),
    };
  };
