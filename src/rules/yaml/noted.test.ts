// The YAML reader: places, source text, and what a pack file may not contain.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, readYamlLeniently, type Noted } from './noted.ts';

const tree = (text: string): Noted => {
  const read = readYaml(text, 'a.yaml');
  if (!read.ok || read.value === null) throw new Error(JSON.stringify(read));
  return read.value;
};

/** The tree as plain data, for what it says without where. */
const plain = (noted: Noted | null): unknown => {
  if (noted === null) return null;
  if (noted.kind === 'scalar') return noted.text;
  return noted.kind === 'list'
    ? noted.items.map(plain)
    : Object.fromEntries(noted.entries.map(({ key, value }) => [key, plain(value)]));
};

const problemsOf = (text: string): readonly string[] => {
  const read = readYaml(text, 'a.yaml');
  return read.ok ? [] : read.problems.map(({ place, code }) => `${place.line}:${place.column} ${code}`);
};

describe('a scalar', () => {
  it('stays the text that was written, so that a credit code of digits keeps its tail', () => {
    expect(plain(tree('代码: 913206001387383150\n额: 1.50\n有: true\n空: null\n八: 0o17'))).toEqual({
      代码: '913206001387383150',
      额: '1.50',
      有: 'true',
      空: 'null',
      八: '0o17',
    });
  });

  it('says whether it was quoted', () => {
    const noted = tree('[a, "b", \'c\']');
    expect(noted.kind === 'list' ? noted.items.map((item) => item.kind === 'scalar' && item.quoted) : null).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('of several lines is joined as YAML joins it', () => {
    expect(plain(tree('a: >-\n  一\n  二\nb: |\n  三\n  四\n'))).toEqual({ a: '一 二', b: '三\n四\n' });
  });

  it('stands where its first character or its quote stands, counted from 1', () => {
    const noted = tree('项目:\n  - { 名: "值" }\n');
    const list = noted.kind === 'map' ? noted.entries[0]?.value : null;
    const map = list?.kind === 'list' ? list.items[0] : null;
    const entry = map?.kind === 'map' ? map.entries[0] : null;
    expect([entry?.keyPlace, entry?.value?.place]).toEqual([
      { file: 'a.yaml', line: 2, column: 7 },
      { file: 'a.yaml', line: 2, column: 10 },
    ]);
  });
});

describe('a mapping', () => {
  it('keeps the order of its keys, numbers included', () => {
    const noted = tree('{ 80%: 5, 70: 3, 8: 1, 9: 0 }');
    expect(noted.kind === 'map' ? noted.entries.map(({ key }) => key) : null).toEqual(['80%', '70', '8', '9']);
  });

  it('has null under a key without a value', () => {
    expect(plain(tree('a:\nb: { c }\n'))).toEqual({ a: null, b: { c: null } });
  });
});

it('reads JSON, indented with tabs too', () => {
  expect(plain(tree('{\n\t"creditCode": "91",\n\t"facts": { "a": [1, "二"] }\n}'))).toEqual({
    creditCode: '91',
    facts: { a: ['1', '二'] },
  });
});

it('reads an empty file, or one of comments only, as nothing', () => {
  expect([readYaml('', 'a.yaml'), readYaml('# 只有注释\n', 'a.yaml')]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
});

it.each([
  ['an anchor and an alias', 'a: &x 1\nb: *x\n', ['1:7 yaml-anchor', '2:4 yaml-alias']],
  ['a tag', 'a: !!str 1\n', ['1:10 yaml-tag']],
  ['a key written twice', 'a: 1\nb: 2\na: 3\n', ['3:1 duplicate-key']],
  ['two spellings of one key', 'Ⅰ类: 1\nI类: 2\n', ['2:1 duplicate-key']],
  ['a tab as indentation', 'a:\n\tb: 1\n', ['2:1 tab-indent']],
  ['a list item without content', '- a\n-\n- b\n', ['2:2 empty-item']],
  ['a key that is a list', '? [a]\n: b\n', ['1:3 key-not-text']],
  ['a colon without a key', ': 1\n', ['1:1 key-empty']],
  ['two documents', 'a: 1\n---\nb: 2\n', ['2:1 several-documents']],
  ['a quote that is not closed', 'a: "b\n', ['2:1 broken-yaml']],
  ['two colons on a line', 'a: b: c\n', ['1:4 broken-yaml']],
  ['a key that objects cannot carry', '__proto__: 1\n', ['1:1 unknown-key']],
])('refuses %s', (_, text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

describe('lenient reading', () => {
  const lenient = (text: string) => {
    const { value, dropped, problems } = readYamlLeniently(text, 'a.yaml');
    return [plain(value), dropped, problems.map(({ code }) => code)];
  };

  it('keeps the first of two keys, and leaves out a key that cannot be one', () => {
    expect(lenient('a: 1\nb: 2\na: 3\n')).toEqual([{ a: '1', b: '2' }, ['3'], ['duplicate-key']]);
    expect(lenient('__proto__: { c: 1 }\nb: 2\n')).toEqual([{ b: '2' }, ['c', '1'], ['unknown-key']]);
    expect(lenient(': 1\nb: 2\n')).toEqual([{ b: '2' }, ['1'], ['key-empty']]);
  });

  it('puts a void where a value cannot be used, so that the others keep their places', () => {
    expect(lenient('- a\n-\n- *x\n- &y b\n')).toEqual([
      ['a', '', '', 'b'],
      [],
      ['empty-item', 'yaml-alias', 'yaml-anchor'],
    ]);
  });

  it('takes the pieces of a value that a comma cut together', () => {
    expect(lenient('{ id: x, test: 增长率(收成, 2, 3) ≥ 5%, clause: c }')).toEqual([
      { id: 'x', test: '', clause: 'c' },
      ['增长率(收成', '2', '3) ≥ 5%'],
      ['ascii-comma'],
    ]);
    expect(lenient('[ 最小(甲, 乙) ≥ 5, 丙 ]')).toEqual([['', '丙'], ['最小(甲', '乙) ≥ 5'], ['ascii-comma']]);
  });

  it('leaves nothing of broken syntax', () => {
    expect(readYamlLeniently('a: [', 'a.yaml')).toMatchObject({ value: null, readable: false });
  });
});

describe('the comma trap', () => {
  it('is reported in a mapping where the ASCII comma cuts the value, with what to write', () => {
    const read = readYaml('{ test: 复合增长率(营业收入, 2) ≥ 5% }', 'a.yaml');
    expect(read.ok ? [] : read.problems).toEqual([
      {
        place: { file: 'a.yaml', line: 1, column: 9 },
        code: 'ascii-comma',
        message: '半角逗号把这个值切断了，括号没有合上',
        found: '复合增长率(营业收入',
        expected: null,
        nearest: null,
        remedy: '表达式里的逗号请写作 ，',
      },
    ]);
  });

  it('is reported in a list', () => {
    expect(problemsOf('[ 最小(甲, 乙) ≥ 5, 丙 ]')).toEqual(['1:3 ascii-comma']);
  });

  it('is no trap in block YAML or with the full-width comma', () => {
    expect(problemsOf('test: 复合增长率(营业收入, 2) ≥ 5%')).toEqual([]);
    expect(problemsOf('{ test: 复合增长率(营业收入，2) ≥ 5% }')).toEqual([]);
  });
});

describe('limits', () => {
  it('take 40 levels and refuse 41', () => {
    expect(problemsOf(`${'['.repeat(40)}a${']'.repeat(40)}`)).toEqual([]);
    expect(problemsOf(`${'['.repeat(41)}a${']'.repeat(41)}`)).toEqual(['1:41 too-deep']);
  });

  it('refuse a depth that would exhaust the parser', () => {
    const [problem, ...more] = problemsOf('['.repeat(100_000));
    expect([problem?.replace(/^\S+ /, ''), more]).toEqual(['too-deep', []]);
  });

  it('take 2 MB of UTF-8 and refuse one byte more', () => {
    const fits = `a: ${'中'.repeat(699_049)}bb`;
    expect(new TextEncoder().encode(fits).length).toBe(2 * 1024 * 1024);
    expect([problemsOf(fits), problemsOf(`${fits}b`)]).toEqual([[], ['1:1 too-large']]);
  });
});

it('answers any text with a tree or with problems, and never throws', () => {
  const piece = fc.constantFrom(
    'a',
    '中',
    ': ',
    ':',
    '- ',
    '\n',
    '  ',
    '\t',
    '{',
    '}',
    '[',
    ']',
    ',',
    '，',
    '"',
    "'",
    '|',
    '>',
    '&x',
    '*x',
    '!',
    '#',
    '%',
    '---',
    '?',
    '\u0000',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const read = readYaml(pieces.join(''), 'a.yaml');
      expect(read.ok || read.problems.length > 0).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('signs of a Chinese keyboard and of thousands', () => {
  const told = (text: string) => {
    const read = readYaml(text, 'f.yaml');
    return read.ok ? [] : read.problems.map(({ place, code, found }) => [place.line, place.column, code, found]);
  };

  it('tells a full-width colon or comma at its place, and nothing that follows from it', () => {
    expect(told('facts：{ a: 1 }')).toEqual([[1, 6, 'full-width', '：']]);
    expect(told('facts: { a: { b: 1 }， c: 2 }')).toEqual([[1, 21, 'full-width', '，']]);
  });

  it('tells a number that a comma of thousands cut, but not two numbers of a list', () => {
    expect(told('{ 2023: 6,000万元 }')).toEqual([[1, 9, 'ascii-comma', '6,000万元']]);
    expect(told('{ 2023: 1,234,567元, 2024: 3元 }')).toEqual([[1, 9, 'ascii-comma', '1,234,567元']]);
    expect(told('points: [5, 100]')).toEqual([]);
  });

  it('says that there are more problems than it lists', () => {
    const text = Array.from({ length: 60 }, (_, index) => `k${index}: &a${index} 1`).join('\n');
    const problems = told(text);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.[2]).toBe('too-many');
  });
});
