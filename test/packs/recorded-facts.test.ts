// The firms of examples/ through the records: what is recorded out of a file is, read back, the firm of the file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOfFile } from '#casework/facts/from-file.ts';
import { readRows } from '#casework/facts/read-rows.ts';
import type { FactRecord } from '#casework/facts/record.ts';
import { classOf } from '#casework/facts/fact-classes.ts';
import { toEnterprise } from '#casework/facts/to-enterprise.ts';
import { loadRulebook } from '#cli/packs-folder.ts';
import { creditCodeCheck } from '#rules/facts/credit-code.ts';
import { readEnterprise } from '#rules/facts/read-enterprise.ts';
import { writeEnterprise } from '#rules/facts/write-enterprise.ts';
import type { Checked } from '#rules/problem.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';

const root = join(import.meta.dirname, '../..');
const { dictionary } = loadRulebook(join(root, 'packs'));
const files = readdirSync(join(root, 'examples')).filter((name) => name !== 'samples.yaml');

const valueOf = <T>(checked: Checked<T>): T => {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
};

const treeOf = (text: string): Noted => {
  const tree = valueOf(readYaml(text, 'firm.yaml'));
  if (tree === null) throw new Error('an empty file');
  return tree;
};

const body = '91320600MA0000001';
const invented = `${body}${creditCodeCheck(body)}`;

/** The file, with a code where it has none: whatever is recorded has one. */
const withCode = (name: string): string => {
  const text = readFileSync(join(root, 'examples', name), 'utf8');
  return text.includes('creditCode:') ? text : `creditCode: ${invented}\n${text}`;
};

const recorded = (name: string) => {
  const tree = treeOf(withCode(name));
  const firm = valueOf(readEnterprise(tree, dictionary));
  const code = firm.creditCode ?? '';
  const given = valueOf(factsOfFile(tree, dictionary, { enterprise: code, from: name }));
  const { good, problems } = readRows(given, dictionary, (one) => one === code);
  const records = good.map((fact, n): FactRecord => ({
    ...fact,
    id: BigInt(n),
    origin: 'firm',
    recordedAt: '2026-03-01T02:00:00.000Z',
    recordedBy: 'wang',
    reason: null,
    batch: 'file',
  }));
  return { firm, problems, records, back: toEnterprise({ code, name: firm.name ?? '' }, records, dictionary) };
};

describe('the file of a firm', () => {
  it('is one of several', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  it.each(files)('%s comes back from its records as it was', (name) => {
    const { firm, problems, records, back } = recorded(name);
    expect(problems).toEqual([]);
    expect(back.unread).toEqual([]);
    expect({ ...back.enterprise, sources: [] }).toEqual({ ...firm, sources: [] });
    expect(records.length).toBeGreaterThan(10);
    // Written as a file and read again it is still the same, with its sources.
    const again = valueOf(readEnterprise(treeOf(writeEnterprise(back.enterprise, dictionary)), dictionary));
    expect(again).toEqual(back.enterprise);
  });

  it.each(files)('%s keeps where each value comes from', (name) => {
    const { firm, back } = recorded(name);
    // Code and name stand with the enterprise itself.
    const sources = firm.sources.filter(({ fact }) => !['统一社会信用代码', '企业名称'].includes(fact));
    expect(sources.length).toBeGreaterThan(0);
    for (const { fact, year, from } of sources) {
      const same = back.enterprise.sources.filter(
        (each) => each.fact === fact && (year === null || each.year === year),
      );
      expect(same.length, fact).toBeGreaterThan(0);
      for (const each of same) expect(each).toMatchObject({ from, note: '企业填报，2026-03-01 记录' });
    }
  });
});

describe('the facts of the packs', () => {
  it('have classes: figures and persons are not for the public, and titles are', () => {
    const classes = new Map([...dictionary.facts.values()].map((fact) => [fact.path, classOf(fact)] as const));
    for (const path of [
      '营业收入',
      '研发费用',
      '从业人员',
      '资产负债率',
      '应纳税所得额',
      '税收缴纳地',
      '项目.新设备购置额',
    ])
      expect(classes.get(path), path).toBe('finances');
    for (const path of ['注册地', '称号', '培育层级', '高新技术企业']) expect(classes.get(path), path).toBe('registry');
    expect(['上市状态', '专利.申请日', '贷款.年利率'].map((path) => classes.get(path))).toEqual([
      'unpublished',
      'unpublished',
      'unpublished',
    ]);
    const persons = [...dictionary.facts.values()].filter(({ subject }) => subject === 'person');
    expect(new Set(persons.map(({ path }) => classes.get(path)))).toEqual(new Set(['person']));
  });
});
