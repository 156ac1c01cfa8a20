// Ids over all kinds: none is declared twice, and what names one finds it, in a pack that it may see.
import { nearestName } from '#rules/facts/nearest.ts';
import { placeInScalar, report, type Bench } from '#rules/packs/bench.ts';
import type { FileKind } from '#rules/packs/files.ts';
import { canSee } from '#rules/packs/order.ts';
import type { Parts } from '#rules/packs/parts.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { IdKind, Reference } from './desk.ts';
import type { Nouns } from './nouns.ts';

const words: { readonly [kind in IdKind]: { readonly name: string; readonly files: FileKind } } = {
  item: { name: '事项', files: 'items' },
  gate: { name: '门槛', files: 'ladder' },
  score: { name: '评分表', files: 'scores' },
  stacking: { name: '叠加规则', files: 'stacking' },
  register: { name: '名录', files: 'registers' },
  fund: { name: '资金', files: 'funds' },
  indicator: { name: '指标', files: 'indicators' },
  plan: { name: '文件措施台账', files: 'plans' },
  assessment: { name: '评测', files: 'assessments' },
};

type Declared = { readonly id: string; readonly place: Place };

const declaredIn = (parts: Parts, nouns: Nouns): { readonly [kind in IdKind]: readonly Declared[] } => ({
  item: parts.items.map(({ item }) => item),
  gate: parts.gates.map(({ gate }) => gate),
  score: parts.scores.map(({ table }) => table),
  stacking: parts.stacking.map(({ rule }) => rule),
  register: [...nouns.registers.values()],
  fund: [...nouns.funds.values()],
  indicator: [...nouns.indicators.values()],
  plan: [...nouns.plans.values()],
  assessment: [...nouns.assessments.values()],
});

// Object.keys of this literal are exactly its kinds.
const kinds = Object.keys(words) as IdKind[];

/** Reports an id that two kinds share; twice in one kind is reported where that kind is read. */
export const checkIds = (bench: Bench, parts: Parts, nouns: Nouns): void => {
  const declared = declaredIn(parts, nouns);
  const seen = new Map<string, IdKind>();
  for (const kind of kinds) {
    for (const { id, place } of declared[kind]) {
      const other = seen.get(id);
      if (other !== undefined && other !== kind)
        report(bench, place, 'duplicate-id', `${words[kind].name}的 id 与${words[other].name}的重复`, { found: id });
      seen.set(id, kind);
    }
  }
};

const packOf = (id: string): string => id.split('/')[0] ?? '';

/** Checks every reference; one into a kind that has lost a name is no error. */
export const checkReferences = (references: readonly Reference[], parts: Parts, nouns: Nouns): void => {
  const declared = declaredIn(parts, nouns);
  for (const { site, name, kinds: wanted } of references) {
    if (wanted.some((kind) => site.bench.unread.open.has(words[kind].files))) continue;
    const known = wanted.flatMap((kind) => declared[kind].map(({ id }) => id));
    const place = placeInScalar(site.bench, name, { from: 0 });
    if (!known.includes(name.text)) {
      const what = wanted.map((kind) => words[kind].name).join('、');
      report(site.bench, place, 'unknown-reference', `没有这个${what}`, {
        found: name.text,
        nearest: nearestName(name.text, known),
      });
    } else if (!canSee(site.pack, packOf(name.text))) {
      report(site.bench, place, 'unseen-reference', `它在政策包「${packOf(name.text)}」里，本包没有以它为基础`, {
        found: name.text,
        remedy: '请在 pack.yaml 的 builds-on 里加上它',
      });
    }
  }
};
