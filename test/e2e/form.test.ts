// Own figures by the short form: a few fields, then the most telling question, nothing lost on the way; and the file as Excel.
import { writeXlsx } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();
const lastYear = new Date().getFullYear() - 1;

describe('the short form', () => {
  it('leads to an assessment, and keeps what was typed over a reload', async () => {
    const { page, complaints } = await open('/try');
    await page.getByLabel('企业名称（可以不填）').fill('江畔机械');
    await page.getByLabel('注册地').selectOption('南通市崇川区');
    await page.getByLabel(`${lastYear} 年营业收入`).fill('6,000');
    await page.reload();
    expect(await page.getByLabel(`${lastYear} 年营业收入`).inputValue()).toBe('6,000');
    await page.getByLabel('培育层级').selectOption('小巨人');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByRole('heading', { level: 1, name: '江畔机械' }).waitFor();
    await page.getByRole('region', { name: /下一问/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with a credit code and keeps the rest', async () => {
    const { page } = await open('/try');
    await page.getByLabel('统一社会信用代码（可以不填）').fill('91320600138738316N');
    await page.getByLabel('注册地').selectOption('南通市海门区');
    await page.getByRole('button', { name: '开始测算' }).click();
    // By GB 32100-2015 the first 17 signs ask for R.
    await page.getByText('按前 17 位算应为 R，这里是 N').waitFor();
    expect(await page.getByLabel('注册地').inputValue()).toBe('南通市海门区');
  });

  it('loses nothing when the network is gone, and goes on when it is back', async () => {
    const { page } = await open('/try');
    await page.getByLabel('企业名称（可以不填）').fill('断网厂');
    await page.route('**/api/enterprise-files', (route) => route.abort());
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('企业名称（可以不填）').inputValue()).toBe('断网厂');
    await page.unroute('**/api/enterprise-files');
    await page.getByRole('button', { name: '开始测算' }).click();
    await page.getByRole('heading', { level: 1, name: '断网厂' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/firms/own');
  });

  it('shows what an answer has changed', async () => {
    const { page } = await open('/try');
    await page.getByLabel('规上工业企业').selectOption('是');
    await page.getByRole('button', { name: '开始测算' }).click();
    const question = page.getByRole('region', { name: /下一问/ });
    await question.waitFor();
    const place = page.getByRole('region', { name: /下一问.*注册地/ });
    while ((await place.count()) === 0) await page.getByRole('button', { name: '不知道，换一问' }).click();
    await place.getByRole('combobox').selectOption('南通市崇川区');
    await place.getByRole('button', { name: '回答' }).click();
    await page.getByText('刚才的回答改变了').waitFor();
    expect(await page.getByText(/：待定 → /).count()).toBeGreaterThan(0);
  });
});

describe('the file as Excel', () => {
  it('is saved from a firm and opened again to the same result', async () => {
    const { page } = await open('/firms/jiangan');
    await page.getByText('导出', { exact: true }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Excel' }).click();
    const path = await (await waiting).path();
    const { page: other } = await open('/try?way=text');
    const chooser = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: /^打开文件/ }).click();
    await (
      await chooser
    ).setFiles({
      name: '江岸.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await readFile(path),
    });
    await expect.poll(() => other.getByLabel('企业资料（YAML 或 JSON）').inputValue()).toContain('三号车间');
    await other.getByRole('button', { name: '核对并测算' }).click();
    await other.getByRole('heading', { level: 1, name: '江岸精密传动有限公司' }).waitFor();
  });

  it('tells a mistake by its cell', async () => {
    const { page } = await open('/try?way=text');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^打开文件/ }).click();
    const data = await writeXlsx({
      sheets: [
        {
          name: '企业资料',
          rows: [
            ['名称', '事实', '年度', '值'],
            ['', '营业收入', '2023', 6000],
          ],
        },
      ],
    });
    await (await chooser).setFiles({ name: 'x.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(data) });
    await expect.poll(() => page.getByLabel('企业资料（YAML 或 JSON）').inputValue()).toContain('营业收入');
    await page.getByRole('button', { name: '核对并测算' }).click();
    await page.getByRole('button', { name: '单元格 企业资料!D2' }).waitFor();
    await page.getByText('金额要写单位').waitFor();
    expect(await page.getByText('有 1 处要改').count()).toBe(1);
  });
});
