import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask as askApp, bookOf, problemIn, remembered } from './toy-app.ts';

const book = bookOf(toyCity);
const app = appOf(book);
const read = (path: string, init?: RequestInit) => askApp(app, path, init);

describe('every answer', () => {
  it('is a problem when there is no such route', async () => {
    const answer = await read('/api/nothing');
    expect(answer.status).toBe(404);
    expect(problemIn(answer)).toMatchObject({ code: 'unknown-route', detail: 'GET /api/nothing' });
  });

  it('names the methods that an address takes', async () => {
    const answer = await read('/api/items', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(problemIn(answer).code).toBe('wrong-method');
    expect((await read('/api/assessments')).headers.get('allow')).toBe('POST');
  });

  it('carries security headers and may load nothing', async () => {
    const { headers } = await read('/api/items');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('is not sent again to who has it, until the rulebook or the address changes', async () => {
    const first = await app.request('/api/items');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    const ask = (path: string, server = app) =>
      server.request(path, { headers: { 'if-none-match': `"other", ${tag}` } });
    expect((await ask('/api/items')).status).toBe(304);
    expect((await ask('/api/items?x=1')).status).toBe(200);
    expect((await ask('/api/documents')).status).toBe(200);
    expect((await ask('/api/items', appOf(bookOf(toyCity, 'sha256:other')))).status).toBe(200);
  });

  it('has no tag when it is a problem', async () => {
    expect((await app.request('/api/items/harbour/submarine')).headers.get('etag')).toBe(null);
  });

  it('is compressed for who understands it', async () => {
    const answer = await app.request('/api/samples/harbour-one/assessment', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  it('is sent as brotli to who takes it, and reads back as the same answer with the same tag', async () => {
    const path = '/api/samples/harbour-one/assessment';
    const plain = await app.request(path);
    const answer = await app.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('vary')).toContain('accept-encoding');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(brotliDecompressSync(bytes).toString()).toBe(await plain.text());
    const tag = answer.headers.get('etag') ?? '';
    expect((await app.request(path, { headers: { 'if-none-match': tag, 'accept-encoding': 'br' } })).status).toBe(304);
  });

  it.each(['br;q=0', 'br;q=0.0, gzip', 'identity'])('is not sent as brotli to who does not: %s', async (accepted) => {
    const answer = await app.request('/api/items', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers.get('content-encoding')).not.toBe('br');
    expect(answer.status).toBe(200);
  });

  it('is left as it is where there is little of it', async () => {
    const answer = await app.request('/api/calendar?from=2024-01-05&add=2', { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toMatchObject({ add: 2 });
  });
});

describe('the log', () => {
  it('has one line for a request, without query, body or address', async () => {
    const { lines, log } = remembered();
    let milliseconds = 0;
    const logged = appOf(book, { log, elapsed: () => (milliseconds += 21) });
    await logged.request('/api/calendar?from=2024-01-05&add=2', { headers: { 'x-forwarded-for': '10.1.2.3' } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ method: 'GET', path: '/api/calendar', status: 200, milliseconds: 21 });
    expect(JSON.stringify(lines[0])).not.toMatch(/2024-01-05|10\.1\.2\.3/);
  });

  it('keeps an unexpected error, and the answer says nothing about it', async () => {
    const { lines, log } = remembered();
    const broken = appOf(book, {
      log,
      today: () => {
        throw new Error('the clock is broken');
      },
    });
    const answer = await broken.request('/api/assessments', {
      method: 'POST',
      body: '{"enterprise":{"facts":{}}}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
    expect(text).not.toContain('clock');
    expect(lines.some((line) => JSON.stringify(line).includes('the clock is broken'))).toBe(true);
  });
});
