import { describe, expect, it } from 'vitest';
import { toyDay } from '#test/support/drawn-firms.ts';
import type { Window } from '#rules/packs/rulebook.ts';
import type { WindowShown } from './result.ts';
import { showWindow } from './window.ts';

const seen = (window: Window | null, on: string): WindowShown => showWindow(window, toyDay(on));
const spring: Window = { kind: 'yearly', from: '03-15', to: '04-15' };
const winter: Window = { kind: 'yearly', from: '11-01', to: '02-15' };

describe('the filing window', () => {
  it('is unknown where nothing is published, and always open where it says so', () => {
    expect(seen(null, '2024-06-01')).toEqual({ state: 'unknown' });
    expect(seen({ kind: 'unknown' }, '2024-06-01')).toEqual({ state: 'unknown' });
    expect(seen({ kind: 'always' }, '2024-06-01')).toEqual({ state: 'always' });
  });

  it.each([
    ['2024-03-14', { state: 'upcoming', from: '2024-03-15', to: '2024-04-15', daysLeft: 1 }],
    ['2024-03-15', { state: 'open', from: '2024-03-15', to: '2024-04-15', daysLeft: 31 }],
    ['2024-04-15', { state: 'open', from: '2024-03-15', to: '2024-04-15', daysLeft: 0 }],
    ['2024-04-16', { state: 'upcoming', from: '2025-03-15', to: '2025-04-15', daysLeft: 333 }],
  ] as const)('of every spring, on %s', (on, expected) => {
    expect(seen(spring, on)).toEqual(expected);
  });

  it.each([
    ['2024-02-15', { state: 'open', from: '2023-11-01', to: '2024-02-15', daysLeft: 0 }],
    ['2024-02-16', { state: 'upcoming', from: '2024-11-01', to: '2025-02-15', daysLeft: 259 }],
    ['2024-12-31', { state: 'open', from: '2024-11-01', to: '2025-02-15', daysLeft: 46 }],
    ['2025-01-01', { state: 'open', from: '2024-11-01', to: '2025-02-15', daysLeft: 45 }],
  ] as const)('across the new year, on %s', (on, expected) => {
    expect(seen(winter, on)).toEqual(expected);
  });

  it('to the end of February ends on the 28th in a common year', () => {
    const february: Window = { kind: 'yearly', from: '02-01', to: '02-29' };
    expect(seen(february, '2025-02-28')).toEqual({ state: 'open', from: '2025-02-01', to: '2025-02-28', daysLeft: 0 });
    expect(seen(february, '2024-02-29')).toEqual({ state: 'open', from: '2024-02-01', to: '2024-02-29', daysLeft: 0 });
    expect(seen(february, '2025-03-01')).toMatchObject({ state: 'upcoming', from: '2026-02-01', to: '2026-02-28' });
  });

  it('of one year is upcoming, open, then closed for good', () => {
    const once: Window = { kind: 'dates', from: toyDay('2024-03-15'), to: toyDay('2024-04-15') };
    expect(seen(once, '2024-03-01')).toEqual({ state: 'upcoming', from: '2024-03-15', to: '2024-04-15', daysLeft: 14 });
    expect(seen(once, '2024-04-01')).toEqual({ state: 'open', from: '2024-03-15', to: '2024-04-15', daysLeft: 14 });
    expect(seen(once, '2024-04-16')).toEqual({ state: 'closed', from: '2024-03-15', to: '2024-04-15' });
  });
});
