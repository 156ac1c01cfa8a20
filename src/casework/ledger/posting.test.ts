import { describe, expect, it } from 'vitest';
import { accountId, accounts, bookOf, codeOf, keyOf, valuesOf, type AccountCode, type AccountId } from './accounts.ts';
import { accountOf } from './legs.ts';
import {
  balanceOf,
  emptyBalances,
  identities,
  post,
  postLegs,
  postTogether,
  sumOf,
  type Balances,
  type Posted,
} from './posting.ts';
import { amountsFor, keys, rows } from './table-rows.ts';
import { guards } from './transfer.ts';
import { booksOf, transferNames, transferOf, type TransferName } from './transfers.ts';

const balancesAfter = (posted: Posted): Balances => {
  if (!posted.ok) throw new Error(`refused: ${posted.refusal.code}`);
  return posted.balances;
};

const after = (history: readonly TransferName[]): Balances =>
  history.reduce((balances, name) => balancesAfter(post(balances, name, keys, amountsFor(name))), emptyBalances);

const codes = (legs: string): readonly (readonly [string, string])[] =>
  legs.split(' ').map((leg) => {
    const [debit = '', credit = ''] = leg.replace('?', '').split('/');
    return [debit, credit];
  });

describe('the transfer table', () => {
  it('has every row of the money page, T01 to T71, and no other', () => {
    const ids = [...new Set(transferNames.map((name) => transferOf(name).id))];
    const range = (from: number, to: number): readonly string[] =>
      Array.from({ length: to - from + 1 }, (_, at) => `T${String(from + at).padStart(2, '0')}`);
    expect(ids).toEqual([...range(1, 32), ...range(40, 45), ...range(50, 56), ...range(60, 71)]);
  });

  it.each(transferNames)('%s debits and credits what the money page says', (name) => {
    const { legs } = transferOf(name);
    expect(
      legs.map(({ debit, credit, optional }) => `${debit}/${credit}${optional === true ? '?' : ''}`).join(' '),
    ).toBe(rows[name].legs);
  });

  it.each(transferNames)('%s stands after what must come before, and identities hold', (name) => {
    const before = after(rows[name].after);
    const balances = balancesAfter(post(before, name, keys, amountsFor(name)));
    expect(identities(balances)).toEqual([]);
    expect(balances).not.toEqual(before);
  });

  it.each(transferNames.filter((name) => rows[name].after.length > 0))(
    'I3 %s is refused from an empty ledger, and names the account that lacks',
    (name) => {
      const posted = post(emptyBalances, name, keys, amountsFor(name));
      const spent = codes(rows[name].legs).flatMap(([debit, credit]) => [debit, credit]);
      expect(posted.ok).toBe(false);
      if (posted.ok || posted.refusal.code !== 'below-zero') throw new Error('refused for another reason');
      expect(spent).toContain(codeOf(posted.refusal.account));
      expect(posted.refusal.available).toBe(0n);
    },
  );

  it.each(transferNames.filter((name) => rows[name].after.length > 0))(
    'I3 %s is refused for one unit more than there is, and nothing has moved',
    (name) => {
      const before = after(rows[name].after);
      const copy = new Map(before);
      const amounts = Object.fromEntries(Object.entries(amountsFor(name)).map(([each, value]) => [each, value + 200n]));
      const posted = post(before, name, keys, amounts);
      expect(posted).toMatchObject({ ok: false, refusal: { code: 'below-zero' } });
      expect(before).toEqual(copy);
    },
  );

  it.each(transferNames)('I1 %s is refused for nothing and for less than nothing', (name) => {
    for (const wrong of [0n, -1n]) {
      const amounts = Object.fromEntries(Object.keys(amountsFor(name)).map((each) => [each, wrong]));
      expect(post(after(rows[name].after), name, keys, amounts)).toMatchObject({
        ok: false,
        refusal: { code: 'not-positive', asked: wrong },
      });
    }
  });

  it.each(transferNames)('%s names the key that is missing', (name) => {
    const wanted = (code: AccountCode): readonly string[] => keyOf(code);
    const used = new Set(transferOf(name).legs.flatMap(({ debit, credit }) => [...wanted(debit), ...wanted(credit)]));
    expect(used.has('tenant')).toBe(true);
    expect(post(emptyBalances, name, { ...keys, tenant: '' }, amountsFor(name))).toEqual({
      ok: false,
      refusal: { code: 'missing-key', transfer: name, key: 'tenant' },
    });
  });

  it('I1 keeps every leg inside one book; only these transfers touch two', () => {
    for (const name of transferNames)
      for (const { debit, credit } of transferOf(name).legs)
        expect(accounts[debit].book, name).toBe(accounts[credit].book);
    const two = transferNames.filter((name) => booksOf(name).length > 1);
    expect([...new Set(two.map((name) => transferOf(name).id))]).toEqual([
      'T07',
      'T17',
      'T26',
      'T30',
      'T32',
      'T40',
      'T42',
      'T45',
    ]);
  });

  it('says in Chinese what must be shown, and needs every guard somewhere', () => {
    const named = new Set(transferNames.flatMap((name) => transferOf(name).guards));
    expect([...named].toSorted()).toEqual(Object.keys(guards).toSorted());
    for (const name of transferNames) expect(transferOf(name).event, name).toMatch(/\p{Script=Han}/u);
  });
});

