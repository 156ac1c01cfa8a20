// A subject of which nothing is known, standing for every one that a firm may have: what is refused to it is refused to all.
import { begin, type EvaluationOptions } from './begin.ts';
import { freshMemory, type Context, type OpenDate } from './context.ts';
import { decide } from './decide.ts';
import type { Why } from './outcome.ts';
import { versionsOn } from './versions.ts';
import type { SubjectKind } from '#rules/facts/dictionary.ts';
import type { Enterprise, Facts } from '#rules/facts/enterprise.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Condition, Item, ItemVersion, Rulebook } from '#rules/packs/rulebook.ts';

export type Asked = {
  readonly book: Rulebook;
  readonly firm: Enterprise;
  readonly on: PlainDate;
  readonly options: EvaluationOptions | undefined;
};

const noFacts: Facts = { single: new Map(), yearly: new Map() };
const nothing: Why = { missing: [], reasons: [] };

/** The context of such a subject. */
export const anySubject = ({ book, firm, on, options }: Asked, kind: Exclude<SubjectKind, 'enterprise'>): Context =>
  begin({ book, firm, on, subject: { kind, name: '', facts: noFacts }, options });

/** The date is somewhere in the version's term. What is derived there may rest on other parameters than elsewhere. */
export const withinTerm = (context: Context, { term }: ItemVersion, why: Why): Context => {
  const parametersOn: OpenDate = { from: term.from, to: term.to === 'unknown' ? null : term.to, why };
  return { ...context, parametersOn, memory: freshMemory(context.memory) };
};

/** Whether every version that may be the one refuses this subject. Decided without a trace: few are, and many are asked. */
export const isRefused = (context: Context, { versions: all }: Item): boolean => {
  const isByFiling = all.every(({ by }) => by === null);
  const versions = isByFiling ? versionsOn(all, context.on).versions : all;
  return versions.every((version) => {
    const judging = isByFiling ? context : withinTerm(context, version, nothing);
    const refuses = (condition: Condition | null): boolean => {
      const truth = condition === null ? null : decide(judging, condition);
      return truth?.is === 'boolean' && !truth.value;
    };
    return refuses(version.applies) || refuses(version.eligible);
  });
};
