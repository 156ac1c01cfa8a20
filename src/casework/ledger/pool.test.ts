import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import { rational, whole } from '#rules/exact/rational.ts';
import { accountOf } from './legs.ts';
import type { PoolBook, PoolTerms } from './pool-terms.ts';
import { compensate, exposureLimit, netCapital, registerLoan, type PoolResult } from './pool.ts';
import { shareRecovery, unshared } from './pool-recovery.ts';
import { balanceOf, emptyBalances, identities, post, sumOf, type Posted } from './posting.ts';
import type { TransferName } from './transfers.ts';

const date = (text: string): PlainDate => {
  const read = readDate(text);
  if (read === null) throw new Error(text);
  return read;
};

const today = date('2026-06-10');
const here = { tenant: 'toy', pool: '池' } as const;

const terms: PoolTerms = {
  shares: [
    { party: '银行', bp: 2000 },
    { party: '市', bp: 4000 },
    { party: '省', bp: 4000 },
  ],
  poolParty: '市',
  bankParty: '银行',
  advancedFor: ['省'],
  caps: { loan: null, firm: null, 'bank-year': null, 'pool-year': null },
  leverage: whole(10),
  leverageBase: 'cash',
  stopLoss: null,
  windowDays: 30,
  recoveryOrder: 'proportional',
};

const done = (result: PoolResult): PoolBook => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.book;
};

const posted = (
  book: PoolBook,
  name: TransferName,
  keys: Readonly<Record<string, string>>,
  amount: bigint,
): PoolBook => {
  const made: Posted = post(book.balances, name, { ...here, ...keys }, { amount });
  if (!made.ok) throw new Error(`${name} refused: ${made.refusal.code}`);
  return { ...book, balances: made.balances };
};

/** A pool with so much cash, in fen. */
const poolOf = (cash: bigint): PoolBook =>
  posted(
    { ...here, balances: emptyBalances, loans: new Map(), compensations: [], recoveries: [] },
    'T60',
    { bankAccount: 'b1', contributor: '市' },
    cash,
  );

type Loan = { readonly loan: string; readonly bank?: string; readonly firm?: string; readonly principal?: bigint };

const register = (
  book: PoolBook,
  loan: Loan,
  with_: PoolTerms = terms,
  on: PlainDate = date('2026-06-01'),
): PoolResult =>
  registerLoan(book, with_, { bank: '某银行', firm: '某企业', principal: 100n, ...loan, disbursedOn: on }, today);

const claim = (book: PoolBook, name: string, loan: string, loss: bigint, year = '2026'): PoolResult =>
  compensate(book, { claim: name, loan, year, loss });

