// A YAML file as a tree of mappings, lists and scalars, each with its place. Scalars stay text: nothing becomes a JS number,
// so a credit code of digits keeps its tail. What packs do not use (anchors, tags, several documents) is refused here.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Checked, Problem } from '#rules/problem.ts';
import { brokenYaml } from './broken.ts';
import { fullWidthSign } from './full-width.ts';
import { beginsThousands, opensBracket, tailOf, thousandsOf } from './commas.ts';
import { textsIn, voidScalar } from './void.ts';

export type NotedScalar = {
  readonly kind: 'scalar';
  readonly text: string;
  readonly quoted: boolean;
  readonly place: Place;
};
export type NotedList = { readonly kind: 'list'; readonly items: readonly Noted[]; readonly place: Place };
export type NotedEntry = { readonly key: string; readonly keyPlace: Place; readonly value: Noted | null };
export type NotedMap = {
  readonly kind: 'map';
  readonly entries: readonly NotedEntry[];
  readonly place: Place;
  /** Keys whose value was left out or may be what a left-out key meant; '*' is every key. Only in a tree read with mistakes. */
  readonly lost?: ReadonlySet<string>;
};

/** `quoted` is true for '…', "…" and block scalars. A key without a value has value null. */
export type Noted = NotedScalar | NotedList | NotedMap;

const maxBytes = 2 * 1024 * 1024;
const maxDepth = 40;
const maxProblems = 50;

type Reader = {
  readonly file: string;
  readonly lines: LineCounter;
  readonly problems: Problem[];
  readonly dropped: string[];
};

const placeAt = (reader: Reader, offset: number): Place => {
  const { line, col } = reader.lines.linePos(offset);
  return { file: reader.file, line: Math.max(1, line), column: Math.max(1, col) };
};

const report = (
  reader: Reader,
  place: Place,
  code: string,
  message: string,
  found: string | null,
  remedy: string | null,
): void => {
  const last = reader.problems.at(-1);
  // The parser may stumble twice over one thing.
  if (last?.code === code && last.place.line === place.line && last.place.column === place.column) return;
  if (reader.problems.length < maxProblems)
    reader.problems.push({ place, code, message, found, expected: null, nearest: null, remedy });
  else if (reader.problems.length === maxProblems) {
    const more = `这份文件的问题超过 ${maxProblems} 处，以下没有列出`;
    reader.problems.push({
      place,
      code: 'too-many',
      message: more,
      found: null,
      expected: null,
      nearest: null,
      remedy: '请先改正以上各处再检查',
    });
  }
};

const colonRemedy = '请改成半角冒号，后面加一个空格';

/** Tells a full-width sign in the lines where the parser stumbled; what else it says follows from that. */
const reportFullWidth = (reader: Reader, text: string, lines: readonly number[]): boolean => {
  const all = text.split('\n');
  const found = [...new Set(lines)].flatMap((line) => {
    const sign = fullWidthSign(all[line - 1] ?? '');
    return sign === null ? [] : [{ line, ...sign }];
  });
  for (const { line, index, sign } of found) {
    const remedy = sign === '：' ? colonRemedy : '请改成半角逗号，后面加一个空格';
    const place = { file: reader.file, line, column: index + 1 };
    report(reader, place, 'full-width', `这里的「${sign}」是全角的，YAML 不认`, sign, remedy);
  }
  return found.length > 0;
};

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** True for a value that is not there: `key:` with nothing behind it, or `key` alone in a flow mapping. */
const isAbsent = (node: unknown): boolean =>
  node === null ||
  node === undefined ||
  (isScalar(node) && node.source === '' && (node.type === 'PLAIN' || node.type === undefined));

const refuseProperties = (reader: Reader, node: Node): void => {
  const place = placeAt(reader, startOf(node));
  if (isAlias(node)) {
    report(reader, place, 'yaml-alias', '文件里不能用 YAML 别名（*）', `*${node.source}`, '请把内容写全');
    return;
  }
  if ('anchor' in node && typeof node.anchor === 'string') {
    report(reader, place, 'yaml-anchor', '文件里不能用 YAML 锚点（&）', `&${node.anchor}`, '请把内容写全');
  }
  if (typeof node.tag === 'string') {
    report(reader, place, 'yaml-tag', '文件里不能用 YAML 标签（!）', node.tag, '请删去标签；文字可加引号');
  }
};

const readScalar = (reader: Reader, node: Scalar): NotedScalar => ({
  kind: 'scalar',
  text: typeof node.value === 'string' ? node.value : (node.source ?? ''),
  quoted: node.type !== 'PLAIN',
  place: placeAt(reader, startOf(node)),
});

