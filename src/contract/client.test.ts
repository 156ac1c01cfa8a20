import { describe, expect, it } from 'vitest';
import { addressOf, client, type Fetch } from './client.ts';
import { problemOf } from './problem.ts';
import { toJson } from './json.ts';

type Call = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
};

/** A server that answers every call with this, and remembers what it was asked. */
const answering = (status: number, text: string) => {
  const calls: Call[] = [];
  const fetch: Fetch = (url, { method, headers, body }) => {
    calls.push({ url, method, headers, body });
    return Promise.resolve({ ok: status < 300, status, text: () => Promise.resolve(text) });
  };
  return { calls, call: client(fetch) };
};

describe('the address of a call', () => {
  it('fills in the path, encodes what it fills in, and leaves the rest to the query', () => {
    expect(
      addressOf('/api/samples/{id}/assessment', { id: '四方/科技', on: '2024-06-01', empty: '', absent: undefined }),
    ).toBe('/api/samples/%E5%9B%9B%E6%96%B9%2F%E7%A7%91%E6%8A%80/assessment?on=2024-06-01');
  });

  it('has no question mark when nothing is left', () => {
    expect(addressOf('/api/items/{pack}/{name}', { pack: 'nantong', name: 'award' })).toBe('/api/items/nantong/award');
  });
});

describe('the typed client', () => {
  it('sends JSON and gives the parsed answer', async () => {
    const { calls, call } = answering(200, '{"on":"2024-06-01"}');
    const answer = await call(
      'assess',
      {},
      { body: { enterprise: { facts: { 营业收入: { 2023: '6000万元' } } }, on: '2024-06-01' } },
    );
    expect(answer).toEqual({ ok: true, value: { on: '2024-06-01' } });
    expect(calls).toEqual([
      {
        url: '/api/assessments',
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: '{"enterprise":{"facts":{"营业收入":{"2023":"6000万元"}}},"on":"2024-06-01"}',
      },
    ]);
  });

  it('sends a file as it was written, so that places in it stay true', async () => {
    const { calls, call } = answering(200, '{}');
    await call('assess', { on: '2024-06-01' }, { yaml: 'facts: {}' });
    expect(calls[0]).toMatchObject({
      url: '/api/assessments?on=2024-06-01',
      headers: { 'content-type': 'application/yaml' },
      body: 'facts: {}',
    });
  });

  it('gives a problem answer as a value', async () => {
    const problem = problemOf('unknown-id', '没有事项 a/b');
    const { call } = answering(404, toJson(problem));
    expect(await call('getItem', { pack: 'a', name: 'b' })).toEqual({ ok: false, problem });
  });

  it('says no-answer for what is not from our server', async () => {
    const { call } = answering(502, '<html>Bad gateway</html>');
    expect(await call('getRulebook', {})).toMatchObject({
      ok: false,
      problem: { code: 'no-answer', status: 502, detail: '<html>Bad gateway</html>' },
    });
  });

  it('says no-answer for JSON of another make', async () => {
    const { call } = answering(500, '{"message":"proxy"}');
    expect(await call('getRulebook', {})).toMatchObject({ ok: false, problem: { code: 'no-answer', status: 500 } });
  });

  it('says no-answer when the network fails', async () => {
    const call = client(() => Promise.reject(new Error('offline')));
    expect(await call('getRulebook', {})).toMatchObject({ ok: false, problem: { code: 'no-answer', status: 0 } });
  });

  it('lets an abort through', async () => {
    const stop = new AbortController();
    stop.abort(new Error('left the page'));
    const call = client(() => Promise.reject(new Error('aborted')));
    await expect(call('getRulebook', {}, { signal: stop.signal })).rejects.toThrow('aborted');
  });

  it('refuses wrong names, parameters and bodies before they run', () => {
    const { call } = answering(200, '{}');
    // @ts-expect-error there is no such route
    const wrongName = () => call('getNothing', {});
    // @ts-expect-error an item has two parts
    const wrongParameter = () => call('getItem', { pack: 'nantong' });
    // @ts-expect-error a body needs an enterprise
    const wrongBody = () => call('assess', {}, { body: { on: '2024-06-01' } });
    expect([wrongName, wrongParameter, wrongBody]).toHaveLength(3);
  });
});
