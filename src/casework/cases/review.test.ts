import { describe, expect, it } from 'vitest';
import type { StageKind } from '#rules/packs/stage-order.ts';
import type { CaseState } from './state.ts';
import { opened, someone, stageSpecs } from './toy-office.ts';
import { handler, passed, toReview } from './toy-road.ts';
import { after, deed, refusalOf } from './toy-story.ts';

/** A case at its first stage, which is of this kind. */
const at = (kind: StageKind, quorum: number | null = null): CaseState =>
  after(opened('apply', { stages: [{ kind, days: null, quorum }, ...stageSpecs(['collective'])] }), ...toReview);

describe('专家评审', () => {
  const draw = (attempt: number, experts: readonly string[]) =>
    deed(handler, 'draw-experts', { seed: 'f'.repeat(64), attempt, experts });
  const drawn = after(at('panel'), draw(1, ['expert-1', 'expert-2']));
  const score = (number: number, points = 80n) => deed(someone('expert', number), 'score', { points, outOf: 100n });

  it('is scored by those who were drawn, and by nobody else', () => {
    expect(refusalOf(at('panel'), score(1))).toBe('not-drawn');
    expect(refusalOf(drawn, score(3))).toBe('not-drawn');
    expect(refusalOf(drawn, score(1))).toBe(null);
  });

  it('passes when all who were drawn have scored, and as many as the pack asks for', () => {
    expect(refusalOf(after(drawn, score(1)), passed())).toBe('scores-missing');
    expect(refusalOf(after(drawn, score(1), score(2)), passed())).toBe(null);
    const few = after(at('panel', 3), draw(1, ['expert-1', 'expert-2']), score(1), score(2));
    expect(refusalOf(few, passed())).toBe('scores-missing');
  });

  it('takes no score above the full marks or below zero', () => {
    expect(refusalOf(drawn, score(1, 101n))).toBe('points-wrong');
    expect(refusalOf(drawn, score(1, -1n))).toBe('points-wrong');
    expect(refusalOf(drawn, score(1, 100n))).toBe(null);
  });

  it('keeps every draw, numbered one after the other; a new one is scored anew', () => {
    const scored = after(drawn, score(1), score(2));
    expect(refusalOf(scored, draw(1, ['expert-1']))).toBe('draw-repeated');
    expect(refusalOf(scored, draw(3, ['expert-1']))).toBe('draw-repeated');
    const again = after(scored, draw(2, ['expert-1']));
    expect(again.draws.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(refusalOf(again, passed())).toBe('scores-missing');
    expect(refusalOf(again, score(2))).toBe('not-drawn');
  });
});

describe('现场核查', () => {
  const inspector = someone('site-inspector');
  const visit = (persons: readonly string[], photos: readonly string[] = ['照片'], place = '厂区') =>
    deed(inspector, 'record-visit', { persons, photos, place });

  it('is made by two persons, of whom one records it, with place and photos', () => {
    const state = at('site');
    expect(refusalOf(state, passed(inspector))).toBe('two-persons');
    expect(refusalOf(state, visit([inspector.person]))).toBe('two-persons');
    expect(refusalOf(state, visit([inspector.person, inspector.person]))).toBe('two-persons');
    expect(refusalOf(state, visit(['甲', '乙']))).toBe('two-persons');
    expect(refusalOf(state, visit([inspector.person, '乙'], []))).toBe('two-persons');
    expect(refusalOf(state, visit([inspector.person, '乙'], ['照片'], ' '))).toBe('text-missing');
    expect(refusalOf(after(state, visit([inspector.person, '乙'])), passed(inspector))).toBe(null);
  });
});

describe('第三方审计', () => {
  it('sets the approved base, and does not pass without one', () => {
    const state = at('audit');
    expect(refusalOf(state, passed())).toBe('base-missing');
    const report = 'a'.repeat(64);
    expect(refusalOf(state, deed(someone('auditor'), 'set-base', { baseFen: 0n, report }))).toBe('amount-wrong');
    const audited = after(state, deed(someone('auditor'), 'set-base', { baseFen: 5_000_000n, report }));
    expect(audited.baseFen).toBe(5_000_000n);
    expect(refusalOf(audited, passed())).toBe(null);
  });
});

describe('部门会审', () => {
  const bureau = (organisation: string) => ({ ...someone('joint-bureau'), organisation });

  it('waits for as many bureaus as the pack asks for; one that speaks twice counts once', () => {
    const state = at('joint', 2);
    expect(refusalOf(state, passed())).toBe('opinions-missing');
    const twice = after(state, deed(bureau('财政局'), 'give-opinion'), deed(bureau('财政局'), 'give-opinion'));
    expect(refusalOf(twice, passed())).toBe('opinions-missing');
    expect(refusalOf(after(twice, deed(bureau('科技局'), 'give-opinion')), passed())).toBe(null);
  });
});

describe('公示', () => {
  it('that is asked for twice is published twice: the first does not stand for the second', () => {
    const stages = stageSpecs(['collective', 'notice', 'notice']);
    const approve = deed(someone('director'), 'approve', { slip: null, amountFen: null });
    const first = after(opened('apply', { stages }), ...toReview, approve, deed(handler, 'publish-notice'), passed());
    expect(first.stage).toBe(2);
    expect(refusalOf(first, passed())).toBe('notice-running');
    expect(refusalOf(first, deed(someone('public'), 'object'))).toBe('not-published');
  });
});
