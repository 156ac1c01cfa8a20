// The rulebook as anyone may look at it: gates side by side, documents, terms, what changed between two days.
import { describe, expect, it } from 'vitest';
import { startApp } from '#test/support/visit.ts';

const open = startApp();

describe('the ladder side by side', () => {
  it('sets the growth a little giant needs beside what it needed before', async () => {
    const { page } = await open('/ladder?on=2026-05-01');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '资产负债率', exact: true }) });
    await row.waitFor();
    // 2026 standards: at most 80 % for 专精特新, at most 75 % for 小巨人, not asked of the other two levels.
    expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.trim())).toEqual([
      '—\n没有这项要求',
      '上年资产负债率 ≤ 80%',
      '上年资产负债率 ≤ 75%',
      '—\n没有这项要求',
    ]);
    await page.getByRole('button', { name: '2016-01-01' }).waitFor();
    await page.getByLabel('按这一天的规则').fill('2025-06-01');
    // 2022 standards ask 70 % of a little giant and nothing of the level below.
    await page.getByText('上年资产负债率 ≤ 70%').waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('2025-06-01');
  });

  it('changes to the re-check and keeps it in the address', async () => {
    const { page } = await open('/ladder?on=2026-05-01');
    await page.getByRole('button', { name: '复核' }).click();
    await page.getByText('近两年任一年(专精特新发展评价得分 ≥ 50)').waitFor();
    expect(new URL(page.url()).searchParams.get('mode')).toBe('review');
  });

  it('does not claim that a rule whose first day is not known had begun', async () => {
    const { page } = await open('/ladder?on=2001-01-01');
    const heads = page.getByRole('columnheader', { name: /这一天是否已施行待核/ });
    await heads.first().waitFor();
    expect(await heads.count()).toBe(3);
  });
});

describe('the register of documents', () => {
  it('filters in the address and leads to the clauses of one', async () => {
    const { page } = await open('/documents');
    await page.getByRole('searchbox').fill('十条措施');
    const link = page.getByRole('link', { name: '《关于知识产权赋能专精特新企业创新发展的十条措施》' });
    await link.waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('十条措施');
    await link.click();
    await page.getByRole('heading', { level: 2, name: /^引用到的条款/ }).waitFor();
    await page.getByRole('link', { name: '事项「知识产权赋能专精特新企业十条措施」' }).first().click();
    await page.getByRole('heading', { level: 1, name: '知识产权赋能专精特新企业十条措施' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/items/nantong/ip-ten-measures');
  });

  it('says what to do when nothing matches', async () => {
    const { page } = await open('/documents?q=没有这样的文件');
    await page.getByText('没有符合的文件').waitFor();
    await page.getByRole('link', { name: '去掉全部筛选' }).click();
    await page.getByText(/^共 \d+ 份文件$/).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('explains an address of a document that is not there', async () => {
    const { page } = await open('/documents/no-such-document');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('没有登记文件 no-such-document');
  });
});

describe('the terms', () => {
  it('tell apart what sounds alike', async () => {
    const { page } = await open('/terms?q=三个一');
    await page.getByText('不要和「两化融合“三个一”」混淆').waitFor();
    expect(await page.getByRole('status').innerText()).toBe('共 2 条');
  });
});

describe('the changes between two days', () => {
  it('shows what the standards of 2026 ask more of a little giant', async () => {
    const { page } = await open('/changes');
    await page.getByRole('button', { name: '2026-04-01 前后' }).click();
    const change = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '小巨人（新认定）' }) });
    await change.getByText('看差别').click();
    // The bound of the debt ratio went from 70 % to 75 %.
    await change.getByRole('deletion').filter({ hasText: '上年资产负债率 ≤ 70%' }).waitFor();
    await change.getByRole('insertion').filter({ hasText: '上年资产负债率 ≤ 75%' }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ from: '2026-03-31', to: '2026-04-01' });
  });

  it('offers to swap two days in the wrong order', async () => {
    const { page } = await open('/changes?from=2026-04-01&to=2026-03-31');
    await page.getByRole('button', { name: '对调' }).click();
    await page.getByText('2026-03-31 到 2026-04-01').first().waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ from: '2026-03-31', to: '2026-04-01' });
  });

  it('says so when nothing changed', async () => {
    const { page } = await open('/changes?from=2026-06-02&to=2026-06-03');
    await page.getByText('这两天的规则一样').waitFor();
    expect(await page.getByRole('status').innerText()).toContain('0 处变化');
  });
});

describe('the same in English', () => {
  it('names what the page asks', async () => {
    const { page } = await open('/ladder?on=2026-05-01&lang=en');
    await page.getByRole('heading', { level: 1, name: 'Ladder' }).waitFor();
    expect(await page.getByRole('button', { name: 're-check' }).getAttribute('aria-pressed')).toBe('false');
  });
});
