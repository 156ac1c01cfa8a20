// Every state that a case can come into, through the real fold: whose it is, whose time runs, and how it ends.
import { describe, expect, it } from 'vitest';
import { stageKinds, type StageKind } from '#rules/packs/stage-order.ts';
import { actionKinds } from './actions.ts';
import { holdKinds, holds } from './holds.ts';
import { mayAct } from './may-act.ts';
import { procedures } from './procedures/procedures.ts';
import { procedureNames, type ProcedureKind } from './procedures/shape.ts';
import { refusals } from './refusals.ts';
import { roleNames, roles } from './roles.ts';
import { isInStages, runningStage } from './stage-home.ts';
import { stages } from './stages.ts';
import type { CaseState } from './state.ts';
import { opened, roads, someone } from './toy-office.ts';
import { endingKeys, walk, type Seen } from './toy-walk.ts';
import { waitingFor } from './waiting.ts';
import { step } from './step.ts';
import { action } from './toy-office.ts';

const kinds = Object.keys(procedureNames) as readonly ProcedureKind[];

const openers = { found: 'register-manager', nominated: 'county-reviewer', applied: 'legal-person' } as const;
const walks: ReadonlyMap<string, ReadonlyMap<string, Seen>> = new Map([
  ...kinds.map((kind) => [kind, walk(kind)] as const),
  ...Object.entries(openers).map(
    ([phase, role]) => [`enrol from ${phase}`, walk('enrol', { by: someone(role) })] as const,
  ),
  ['apply, silence accepts by a clause', walk('apply', { silenceAcceptsBy: 'permit-law-32' })],
  ['apply for a title', walk('apply', { stages: [{ kind: 'formal', days: null, quorum: null }] })],
]);
const seen = [...walks.values()].flatMap((each) => [...each.values()].map(({ state }) => state));

/** One state for each procedure, phase and stage. */
const distinct = [...new Map(seen.map((state) => [`${state.procedure}/${state.phase}/${runningStage(state)}`, state]))];

const withHold = (state: CaseState, kind: (typeof holdKinds)[number]): CaseState => ({
  ...state,
  holds: [...state.holds.filter((hold) => hold.kind !== kind), { kind, reason: '来函', by: 'x', since: state.last }],
});

describe('every state that a case can come into', () => {
  it('is found: every phase of every procedure is reached, and no other', () => {
    for (const kind of kinds) {
      const reached = new Set(seen.filter((state) => state.procedure === kind).map(({ phase }) => phase));
      expect([...reached].toSorted(), kind).toEqual(Object.keys(procedures[kind].phases).toSorted());
    }
  });

  it('is found: every kind of stage is reached where it is to be worked on', () => {
    const reached = new Set(seen.map(runningStage));
    expect(stageKinds.filter((kind: StageKind) => !reached.has(kind))).toEqual([]);
  });

  it('keeps the stage inside its list', () => {
    for (const { stage, stages: list, furthest } of seen) {
      expect(stage ?? 0).toBeLessThanOrEqual(list.length);
      expect(furthest).toBeLessThanOrEqual(list.length);
    }
  });

  it('has an owner, a clock or a stated reason for none, and what silence does; or it has ended, and says the remedy', () => {
    for (const [where, state] of distinct) {
      const waiting = waitingFor(state);
      if (waiting.is === 'ended') {
        expect(waiting.remedy.length, where).toBeGreaterThan(8);
        continue;
      }
      expect(roleNames[waiting.owner], where).toBeTruthy();
      expect(('none' in waiting.clock ? waiting.clock.none : waiting.clock.limit).length, where).toBeGreaterThan(1);
      expect(waiting.silence.text.length, where).toBeGreaterThan(5);
      expect(waiting.what, where).toBeTruthy();
    }
  });

  it('has a way to an end', () => {
    for (const [where, each] of walks) {
      const ending = endingKeys(each);
      expect(
        [...each].filter(([key]) => !ending.has(key)).map(([key]) => key),
        where,
      ).toEqual([]);
    }
  });

  it('lets its owner do something, or somebody else end the wait', () => {
    for (const [where, state] of distinct) {
      const waiting = waitingFor(state);
      if (waiting.is === 'ended') continue;
      const someoneMay = roles.some((role) =>
        actionKinds.some((kind) => {
          const anywhere = ['hold', 'delegate', 'hand-over', 'declare-tie', 'rule', 'correct', 'remind', 'silence'];
          const besides = ['extend', 'explain-delay', 'subject-changed', 'release-hold'];
          return ![...anywhere, ...besides].includes(kind) && mayAct(state, someone(role), kind).ok;
        }),
      );
      const heldUp = waiting.on === 'hold';
      expect(someoneMay || heldUp, where).toBe(true);
    }
  });
});

