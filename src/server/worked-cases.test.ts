// The worked cases of an item over the API: what a person worked out, beside a firm that the app itself can read.
import { describe, expect, it } from 'vitest';
import { routes } from '#contract/routes.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, problemIn } from './toy-app.ts';

const boats = `- title: 造船款 30 万元，补助两成
  item: harbour/boat
  on: 2024-06-01
  given: { 船员: 7, 项目: { 造船款: 30万元 } }
  expect: { verdict: eligible, amount: 6万元 }
- title: 造船款没有填，不能判定
  item: harbour/boat
  on: 2024-06-01
  given: { 项目: {} }
  expect: { verdict: undetermined }
`;

const app = appOf(bookOf(toyCity), { cases: [{ path: 'harbour/cases/boats.yaml', text: boats }] });

describe('the worked cases of an item', () => {
  it('come in the order of their file, each with its day, its facts and what a person worked out', async () => {
    const { status, json } = await ask(app, '/api/items/harbour/boat/cases');
    expect(status).toBe(200);
    expect(routes.listCases.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      count: 2,
      list: [
        {
          title: '造船款 30 万元，补助两成',
          on: '2024-06-01',
          applies: null,
          verdict: 'eligible',
          amount: { low: 6_000_000, high: 6_000_000 },
          source: 'harbour/cases/boats.yaml:1',
        },
        { title: '造船款没有填，不能判定', verdict: 'undetermined', amount: null },
      ],
    });
  });

  it('can be asked about again: the same firm gives what the person worked out', async () => {
    const { json } = await ask(app, '/api/items/harbour/boat/cases');
    const cases = routes.listCases.answer.parse(json) as { readonly list: readonly { file: unknown; on: string }[] }; // parsed
    const [first] = cases.list;
    const answer = await ask(app, '/api/items/harbour/boat/evaluations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ enterprise: first?.file, on: first?.on }),
    });
    expect(answer.json).toMatchObject({
      list: [{ verdict: 'eligible', amount: { low: 6_000_000, high: 6_000_000 } }],
    });
  });

  it('are none where a pack has none, and not to be had of an item that is not there', async () => {
    const { json } = await ask(app, '/api/items/harbour/net/cases');
    expect(json).toEqual({ count: 0, list: [] });
    const answer = await ask(app, '/api/items/harbour/submarine/cases');
    expect(problemIn(answer)).toMatchObject({ code: 'unknown-id' });
  });
});
