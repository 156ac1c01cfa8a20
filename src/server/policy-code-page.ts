// The landing page of a 政策码: made here, without script, for the browser inside a phone's chat app. And its poster.
import { html, raw } from 'hono/html';
import qrcode from 'qrcode-generator';
import type { ConditionView, ItemView } from '#contract/catalogue.ts';
import { spokenChinese } from '#contract/spoken.ts';
import type { PolicyCodeWords } from './words/policy-code.ts';

const style = `
:root { color-scheme: light dark; --ink: #17222c; --quiet: #51606d; --line: #dbe2e8; --paper: #fff; --ground: #f5f7f9; --river: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --ink: #e3eaf0; --quiet: #9fb0bd; --line: #2a3641; --paper: #151d25; --ground: #0e141a; --river: #76b7f2 } }
* { box-sizing: border-box }
body { margin: 0; font: 1rem/1.65 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC Variable', sans-serif; color: var(--ink); background: var(--ground); text-autospace: normal; overflow-wrap: anywhere }
main { max-width: 40rem; margin: 0 auto; padding: 1.25rem 1rem 3rem } a { color: var(--river) }
h1 { font-size: 1.5rem; line-height: 1.35; margin: .25rem 0 } h2 { font-size: 1rem; margin: 0 0 .25rem } p { margin: .25rem 0 } ul { margin: .125rem 0; padding-left: 1.25rem }
section { margin-top: .75rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .625rem; background: var(--paper) }
.quiet { color: var(--quiet) } .small { font-size: .875rem } .sum { font-size: 1.125rem; font-weight: 600 }
.go { display: block; margin-top: .75rem; padding: .625rem 1rem; border: 1px solid var(--river); border-radius: .625rem; text-align: center; font-weight: 600; text-decoration: none }
.go.main { background: var(--river); color: var(--paper) } header { display: flex; justify-content: space-between; gap: 1rem } header a { display: inline-block; padding: .5rem 0 }
.poster { max-width: 44rem; text-align: center; background: #fff; color: #17222c } .poster .quiet { color: #51606d } .poster h1 { font-size: 2.25rem; margin-top: 2rem } .poster svg { width: 18rem; max-width: 80%; height: auto; margin: 1.5rem auto; display: block } .poster .code { font-size: 1.5rem; letter-spacing: .15em }
@page { size: A4; margin: 18mm } @media print { .no-print { display: none } body { background: #fff } }`;

type Html = ReturnType<typeof html>;

export type Shown = {
  readonly words: PolicyCodeWords;
  readonly nonce: string;
  readonly fontSheet: string | null;
  /** 2026-05-06, and the first signs of the rulebook's fingerprint. */
  readonly on: string;
  readonly hash: string;
};

