// Writing to a terminal or a pipe: colours only where a person looks.
import { styleText } from 'node:util';

export type Tone = 'good' | 'open' | 'bad' | 'quiet' | 'strong';

const formats = { good: 'cyan', open: 'yellow', bad: 'blue', quiet: 'gray', strong: 'bold' } as const satisfies Record<
  Tone,
  Parameters<typeof styleText>[0]
>;

/** Colours the text when `stream` is a terminal that wants colours (NO_COLOR and FORCE_COLOR are honoured). */
export const paint = (tone: Tone, text: string): string =>
  styleText(formats[tone], text, { stream: process.stdout, validateStream: true });

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A bigint becomes an exact JSON integer: JSON.stringify alone would refuse it. */
const exactIntegers = (_key: string, value: unknown): unknown =>
  // rawJSON is part of the language since V8 11.4 but not yet of TypeScript's library.
  typeof value === 'bigint'
    ? (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(value.toString())
    : value;

export const printJson = (value: unknown): void => {
  print(JSON.stringify(value, exactIntegers, 2));
};
