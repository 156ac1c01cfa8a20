// An import of ten thousand rows: the report of the wrong ones, all or the good ones, and once.
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { FactRecord, GivenFact } from '#casework/facts/record.ts';
import { freshTenant, testDatabase } from '#test/support/database.ts';
import { actorOf, codeNumber, county, firmsIn, staff } from '#test/support/firms.ts';
import type { StoreActor } from './actor.ts';
import { registerEnterprise } from './enterprises.ts';

const database = testDatabase();
const { record, look } = firmsIn(database);

describe('an import of ten thousand rows', () => {
  const firms = 100;
  const years = 100;
  const codes = Array.from({ length: firms }, (_, n) => codeNumber(1000 + n));

  /** 100 firms with a figure for each of 100 years; rows 10, 5 000 and 9 999 are wrong, and row 7 777 says again what row 1 says. */
  const rows = (): readonly GivenFact[] =>
    Array.from({ length: firms * years }, (_, n): GivenFact => {
      const row = n + 1;
      const good = staff(`${row}万元`, {
        enterprise: codes[n % firms] ?? '',
        fact: '营收',
        period: `${1950 + Math.floor(n / firms)}`,
      });
      if (row === 10) return { ...good, value: '12万' };
      if (row === 5000) return { ...good, enterprise: codeNumber(5000) };
      if (row === 9999) return { ...good, period: '20xx' };
      return row === 7777 ? { ...good, enterprise: codes[0] ?? '', period: '1950' } : good;
    });

  const wrong = [
    { row: 10, field: 'value', found: '12万' },
    { row: 5000, field: 'enterprise', code: 'unknown-enterprise', found: codeNumber(5000) },
    { row: 7777, field: 'fact', code: 'duplicate-row', expected: '只留一行' },
    { row: 9999, field: 'period', code: 'bad-year', found: '20xx' },
  ];

  const prepared = async (): Promise<StoreActor> => {
    const actor = actorOf(await freshTenant(database()), 'register-manager');
    await database().store.as(actor, async (tx) => {
      for (const code of codes)
        await registerEnterprise(tx, actor, {
          code,
          name: code,
          jurisdiction: county,
          formerCode: null,
          reason: '登记',
        });
    });
    return actor;
  };

  const count = async (actor: StoreActor): Promise<bigint | undefined> => {
    const { rows: found } = await database().store.as(actor, (tx) =>
      sql<{ n: bigint }>`select count(*) as n from fact_record`.execute(tx),
    );
    return found[0]?.n;
  };

  it('is refused whole with a report of the wrong rows, where all are wanted', async () => {
    const actor = await prepared();
    const refused = await record(actor, 'import', rows(), { take: 'all' });
    expect(refused).toMatchObject({ ok: false, code: 'bad-rows' });
    expect(refused.problems).toMatchObject(wrong);
    expect(refused.problems).toHaveLength(wrong.length);
    expect(await count(actor)).toBe(0n);
  });

  it('takes the rows that read, where those are wanted, once, and in seconds', async () => {
    const actor = await prepared();
    const started = performance.now();
    const taken = await record(actor, 'import', rows(), { take: 'good', batch: 'list-2026' });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(taken).toMatchObject({ ok: true, recorded: 9996, problems: wrong });
    expect(await count(actor)).toBe(9996n);
    expect(await record(actor, 'import', rows(), { take: 'good', batch: 'list-2026' })).toEqual({
      ok: false,
      code: 'batch-repeated',
      problems: [],
    });
    const stored = await look(actor, codes[3]);
    // Row 4 is the fourth firm's first year; its last is row 9 904.
    const figures = stored?.records.map(({ period, value }: FactRecord) => `${period} ${value}`);
    expect(figures).toHaveLength(100);
    expect([figures?.[0], figures?.[99]]).toEqual(['1950 4万元', '2049 9904万元']);
  });

  it('is recorded once when it comes twice in the same moment', async () => {
    const actor = await prepared();
    const some = [staff('4万元', { enterprise: codes[0] ?? '', fact: '营收', period: '2025' })];
    const both = await Promise.all([
      record(actor, 'import', some, { batch: 'twice' }),
      record(actor, 'import', some, { batch: 'twice' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await count(actor)).toBe(1n);
  });
});
