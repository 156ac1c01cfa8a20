// Random rules over the dictionary of drawn-firms.ts, for property tests. Nothing here is law.
import fc from 'fast-check';
import { amount, bookOf, colour, count, money, on, place, rank, ratio, span, toyFacts, truth } from './drawn-firms.ts';
import { begin } from '#rules/evaluate/begin.ts';
import type { Context } from '#rules/evaluate/context.ts';
import { rational, whole, type Rational } from '#rules/exact/rational.ts';
import type { FactDefinition, ValueType } from '#rules/facts/dictionary.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Expression } from '#rules/language/syntax.ts';
import type { Clause, Condition, Grade, Rulebook } from '#rules/packs/rulebook.ts';

// ---- expressions

const fact = (definition: FactDefinition): Expression => ({
  kind: 'fact',
  fact: definition,
  type: definition.type,
  span,
});
export const literal = (value: Rational, type: ValueType): Expression => ({
  kind: 'number',
  digits: '?',
  unit: null,
  value,
  type,
  span,
});

const yearOfSeries = fc
  .tuple(fc.constantFrom(toyFacts.sales, toyFacts.cost), fc.constantFrom([0, '上年'] as const, [1, '前年'] as const))
  .map(([definition, [back, word]]): Expression => ({ kind: 'year', word, back, fact: definition, type: money, span }));

const moneyLeaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(fact(toyFacts.cash), fact(toyFacts.debt)),
  yearOfSeries,
  amount.map((n) => literal(whole(n), money)),
  fc
    .constantFrom('合计' as const, '均值' as const)
    .map((take): Expression => ({ kind: 'window', years: 2, take, fact: toyFacts.sales, type: money, span })),
  fc.constantFrom<Expression>({
    kind: 'aggregate',
    word: '合计',
    rows: { kind: 'fact', fact: toyFacts.boats },
    field: '重量',
    where: {
      kind: 'comparison',
      operator: '=',
      left: { kind: 'field', field: '颜色', type: colour, span },
      right: { kind: 'text', value: '红', quoted: false, type: colour, span },
      type: truth,
      span,
    },
    type: money,
    span,
  }),
);

export const moneyOf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 3, arbitrary: moneyLeaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('+' as const, '-' as const), moneyLeaf, moneyLeaf)
      .map(([operator, left, right]): Expression => ({ kind: 'arithmetic', operator, left, right, type: money, span })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('最小' as const, '最大' as const), fc.array(moneyLeaf, { minLength: 2, maxLength: 3 }))
      .map(([word, of]): Expression => ({ kind: 'extreme', word, of, type: money, span })),
  },
);

export const ratioOf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constant(fact(toyFacts.share)),
  fc
    .tuple(moneyOf, moneyOf)
    .map(([left, right]): Expression => ({ kind: 'arithmetic', operator: '÷', left, right, type: ratio, span })),
  fc.constantFrom('增长率' as const, '平均增长率' as const).map((word): Expression => ({
    kind: 'growth',
    word,
    years: word === '增长率' ? 1 : 2,
    fact: toyFacts.sales,
    type: ratio,
    span,
  })),
);

export const percent = fc.bigInt({ min: -20n, max: 150n }).map((n) => literal(rational(n, 100n), ratio));
const operator = fc.constantFrom('≥' as const, '>' as const, '≤' as const, '<' as const, '=' as const, '≠' as const);
const compare = (left: fc.Arbitrary<Expression>, right: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc
    .tuple(operator, left, right)
    .map(([op, a, b]): Expression => ({ kind: 'comparison', operator: op, left: a, right: b, type: truth, span }));

const textLiteral = (type: { kind: 'choice' | 'ordered'; values: readonly string[] }): fc.Arbitrary<Expression> =>
  fc.constantFrom(...type.values).map((value) => ({ kind: 'text', value, quoted: false, type, span }));

export const drawnTest: fc.Arbitrary<Expression> = fc.oneof(
  compare(moneyOf, moneyOf),
  compare(ratioOf, percent),
  compare(
    fc.constant(fact(toyFacts.staff)),
    fc.bigInt({ min: 0n, max: 400n }).map((n) => literal(whole(n), count)),
  ),
  compare(fc.constant(fact(toyFacts.size)), textLiteral({ kind: 'ordered', values: ['小', '中', '大'] })),
  fc.constantFrom(fact(toyFacts.open)),
  fc
    .tuple(fc.constantFrom('≤' as const, '<' as const, '=' as const, '≠' as const), fc.bigInt({ min: 1n, max: 5n }))
    .map(([op, n]): Expression => ({
      kind: 'comparison',
      operator: op,
      left: fact(toyFacts.rank),
      right: literal(whole(n), rank),
      type: truth,
      span,
    })),
  fc.tuple(fc.boolean(), fc.subarray(['红', '黄', '蓝'], { minLength: 1 })).map(([negated, members]): Expression => ({
    kind: 'membership',
    negated,
    left: fact(toyFacts.colour),
    set: { kind: 'listed', members },
    type: truth,
    span,
  })),
  fc.tuple(fc.constantFrom('每年' as const, '任一年' as const), percent).map(([take, right]): Expression => ({
    kind: 'each-year',
    years: 2,
    take,
    of: {
      kind: 'comparison',
      operator: '≥',
      left: {
        kind: 'arithmetic',
        operator: '÷',
        left: fact(toyFacts.cost),
        right: fact(toyFacts.sales),
        type: ratio,
        span,
      },
      right,
      type: truth,
      span,
    },
    type: truth,
    span,
  })),
  fc.constantFrom('任一' as const, '全部' as const).map((word): Expression => ({
    kind: 'aggregate',
    word,
    rows: { kind: 'fact', fact: toyFacts.boats },
    field: null,
    where: {
      kind: 'comparison',
      operator: '≥',
      left: { kind: 'field', field: '重量', type: money, span },
      right: literal(whole(100n), money),
      type: truth,
      span,
    },
    type: truth,
    span,
  })),
);

// ---- conditions

export const clauseOf = (evidence: Grade): Clause => ({
  key: evidence,
  document: {
    id: 'toy',
    title: '村规',
    number: null,
    issuer: null,
    issued: null,
    from: null,
    to: null,
    seen: null,
    evidence,
    successor: null,
    note: null,
  },
  at: null,
  evidence,
  says: '村里这么说',
});

export const grade = fc.constantFrom<Grade>('primary', 'primary', 'primary', 'secondary', 'seed', 'draft');
const bare = { clause: null, onlyFor: null, place };
let counter = 0;
const fresh = (): string => `c${counter++}`;

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(drawnTest, grade).map(([test, evidence]): Condition => ({
      ...bare,
      kind: 'test',
      id: fresh(),
      clause: clauseOf(evidence),
      test,
      text: '村规',
    })),
  },
  { weight: 1, arbitrary: fc.constant<Condition>({ ...bare, kind: 'unpublished', id: 'u', what: '没写' }) },
  { weight: 1, arbitrary: fc.constant<Condition>({ ...bare, kind: 'judged', id: 'j', fact: toyFacts.open }) },
);

/** Trees of conditions up to three deep. */
export const drawnCondition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const, 'disputed' as const),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, of]): Condition => ({ ...bare, kind, id: fresh(), of })),
    tie('tree').map((of): Condition => ({ ...bare, kind: 'not', id: null, of })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([when, then, last]): Condition => ({
      ...bare,
      kind: 'first',
      id: fresh(),
      rows: [
        { when, then },
        { when: null, then: last },
      ],
    })),
  ),
})).tree;

export const contextOf = (firm: Enterprise, book: Rulebook = bookOf()): Context => begin({ book, firm, on });
