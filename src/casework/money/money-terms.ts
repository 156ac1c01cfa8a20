// What the pack of an item says about money and a case does not hold; and the names that a case's money has in the ledger.
import type { PartPlan } from '#casework/cases/payloads.ts';
import type { CaseState } from '#casework/cases/state.ts';
import { orderNumber, readOrderNumber } from '#casework/ledger/order-number.ts';
import type { PartPlace } from '#casework/ledger/paid-state.ts';

export type MoneyTerms = {
  /** ASCII letters and digits: it stands first in the number of every order. */
  readonly tenant: string;
  readonly fund: string;
  /** The line of the budget that each funder pays from, by funder. */
  readonly budgetLines: ReadonlyMap<string, string>;
  /** When money is set aside for a case: as the list is fixed, or as it is accepted (first come, or a fixed amount). */
  readonly reserve: 'list' | 'acceptance';
  /** The parts that the pack's shares make of the amount: what is reserved on acceptance, and what queues. */
  readonly planned: readonly PartPlan[];
  /** The budget year that is open now; a part of an earlier one is of a closed year. */
  readonly year: number;
  /** Which of principal and interest a recovered sum goes to first. */
  readonly recoverFirst: RecoveryKind;
  /** The principal of the decided recovery, fen: the case keeps only its sum with the interest. Null: none was decided. */
  readonly principalFen: bigint | null;
};

export type RecoveryKind = 'principal' | 'interest';

/** The part in the ledger. A part's own name has no hyphen, so that no two cases share one. */
const partKey = (state: CaseState, part: string): string => `${state.id}-${part}`;

const caseShape = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
const partShape = /^[A-Za-z0-9]+$/;

/** The first name of which no order number could be made that says whose it is; null when all can. */
export const unusableName = (state: CaseState, parts: readonly PartPlan[], { tenant }: MoneyTerms): string | null => {
  if (!caseShape.test(state.id)) return state.id;
  const wrong = parts.find(({ part }) => !partShape.test(part));
  if (wrong !== undefined) return wrong.part;
  return readOrderNumber(`${tenant}-${state.id}-p-1`)?.tenant === tenant ? null : tenant;
};

/** Where the ledger keeps a part. */
export const keysOf = (
  state: CaseState,
  { part, funder, year }: PartPlan,
  { tenant, fund }: MoneyTerms,
): PartPlace['keys'] => ({ tenant, fund, year: String(year), funder, part: partKey(state, part) });

/** The number of an attempt to pay a part. */
export const numberOf = (state: CaseState, part: string, attempt: number, { tenant }: MoneyTerms): string =>
  orderNumber({ tenant, part: partKey(state, part), attempt });
