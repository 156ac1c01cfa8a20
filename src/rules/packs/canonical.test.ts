// Canonical printing: one way to write a pack, with the same meaning.
import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical.ts';
import { compilePacks } from './compile.ts';
import type { Rulebook } from './rulebook.ts';
import { meaningOf } from '#test/packs-toy/meaning.ts';
import { toyFiles, toyWith, type ToyFile } from '#test/packs-toy/read-toy.ts';

const compile = (files: readonly ToyFile[]): Rulebook => {
  const { rulebook, problems } = compilePacks(files, 'sha256:toy');
  if (rulebook === null) throw new Error(JSON.stringify(problems[0]));
  return rulebook;
};

const printAll = (files: readonly ToyFile[]): readonly ToyFile[] => {
  const book = compile(files);
  return files.map((file) => ({ path: file.path, text: canonicalText(file, book) }));
};

const meaning = (files: readonly ToyFile[]): string => meaningOf(compile(files));

const slipped = toyWith(
  [
    'guild/ladder/gates.yaml',
    'test: 复合增长率(营业额，2) ≥ 5%, only-for',
    'test: "复合增长率(营业额,2)>=5%", only-for',
  ],
  ['guild/ladder/gates.yaml', '上年(营业额) ≥ 60万元 }', '上年(营业额)  不低于60万元 }   # 原文：六十万以上'],
  ['willow/items/tools.yaml', 'rate: 10%, of: 项目.器具款', "rate: '10%',    of: '项目.器具款'"],
  ['willow/items/tools.yaml', '- none', "-    'none'"],
);

describe('canonical printing', () => {
  const printed = printAll(slipped);
  const textOf = (path: string): string => printed.find((file) => file.path === path)?.text ?? '';

  it('keeps the meaning of every file', () => {
    expect(meaning(printed)).toBe(meaning(slipped));
  });

  it('means something different when the files do', () => {
    expect(meaning(toyWith(['guild/ladder/gates.yaml', '上年(营业额) ≥ 60万元', '上年(营业额) > 60万元']))).not.toBe(
      meaning(toyFiles),
    );
  });

  it('changes nothing the second time', () => {
    expect(printAll(printed)).toEqual(printed);
  });

  it('writes an expression in one way, with a full-width comma that flow YAML leaves whole', () => {
    expect(textOf('guild/ladder/gates.yaml')).toContain(
      '{ id: j20-growth, test: 复合增长率(营业额，2) ≥ 5%, only-for: new }',
    );
    expect(textOf('willow/items/tools.yaml')).toContain('rate: 10%, of: 项目.器具款, cap');
  });

  it('keeps comments', () => {
    expect(textOf('guild/ladder/gates.yaml')).toContain('上年(营业额) ≥ 60万元 } # 原文：六十万以上');
  });
});
