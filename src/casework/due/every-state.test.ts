// Every state that a case can come into: whatever the clock then finds to do, the case lets it do.
import { describe, expect, it } from 'vitest';
import type { Action } from '#casework/cases/actions.ts';
import { holdKinds } from '#casework/cases/holds.ts';
import { procedures } from '#casework/cases/procedures/procedures.ts';
import { everyProcedure, isEnding } from '#casework/cases/procedures/shape.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { step } from '#casework/cases/step.ts';
import { bank, roads, someone } from '#casework/cases/toy-office.ts';
import { walk } from '#casework/cases/toy-walk.ts';
import { waitingFor } from '#casework/cases/waiting.ts';
import { day, national, ruleOf } from '#test/support/legal-time.ts';
import { dueActions } from './due-actions.ts';
import { fromIso } from '#casework/time/iso.ts';
import type { DueTerms } from './terms.ts';

const now = '2026-03-02T02:00:00.000Z';
const rows = everyProcedure.flatMap((kind) => Object.values(procedures[kind].phases));
const limitsOfPhases = rows.flatMap((row) => (isEnding(row) || 'none' in row.clock ? [] : [row.clock.limit]));

/** Every limit is stated, and over long before `now`. */
const terms: DueTerms = {
  correction: ruleOf(2, 'workday', { name: '补正期限', owner: 'firm' }),
  clause: '办事指南第五条',
  limits: Object.fromEntries(
    limitsOfPhases.map((limit) => [
      limit,
      limit === '机构答复期限' ? { days: '1个工作日', clause: 'x' } : { until: day('2026-01-01'), clause: 'x' },
    ]),
  ),
};
const marks = {
  extended: new Map(),
  asked: new Map([[bank, fromIso('2026-01-06T02:00:00.000Z')]]),
  spared: new Map(),
};

/** Who opens it says in which phase a case for a register begins. */
const openers = (['register-manager', 'county-reviewer', 'legal-person'] as const).map((role) => someone(role));

const states = everyProcedure.flatMap((kind) => {
  const stages = roads[kind].map((each) => ({ kind: each, days: '1个工作日', quorum: null }));
  const openings = kind === 'enrol' ? openers.map((by) => ({ stages, by })) : [{ stages }];
  return openings.flatMap((opening) => [...walk(kind, opening).values()].map(({ state }) => state));
});

const taken = (state: CaseState): readonly [CaseState, readonly string[]] => {
  const kinds: string[] = [];
  const after = dueActions(state, marks, terms, national, now).reduce((at, due) => {
    kinds.push(due.kind);
    // An action of this kind with its payload.
    const result = step(at, { ...due, case: at.id, at: now, by: someone('clock'), rulebook: null } as Action);
    if (!result.ok) throw new Error(`${due.id}: ${result.code}`);
    return result.state;
  }, state);
  return [after, kinds];
};

describe('what the clock does in any state', () => {
  it('is let in, pays nothing and puts no good word into anybody’s mouth', () => {
    const silent = new Set<string>();
    for (const state of states) {
      const [after, kinds] = taken(state);
      if (kinds.includes('silence')) silent.add(`${state.procedure}/${state.phase}`);
      expect([after.parts, after.orders, after.rating]).toEqual([state.parts, state.orders, state.rating]);
      expect([state.feedback, '未反馈']).toContain(after.feedback);
    }
    // Not one phase with a limit is left out.
    const limited = everyProcedure.flatMap((kind) =>
      Object.entries(procedures[kind].phases).flatMap(([phase, row]) =>
        isEnding(row) || 'none' in row.clock ? [] : [`${kind}/${phase}`],
      ),
    );
    expect([...silent].toSorted()).toEqual(limited.toSorted());
  });

  it('is nothing while a hold stops the case', () => {
    const held = states.flatMap((state) =>
      holdKinds.map((kind) => ({ ...state, holds: [{ kind, reason: '来函', by: 'x', since: state.last }] })),
    );
    const stopped = held.filter((state) => {
      const waiting = waitingFor(state);
      return waiting.is === 'waiting' && waiting.on === 'hold';
    });
    expect(stopped.length).toBeGreaterThan(states.length);
    for (const state of stopped) expect(dueActions(state, marks, terms, national, now)).toEqual([]);
  });
});
