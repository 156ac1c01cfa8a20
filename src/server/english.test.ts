// Answers in English: the texts of the engine, on the routes that speak.
import { describe, expect, it } from 'vitest';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, problemIn } from './toy-app.ts';

const app = appOf(bookOf(toyCity));

describe('an answer in English', () => {
  it('says the arithmetic in English and keeps the names of firms and what restates a source', async () => {
    const { json } = await ask(app, '/api/samples/harbour-one/assessment?lang=en');
    // 300,000 元 × 20 % = 60,000 元.
    expect(json).toMatchObject({
      enterprise: { name: '海港渔业' },
      items: expect.arrayContaining([
        expect.objectContaining({
          id: 'harbour/boat',
          amount: expect.objectContaining({
            low: 6_000_000,
            steps: expect.arrayContaining(['CNY 300,000 × 20% = CNY 60,000']),
          }),
        }),
      ]),
    });
  });

  it('is the Chinese one where Chinese is asked for, or nothing', async () => {
    const [plain, chinese] = await Promise.all(
      ['', '?lang=zh'].map((query) => ask(app, `/api/samples/harbour-one/assessment${query}`)),
    );
    expect(plain?.json).toEqual(chinese?.json);
    expect(JSON.stringify(plain?.json)).toContain('30万元 × 20% = 6万元');
  });

  it.each(['fr', 'EN'])('is refused in a language that it does not speak: %o', async (lang) => {
    const answer = await ask(app, `/api/items?lang=${lang}`);
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code: 'bad-parameter' });
  });
});
