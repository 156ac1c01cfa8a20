// The page at /api: every route and every problem, rendered here from the route table, with no script at all.
import { html, raw } from 'hono/html';
import { problems } from '#contract/problems.ts';
import { routes, type Route } from '#contract/routes.ts';

const style = `
:root { color-scheme: light dark; --ink: #1b2733; --quiet: #55636f; --line: #d9e0e6; --paper: #fff; --tint: #f4f7f9; --river: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9fb0bf; --line: #2c3a47; --paper: #10171e; --tint: #17212b; --river: #6db3f2 } }
body { margin: 0; font: 16px/1.7 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC Variable', sans-serif; color: var(--ink); background: var(--paper) }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem }
a { color: var(--river) } h1 { font-size: 1.75rem; margin: 0 } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem }
article { border-top: 1px solid var(--line); padding: 1rem 0 } article:target { background: var(--tint) }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere } h3 code { font-size: 1rem } .quiet { color: var(--quiet) } p { margin: .25rem 0 }
code { overflow-wrap: anywhere } pre code { overflow-wrap: normal } code, pre { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace, 'Noto Sans SC Variable'; font-size: .875rem }
pre { background: var(--tint); padding: 1rem; overflow-x: auto; border-radius: .5rem; line-height: 1.55 } ul { margin: .25rem 0; padding-left: 1.25rem }
.method { color: var(--river); text-transform: uppercase; font-weight: 600; margin-right: .5rem }`;

const example = `curl -s localhost:4600/api/assessments \\
  -H 'content-type: application/json' \\
  -d '{ "on": "2024-06-01",
        "enterprise": { "facts": { "培育层级": "小巨人", "营业收入": { "2023": "6000万元" } } } }'`;

const fields = (route: Route) =>
  [
    { where: '路径', shape: route.params?.shape ?? {} },
    { where: '查询', shape: route.query?.shape ?? {} },
  ].flatMap(({ where, shape }) =>
    Object.entries(shape).map(([name, schema]) => {
      // Only zod types stand in a shape; `meta` gives their description.
      const said = (schema as { meta?: () => { description?: string } | undefined }).meta?.()?.description;
      return html`<li><code>${name}</code>（${where}）${said ?? ''}</li>`;
    }),
  );

const routeEntry = (name: string, route: Route) =>
  html` <article id="${name}">
    <h3><span class="method">${route.method}</span><code>${route.path}</code></h3>
    <p>${route.summary}</p>
    <ul>
      ${fields(route)}
    </ul>
    <p class="quiet">${route.problems.length > 0 ? `可能的问题：${route.problems.join('、')}` : ''}</p>
  </article>`;

const problemEntry = (code: string, entry: (typeof problems)[keyof typeof problems]) =>
  html` <article id="problem-${code}">
    <h3>${entry.status} <code>${code}</code></h3>
    <p>${entry.zh}${entry.todo}</p>
    <p class="quiet" lang="en">${entry.en} ${entry.todoEn}</p>
  </article>`;

/**
 * The whole page. It carries one style element, born with the page's nonce.
 *
 * @param fontSheet  the address of the fall-back font's style sheet, for machines without a Chinese font
 */
export const docsPage = (nonce: string, fontSheet: string | null): string | Promise<string> =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${fontSheet === null ? '' : html`<link rel="stylesheet" href="${fontSheet}" />`}
        <title>接口说明 · 梯航</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>接口说明</h1>
          <p>
            梯航的每一个结论都能用接口取得。回答是 JSON，金额是整数分；出错时回答
            <code>application/problem+json</code>，写明位置、发现、应为和怎么改。 机器可读的约定：<a
              href="/api/openapi.json"
              >openapi.json</a
            >（OpenAPI 3.1）。<a href="/">回到首页</a>
          </p>
          <h2>试一试</h2>
          <pre tabindex="0"><code>${example}</code></pre>
          <h2>接口</h2>
          ${Object.entries(routes).map(([name, route]) => routeEntry(name, route))}
          <h2>问题一览</h2>
          ${Object.entries(problems).map(([code, entry]) => problemEntry(code, entry))}
        </main>
      </body>
    </html>`;
