// Records for the tests: one fact of one invented firm, said by different people at different moments.
import { creditCodeCheck } from '#rules/facts/credit-code.ts';
import { theEnterprise, type FactRecord, type GivenFact } from './record.ts';

const body = '91320600MA0000001';
/** An invented code with a right last character. */
export const toyCode = `${body}${creditCodeCheck(body)}`;

/** A record of the n-th minute; ids grow with it. */
export const said = (n: number, other: Partial<FactRecord> = {}): FactRecord => ({
  id: BigInt(n),
  enterprise: toyCode,
  about: theEnterprise,
  fact: '人数',
  period: null,
  value: '100人',
  origin: 'import',
  source: '2025年年度报告',
  recordedAt: `2026-03-01T02:${String(n).padStart(2, '0')}:00.000Z`,
  recordedBy: 'li',
  reason: other.origin === 'correction' ? '核对' : null,
  batch: null,
  ...other,
});

/** A fact as somebody writes it. */
export const given = (other: Partial<GivenFact> = {}): GivenFact => ({
  enterprise: toyCode,
  about: theEnterprise,
  fact: '人数',
  period: null,
  value: '100人',
  source: '2025年年度报告',
  ...other,
});