const page = ({ words, nonce, fontSheet }: Shown, title: string, about: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${about}" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${about}" />
        ${fontSheet === null ? '' : html`<link rel="stylesheet" href="${fontSheet}" />`}
        <title>${title} · ${words.name}</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;

const junction = (op: ConditionView['op'], words: PolicyCodeWords): string =>
  op === 'all' || op === 'any' || op === 'not' || op === 'first' || op === 'disputed' || op === 'waived'
    ? words[op]
    : '';

const condition = (of: ConditionView, words: PolicyCodeWords): Html => {
  if (of.of === undefined)
    return html`<span lang="zh-CN">${spokenChinese(of.text ?? '')}</span
      >${of.op === 'unpublished' ? words.unpublished : ''}`;
  const parts = of.of.map((part) => {
    const guard =
      part.when === undefined ? '' : part.when === null ? words.otherwise : words.whenCase(spokenChinese(part.when));
    return html`<li>${guard === '' ? '' : html`<span class="quiet">${guard}</span> `}${condition(part, words)}</li>`;
  });
  return html`<span class="quiet">${junction(of.op, words)}</span>
    <ul>
      ${parts}
    </ul>`;
};

const part = (title: string, body: Html | string): Html =>
  html`<section>
    <h2>${title}</h2>
    ${typeof body === 'string' ? html`<p lang="zh-CN">${body}</p>` : body}
  </section>`;

const list = (lines: readonly string[]): Html =>
  html`<ul lang="zh-CN">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

const nameOf = (item: ItemView, { lang }: PolicyCodeWords): string =>
  lang === 'en' ? (item.en ?? item.name) : item.name;

export const policyCodePage = (item: ItemView, code: string, shown: Shown): Html => {
  const { words, on, hash } = shown;
  const version = item.versions.at(-1);
  const title = nameOf(item, words);
  const language = words.lang === 'en' ? 'en' : 'zh';
  const documents = [...new Set(item.clauses.map((clause) => `《${clause.title}》${clause.number ?? ''}`))];
  const { window, channel } = item.procedure ?? { window: words.unknown, channel: null };
  return page(
    shown,
    title,
    item.says,
    html`<main>
      <header class="small">
        <a href="/">${words.name}</a>
        <a href="?lang=${language === 'en' ? 'zh' : 'en'}">${words.otherLanguage}</a>
      </header>
      <p class="quiet small">${words.kinds[item.kind]} · <span lang="zh-CN">${item.owner ?? words.unknown}</span></p>
      <h1>${title}</h1>
      <p lang="zh-CN">${item.says}</p>
      ${item.competition === 'selected' ? html`<p class="quiet">${words.selected}</p>` : ''}
      ${part(words.gives, version === undefined ? words.unknown : html`<div class="sum">${list(version.benefit.map(spokenChinese))}</div>`)}
      ${part(words.who, version?.applies ? condition(version.applies, words) : words.anyone)}
      ${part(words.conditions, version?.eligible ? condition(version.eligible, words) : words.noCondition)}
      ${part(words.when, window)} ${part(words.where, channel ?? words.unknown)}
      ${version === undefined ? '' : part(words.term, words.openEnd(version.from, version.to))}
      <a class="go main" href="/try?lang=${language}">${words.assess}</a>
      <a class="go" href="/items/${item.id}?lang=${language}">${words.full}</a>
      ${part(words.grounds, list(documents))}
      ${version === undefined || version.unsettled.length === 0 ? '' : part(words.open, list(version.unsettled))}
      <p class="quiet small">${words.code(code)} · <a href="/p/${code}/poster?lang=${language}">${words.poster}</a></p>
      <p class="quiet small">${words.asOf(on, hash)}</p>
    </main>`,
  );
};

/** The code as a drawing: black on white whatever the theme, with the quiet zone that readers need. */
export const qrSvg = (address: string): string => {
  const qr = qrcode(0, 'M');
  qr.addData(address);
  qr.make();
  return qr.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
};

export const posterPage = (item: ItemView, code: string, address: string, shown: Shown): Html => {
  const { words, on, hash } = shown;
  const title = nameOf(item, words);
  const benefit = (item.versions.at(-1)?.benefit ?? []).map(spokenChinese);
  return page(
    shown,
    title,
    item.says,
    html`<main class="poster">
      <p class="no-print quiet">${words.print}</p>
      <h1>${title}</h1>
      <p class="sum" lang="zh-CN">${benefit.length === 1 ? benefit[0] : item.says}</p>
      ${raw(qrSvg(address))}
      <p class="sum">${words.scan}</p>
      <p class="code">${words.code(code)}</p>
      <p class="quiet">${address}</p>
      <p class="quiet small"><span lang="zh-CN">${item.owner ?? ''}</span></p>
      <p class="quiet small">${words.asOf(on, hash)}</p>
    </main>`,
  );
};

export const noSuchCodePage = (nearest: readonly ItemView[], codeOf: (id: string) => string, shown: Shown): Html => {
  const { words } = shown;
  return page(
    shown,
    words.missing,
    words.missingTodo,
    html`<main>
      <h1>${words.missing}</h1>
      <p>${words.missingTodo}</p>
      ${
        nearest.length === 0
          ? ''
          : html`<p>${words.nearest}</p>
              <ul>
                ${nearest.map((item) => html`<li><a href="/p/${codeOf(item.id)}">${nameOf(item, words)}</a></li>`)}
              </ul>`
      }
      <a class="go" href="/items">${words.library}</a>
    </main>`,
  );
};
