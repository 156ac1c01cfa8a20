// Rulings compiled: who may sign, for which days, on which open point. What a clause has stated no ruling may touch.
import { describe, expect, it } from 'vitest';
import { compileHarbour, harbourWith, rulingText, type Files } from '#test/support/toy-rulings.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Ruling } from './ruling.ts';

const only = (edits: Files): Ruling => {
  const [ruling] = harbourWith(rulingText(edits)).rulings;
  if (ruling === undefined) throw new Error('no ruling');
  return ruling;
};

const codesOf = (text: string, more: Files = {}): readonly string[] =>
  compileHarbour(text, more).problems.map(
    ({ place, code }) => `${place.file.split('/').at(-1) ?? ''}:${place.line} ${code}`,
  );

describe('a ruling on an item', () => {
  it('settles a condition that the clause only names, cited with a clause of its own grade', () => {
    const ruling = only({});
    expect(ruling).toMatchObject({
      of: { kind: 'item', id: 'harbour/boat', versions: [0] },
      settles: { kind: 'unpublished', what: '最少船员', text: '船员 ≥ 4' },
      point: '最少船员',
      signedBy: '船务组',
      onBehalfOf: null,
      term: { from: '2022-07-01', to: null },
      isPublic: true,
      demo: false,
      clause: {
        key: 'harbour/r',
        evidence: 'ruling',
        says: '按四人掌握',
        document: { title: '关于造船补助的口径', issuer: '船务组', issued: '2022-06-01', evidence: 'ruling' },
      },
    });
  });

  it('is cited from the register where it names a document', () => {
    expect(only({ document: 'paper', at: '第二条' }).clause).toMatchObject({
      at: '第二条',
      evidence: 'ruling',
      document: { id: 'paper', title: '船务组口径' },
    });
  });

  it('may be signed by a named delegate of the owner', () => {
    expect(only({ 'signed-by': '船务组值班室', 'on-behalf-of': '船务组' })).toMatchObject({
      signedBy: '船务组值班室',
      onBehalfOf: '船务组',
    });
  });

  it('chooses one of the disputed readings, by its clause or by its test', () => {
    expect(only({ settles: '{ disputed: honest, clause: b }' }).settles).toMatchObject({ kind: 'disputed', chosen: 1 });
    expect(only({ settles: '{ disputed: honest, test: 守规矩 }' }).settles).toMatchObject({ chosen: 2 });
    // The same reading in other words.
    expect(only({ settles: '{ disputed: honest, test: 入会年限 不低于 5年 }' }).settles).toMatchObject({ chosen: 0 });
  });

  it('gives a number that is not published, in the row that it names', () => {
    expect(only({ settles: '{ number: rate, value: 10% }' })).toMatchObject({
      settles: { kind: 'number', number: 'rate', row: null },
      point: '比例',
    });
    const net = { of: 'harbour/net', settles: '{ number: amount, row: 2, value: 3万元 }' };
    expect(only(net)).toMatchObject({ settles: { number: 'amount', row: 2 }, point: '金额（第 2 行）' });
    const { settles } = only({ of: 'harbour/sailor', settles: '{ number: months, value: 24 }' });
    expect(settles.kind === 'number' ? printChinese(settles.value) : null).toBe('24');
    expect(only({ of: 'harbour/sailor', settles: '{ number: monthly, value: 500元 }' }).point).toBe('每月标准');
  });

  it('answers a note, gives a window, a part of the procedure, or the days of a stage', () => {
    expect(only({ settles: '{ unsettled: 发票 }' }).settles).toEqual({ kind: 'unsettled', phrase: '发票' });
    expect(only({ settles: '{ window: always }' }).settles).toEqual({ kind: 'window', window: { kind: 'always' } });
    expect(only({ settles: '{ window: { from: 03-15, to: 04-15 } }' }).settles).toMatchObject({
      window: { kind: 'yearly', from: '03-15', to: '04-15' },
    });
    expect(only({ settles: '{ procedure: { kind: confirm } }' })).toMatchObject({
      settles: { kind: 'procedure', part: 'kind', procedure: { kind: 'confirm' } },
      point: '办理方式',
    });
    expect(only({ settles: '{ procedure: { channel: 村口 } }' }).settles).toMatchObject({
      part: 'channel',
      procedure: { channel: '村口' },
    });
    expect(only({ settles: '{ days: notice, value: 5个工作日 }' }).settles).toEqual({
      kind: 'days',
      stage: 'notice',
      days: '5个工作日',
    });
  });

  it('gives stages and materials to an item that says nothing of them, cited with the ruling', () => {
    const net = { of: 'harbour/net', versions: '' };
    const { settles, clause } = only({
      ...net,
      settles: '{ procedure: { stages: [ { kind: formal, days: 3日 }, { kind: notice } ] } }',
    });
    expect(settles).toMatchObject({
      part: 'stages',
      procedure: {
        stages: [
          { kind: 'formal', days: '3日', clause },
          { kind: 'notice', days: null, clause },
        ],
      },
    });
    const materials = '{ procedure: { materials: [ { name: 船照, proves: [ 项目.造船款 ], held: 是 } ] } }';
    expect(only({ ...net, settles: materials }).settles).toMatchObject({
      procedure: { materials: [{ name: '船照', proves: ['项目.造船款'], held: true, clause: { key: 'harbour/r' } }] },
    });
  });

  it('speaks about the versions in force while it holds, unless it names them', () => {
    const note = { settles: '{ unsettled: 旧船怎么算 }', versions: '' };
    expect(only(note).of).toMatchObject({ versions: [0, 1] });
    expect(only({ ...note, to: '2023-12-31' }).of).toMatchObject({ versions: [0] });
    expect(only({ ...note, from: '2024-01-01' }).of).toMatchObject({ versions: [1] });
    expect(only({ ...note, versions: '[ 2024-01-01 ]' }).of).toMatchObject({ versions: [1] });
    // Another date than the filing date may pick any version, whenever one files.
    const mesh = { of: 'harbour/net', settles: '{ unpublished: 网眼, test: 守规矩 }', versions: '' };
    expect(only({ ...mesh, to: '2022-12-31' }).of).toMatchObject({ versions: [0, 1] });
  });
});

