// What each command takes, and the help that is printed from it.
import { parseArgs } from 'node:util';
import { UsageError } from './failure.ts';

export type OptionSpec = { readonly value: string | null; readonly help: string };

export type CommandSpec = {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many plain words it takes. */
  readonly words: readonly [least: number, most: number];
  readonly examples: readonly string[];
  readonly run: (given: Given) => Promise<number> | number;
};

export type Given = {
  readonly words: readonly string[];
  readonly text: (option: string) => string | null;
  readonly flag: (option: string) => boolean;
};

export const packsOption: OptionSpec = { value: '文件夹', help: '规则包所在的文件夹（默认 packs)' };
export const jsonOption: OptionSpec = { value: null, help: '输出 JSON' };
export const demoOption: OptionSpec = { value: null, help: '加载演示规则包（演示口径：虚构，只供演示）' };
export const onOption: OptionSpec = { value: '日期', help: '申报日，如 2026-05-06（默认今天）' };
export const acceptOption: OptionSpec = {
  value: '等级',
  help: '参与判定的最低依据等级（默认 seed;draft 让征求意见稿也参与）',
};

const helpOption: OptionSpec = { value: null, help: '显示这份帮助' };

const optionsOf = (spec: CommandSpec): Readonly<Record<string, OptionSpec>> => ({ ...spec.options, help: helpOption });

export const helpOf = (spec: CommandSpec): string => {
  const rows = Object.entries(optionsOf(spec)).map(
    ([name, { value, help }]) => [`--${name}${value === null ? '' : ` ${value}`}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => columns(left)));
  return [
    `用法：tihang ${spec.usage}`,
    '',
    spec.summary,
    '',
    ...rows.map(([left, help]) => `  ${left}${' '.repeat(width - columns(left) + 2)}${help}`),
    ...(spec.examples.length === 0 ? [] : ['', '例：', ...spec.examples.map((example) => `  ${example}`)]),
  ].join('\n');
};

/** Width on a terminal: a Chinese character takes two columns. */
export const columns = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[ᄀ-￦]/u.test(char) ? 2 : 1), 0);

/**
 * Reads the words after the command's name.
 *
 * @returns null when help was asked for
 */
export const readArguments = (spec: CommandSpec, argv: readonly string[]): Given | null => {
  const known = optionsOf(spec);
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new UsageError(`${message}\n用法：tihang ${spec.usage}`);
  }
  if (parsed.values['help'] === true) return null;
  const [least, most] = spec.words;
  const count = parsed.positionals.length;
  if (count < least || count > most) {
    const expected = least === most ? `${least} 个` : `${least} 到 ${most} 个`;
    throw new UsageError(`应有 ${expected}参数，实有 ${count} 个\n用法：tihang ${spec.usage}`);
  }
  return {
    words: parsed.positionals,
    text: (option) => {
      const value = parsed.values[option];
      return typeof value === 'string' ? value : null;
    },
    flag: (option) => parsed.values[option] === true,
  };
};
