// Two invented firms of an invented city, and people who register them, record facts of them and look at them.
import { creditCodeCheck } from '#rules/facts/credit-code.ts';
import { toyDictionary } from '#rules/facts/toy-dictionary.ts';
import { seats, type Role } from '#casework/cases/roles.ts';
import { someone } from '#casework/cases/toy-office.ts';
import { theEnterprise, type GivenFact } from '#casework/facts/record.ts';
import type { StoreActor } from '#store/actor.ts';
import { readEnterprise, registerEnterprise, type Registered, type StoredEnterprise } from '#store/enterprises.ts';
import { recordFacts, type Import, type Recorded } from '#store/facts.ts';
import { freshTenant, type TestDatabase } from './database.ts';

export const county = someone('county-reviewer').jurisdiction;

/** The n-th invented code with a right last character. */
export const codeNumber = (n: number): string => {
  const body = `91320600MA${String(n).padStart(7, '0')}`;
  return `${body}${creditCodeCheck(body)}`;
};
export const own = codeNumber(1);
export const another = codeNumber(2);

/** A person in this role, in the right seat; firm roles are of the first firm. */
export const actorOf = (tenant: string, role: Role, other: Partial<StoreActor> = {}): StoreActor => ({
  ...someone(role),
  ...(seats[role] === 'firm' ? { organisation: own } : {}),
  tenant,
  ...other,
});

/** The head count of the first firm. */
export const staff = (value: string, other: Partial<GivenFact> = {}): GivenFact => ({
  enterprise: own,
  about: theEnterprise,
  fact: '人数',
  period: null,
  value,
  source: '2025年年度报告',
  ...other,
});

/** The code with which the database refused, or `done`. */
export const sqlState = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

let batches = 0;

export const firmsIn = (database: () => TestDatabase) => {
  const register = (actor: StoreActor, other: Partial<Registered> = {}) =>
    database().store.as(actor, (tx) =>
      registerEnterprise(tx, actor, {
        code: own,
        name: '柳东机械',
        jurisdiction: county,
        formerCode: null,
        reason: '登记',
        ...other,
      }),
    );
  return {
    register,
    /** A city with one firm in the county and one elsewhere. */
    cityWithFirms: async (): Promise<string> => {
      const tenant = await freshTenant(database());
      const manager = actorOf(tenant, 'register-manager');
      const made = [
        await register(manager),
        await register(manager, { code: another, name: '柳西纺织', jurisdiction: '柳西区' }),
      ];
      if (made.some(({ ok }) => !ok)) throw new Error('the firms were not registered');
      return tenant;
    },
    record: (
      actor: StoreActor,
      origin: Import['origin'],
      rows: readonly GivenFact[],
      other: Partial<Import> = {},
    ): Promise<Recorded> =>
      database().store.as(actor, (tx) =>
        recordFacts(tx, actor, toyDictionary, { rows, origin, batch: `batch-${batches++}`, take: 'all', ...other }),
      ),
    look: (actor: StoreActor, code = own): Promise<StoredEnterprise | null> =>
      database().store.as(actor, (tx) => readEnterprise(tx, code)),
  };
};
