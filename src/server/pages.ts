// The built web app: hashed files for ever, the page itself never cached.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import { pages, patternOf } from '#contract/paths.ts';
import { preloadsIn } from './preloads.ts';
import { answerProblem } from './respond.ts';
import type { Sample } from './samples.ts';
import { contentPolicy, newNonce } from './security.ts';

const patterns = pages.map(patternOf);

/** Sends a page with a nonce of its own; `html` says where the nonce goes. */
export const answerPage = (
  c: Context,
  html: (nonce: string) => string | Promise<string>,
  status: 200 | 404 = 200,
): Response | Promise<Response> => {
  const nonce = newNonce();
  return c.html(html(nonce), status, { 'content-security-policy': contentPolicy(nonce), 'cache-control': 'no-store' });
};

const wantsPage = (c: Context): boolean =>
  c.req.method === 'GET' && (c.req.header('accept') ?? '*/*').includes('text/html');

/** The style sheet of the fall-back Chinese font among the built files, or null. */
export const fontSheetIn = (root: string | null): string | null => {
  const assets = root === null ? null : join(root, 'assets');
  const found =
    assets !== null && existsSync(assets)
      ? readdirSync(assets).find((name) => /^noto-sans-sc-[^.]+\.css$/.test(name))
      : undefined;
  return found === undefined ? null : `/assets/${found}`;
};

/**
 * Serves the files that Vite built, and the one page for every address that the web app knows.
 *
 * @param root  the folder of the build, or null when there is none: pages then answer 503, the API works
 * @param samples  firms whose data their page is given in advance
 */
export const addPages = (app: Hono, root: string | null, samples: readonly Sample[]): void => {
  if (root === null) {
    app.get('*', (c) => answerProblem(c, 'no-web'));
    return;
  }
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  const preloads = preloadsIn(root, samples);
  const pageFor = (c: Context): string => page.replace('</head>', `${preloads(new URL(c.req.url))}\n  </head>`);
  app.use('/assets/*', async (c, next) => {
    await next();
    // serveStatic's own hook runs after the response is made, so the header is set here.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('/assets/*', serveStatic({ root, precompressed: true }));
  app.get('/assets/*', (c) => answerProblem(c, 'unknown-route'));
  app.get('*', (c, next) => {
    if (patterns.some((pattern) => pattern.test(c.req.path))) return answerPage(c, () => pageFor(c));
    // An unknown address still gets the app, which says so in words, but with the right status.
    return wantsPage(c) ? answerPage(c, () => pageFor(c), 404) : next();
  });
};