const commaIn = {
  expression: { message: '半角逗号把这个值切断了，括号没有合上', remedy: '表达式里的逗号请写作 ，' },
  number: { message: '半角逗号把这个数切断了', remedy: '数里不写千分位的逗号，例如 6000万元' },
} as const;

/** Reports the value that the comma cut; its pieces say nothing by themselves. */
const cutByComma = (reader: Reader, node: Scalar, tail: readonly (string | null)[]): NotedScalar => {
  reader.dropped.push(String(node.value), ...tail.filter((piece) => piece !== null));
  const isNumber = !opensBracket(node);
  const { message, remedy } = commaIn[isNumber ? 'number' : 'expression'];
  const found = isNumber ? [String(node.value), ...tail].join(',') : String(node.value);
  report(reader, placeAt(reader, startOf(node)), 'ascii-comma', message, found, remedy);
  return voidScalar(reader.file);
};

/** The scalar when a comma cuts it: more follows in the same flow collection. `next` is the piece that does. */
const trapped = (
  node: { readonly flow?: boolean },
  value: unknown,
  more: boolean,
  next: string | null,
): Scalar | null =>
  more && node.flow === true && isScalar(value) && (opensBracket(value) || beginsThousands(value, next)) ? value : null;

/** The pieces that the comma cut off, of those that follow. */
const cutOff = <T>(cut: Scalar, following: readonly T[], pieceOf: (piece: T) => string | null) => {
  const pieces = following.map(pieceOf);
  return pieces.slice(0, opensBracket(cut) ? tailOf(String(cut.value), pieces) : thousandsOf(pieces));
};

/** What an item is as a piece of a value that a comma cut. */
const itemPiece = (item: unknown): string | null => (isScalar(item) && !isAbsent(item) ? String(item.value) : null);

/** What a pair is as such a piece: its key, when nothing stands behind it. */
const pairPiece = ({ key, value }: Pair): string | null =>
  isAbsent(value) && isScalar(key) ? String(key.value) : null;

const readList = (reader: Reader, node: YAMLSeq, depth: number): NotedList => {
  const items: Noted[] = [];
  for (let index = 0; index < node.items.length; index++) {
    const item = node.items[index];
    // In a list, 5 before 100 may well be two numbers.
    const cut = trapped(node, item, index + 1 < node.items.length, null);
    if (isAbsent(item)) {
      const at = isScalar(item) ? startOf(item) : startOf(node);
      report(reader, placeAt(reader, at), 'empty-item', '列表里有一项是空的', null, '请写上内容，或删去这一项');
      items.push(voidScalar(reader.file));
    } else if (cut === null) items.push(readNode(reader, item, depth));
    else {
      const tail = cutOff(cut, node.items.slice(index + 1), itemPiece);
      items.push(cutByComma(reader, cut, tail));
      index += tail.length;
    }
  }
  return { kind: 'list', items, place: placeAt(reader, startOf(node)) };
};

/** The key of a pair; null, with a problem, when it cannot be one. */
const readKey = (reader: Reader, { key }: Pair): NotedScalar | null => {
  if (!isScalar(key)) {
    // A key is a node whenever the parser made it; only a broken one is not.
    const at = isMap(key) || isSeq(key) ? startOf(key) : 0;
    report(reader, placeAt(reader, at), 'key-not-text', '键必须是一个词', null, '请检查冒号前的内容');
    return null;
  }
  refuseProperties(reader, key);
  const noted = readScalar(reader, key);
  const sign = noted.quoted ? -1 : noted.text.indexOf('：');
  if (sign >= 0) {
    const place = { ...noted.place, column: noted.place.column + sign };
    report(reader, place, 'full-width', '这里的「：」是全角的，YAML 不认', '：', colonRemedy);
    return null;
  }
  if (noted.text !== '') return noted;
  report(reader, noted.place, 'key-empty', '冒号前没有键', null, '请写上键');
  return null;
};

/** False, with a problem, for a key that the mapping has already or cannot have. */
const isNewKey = (reader: Reader, { text, place }: NotedScalar, seen: Set<string>): boolean => {
  // Objects cannot carry this key safely, and no file needs it.
  if (text === '__proto__') {
    report(reader, place, 'unknown-key', '不认识的键', text, '请删去这个键');
    return false;
  }
  const folded = text.normalize('NFKC');
  if (seen.has(folded)) report(reader, place, 'duplicate-key', '同一个键写了两次', text, '请只留一个');
  const isNew = !seen.has(folded);
  seen.add(folded);
  return isNew;
};

