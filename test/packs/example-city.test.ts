// The second city: written from docs/pack-authors.md, right by itself, and out of the way of the first.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPacks, loadRulebook } from '#cli/packs-folder.ts';
import { assess } from '#rules/assess/assess.ts';
import { readFirmFor } from '#rules/assess/read-firm.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { readYaml } from '#rules/yaml/noted.ts';

const root = join(import.meta.dirname, '../..');
const city = join(root, 'packs/example-city');
const withCity = loadRulebook(city);
const usual = loadRulebook(join(root, 'packs'));

const on = (text: string) => {
  const date = readDate(text);
  if (date === null) throw new Error(text);
  return date;
};

const firmOf = (book: Rulebook, text: string) => {
  const noted = readYaml(text, 'firm.yaml');
  if (!noted.ok || noted.value === null) throw new Error('the file of the firm is no YAML');
  const read = readFirmFor(noted.value, { book, on: on('2024-09-01') });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the example city', () => {
  it('is read by check and test, and otherwise only when it is named', () => {
    const ids = (book: Rulebook) => book.packs.map(({ id }) => id);
    expect(ids(withCity)).toContain('example-city');
    expect(ids(usual)).not.toContain('example-city');
    const { compiled } = loadPacks(join(root, 'packs'), { examples: true });
    expect(compiled.problems).toEqual([]);
    // Its worked cases are among those that are run, and mutated, with the others.
    const names = readdirSync(join(city, 'cases')).map((name) => `example-city/cases/${name}`);
    expect(names.length).toBeGreaterThan(0);
    expect(compiled.cases.map(({ path }) => path)).toEqual(expect.arrayContaining(names));
  });

  it('names nothing of another city, and no other pack names it', () => {
    expect(textsIn(city).filter((text) => /南通|nantong|jiangsu/.test(text))).toEqual([]);
    const others = ['national', 'jiangsu', 'nantong', 'nantong-demo'].flatMap((pack) =>
      textsIn(join(root, 'packs', pack)),
    );
    expect(others.filter((text) => /example-city|示例市/.test(text))).toEqual([]);
  });

  it('says of every document that it is invented', () => {
    const own = [...withCity.documents.values()].filter(({ id }) => id.startsWith('ec-'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ title }) => !title.startsWith('（虚构）'))).toEqual([]);
  });

  it('gives its firm what its own clauses promise, to the fen', () => {
    const firm = firmOf(
      withCity,
      `name: 示例机械
facts: { 注册地: 示例市东区, 规上工业企业: 是, 称号: [{ 名称: 小巨人, 方式: 新认定, 认定日期: 2024-07-01 }] }
projects: [{ name: 甲线, facts: { 类型: 智能化技术改造, 新设备购置额: 4567890.12元, 开工日期: 2024-03-01 } }]
loans: [{ name: 乙行, facts: { 贷款用途: 固定资产贷款, 当年实付利息: 12345.67元 } }]
`,
    );
    const { items } = assess(withCity, firm, on('2024-09-01'));
    const amounts = items
      .filter(({ id, verdict }) => id.startsWith('example-city/') && verdict === 'eligible')
      .map(({ id, amount }) => ({ id, low: amount?.low, high: amount?.high }));
    expect(amounts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      // 30万元 for the little giant.
      { id: 'example-city/award-ladder', low: 30_000_000n, high: 30_000_000n },
      // A service: no amount.
      { id: 'example-city/free-diagnosis', low: undefined, high: undefined },
      // 12,345.67 × 50 % = 6,172.835, down to whole 分.
      { id: 'example-city/interest-subsidy', low: 617_283n, high: 617_283n },
      // 4,567,890.12 × 10 % = 456,789.012, down to whole 元.
      { id: 'example-city/subsidy-retrofit', low: 45_678_900n, high: 45_678_900n },
    ]);
  });

  it('has nothing for a firm of Nantong, and Nantong no money for its firm', () => {
    const nantong = firmOf(withCity, 'facts: { 注册地: 南通市崇川区, 规上工业企业: 是 }\n');
    const here = assess(withCity, nantong, on('2024-09-01')).items.filter(({ id }) => id.startsWith('example-city/'));
    expect(here.length).toBeGreaterThan(5);
    expect(here.filter(({ applies }) => applies !== false)).toEqual([]);
    const own = firmOf(withCity, 'facts: { 注册地: 示例市东区 }\n');
    const there = assess(withCity, own, on('2024-09-01')).items.filter(({ id }) => id.startsWith('nantong/'));
    expect(
      there.filter(({ verdict, amount }) => verdict === 'eligible' && amount !== null && amount.high !== 0n),
    ).toEqual([]);
  });
});
