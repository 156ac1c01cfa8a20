// npm run phone: how soon the assessment page can be used on a phone: a processor four times slower, slow 4G, 360 px, cold cache.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from '#test/support/chromium.ts';

const root = resolve(import.meta.dirname, '..');
const port = 4691;
const runs = 5;

/** Slow 4G as Lighthouse throttles it, and its factor for the processor of a mid-range phone. */
const network = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 };
const slower = 4;

const server = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve', '--port', String(port)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const { binary, libraries } = await unpackChromium();
const browser = await chromium.launch({
  executablePath: binary,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  ...(libraries === '' ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
});

/** From the first byte asked for to the moment when a question can be answered and a verdict be opened. */
const visit = async (path: string, ready: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'zh-CN' });
  const page = await context.newPage();
  // A phone has a Chinese font of its own and fetches none of ours; this machine has none and would.
  await page.route(/\.woff2$|noto-sans-sc[^/]*\.css$/, (route) => route.abort());
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const began = performance.now();
  await page.goto(`http://localhost:${port}${path}`, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor();
  // A task that the page's own thread takes: while it is busy, nothing can be used.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
  const took = performance.now() - began;
  await context.close();
  return took;
};

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const { name, path, ready } of [
  { name: 'first page', path: '/', ready: 'input[type=search]' },
  { name: 'assessment', path: '/firms/sifang', ready: 'button[aria-expanded]' },
  { name: 'assessment with every figure', path: '/firms/jiangan', ready: 'button[aria-expanded]' },
]) {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await visit(path, ready));
  console.log(`${name}: usable after ${(median(times) / 1000).toFixed(2)} s (median of ${runs}; bound 2 s)`);
}
await browser.close();
server.kill('SIGTERM');
