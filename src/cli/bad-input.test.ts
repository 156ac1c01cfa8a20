// Bad input of every kind, through the real command line: a clear error with place and remedy, exit 1, never a stack trace or a partial result.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, tihang, type Ran } from '#test/support/tihang.ts';
import { brokenCity, toyCity, type ToyFile } from '#test/support/toy-city.ts';

const folders: string[] = [];
const make = (files: Readonly<Record<string, string>>): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const refused = (ran: Ran, ...words: readonly string[]): void => {
  expect(ran.code, ran.err).toBe(1);
  expect(ran.out).toBe('');
  expect(ran.err).not.toMatch(/\n\s+at |Error:|node:internal|undefined|\[object/);
  for (const word of words) expect(ran.err).toContain(word);
};

const assessFirm = (text: string, name = 'firm.yaml'): Ran =>
  tihang('assess', join(make({ [name]: text }), name), '--on', '2025-06-01', '--json');

describe('an enterprise file with something wrong in it', () => {
  const cases: readonly (readonly [what: string, text: string, ...words: string[]])[] = [
    ['an unknown fact', 'facts: { 营业收人: { 2024: 100万元 } }', 'firm.yaml:1:', '营业收人', '营业收入'],
    ['an unknown key', 'fact: {}', 'firm.yaml:1:', 'facts'],
    ['money without a unit', 'facts: { 营业收入: { 2024: 5000 } }', 'firm.yaml:1:', '5000', '万元'],
    ['a wrong unit', 'facts:\n  从业人员: { 2024: 300件 }', 'firm.yaml:2:', '300件', '人'],
    ['a negative head count', 'facts:\n  从业人员: { 2024: -3 }', 'firm.yaml:2:', '-3'],
    ['a share above 100 %', 'facts: { 主导产品国内市场占有率: 120% }', '120%', '100%'],
    ['a bare ratio', 'facts: { 主导产品国内市场占有率: 0.12 }', '0.12', '%'],
    ['a date that does not exist', 'facts: { 注册日期: 2023-02-30 }', '2023-02-30'],
    ['a level that does not exist', 'facts: { 培育层级: 小巨入 }', '小巨入', '小巨人'],
    ['a value for a series without its year', 'facts: { 营业收入: 100万元 }', '营业收入: {', '100万元'],
    [
      'a credit code whose check digit is wrong',
      'creditCode: 91320600138738315M\nfacts: {}',
      'firm.yaml:1:',
      '91320600138738315M',
    ],
    ['a credit code of the wrong length', 'creditCode: 9132060013873831\nfacts: {}', '18'],
    [
      'a grant of an item that the packs do not have',
      'facts: {}\nreceived: [{ item: nantong/award-little-gaint, date: 2024-08-01, amount: 50万元 }]',
      'firm.yaml:2:',
      'nantong/award-little-giant',
    ],
    [
      'a grant received after the filing date',
      'facts: {}\nreceived: [{ item: 省级专项, date: 2025-06-02, amount: 50万元 }]',
      'firm.yaml:2:',
      '2025-06-02',
      '不晚于 2025-06-01',
    ],
    [
      'a title that looks like a level',
      'facts: { 称号: [{ 名称: “小巨人”企业 }] }',
      'firm.yaml:1:',
      '是否想写「小巨人」',
    ],
    ['broken YAML', 'facts: { 营业收入: [', 'firm.yaml:'],
    ['a key twice', 'facts:\n  注册日期: 2020-01-01\n  注册日期: 2021-01-01', 'firm.yaml:3:', '注册日期'],
    ['a key without a value', 'facts:\n  注册日期:', 'firm.yaml:2:', '注册日期'],
    ['an alias bomb', 'a: &a [1]\nfacts: { x: *a }', 'firm.yaml:1:'],
    ['an empty file', '', 'firm.yaml'],
  ];
  for (const [what, text, ...words] of cases) {
    it(`names ${what}, where it stands and what to do`, () => refused(assessFirm(text), ...words));
  }

  it('reports every problem at once', () => {
    const ran = assessFirm('creditCode: 123\nfacts:\n  注册日期: 昨天\n  从业人员: { 2024: -3 }\n  没有这个: 1');
    refused(ran, 'firm.yaml:1:', 'firm.yaml:3:', 'firm.yaml:4:', 'firm.yaml:5:');
  });

  it('refuses a file nested too deep and a file too large', () => {
    refused(assessFirm(`facts: ${'['.repeat(5000)}${']'.repeat(5000)}`), 'firm.yaml');
    refused(assessFirm(`facts: { 企业名称: "${'长'.repeat(3_000_000)}" }`), 'firm.yaml');
  });

  it('reads JSON with the same care', () => {
    refused(assessFirm('{ "facts": { "revenue": { "2024": 100 } } }', 'firm.json'), 'firm.json:1:', '万元');
  });

  it('refuses bytes that are no UTF-8 text', () => {
    const folder = make({ 'nul.yaml': 'name: "\u0000"\nfacts: {}' });
    const gbk = join(folder, 'gbk.yaml');
    writeFileSync(gbk, Buffer.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xcb, 0xc4, 0xb7, 0xbd]));
    refused(tihang('assess', gbk, '--on', '2025-06-01'), 'gbk.yaml', 'UTF-8');
    refused(tihang('assess', join(folder, 'nul.yaml'), '--on', '2025-06-01'), 'nul.yaml');
  });

  it('says so when the file is not there, or is a folder', () => {
    refused(tihang('assess', '/nowhere/firm.yaml', '--on', '2025-06-01'), '/nowhere/firm.yaml');
    refused(tihang('assess', make({ 'a/b': '' }), '--on', '2025-06-01'));
  });

  it('names the nearest item or gate when an id is a slip', () => {
    const firm = join(make({ 'firm.yaml': 'facts: {}' }), 'firm.yaml');
    refused(tihang('explain', firm, 'nantong/award-little-gaint'), 'nantong/award-little-giant');
    refused(tihang('gate', 'national/xjr-2025', '--facts', firm), 'national/xjr-20');
  });
});

