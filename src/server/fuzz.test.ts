// Every route of the description, with whatever comes: an answer of its own shape or a problem that says what is wrong, and never
// a failure of ours.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '#contract/problem.ts';
import { routes, type Route } from '#contract/routes.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, bookOf, remembered } from './toy-app.ts';

const { lines, log } = remembered();
const app = appOf(bookOf(toyCity), { log });

/** What people and machines put where a name, a date or a number belongs. */
const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '../../etc/passwd',
    '%00',
    '\u0000',
    'null',
    '__proto__',
    'constructor',
    '2024-02-30',
    '9999-12-31',
    '-1',
    '1e309',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '=cmd|calc',
    '梯'.repeat(300),
    '\u202e',
    '\ud800',
    'harbour',
    'boat',
    'en',
  ),
  // Dots alone are no name: an address loses them before it is sent.
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/^\.{1,2}$/.test(text)),
);

const oddBody = fc.oneof(
  fc.json(),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"text"',
    '{"enterprise":null}',
    '{"enterprise":{"facts":{"__proto__":1}}}',
    '{"enterprise":{"facts":{"渔获收入":{"2023":"1e999万元"}}}}',
    `{"enterprise":{"facts":{"船员":${'9'.repeat(400)}}}}`,
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    `{"a":"${'x'.repeat(3_000_000)}"}`,
    '\ufeff{}',
    '{"enterprise":{"facts":{}},"on":"2024-13-01"}',
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
);

const types = fc.constantFrom(
  'application/json',
  'application/yaml',
  'text/plain',
  'application/xml',
  'multipart/form-data',
  '',
);

type Drawn = { readonly path: string; readonly init: RequestInit };

const drawn = (route: Route): fc.Arbitrary<Drawn> => {
  const names = Object.keys(route.query?.shape ?? {});
  return fc
    .record({
      parts: fc.array(oddText, { minLength: 3, maxLength: 3 }),
      query: fc.dictionary(fc.oneof(fc.constantFrom(...names, 'lang', 'on'), oddText), oddText, { maxKeys: 3 }),
      body: oddBody,
      type: types,
    })
    .map(({ parts, query, body, type }) => {
      let at = 0;
      const path = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent((parts[at++] ?? '').toWellFormed()));
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, value]));
      const init: RequestInit =
        route.method === 'post'
          ? { method: 'POST', body, headers: type === '' ? {} : { 'content-type': type } }
          : { method: 'GET' };
      return { path: `${path}?${search.toString()}`, init };
    });
};

const refusals = [400, 404, 405, 413, 415, 422, 429];

/** What is wrong with an answer; null when it has its own shape, or is a refusal that a person can act on. */
const wrongWith = (route: Route, status: number, text: string): string | null => {
  if (status === 200)
    return route.answer.safeParse(JSON.parse(text)).success ? null : `not its shape: ${text.slice(0, 200)}`;
  if (!refusals.includes(status)) return `status ${status}`;
  const said = problem.safeParse(JSON.parse(text));
  if (!said.success || said.data.title === '' || said.data.todo === '') return `says too little: ${text.slice(0, 200)}`;
  return /\n\s+at |node:internal|TypeError/.test(text) ? `says too much: ${text.slice(0, 200)}` : null;
};

describe('whatever comes', () => {
  it.each(Object.entries(routes))('%s answers in its own shape or says what is wrong', async (_name, route: Route) => {
    const before = lines.length;
    await fc.assert(
      fc.asyncProperty(drawn(route), async ({ path, init }) => {
        const answer = await app.request(path, init);
        const text = await answer.text();
        expect(wrongWith(route, answer.status, text)).toBeNull();
      }),
      { numRuns: 60 },
    );
    expect(lines.slice(before).filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  });
});
