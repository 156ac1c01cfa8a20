import { describe, expect, it } from 'vitest';
import { routes } from '#contract/routes.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, problemIn } from './toy-app.ts';

describe('the search over HTTP', () => {
  const app = appOf(bookOf(toyCity));

  it('answers what the contract says', async () => {
    const { json } = await ask(app, '/api/search?q=%E9%80%A0%E8%88%B9');
    const answer = routes.search.answer.parse(json);
    expect(answer.list[0]).toEqual({
      kind: 'item',
      id: 'harbour/boat',
      name: '造船补助',
      en: null,
      about: '渔船',
      matches: [[0, 2]],
    });
  });

  it('refuses a text that is too long and a kind that is none', async () => {
    expect(problemIn(await ask(app, `/api/search?q=${'a'.repeat(101)}`)).code).toBe('bad-parameter');
    expect(problemIn(await ask(app, '/api/search?q=a&kind=firm')).code).toBe('bad-parameter');
    expect(problemIn(await ask(app, '/api/search?q=a&limit=0')).code).toBe('bad-parameter');
  });
});