describe('every state under every hold', () => {
  it('has an owner, and a clock or a stated reason for none', () => {
    for (const [where, state] of distinct)
      for (const kind of holdKinds) {
        const waiting = waitingFor(withHold(state, kind));
        if (waiting.is === 'ended') continue;
        expect(roleNames[waiting.owner], `${where} ${kind}`).toBeTruthy();
        expect('none' in waiting.clock ? waiting.clock.none : waiting.clock.limit, `${where} ${kind}`).toBeTruthy();
      }
  });

  it('can be freed again by everyone whom the hold names, and is then as before', () => {
    for (const [where, state] of distinct)
      for (const kind of holdKinds) {
        if (state.holds.length > 0) continue;
        const held = withHold(state, kind);
        for (const role of holds[kind].release) {
          const by = someone(role);
          const freed = step(held, action(held, by, 'release-hold', { hold: kind, reason: '已查清' }));
          expect(freed.ok && [freed.state.phase, freed.state.stage, freed.state.holds], `${where} ${kind}`).toEqual([
            state.phase,
            state.stage,
            [],
          ]);
        }
      }
  });

  it('stops what the hold names, by name, and nothing else', () => {
    for (const [, state] of distinct)
      for (const kind of holdKinds) {
        const held = withHold({ ...state, holds: [] }, kind);
        for (const each of actionKinds)
          for (const role of roles) {
            const free = mayAct({ ...state, holds: [] }, someone(role), each);
            if (!free.ok || each === 'silence' || each === 'extend') continue;
            const blocked = holds[kind].blocks.some((name) => name === each);
            expect(mayAct(held, someone(role), each).ok).toBe(!blocked);
          }
      }
  });
});

describe('may this person act', () => {
  it('is answered in every phase, at every stage, for every action and every role', () => {
    let cells = 0;
    for (const [where, state] of distinct)
      for (const kind of actionKinds)
        for (const role of roles) {
          const answer = mayAct(state, someone(role), kind);
          cells += 1;
          if (!answer.ok) expect(refusals[answer.code], `${where} ${kind} ${role}`).toBe(answer.sentence);
        }
    expect(cells).toBe(distinct.length * actionKinds.length * roles.length);
    expect(cells).toBeGreaterThan(200_000);
  });

  it('says why not and what would make it possible, in two parts', () => {
    for (const [code, sentence] of Object.entries(refusals)) expect(sentence, code).toMatch(/^[^；]{4,}；.{4,}$/);
  });

  it('never lets those act who only read or administer', () => {
    for (const [, state] of distinct)
      for (const kind of actionKinds)
        for (const role of ['inspection', 'system-admin', 'security-admin', 'audit-admin'] as const)
          expect(mayAct(state, someone(role), kind).ok).toBe(false);
  });

  it('opens at a stage only what the stage has, whatever the phase would allow', () => {
    for (const [where, state] of distinct) {
      const stage = runningStage(state);
      if (stage === null) continue;
      const rows: { readonly [kind: string]: readonly string[] } = stages[stage].does;
      const atStages = [
        'stage-passed',
        'approve',
        'allocate',
        'fund',
        'make-order',
        'release-order',
        'set-base',
      ] as const;
      for (const kind of atStages)
        for (const role of roles)
          if (mayAct(state, someone(role), kind).ok) expect(rows[kind] ?? [], `${where} ${kind}`).toContain(role);
    }
  });

  it('lets no work of stages be done once all stages are', () => {
    const after = distinct.filter(
      ([, state]) => isInStages(state) && runningStage(state) === null && state.stage !== null,
    );
    expect(after.length).toBeGreaterThan(0);
    for (const [where, state] of after)
      for (const kind of ['stage-passed', 'approve', 'allocate', 'fund', 'make-order'] as const)
        for (const role of roles) expect(mayAct(state, someone(role), kind).ok, `${where} ${kind}`).toBe(false);
  });
});

describe('the roads of the tests', () => {
  it('hold all 18 kinds of stages', () => {
    expect(new Set(roads.apply)).toEqual(new Set(stageKinds));
    expect(opened('apply').phase).toBe('draft');
  });
});
