// Compiles the terms of the sources. A term without a meaning is known by name only, and says so.
import { report } from '#rules/packs/bench.ts';
import { reportUnknown } from '#rules/packs/conditions.ts';
import { listOf } from '#rules/packs/shapes/stated.ts';
import type { TermShape } from '#rules/packs/shapes/glossary.ts';
import { canSee } from '#rules/packs/order.ts';
import { below, clauseRequired, type Site } from '#rules/packs/site.ts';
import { refer, type References } from './desk.ts';
import type { Term } from './nouns.ts';

/** A compiled term with what its checks still need. */
export type TermDraft = { readonly value: Term; readonly shape: TermShape; readonly site: Site };

/** Compiles one term. */
export const compileTerm =
  (references: References) =>
  (outer: Site, shape: TermShape): TermDraft => {
    const site = below(outer, shape);
    const value: Term = {
      term: shape.term.text,
      en: shape.en?.text ?? null,
      means: shape.means?.text ?? null,
      clause: clauseRequired(site, shape.term.place, '术语'),
      notToBeConfusedWith: listOf(shape['not-to-be-confused-with']).map(({ text }) => text),
      see: refer(references, site, listOf(shape.see), [
        'item',
        'gate',
        'score',
        'register',
        'fund',
        'indicator',
        'plan',
        'assessment',
      ]),
      unsettled: (shape.unsettled ?? []).map(({ text }) => text),
      pack: site.pack.id,
      place: shape['@'].place,
    };
    return { value, shape, site };
  };

/** The terms by pack/term; reports a term written twice, and one that is confused with itself or with nothing. */
export const gatherTerms = (drafts: readonly TermDraft[]): ReadonlyMap<string, Term> => {
  const terms = new Map<string, Term>();
  for (const { value, shape, site } of drafts) {
    const key = `${value.pack}/${value.term}`;
    if (terms.has(key)) report(site.bench, shape.term.place, 'duplicate-name', '术语重复', { found: value.term });
    else terms.set(key, value);
  }
  for (const { value, shape, site } of drafts) {
    const others = [...terms.values()].filter(({ pack, term }) => canSee(site.pack, pack) && term !== value.term);
    const known = others.map(({ term }) => term);
    for (const name of listOf(shape['not-to-be-confused-with']))
      if (!known.includes(name.text)) reportUnknown(site, name, 'unknown-term', '术语表里没有另一个这样的术语', known);
  }
  return terms;
};
