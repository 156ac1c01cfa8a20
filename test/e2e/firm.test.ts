import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();

/** A firm in 崇川 with one retrofit of 500 万元: the clause of 2024 gives 10 %. */
const ownFirm = `name: 江边精密传动有限公司
facts:
  注册日期: 2012-06-15
  注册地: 南通市崇川区
  培育层级: 小巨人
  营业收入: { 2022: 5200万元, 2023: 6000万元 }
projects:
  - name: 三号车间
    facts: { 类型: 智能化技术改造, 新设备购置额: 500万元, 开工日期: 2024-01-15 }
persons: []
`;

describe('from the first page to an entitlement with its grounds', () => {
  it('a person picks 四方科技 and sees the groups, an amount, its clause and the trace', async () => {
    const { page, complaints } = await open('/');
    await page.getByRole('heading', { name: '你的企业能享受什么？' }).waitFor();
    await page.getByRole('link', { name: /四方科技集团股份有限公司/ }).click();
    await page.getByRole('heading', { level: 1, name: '四方科技集团股份有限公司' }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^待定/ }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: /^可享/ }).count()).toBe(1);
    const titles = page.getByRole('region', { name: '其他称号' });
    // Long groups fill in after the first frame.
    await titles.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await titles.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      '高新技术企业认定 还没有',
      '科技型中小企业评价 还没有',
    ]);

    const entry = page.getByRole('article').filter({ hasText: '小型微利企业所得税优惠' });
    expect(await entry.innerText()).toContain('0–60万元');
    expect(await entry.innerText()).toContain('还缺：2021 年应纳税所得额');
    const grounds = entry.getByRole('button', { name: /依据.*小型微利企业所得税优惠/ });
    expect(await grounds.getAttribute('aria-expanded')).toBe('false');
    await grounds.click();
    expect(await grounds.getAttribute('aria-expanded')).toBe('true');
    await entry.getByRole('heading', { name: '条件', exact: true }).waitFor();
    expect(await entry.innerText()).toContain('以下各项都要满足');
    const clause = entry.locator('summary', { hasText: '《' }).first();
    await clause.click();
    expect(await entry.innerText()).toContain('以上是转述，不是原文。');
    // What is open stands in the address: the link can be sent to the boss.
    expect(new URL(page.url()).searchParams.getAll('open')).toEqual(['national/tax-small-5']);
    await page.reload();
    await page.getByRole('heading', { name: '条件', exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('another day gives the rules of that day', async () => {
    const { page, complaints } = await open('/firms/sifang');
    await page.getByLabel('按这一天的规则').fill('2026-05-06');
    await page
      .getByRole('heading', { name: /2026 ?年/ })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2026-05-06');
    await page.goBack();
    await page.getByLabel('按这一天的规则').and(page.locator('[value="2022-10-10"]')).waitFor();
    expect(complaints).toEqual([]);
  });

  it('an answer is put in, judged, kept over a reload, and taken back', async () => {
    const { page, complaints } = await open('/firms/sifang');
    const question = page.getByRole('region', { name: /下一问.*注册地/ });
    // 不知道 goes on until the question about the place comes.
    const comesToIt = async (): Promise<void> => {
      await page.getByRole('region', { name: /下一问/ }).waitFor();
      while ((await question.count()) === 0) await page.getByRole('button', { name: '不知道，换一问' }).click();
    };
    await comesToIt();
    await question.getByRole('combobox').selectOption('南通市崇川区');
    await question.getByRole('button', { name: '回答' }).click();
    const given = page.getByRole('region', { name: '你补充的资料' });
    await given.getByText('南通市崇川区').waitFor();
    await page.getByText('2024 年以前小巨人的奖励条件未公开').first().waitFor();
    await page.reload();
    await given.getByText('南通市崇川区').waitFor();
    await given.getByRole('button', { name: /撤回.*注册地/ }).click();
    await given.waitFor({ state: 'detached' });
    await comesToIt();
    expect(complaints).toEqual([]);
  });

  it('an answer that cannot be is refused with the reason, and the page stays', async () => {
    const { page } = await open('/firms/sifang?on=2024-06-01');
    const share = page.getByRole('region', { name: /下一问.*主导产品国内市场占有率/ });
    // 不知道 goes on until the question about the share comes.
    while ((await share.count()) === 0) await page.getByRole('button', { name: '不知道，换一问' }).click();
    await share.getByRole('textbox').fill('180');
    await share.getByRole('textbox').press('Enter');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('0% 至 100%');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('四方科技集团股份有限公司');
  });
});

