// What points from one compiled thing to another: scores, stacking rules, items. Checked when everything is there.
import { compare } from '#rules/exact/rational.ts';
import { report } from './bench.ts';
import { conditionsIn, reportUnknown } from './conditions.ts';
import type { ItemDraft } from './items.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import type { Benefit, Condition, ScoreCondition, ScoreTable } from './rulebook.ts';
import type { ScoreDraft } from './parts.ts';
import { conditionsOfRule, mostOf } from './scores.ts';
import type { Site } from './site.ts';

/** A condition and the site it was compiled at. */
export type Placed = { readonly site: Site; readonly condition: Condition | null };

const checkScore = (site: Site, condition: ScoreCondition, tables: ReadonlyMap<string, ScoreTable>): void => {
  const table = tables.get(condition.score);
  const { place, part, score, mark, strict } = condition;
  if (table === undefined) {
    report(site.bench, place, 'unknown-score', '没有这张评分表', {
      found: score,
      nearest: nearestName(score, tables.keys()),
    });
    return;
  }
  const most = mostOf(table, part);
  if (most === null && part.kind !== 'total') {
    const known = part.kind === 'block' ? [...table.blocks.keys()] : table.indicators.map(({ id }) => id);
    const code = part.kind === 'block' ? 'unknown-block' : 'unknown-indicator';
    report(site.bench, place, code, `评分表「${score}」里没有这一${part.kind === 'block' ? '块' : '项'}`, {
      found: part.name,
      nearest: nearestName(part.name, known),
    });
  }
  if (most !== null && compare(mark, most) > (strict ? -1 : 0)) {
    report(site.bench, place, 'score-unreachable', '要求的分数超过满分，永远达不到', { found: score });
  }
};

/** Checks every score condition against the tables. */
export const checkScores = (placed: readonly Placed[], tables: ReadonlyMap<string, ScoreTable>): void => {
  for (const { site, condition } of placed) {
    for (const one of conditionsIn(condition)) if (one.kind === 'score') checkScore(site, one, tables);
  }
};

/** Scores stand alone: no table reads another, and an indicator's id is unique over all tables, so that a case can name it. */
export const checkScoreTables = (drafts: readonly ScoreDraft[]): void => {
  const seen = new Map<string, string>();
  for (const { table, site } of drafts) {
    for (const { id, rule, place } of table.indicators) {
      const other = seen.get(id);
      // An id that could not be read is the empty text.
      if (other !== undefined && other !== table.id && id !== '') {
        report(site.bench, place, 'duplicate-id', `指标的 id 与评分表「${other}」的重复`, { found: id });
      }
      seen.set(id, table.id);
      for (const condition of conditionsOfRule(rule).flatMap(conditionsIn)) {
        if (condition.kind === 'score')
          report(site.bench, condition.place, 'score-not-here', '评分表里不能用评分条件', { found: condition.score });
      }
    }
  }
};

/** The guards of the rows of a benefit, at any depth. */
export const guardsOf = (benefit: Benefit): readonly (Condition | null)[] =>
  benefit.kind === 'first' ? benefit.rows.flatMap(({ when, then }) => [when, ...guardsOf(then)]) : [];

/** Every condition of an item: applies, eligible, and the guards of its benefits. */
export const conditionsOfItem = ({ item, site }: ItemDraft): readonly Placed[] =>
  item.versions.flatMap(({ applies, eligible, benefit }) => {
    return [applies, eligible, ...guardsOf(benefit)].map((condition) => ({ site, condition }));
  });

/** Checks that the stacking rules which items name exist. */
export const checkStackingNames = (items: readonly ItemDraft[], rules: ReadonlySet<string>): void => {
  for (const { shape, site } of items) {
    for (const name of shape.stacking ?? []) {
      if (!rules.has(name.text)) reportUnknown(site, name, 'unknown-stacking', '没有这条叠加规则', rules);
    }
  }
};
