// Slips of the hand in a YAML file, made on its tree: which part, which slip, and the lines on which it can be told.
import { readYaml, type Noted, type NotedEntry } from '#rules/yaml/noted.ts';
import type { ToyFile } from './read-toy.ts';

type Path = readonly (string | number)[];

/** What can go wrong with one part of a file: with a mapping, with a key and its value, with a value. */
const slips = {
  unknown: ['map'],
  proto: ['map'],
  keyless: ['map'],
  misspelt: ['entry'],
  renamed: ['entry'],
  twice: ['entry'],
  valueless: ['entry'],
  listed: ['map', 'scalar'],
  nested: ['scalar'],
} as const;

export type Slip = keyof typeof slips;

/** A place for a slip. */
export type Chance = { readonly path: Path; readonly slip: Slip };

const treeOf = (file: ToyFile): Noted => {
  const read = readYaml(file.text, file.path);
  if (!read.ok || read.value === null) throw new Error(`${file.path} is no YAML`);
  return read.value;
};

// The literal's keys are exactly the slips.
const allSlips = Object.keys(slips) as Slip[];

const chancesBelow = (node: Noted, path: Path): readonly Chance[] => {
  if (node.kind === 'list') return node.items.flatMap((item, i) => chancesIn(item, [...path, i]));
  return node.kind === 'map' ? node.entries.flatMap(({ key, value }) => chancesIn(value, [...path, key])) : [];
};

const chancesIn = (node: Noted | null, path: Path): readonly Chance[] => {
  if (node === null) return [];
  const kinds: readonly string[] = [node.kind, ...(typeof path.at(-1) === 'string' ? ['entry'] : [])];
  const own = allSlips.filter((slip) => slips[slip].some((kind) => kinds.includes(kind)));
  return [...own.map((slip) => ({ path, slip })), ...chancesBelow(node, path)];
};

/** Every slip that can happen to the file. */
export const chancesOf = (file: ToyFile): readonly Chance[] => chancesIn(treeOf(file), []);

/** The file with a slip, and the lines on which that can be told, counted from 1. */
export type Slipped = { readonly text: string; readonly lines: ReadonlySet<number> };

type Printer = { readonly rows: string[]; readonly lines: Set<number>; readonly chance: Chance };

const isPlain = (text: string): boolean => /^[^\s:#{}[\],&*!|>'"%@`]+$/u.test(text);

const slipAt = ({ chance }: Printer, path: Path): Slip | null =>
  path.length === chance.path.length && path.every((part, i) => part === chance.path[i]) ? chance.slip : null;

/** Ends the row above, unless it opens a bracket. */
const separate = (rows: string[]): void => {
  const row = rows.pop() ?? '';
  rows.push(/[[{,]$/.test(row) ? row : `${row},`);
};

const mark = ({ rows, lines }: Printer, from: number): void => {
  for (let line = from; line <= rows.length; line++) lines.add(line);
};

const wrapped = (node: Noted, slip: 'listed' | 'nested'): Noted =>
  slip === 'listed'
    ? { kind: 'list', items: [node], place: node.place }
    : { kind: 'map', entries: [{ key: '无此键', keyPlace: node.place, value: node }], place: node.place };

const extra: { readonly [slip in Slip]?: string } = { unknown: '无此键: 1', proto: '__proto__: 1', keyless: ': 1' };

/** Prints a node in flow style, one scalar or bracket a line; `before` is what stands before it on its first line. */
const print = (printer: Printer, node: Noted, path: Path, before: string): void => {
  const { rows } = printer;
  const slip = slipAt(printer, path);
  const start = rows.length + 1;
  if (slip === 'listed' || slip === 'nested') print(printer, wrapped(node, slip), [...path, '*'], before);
  else if (slip === 'valueless') rows.push(before);
  else if (node.kind === 'scalar') rows.push(`${before}${isPlain(node.text) ? node.text : JSON.stringify(node.text)}`);
  else if (node.kind === 'list') {
    rows.push(`${before}[`);
    for (const [i, item] of node.items.entries()) {
      separate(rows);
      print(printer, item, [...path, i], '');
    }
    rows.push(']');
  } else {
    const more = slip === null ? undefined : extra[slip];
    rows.push(`${before}{`, ...(more === undefined ? [] : [more]));
    for (const entry of node.entries) printEntry(printer, entry, path, start);
    rows.push('}');
  }
  if (slip !== null) mark(printer, start);
};

const printEntry = (printer: Printer, { key, value }: NotedEntry, map: Path, opening: number): void => {
  const path = [...map, key];
  const slip = slipAt(printer, path);
  const written = slip === 'misspelt' ? `${key}x` : slip === 'renamed' ? '无此键' : key;
  if (value === null) return;
  separate(printer.rows);
  print(printer, value, path, `${JSON.stringify(written)}: `);
  // A missing key is told where its mapping starts.
  if (slip === 'renamed') printer.lines.add(opening);
  if (slip !== 'twice') return;
  separate(printer.rows);
  const start = printer.rows.length + 1;
  print(printer, value, [...path, '*'], `${JSON.stringify(key)}: `);
  mark(printer, start);
};

/** The file with the slip, printed anew. */
export const slipped = (file: ToyFile, chance: Chance): Slipped => {
  const printer: Printer = { rows: [], lines: new Set(), chance };
  print(printer, treeOf(file), [], '');
  return { text: `${printer.rows.join('\n')}\n`, lines: printer.lines };
};
