// Unit safety: values of different kinds or units never stand together, whichever operator joins them and however they are written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orchard } from '#test/support/orchard.ts';
import { parseExpression } from './parse.ts';

const scope = { dictionary: orchard.dictionary, subject: 'project', bareSeries: false } as const;

const problemsOf = (text: string): readonly string[] => {
  const parsed = parseExpression(text, scope, 'value');
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

/** Texts of one kind: they may be compared with one another and with nothing else. */
const kinds = {
  money: ['存款', '上年(收成)', '500万元', '存款 × 30%', '合计(箱单.货款)', '起评收成'],
  ratio: ['出口份额', '上年(糖度)', '3%', '欠款 ÷ 存款', '增长率(收成)'],
  trees: ['果树', '30棵', '果树 + 3'],
  plots: ['地块', '3块'],
  years: ['树龄', '3年'],
  months: ['休耕期', '3个月', '月数(注册日期，申报日)'],
  days: ['天数(注册日期，申报日)', '3日'],
  people: ['上年(园工)', '3人'],
  stars: ['星数', '上年(评分)'],
  date: ['注册日期', '申报日', '2024-01-01', '注册日期 + 2年'],
  truth: ['有冷库', '上年(年报完成)', '已知(存款)', '(存款 ≥ 5元)'],
  fruit: ['果类'],
  grade: ['等级'],
  uses: ['用途'],
  place: ['所在地'],
  kindOfHouse: ['项目.棚型'],
  name: ['园名', '「东园」'],
  rank: ['品鉴名次'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof kinds;
const names = Object.keys(kinds).filter((name): name is Kind => name in kinds);
/** Quoted text is a value of any choice that has it. */
const textual: readonly Kind[] = ['fruit', 'grade', 'uses', 'place', 'kindOfHouse', 'name'];

const pair = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
  .filter(([a, b]) => a !== b)
  .chain(([a, b]) => fc.tuple(fc.constantFrom(...kinds[a]), fc.constantFrom(...kinds[b])));

const runs = { numRuns: 3000 };
/** Every pair of kinds, written so, has a problem. */
const alwaysRefused = (text: (left: string, right: string) => string) =>
  fc.property(pair, ([left, right]) => {
    expect(problemsOf(text(left, right)), text(left, right)).not.toEqual([]);
  });

describe('values of different kinds', () => {
  it.each(['≥', '>', '≤', '<', '=', '≠', '不低于', '为'])('are never compared by %s', (operator) => {
    fc.assert(
      alwaysRefused((left, right) => `${left} ${operator} ${right}`),
      runs,
    );
  });

  it.each(['+', '-'])('are never joined by %s, but for a date and a length of time', (operator) => {
    const isShift = (left: string, right: string): boolean =>
      kinds.date.some((date) => date === left) && /^3(年|个月|日)$/.test(right);
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const text = `${left} ${operator} (${right})`;
        expect(problemsOf(text).length === 0, text).toBe(isShift(left, right));
      }),
      runs,
    );
  });

  it.each(['最小', '最大'])('never stand together in %s', (word) => {
    fc.assert(
      alwaysRefused((left, right) => `${word}(${left}，${right})`),
      runs,
    );
  });

  it('are never the two outcomes of 如果', () => {
    fc.assert(
      alwaysRefused((left, right) => `如果 有冷库 则 ${left} 否则 ${right}`),
      runs,
    );
  });

  it('are compared within their kind, where it has any order or equality', () => {
    const refused = names.filter((name) =>
      kinds[name].some((left) => kinds[name].some((right) => problemsOf(`${left} = ${right}`).length > 0)),
    );
    // Sets are read with 含, ranks compared with a number only.
    expect(refused).toEqual(['uses', 'rank']);
  });
});

describe('products', () => {
  const numeric = ['money', 'ratio', 'trees', 'plots', 'years', 'months', 'days', 'people', 'stars'] as const;
  const others = names.filter((name) => !numeric.some((each) => each === name));

  it('are never made of what is no number', () => {
    const anyPair = fc.tuple(
      fc.constantFrom(...names),
      fc.constantFrom(...others),
      fc.boolean(),
      fc.constantFrom('×', '÷'),
    );
    fc.assert(
      fc.property(
        anyPair.chain(([a, b, turned, sign]) =>
          fc
            .tuple(fc.constantFrom(...kinds[a]), fc.constantFrom(...kinds[b]))
            .map(([x, y]) => (turned ? `(${x}) ${sign} (${y})` : `(${y}) ${sign} (${x})`)),
        ),
        (text) => {
          expect(problemsOf(text), text).toContain('not-a-number');
        },
      ),
      runs,
    );
  });

  it.each([
    '存款 × 欠款',
    '果树 × 地块',
    '果树 ÷ 地块',
    '果树 ÷ 3年',
    '3年 × 3人',
    '出口份额 ÷ 存款',
    '果树 ÷ 存款',
    '3 ÷ 存款',
  ])('refuses %s, which has no unit of ours', (text) => {
    expect(problemsOf(text)).toEqual(['type-mismatch']);
  });
});

describe('values of choices', () => {
  const values = {
    fruit: ['苹果', '梨'],
    grade: ['金果'],
    place: ['北岭', '南坡甲村'],
    kindOfHouse: ['暖棚'],
    uses: ['鲜食'],
  } as const;
  const owners = Object.keys(values).filter((name): name is keyof typeof values => name in values);

  it('belong to their own fact only', () => {
    for (const owner of owners) {
      for (const other of textual.filter((kind) => kind !== owner)) {
        for (const value of values[owner]) {
          for (const left of kinds[other].filter((text) => !text.startsWith('「'))) {
            for (const text of [
              `${left} = ${value}`,
              `${value} ≠ ${left}`,
              `${left} 属于 ${value}`,
              `${left} 属于 (${value})`,
              `${left} 含 ${value}`,
            ]) {
              expect(problemsOf(text), text).not.toEqual([]);
            }
          }
        }
      }
    }
  });

  it('are not hidden by quotation marks', () => {
    expect(problemsOf('果类 = 「金果」')).toEqual(['unknown-value']);
    expect(problemsOf('所在地 属于 (「北岭」、「苹果」)')).toEqual(['unknown-value']);
  });

  it('are never the names of other choices, also where any text is a value', () => {
    expect(problemsOf('砧木 = 果类')).toEqual(['type-mismatch']);
    expect(problemsOf('果类 = 砧木')).toEqual(['type-mismatch']);
    expect(problemsOf('砧木 = 砧木')).toEqual([]);
  });
});

describe('sets', () => {
  it.each([
    '果类 属于 老园区',
    '所在地 属于 核果',
    '等级 属于 核果',
    '存款 属于 核果',
    '有冷库 属于 (是)',
    '品鉴名次 属于 核果',
  ])('refuses %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});