const readMap = (reader: Reader, node: YAMLMap, depth: number): NotedMap => {
  const entries: NotedEntry[] = [];
  const seen = new Set<string>();
  let keyless = false;
  for (let index = 0; index < node.items.length; index++) {
    const pair = node.items[index];
    if (pair === undefined) continue;
    const key = readKey(reader, pair);
    const following = node.items[index + 1];
    const next = following === undefined ? null : pairPiece(following);
    const cut = trapped(node, pair.value, following !== undefined, next);
    const tail = cut === null ? [] : cutOff(cut, node.items.slice(index + 1), pairPiece);
    index += tail.length;
    const read = (): Noted | null => (isAbsent(pair.value) ? null : readNode(reader, pair.value, depth));
    const value = cut === null ? read() : cutByComma(reader, cut, tail);
    keyless ||= key === null;
    if (key !== null && isNewKey(reader, key, seen)) entries.push({ key: key.text, keyPlace: key.place, value });
    else reader.dropped.push(...textsIn(value));
  }
  const map: NotedMap = { kind: 'map', entries, place: placeAt(reader, startOf(node)) };
  return keyless ? { ...map, lost: new Set(['*']) } : map;
};

const readNode = (reader: Reader, node: unknown, depth: number): Noted => {
  if (isAlias(node)) refuseProperties(reader, node);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return voidScalar(reader.file);
  refuseProperties(reader, node);
  if (isScalar(node)) return readScalar(reader, node);
  if (depth >= maxDepth) {
    report(reader, placeAt(reader, startOf(node)), 'too-deep', `嵌套超过 ${maxDepth} 层`, null, '请减少嵌套');
    return voidScalar(reader.file);
  }
  return isMap(node) ? readMap(reader, node, depth + 1) : readList(reader, node, depth + 1);
};

/** A file read as far as it can be. */
export type Lenient = {
  /** Null for an empty file and for one that is no YAML at all. What a problem concerns is a void or left out. */
  readonly value: Noted | null;
  readonly problems: readonly Problem[];
  /** The texts of the parts that were left out. */
  readonly dropped: readonly string[];
  /** False when nothing of the file could be read. */
  readonly readable: boolean;
};

/**
 * Reads one YAML (or JSON) file, and goes on where a problem leaves the rest readable: of a key written twice the first one
 * stays, and what packs do not use is left out. Broken syntax leaves nothing.
 *
 * @param text  the file's text; more than 2 MB is refused
 * @param file  the name that places carry
 * @returns     what could be read, and every problem found; never throws
 * @problem     too-large, too-deep (> 40), broken-yaml, yaml-alias, yaml-anchor, yaml-tag, duplicate-key, tab-indent, empty-item, ascii-comma, full-width
 */
export const readYamlLeniently = (text: string, file: string): Lenient => {
  const reader: Reader = { file, lines: new LineCounter(), problems: [], dropped: [] };
  const nothing = { value: null, problems: reader.problems, dropped: reader.dropped, readable: false };
  if (text.length > maxBytes || new TextEncoder().encode(text).length > maxBytes) {
    report(reader, { file, line: 1, column: 1 }, 'too-large', '文件超过 2 MB', null, '请拆成几个文件');
    return nothing;
  }
  const document = parseDocument(text, {
    lineCounter: reader.lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  const errors = exhausted === undefined ? document.errors : [exhausted];
  if (
    errors.length > 0 &&
    reportFullWidth(
      reader,
      text,
      errors.map(({ pos }) => placeAt(reader, pos[0]).line),
    )
  )
    return nothing;
  for (const error of errors) {
    const { code, message, remedy } = brokenYaml(error.code);
    report(reader, placeAt(reader, error.pos[0]), code, message, null, remedy);
  }
  if (reader.problems.length > 0) return nothing;
  const root = document.contents;
  // A file whose every colon is full-width is one long text to the parser.
  if (isScalar(root) && reportFullWidth(reader, text, [placeAt(reader, startOf(root)).line])) return nothing;
  const value = isAbsent(root) ? null : readNode(reader, root, 0);
  return { ...nothing, value, readable: true };
};

/**
 * Reads one YAML (or JSON) file; one that has a problem is not read.
 *
 * @param text  the file's text
 * @param file  the name that places carry
 * @returns     the tree (null for an empty file), or every problem found; never throws
 */
export const readYaml = (text: string, file: string): Checked<Noted | null> => {
  const { value, problems } = readYamlLeniently(text, file);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
};
