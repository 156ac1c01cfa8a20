// Cases and their money on a real PostgreSQL: both or neither, once, and the balances are what the postings make.
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ActionKind } from '#casework/cases/payloads.ts';
import { date, opening, someone } from '#casework/cases/toy-office.ts';
import {
  checker,
  decision,
  firm,
  handler,
  head,
  maker,
  paid,
  releaser,
  review,
  toPay as roadToPay,
  toReview,
} from '#casework/cases/toy-road.ts';
import { deed, type Deed } from '#casework/cases/toy-story.ts';
import { agrees } from '#casework/money/agrees.ts';
import { toyTerms } from '#casework/money/toy-money.ts';
import { replay } from '#casework/ledger/journal.ts';
import { identities } from '#casework/ledger/posting.ts';
import { testDatabase } from '#test/support/database.ts';
import { actWithMoney, MoneyRefused, type PackTerms } from './act-with-money.ts';
import type { StoreActor } from './actor.ts';
import { CaseRefused, differingCases, readActions, readCase, type NewAction } from './cases.ts';
import { differences, LedgerRefused, postEvent, readBalances, readPostings } from './ledger.ts';
import { append } from './log.ts';

const database = testDatabase();
const { tenant: _tenant, principalFen: _principalFen, ...pack } = toyTerms;

let tenants = 0;

/** Order numbers begin with the tenant, which has no hyphen. */
const newTenant = async (): Promise<string> => {
  const tenant = `toy${process.pid}n${tenants++}`;
  await database().direct.query('insert into tihang.tenant (tenant, name) values ($1, $2)', [tenant, tenant]);
  return tenant;
};

const system = (tenant: string): StoreActor => ({ ...someone('clock'), tenant });

const giveBudget = (tenant: string, amount: bigint, budgetLine = '甲', funder = '市级'): Promise<unknown> => {
  const actor: StoreActor = { ...someone('city-treasury'), tenant };
  return database().store.as(actor, async (tx) => {
    const { chain, seq } = await append(tx, actor, { chain: 'budget', kind: 'give-budget', body: {} });
    const keys = { tenant, fund: pack.fund, year: '2026', funder, budgetLine };
    const entries = [{ transfer: 'T01', keys, amounts: { amount } } as const];
    return postEvent(tx, actor, { key: `budget/${seq}`, entries, cause: { chain, seq } });
  });
};

const open = async (tenant: string, id: string): Promise<void> => {
  const { payload, by } = opening('apply');
  const actor: StoreActor = { ...by, tenant };
  const action: NewAction = { id: 'open', case: id, kind: 'open', payload, rulebook: 'rules-1' };
  await database().store.as(actor, (tx) => actWithMoney(tx, actor, action, pack));
};

const does = async (tenant: string, id: string, { by, make }: Deed, terms: PackTerms = pack) => {
  const actor: StoreActor = { ...by, tenant };
  const state = await database().store.as(system(tenant), (tx) => readCase(tx, id));
  const { kind, payload, rulebook, id: action } = make(state);
  const given: NewAction<ActionKind> = { id: action, case: id, kind, payload, rulebook };
  return database().store.as(actor, (tx) => actWithMoney(tx, actor, given, terms));
};

/** A notice that is over as soon as it may be: the database's clock is the only one, and it is the present. */
const shortNotice = (): Deed => {
  const overAt = new Date(Date.now() + 1000).toISOString();
  return deed(handler, 'publish-notice', { list: 'a'.repeat(64), lastDay: date('2026-01-12'), overAt });
};

const tell = async (tenant: string, id: string, deeds: readonly Deed[]): Promise<void> => {
  for (const each of deeds) await does(tenant, id, each);
};

const toPay = async (tenant: string, id: string): Promise<void> => {
  const notice = [...toReview, ...review, ...decision].length + 1;
  await tell(tenant, id, roadToPay.slice(0, notice));
  await does(tenant, id, shortNotice());
  await setTimeout(1050);
  await tell(tenant, id, roadToPay.slice(notice + 1));
};

/** The funds of the tenant but for the authority itself: `F50 c-1-p1` and its fen. */
const held = async (tenant: string): Promise<Readonly<Record<string, bigint>>> => {
  const balances = await database().store.as(system(tenant), readBalances);
  return Object.fromEntries(
    [...balances]
      .filter(([id]) => !id.startsWith('F10'))
      .map(([id, amount]) => [`${id.split('/')[0]} ${(id.split('/').at(-1) ?? '').replace(`${tenant}-`, '')}`, amount]),
  );
};

