// The transfer table once more, copied by hand from the money page, for the tests: legs as text, and what must have
// happened before. It shares nothing with the tables that it checks.
import type { Amounts, Keys } from './legs.ts';
import type { TransferName } from './transfers.ts';

type Row = {
  /** Debit/credit, in order; `?` marks a leg that may be left out. */
  readonly legs: string;
  /** The shortest history from an empty ledger after which the transfer stands. */
  readonly after: readonly TransferName[];
};

const listed = ['T01', 'T05', 'T07-asked'] as const;
const funded = [...listed, 'T09'] as const;
const released = [...funded, 'T11'] as const;
const paid = [...released, 'T13'] as const;
const paidPending = [...released, 'T13-pending'] as const;
const decided = ['T24'] as const;
const received = [...decided, 'T25'] as const;
const held = ['T40-first', 'T41'] as const;
const used = [...held, 'T42'] as const;
const claimed = ['T60', 'T65-own'] as const;

export const rows: Readonly<Record<TransferName, Row>> = {
  T01: { legs: 'F11/F10', after: [] },
  T02: { legs: 'F10/F11', after: ['T01'] },
  T03: { legs: 'F11/F11', after: ['T01'] },
  'T04-freeze': { legs: 'F12/F11', after: ['T01'] },
  'T04-thaw': { legs: 'F11/F12', after: ['T01', 'T04-freeze'] },
  T05: { legs: 'N10/N90', after: [] },
  T06: { legs: 'N20/N90 N90/N10?', after: ['T05'] },
  'T07-asked': { legs: 'F20/F11 N90/N10?', after: ['T01', 'T05'] },
  'T07-queued': { legs: 'F20/F11 N90/N20', after: ['T01', 'T05', 'T06'] },
  T08: { legs: 'F11/F20', after: listed },
  T09: { legs: 'F30/F20', after: listed },
  T10: { legs: 'F11/F30', after: funded },
  T11: { legs: 'F40/F30', after: funded },
  T12: { legs: 'F30/F40', after: released },
  T13: { legs: 'F50/F40', after: released },
  'T13-pending': { legs: 'F51/F40', after: released },
  'T13-advance': { legs: 'F55/F40', after: released },
  T14: { legs: 'F41/F40', after: released },
  T15: { legs: 'F41/F50', after: paid },
  'T15-pending': { legs: 'F41/F51', after: paidPending },
  T16: { legs: 'F30/F41', after: [...released, 'T14'] },
  T17: { legs: 'F41/F50 F70/F41 N20/N90', after: paid },
  'T17-pending': { legs: 'F41/F51 F70/F41 N20/N90', after: paidPending },
  'T17-returned': { legs: 'F70/F41 N20/N90', after: [...released, 'T14'] },
  T18: { legs: 'F50/F51', after: paidPending },
  T19: { legs: 'F50/F55', after: [...released, 'T13-advance'] },
  T20: { legs: 'F11/F55', after: [...released, 'T13-advance'] },
  'T20-later': { legs: 'F70/F55', after: [...released, 'T13-advance'] },
  'T21-committed': { legs: 'F60/F30 F11/F10', after: funded },
  'T21-available': { legs: 'F60/F11 F11/F10', after: ['T01'] },
  T22: { legs: 'F10/F11 F11/F60', after: ['T01', 'T21-available'] },
  'T23-advance': { legs: 'X10/X11', after: [] },
  'T23-settle': { legs: 'X12/X10', after: ['T23-advance'] },
  T24: { legs: 'R10/R20', after: [] },
  T25: { legs: 'R11/R10', after: decided },
  T26: { legs: 'R20/R11 F11/F50', after: [...paid, ...received] },
  'T26-pending': { legs: 'R20/R11 F11/F51', after: [...paidPending, ...received] },
  T27: { legs: 'R12/R11', after: received },
  T28: { legs: 'R13/R10', after: decided },
  'T29-due': { legs: 'R20/R10', after: decided },
  'T29-received': { legs: 'R20/R11', after: received },
  'T29-remitted': { legs: 'R20/R12', after: [...received, 'T27'] },
  T30: { legs: 'F50/F30 R11/R10', after: [...funded, ...decided] },
  T31: { legs: 'F71/F30 F30/F10', after: funded },
  'T32-available': { legs: 'F70/F11', after: ['T01'] },
  'T32-frozen': { legs: 'F70/F12', after: ['T01', 'T04-freeze'] },
  'T32-reserved': { legs: 'F70/F20 N20/N90', after: listed },
  'T32-committed': { legs: 'F70/F30 N20/N90', after: funded },
  'T40-first': { legs: 'K11/K10 S11/S10', after: [] },
  'T40-group': { legs: 'K11/K10', after: [] },
  T41: { legs: 'K12/K11', after: ['T40-first'] },
  T42: { legs: 'K13/K12 K11/K12? S12/S11?', after: held },
  T43: { legs: 'K11/K12', after: held },
  'T44-free': { legs: 'K14/K11', after: ['T40-first'] },
  'T44-held': { legs: 'K14/K12', after: held },
  'T44-used': { legs: 'K14/K13', after: used },
  'T44-ceiling': { legs: 'S10/S11', after: ['T40-first'] },
  'T45-free': { legs: 'K11/K13 S11/S12?', after: used },
  'T45-void': { legs: 'K14/K13? S11/S12? S10/S11?', after: used },
  T50: { legs: 'M11/M10', after: [] },
  T51: { legs: 'M12/M11', after: ['T50'] },
  T52: { legs: 'M13/M11', after: ['T50'] },
  T53: { legs: 'M14/M13', after: ['T50', 'T52'] },
  T54: { legs: 'M13/M14', after: ['T50', 'T52', 'T53'] },
  T55: { legs: 'M15/M11', after: ['T50'] },
  T56: { legs: 'M11/M10', after: [] },
  T60: { legs: 'P10/P20', after: [] },
  T61: { legs: 'P10/P20? P12/P20?', after: [] },
  T62: { legs: 'Q11/Q10', after: [] },
  'T63-repaid': { legs: 'Q12/Q11', after: ['T62'] },
  'T63-expired': { legs: 'Q14/Q11', after: ['T62'] },
  T64: { legs: 'Q13/Q11', after: ['T62'] },
  'T65-own': { legs: 'P12/P22', after: [] },
  'T65-other': { legs: 'P11/P22', after: [] },
  'T66-released': { legs: 'P13/P10', after: ['T60'] },
  'T66-success': { legs: 'P22/P13', after: [...claimed, 'T66-released'] },
  'T66-failed': { legs: 'P10/P13', after: ['T60', 'T66-released'] },
  T67: { legs: 'P10/P11', after: ['T65-other'] },
  T68: { legs: 'P10/P23', after: [] },
  'T69-pool': { legs: 'P23/P12', after: ['T65-own', 'T68'] },
  'T69-party': { legs: 'P23/P22', after: ['T68'] },
  'T70-loss': { legs: 'P14/P12', after: ['T65-own'] },
  'T70-later': { legs: 'P23/P14', after: ['T65-own', 'T70-loss', 'T68'] },
  'T71-interest': { legs: 'P10/P21', after: [] },
  'T71-fee': { legs: 'P15/P10', after: ['T60'] },
  'T71-capital': { legs: 'P20/P10', after: ['T60'] },
};

