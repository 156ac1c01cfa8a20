// One item: a small calculator, versions over time, and its code for a phone.
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();

describe('the calculator of an item', () => {
  it('asks only what the item needs and comes to an amount worked out by hand', async () => {
    const { page } = await open('/items/nantong/subsidy-smart-retrofit');
    const calculator = page.getByRole('region', { name: '算算能得多少' });
    await calculator.getByLabel('项目的开工日期').fill('2024-03-01');
    await calculator.getByRole('button', { name: '回答' }).click();
    await calculator.getByLabel('项目的类型').selectOption('智能化技术改造');
    await calculator.getByRole('button', { name: '回答' }).click();
    await calculator.getByLabel('注册地').selectOption('南通市崇川区');
    await calculator.getByRole('button', { name: '回答' }).click();
    await calculator.getByLabel('培育层级').selectOption('小巨人');
    await calculator.getByRole('button', { name: '回答' }).click();
    await calculator.getByLabel('项目的新设备购置额（万元）').fill('4567.8901');
    await calculator.getByRole('button', { name: '回答' }).click();
    // 45,678,901 元 × 10 % = 4,567,890.10 元, below the cap of 10 million.
    await calculator.getByText('精确到分：4,567,890.10 元').waitFor();
    await calculator.getByText('没有要再问的了。').waitFor();
    // Below the floor of 5 million: nothing.
    await calculator.getByRole('button', { name: '去掉「项目的新设备购置额」' }).click();
    await calculator.getByLabel('项目的新设备购置额（万元）').fill('499.99');
    await calculator.getByRole('button', { name: '回答' }).click();
    await calculator.getByText('不符合').waitFor();
    expect(await calculator.getByText('精确到分').count()).toBe(0);
  });

  it('asks about the person where the item is about one', async () => {
    const { page } = await open('/items/nantong/talent-postdoc');
    await page.getByRole('region', { name: '算算能得多少' }).getByText('下一问').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('the worked cases of an item', () => {
  it('are shown with what a person worked out, and opened with their facts and the arithmetic of the rules', async () => {
    const { page, complaints } = await open('/items/nantong/subsidy-smart-retrofit');
    const cases = page.getByRole('region', { name: /^典型案例（\d+）$/ });
    const below = cases.getByRole('button', { name: /新设备购置额比 500 万元少一分，达不到门槛/ });
    await below.waitFor();
    expect(await below.innerText()).toContain('暂不符合');
    const first = cases.getByRole('listitem').filter({ hasText: '新设备购置额恰为 500 万元' });
    await first.getByRole('button').click();
    // 5,000,000.00 元 × 10 % = 500,000.00 元.
    await first.getByText('500万元 × 10% = 50万元').waitFor();
    expect(await first.innerText()).toContain('新设备购置额\n500万元');
    const shown = await cases
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { expanded: false }) })
      .count();
    await cases.getByRole('button', { name: /^全部 \d+ 例$/ }).click();
    const all = await cases
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { expanded: false }) })
      .count();
    expect(all).toBeGreaterThan(shown + 20);
    expect(complaints).toEqual([]);
  });
});

describe('the versions of an item', () => {
  it('move along a slider that the keyboard moves too, with what changed', async () => {
    const { page } = await open('/items/nantong/subsidy-smart-retrofit');
    const slider = page.getByRole('slider', { name: '拖动看各个版本' });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('第 3 版，共 4 版').waitFor();
    // 2023: 15 % for new energy, 10 % else; the cap was not read.
    await page.getByText('项目产业类别 = 新能源：按项目新设备购置额的 15%，有上限（未公布）').first().waitFor();
    expect(new URL(page.url()).searchParams.get('version')).toBe('2023-01-01');
    await page.reload();
    await page.getByText('第 3 版，共 4 版').waitFor();
    expect(await page.getByRole('insertion').count()).toBeGreaterThan(0);
  });
});

describe('the code of an item', () => {
  it('opens a page that works without script', async () => {
    const { page } = await open('/items/nantong/award-little-giant');
    const link = page.getByRole('link', { name: /^\/p\/[2-9A-Z]{6}$/ });
    const path = await link.getAttribute('href');
    expect(path).toMatch(/^\/p\/[2-9A-Z]{6}\?lang=zh$/);
    const { page: plain, complaints } = await open(path ?? '', {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 780 },
    });
    await plain.getByRole('heading', { level: 1, name: '专精特新“小巨人”认定奖励' }).waitFor();
    await plain.getByText('50万元').first().waitFor();
    await plain.getByRole('link', { name: '打印海报' }).click();
    await plain.getByText('扫码看条件、金额和依据').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(['', '/poster'])('has nothing that axe objects to%s', async (more) => {
    const { page: item } = await open('/items/nantong/award-little-giant');
    const text = await item.getByRole('link', { name: /^\/p\/[2-9A-Z]{6}$/ }).innerText();
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(`${text}${more}`, { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ({ colorScheme, id, nodes: nodes.map(({ html }) => html) }))).toEqual(
        [],
      );
    }
  });
});