describe('a posting', () => {
  it('is posted whole or not at all: the second part of a list lacks money, so the first is not reserved', () => {
    const budget = balancesAfter(post(emptyBalances, 'T01', keys, { amount: 100n }));
    const list = ['p1', 'p2'].map((part) => ({
      transfer: 'T07-asked' as const,
      keys: { ...keys, part },
      amounts: { amount: 60n },
    }));
    expect(postTogether(budget, list)).toEqual({
      ok: false,
      refusal: { code: 'below-zero', account: accountOf('F11', keys), available: 40n, asked: 60n },
    });
    expect(balanceOf(budget, accountOf('F11', keys))).toBe(100n);
  });

  it('takes capital into the pool only together with the payment that brings it', () => {
    const amounts = { amount: 100n };
    const both = postTogether(after(rows['T13'].after), [
      { transfer: 'T13', keys, amounts },
      { transfer: 'T60', keys, amounts },
    ]);
    const balances = balancesAfter(both);
    expect([sumOf(balances, ['F50'], {}), sumOf(balances, ['P10'], {})]).toEqual([100n, 100n]);
    expect(
      postTogether(emptyBalances, [
        { transfer: 'T01', keys, amounts },
        { transfer: 'T60', keys, amounts },
      ]),
    ).toEqual({ ok: false, refusal: { code: 'not-together', transfers: ['T01', 'T60'] } });
  });

  it('refuses an event without legs, and an event without its amount', () => {
    expect(postTogether(emptyBalances, [])).toEqual({ ok: false, refusal: { code: 'nothing-to-post' } });
    expect(post(emptyBalances, 'T61', keys, {})).toEqual({ ok: false, refusal: { code: 'nothing-to-post' } });
    expect(post(emptyBalances, 'T01', keys, {})).toEqual({
      ok: false,
      refusal: { code: 'missing-amount', transfer: 'T01', amount: 'amount' },
    });
  });

  it('I1 refuses a stored leg that crosses books, funds or years', () => {
    const leg = (debit: AccountId, credit: AccountId): Posted =>
      postLegs(emptyBalances, [{ debit, credit, amount: 1n, takes: 'amount' }]);
    const authority = accountOf('F10', keys);
    for (const debit of [
      accountOf('R10', keys),
      accountOf('F11', { ...keys, year: '2027' }),
      accountOf('F11', { ...keys, funder: '省' }),
      accountOf('F11', { ...keys, tenant: 'other' }),
    ])
      expect(leg(debit, authority)).toEqual({ ok: false, refusal: { code: 'wrong-book', debit, credit: authority } });
    expect(leg(accountOf('F11', keys), authority).ok).toBe(true);
  });

  it('I15 disposes of principal only: recovered interest never becomes available again', () => {
    const interest = { ...keys, kind: 'interest' };
    const steps = ['T24', 'T25'] as const;
    const before = steps.reduce(
      (balances, name) => balancesAfter(post(balances, name, interest, { amount: 100n })),
      after(rows['T15'].after),
    );
    expect(post(before, 'T26', interest, { amount: 100n })).toMatchObject({
      ok: false,
      refusal: { code: 'below-zero', available: 0n },
    });
    expect(post(before, 'T27', interest, { amount: 100n }).ok).toBe(true);
  });

  it('I30 carries a commitment into the next year as authority of that year', () => {
    const next = { ...keys, year: '2027' };
    const balances = after([...rows['T31'].after, 'T31']);
    expect([balanceOf(balances, accountOf('F71', keys)), balanceOf(balances, accountOf('F30', keys))]).toEqual([
      100n,
      0n,
    ]);
    expect([balanceOf(balances, accountOf('F10', next)), balanceOf(balances, accountOf('F30', next))]).toEqual([
      100n,
      100n,
    ]);
  });

  it('I14 gives the district what the city has passed down, to the fen', () => {
    const down = after([...rows['T21-committed'].after, 'T21-committed']);
    const back = balancesAfter(post(down, 'T22', keys, { amount: 30n }));
    expect(balanceOf(back, accountOf('F60', keys))).toBe(70n);
    expect(sumOf(back, ['F10'], { fund: '区产业资金' })).toBe(70n);
    expect(sumOf(back, ['F11'], { fund: '产业资金' })).toBe(30n);
  });
});

describe('an account', () => {
  it('keeps apart key values that hold a separator', () => {
    const one = accountId('F30', ['t', 'a/b', '2026', 'c', 'p']);
    const other = accountId('F30', ['t', 'a', 'b/2026', 'c', 'p']);
    expect(one).not.toBe(other);
    expect(valuesOf(one)).toEqual(['t', 'a/b', '2026', 'c', 'p']);
    expect(valuesOf(accountId('F30', ['%2F', '%', '/', '%25', 'p']))).toEqual(['%2F', '%', '/', '%25', 'p']);
    expect(bookOf(one)).toBe('authority/t/a%2Fb/2026/c');
  });

  it('shows a book whose sides differ, and a balance below zero', () => {
    const id = accountOf('F11', keys);
    expect(identities(new Map([[id, -5n]]))).toEqual([
      { kind: 'below-zero', account: id, balance: -5n },
      { kind: 'identity', book: bookOf(id), debits: -5n, credits: 0n },
    ]);
    expect(identities(new Map([[id, 5n]]))).toMatchObject([{ kind: 'identity', debits: 5n, credits: 0n }]);
    expect(identities(new Map([[accountOf('F10', keys), 5n]]))).toMatchObject([{ debits: 0n, credits: 5n }]);
  });
});
