// npm run pictures: the screenshots of the README, taken from the running app.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from '#test/support/chromium.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const port = 4699;

const pictures = [
  { name: 'home', path: '/', width: 1280, height: 900 },
  { name: 'assessment', path: '/firms/jiangan', width: 1280, height: 1100 },
  { name: 'ladder', path: '/ladder?on=2026-05-01', width: 1280, height: 900 },
  { name: 'item', path: '/items/nantong/subsidy-smart-retrofit', width: 1280, height: 1100 },
  { name: 'phone', path: '/firms/sifang', width: 390, height: 844 },
] as const;

mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve', '--port', String(port)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
const { binary, libraries } = await unpackChromium();
const browser = await chromium.launch({
  executablePath: binary,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  ...(libraries === '' ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
});
for (const { name, path, width, height } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', deviceScaleFactor: 1 });
  await page.goto(`http://localhost:${port}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  console.log(join('docs/pictures', `${name}.png`));
}
await browser.close();
server.kill('SIGTERM');
