// The DMN of the toy packs, which use every feature of the format: well formed, complete, and null wherever nothing is known.
import { describe, expect, it } from 'vitest';
import { toyFiles, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';
import { printDmn } from './print-dmn.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';

const bookOf = (files: readonly ToyFile[]): Rulebook => {
  const { rulebook } = compilePacks(files, 'sha256:"<&>"');
  if (rulebook === null) throw new Error('the toy packs have problems');
  return rulebook;
};

const book = bookOf(toyFiles);
const dmn = printDmn(book);

type Element = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
};

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const plain = (text: string): string => {
  if (/[<>"]|&(?!(?:amp|lt|gt|quot);)/.test(text.replaceAll(/&\w+;/g, (entity) => (entity in entities ? '' : entity))))
    throw new Error(`not escaped: ${text}`);
  return text.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
};

const attributesOf = (text: string): ReadonlyMap<string, string> => {
  const rest = text.replaceAll(/\s+[A-Za-z]+="[^"<]*"/g, '');
  if (rest.trim() !== '') throw new Error(`attributes: ${text}`);
  const pairs = [...text.matchAll(/([A-Za-z]+)="([^"<]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`twice: ${text}`);
  return new Map(pairs);
};

/** Reads XML as strictly as this test needs: declaration, one root, matched tags, quoted attributes, escaped text. */
const readXml = (text: string): Element => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(head)) throw new Error('no declaration');
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Element[] = [root];
  const tags = /<(\/?)([A-Za-z]+)([^<>]*?)(\/?)>|([^<]+)/y;
  tags.lastIndex = head.length;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    const [, closes, name = '', attributes = '', alone, words] = match;
    const top = open.at(-1) ?? root;
    if (words !== undefined) top.text += open.length > 1 ? plain(words) : '';
    else if (closes) {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const element: Element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      top.children.push(element);
      if (!alone) open.push(element);
    }
    if (tags.lastIndex === text.length) break;
  }
  if (open.length > 1 || tags.lastIndex < text.length)
    throw new Error(`broken near ${text.slice(tags.lastIndex, tags.lastIndex + 40)}`);
  const [only, ...more] = root.children;
  if (!only || more.length > 0) throw new Error('one root is expected');
  return only;
};

const below = (element: Element): readonly Element[] => [element, ...element.children.flatMap(below)];
const root = readXml(dmn);
const all = below(root);
const named = (name: string): readonly Element[] => all.filter((each) => each.name === name);

/** The decision whose variable this is, as the texts of its logic. */
const logicOf = (variable: string, from = root): readonly string[] => {
  const decision = below(from).find(
    (each) =>
      each.name === 'decision' &&
      each.children.some((part) => part.name === 'variable' && part.attributes.get('name') === variable),
  );
  if (!decision) throw new Error(`no decision ${variable}`);
  return below(decision)
    .filter((each) => each.name === 'text')
    .map((each) => each.text);
};

/** Brackets match outside of strings. */
const isBalanced = (feel: string): boolean => {
  let depth = 0;
  for (const [sign] of feel.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[()[\]]/g))
    depth += '(['.includes(sign) ? 1 : -1;
  return depth === 0;
};

