import { describe, expect, it } from 'vitest';
import { seats } from '#casework/cases/roles.ts';
import {
  erasers,
  plainForm,
  privateClerks,
  privateDesks,
  privateKinds,
  revealers,
  type PrivateKind,
} from './private-values.ts';

const kinds = Object.keys(privateKinds) as readonly PrivateKind[]; // its keys are literal

describe('a personal value', () => {
  it('is shown, entered and destroyed only by desks that may see that it is there', () => {
    for (const role of [...kinds.flatMap((kind) => revealers[kind]), ...erasers, ...privateClerks])
      expect(privateDesks, role).toContain(role);
  });

  it('is seen by nobody without a place of their own', () => {
    for (const role of privateDesks) expect(['city', 'county', 'either'], role).toContain(seats[role]);
  });

  it('of a bank account is shown to those who release money, not to those who handle the case', () => {
    expect(revealers['bank-account']).toEqual(['releaser', 'county-treasury', 'city-treasury']);
  });

  it('is the same however it was typed', () => {
    expect(plainForm('32060219900101123x')).toBe('32060219900101123X');
    expect(plainForm(' ３２０６　0219-9001–0112 3X\n')).toBe('32060219900101123X');
    expect(plainForm('6222 0202 0011 2233')).toBe('6222020200112233');
    expect(plainForm('139')).not.toBe(plainForm('138'));
  });
});
