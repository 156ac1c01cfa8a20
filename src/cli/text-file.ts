// Text files as UTF-8, and nothing else: bytes that are no text are told, not turned into marks that look like content.
import { readFileSync } from 'node:fs';
import { InputError } from './failure.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

/** The file's text. Throws an InputError for bytes that are not UTF-8 text. */
export const readTextFile = (path: string): string => {
  const text = decode(readFileSync(path));
  if (text === null)
    throw new InputError(`${path} 不是 UTF-8 文本（可能是 GBK 编码或二进制文件）。请另存为 UTF-8 再试`);
  if (text.includes('\u0000')) throw new InputError(`${path} 里有空字节，不是文本文件`);
  return text;
};
