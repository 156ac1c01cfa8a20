// The toy packs use every feature of the format; what they say must arrive in the rulebook, piece by piece.
import { describe, expect, it } from 'vitest';
import { compilePacks } from './compile.ts';
import { ungrounded } from './evidence.ts';
import type { Condition, Gate, IndicatorRule, Item, Rulebook } from './rulebook.ts';
import { toyAnd, toyFiles, toyWith } from '#test/packs-toy/read-toy.ts';

const compiled = compilePacks(toyFiles, 'sha256:toy');

const bookOf = (): Rulebook => {
  if (compiled.rulebook === null) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.rulebook;
};

const book = bookOf();

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not in the toy packs');
  return value;
};

const gate = (id: string): Gate => found(book.gates.get(id));
const item = (id: string): Item => found(book.items.get(id));

const childrenOf = (condition: Condition | null): readonly Condition[] =>
  condition !== null && (condition.kind === 'all' || condition.kind === 'any') ? condition.of : [];

const child = (condition: Condition | null, id: string): Condition =>
  found(childrenOf(condition).find((one) => one.id === id));

const rule = (id: string): IndicatorRule => {
  const table = found(book.scores.get('guild/score'));
  return found(table.indicators.find((indicator) => indicator.id === id)).rule;
};

describe('packs', () => {
  it('come in the order in which they build on one another', () => {
    expect(book.packs).toEqual([
      { id: 'guild', name: '手艺行会', division: null, buildsOn: [], demo: false },
      { id: 'willow', name: '柳城', division: '320000', buildsOn: ['guild'], demo: false },
    ]);
    expect(book.hash).toBe('sha256:toy');
  });

  it('hand on their worked cases unread', () => {
    expect(compiled.cases.map(({ path }) => path)).toEqual(['willow/cases/tools.yaml']);
  });

  it('may use one name for different sets when neither sees the other', () => {
    const elm = [
      { path: 'elm/pack.yaml', text: 'id: elm\nname: 榆城\nbuilds-on: [guild]\n' },
      { path: 'elm/sets.yaml', text: '- { name: 城里, of: 地图, in: [枫城] }\n' },
    ];
    const { rulebook } = compilePacks([...toyFiles, ...elm], 'sha256:toy');
    const applies = rulebook?.items.get('willow/title-prize')?.versions[0]?.applies;
    const set = applies?.kind === 'test' && applies.test.kind === 'membership' ? applies.test.set : null;
    expect(set).toMatchObject({ kind: 'named', set: { name: '城里', members: ['柳城南镇'] } });
    expect([...(rulebook?.sets.values() ?? [])].map(({ name, members }) => `${name} ${members.join()}`)).toEqual([
      '城里 枫城',
      '城里 柳城南镇',
      '细活 木作,陶作',
    ]);
  });

  it('register documents, with null for what is not known', () => {
    expect(book.documents.get('charter-2')).toEqual({
      id: 'charter-2',
      title: '行会章程（修订）',
      number: null,
      issuer: '行会',
      issued: '2023-12',
      from: '2024-01-01',
      to: 'unknown',
      seen: '2025-06-30',
      evidence: 'primary',
      successor: null,
      note: null,
    });
  });
});

