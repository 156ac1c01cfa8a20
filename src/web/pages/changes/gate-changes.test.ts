import { describe, expect, it } from 'vitest';
import type { GateOnDay, Requirement } from '#contract/on-a-day.ts';
import { gateChanges } from './gate-changes.ts';

const asks = (fact: string, text: string): Requirement => ({
  fact,
  condition: { op: 'test', id: null, text, clause: 'c', onlyFor: null },
});

const gate = (id: string, ...requires: readonly Requirement[]): GateOnDay => ({
  id,
  name: id,
  en: null,
  level: '熟手',
  mode: 'new',
  from: null,
  to: null,
  begun: true,
  requires: [...requires],
  overlays: [],
  clauses: [],
  unsettled: [],
});

describe('the gates of two days', () => {
  const years = asks('年限', '年限 ≥ 2年');

  it('that are the same say nothing', () => {
    expect(gateChanges([gate('a', years)], [gate('a', years)])).toEqual([]);
  });

  it('tell only the facts that are asked differently', () => {
    const changes = gateChanges(
      [gate('old', years, asks('渔获', '渔获 ≥ 10'))],
      [gate('new', years, asks('渔获', '渔获 ≥ 20'), asks('船员', '船员 ≥ 3'))],
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.rows.map(({ fact }) => fact)).toEqual(['渔获', '船员']);
    expect(changes[0]?.rows[1]?.cells.map((cell) => cell.length)).toEqual([0, 1]);
  });

  it('tell another gate with the same requirements without rows', () => {
    expect(gateChanges([gate('old', years)], [gate('new', years)])).toMatchObject([{ rows: [] }]);
  });

  it('tell a gate that is there on one day only', () => {
    expect(gateChanges([], [gate('a', years)])).toMatchObject([{ before: null, after: { id: 'a' } }]);
    expect(gateChanges([gate('a', years)], [])).toMatchObject([{ before: { id: 'a' }, after: null }]);
  });
});
