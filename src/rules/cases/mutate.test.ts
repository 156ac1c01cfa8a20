// Mutation on the toy village: complete cases kill every mutant; each case that is taken away leaves mutants alive; excuses count once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';
import { replaceEverywhere } from './everywhere.ts';
import { mutate, type MutationReport } from './mutate.ts';
import { mutantsOfBook } from './mutants.ts';
import { parseCases } from './parse.ts';
import { runAll } from './run.ts';
import { gateCases, itemCases } from './toy-cases.ts';
import { toyVillage } from './toy-village.ts';

const compiled = compilePacks(toyVillage, 'toy');
if (compiled.rulebook === null) throw new Error(compiled.problems.map(printProblem).join('\n'));
const book: Rulebook = compiled.rulebook;

const file = (text: string) => ({ path: 'bay/cases/toy.yaml', text: text.trimStart() });
const complete = [file(itemCases), file(gateCases)];

const reportOf = (files: readonly { path: string; text: string }[]): MutationReport => {
  const report = runAll(book, files, { mutate: true, generate: false }).mutation;
  if (report === null) throw new Error('mutation was asked for');
  return report;
};

const survivorsOf = (...texts: readonly string[]): readonly string[] =>
  reportOf(texts.map(file)).survivors.map(({ id }) => id);

/** The case of this title left out. */
const without = (text: string, title: string): string => {
  const cases = text.split(/^(?=- )/m);
  const rest = cases.filter((each) => !each.includes(title));
  if (rest.length !== cases.length - 1) throw new Error(`${title} is not exactly one case`);
  return rest.join('');
};

describe('mutation', () => {
  it('is killed altogether by complete cases, but for the one that is excused', () => {
    const report = reportOf(complete);
    expect(report.survivors).toEqual([]);
    expect(report.idleExcuses).toEqual([]);
    expect(report.excused).toEqual([
      { id: '基准渔获#from 2022-01-01→2021-12-31', because: expect.stringContaining('前一天') },
    ]);
    expect(report.killed).toBe(report.total - 1);
    expect(report.total).toBeGreaterThan(100);
  });

  it.each([
    ['items', '造船款差一分，不够', ['bay/boat#2022-01-01/boat-floor 50万元→49万元']],
    [
      'items',
      '新手不补',
      ['bay/boat#2022-01-01/boat-level 熟手→新手', 'bay/boat#2022-01-01/boat-level 「培育层级 不低于 熟手」→删去'],
    ],
    ['items', '帆船不适用', ['bay/boat#2022-01-01/applies 「项目.船型 = 机船」→删去']],
    ['items', '旧办法的最后一天还按旧办法', ['bay/boat#2025-01-01/from 2025-01-01→2024-12-31']],
    [
      'items',
      '新办法分段补助',
      ['bay/boat#2025-01-01/benefit/2 5%→4%', 'bay/boat#2025-01-01/benefit/2 100万元→99万元'],
    ],
    ['items', '失效后一天没有', ['bay/prize#to 2026-12-31→2027-01-01']],
    ['gates', '五分不够六分', ['bay/skilled#sk-score 6→5']],
    ['gates', '四月起又看船队', ['bay/waive-crew#to 2025-03-31→2025-04-01']],
    ['gates', '二〇二三年底基准渔获还是十万元', ['基准渔获#from 2024-01-01→2023-12-31']],
    ['gates', '旧基准差一分', ['基准渔获#2022-01-01 10万元→9万元']],
    ['gates', '九个船员是中船队', ['船队规模#1 10人→9人']],
    ['gates', '船队太小，复核不看', ['bay/skilled#review/from 2023-01-01→2023-01-02']],
  ])('comes alive when a case is taken away: %s, %s', (of, title, alive) => {
    const [text, others] = of === 'items' ? [itemCases, gateCases] : [gateCases, itemCases];
    expect(survivorsOf(without(text, title), others)).toEqual(expect.arrayContaining(alive));
  });

  it('survives where no case looks, and the report says that none could have seen it', () => {
    const { survivors } = reportOf([file(gateCases)]);
    const alive = survivors.find(({ id }) => id === 'bay/prize#prize-place ≤→<');
    expect(alive).toMatchObject({ seenBy: 0, place: { file: 'bay/items/boats.yaml' } });
  });

  it('reaches derived facts, parameters and scores through the gate that reads them', () => {
    const gateOnly = parseCases(book, file(gateCases)).cases.filter(({ question }) => question.kind === 'gate');
    const alive = mutate(book, gateOnly, []).survivors.map(({ id }) => id);
    expect(alive).not.toContain('基准渔获#2024-01-01 12万元→13万元');
    expect(alive).not.toContain('船队规模#2 3人→2人');
    expect(alive).not.toContain('bay/skill#bs-nets/1 10%→11%');
    expect(alive).toContain('bay/skill#bs-nets/1 10%→9%');
  });

  it('does not run what no case can ever see, and says why', () => {
    expect(reportOf(complete).unseen).toEqual([
      { reason: expect.stringContaining('依据等级'), count: 3 },
      { reason: expect.stringContaining('最高分只是说明'), count: 2 },
      { reason: expect.stringContaining('达不到最高分'), count: 1 },
      { reason: expect.stringContaining('封顶不起作用'), count: 1 },
    ]);
  });

  it('takes an excuse only for a mutant that is alive, and only once', () => {
    const excuse = (mutant: string) => `- equivalent: { mutant: "${mutant}", because: 看不出来 }\n`;
    const known = '基准渔获#from 2022-01-01→2021-12-31';
    const more = excuse('bay/prize#prize-place ≤→<') + excuse('没有这个变异') + excuse(known);
    const report = reportOf([...complete, file(more)]);
    expect(report.idleExcuses.map(({ mutant, place }) => [mutant, place.line])).toEqual([
      ['bay/prize#prize-place ≤→<', 1],
      ['没有这个变异', 2],
      [known, 3],
    ]);
  });

  it('is not killed by a case that fails anyway', () => {
    const failing =
      '- { title: 错的, item: bay/prize, on: 2024-01-01, given: { 比赛名次: 1 }, expect: { amount: 5万元 } }';
    expect(survivorsOf(failing)).toContain('bay/prize#benefit/1 3万元→2万元');
  });
});

