// One line per request: method, path, status, milliseconds. No query, no body, no address: they can say who asks about whom.
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

/** @param elapsed  a clock that only runs forward, in milliseconds */
export const requestLog =
  (log: Logger, elapsed: () => number): MiddlewareHandler =>
  async (c, next) => {
    const start = elapsed();
    await next();
    const milliseconds = Math.round(elapsed() - start);
    const line = { method: c.req.method, path: c.req.path, status: c.res.status, milliseconds };
    if (c.res.status >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  };
