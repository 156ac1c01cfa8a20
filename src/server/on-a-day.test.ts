import { describe, expect, it } from 'vitest';
import { routes } from '#contract/routes.ts';
import { brokenCity, toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, day, problemIn } from './toy-app.ts';

const app = appOf(bookOf(toyCity));
const read = (path: string) => ask(app, path);

const gatesOn = async (on: string) => routes.listGates.answer.parse((await read(`/api/gates?on=${on}`)).json);

describe('the gates of a day', () => {
  it('stand side by side by the fact that each requirement looks at', async () => {
    const { gates, levels, on } = await gatesOn('2024-06-01');
    expect(on).toBe('2024-06-01');
    expect(levels).toEqual(['新手', '熟手', '船长']);
    expect(gates).toHaveLength(1);
    expect(gates[0]).toMatchObject({
      id: 'harbour/skilled',
      level: '熟手',
      mode: 'new',
      from: '2024-01-01',
      begun: true,
    });
    expect(gates[0]?.requires.map(({ fact, condition }) => [fact, condition.op, condition.text])).toEqual([
      ['入会年限', 'test', '入会年限 ≥ 2年'],
      ['渔获收入', 'test', '上年(渔获收入) ≥ 10万元'],
    ]);
    expect(gates[0]?.clauses.map(({ says }) => says)).toEqual(['入会满两年、上年渔获达到十万元的为熟手']);
  });

  it('show what a notice of the year waives, and the notice', async () => {
    const { gates } = await gatesOn('2025-06-01');
    expect(gates[0]?.requires[0]).toMatchObject({
      fact: '入会年限',
      condition: { op: 'waived', of: [{ op: 'test', text: '入会年限 ≥ 2年' }] },
    });
    expect(gates[0]?.overlays).toMatchObject([{ from: '2025-01-01', to: '2025-12-31' }]);
  });

  it('are none before the first rule', async () => {
    expect((await gatesOn('2023-12-31')).gates).toEqual([]);
  });

  it('turn on the first day of a rule, of a notice, and on the day after it', async () => {
    expect((await gatesOn('2024-06-01')).turns).toEqual(['2024-01-01', '2025-01-01', '2026-01-01']);
  });

  it('are those of today where no day is given, and an answer of yesterday is not taken for it', async () => {
    const first = await read('/api/gates');
    expect(first.json).toMatchObject({ on: '2024-05-05' });
    const tag = first.headers.get('etag') ?? '';
    const tomorrow = appOf(bookOf(toyCity), { today: () => day('2024-05-06') });
    const answer = await tomorrow.request('/api/gates', { headers: { 'if-none-match': tag } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ on: '2024-05-06' });
  });

  it('refuse a day that is none', async () => {
    expect(problemIn(await read('/api/gates?on=2024-02-30')).code).toBe('bad-parameter');
  });
});

describe('filing windows of a day', () => {
  const windowed = appOf(
    bookOf(
      brokenCity(
        'harbour/items/boats.yaml',
        '    name: 渔网补助\n',
        '    name: 渔网补助\n    procedure: { kind: apply, window: { from: 03-01, to: 05-31 }, clause: a3 }\n',
      ),
    ),
  );
  const windowsOn = async (on: string) =>
    routes.listWindows.answer.parse((await ask(windowed, `/api/windows?on=${on}`)).json);

  it('count the days that are left, the last one included as none', async () => {
    const open = await windowsOn('2024-05-21');
    expect(open.list).toMatchObject([{ id: 'harbour/net', window: { state: 'open', to: '2024-05-31', daysLeft: 10 } }]);
    expect(open.unknown).toBe(1);
    expect((await windowsOn('2024-05-31')).list[0]?.window.daysLeft).toBe(0);
  });

  it('name the next one after the end', async () => {
    const { list } = await windowsOn('2024-06-01');
    expect(list[0]?.window).toMatchObject({ state: 'upcoming', from: '2025-03-01' });
  });

  it('leave out items that have no rule on that day', async () => {
    expect(await windowsOn('2023-06-01')).toMatchObject({ unknown: 0, list: [] });
  });
});

describe('what changed between two days', () => {
  const changes = async (from: string, to: string) =>
    routes.listChanges.answer.parse((await read(`/api/changes?from=${from}&to=${to}`)).json);

  it('is nothing between two days of the same rules', async () => {
    expect(await changes('2024-02-01', '2024-03-01')).toMatchObject({ count: 0, list: [] });
  });

  it('tells what begins, with the version of an item', async () => {
    const { list } = await changes('2023-12-31', '2024-01-01');
    const boat = list.find(({ id }) => id === 'harbour/boat');
    expect(boat).toMatchObject({
      what: 'item',
      change: 'begins',
      before: null,
      after: { from: '2024-01-01', to: null },
    });
    expect(boat?.versions?.before).toBe(null);
    expect(boat?.versions?.after?.benefit).toEqual(['按项目.造船款的 20%，不超过 20万元']);
    expect(list.map(({ what, id }) => [what, id])).toContainEqual(['document', 'rule-1']);
    expect(list.map(({ what, id }) => [what, id])).toContainEqual(['gate-new', 'harbour/skilled']);
  });

  it('asks for both days', async () => {
    expect(problemIn(await read('/api/changes?from=2024-01-01')).code).toBe('bad-parameter');
  });
});
