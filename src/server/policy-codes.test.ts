import { describe, expect, it } from 'vitest';
import { toyCity } from '#test/support/toy-city.ts';
import { policyCode } from './policy-code.ts';
import { appOf, ask, bookOf } from './toy-app.ts';

const app = appOf(bookOf(toyCity));
const boat = policyCode('harbour/boat');

const get = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('the landing page of a policy code', () => {
  it('says for whom, how much and on what ground, without any script', async () => {
    const { status, headers, text } = await get(`/p/${boat}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    for (const said of [
      '造船补助',
      '按项目造船款的 20%，不超过 20万元',
      '项目造船款 ≥ 5万元',
      '《海港村渔船补助办法》海港〔2024〕1号',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is in English where the address says so', async () => {
    const { text } = await get(`/p/${boat}?lang=en`);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Enter a few figures and see the amount');
  });

  it('takes small letters, and names the nearest after a slip', async () => {
    expect((await get(`/p/${boat.toLowerCase()}`)).status).toBe(200);
    const wrong = (boat.startsWith('A') ? 'B' : 'A') + boat.slice(1);
    const { status, text } = await get(`/p/${wrong}`);
    expect(status).toBe(404);
    expect(text).toContain(`href="/p/${boat}"`);
  });

  it('says what to do about a code that is nothing like one', async () => {
    const { status, text } = await get('/p/<b>x');
    expect(status).toBe(404);
    expect(text).toContain('没有这个政策码');
    expect(text).not.toContain('<b>x');
  });
});

describe('the poster', () => {
  it('carries the picture of its address', async () => {
    const { status, text } = await get(`/p/${boat}/poster`);
    expect(status).toBe(200);
    expect(text).toContain('<svg');
    expect(text).toContain(`http://localhost/p/${boat}`);
    const picture = await get(`/p/${boat}/qr.svg`);
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    expect(picture.text.startsWith('<svg')).toBe(true);
  });
});

describe('an item over the API', () => {
  it('names its code', async () => {
    expect((await ask(app, '/api/items/harbour/boat')).json).toMatchObject({ code: boat });
  });
});