describe('the mutants of a rulebook', () => {
  const mutants = mutantsOfBook(book);

  it('have ids that are unique and the same every time', () => {
    const ids = mutants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(mutantsOfBook(book).map(({ id }) => id)).toEqual(ids);
  });

  it('move the mark of a block, and know where it cuts nothing off', () => {
    const marks = mutants.filter(({ id }) => id.startsWith('bay/skill#名声/max'));
    expect(marks.map(({ id, unseen }) => [id, unseen])).toEqual([
      ['bay/skill#名声/max 6→5', null],
      ['bay/skill#名声/max 6→7', expect.stringContaining('封顶不起作用')],
    ]);
    expect(marks[0]?.book().scores.get('bay/skill')?.blocks.get('名声')?.max).toEqual({ n: 5n, d: 1n });
  });

  it('leave the rulebook as it was, and share all that they do not change', () => {
    const before = structuredClone([book.items, book.gates, book.scores]);
    const ofOneRule = mutants.filter(({ touches }) => touches.every((key) => !/^(fact|parameter):/.test(key)));
    for (const mutant of ofOneRule) {
      const changed = mutant.book();
      const kept = [...book.items].filter(([id, item]) => changed.items.get(id) === item).length;
      expect(kept).toBeGreaterThanOrEqual(book.items.size - 1);
      expect(changed).not.toEqual(book);
    }
    expect([book.items, book.gates, book.scores]).toEqual(before);
  });

  it('move the border between two versions as one date', () => {
    const moved = mutants.find(({ id }) => id === 'bay/boat#2025-01-01/from 2025-01-01→2025-01-02')?.book();
    expect(moved?.items.get('bay/boat')?.versions.map(({ term }) => [term.from, term.to])).toEqual([
      ['2022-01-01', '2025-01-01'],
      ['2025-01-02', null],
    ]);
  });

  it('put a changed derived fact wherever it is read, and nowhere else', () => {
    const changed = mutants.find(({ id }) => id === '船队规模#1 10人→9人')?.book();
    expect(changed?.gates.get('bay/skilled')).not.toBe(book.gates.get('bay/skilled'));
    expect(changed?.items.get('bay/prize')).toBe(book.items.get('bay/prize'));
    expect(changed?.dictionary.facts.get('船队规模')).not.toBe(book.dictionary.facts.get('船队规模'));
  });
});

describe('replacing one object everywhere', () => {
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.nat(9),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('node'), { maxKeys: 2 }),
    ),
  })).node;

  it('shares everything when the object is not there', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(replaceEverywhere(root, new Map([[{}, {}]]))).toBe(root);
      }),
    );
  });

  it('finds it in lists, mappings and maps at any depth, and leaves the original alone', () => {
    const target = { name: 'old' };
    fc.assert(
      fc.property(tree, (side) => {
        const root = { side, deep: [new Map([['x', { inner: [target, 1] }]])], place: target };
        const copy = replaceEverywhere(root, new Map([[target, { name: 'new' }]]));
        expect(copy.deep[0]?.get('x')?.inner[0]).toEqual({ name: 'new' });
        expect(copy.side).toBe(side);
        expect(copy.place).toBe(target);
        expect(root.deep[0]?.get('x')?.inner[0]).toBe(target);
      }),
    );
  });
});
