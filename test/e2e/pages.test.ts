import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();

const pages = [
  '/',
  '/?q=小巨人',
  '/firms/sifang?open=nantong/award-little-giant',
  '/try',
  '/try?from=sifang',
  '/items',
  '/items?q=sbbz&kind=subsidy',
  '/items/nantong/subsidy-smart-retrofit',
  '/compare?a=nantong/subsidy-smart-retrofit&b=nantong/subsidy-major-project',
  '/documents',
  '/documents/D-2023-IP10',
  '/ladder?titles=all',
  '/terms',
  '/changes?from=2026-03-31&to=2026-04-01',
  '/parts',
  '/nowhere',
  '/api',
];

describe('every page', () => {
  it.each(pages)('%s has nothing that axe objects to, in light, in dark and in large type', async (path) => {
    for (const { colorScheme, large } of [
      { colorScheme: 'light', large: false },
      { colorScheme: 'dark', large: false },
      { colorScheme: 'light', large: true },
    ] as const) {
      const { page, complaints } = await open(path, { colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      // The page at /api is made by the server and has no switches.
      if (large && path !== '/api') await page.getByRole('button', { name: '大字' }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ colorScheme, id, nodes: nodes.map((node) => node.html) }))).toEqual(
        [],
      );
      expect(complaints).toEqual([]);
    }
  });

  it.each(pages)('%s fits a phone of 360 px, with type twice as large too', async (path) => {
    const { page } = await open(path, { viewport: { width: 360, height: 780 } });
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const spill = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await spill()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await spill()).toBe(0);
  });
});

describe('finding one’s way', () => {
  it('goes by keyboard alone from the box to the grounds of a verdict', async () => {
    const { page } = await open('/');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('四方');
    const found = page.getByRole('link', { name: '四方科技集团股份有限公司', exact: true });
    await found.waitFor();
    await page.keyboard.press('Tab');
    expect(await found.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '四方科技集团股份有限公司' }).waitFor();
    const grounds = page.getByRole('button', { name: /^依据/ }).first();
    await grounds.waitFor();
    const reached = () => grounds.evaluate((element) => element === document.activeElement);
    for (let steps = 0; steps < 60 && !(await reached()); steps++) await page.keyboard.press('Tab');
    expect(await reached()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await grounds.getAttribute('aria-expanded')).toBe('true');
  });

  it('skips to the main part with the first key', async () => {
    const { page } = await open('/items');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  });

  it('keeps the filters of the items in the address', async () => {
    const { page } = await open('/items');
    await page.getByRole('button', { name: /^税收/ }).click();
    await page.getByRole('searchbox').fill('小型微利');
    const first = page.getByRole('heading', { level: 2 }).first();
    await page.getByRole('heading', { level: 2, name: '小型微利企业所得税优惠' }).waitFor();
    await expect.poll(() => first.innerText()).toBe('小型微利企业所得税优惠');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ kind: 'tax', q: '小型微利' });
    await page.reload();
    await first.waitFor();
    expect(await first.innerText()).toBe('小型微利企业所得税优惠');
    expect(await page.getByRole('searchbox').inputValue()).toBe('小型微利');
  });

  it('shows an item that is not there as an error with what to do', async () => {
    const { page } = await open('/items/nantong/no-such-item');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('没有事项 nantong/no-such-item');
    await alert.getByRole('button', { name: '再试一次' }).waitFor();
  });

  it('tries again when the network comes back', async () => {
    const { page } = await open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/api/items', (route) => route.abort());
    await page.getByRole('link', { name: '政策库', exact: true }).click();
    const retry = page.getByRole('button', { name: '再试一次' });
    await retry.waitFor({ timeout: 20_000 });
    await page.unroute('**/api/items');
    await retry.click();
    // While it is fetched, the place that says how many there are says that.
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^共 \d+ 个事项$/);
  });

  it('says that an address is unknown', async () => {
    const { page } = await open('/nowhere');
    await page.getByText('地址可能写错了').waitFor();
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.getByRole('heading', { name: '你的企业能享受什么？' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('loads its first page in under 300 kB of script', async () => {
    const { page } = await open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    let bytes = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) bytes += Number(response.headers()['content-length']);
    });
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThan(300 * 1024);
  });
});
