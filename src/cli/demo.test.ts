// Demo packs through the real command line: loaded when asked for, marked wherever they decide, and needed by nothing outside.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, tihang } from '#test/support/tihang.ts';
import { harbour, rulingText, type Files } from '#test/support/toy-rulings.ts';

const folders: string[] = [];
const make = (files: Files): string => {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const demoPack = 'id: play\nname: 演示口径：海港村\nbuilds-on: [harbour]\ndemo: 是\n';
const demoRuling = rulingText({ id: 'play/r', says: '演示口径：按四人掌握' });
const boat = '{ 船员: 4, 入会年限: 9年, 守规矩: 是, 项目: { 造船款: 50万元 } }';
const cases = (more: string, expect: string): string =>
  `- title: 四人的船\n  item: harbour/boat\n  on: 2022-08-01\n  ${more}given: ${boat}\n  expect: ${expect}\n`;
const open = '{ verdict: undetermined, reasons: [unpublished], rulings: [] }';
const settled = '{ verdict: eligible, rulings: [play/r] }';

const city: Files = {
  ...harbour,
  'harbour/cases/boats.yaml': cases('', open),
  'play/pack.yaml': demoPack,
  'play/rulings/r.yaml': demoRuling,
  'play/cases/boats.yaml': cases('', settled) + cases('demo: 否\n  ', open),
};

const firm = join(
  make({
    'firm.yaml':
      'facts: { 船员: 4, 入会年限: 9年, 守规矩: 是 }\nprojects: [ { name: 甲, facts: { 造船款: 50万元 } } ]\n',
  }),
  'firm.yaml',
);

const evaluate = (packs: string, ...more: readonly string[]) =>
  tihang('evaluate', '--item', 'harbour/boat', '--facts', firm, '--on', '2022-08-01', '--packs', packs, ...more);

describe('a demo pack', () => {
  const packs = make(city);

  it('is left out unless demo mode is asked for', () => {
    const without = JSON.parse(evaluate(packs, '--json').out);
    expect([without.verdict, without.rulings]).toEqual(['undetermined', []]);
    const assessed = JSON.parse(tihang('assess', firm, '--on', '2022-08-01', '--packs', packs, '--json').out);
    expect(assessed.rulebook.packs).toEqual(['harbour']);
    const inDemo = JSON.parse(tihang('assess', firm, '--on', '2022-08-01', '--packs', packs, '--demo', '--json').out);
    expect(inDemo.rulebook.packs).toEqual(['harbour', 'play']);
    expect(inDemo.rulebook.hash).not.toBe(assessed.rulebook.hash);
  });

  it('marks what it decides, in JSON and in words', () => {
    const result = JSON.parse(evaluate(packs, '--demo', '--json').out);
    expect(result.verdict).toBe('eligible');
    expect(result.rulings).toEqual([
      {
        id: 'play/r',
        says: '演示口径：按四人掌握',
        signedBy: '船务组',
        signedOn: '2022-06-01',
        settles: '最少船员',
        demo: true,
      },
    ]);
    expect(JSON.stringify(result.conditions)).toContain('"key":"play/r"');
    expect(JSON.stringify(result.conditions)).toContain('"demo":true');
    const words = evaluate(packs, '--demo').out;
    expect(words).toContain('〔演示口径：关于造船补助的口径·演示口径〕');
    expect(words).toContain('口径「最少船员」：演示口径：按四人掌握（船务组 2022-06-01 · 演示口径）');
    expect(evaluate(packs).out).not.toContain('演示口径');
    expect(tihang('assess', firm, '--on', '2022-08-01', '--packs', packs, '--demo').out).toContain(
      '按口径 1 条（演示口径）',
    );
  });

  it('brings its cases with it; those of real packs are run without it', () => {
    expect(tihang('test', packs).out).toContain('手写算例 1 个通过、0 个失败');
    expect(tihang('test', packs, '--demo').out).toContain('手写算例 3 个通过、0 个失败');
    const mutated = tihang('test', packs, '--demo', '--mutate');
    // No case looks at the first day of the ruling, nor at its threshold from below: these must be told.
    expect(mutated.code).toBe(1);
    expect(mutated.err).toContain('play/r#from 2022-07-01→2022-06-30');
    expect(mutated.err).toContain('play/r#最少船员 4→3');
    expect(mutated.err).not.toContain('撤回');
  });

  it('is checked together with the others, and the others alone', () => {
    const ran = tihang('check', packs);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('1 条口径');
    expect(ran.out).toContain('去掉演示规则包同样没有问题');
  });
});

const refused: readonly (readonly [what: string, more: Files, ...words: readonly string[]])[] = [
  [
    'a real item that names a stacking rule of it',
    {
      'play/stacking.yaml':
        'clauses: [ { key: s, document: rule-1, evidence: primary, says: 从高 } ]\nrules: [ { id: play/one, scope: project, rule: highest, clause: s } ]\n',
      'harbour/items/items.yaml': harbour['harbour/items/items.yaml'].replace(
        '    owner: 船务组\n',
        '    owner: 船务组\n    stacking: [ play/one ]\n',
      ),
    },
    'harbour/items/items.yaml:12:',
    '不加载演示规则包时',
    'play/one',
  ],
  [
    'a real document that is followed by one of it',
    {
      'play/documents.yaml': '- { id: play-paper, title: 演示口径：文件, evidence: ruling }\n',
      'harbour/documents.yaml': harbour['harbour/documents.yaml'].replace(
        '{ id: talk,',
        '{ id: talk, successor: play-paper,',
      ),
    },
    'harbour/documents.yaml:3:',
    '不加载演示规则包时',
    'play-paper',
  ],
  [
    'a real case that expects its rulings',
    { 'harbour/cases/boats.yaml': cases('', '{ rulings: [play/r] }') },
    'harbour/cases/boats.yaml:5:',
    'play/r',
  ],
  [
    'a pack that builds on it',
    { 'port/pack.yaml': 'id: port\nname: 港口\nbuilds-on: [play]\n' },
    'port/pack.yaml:3:',
    '规则包不能以演示规则包为基础',
    'play',
  ],
  [
    'a ruling of it that does not say what it is',
    { 'play/rulings/r.yaml': rulingText({ id: 'play/r' }) },
    'play/rulings/r.yaml:9:',
    '演示口径',
  ],
  [
    'a name that does not say what it is',
    { 'play/pack.yaml': demoPack.replace('演示口径：', '') },
    'play/pack.yaml:2:',
  ],
  [
    'a ruling of it that cites a real document',
    { 'play/rulings/r.yaml': rulingText({ id: 'play/r', says: '演示口径：按四人掌握', document: 'paper' }) },
    'play/rulings/r.yaml:10:',
    '演示口径不能引用真实的文件',
  ],
];

describe('the check of demo packs', () => {
  for (const [what, more, ...words] of refused) {
    it(`${what} is told, with its place`, () => {
      const ran = tihang('check', make({ ...city, ...more }));
      expect(ran.code).toBe(1);
      for (const word of words) expect(ran.err).toContain(word);
    });
  }
});
