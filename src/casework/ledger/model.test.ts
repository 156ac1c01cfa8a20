// Random sequences of transfers over few keys, against a model that is written from the money page and not from the
// tables: plain sums per account code, the identities as the page prints them, and counters per part.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnKeys } from '#test/support/drawn-ledger.ts';
import { accounts } from './accounts.ts';
import { emptyJournal, record, replay, type Journal } from './journal.ts';
import type { Amounts, Keys } from './legs.ts';
import { identities, sumOf } from './posting.ts';
import { rows } from './table-rows.ts';
import type { AmountName } from './transfer.ts';
import { transferNames, type TransferName } from './transfers.ts';

const creditSide = new Set('F10 R20 X11 N90 K10 S10 M10 P20 P21 P22 P23 Q10'.split(' '));

/** As the page prints them; net capital with its two sides. */
const printed = [
  'F10 = F11+F12+F20+F30+F40+F41+F50+F51+F55+F60+F70+F71',
  'R20 = R10+R11+R12+R13',
  'X11 = X10+X12',
  'N90 = N10+N20',
  'K10 = K11+K12+K13+K14',
  'S10 = S11+S12',
  'M10 = M11+M12+M13+M14+M15',
  'P20+P21+P22+P23 = P10+P11+P12+P13+P14+P15',
  'Q10 = Q11+Q12+Q13+Q14',
];

type Command = {
  readonly transfer: TransferName;
  /** With what the page says must come before it, or alone on what happens to be there. */
  readonly withHistory: boolean;
  /** With the legs that may be left out, or without. */
  readonly full: boolean;
  readonly amount: bigint;
  readonly keys: Keys;
};

const commandsOf = (names: readonly TransferName[]): fc.Arbitrary<readonly Command[]> =>
  fc.array(
    fc.record({
      transfer: fc.constantFrom(...names),
      withHistory: fc.boolean(),
      full: fc.boolean(),
      amount: fc.bigInt({ min: 0n, max: 4n }),
      keys: drawnKeys,
    }),
    { minLength: 5, maxLength: 25 },
  );

/** The amounts of the legs that may be left out. */
const optional: Readonly<Partial<Record<TransferName, readonly AmountName[]>>> = {
  T06: ['demand'],
  'T07-asked': ['demand'],
  T42: ['rest', 'support'],
  'T45-free': ['support'],
  'T45-void': ['base', 'support', 'ceiling'],
  T61: ['cash', 'recoverable'],
};

const amountNames = ['amount', 'demand', 'base', 'rest', 'ceiling', 'support', 'cash', 'recoverable'] as const;

const amountsOf = (name: TransferName, amount: bigint, full: boolean): Amounts =>
  Object.fromEntries(
    amountNames.filter((each) => full || optional[name]?.includes(each) !== true).map((each) => [each, amount]),
  );

const families: Readonly<Record<string, readonly TransferName[]>> = {
  预算到追回: transferNames.filter((name) => name < 'T40'),
  支出与支持: transferNames.filter((name) => name.startsWith('T4')),
  补贴月份: transferNames.filter((name) => name.startsWith('T5')),
  风险池: transferNames.filter((name) => name >= 'T60'),
};

/** The model: sums per code, and what has happened to each part and recovery. */
class Model {
  readonly #sums = new Map<string, bigint>();
  readonly #counts = new Map<string, bigint>();

  take(name: TransferName, keys: Keys, amount: bigint, full: boolean): void {
    for (const leg of rows[name].legs.split(' ')) {
      if (leg.endsWith('?') && !full) continue;
      const [debit = '', credit = ''] = leg.replace('?', '').split('/');
      this.#sums.set(debit, this.sum(debit) + (creditSide.has(debit) ? -amount : amount));
      this.#sums.set(credit, this.sum(credit) + (creditSide.has(credit) ? amount : -amount));
    }
    const counted = `${name} ${keys.part} ${keys.year} ${keys.kind}`;
    this.#counts.set(counted, (this.#counts.get(counted) ?? 0n) + amount);
  }

  sum(code: string): bigint {
    return this.#sums.get(code) ?? 0n;
  }

