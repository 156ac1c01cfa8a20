// Compiles assessments: who is assessed, by which score table, which fact the result answers, and from how many points each level starts.
import { compare } from '#rules/exact/rational.ts';
import { report } from '#rules/packs/bench.ts';
import type { AssessmentShape } from '#rules/packs/shapes/assessments.ts';
import { below, type Site } from '#rules/packs/site.ts';
import { countHere, documentHere, factsNamed, headOf, refer, statedHere, type References } from './desk.ts';
import type { Assessment, Quantity, Stated } from './nouns.ts';

const levelsOf = (site: Site, shape: AssessmentShape['levels']): Assessment['levels'] => {
  if ('value' in shape) return shape.value === 'unknown' ? 'unknown' : [];
  let before: Quantity | null = null;
  const levels: { readonly name: string; readonly from: Stated }[] = [];
  for (const { key, value } of shape) {
    const from = statedHere(site, value, [null], '等级的起点');
    levels.push({ name: key.text, from });
    if (from.value === 'unknown') continue;
    if (before !== null && compare(before.low, from.value.low) >= 0) {
      report(site.bench, key.place, 'levels-not-rising', '等级要从低到高写，起点要逐级提高', {
        found: from.value.text,
        expected: `高于 ${before.text}`,
      });
    }
    before = from.value;
  }
  return levels;
};

/** Compiles one assessment. */
export const compileAssessment =
  (references: References) =>
  (outer: Site, shape: AssessmentShape): Assessment => {
    const site = below(outer, shape);
    const known = shape.score.text === 'unknown' ? [] : [shape.score];
    const [score = null] = refer(references, site, known, ['score']);
    const [result = null] = shape.result === undefined ? [] : factsNamed(site, [shape.result]);
    return {
      ...headOf(site, shape, '评测'),
      document: documentHere(site, shape.document),
      kind: shape.kind.value,
      subject: shape.subject.value,
      score,
      result,
      levels: levelsOf(site, shape.levels),
      dimensions: (shape.dimensions ?? []).map(({ text }) => text),
      counts: (shape.counts ?? []).map((row) => ({ name: row.name.text, ...countHere(site, row, '计数') })),
    };
  };