const sound = async (tenant: string, id: string): Promise<void> => {
  await database().store.as(system(tenant), async (tx) => {
    const balances = await readBalances(tx);
    expect(replay(await readPostings(tx)), 'I25').toEqual({ ok: true, balances });
    expect(await differences(tx)).toEqual([]);
    expect(identities(balances), 'I2').toEqual([]);
    expect(agrees(await readCase(tx, id), balances, { ...toyTerms, tenant }), 'I16').toEqual([]);
    expect(await differingCases(tx)).toEqual([]);
  });
};

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing refused it',
    (error: unknown) =>
      error instanceof MoneyRefused || error instanceof CaseRefused || error instanceof LedgerRefused
        ? error.refusal
        : error,
  );

describe('a case with its money', () => {
  it('goes from the application to both parts paid, one of them twice, and the postings replay', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 30_000_000n);
    await open(tenant, 'c-1');
    await toPay(tenant, 'c-1');
    expect(await held(tenant)).toEqual({ 'F11 甲': 19_999_999n, 'F30 c-1-p1': 5_000_000n, 'F30 c-1-p2': 5_000_001n });
    await tell(tenant, 'c-1', [...paid('p1'), deed(handler, 'accept-completion'), ...paid('p2')]);
    const both = { 'F11 甲': 19_999_999n, 'F50 c-1-p1': 5_000_000n, 'F50 c-1-p2': 5_000_001n };
    expect(await held(tenant)).toEqual(both);
    await does(tenant, 'c-1', deed(maker, 'pay-result', { part: 'p2', result: 'bounced', proof: '退票通知' }));
    expect(await held(tenant)).toMatchObject({ 'F41 c-1-p2-1': 5_000_001n });
    await sound(tenant, 'c-1');
    await tell(tenant, 'c-1', paid('p2'));
    expect(await held(tenant)).toEqual(both);
    await sound(tenant, 'c-1');
    // I17: every posting stands on its own entry of the case's chain.
    const postings = await database().store.as(system(tenant), (tx) =>
      tx.selectFrom('posting').select(['key', 'chain', 'seq']).where('chain', '=', 'case/c-1').execute(),
    );
    expect(postings.map(({ key }) => key)).toContain(`order/${tenant}-c-1-p2-2/T13`);
    expect(new Set(postings.map(({ seq }) => seq)).size).toBe(postings.length);
  }, 60_000);

  it('gives its money back when the firm withdraws', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 30_000_000n);
    await open(tenant, 'c-1');
    await toPay(tenant, 'c-1');
    await does(tenant, 'c-1', deed(firm, 'withdraw'));
    expect(await held(tenant)).toEqual({ 'F11 甲': 30_000_000n });
    await sound(tenant, 'c-1');
  }, 60_000);

  it('is recovered by the principal that its own log tells', async () => {
    const tenant = await newTenant();
    const { payload, by } = opening('recover');
    const actor: StoreActor = { ...by, tenant };
    const action: NewAction = { id: 'open', case: 'r-1', kind: 'open', payload, rulebook: 'rules-1' };
    await database().store.as(actor, (tx) => actWithMoney(tx, actor, action, pack));
    await tell(tenant, 'r-1', [
      deed(handler, 'start-work'),
      deed(handler, 'find'),
      deed(handler, 'serve-hearing'),
      deed(head, 'decide-recovery', { principalFen: 1_000n, interestFen: 30n, heard: '未提出意见' }),
      deed(handler, 'collect', { amountFen: 1_010n, bankLine: '流水 1' }),
    ]);
    const balances = await database().store.as(system(tenant), readBalances);
    expect(Object.fromEntries(balances)).toEqual({
      [`R11/${tenant}/r-1/principal`]: 1_000n,
      [`R20/${tenant}/r-1/principal`]: 1_000n,
      [`R10/${tenant}/r-1/interest`]: 20n,
      [`R11/${tenant}/r-1/interest`]: 10n,
      [`R20/${tenant}/r-1/interest`]: 30n,
    });
  }, 60_000);
});

