// The growth plan: what stands between a firm and its next level (and the re-check of its present one), and what helps: measures,
// and titles outside the ladder that the level may ask for.
import { changesFor } from './change.ts';
import { gapOf } from './gap.ts';
import type { GateAtHand } from './ladder.ts';
import { readsOf } from './reads.ts';
import type { Setting } from './stacking.ts';
import { conditionTarget } from './target.ts';
import type { Entry } from './entry.ts';
import { requirementOn } from '#rules/evaluate/gate.ts';
import type { ConditionResult, GateResult, PlanStep } from '#rules/evaluate/result.ts';
import type { Condition, Mode } from '#rules/packs/rulebook.ts';

export type JudgedGate = GateAtHand & { readonly result: GateResult };
export type JudgedTitle = JudgedGate & { readonly held: boolean | null };

/** A condition that is not met, with its result and the id of the nearest ancestor that has one. */
type Obstacle = { readonly id: string | null; readonly condition: Condition; readonly result: ConditionResult };

/** Taken apart where all parts are needed; what may be met in several ways stays one obstacle. */
const obstaclesIn = (condition: Condition, result: ConditionResult, above: string | null): readonly Obstacle[] => {
  if (result.verdict === 'eligible') return [];
  const id = condition.id ?? above;
  if (condition.kind !== 'all') return [{ id, condition, result }];
  return condition.of.flatMap((part, index) => {
    const traced = result.of?.[index];
    return traced === undefined ? [] : obstaclesIn(part, traced, id);
  });
};

const obstaclesOf = ({ book, on }: Setting, { gate, mode, result }: JudgedGate): readonly Obstacle[] => {
  if (result.conditions === null) return [];
  const found = obstaclesIn(requirementOn(book, gate, mode, on), result.conditions, null);
  const failing = found.filter((each) => each.result.verdict === 'ineligible');
  return [...failing, ...found.filter((each) => each.result.verdict === 'undetermined')];
};

/** Items that say they help one of the facts, those left out that are not addressed to the firm. */
const measuresFor = ({ book }: Setting, entries: readonly Entry[], condition: Condition): readonly string[] => {
  const facts = new Set(readsOf(book, condition).facts.map(({ fact }) => fact));
  const helping = entries.filter(
    ({ item, result }) => result.applies !== false && item.helps.some((fact) => facts.has(fact)),
  );
  return [...new Set(helping.map(({ item }) => item.id))];
};

/** The day on which waiting alone is enough; null when it is not. */
const waitingDay = (setting: Setting, { condition, result }: Obstacle, mode: Mode): string | null => {
  const timed = readsOf(setting.book, condition).facts.some(({ fact }) => fact.change === 'time');
  if (!timed || result.verdict !== 'ineligible') return null;
  const judged = { firm: setting.firm, subject: null };
  const [change] = changesFor(setting, conditionTarget(setting, condition, mode), judged);
  return change !== undefined && change.facts.every(({ how }) => how === 'time') ? change.at : null;
};

const stepsFor = (
  setting: Setting,
  entries: readonly Entry[],
  judged: JudgedGate,
  goal: string,
  by: string | null,
): readonly PlanStep[] =>
  obstaclesOf(setting, judged).map((obstacle) => ({
    goal,
    condition: obstacle.id,
    gap: gapOf(obstacle.result),
    measures: measuresFor(setting, entries, obstacle.condition),
    by: by ?? waitingDay(setting, obstacle, judged.mode),
  }));

/** Of several gates to one level any will do: the one with the fewest obstacles, and none when one is already passed. */
const nearestGate = (setting: Setting, gates: readonly JudgedGate[]): JudgedGate | null => {
  if (gates.some(({ result }) => result.verdict === 'eligible')) return null;
  const [nearest] = gates.toSorted((a, b) => obstaclesOf(setting, a).length - obstaclesOf(setting, b).length);
  return nearest ?? null;
};

const passed: Pick<PlanStep, 'condition' | 'gap' | 'measures' | 'by'> = {
  condition: null,
  gap: '条件都已达到，可以申报',
  measures: [],
  by: null,
};

/** The way to each title that an obstacle on the way up asks after and that the firm is not known to hold. */
const titleSteps = (
  setting: Setting,
  entries: readonly Entry[],
  titles: readonly JudgedTitle[],
  growth: JudgedGate,
): readonly PlanStep[] => {
  const asked = new Set(
    obstaclesOf(setting, growth).flatMap(({ condition }) =>
      readsOf(setting.book, condition).facts.map(({ fact }) => fact.path),
    ),
  );
  return setting.book.titles.flatMap((title) => {
    const gates = titles.filter(({ gate, held }) => gate.to === title && held !== true && asked.has(title));
    if (gates.some(({ result }) => result.verdict === 'eligible')) return [{ ...passed, goal: title }];
    const nearest = nearestGate(setting, gates);
    return nearest === null ? [] : stepsFor(setting, entries, nearest, title, null);
  });
};

/**
 * The steps of the plan: first the re-check of the present level, then the next level with the titles it may ask for; in each, what
 * fails before what is not known.
 *
 * @param until  the last day of the present level, by which its re-check has to be passed
 */
export const planFor = (
  setting: Setting,
  entries: readonly Entry[],
  gates: readonly JudgedGate[],
  titles: readonly JudgedTitle[],
  ladder: { readonly level: string | null; readonly next: string | null; readonly until: string | null },
): readonly PlanStep[] => {
  const { level, next, until } = ladder;
  const review =
    level === null
      ? null
      : nearestGate(
          setting,
          gates.filter(({ gate, mode }) => mode === 'review' && gate.to === level),
        );
  const growth =
    next === null
      ? null
      : nearestGate(
          setting,
          gates.filter(({ gate, mode }) => mode === 'new' && gate.to === next),
        );
  return [
    ...(review === null ? [] : stepsFor(setting, entries, review, `${level ?? ''}复核`, until)),
    ...(growth === null ? [] : stepsFor(setting, entries, growth, next ?? '', null)),
    ...(growth === null ? [] : titleSteps(setting, entries, titles, growth)),
  ];
};