describe('the dictionary', () => {
  it('holds every fact by path and by key', () => {
    expect(book.dictionary.facts.get('项目.器具款')).toBe(book.dictionary.byKey.get('project.tools'));
    expect(book.dictionary.byKey.get('age')).toMatchObject({
      path: '坊龄',
      type: { kind: 'number', unit: '年' },
      min: { n: 0n, d: 1n },
      max: { n: 500n, d: 1n },
      change: 'time',
      growsUp: false,
      yearly: false,
    });
  });

  it('attaches a derivation to a derived fact, as an expression or as a table', () => {
    expect(book.dictionary.facts.get('工料占比')?.derived?.kind).toBe('expression');
    const size = book.dictionary.facts.get('规模')?.derived;
    expect(size?.kind === 'first' ? size.rows.map(({ when }) => when?.clause?.key ?? null) : null).toEqual([
      'size',
      'size',
      null,
    ]);
  });

  it('declares what a reviewer judges as a fact of the right subject and type', () => {
    expect(book.dictionary.facts.get('活计属上品')).toMatchObject({
      judged: true,
      type: { kind: 'boolean' },
      subject: 'enterprise',
    });
    expect(book.dictionary.facts.get('项目.图样清楚')).toMatchObject({
      judged: true,
      type: { kind: 'boolean' },
      subject: 'project',
    });
    expect(book.dictionary.facts.get('花样新意')).toMatchObject({
      judged: true,
      type: { kind: 'number', unit: null },
      min: { n: 0n, d: 1n },
      max: { n: 10n, d: 1n },
    });
  });

  it('spells a node of a tree with its ancestors in front', () => {
    const map = found(book.dictionary.trees.get('地图'));
    expect(map.parents.get('柳城南镇')).toBe('柳城');
    expect(map.aliases.get('东州柳城南镇')).toBe('柳城南镇');
    expect(map.aliases.has('南镇')).toBe(false);
  });

  it('names sets by the nodes they mean, with what is unsettled apart', () => {
    expect(book.sets.get('城里')).toEqual({
      name: '城里',
      of: '地图',
      members: ['柳城南镇'],
      unsettled: ['柳城北镇'],
      clause: 'area',
    });
    expect(book.sets.get('细活')).toEqual({
      name: '细活',
      of: null,
      members: ['木作', '陶作'],
      unsettled: [],
      clause: null,
    });
  });

  it('dates parameters, in fen', () => {
    expect(book.dictionary.parameters.get('会费标准')?.values).toMatchObject([
      { from: '0001-01-01', value: { n: 10_000n, d: 1n }, text: '100元', clause: { key: 'dues' } },
      { from: '2024-01-01', value: { n: 12_000n, d: 1n }, text: '120元', clause: { key: 'dues' } },
    ]);
  });
});

describe('the ladder', () => {
  it('orders the levels as written', () => {
    expect(book.levels).toEqual(['未评', '学徒坊', '匠人坊', '大师坊']);
  });

  it('ends an open term the day before the next gate of that level and mode starts', () => {
    expect(gate('guild/journeyman-2020').terms).toEqual({
      new: { from: '2020-01-01', to: '2023-12-31', seen: null },
      review: { from: '2020-01-01', to: '2024-12-31', seen: null },
    });
    expect(gate('guild/journeyman-2024').terms).toEqual({
      new: { from: '2024-01-01', to: 'unknown', seen: '2025-06-30' },
      review: { from: '2025-01-01', to: null, seen: null },
    });
  });

  it('ends a term whose end is not known where the next gate starts, and keeps the note', () => {
    const next =
      'gates:\n  - { id: willow/journeyman-2026, name: 匠人坊条件（再修订）, to: 匠人坊, new: { from: 2026-01-01 }, clause: gates-3, require: 手艺 = 木作 }\n';
    const clause =
      'clauses:\n  - { key: gates-3, document: charter-2, at: 第六条, evidence: primary, says: 坊级的条件（再修订） }\n';
    const { rulebook } = compilePacks(toyAnd('willow/ladder/next.yaml', `${clause}${next}`), 'toy');
    expect(rulebook?.gates.get('guild/journeyman-2024')).toMatchObject({
      terms: { new: { from: '2024-01-01', to: '2025-12-31' }, review: { from: '2025-01-01', to: null } },
      unsettled: ['有效期待核'],
    });
  });

  it('leaves an alternative gate beside the rule', () => {
    expect(gate('guild/journeyman-by-fair').terms).toEqual({
      new: { from: '2020-01-01', to: null, seen: null },
      review: null,
    });
  });

  it('keeps the structure of a condition, its ids, its mode and its clause', () => {
    const require = gate('guild/journeyman-2020').require;
    expect(childrenOf(require).map(({ kind, id }) => `${kind} ${id ?? ''}`)).toEqual([
      'test j20-sales',
      'test j20-growth',
      'any j20-craft',
      'first j20-route',
      'not j20-honest',
      'judged j20-judged',
      'score j20-score',
      'score j20-block',
      'score j20-ind',
    ]);
    expect(child(require, 'j20-growth').onlyFor).toBe('new');
    expect(child(require, 'j20-sales').clause).toMatchObject({
      key: 'gates',
      at: '第五条',
      evidence: 'primary',
      document: { id: 'charter' },
    });
    expect(child(require, 'j20-block')).toMatchObject({
      score: 'guild/score',
      part: { kind: 'block', name: '手上功夫' },
      mark: { n: 20n, d: 1n },
      strict: false,
    });
  });

  it('says where each condition was written', () => {
    expect(child(gate('guild/journeyman-2020').require, 'j20-sales').place).toEqual({
      file: 'guild/ladder/gates.yaml',
      line: 16,
      column: 11,
    });
  });

  it('lists overlays with what they change', () => {
    expect(book.overlays.map(({ id, change, mode, over }) => [id, change.kind, mode, over])).toEqual([
      ['guild/waive-growth', 'waive', 'new', null],
      ['guild/soften-sales', 'replace', null, null],
      ['guild/soften-more', 'replace', null, 'guild/soften-sales'],
      ['guild/add-plaque', 'add', null, null],
    ]);
  });
});