/** One value for every key name. */
export const keys = {
  tenant: 'toy',
  fund: '产业资金',
  year: '2026',
  funder: '市',
  budgetLine: '甲',
  toBudgetLine: '乙',
  case: 'c1',
  part: 'c1-1-city-2026',
  order: 'o1',
  bank: '某银行',
  jurisdiction: '某区',
  recovery: 'r1',
  kind: 'principal',
  payer: '市财政',
  debtor: '区财政',
  nextYear: '2027',
  districtFund: '区产业资金',
  districtYear: '2026',
  districtFunder: '市',
  districtLine: '区甲',
  invoiceLine: 'i1',
  exclusionGroup: 'A',
  person: '张三',
  allowance: '生活补贴',
  month: '2026-03',
  pool: '池',
  bankAccount: 'b1',
  party: '某区担保',
  payee: '某银行',
  claim: 'd1',
  loan: 'l1',
  contributor: '市',
  feeKind: '托管费',
} as const satisfies Keys;

/** 100 of everything, but for the legs of an award, which share the 100 that the claim holds. */
export const amountsFor = (name: TransferName): Amounts => ({
  amount: 100n,
  demand: 100n,
  base: 100n,
  ceiling: 100n,
  cash: 100n,
  recoverable: 100n,
  support: 50n,
  ...(name === 'T42' ? { base: 70n, rest: 30n } : name === 'T44-used' || name.startsWith('T45') ? { base: 70n } : {}),
  ...(name === 'T45-void' ? { ceiling: 40n } : {}),
});
