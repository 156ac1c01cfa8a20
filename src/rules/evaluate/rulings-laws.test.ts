// The laws of rulings on drawn rules and firms: traced and untraced agree, a ruling only fills, and withdrawn it leaves no trace.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnFirm, toyDay } from '#test/support/drawn-firms.ts';
import { clauseOf, contextOf, drawnCondition, drawnTest } from '#test/support/drawn-rules.ts';
import { given } from '#test/support/toy-book.ts';
import { harbourWith, rulingText } from '#test/support/toy-rulings.ts';
import { begin } from './begin.ts';
import { decide } from './decide.ts';
import { explain, verdictOf } from './explain.ts';
import { evaluateItem } from './item.ts';
import type { Truth } from './outcome.ts';
import type { ItemResult } from './result.ts';
import { settledItem } from './rulings.ts';
import { settleCondition } from './settle.ts';
import { conditionsIn } from '#rules/packs/conditions.ts';
import type { Item, Rulebook } from '#rules/packs/rulebook.ts';
import type { Ruling, Settlement } from '#rules/packs/ruling.ts';

const boatOf = (book: Rulebook): Item => {
  const item = book.items.get('harbour/boat');
  if (item === undefined) throw new Error('no boat');
  return item;
};

const entry = (book: Rulebook, facts: string, on: string): ItemResult => {
  const [result] = evaluateItem(book, boatOf(book), given(book, facts), toyDay(on));
  if (result === undefined) throw new Error('no result');
  return result;
};

const sign = (truth: Truth): boolean | null => (truth.is === 'unknown' ? null : truth.value);

const rulingOf = (settles: Settlement): Ruling => ({
  id: 'toy/r',
  of: { kind: 'gate', id: 'toy/g', modes: ['new'] },
  settles,
  point: '某点',
  signedBy: '村长',
  onBehalfOf: null,
  signedOn: toyDay('2024-01-01'),
  term: { from: toyDay('2024-01-01'), to: null, seen: null },
  scope: null,
  isPublic: true,
  says: '村长说',
  clause: clauseOf('ruling'),
  demo: false,
  pack: 'toy',
  place: { file: 'toy.yaml', line: 1, column: 1 },
});

/** A condition, and a ruling on the part of it that is known by name only, or on one of its disputes. */
const drawnSettled = fc
  .tuple(drawnCondition, drawnTest, fc.nat({ max: 5 }), fc.nat({ max: 1 }))
  .map(([condition, test, pick, chosen]) => {
    const disputes = conditionsIn(condition).flatMap(({ kind, id }) =>
      kind === 'disputed' && id !== null ? [id] : [],
    );
    const id = disputes[pick];
    const settles: Settlement =
      id === undefined ? { kind: 'unpublished', what: '没写', test, text: '村规' } : { kind: 'disputed', id, chosen };
    return { condition, settled: settleCondition(condition, rulingOf(settles)) };
  });

const runs = { numRuns: 3000 };

describe('on drawn rules', () => {
  it('a settled condition is judged alike with and without its trace', () => {
    fc.assert(
      fc.property(drawnSettled, drawnFirm, ({ settled }, firm) => {
        const plain = decide(contextOf(firm), settled);
        const traced = explain(contextOf(firm), settled);
        expect(traced.verdict).toBe(verdictOf(plain));
        expect([...traced.missing].toSorted()).toEqual(plain.is === 'unknown' ? [...plain.missing].toSorted() : []);
      }),
      runs,
    );
  });

  it('a ruling never turns what is decided without it: it only fills', () => {
    fc.assert(
      fc.property(drawnSettled, drawnFirm, ({ condition, settled }, firm) => {
        const before = sign(decide(contextOf(firm), condition));
        fc.pre(before !== null);
        expect(sign(decide(contextOf(firm), settled))).toBe(before);
      }),
      runs,
    );
  });
});

const pool: readonly string[] = [
  rulingText({ id: 'harbour/p1' }),
  rulingText({ id: 'harbour/p2', settles: '{ disputed: honest, clause: b }', to: '2023-06-30' }),
  rulingText({ id: 'harbour/p3', settles: '{ number: rate, value: 12% }' }),
  rulingText({ id: 'harbour/p4', settles: '{ number: cap, value: 最小(项目.造船款，6万元) }', from: '2023-01-01' }),
  rulingText({ id: 'harbour/p5', settles: '{ unsettled: 发票 }' }),
  rulingText({ id: 'harbour/p6', settles: '{ window: always }', versions: '' }),
];
const whole = harbourWith(pool.join(''));
const bare = harbourWith('');

const maybe = (name: string, values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom('', ...values.map((value) => `${name}: ${value}, `));
const drawnBoat = fc
  .tuple(
    maybe('船员', ['3', '4']),
    maybe('入会年限', ['2年', '3年', '5年']),
    maybe('守规矩', ['是', '否']),
    fc.constantFrom('', '造船款: 4万元', '造船款: 5万元', '造船款: 100万元'),
  )
  .map(([crew, years, honest, hull]) => `{ ${crew}${years}${honest}项目: { ${hull} } }`);
const drawnDay = fc.constantFrom('2022-06-30', '2022-07-01', '2023-06-30', '2023-07-01', '2023-12-31', '2024-01-01');

describe('on drawn firms, days and rulings', () => {
  it('withdrawing rulings gives the result that there was without them', () => {
    fc.assert(
      fc.property(drawnBoat, drawnDay, (facts, day) => {
        expect(entry({ ...whole, rulings: [] }, facts, day)).toEqual(entry(bare, facts, day));
      }),
      { numRuns: 300 },
    );
  });

  it('an entry is narrowed by rulings and never turned: verdict, amount, and the untraced verdict agree', () => {
    fc.assert(
      fc.property(drawnBoat, drawnDay, fc.subarray(pool.map((_, index) => index)), (facts, day, kept) => {
        const book = { ...whole, rulings: whole.rulings.filter((_, index) => kept.includes(index)) };
        const [before, after] = [entry(bare, facts, day), entry(book, facts, day)];
        expect(before.verdict === 'undetermined' || after.verdict === before.verdict).toBe(true);
        expect(after.amount?.low ?? 0n).toBeGreaterThanOrEqual(before.amount?.low ?? 0n);
        expect(before.amount?.high === null || (after.amount?.high ?? 0n) <= (before.amount?.high ?? 0n)).toBe(true);
        const on = toyDay(day);
        const firm = given(book, facts);
        const subject = firm.subjects.project?.[0] ?? null;
        const version = settledItem(book, boatOf(book), on).item.versions[day < '2024-01-01' ? 0 : 1];
        const eligible = version?.eligible ?? null;
        const plain = eligible === null ? null : verdictOf(decide(begin({ book, firm, on, subject }), eligible));
        expect(after.verdict).toBe(plain);
      }),
      { numRuns: 600 },
    );
  });
});