describe('a refusal leaves nothing', () => {
  it('of an allocation for which two lines are short, and says of each what is missing', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 4_000_000n);
    await open(tenant, 'c-1');
    await tell(tenant, 'c-1', [...toReview, ...review, ...decision]);
    const parts = [
      { part: 'p1', amountFen: 5_000_000n, funder: '市级', year: 2026, instalment: 1 },
      { part: 'p2', amountFen: 5_000_001n, funder: '区级', year: 2026, instalment: 2 },
    ];
    const terms = { ...pack, budgetLines: new Map([...pack.budgetLines, ['区级', '乙']]) };
    const before = await database().store.as(system(tenant), (tx) => readActions(tx, 'c-1'));
    expect(await refusal(does(tenant, 'c-1', deed(head, 'allocate', { parts }), terms))).toEqual({
      code: 'budget-short',
      lines: [
        {
          account: `F11/${tenant}/产业资金/2026/市级/甲`,
          available: 4_000_000n,
          asked: 5_000_000n,
          missing: 1_000_000n,
        },
        { account: `F11/${tenant}/产业资金/2026/区级/乙`, available: 0n, asked: 5_000_001n, missing: 5_000_001n },
      ],
    });
    expect(await database().store.as(system(tenant), (tx) => readActions(tx, 'c-1'))).toEqual(before);
    expect(await held(tenant)).toEqual({ 'F11 甲': 4_000_000n });
    await sound(tenant, 'c-1');
    // With the budget that was missing, the same action goes.
    await giveBudget(tenant, 1_000_000n);
    await giveBudget(tenant, 5_000_001n, '乙', '区级');
    await does(tenant, 'c-1', deed(head, 'allocate', { parts }), terms);
    expect(await held(tenant)).toEqual({ 'F20 c-1-p1': 5_000_000n, 'F20 c-1-p2': 5_000_001n });
  }, 60_000);

  it('of money that cannot follow its action', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 30_000_000n);
    await open(tenant, 'c-1');
    await tell(tenant, 'c-1', [...toReview, ...review, ...decision]);
    const lineless = { ...pack, budgetLines: new Map<string, string>() };
    expect(await refusal(does(tenant, 'c-1', deed(head, 'allocate'), lineless))).toEqual({
      code: 'no-budget-line',
      funder: '市级',
    });
    expect((await database().store.as(system(tenant), (tx) => readCase(tx, 'c-1'))).parts).toEqual([]);
  }, 60_000);

  it('of a result that comes a second time, one after another and at the same moment', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 30_000_000n);
    await open(tenant, 'c-1');
    await toPay(tenant, 'c-1');
    await tell(tenant, 'c-1', [
      deed(maker, 'make-order', { part: 'p1' }),
      deed(checker, 'check-order', { part: 'p1' }),
      deed(releaser, 'release-order', { part: 'p1' }),
    ]);
    const success = { part: 'p1', result: 'success', proof: '回单' } as const;
    const actor: StoreActor = { ...maker, tenant };
    const report = (id: string) =>
      refusal(
        database().store.as(actor, (tx) =>
          actWithMoney(tx, actor, { id, case: 'c-1', kind: 'pay-result', payload: success, rulebook: null }, pack),
        ),
      );
    const answers = await Promise.all(['one', 'two', 'three', 'four'].map(report));
    expect(answers.filter((each) => each === 'nothing refused it')).toHaveLength(1);
    expect(await report('five')).toMatchObject({ code: 'no-such-order' });
    expect(await held(tenant)).toMatchObject({ 'F51 c-1-p1': 5_000_000n, 'F30 c-1-p2': 5_000_001n });
    await sound(tenant, 'c-1');
  }, 60_000);

  it('to two cases at once that want the same last money: one is listed, the other is told what is missing', async () => {
    const tenant = await newTenant();
    await giveBudget(tenant, 15_000_000n);
    for (const id of ['c-1', 'c-2']) {
      await open(tenant, id);
      await tell(tenant, id, [...toReview, ...review, ...decision]);
    }
    const answers = await Promise.all(['c-1', 'c-2'].map((id) => refusal(does(tenant, id, deed(head, 'allocate')))));
    const refused = answers.filter((each) => each !== 'nothing refused it');
    // Who comes while the other is being listed is stopped by the ledger itself.
    expect(refused).toMatchObject([{ code: expect.stringMatching(/^(?:budget-short|below-zero)$/u) }]);
    expect((await held(tenant))['F11 甲']).toBe(4_999_999n);
    for (const id of ['c-1', 'c-2']) await sound(tenant, id);
  }, 60_000);
});