describe('registering a loan', () => {
  it('I21 takes principal up to ten times the cash of 1,000.00, and not a fen more', () => {
    const book = done(register(poolOf(100_000n), { loan: 'l1', principal: 600_000n }));
    expect(register(book, { loan: 'l2', principal: 400_001n })).toEqual({
      ok: false,
      refusal: { code: 'over-limit', limit: 1_000_000n, exposure: 1_000_001n },
    });
    const full = done(register(book, { loan: 'l2', principal: 400_000n }));
    expect(sumOf(full.balances, ['Q11'], here)).toBe(1_000_000n);
    // A repaid loan makes room.
    expect(register(posted(full, 'T63-repaid', { loan: 'l1' }, 1n), { loan: 'l3', principal: 1n }).ok).toBe(true);
    expect(register(full, { loan: 'l3', principal: 1n }).ok).toBe(false);
  });

  it('I21 counts cash that is owed already, or carried losses, out of the base', () => {
    const book = done(claim(done(register(poolOf(100_000n), { loan: 'l1', principal: 50_000n })), 'd1', 'l1', 50_000n));
    // Own 20,000 and advanced 20,000 are payable: 60,000 free. Net capital 100,000 less 20,000 carried: 80,000.
    expect(exposureLimit(book, terms)).toBe(600_000n);
    expect(exposureLimit(book, { ...terms, leverageBase: 'net-capital' })).toBe(800_000n);
    expect(exposureLimit(book, { ...terms, leverage: rational(1n, 3n) })).toBe(20_000n);
    const lost = posted(book, 'T70-loss', { loan: 'l1' }, 20_000n);
    expect(netCapital(lost)).toBe(80_000n);
    expect(exposureLimit(lost, { ...terms, leverageBase: 'net-capital' })).toBe(800_000n);
  });

  it('I21 stands for nothing when more is owed than there is', () => {
    const owing = posted(poolOf(100n), 'T65-own', { loan: 'l0', claim: 'd0', payee: '某银行' }, 150n);
    expect(exposureLimit(owing, terms)).toBe(0n);
    expect(exposureLimit(owing, { ...terms, leverageBase: 'net-capital' })).toBe(0n);
  });

  it('refuses after the window, the second time, and under terms that share badly', () => {
    const book = poolOf(100_000n);
    expect(register(book, { loan: 'l1' }, terms, date('2026-05-11')).ok).toBe(true);
    expect(register(book, { loan: 'l1' }, terms, date('2026-05-10'))).toEqual({
      ok: false,
      refusal: { code: 'window-over', days: 31 },
    });
    expect(register(done(register(book, { loan: 'l1' })), { loan: 'l1' })).toMatchObject({
      ok: false,
      refusal: { code: 'already-registered' },
    });
    expect(register(book, { loan: 'l1' }, { ...terms, shares: terms.shares.slice(1) })).toEqual({
      ok: false,
      refusal: { code: 'party-without-share', party: '银行' },
    });
    const short = [...terms.shares.slice(0, 2), { party: '省', bp: 3999 }];
    expect(register(book, { loan: 'l1' }, { ...terms, shares: short })).toEqual({
      ok: false,
      refusal: { code: 'shares-not-whole', sum: 9999 },
    });
  });

  it('suspends a bank whose claims are above the stop-loss; the other bank goes on', () => {
    const strict = { ...terms, stopLoss: rational(5n, 100n) };
    const two = done(
      register(
        done(register(poolOf(100_000n), { loan: 'l1', principal: 1000n }, strict)),
        { loan: 'l2', bank: '另一银行' },
        strict,
      ),
    );
    const five = posted(two, 'T64', { loan: 'l1' }, 50n);
    expect(register(five, { loan: 'l3' }, strict).ok).toBe(true);
    const six = posted(five, 'T64', { loan: 'l1' }, 1n);
    expect(register(six, { loan: 'l3' }, strict)).toEqual({
      ok: false,
      refusal: { code: 'bank-suspended', bank: '某银行' },
    });
    expect(register(six, { loan: 'l3', bank: '另一银行' }, strict).ok).toBe(true);
    expect(register(six, { loan: 'l3' }, terms).ok).toBe(true);
  });
});

