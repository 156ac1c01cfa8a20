// Personal values that are kept encrypted: their kinds, and which roles write, see that there is one, read it in clear, or
// destroy it. The database has the same table; a test holds the two together.
import type { Role } from '#casework/cases/roles.ts';

export const privateKinds = {
  'id-number': '身份证件号码',
  phone: '手机号码',
  'bank-account': '银行账号',
  degree: '学历学位',
  insurance: '社会保险',
} as const satisfies Record<string, string>;

export type PrivateKind = keyof typeof privateKinds;

const personal = ['handler', 'county-treasury', 'city-treasury'] as const satisfies readonly Role[];

/**
 * Who may be shown a kind in clear, besides the person whose it is, on a case of their own place. A bank account is shown to those who release
 * money only; the firm itself has its last four digits.
 *
 * @source casework: people and access, the table of data classes
 */
export const revealers = {
  'id-number': personal,
  phone: personal,
  'bank-account': ['releaser', 'county-treasury', 'city-treasury'],
  degree: personal,
  insurance: personal,
} as const satisfies Record<PrivateKind, readonly Role[]>;

/** Who sees on a case of their place that a value is there, without seeing it. Not 会审, experts, partners, or whoever administers. */
export const privateDesks = [
  'window',
  'county-reviewer',
  'handler',
  'division-head',
  'vice-director',
  'director',
  'auditor',
  'maker',
  'checker',
  'releaser',
  'county-treasury',
  'city-treasury',
] as const satisfies readonly Role[];

/** Officials who may enter a value for somebody, with the paper; firms and persons enter their own. */
export const privateClerks = ['window', 'handler'] as const satisfies readonly Role[];

/** Who may destroy a value on a case of their place. */
export const erasers = ['handler', 'division-head'] as const satisfies readonly Role[];

/**
 * One way of writing for one value, so that equal values are found whoever typed them: no spaces or hyphens, full-width signs
 * as plain ones, the last sign of an ID number in capitals.
 */
export const plainForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
