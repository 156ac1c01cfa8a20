// What a pack author reads: place, what was found, what was expected, the nearest name, what to do.
import { describe, expect, it } from 'vitest';
import { compilePacks } from './compile.ts';
import { printProblem } from '#rules/problem.ts';
import { toyFiles, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const printed = (files: readonly ToyFile[]): readonly string[] =>
  compilePacks(files, 'sha256:toy').problems.map(printProblem);

const sales = 'test: 上年(营业额) ≥ 60万元 }';

const placesWith = (written: string): readonly string[] =>
  compilePacks(toyWith(['guild/ladder/gates.yaml', `{ id: j24-sales, ${sales}`, written]), 'sha256:toy').problems.map(
    ({ place }) => `${place.line}:${place.column}`,
  );

describe('a message', () => {
  it('names the key that was probably meant', () => {
    expect(
      printed(toyWith(['willow/pack.yaml', 'builds-on: [guild]', 'builds-on: [guild]\ndivison: "320000"'])),
    ).toEqual([
      'willow/pack.yaml:5:1  不认识的键「divison」（发现 divison；应为 id、name、division、builds-on、demo、example、note；是否想写「division」）',
    ]);
  });

  it('names the fact that was probably meant, at its place inside the expression', () => {
    const [message] = printed(toyWith(['guild/ladder/gates.yaml', sales, 'test: 上年(营业款) ≥ 60万元 }']));
    expect(message).toMatch(/^guild\/ladder\/gates\.yaml:35:40 {2}.*营业款.*是否想写「营业额」/);
  });

  it('shows the way round a circle', () => {
    const [message] = printed(
      toyWith([
        'guild/facts/workshop.yaml',
        'key: cost, type: money, period: year, min: 0元, change: effort',
        'key: cost, type: money, period: year, derived: 营业额 × 工料占比',
      ]),
    );
    expect(message).toContain('循环引用');
    expect(message).toContain('工料费 → 工料占比 → 工料费');
  });
});

describe('the place of a problem inside an expression', () => {
  it('is exact in a plain and in a quoted scalar on one line', () => {
    expect(placesWith('{ id: j24-sales, test: 上年(营业款) ≥ 60万元 }')).toEqual(['35:40']);
    expect(placesWith('{ id: j24-sales, test: "上年(营业款) ≥ 60万元" }')).toEqual(['35:41']);
  });

  it('is the start of a scalar that is folded over lines or has escapes', () => {
    expect(placesWith('\n      id: j24-sales\n      test: >-\n        上年(营业款)\n        ≥ 60万元')).toEqual([
      '37:13',
    ]);
    expect(placesWith('{ id: j24-sales, test: "上年(营业\\u6b3e) ≥ 60万元" }')).toEqual(['35:37']);
  });
});

describe('the report', () => {
  it('has the problems of all files at once, in the order of files and lines', () => {
    const problems = printed(
      toyWith(
        ['willow/items/tools.yaml', 'rate: 10%', 'rate: 110%'],
        ['guild/scores/score.yaml', 'total: 85', 'total: 86'],
        ['guild/ladder/gates.yaml', 'waive: j20-growth', 'waive: j20-grow'],
        ['guild/ladder/gates.yaml', 'to: 有字号', 'to: 无字号'],
      ),
    );
    expect(problems.map((line) => line.split('  ')[0])).toEqual([
      'guild/ladder/gates.yaml:45:9',
      'guild/ladder/gates.yaml:50:112',
      'guild/scores/score.yaml:6:12',
      'willow/items/tools.yaml:23:22',
    ]);
  });

  it('does not blame a file for what another one that cannot be read would have declared', () => {
    const brokenStacking = printed(toyWith(['willow/stacking.yaml', 'rules:', 'rules: [']));
    expect(brokenStacking.length).toBeGreaterThan(0);
    expect(brokenStacking.every((line) => line.startsWith('willow/stacking.yaml:'))).toBe(true);
    expect(
      printed(toyWith(['guild/facts/workshop.yaml', 'key: craft, type: choice', 'key: craft, type: chose'])),
    ).toHaveLength(1);
  });

  it('passes over what is not YAML', () => {
    expect(printed([...toyFiles, { path: 'willow/README.md', text: ': [' }])).toEqual([]);
  });

  it('refuses a folder without packs', () => {
    expect(compilePacks([], 'sha256:toy').problems.map(({ code }) => code)).toEqual(['no-packs']);
  });
});