const check = (files: Readonly<Record<string, string>>): Ran => tihang('check', make(files));

describe('a pack with something wrong in it', () => {
  it('is accepted while nothing is wrong', () => {
    const ran = check(toyCity);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
  });

  const boats: ToyFile = 'harbour/items/boats.yaml';
  const levels: ToyFile = 'harbour/ladder/levels.yaml';
  const cases: readonly (readonly [
    what: string,
    file: ToyFile,
    from: string,
    to: string,
    ...words: readonly string[],
  ])[] = [
    ['an unknown name', boats, '项目.造船款 ≥ 5万元', '项目.造船钱 ≥ 5万元', '造船钱', '造船款'],
    ['a wrong unit in an expression', boats, '项目.造船款 ≥ 5万元', '项目.造船款 ≥ 5人'],
    ['money compared with a bare number', boats, '项目.造船款 ≥ 5万元', '项目.造船款 ≥ 50000', '万元'],
    [
      'an ASCII comma that cuts an expression',
      levels,
      '{ id: catch, test: 上年(渔获收入) ≥ 10万元 }',
      '{ id: catch, test: 复合增长率(渔获收入, 2) ≥ 5% }',
      '，',
    ],
    ['an unknown key', boats, 'theme: 渔船', 'theem: 渔船', 'theem', 'theme'],
    ['a clause that is not there', boats, 'clause: a3 }\n        benefit', 'clause: a9 }\n        benefit', 'a9', 'a3'],
    [
      'a document that is not there',
      'harbour/stacking.yaml',
      'document: rule-1',
      'document: rule-2',
      'rule-2',
      'rule-1',
    ],
    [
      'overlapping versions',
      boats,
      '      - from: 2024-01-01\n        eligible: { id: floor',
      '      - from: 2024-01-01\n        to: 2025-12-31\n        benefit: { none: 是 }\n      - from: 2025-01-01\n        eligible: { id: floor',
      '2025',
    ],
    [
      'conflicting overlays',
      levels,
      'overlays:\n',
      'overlays:\n  - { id: harbour/again, gate: harbour/skilled, mode: new, from: 2025-06-01, to: 2025-06-30, waive: years, clause: g }\n',
      'harbour/again',
    ],
    ['an overlay on a condition that is not there', levels, 'waive: years', 'waive: yeers', 'yeers', 'years'],
    [
      'contradictory stacking',
      'harbour/stacking.yaml',
      'rules:\n',
      'rules:\n  - { id: harbour/either, scope: project, rule: choose-one, clause: s }\n',
      'harbour/either',
    ],
    [
      'a derived fact that needs itself',
      'harbour/facts/village.yaml',
      'derived: 上年(渔获收入) ÷ 10',
      'derived: 人均渔获 ÷ 10',
      '人均渔获',
    ],
    ['a level that is not there', levels, 'to: 熟手', 'to: 老手', '老手'],
    [
      'an impossible date',
      boats,
      'from: 2024-01-01\n        eligible: { id: floor',
      'from: 2024-02-30\n        eligible: { id: floor',
      '2024-02-30',
    ],
    ['broken YAML', boats, 'items:', 'items: [', 'boats.yaml:'],
    [
      'a worked case about an item that is not there',
      'harbour/cases/boats.yaml',
      'item: harbour/boat',
      'item: harbour/baot',
      'harbour/baot',
      'harbour/boat',
    ],
    ['a worked case that is broken YAML', 'harbour/cases/boats.yaml', '- title', '- [ title', 'boats.yaml:'],
  ];
  for (const [what, file, from, to, ...words] of cases) {
    it(`names ${what}, where it stands and what to do`, () => {
      const ran = check(brokenCity(file, from, to));
      refused(ran, ...words);
      expect(ran.err).toMatch(/harbour\/[\w/-]+\.yaml:\d+:\d+/);
    });
  }

  it('is never evaluated', () => {
    const packs = make(brokenCity('harbour/items/boats.yaml', '项目.造船款 ≥ 5万元', '项目.造船钱 ≥ 5万元'));
    const firm = join(make({ 'firm.yaml': 'facts: {}' }), 'firm.yaml');
    refused(tihang('assess', firm, '--packs', packs, '--json'), '造船钱');
  });

  it('says so when the folder holds no pack', () => {
    const folder = make({ 'x.txt': '' });
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty/notes.txt'), '');
    refused(tihang('check', folder), 'pack.yaml');
    refused(tihang('check', '/nowhere'), '/nowhere');
  });
});

describe('wrong usage', () => {
  const cases: readonly (readonly string[])[] = [
    ['asess'],
    ['assess'],
    ['assess', 'a.yaml', 'b.yaml'],
    ['assess', 'a.yaml', '--no'],
    ['evaluate', '--facts', 'a.yaml'],
    ['gate', 'national/xjr-2026'],
    ['calendar', 'add', '2026-13-01', '7工作日'],
    ['calendar', 'add', '2026-09-30', '7天'],
    ['export', 'xml'],
    [],
  ];
  it.each(cases.map((words) => [words.join(' '), words] as const))(
    'tihang %s ends with 2 and says how',
    (_line, words) => {
      const ran = tihang(...words);
      expect(ran.code).toBe(2);
      expect(ran.err + ran.out).toContain('tihang');
      expect(ran.err).not.toMatch(/\n\s+at /);
    },
  );

  it('prints help for every command', () => {
    for (const name of ['check', 'test', 'assess', 'evaluate', 'gate', 'explain', 'calendar', 'serve', 'export']) {
      const ran = tihang(name, '--help');
      expect(ran.code, name).toBe(0);
      expect(ran.out).toContain(`用法：tihang ${name}`);
    }
  });
});
