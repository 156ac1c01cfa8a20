// The policy library: found by what one would type, narrowed in the address, two items side by side.
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();

describe('the policy library', () => {
  it('finds an item by the initials of its name and marks what was found', async () => {
    const { page } = await open('/items');
    await page.getByRole('searchbox').fill('sbbz');
    const link = page.getByRole('link', { name: '智能化技术改造项目设备补助', exact: true });
    await link.waitFor();
    expect(await link.getByText('设备补助').evaluate((element) => element.tagName)).toBe('MARK');
    await page.reload();
    await link.waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('sbbz');
  });

  it('counts each filter with the others kept', async () => {
    const { page } = await open('/items?q=设备');
    const status = page.getByRole('status').filter({ hasText: '个事项' });
    await status.waitFor();
    await page.getByRole('button', { name: /^补助 \d+$/ }).click();
    const chosen = page.getByRole('button', { name: /^补助 \d+$/ });
    const count = /\d+/.exec(await chosen.innerText())?.[0];
    await page.getByText(`共 ${count} 个事项`).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('subsidy');
  });

  it('sets two chosen items side by side, with the rule that binds both', async () => {
    const { page } = await open('/items?q=设备补助');
    await page.getByRole('checkbox', { name: '选「智能化技术改造项目设备补助」来对比' }).check();
    await page.getByText('已选 1 项，再选一项就能对比').waitFor();
    await page.getByRole('checkbox', { name: '选「重大产业项目设备补助」来对比' }).check();
    await page.getByRole('button', { name: '对比这两项' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '标准', exact: true }) });
    await row.waitFor();
    // By the reply: 10 %, at most 10 million 元; by the measures of 2023: 15 to 25 %, at most 100 million 元.
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells[0]).toContain('10%，不超过 1000万元');
    expect(cells[1]).toContain('25%，不超过 1亿元');
    await page.getByText('两项受同一条规则约束').waitFor();
  });

  it('keeps what is chosen to compare over a reload', async () => {
    const { page } = await open('/items?q=设备补助');
    await page.getByRole('checkbox', { name: '选「智能化技术改造项目设备补助」来对比' }).check();
    await page.reload();
    await page.getByText('已选 1 项，再选一项就能对比').waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
  });

  it('tells the level, the term and how far an item can be computed, and narrows by each', async () => {
    const { page } = await open('/items');
    await page.getByRole('button', { name: /^江苏省政策 \d+$/ }).click();
    await page.getByText('江苏省专精特新中小企业推荐条件').waitFor();
    // Replaced by the national standard on 2026-04-01; the day of the test is 2024-06-01.
    const ended = await open('/items?area=national&ready=computable&state=in-force');
    await ended.page.getByText(/^共 \d+ 个事项$/).waitFor();
    expect(await ended.page.getByText('南通市').count()).toBe(0);
    expect(await ended.page.getByRole('button', { name: /^国家政策/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('opens the first find with Enter', async () => {
    const { page } = await open('/');
    await page.getByRole('searchbox').fill('小型微利企业所得税优惠');
    await page.getByRole('link', { name: '小型微利企业所得税优惠', exact: true }).waitFor();
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('heading', { level: 1, name: '小型微利企业所得税优惠' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/items\/national\//);
  });

  it('says what to do when nothing is found', async () => {
    const { page } = await open('/items?q=zzzqqq');
    await page.getByText('没有符合的事项').waitFor();
    await page.getByRole('link', { name: '去掉全部筛选' }).click();
    await page.getByText(/^共 1\d\d 个事项$/).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('finds documents and terms from the first page too', async () => {
    const { page } = await open('/');
    await page.getByRole('searchbox').fill('通政发〔2022〕19号');
    await page.getByText(/找到 0 家企业、规则库 \d+ 条/).waitFor();
    await page.getByRole('searchbox').fill('万事好通');
    await page.getByRole('link', { name: '万事好通', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '术语' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('万事好通');
  });

  it('is in English where that is chosen', async () => {
    const { page } = await open('/items?q=little giant&lang=en');
    await page.getByRole('link', { name: 'Award for a newly recognised little giant', exact: true }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Policies');
  });
});
