// Conditional GETs: the same rulebook, samples and program give the same answer to the same address on the same day.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

const matches = (header: string, tag: string): boolean =>
  header
    .split(',')
    .map((each) => each.trim())
    .includes(tag);

/**
 * Answers 304 when the client already has what this address gives.
 *
 * @param state  what an answer depends on beside its address: rulebook hash, samples, program version
 * @param today  what an address without a date is answered for
 */
export const conditionalGet = (state: string, today: () => string): MiddlewareHandler => {
  const base = digest(state);
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const { pathname, searchParams } = new URL(c.req.url);
    searchParams.sort();
    const tag = `W/"${digest(`${base} ${today()} ${pathname}?${searchParams.toString()}`)}"`;
    const known = c.req.header('if-none-match');
    if (known !== undefined && matches(known, tag))
      return c.body(null, 304, { etag: tag, 'cache-control': 'no-cache' });
    await next();
    if (c.res.status !== 200) return undefined;
    c.header('etag', tag);
    c.header('cache-control', 'no-cache');
    return undefined;
  };
};