describe('a ruling on a gate', () => {
  const gate = { of: 'harbour/skilled', versions: '', 'signed-by': '海港村' };

  it('holds for the modes whose rule is in force while it holds', () => {
    const crew = { ...gate, settles: '{ disputed: crew, test: 船员 ≥ 3 }' };
    expect(only({ ...crew, to: '2023-12-31' }).of).toEqual({ kind: 'gate', id: 'harbour/skilled', modes: ['new'] });
    expect(only(crew).of).toMatchObject({ modes: ['new', 'review'] });
    expect(only({ ...crew, mode: 'review' }).of).toMatchObject({ modes: ['review'] });
  });

  it('may be signed by any of those who issued its documents', () => {
    const note = { ...gate, settles: '{ unsettled: 年检 }' };
    expect(only(note).signedBy).toBe('海港村');
    expect(only({ ...note, 'signed-by': '船务组' }).signedBy).toBe('船务组');
  });

  it('cannot stand beside a notice that has stated the point', () => {
    const fame = { ...gate, settles: '{ unpublished: 名声, test: 入会年限 ≥ 4年 }' };
    expect(codesOf(rulingText({ ...fame, to: '2024-12-31' }))).toEqual([]);
    expect(codesOf(rulingText({ ...fame, mode: 'review' }))).toEqual([]);
    expect(codesOf(rulingText(fame))).toEqual(['r.yaml:3 ruling-contradicts']);
  });
});

