import { describe, expect, it } from 'vitest';
import { assess } from '#rules/assess/assess.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import { readEnterprise } from '#rules/facts/read-enterprise.ts';
import { dateOf } from '#rules/exact/plain-date.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import type { Assessment } from '#contract/assessment.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { movesBetween } from './moves.ts';

const { rulebook } = compilePacks(
  Object.entries(toyCity).map(([path, text]) => ({ path, text })),
  'sha256:toy',
);

const assessed = (text: string): Assessment => {
  const noted = readYaml(text, 'firm.yaml');
  if (rulebook === null || !noted.ok || noted.value === null) throw new Error('the toy city does not compile');
  const firm = readEnterprise(noted.value, rulebook.dictionary);
  if (!firm.ok) throw new Error(JSON.stringify(firm.problems));
  // The wire's shape is the engine's own, but for lists that may be written to.
  return assess(rulebook, firm.value, dateOf(2024, 6, 1)) as unknown as Assessment;
};

const ship = (hull: string): Assessment => assessed(`facts: {}\nprojects: [{ name: 甲, facts: { ${hull} } }]\n`);

describe('what an answer has changed', () => {
  it('names the items that stand elsewhere', () => {
    // 造船款 unknown: both open. 5万元: both reached. 2万元: only the net, from 1万元 on.
    const moved = (before: Assessment, after: Assessment) =>
      movesBetween(before, after).map(({ item, from, to }) => [item.id, from, to]);
    expect(moved(ship(''), ship('造船款: 5万元'))).toEqual([
      ['harbour/boat', 'open', 'can'],
      ['harbour/net', 'open', 'can'],
    ]);
    expect(moved(ship(''), ship('造船款: 2万元'))).toEqual([
      ['harbour/boat', 'open', 'not-yet'],
      ['harbour/net', 'open', 'can'],
    ]);
    expect(moved(ship('造船款: 5万元'), ship('造船款: 6万元'))).toEqual([]);
  });

  it('says nothing of an item that had no such entry before', () => {
    expect(movesBetween(assessed('facts: {}\n'), ship('造船款: 5万元'))).toEqual([]);
  });
});
