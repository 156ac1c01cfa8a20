import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toyCity } from '#test/support/toy-city.ts';
import { listen } from './listen.ts';
import { appOf, bookOf } from './toy-app.ts';

const book = bookOf(toyCity);
let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tihang-web-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>梯航</title></head><body></body></html>');
  writeFileSync(join(root, 'assets/main-1a2b.js'), 'console.log(1)');
  writeFileSync(join(root, 'assets/main-1a2b.js.br'), 'compressed');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ask = (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  appOf(book, { webRoot: root }).request(path, { headers });

const nonceOf = (policy: string): string | undefined => /'nonce-([^']+)'/.exec(policy)?.[1];

describe('the pages', () => {
  it.each(['/', '/firms/sifang', '/items', '/items/nantong/award', '/try', '/documents'])(
    'are one file at %s, never cached',
    async (path) => {
      const answer = await ask(`${path}?on=2024-06-01`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('<title>梯航</title>');
    },
  );

  it('carry a policy with a nonce of their own, and nothing inline', async () => {
    const [one, two] = [await ask('/'), await ask('/')];
    const policies = [one, two].map((answer) => answer.headers.get('content-security-policy') ?? '');
    const nonces = policies.map(nonceOf);
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(await one.text()).not.toMatch(/<style|<script(?! [^>]*src=)/);
    expect(policies[0]).toContain("default-src 'none'");
    expect(policies[0]).toContain("script-src 'self';");
    expect(policies[0]).not.toContain('unsafe-inline');
  });

  it('say with their status that an address is unknown', async () => {
    const answer = await ask('/nowhere');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<title>梯航</title>');
  });

  it('are a problem for a program that asks for no page', async () => {
    const answer = await ask('/nowhere', { accept: 'application/json' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'unknown-route' });
  });

  it('answer 503 while the web is not built, and the API works', async () => {
    const app = appOf(book);
    expect((await app.request('/')).status).toBe(503);
    expect((await app.request('/api/items')).status).toBe(200);
  });
});

describe('the files of the web app', () => {
  it('are kept for ever, as their names hold their content', async () => {
    const answer = await ask('/assets/main-1a2b.js', {});
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await answer.text()).toBe('console.log(1)');
  });

  it('are sent as they were compressed after the build', async () => {
    const answer = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toBe('compressed');
  });

  it.each(['/assets/gone.js', '/assets/../index.html', '/assets/%2e%2e/index.html', '/assets/..%2findex.html'])(
    'are not the page when missing: %s',
    async (path) => {
      const answer = await ask(path, { accept: '*/*' });
      expect(await answer.text()).not.toContain('<title>');
      expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
    },
  );
});

describe('the documentation', () => {
  it('is one page without a script, and its style has the nonce', async () => {
    const answer = await ask('/api');
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toContain('<script');
    expect(text).toContain(`<style nonce="${nonceOf(answer.headers.get('content-security-policy') ?? '')}">`);
    expect(text).toContain('id="problem-bad-facts"');
    expect(text).toContain('/api/items/{pack}/{name}');
  });

  it('has the machine-readable file beside it', async () => {
    const answer = await ask('/api/openapi.json', {});
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', info: { version: '0.0.0-test' } });
  });
});

describe('listening', () => {
  it('takes a free port, answers there, and lets go of it', async () => {
    const app = appOf(book);
    const listening = await listen(app, 0);
    expect((await fetch(`${listening.url}/api/rulebook`)).status).toBe(200);
    await listening.close();
    await expect(fetch(`${listening.url}/api/rulebook`)).rejects.toThrow('fetch failed');
  });

  it('says when the port is taken', async () => {
    const first = await listen(appOf(book), 0);
    await expect(listen(appOf(book), first.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});
