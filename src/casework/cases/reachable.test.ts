// Every state that a case can come into, through the real fold: whose it is, whose time runs, and how it ends.
import { describe, expect, it } from 'vitest';
import { stageKinds, type StageKind } from '#rules/packs/stage-order.ts';
import { actionKinds, actionRows } from './actions.ts';
import { holdKinds, holds } from './holds.ts';
import { mayAct } from './may-act.ts';
import { procedures } from './procedures/procedures.ts';
import { everyProcedure } from './procedures/shape.ts';
import { refusals } from './refusals.ts';
import { roleNames, roles } from './roles.ts';
import { isInStages, runningStage } from './stage-home.ts';
import { stages } from './stages.ts';
import { step } from './step.ts';
import type { CaseState } from './state.ts';
import { action, opened, roads, someone } from './toy-office.ts';
import { endingKeys, walk, type Seen } from './toy-walk.ts';
import { waitingFor, type WaitingFor } from './waiting.ts';

const kinds = everyProcedure;

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

type Waiting = Extract<WaitingFor, { readonly is: 'waiting' }>;
const waits = (states: readonly (readonly [string, CaseState])[]): readonly (readonly [string, Waiting])[] =>
  states.flatMap(([where, state]) => {
    const waiting = waitingFor(state);
    return waiting.is === 'waiting' ? [[where, waiting] as const] : [];
  });

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

  it('has an owner, a clock or a stated reason for none, and what silence does', () => {
    for (const [where, waiting] of waits(distinct)) {
      expect(roleNames[waiting.owner], where).toBeTruthy();
      expect(('none' in waiting.clock ? waiting.clock.none : waiting.clock.limit).length, where).toBeGreaterThan(1);
      expect(waiting.silence.text.length, where).toBeGreaterThan(5);
      expect(waiting.what, where).toBeTruthy();
    }
  });

  it('or has ended, and says the remedy', () => {
    const ended = distinct.flatMap(([where, state]) => {
      const waiting = waitingFor(state);
      return waiting.is === 'ended' ? [{ where, remedy: waiting.remedy }] : [];
    });
    expect(ended.length + waits(distinct).length).toBe(distinct.length);
    for (const { where, remedy } of ended) expect(remedy.length, where).toBeGreaterThan(8);
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

  it('lets somebody do something that leads on, unless a hold stops it', () => {
    const leadsOn = actionKinds.filter((kind) => actionRows[kind].reach === 'phase');
    const stuck = distinct.filter(([, state]) => {
      const waiting = waitingFor(state);
      if (waiting.is === 'ended' || waiting.on === 'hold') return false;
      return !roles.some((role) => leadsOn.some((kind) => mayAct(state, someone(role), kind).ok));
    });
    expect(stuck.map(([where]) => where)).toEqual([]);
  });
});

describe('every state under every hold', () => {
  it('has an owner, and a clock or a stated reason for none', () => {
    const held = distinct.flatMap(([where, state]) =>
      holdKinds.map((kind) => [`${where} ${kind}`, withHold(state, kind)] as const),
    );
    for (const [where, waiting] of waits(held)) {
      expect(roleNames[waiting.owner], where).toBeTruthy();
      expect('none' in waiting.clock ? waiting.clock.none : waiting.clock.limit, where).toBeTruthy();
    }
  });

  it('waits for the hold exactly where it stops something that could be done now', () => {
    const byAccount = distinct.filter(([, state]) => {
      const waiting = waitingFor(withHold({ ...state, holds: [] }, 'account'));
      return waiting.is === 'waiting' && waiting.hold === 'account';
    });
    // An unverified account stops orders, and orders are made at the pay stage only; a recovery may still cancel one.
    expect(byAccount.map(([where]) => where).toSorted()).toEqual([
      'apply/part-paid/pay',
      'apply/paying/pay',
      'confirm/paying/pay',
    ]);
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
    const cells = distinct.flatMap(([where, state]) =>
      actionKinds.flatMap((kind) =>
        roles.map((role) => ({ where: `${where} ${kind} ${role}`, answer: mayAct(state, someone(role), kind) })),
      ),
    );
    expect(cells.length).toBe(distinct.length * actionKinds.length * roles.length);
    expect(cells.length).toBeGreaterThan(200_000);
    const unsaid = cells.filter(({ answer }) => !answer.ok && refusals[answer.code] !== answer.sentence);
    expect(unsaid).toEqual([]);
    const allowed = cells.filter(({ answer }) => answer.ok).length;
    expect(allowed).toBeGreaterThan(1000);
    expect(allowed).toBeLessThan(cells.length / 20);
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

  it('opens at a stage only what the stage has, and all that it has', () => {
    const running = distinct.flatMap(([where, state]) => {
      const stage = runningStage(state);
      return stage === null ? [] : [{ where, state, stage }];
    });
    const decisive = ['stage-passed', 'recommend', 'approve', 'allocate', 'fund', 'set-base', 'make-order'] as const;
    for (const { where, state, stage } of running) {
      const row: { readonly [kind: string]: readonly string[] } = stages[stage].does;
      for (const kind of decisive) {
        const may = roles.filter((role) => mayAct({ ...state, holds: [] }, someone(role), kind).ok);
        expect(may.toSorted(), `${where} ${kind}`).toEqual([...(row[kind] ?? [])].toSorted());
      }
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
