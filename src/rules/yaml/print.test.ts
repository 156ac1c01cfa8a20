// The canonical layout of a YAML file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, type Noted } from './noted.ts';
import { placeKey, printYaml } from './print.ts';

/** What a text says, without where: what printing must not change. */
const saying = (text: string): unknown => {
  const plain = (noted: Noted | null): unknown => {
    if (noted === null) return null;
    if (noted.kind === 'scalar') return noted.text;
    return noted.kind === 'list'
      ? { list: noted.items.map(plain) }
      : { map: noted.entries.map(({ key, value }) => [key, plain(value)]) };
  };
  const read = readYaml(text, 'a.yaml');
  return read.ok ? plain(read.value) : null;
};

describe('the layout', () => {
  it('indents by two, puts one space after a colon, and closes lists tightly and mappings with air', () => {
    expect(printYaml('a:\n    - {b:   1,c: [ 1,2 ]}\n    -   d\n')).toBe('a:\n  - { b: 1, c: [1, 2] }\n  - d\n');
  });

  it('keeps comments, blank lines and quotes', () => {
    const text = '# 顶\na: "1"   # 尾\n\n\n# 中\nb: [x]\n';
    expect(printYaml(text)).toBe('# 顶\na: "1" # 尾\n\n# 中\nb: [x]\n');
  });

  it('opens a flow collection on a line of more than 140 characters, and no other', () => {
    const long = '甲'.repeat(70);
    expect(printYaml(`- { a: ${long}, b: ${long} }\n- { c: [1], d: ${long} }\n`)).toBe(
      `- a: ${long}\n  b: ${long}\n- { c: [1], d: ${long} }\n`,
    );
  });

  it('opens the outer collection first and leaves an inner one that now fits', () => {
    const long = '甲'.repeat(60);
    expect(printYaml(`{ a: { b: ${long}, c: 1 }, d: { e: ${long}, f: 2 }, g: ${'乙'.repeat(20)} }\n`)).toBe(
      `a: { b: ${long}, c: 1 }\nd: { e: ${long}, f: 2 }\ng: ${'乙'.repeat(20)}\n`,
    );
  });

  it('leaves a text that is no YAML as it is', () => {
    expect(printYaml('a: [1\nb')).toBe('a: [1\nb');
  });

  it('puts new texts in place of scalars, quoted only where YAML needs it', () => {
    const texts = new Map([
      [placeKey({ line: 1, column: 4 }), '甲 ≥ 5'],
      [placeKey({ line: 2, column: 4 }), '乙: 丙'],
    ]);
    expect(printYaml('a: "甲>=5"\nb: 乙\nc: "甲>=5"\n', texts)).toBe('a: 甲 ≥ 5\nb: "乙: 丙"\nc: "甲>=5"\n');
  });
});

it('keeps what any file says, and changes nothing the second time', () => {
  const word = fc.constantFrom(
    'a',
    '甲乙',
    '5%',
    '2024-01-01',
    '"引"',
    "'x y'",
    '最小(甲，乙)',
    '"a: b"',
    '~',
    '-1',
    '"- x"',
    '甲'.repeat(50),
  );
  const { node } = fc.letrec<{ node: string; flow: string }>((tie) => ({
    flow: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(',  ')}]`),
      fc
        .array(tie('flow'), { maxLength: 3 })
        .map((items) => `{${items.map((item, i) => `k${i}: ${item}`).join(', ')}}`),
    ),
    node: fc.oneof(
      fc
        .array(tie('flow'), { minLength: 1, maxLength: 4 })
        .map((items) => items.map((item) => `-   ${item} # 注\n`).join('\n')),
      fc
        .array(tie('flow'), { minLength: 1, maxLength: 4 })
        .map((items) => items.map((item, i) => `键${i}:    ${item}\n`).join('\n')),
    ),
  }));
  fc.assert(
    fc.property(node, (text) => {
      const printed = printYaml(text);
      expect(saying(printed)).toEqual(saying(text));
      expect(printYaml(printed)).toBe(printed);
    }),
    { numRuns: 500 },
  );
});

it('leaves a file that holds nothing as it is', () => {
  for (const text of ['', '\n', ' ', '# 只有一句话\n']) expect(printYaml(text), JSON.stringify(text)).toBe(text);
});
