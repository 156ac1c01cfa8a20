// Headers that every answer carries, and the content policy of pages: nothing from elsewhere, no inline script, styles by nonce.
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export const newNonce = (): string => randomBytes(16).toString('base64');

/** The policy of one page. A page that the server makes carries one style element, with this page's nonce. */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Set before the answer is made, so that it is made once; a page that sets its own policy replaces the one here. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  // An answer that is not a page may load nothing at all.
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  await next();
};
