// Drawn keys of the ledger: few values of each, so that events meet on the same accounts.
import fc from 'fast-check';
import type { Keys } from '#casework/ledger/legs.ts';
import { keys as allKeys } from '#casework/ledger/table-rows.ts';

export const drawnKeys: fc.Arbitrary<Keys & { readonly part: string; readonly year: string }> = fc
  .record({
    year: fc.constantFrom('2025', '2026'),
    part: fc.constantFrom('p1', 'p2'),
    kind: fc.constantFrom('principal', 'interest'),
    exclusionGroup: fc.constantFrom('A', 'B'),
    case: fc.constantFrom('c1', 'c2'),
    month: fc.constantFrom('2026-03', '2026-04'),
    loan: fc.constantFrom('l1', 'l2'),
  })
  .map((drawn) => ({
    ...allKeys,
    ...drawn,
    // An order pays one part; the advance of a bank is one part's too.
    order: `order of ${drawn.part}`,
    bank: `bank of ${drawn.part}`,
    nextYear: drawn.year === '2025' ? '2026' : '2027',
  }));