describe('compensating a loss', () => {
  const rich = done(register(poolOf(1_000_000_000n), { loan: 'l1', principal: 100_000_001n }));

  it('I20 of 1,000,000.01 leaves 200,000.00 with the bank; the pool bears 400,000.01 and advances 400,000.00', () => {
    const { balances } = done(claim(rich, 'd1', 'l1', 100_000_001n));
    expect(balanceOf(balances, accountOf('P12', { ...here, loan: 'l1' }))).toBe(40_000_001n);
    expect(balanceOf(balances, accountOf('P11', { ...here, party: '省', claim: 'd1' }))).toBe(40_000_000n);
    expect(balanceOf(balances, accountOf('P22', { ...here, claim: 'd1', payee: '某银行' }))).toBe(80_000_001n);
    expect(identities(balances)).toEqual([]);
  });

  it('pays nothing in advance for a party that pays its own share', () => {
    const apart = done(register(rich, { loan: 'l2', principal: 1000n }, { ...terms, advancedFor: [] }));
    const { balances } = done(claim(apart, 'd1', 'l2', 1000n));
    expect([sumOf(balances, ['P11'], here), sumOf(balances, ['P22'], here)]).toEqual([0n, 400n]);
  });

  it('uses the shares that were frozen when the loan was registered', () => {
    const early = done(register(poolOf(1_000_000n), { loan: 'l1' }));
    const later = {
      ...terms,
      shares: [
        { party: '银行', bp: 5000 },
        { party: '市', bp: 5000 },
      ],
    };
    const both = done(register(early, { loan: 'l2' }, later));
    expect(sumOf(done(claim(both, 'd1', 'l1', 100n)).balances, ['P12'], here)).toBe(40n);
    expect(sumOf(done(claim(both, 'd1', 'l2', 100n)).balances, ['P12'], here)).toBe(50n);
  });

  it('I22 stays under the caps per loan, firm over all banks, bank and year, pool and year', () => {
    const open = (cap: keyof PoolTerms['caps']): PoolBook => {
      const capped = { ...terms, caps: { ...terms.caps, [cap]: 50n } };
      const loans: readonly Loan[] = [
        { loan: 'l1' },
        { loan: 'l2', firm: '他企业' },
        { loan: 'l3', bank: '另一银行' },
        { loan: 'l4', bank: '另一银行', firm: '他企业' },
      ];
      const book = loans.reduce((all, loan) => done(register(all, loan, capped)), poolOf(1_000_000n));
      return done(claim(book, 'd1', 'l1', 100n)); // own 40 of 50
    };
    /** Which further claim of 100 (own 40) is refused: the same loan, the same bank, the same firm, neither, next year. */
    const refused = (cap: keyof PoolTerms['caps']): readonly boolean[] => {
      const book = open(cap);
      return [
        ...['l1', 'l2', 'l3', 'l4'].map((loan) => !claim(book, 'd2', loan, 100n).ok),
        !claim(book, 'd2', 'l1', 100n, '2027').ok,
      ];
    };
    expect(refused('loan')).toEqual([true, false, false, false, true]);
    expect(refused('firm')).toEqual([true, false, true, false, true]);
    expect(refused('bank-year')).toEqual([true, true, false, false, false]);
    expect(refused('pool-year')).toEqual([true, true, true, true, false]);
    // 10 are left: own 10 of a loss of 25 fits, own 10.4 of 26 rounds to 10, own 11 of 27 (10.8) does not.
    expect(claim(open('loan'), 'd2', 'l1', 25n).ok).toBe(true);
    expect(claim(open('loan'), 'd2', 'l1', 27n)).toEqual({
      ok: false,
      refusal: { code: 'over-cap', cap: 'loan', left: 10n },
    });
  });

  it('I22 leaves nothing under a cap that terms of another loan have passed already', () => {
    const early = done(claim(done(register(poolOf(1_000_000n), { loan: 'l1' })), 'd1', 'l1', 100n));
    const lower = { ...terms, caps: { ...terms.caps, 'pool-year': 10n } };
    expect(claim(done(register(early, { loan: 'l2' }, lower)), 'd2', 'l2', 100n)).toEqual({
      ok: false,
      refusal: { code: 'over-cap', cap: 'pool-year', left: 0n },
    });
  });

  it('I20 gives a fen that cannot be divided to the first of the largest remainders, and posts nothing for the others', () => {
    // 0.2 + 0.4 + 0.4 fen: the city's.
    const { balances } = done(claim(rich, 'd1', 'l1', 1n));
    expect([sumOf(balances, ['P12'], here), sumOf(balances, ['P11'], here)]).toEqual([1n, 0n]);
  });

  it('I22 never owes more than the cash that is free', () => {
    const book = done(register(poolOf(100n), { loan: 'l1' }));
    expect(claim(book, 'd1', 'l1', 126n)).toEqual({ ok: false, refusal: { code: 'over-cash', left: 100n } });
    const owing = done(claim(book, 'd1', 'l1', 100n)); // 40 + 40
    expect(claim(owing, 'd2', 'l1', 30n)).toEqual({ ok: false, refusal: { code: 'over-cash', left: 20n } });
  });

  it('refuses a claim that was compensated already, and a loan that was never registered', () => {
    const once = done(claim(rich, 'd1', 'l1', 100n));
    expect(claim(once, 'd1', 'l1', 100n)).toEqual({ ok: false, refusal: { code: 'claim-used', claim: 'd1' } });
    expect(claim(rich, 'd1', 'l9', 100n)).toEqual({ ok: false, refusal: { code: 'no-such-loan' } });
  });
});

