import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { enterpriseFile, type EnterpriseFile } from '#contract/enterprise-file.ts';
import { readWorkbook, writeWorkbook } from './workbook.ts';

const folder = join(import.meta.dirname, '../../../examples');
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'samples.yaml');

/** Scalars as they are written: 2023 and 是 stay text, as they do in a workbook's cells. */
const plain = (text: string): unknown => parse(text, { schema: 'failsafe' });

const throughWorkbook = async (file: EnterpriseFile): Promise<unknown> =>
  plain((await readWorkbook(await writeWorkbook(file))).text);

describe('an enterprise file as a workbook', () => {
  it.each(examples)('comes back as it went: %s', async (name) => {
    const file = plain(readFileSync(join(folder, name), 'utf8'));
    expect(await throughWorkbook(enterpriseFile.parse(file))).toEqual(file);
  });

  it('keeps a subject of which nothing is known, and that there are none', async () => {
    const file = { facts: {}, projects: [{ name: '甲', facts: {} }], loans: [] };
    expect(await throughWorkbook(file)).toEqual({ facts: {}, projects: [{ name: '甲', facts: {} }], loans: [] });
  });

  it('takes text that looks like a formula or like YAML as text', async () => {
    const file = { name: '=1+1', facts: { 企业名称备注: '@x: [y', 说明: '- a' } };
    expect(await throughWorkbook(file)).toEqual(file);
  });

  it('says which cell a line came from', async () => {
    const { text, cells } = await readWorkbook(
      await writeWorkbook({
        name: '甲',
        facts: { 营业收入: { 2023: '6000' } },
        projects: [{ name: '乙', facts: { 总投资: '5' } }],
      }),
    );
    const lines = text.split('\n');
    const cellOf = (part: string) => cells.get(lines.findIndex((line) => line.includes(part)) + 1);
    expect(cellOf('"2023"')).toBe('企业资料!D3');
    expect(cellOf('总投资')).toBe('项目!D2');
  });

  it('reads numbers and dates of cells as text, and ignores other sheets', async () => {
    const data = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['随便写']] },
        {
          name: '企业资料',
          rows: [
            ['名称', '事实', '年度', '值'],
            ['', '从业人员', 2023, 120],
            ['', '注册日期', '', new Date(Date.UTC(2015, 2, 1))],
            ['', '空着的', '', ''],
          ],
        },
      ],
    });
    expect(plain((await readWorkbook(data)).text)).toEqual({
      facts: { 从业人员: { 2023: '120' }, 注册日期: '2015-03-01' },
    });
  });

  it('refuses what is no workbook', async () => {
    await expect(readWorkbook(new TextEncoder().encode('hello'))).rejects.toThrow();
  });
});
