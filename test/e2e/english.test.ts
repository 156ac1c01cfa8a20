// The same road in English: what the engine says, what the packs are called, and the way back to Chinese.
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();
const han = /\p{Script=Han}/u;

describe('in English', () => {
  it('a person goes from the first page to an amount, its arithmetic and its conditions', async () => {
    const { page, complaints } = await open('/?lang=en');
    await page.getByRole('heading', { level: 1, name: 'What is your enterprise entitled to?' }).waitFor();
    await page.getByRole('link', { name: /江岸精密传动有限公司/ }).click();
    const entry = page.getByRole('article').filter({ hasText: 'Equipment subsidy for intelligent retrofits' });
    await entry.waitFor();
    // 5,000,000 元 × 10 % = 500,000 元.
    expect(await entry.innerText()).toContain('CNY 5 million × 10% = CNY 500,000');
    await entry.getByRole('button', { name: /^Grounds/ }).click();
    await entry.getByText('exactly met').first().waitFor();
    // Beside the name of the project and what restates a source there is nothing left in Chinese.
    const left = await entry.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement; // the copy of an element
      for (const part of copy.querySelectorAll('[lang="zh-CN"]')) part.remove();
      return copy.innerText;
    });
    expect(left.split('\n').filter((line) => han.test(line) && !line.includes('三号车间'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('an item has its conditions, its benefit and its choices in English', async () => {
    const { page } = await open('/items/nantong/subsidy-smart-retrofit?lang=en');
    const calculator = page.getByRole('region', { name: 'See the amount' });
    await calculator.getByRole('heading', { level: 3 }).waitFor();
    expect(await calculator.innerText()).not.toMatch(han);
    const versions = page.getByRole('region', { name: /^Versions/ });
    expect(await versions.innerText()).toContain('10% of the project’s new equipment, at most CNY 10 million');
  });

  it('a page changes its language where it stands, and keeps it', async () => {
    const { page } = await open('/firms/jiangan');
    await page.getByRole('heading', { level: 2, name: /^可享/ }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 2, name: /^Entitled/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 2, name: /^Entitled/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 2, name: /^可享/ }).waitFor();
  });
});
