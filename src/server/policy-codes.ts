// The addresses of 政策码: /p/CODE, its poster and its picture.
import type { Context, Hono } from 'hono';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Item, Rulebook } from '#rules/packs/rulebook.ts';
import { answerPage } from './pages.ts';
import { isPolicyCode, policyCode, readPolicyCode, slips } from './policy-code.ts';
import { noSuchCodePage, policyCodePage, posterPage, qrSvg, type Shown } from './policy-code-page.ts';
import { englishNames } from './english.ts';
import { itemView } from './item-views.ts';
import { policyCodeWords } from './words/policy-code.ts';

type Given = { readonly rulebook: Rulebook; readonly today: () => PlainDate; readonly fontSheet: string | null };

const languageOf = (c: Context): 'zh' | 'en' => (c.req.query('lang') === 'en' ? 'en' : 'zh');

const addressOf = (c: Context, code: string): string => `${new URL(c.req.url).origin}/p/${code}`;

export const addPolicyCodes = (app: Hono, { rulebook, today, fontSheet }: Given): void => {
  const items = new Map([...rulebook.items.values()].map((item) => [policyCode(item.id), item] as const));
  const english = englishNames(rulebook);
  const viewOf = (item: Item) => itemView(rulebook, item, { today: today(), english });
  const shownFor = (c: Context, nonce: string): Shown => ({
    words: policyCodeWords[languageOf(c)],
    nonce,
    fontSheet,
    on: today(),
    hash: rulebook.hash.slice(0, 14),
  });
  const missing = (c: Context, code: string) => {
    // A code that checks out names nothing here: there is no slip to mend.
    const near = isPolicyCode(code) ? [] : [...items].filter(([known]) => slips(code, known) <= 2);
    const nearest = near.slice(0, 3).map(([, item]) => viewOf(item));
    return answerPage(c, (nonce) => noSuchCodePage(nearest, policyCode, shownFor(c, nonce)), 404);
  };
  const on = (path: string, answer: (c: Context, item: Item, code: string) => Response | Promise<Response>): void => {
    app.get(path, (c) => {
      const code = readPolicyCode(c.req.param('code') ?? '');
      const item = items.get(code);
      return item === undefined ? missing(c, code) : answer(c, item, code);
    });
  };
  on('/p/:code', (c, item, code) => answerPage(c, (nonce) => policyCodePage(viewOf(item), code, shownFor(c, nonce))));
  on('/p/:code/poster', (c, item, code) =>
    answerPage(c, (nonce) => posterPage(viewOf(item), code, addressOf(c, code), shownFor(c, nonce))),
  );
  on('/p/:code/qr.svg', (c, _, code) =>
    c.body(qrSvg(addressOf(c, code)), 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' }),
  );
};