const bad: readonly (readonly [what: string, edits: Files, problems: readonly string[]])[] = [
  ['about nothing', { of: 'harbour/baot' }, ['r.yaml:2 unknown-target']],
  [
    'about a point that no clause has',
    { settles: '{ unpublished: 最少船眼, test: 船员 ≥ 4 }' },
    ['r.yaml:4 unknown-point'],
  ],
  [
    'about a condition that is stated',
    { settles: '{ unpublished: floor, test: 船员 ≥ 4 }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  [
    'about a condition that is not disputed',
    { settles: '{ disputed: floor, test: 船员 ≥ 4 }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  ['about a dispute that is not there', { settles: '{ disputed: honset, clause: b }' }, ['r.yaml:4 unknown-point']],
  ['about a number that is stated', { settles: '{ number: floor, value: 2万元 }' }, ['r.yaml:4 ruling-contradicts']],
  [
    'about a number that the benefit does not have',
    { settles: '{ number: months, value: 3 }' },
    ['r.yaml:4 unknown-point'],
  ],
  ['about a note that is not there', { settles: '{ unsettled: 发飘 }' }, ['r.yaml:4 unknown-point']],
  [
    'about a window that is stated',
    { of: 'harbour/net', settles: '{ window: always }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  [
    'about a channel that is stated',
    { of: 'harbour/net', settles: '{ procedure: { channel: 村口 } }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  [
    'about a kind that is stated',
    { of: 'harbour/net', settles: '{ procedure: { kind: confirm } }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  ['about days that are stated', { settles: '{ days: pay, value: 3日 }' }, ['r.yaml:4 ruling-contradicts']],
  [
    'about the days of a stage that is not there',
    { settles: '{ days: site, value: 3日 }' },
    ['r.yaml:4 unknown-point'],
  ],
  ['in force in a version that has stated the point', { versions: '' }, ['r.yaml:3 ruling-contradicts']],
  [
    'on a number that a later version states',
    { versions: '', settles: '{ number: rate, value: 10% }' },
    ['r.yaml:3 ruling-contradicts'],
  ],
  ['for a version that is not there', { versions: '[ 2023-01-01 ]' }, ['r.yaml:3 unknown-version']],
  ['for a version that is over before it begins', { from: '2024-02-01' }, ['r.yaml:3 unknown-version']],
  [
    'before any version',
    { versions: '', from: '2021-01-01', to: '2021-12-31', 'signed-on': '2020-12-01' },
    ['r.yaml:6 ruling-outside'],
  ],
  ['with a test in unknown names', { settles: '{ unpublished: 最少船员, test: 船圆 ≥ 4 }' }, ['r.yaml:4 unknown-name']],
  ['with a value of the wrong type', { settles: '{ number: rate, value: 10万元 }' }, ['r.yaml:4 wrong-type']],
  ['with a rate above 100 %', { settles: '{ number: rate, value: 120% }' }, ['r.yaml:4 rate-out-of-range']],
  ['with a cap below the stated floor', { settles: '{ number: cap, value: 9000元 }' }, ['r.yaml:4 min-above-max']],
  [
    'with a reading that no source has',
    { settles: '{ disputed: honest, test: 入会年限 ≥ 4年 }' },
    ['r.yaml:4 not-a-reading'],
  ],
  ['that does not say which reading', { settles: '{ disputed: honest }' }, ['r.yaml:4 missing-key']],
  ['that names a clause with two readings', { settles: '{ disputed: honest, clause: a }' }, ['r.yaml:4 not-a-reading']],
  [
    'that does not say which of two rows',
    { of: 'harbour/net', settles: '{ number: amount, value: 3万元 }' },
    ['r.yaml:4 ambiguous-number'],
  ],
  [
    'that names a row that is stated',
    { of: 'harbour/net', settles: '{ number: amount, row: 3, value: 3万元 }' },
    ['r.yaml:4 ruling-contradicts'],
  ],
  [
    'that names no row by number',
    { of: 'harbour/net', settles: '{ number: amount, row: 第二行, value: 3万元 }' },
    ['r.yaml:4 not-a-number'],
  ],
  ['on two points at once', { settles: '{ unsettled: 发票, window: always }' }, ['r.yaml:4 two-forms']],
  [
    'on two parts of the procedure',
    { settles: '{ procedure: { kind: apply, channel: 村口 } }' },
    ['r.yaml:4 two-forms'],
  ],
  ['without a point', { settles: '{ value: 3 }' }, ['r.yaml:4 no-form']],
  [
    'with stages out of order',
    {
      of: 'harbour/prize',
      versions: '',
      'signed-by': '村长',
      settles: '{ procedure: { stages: [ { kind: pay }, { kind: formal } ] } }',
    },
    ['r.yaml:4 wrong-signer', 'r.yaml:3 stage-order'],
  ],
  ['with unknown days', { settles: '{ days: notice, value: unknown }' }, ['r.yaml:4 bad-duration']],
  ['with days that are none', { settles: '{ days: notice, value: 一周 }' }, ['r.yaml:4 bad-duration']],
  ['signed by another', { 'signed-by': '码头' }, ['r.yaml:5 wrong-signer']],
  ['signed for another', { 'signed-by': '值班室', 'on-behalf-of': '码头' }, ['r.yaml:10 wrong-signer']],
  ['on an item without an owner', { of: 'harbour/prize', settles: '{ unsettled: 谁来评 }' }, ['r.yaml:5 wrong-signer']],
  ['in force before it was signed', { 'signed-on': '2022-07-02' }, ['r.yaml:7 before-signed']],
  ['that ends before it begins', { to: '2022-06-30' }, ['r.yaml:10 from-after-to']],
  ['on a day that does not exist', { 'signed-on': '2022-02-30' }, ['r.yaml:6 bad-date']],
  ['that does not say whether it is public', { public: '' }, ['r.yaml:1 missing-key']],
  ['citing no document of the register', { document: 'papre' }, ['r.yaml:10 unknown-document']],
  ['citing a document that is too weak', { document: 'talk' }, ['r.yaml:10 grade-above-document']],
  ['with the id of another pack', { id: 'port/r' }, ['r.yaml:1 id-without-pack']],
  ['on an item with a mode', { mode: 'new' }, ['r.yaml:10 not-for-items']],
  ['on a gate with versions', { of: 'harbour/skilled', settles: '{ unsettled: 年检 }' }, ['r.yaml:3 not-for-gates']],
  [
    'on the benefit of a gate',
    { of: 'harbour/skilled', versions: '', settles: '{ number: cap, value: 1元 }' },
    ['r.yaml:3 not-for-gates'],
  ],
  [
    'on a gate before its rule',
    { of: 'harbour/skilled', versions: '', mode: 'review', to: '2023-12-31', settles: '{ unsettled: 年检 }' },
    ['r.yaml:9 ruling-outside'],
  ],
  [
    'on what a gate states',
    { of: 'harbour/skilled', versions: '', settles: '{ disputed: years, test: 船员 ≥ 4 }' },
    ['r.yaml:3 ruling-contradicts'],
  ],
];

it.each(bad)('a ruling %s is refused, at its place', (_, edits, problems) => {
  expect(codesOf(rulingText(edits)).toSorted()).toEqual([...problems].toSorted());
});

it('says in Chinese that a ruling cannot change what the clause states, and what to do', () => {
  const [problem] = compileHarbour(rulingText({ settles: '{ number: floor, value: 2万元 }' })).problems;
  expect(problem).toMatchObject({ message: '口径不能改动条款已写明的内容', found: 'floor' });
  expect(problem?.remedy).toContain('versions');
});

describe('two rulings', () => {
  const two = (second: Files): string => rulingText({}) + rulingText({ id: 'harbour/s', ...second });

  it('on one point on one day are refused', () => {
    expect(codesOf(two({}))).toEqual(['r.yaml:10 ruling-clash']);
    expect(codesOf(two({ from: '2023-01-01' }))).toEqual(['r.yaml:10 ruling-clash']);
    expect(codesOf(two({ id: 'harbour/r', from: '2023-01-01' }))).toEqual([
      'r.yaml:10 ruling-clash',
      'r.yaml:10 duplicate-id',
    ]);
  });

  it('may follow one another, or stand side by side on different points', () => {
    const ended = rulingText({ to: '2022-12-31' });
    expect(codesOf(ended + rulingText({ id: 'harbour/s', from: '2023-01-01' }))).toEqual([]);
    expect(codesOf(two({ settles: '{ number: cap, value: 5万元 }' }))).toEqual([]);
    const row = (id: string, number: number): string =>
      rulingText({ id, of: 'harbour/net', settles: `{ number: amount, row: ${number}, value: 3万元 }` });
    expect(codesOf(row('harbour/r', 1) + row('harbour/s', 2))).toEqual([]);
    expect(codesOf(row('harbour/r', 1) + row('harbour/s', 1))).toEqual(['r.yaml:10 ruling-clash']);
  });
});

it('is not judged while the rule that it speaks about has problems of its own', () => {
  const broken = compileHarbour(rulingText({}), {
    'harbour/items/items.yaml':
      'id: harbour/boat\nname: 船\nkind: award\nsubject: project\ntheme: 船\nowner: 船务组\nversions: [ { from: 2022-01-01, benefit: { amount: 5元 } } ]\n',
  });
  expect(broken.problems.map(({ code }) => code)).toEqual(['no-clause']);
});