describe('somebody who has never seen it, on a phone of 360 px', () => {
  it('reaches a named amount and its clause in three touches of what is written there', async () => {
    const { page, complaints } = await open('/', { viewport: { width: 360, height: 780 }, hasTouch: true });
    let touches = 0;
    const touch = async (target: Locator): Promise<void> => {
      touches++;
      await target.tap();
    };
    await touch(page.getByRole('link', { name: /江岸精密传动有限公司/ }));
    const award = page.getByRole('article').filter({ hasText: '专精特新“小巨人”认定奖励' });
    await award.waitFor();
    expect(await award.innerText()).toContain('50万元');
    await touch(award.getByRole('button', { name: /依据/ }));
    const clause = award.locator('summary', { hasText: '答复' }).first();
    await touch(clause);
    await award.getByText('对新认定的专精特新“小巨人”企业奖励 50 万元').first().waitFor();
    expect(touches).toBeLessThanOrEqual(4);
    expect(complaints).toEqual([]);
  });
});

describe('who hears the page', () => {
  it('hears of each entry its name, the verdict, the amount and the reason, in that order', async () => {
    const { page } = await open('/firms/jiangan');
    const heard = async (name: string): Promise<string> => {
      const entry = page.getByRole('article').filter({ hasText: name }).first();
      await entry.waitFor();
      return (await entry.textContent()) ?? '';
    };
    const places = (text: string, parts: readonly string[]) => parts.map((part) => text.indexOf(part));
    const retrofit = places(await heard('智能化技术改造项目设备补助'), [
      '智能化技术改造',
      '可享',
      '50万元',
      '500万元 × 10%',
      '依据',
    ]);
    const key = places(await heard('重点“小巨人”企业资金支持'), ['重点“小巨人”', '待定', '0–600万元', '还缺', '依据']);
    for (const order of [retrofit, key]) {
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });
});

describe('a firm of one’s own', () => {
  it('is checked, assessed to the fen and kept in this tab only', async () => {
    const { page, complaints } = await open('/try?way=text');
    await page.getByLabel('企业资料（YAML 或 JSON）').fill(ownFirm);
    await page.getByRole('button', { name: '核对并测算' }).click();
    await page.getByRole('heading', { level: 1, name: '江边精密传动有限公司' }).waitFor();
    const entry = page.getByRole('article').filter({ hasText: '智能化技术改造项目设备补助' });
    expect(await entry.innerText()).toContain('三号车间');
    expect(await entry.innerText()).toContain('500万元 × 10% = 50万元');
    expect(await entry.getByTitle('500,000.00 元').innerText()).toBe('50万元');
    await entry.getByRole('button', { name: /依据/ }).click();
    await entry.getByText('项目新设备购置额 ≥ 500万元').waitFor();
    expect(await entry.innerText()).toContain('刚好达到');

    const other = await open('/firms/own');
    await other.page.getByText('这里还没有你的资料').waitFor();
    expect([...complaints, ...other.complaints]).toEqual([]);
  });

  it('is told every mistake at its line, and a click puts the cursor there', async () => {
    const { page } = await open('/try?way=text');
    const area = page.getByLabel('企业资料（YAML 或 JSON）');
    await area.fill('facts:\n  营业收入: { 2023: 60000000 }\n  营业收人: 3\n');
    await page.getByRole('button', { name: '核对并测算' }).click();
    await page.getByRole('heading', { name: '有 2 处要改' }).waitFor();
    expect(await page.getByRole('region', { name: '有 2 处要改' }).innerText()).toContain('是否想写「营业收入」');
    await page.getByRole('button', { name: '第 3 行' }).click();
    const cursor = await area.evaluate((element) =>
      element instanceof HTMLTextAreaElement ? element.selectionStart : -1,
    );
    expect(cursor).toBe('facts:\n  营业收入: { 2023: 60000000 }\n  '.length);
    // Nothing typed is lost by going away and coming back.
    await page.getByRole('link', { name: '政策库' }).click();
    await page.getByRole('heading', { level: 1, name: '政策库' }).waitFor();
    await page.goBack();
    expect(await area.inputValue()).toContain('营业收人');
  });
});