  /** How much these transfers moved, for this part, year and kind; `.` stands for any. */
  count(names: readonly string[], part = '.', year = '.', kind = '.'): bigint {
    return [...this.#counts].reduce((total, [text, amount]) => {
      const [name = '', ...rest] = text.split(' ');
      const fits = [part, year, kind].every((value, at) => value === '.' || value === rest[at]);
      return fits && names.includes(name) ? total + amount : total;
    }, 0n);
  }
}

const valueOf = (model: Model, side: string): bigint =>
  side.split('+').reduce((total, code) => total + model.sum(code.trim()), 0n);

const checkSums = (journal: Journal, model: Model): void => {
  const sums = new Map<string, bigint>();
  for (const [id, balance] of journal.balances) sums.set(id.slice(0, 3), (sums.get(id.slice(0, 3)) ?? 0n) + balance);
  const found = Object.keys(accounts).map((code) => `${code} ${sums.get(code) ?? 0n}`);
  expect(found).toEqual(Object.keys(accounts).map((code) => `${code} ${model.sum(code)}`));
  const broken = printed.filter((identity) => {
    const [left = '', right = ''] = identity.split(' = ');
    return valueOf(model, left) !== valueOf(model, right);
  });
  expect(broken).toEqual([]);
  expect(identities(journal.balances)).toEqual([]);
  expect([...journal.balances.values()].every((balance) => balance > 0n)).toBe(true);
};

const checkLaws = ({ balances }: Journal, model: Model): void => {
  for (const year of ['2025', '2026', '2027']) {
    const spent = sumOf(balances, ['F40', 'F41', 'F50', 'F51'], { year });
    expect(spent <= sumOf(balances, ['F10'], { year }), 'I4').toBe(true);
    for (const part of ['p1', 'p2']) {
      const paid = model.count(['T13', 'T13-pending', 'T19', 'T30'], part, year);
      const back = model.count(['T15', 'T15-pending', 'T17', 'T17-pending', 'T26', 'T26-pending'], part, year);
      const carriedIn = model.count(['T31'], part, String(Number(year) - 1));
      expect(sumOf(balances, ['F50', 'F51'], { part, year }), 'I6').toBe(paid - back);
      expect(paid - back <= model.count(['T09'], part, year) + carriedIn, 'I6').toBe(true);
    }
  }
  const disposed = model.count(['T26', 'T26-pending']);
  expect(disposed <= model.count(['T25', 'T30'], '.', '.', 'principal'), 'I15').toBe(true);
};

describe('random sequences of transfers', () => {
  const seen = new Set<TransferName>();

  /** One transfer on the journal and on the model; the ledger that was before stays as it was. */
  const step = (journal: Journal, model: Model, transfer: TransferName, { keys, amount, full }: Command): Journal => {
    const before = new Map(journal.balances);
    const entry = { transfer, keys, amounts: amountsOf(transfer, amount, full) };
    const made = record(journal, `${journal.postings.size}`, [entry]);
    expect(made.ok && amount === 0n, 'I1').toBe(false);
    expect(journal.balances).toEqual(before);
    if (!made.ok) return journal;
    seen.add(transfer);
    model.take(transfer, keys, amount, full);
    checkSums(made.journal, model);
    checkLaws(made.journal, model);
    return made.journal;
  };

  it.each(Object.entries(families))('I1 to I4, I6, I15, I25 hold in %s', (_family, names) => {
    fc.assert(
      fc.property(commandsOf(names), (commands) => {
        const model = new Model();
        let journal = emptyJournal;
        for (const command of commands)
          for (const transfer of [...(command.withHistory ? rows[command.transfer].after : []), command.transfer])
            journal = step(journal, model, transfer, command);
        expect(replay(journal.postings.values()), 'I25').toEqual({ ok: true, balances: journal.balances });
      }),
      // One seed, so that the coverage below is a fact and not luck.
      { numRuns: 80, seed: 20_260_610 },
    );
  });

  it('hit every transfer of the table', () => {
    expect(transferNames.filter((name) => !seen.has(name))).toEqual([]);
  });
});
