// The name of a file as it is kept: what people read and what a download is called. No path is ever made of it.

/** A file system's own limit, in bytes of UTF-8: 85 Han characters. */
const mostNameBytes = 255;

/** Names that Windows takes for devices, whatever follows the dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

const encoder = new TextEncoder();
const bytesIn = (text: string): number => encoder.encode(text).length;

/** What follows each dot, from the first, in small letters: 合同.PDF.exe has pdf and exe. */
export const dotParts = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split('.')
    .slice(1)
    .map((part) => part.trim());

/** What follows the last dot, in small letters; empty where there is none. */
export const lastPart = (name: string): string => dotParts(name).at(-1) ?? '';

const shortened = (name: string): string => {
  if (bytesIn(name) <= mostNameBytes) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && bytesIn(name.slice(dot)) <= 32 ? name.slice(dot) : '';
  let [stem, left] = ['', mostNameBytes - bytesIn(ending)];
  for (const sign of name.slice(0, name.length - ending.length)) {
    left -= bytesIn(sign);
    if (left < 0) break;
    stem += sign;
  }
  return stem.trimEnd() + ending;
};

/**
 * The name to keep: without the folders it came from, without signs that cannot be seen or that turn the direction of
 * reading, without what a file system takes for something else, at most 255 bytes with its ending whole.
 *
 * @returns never empty; 未命名 where nothing is left
 */
export const cleanName = (given: string): string => {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last
    // Control, format (direction, width nothing), line and paragraph signs.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^[A-Za-z]:/, '')
    .replaceAll(/["*:<>?|]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+|[ .]+$/g, '');
  const name = shortened(seen);
  if (name === '') return '未命名';
  return device.test(name) ? `_${name}` : name;
};
