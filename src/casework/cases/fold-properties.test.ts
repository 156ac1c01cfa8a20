import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionKinds, actionRows, type Action } from './actions.ts';
import { fold } from './fold.ts';
import { everyProcedure } from './procedures/shape.ts';
import { step } from './step.ts';
import { candidates, opened, opening } from './toy-office.ts';

describe('any list of actions', () => {
  const kinds = everyProcedure;

  const leadingOn = actionKinds.filter((kind) => actionRows[kind].reach === 'phase');

  it('keeps a case foldable while each is allowed, and a refused one changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (kind, picks) => {
        const taken: Action[] = [opening(kind)];
        let state = opened(kind);
        for (const pick of picks) {
          const drawn = actionKinds[pick % actionKinds.length] ?? 'submit';
          const offered = candidates(state, [drawn]);
          const each = offered[pick % Math.max(1, offered.length)];
          if (each === undefined) continue;
          const frozen = structuredClone(state);
          const result = step(state, each);
          expect(state).toEqual(frozen);
          if (result.ok) taken.push(each);
          if (result.ok) state = result.state;
        }
        expect(fold(taken)).toEqual({ ok: true, state });
      }),
      { numRuns: 300 },
    );
  });

  it('goes far on roads that prefer what is allowed, and every prefix folds', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(fc.nat(), { minLength: 20, maxLength: 40 }), (kind, picks) => {
        const taken: Action[] = [opening(kind)];
        let state = opened(kind);
        for (const pick of picks) {
          // Three times of four something that leads on; the rest may happen anywhere and leaves a case where it is.
          const drawn = pick % 4 === 0 ? actionKinds : leadingOn;
          const allowed = candidates(state, drawn).filter((each) => step(state, each).ok);
          const each = allowed[(pick >> 2) % Math.max(1, allowed.length)];
          if (each === undefined) break;
          const result = step(state, each);
          if (!result.ok) throw new Error(result.code);
          taken.push(each);
          state = result.state;
          reached.add(`${kind}/${state.phase}`);
        }
        expect(fold(taken.slice(0, Math.ceil(taken.length / 2))).ok).toBe(true);
        expect(fold(taken)).toEqual({ ok: true, state });
      }),
      { numRuns: 60 },
    );
    expect(reached.size).toBeGreaterThan(30);
  });
});
