import { describe, expect, it } from 'vitest';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, problemIn } from './toy-app.ts';

const limited = (perMinute: number) => {
  const clock = { now: 0 };
  const app = appOf(bookOf(toyCity), {
    elapsed: () => clock.now,
    limit: { perMinute, addressOf: (c) => c.req.header('x-from') ?? null },
  });
  const post = (from: string) =>
    ask(app, '/api/assessments', {
      method: 'POST',
      body: JSON.stringify({ enterprise: { facts: {} } }),
      headers: { 'content-type': 'application/json', ...(from === '' ? {} : { 'x-from': from }) },
    });
  return { app, clock, post };
};

describe('the rate limit', () => {
  it('answers the last one that is allowed and refuses the next, with when to come back', async () => {
    const { post, clock } = limited(2);
    expect((await post('a')).status).toBe(200);
    clock.now = 10_000;
    expect((await post('a')).status).toBe(200);
    const refused = await post('a');
    expect(refused.status).toBe(429);
    expect(problemIn(refused)).toMatchObject({ code: 'too-many-requests', detail: '每分钟最多 2 次' });
    expect(refused.headers.get('retry-after')).toBe('50');
  });

  it('counts each address by itself and begins anew after a minute', async () => {
    const { post, clock } = limited(1);
    expect((await post('a')).status).toBe(200);
    expect((await post('b')).status).toBe(200);
    expect((await post('a')).status).toBe(429);
    clock.now = 60_000;
    expect((await post('a')).status).toBe(200);
  });

  it('counts nobody whose address is not known, and no reading', async () => {
    const { post, app } = limited(1);
    expect((await post('')).status).toBe(200);
    expect((await post('')).status).toBe(200);
    for (let index = 0; index < 3; index++)
      expect((await ask(app, '/api/items', { headers: { 'x-from': 'a' } })).status).toBe(200);
  });
});
