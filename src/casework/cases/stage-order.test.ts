import { describe, expect, it } from 'vitest';
import { misplacedStages, stageKinds, type StageKind } from '#rules/packs/stage-order.ts';
import { openCase } from './open-case.ts';
import { homeOfStage } from './stage-home.ts';
import { stageListProblems } from './stage-order.ts';
import { longRoad, opening, roads, stageSpecs } from './toy-office.ts';

/** The law of the design, pair by pair, written off by hand. */
const law: readonly (readonly [StageKind, StageKind])[] = [
  ['credit', 'collective'],
  ['duplicate', 'allocate'],
  ['audit', 'allocate'],
  ['collective', 'notice'],
  ['allocate', 'notice'],
  ['notice', 'funding'],
  ['funding', 'pay'],
  ['treasury', 'pay'],
  ['account', 'pay'],
  ['pay', 'performance'],
];

describe('the order of stages', () => {
  it('knows 18 kinds', () => {
    expect(stageKinds).toHaveLength(18);
  });

  it('forbids of all pairs exactly those that the law names, and anything before 形式审查', () => {
    const forbidden = stageKinds.flatMap((later) =>
      stageKinds
        .filter((earlier) => earlier !== later && misplacedStages([later, earlier]).length > 0)
        .map((earlier) => `${later} ${earlier}`),
    );
    const expected = [
      ...law.map(([earlier, later]) => `${later} ${earlier}`),
      ...stageKinds.filter((kind) => kind !== 'formal').map((kind) => `${kind} formal`),
    ];
    expect(forbidden.toSorted()).toEqual(expected.toSorted());
  });

  it('lets credit be checked again before payment', () => {
    expect(misplacedStages(longRoad)).toEqual([]);
    expect(longRoad.filter((kind) => kind === 'credit')).toHaveLength(2);
  });

  it('leaves government before or after 公示 to the city', () => {
    expect(misplacedStages(['collective', 'government', 'notice'])).toEqual([]);
    expect(misplacedStages(['collective', 'notice', 'government'])).toEqual([]);
  });

  it('says at which place the list is wrong', () => {
    expect(misplacedStages(['formal', 'notice', 'collective'])).toEqual([
      { index: 1, message: '环节「collective」要排在「notice」之前', found: 'notice' },
    ]);
  });
});

describe('the stages of a case', () => {
  it('are lawful on the roads that the tests walk', () => {
    for (const procedure of ['apply', 'confirm', 'enrol', 'recover', 'service', 'match', 'task'] as const)
      expect(stageListProblems(procedure, roads[procedure])).toEqual([]);
  });

  it('pay nobody without a decision, allocated parts, a document and a verified account', () => {
    const all = ['collective', 'allocate', 'funding', 'account', 'pay'] as const;
    expect(stageListProblems('apply', all)).toEqual([]);
    for (const missing of ['collective', 'allocate', 'funding', 'account'] as const)
      expect(
        stageListProblems(
          'apply',
          all.filter((kind) => kind !== missing),
        ),
        missing,
      ).toHaveLength(1);
  });

  it('decide before they allocate, and allocate before they fund', () => {
    expect(stageListProblems('apply', ['allocate', 'collective', 'funding', 'account', 'pay'])).toHaveLength(1);
    expect(stageListProblems('apply', ['collective', 'funding', 'allocate', 'account', 'pay'])).toHaveLength(1);
  });

  it('allocate nothing that is never paid', () => {
    expect(stageListProblems('apply', ['collective', 'allocate', 'notice'])).toHaveLength(1);
  });

  it('move no money in a register, and do not exist where a procedure has none', () => {
    expect(stageListProblems('enrol', ['formal', 'pay'])[0]).toBe('「入库」不涉及资金，不能有「pay」');
    expect(stageListProblems('task', ['formal'])).toEqual(['「交办」不分环节']);
    expect(stageListProblems('apply', [])).toEqual(['「申报」至少要有一个环节']);
  });

  it('that are unlawful open no case, and the refusal says what is wrong', () => {
    const action = opening('apply', { stages: stageSpecs(['collective', 'formal']) });
    expect(action.kind === 'open' && openCase(action)).toEqual({
      ok: false,
      code: 'bad-stages',
      sentence: '形式审查（formal）要排在最前；请按环节顺序的规定改正',
    });
  });
});

describe('the phase of a stage', () => {
  it('follows from its place in the list', () => {
    expect(longRoad.map((_, index) => homeOfStage(longRoad, index))).toEqual([
      ...Array.from({ length: 8 }, () => 'review'),
      'approve',
      'approve',
      'approve',
      'notice',
      'fund',
      'fund',
      'fund',
      'fund',
      'pay',
      'pay',
      'pay',
      'track',
    ]);
  });

  it('is 待下达 for a government that approves after 公示, and 审定 for one that approves before', () => {
    const after = ['collective', 'notice', 'government', 'funding'] as const;
    const before = ['collective', 'government', 'notice', 'funding'] as const;
    expect(homeOfStage(after, 2)).toBe('fund');
    expect(homeOfStage(before, 1)).toBe('approve');
  });
});