describe('sharing what the bank recovers', () => {
  const lost = (order: PoolTerms['recoveryOrder']): PoolBook =>
    done(
      claim(
        done(register(poolOf(100_000n), { loan: 'l1', principal: 1000n }, { ...terms, recoveryOrder: order })),
        'd1',
        'l1',
        1000n,
      ),
    );
  const received = (book: PoolBook, amount: bigint): PoolBook =>
    posted(book, 'T68', { bankAccount: 'b1', loan: 'l1' }, amount);
  const share = (book: PoolBook, amount: bigint, costs = 0n): PoolResult =>
    shareRecovery(received(book, amount), { claim: 'd1', loan: 'l1', amount, costs, costsTo: '律所' });
  const payable = (book: PoolBook, payee: string): bigint =>
    balanceOf(book.balances, accountOf('P22', { ...here, claim: 'd1', payee }));
  const carried = (book: PoolBook): bigint => sumOf(book.balances, ['P12'], here);

  it('takes costs first and then gives every party its share', () => {
    // 600 less 100 costs is 500: bank 100, city 200, province 200. The bank was owed 800 before.
    const book = done(share(lost('proportional'), 600n, 100n));
    expect([carried(book), payable(book, '某银行'), payable(book, '省'), payable(book, '律所')]).toEqual([
      200n,
      900n,
      200n,
      100n,
    ]);
    expect(unshared(book, 'l1')).toBe(0n);
    expect(identities(book.balances)).toEqual([]);
  });

  it('gives the pool its loss first where the terms say so, and the rest by the others’ shares', () => {
    // 700: the pool's 400 first, then 300 over bank 20 and province 40: 100 and 200.
    const book = done(share(lost('pool-first'), 700n));
    expect([carried(book), payable(book, '某银行'), payable(book, '省')]).toEqual([0n, 900n, 200n]);
    const little = done(share(lost('pool-first'), 300n));
    expect([carried(little), payable(little, '省')]).toEqual([100n, 0n]);
  });

  it('gives what is above the loss to the bank', () => {
    const book = done(share(lost('proportional'), 1100n));
    expect([carried(book), payable(book, '省'), payable(book, '某银行')]).toEqual([0n, 400n, 800n + 200n + 100n]);
    const more = done(share(book, 50n));
    expect([payable(more, '省'), payable(more, '某银行')]).toEqual([400n, 1150n]);
  });

  it('shares after write-off too: what is recovered then lowers the loss', () => {
    const off = posted(lost('proportional'), 'T70-loss', { loan: 'l1' }, 300n);
    // The pool's 400 of 1,000: 100 still carried come first, 300 were written off.
    const book = done(share(off, 500n));
    expect([carried(book), sumOf(book.balances, ['P14'], here)]).toEqual([0n, 200n]);
    expect(identities(book.balances)).toEqual([]);
  });

  it('shares nothing that was not received, and nothing of a loan that was never registered', () => {
    const nothing = { claim: 'd1', loan: 'l1', amount: 10n, costs: 0n, costsTo: '律所' };
    expect(shareRecovery(lost('proportional'), nothing)).toMatchObject({ ok: false, refusal: { code: 'below-zero' } });
    expect(shareRecovery(lost('proportional'), { ...nothing, loan: 'l9' })).toMatchObject({
      refusal: { code: 'no-such-loan' },
    });
  });

  it('I20 pays out what came in to the fen, and the pool never gets more than it lost', () => {
    const parts = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 600n }), fc.bigInt({ min: 0n, max: 50n })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom('proportional' as const, 'pool-first' as const), parts, (order, recoveries) => {
        const start = lost(order);
        const book = recoveries.reduce((all, [amount, costs]) => done(share(all, amount, costs)), start);
        const total = recoveries.reduce((sum, [amount]) => sum + amount, 0n);
        const owed = sumOf(book.balances, ['P22'], here) - sumOf(start.balances, ['P22'], here);
        expect(owed + (carried(start) - carried(book))).toBe(total);
        expect(unshared(book, 'l1')).toBe(0n);
        expect(identities(book.balances)).toEqual([]);
      }),
    );
  });
});