describe('the DMN document', () => {
  it('is well formed, with the rulebook’s hash in its name', () => {
    expect(root.name).toBe('definitions');
    expect(root.attributes.get('namespace')).toBe('urn:tihang:sha256:"<&>"');
  });

  it('gives every element an id of its own, and requires only what is there', () => {
    const ids = all.flatMap((each) => each.attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    const wanted = all.flatMap((each) => each.attributes.get('href')?.slice(1) ?? []);
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    const variables = named('decision').map((each) =>
      each.children.find((part) => part.name === 'variable')?.attributes.get('name'),
    );
    expect(new Set(variables).size).toBe(variables.length);
  });

  it('has a decision for each gate and mode, each version of an item, each indicator, block and table', () => {
    const gates = [...book.gates.values()].flatMap(({ id, terms }) =>
      [terms.new && `${id}@new`, terms.review && `${id}@review`].filter((key) => key !== null),
    );
    const items = [...book.items.values()].flatMap(({ id, versions }) => versions.map((_, index) => `${id}@${index}`));
    const scores = [...book.scores.values()].flatMap(({ id, indicators, blocks }) => [
      id,
      ...indicators.map((each) => `${id}_${each.id}`),
      ...[...blocks.keys()].map((name) => `${id}_${name}`),
    ]);
    const variables = [...gates, ...items, ...scores].map((key) => key.replaceAll(/[/@-]/g, '_'));
    expect(named('decision')).toHaveLength(variables.length);
    for (const variable of variables) expect(logicOf(variable).length, variable).toBeGreaterThan(0);
  });

  it('has an input for each fact and parameter', () => {
    const inputs = new Set(named('inputData').map((each) => each.attributes.get('name')));
    expect(inputs).toEqual(
      new Set(['Y', '申报日', ...book.dictionary.facts.keys(), ...book.dictionary.parameters.keys()]),
    );
  });

  it('writes no empty and no broken FEEL', () => {
    const texts = named('text').map((each) => each.text);
    expect(texts.length).toBeGreaterThan(40);
    expect(texts.filter((text) => text.trim() === '' || text.includes('undefined') || !isBalanced(text))).toEqual([]);
  });
});

describe('its logic', () => {
  it('tests in each mode what is for it', () => {
    const [fresh = '', review = ''] = ['new', 'review'].map((mode) => logicOf(`guild_journeyman_2020_${mode}`)[0]);
    expect(fresh).toContain('(1 + 0.05) ** 2');
    expect(review).not.toContain('(1 + 0.05) ** 2');
    expect(review).toContain('(true)');
  });

  it('reads scores from the decisions of their tables', () => {
    expect(logicOf('guild_journeyman_2020_new')[0]).toContain(
      '(guild_score >= 60) and (guild_score_手上功夫 >= 20) and (guild_score_s_sales >= 5)',
    );
    expect(logicOf('guild_score_手上功夫')).toEqual([
      'guild_score_s_yield + guild_score_s_skill + guild_score_s_rank + guild_score_s_taste',
    ]);
  });

  it('cuts a block off at its mark, and adds the block and not its indicators to the total', () => {
    const cut = bookOf(
      toyWith(
        [
          'guild/scores/score.yaml',
          '[s-yield, s-skill, s-rank, s-taste]',
          '{ of: [s-yield, s-skill, s-rank, s-taste], max: 30 }',
        ],
        ['guild/scores/score.yaml', 'total: 85', 'total: 80'],
        ['guild/ladder/gates.yaml', 'at-least: 60', 'more-than: 60'],
      ),
    );
    const text = readXml(printDmn(cut));
    const sum = 'guild_score_s_yield + guild_score_s_skill + guild_score_s_rank + guild_score_s_taste';
    expect(logicOf('guild_score_手上功夫', text)).toEqual([`if (${sum}) = null then null else min(30, ${sum})`]);
    expect(logicOf('guild_score', text)).toEqual([
      'guild_score_s_sales + guild_score_s_cost + guild_score_s_age + guild_score_s_marks + guild_score_s_best + guild_score_s_hidden + guild_score_s_level + guild_score_手上功夫',
    ]);
    expect(logicOf('guild_journeyman_2020_new', text)[0]).toContain('(guild_score > 60)');
  });

  it('passes an unknown value on through tables, guards and counts', () => {
    expect(logicOf('guild_score_s_yield')).toEqual([
      '良品率',
      'null',
      'null',
      '>= 0.95',
      '10',
      '>= 0.9',
      '8',
      '>= 0.8',
      '5',
      '-',
      '0',
    ]);
    expect(logicOf('guild_score_s_rank')[0]).toMatch(/^\(if \(.+\) = null then null else if .+ then 5 else 0\)$/);
    expect(logicOf('guild_score_s_marks')).toEqual([
      '(if list contains([有字号, 有行规牌], null) then null else min(5, count([有字号, 有行规牌][item = true]) * 3))',
    ]);
    expect(logicOf('guild_score_s_age')).toEqual([
      '(if (坊龄) = null then null else min(5, max(0, floor((坊龄) / 10)) * 1))',
    ]);
  });

  it('is null for points that a person picks, that nobody has published, and for what is not published at all', () => {
    const [skill = ''] = logicOf('guild_score_s_skill');
    expect([...skill.matchAll(/ then null /g)]).toHaveLength(4);
    expect(logicOf('guild_score_s_hidden')).toEqual(['null']);
    expect(logicOf('guild_score_s_taste')).toEqual(['花样新意']);
    expect(logicOf('willow_tool_subsidy_0')[0]).toContain('(null)');
  });

  it('is null for what only a draft says', () => {
    const draft = bookOf(toyWith(['guild/scores/score.yaml', 'evidence: primary', 'evidence: draft']));
    const text = logicOf('guild_score_s_sales', readXml(printDmn(draft)));
    expect(text).toEqual(['null']);
  });

  it('of disputed sources is what they say alike', () => {
    expect(logicOf('willow_tool_subsidy_0')[0]).toMatch(
      /\(if \(.+\) and \(.+\) then true else if not\(\(.+\) or \(.+\)\) then false else null\)/,
    );
  });

  it('of an item that asks for nothing is true', () => {
    const [id] = [...book.items.values()].flatMap((item) =>
      item.versions.flatMap((version, index) =>
        version.applies === null && version.eligible === null ? [`${item.id}@${index}`] : [],
      ),
    );
    expect(id).toBeDefined();
    expect(logicOf((id ?? '').replaceAll(/[/@-]/g, '_'))).toEqual(['true']);
  });
});
