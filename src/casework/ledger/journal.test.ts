import { describe, expect, it } from 'vitest';
import { emptyJournal, record, replay, type Journal, type Recorded } from './journal.ts';
import { accountOf, type Keys } from './legs.ts';
import { balanceOf, sumOf, type Entry } from './posting.ts';
import { keys } from './table-rows.ts';
import { transferNames, transferOf, type TransferName } from './transfers.ts';

const in2025: Keys = { ...keys, year: '2025' };
const closed2025: ReadonlySet<string> = new Set(['2025']);

const entry = (transfer: TransferName, more: Keys = {}, amount = 100n): Entry => ({
  transfer,
  keys: { ...in2025, ...more },
  amounts: { amount, demand: amount },
});

const done = (recorded: Recorded): Journal => {
  if (!recorded.ok) throw new Error(`refused: ${recorded.refusal.code}`);
  return recorded.journal;
};

/** Records transfers one after the other, each under its own name and number. */
const run = (start: Journal, entries: readonly Entry[], closed?: ReadonlySet<string>): Journal =>
  entries.reduce(
    (journal, each) => done(record(journal, `${journal.postings.size} ${each.transfer}`, [each], closed)),
    start,
  );

const paid2025 = run(emptyJournal, [
  entry('T01'),
  entry('T05'),
  entry('T07-asked'),
  entry('T09'),
  entry('T11'),
  entry('T13'),
]);

describe('the journal', () => {
  it('I17 posts an event once, however often it is sent', () => {
    const once = done(record(emptyJournal, '文件1', [entry('T01')]));
    expect(record(once, '文件1', [entry('T01')])).toEqual({ ok: true, journal: once, repeated: true });
    expect(record(emptyJournal, '文件1', [entry('T01')])).toMatchObject({ ok: true, repeated: false });
    for (const other of [[entry('T01', {}, 101n)], [entry('T01', { year: '2026' })], [entry('T04-freeze')], []])
      expect(record(once, '文件1', other)).toEqual({ ok: false, refusal: { code: 'key-reused', key: '文件1' } });
  });

  it('I17 does not take one event for another that moves the same money', () => {
    const moved = done(record(done(record(emptyJournal, '文件1', [entry('T01')])), '文件2', [entry('T03')]));
    const reused = { ok: false, refusal: { code: 'key-reused', key: '文件2' } };
    expect(record(moved, '文件2', [entry('T03', { toBudgetLine: '丙' })])).toEqual(reused);
    // A term and its extension have the same legs.
    const term = done(record(emptyJournal, '文件2', [entry('T50')]));
    expect(record(term, '文件2', [entry('T56')])).toEqual(reused);
  });

  it('I17 repeats an event although what it took is gone meanwhile', () => {
    const start = done(record(emptyJournal, '文件1', [entry('T01')]));
    const frozen = done(record(start, '文件2', [entry('T04-freeze')]));
    expect(record(frozen, '文件2', [entry('T04-freeze')])).toMatchObject({ ok: true, repeated: true });
    expect(record(frozen, '文件3', [entry('T04-freeze')])).toMatchObject({
      ok: false,
      refusal: { code: 'below-zero' },
    });
  });

  it('I26 lets a closed year take results, bounces and what was decided on them, and nothing else', () => {
    const taken = transferNames.filter((name) => transferOf(name).closedYear === 'taken');
    expect(taken).toEqual([
      'T13',
      'T13-advance',
      'T13-pending',
      'T14',
      'T17',
      'T17-pending',
      'T17-returned',
      'T18',
      'T20-later',
    ]);
    for (const name of ['T01', 'T02', 'T03', 'T04-freeze', 'T15', 'T26'] as const)
      expect(record(paid2025, 'x', [entry(name)], closed2025), name).toEqual({
        ok: false,
        refusal: { code: 'closed-year', year: '2025', transfer: name },
      });
    // Recovery, demand and other years do not care.
    expect(record(paid2025, 'x', [entry('T24')], closed2025).ok).toBe(true);
    expect(record(paid2025, 'x', [entry('T01', { year: '2026' })], closed2025).ok).toBe(true);
    expect(record(emptyJournal, 'x', [entry('T40-first')], closed2025)).toMatchObject({
      refusal: { code: 'missing-amount' },
    });
  });

  it('an order of 2025 that bounces on 2025-12-30 is paid again from the same commitment', () => {
    const again = run(paid2025, [
      entry('T15'),
      entry('T16'),
      entry('T11', { order: 'o2' }),
      entry('T13', { order: 'o2' }),
    ]);
    expect(again.balances).toEqual(paid2025.balances);
    expect(again.postings.size).toBe(paid2025.postings.size + 4);
  });

  it('an order of 2025 that bounces on 2026-01-04 lapses, and its part queues for the authority of 2026', () => {
    const bounced = run(paid2025, [entry('T17')], closed2025);
    expect(balanceOf(bounced.balances, accountOf('F70', in2025))).toBe(100n);
    expect(sumOf(bounced.balances, ['F30', 'F40', 'F41', 'F50'], {})).toBe(0n);
    expect(balanceOf(bounced.balances, accountOf('N20', in2025))).toBe(100n);
    const year = { year: '2026' };
    const funded = run(bounced, [entry('T01', year), entry('T07-queued', year)], closed2025);
    expect(balanceOf(funded.balances, accountOf('F20', { ...in2025, ...year }))).toBe(100n);
    expect(sumOf(funded.balances, ['N10', 'N20', 'N90'], {})).toBe(0n);
  });

  it('I25 makes the same balances from nothing, and names the posting that cannot stand', () => {
    const postings = [...paid2025.postings.values()];
    expect(replay(postings)).toEqual({ ok: true, balances: paid2025.balances });
    expect(replay(postings.slice(1))).toMatchObject({ ok: false, key: '2 T07-asked', refusal: { code: 'below-zero' } });
  });
});
