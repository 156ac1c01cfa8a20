// A typed caller over the route table. It needs no zod at run time: names, paths and JSON are enough.
import type { z } from 'zod';
import { fromJson } from './json.ts';
import { paths, type RouteName } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Routes } from './routes.ts';

/** What a route answers when all is well. */
export type AnswerOf<K extends RouteName> = z.output<Routes[K]['answer']>;
type Part<R, Name extends string> = R extends { readonly [name in Name]: infer S extends z.ZodType }
  ? z.input<S>
  : Record<never, never>;
/** Path and query parameters in one object. */
export type ArgumentsOf<K extends RouteName> = Part<Routes[K], 'params'> & Part<Routes[K], 'query'>;
type BodyOf<K extends RouteName> = Routes[K] extends {
  readonly body: { readonly 'application/json': infer S extends z.ZodType };
}
  ? z.input<S>
  : never;

/** The few things of fetch that are used, so that tests and other hosts can pass their own. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>;

export type Sent<K extends RouteName> = {
  readonly body?: BodyOf<K>;
  /** An enterprise file as the person wrote it (YAML or JSON), instead of `body`: mistakes are then named at their place in it. */
  readonly yaml?: string;
  readonly signal?: AbortSignal;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** `/api/items/{pack}/{name}` with its names filled in, and what is left as the query. Empty and absent values are left out. */
export const addressOf = (path: string, given: { readonly [name: string]: string | number | undefined }): string => {
  const left = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === '') continue;
    if (filled.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else left.set(name, String(value));
  }
  return left.size > 0 ? `${filled}?${left.toString()}` : filled;
};

const bodyOf = (sent: { readonly body?: unknown; readonly yaml?: string }): { body?: string; type?: string } => {
  if (sent.yaml !== undefined) return { body: sent.yaml, type: 'application/yaml' };
  return sent.body === undefined ? {} : { body: JSON.stringify(sent.body), type: 'application/json' };
};

/** A problem for an answer that did not come from our server: a proxy's page, a cut connection. */
const notOurs = (status: number, text: string): Problem => ({
  type: 'about:blank',
  title: '没有得到服务器的回答。',
  titleEn: 'The server did not answer as expected.',
  status,
  code: 'no-answer',
  detail: text.slice(0, 200) || null,
  todo: '检查网络后再试。',
  todoEn: 'Check the network and try again.',
  problems: [],
});

const isProblem = (data: unknown): data is Problem =>
  typeof data === 'object' && data !== null && 'code' in data && 'title' in data && 'problems' in data;

/**
 * Calls routes by name: `await call('getItem', { pack, name })`.
 *
 * @param fetch  the host's fetch
 * @param base   prefix of every address, for a server elsewhere
 * @returns      the answer, or the problem. Never throws except when `signal` aborts
 */
export const client =
  (fetch: Fetch, base = '') =>
  async <K extends RouteName>(name: K, given: ArgumentsOf<K>, sent: Sent<K> = {}): Promise<Answer<AnswerOf<K>>> => {
    const route = paths[name];
    const { body, type } = bodyOf(sent);
    // Every parameter of the table is text or a whole number.
    const values = given as { readonly [name: string]: string | number | undefined };
    let status = 0;
    let text = '';
    try {
      const answer = await fetch(base + addressOf(route.path, values), {
        method: route.method.toUpperCase(),
        headers: { accept: 'application/json', ...(type === undefined ? {} : { 'content-type': type }) },
        ...(body === undefined ? {} : { body }),
        ...(sent.signal === undefined ? {} : { signal: sent.signal }),
      });
      status = answer.status;
      text = await answer.text();
      const data = fromJson(text);
      // A 2xx body of our own server has the shape of the route's answer: server tests parse every one of them with its schema.
      if (answer.ok) return { ok: true, value: data as AnswerOf<K> };
      return { ok: false, problem: isProblem(data) ? data : notOurs(status, text) };
    } catch (error) {
      if (sent.signal?.aborted) throw error;
      return { ok: false, problem: notOurs(status, text) };
    }
  };