describe('a score table', () => {
  it('has one rule of each kind', () => {
    const kinds = ['s-yield', 's-cost', 's-age', 's-marks', 's-skill', 's-best', 's-hidden', 's-taste'].map(
      (id) => rule(id).kind,
    );
    expect(kinds).toEqual(['bands', 'bands', 'per', 'count', 'first', 'best', 'unknown', 'judged']);
  });

  it('tells bands where more is better from bands where less is', () => {
    expect(rule('s-yield')).toMatchObject({ better: 'high' });
    expect(rule('s-cost')).toMatchObject({ better: 'low' });
  });

  it('keeps a range of points that a person picks from, and points that are not published', () => {
    const skill = rule('s-skill');
    expect(skill.kind === 'first' ? skill.rows.map(({ points }) => points) : null).toEqual([
      { low: { n: 7n, d: 1n }, high: { n: 10n, d: 1n } },
      null,
      { low: { n: 0n, d: 1n }, high: { n: 0n, d: 1n } },
    ]);
  });

  it('puts every indicator in a block', () => {
    expect(book.scores.get('guild/score')?.blocks.get('手上功夫')).toEqual({
      of: ['s-yield', 's-skill', 's-rank', 's-taste'],
      max: null,
    });
  });
});

describe('an item', () => {
  it('has versions that do not overlap, picked by a date', () => {
    const { versions } = item('willow/tool-subsidy');
    expect(versions.map(({ term, by }) => [term.from, term.to, by?.path])).toEqual([
      ['2022-01-01', '2023-06-30', '项目.开工日期'],
      ['2023-07-01', null, '项目.开工日期'],
    ]);
  });

  it('gives its only clause to every leaf that names none', () => {
    const [version] = item('willow/tool-subsidy').versions;
    expect(childrenOf(version?.eligible ?? null).map(({ kind, clause }) => `${kind} ${clause?.key ?? ''}`)).toEqual([
      'test a6',
      'test a6',
      'unpublished a6',
      'disputed a6',
      'judged a6',
    ]);
  });

  it('states its benefit with cap, floor and rounding in fen', () => {
    const [version] = item('willow/tool-subsidy').versions;
    expect(version?.benefit).toMatchObject({
      kind: 'rate',
      rate: { kind: 'number', value: { n: 1n, d: 10n } },
      of: { kind: 'fact', fact: { path: '项目.器具款' } },
      cap: { kind: 'number', value: { n: 20_000_000n, d: 1n } },
      floor: { kind: 'number', value: { n: 100_000n, d: 1n } },
      round: { to: 10_000n, mode: 'down' },
      measure: 'cash',
      clause: { key: 'a6' },
    });
  });

  it('may have a benefit of each form', () => {
    const kindOf = (id: string, version = 0): string | undefined => item(id).versions[version]?.benefit.kind;
    expect(['title-prize', 'tax-relief', 'living', 'loan', 'big', 'visit'].map((id) => kindOf(`willow/${id}`))).toEqual(
      ['amount', 'progressive', 'monthly', 'between', 'case-by-case', 'amount'],
    );
    const table = item('willow/tool-subsidy').versions[1]?.benefit;
    expect(table?.kind === 'first' ? table.rows.map(({ then }) => then.kind) : null).toEqual([
      'amount',
      'up-to',
      'none',
    ]);
    expect(item('willow/visit').versions[0]?.benefit).toMatchObject({ amount: 'unknown', measure: 'service' });
  });

  it('says how it is applied for', () => {
    const { procedure, helps, stacking, competition } = item('willow/tool-subsidy');
    expect(procedure).toMatchObject({
      kind: 'apply',
      window: { kind: 'yearly', from: '03-15', to: '04-15' },
      stages: [
        { kind: 'formal', days: '5个工作日', who: '工坊司', clause: { key: 'a6' } },
        { kind: 'panel', days: null, quorum: 5, share: null },
        { kind: 'notice', days: '7日' },
        { kind: 'pay', days: null },
      ],
      materials: [
        { name: '器具发票', proves: ['项目.器具款'], held: false },
        { name: '坊级牌照', proves: ['坊级'], held: true },
      ],
      channel: '柜台',
    });
    expect([helps.map(({ path }) => path), stacking, competition]).toEqual([
      ['良品率'],
      ['willow/one-per-project', 'willow/yearly'],
      'selected',
    ]);
  });

  it('is cited for its window by the clause of the window', () => {
    const files = toyWith([
      'willow/items/more.yaml',
      'window: always',
      'window: { from: 2024-03-01, to: 2024-04-01, clause: b1 }',
    ]);
    expect(compilePacks(files, 'sha256:toy').rulebook?.items.get('willow/title-prize')?.procedure).toMatchObject({
      window: { kind: 'dates', from: '2024-03-01', to: '2024-04-01' },
      clause: { key: 'b1' },
    });
  });

  it('promises no window and no stage without a clause that is good enough', () => {
    expect(ungrounded(book)).toEqual([]);
  });
});

describe('what holds between items', () => {
  it('has a stacking rule of each kind, an assumption without a clause', () => {
    expect(
      [...book.stacking.values()].map(({ rule: one, evidence, enabled }) => [one.kind, evidence, enabled]),
    ).toEqual([
      ['highest', 'seed', true],
      ['choose-one', 'assumption', false],
      ['sum-up-to', 'seed', true],
      ['after', 'assumption', false],
      ['per-year-cap', 'seed', true],
      ['top-up', 'seed', true],
      ['once', 'seed', true],
    ]);
  });
});

describe('a calendar', () => {
  it('knows the weekdays that are off and the weekend days that are worked', () => {
    const year = book.calendars.get('toy')?.years.get(2024);
    // 2024-02-10, 11 and 17 are weekend days: they are off anyway.
    expect([...(year?.off ?? [])]).toEqual([
      '2024-01-01',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
      '2024-02-15',
      '2024-02-16',
    ]);
    expect([...(year?.worked ?? [])]).toEqual(['2024-02-04', '2024-02-18']);
    expect(year?.clause?.key).toBe('days');
  });
});
