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
import { opensBracket } from './commas.ts';

export type NotedScalar = {
  readonly kind: 'scalar';
  readonly text: string;
  readonly quoted: boolean;
  readonly place: Place;
};
export type NotedList = { readonly kind: 'list'; readonly items: readonly Noted[]; readonly place: Place };
export type NotedEntry = { readonly key: string; readonly keyPlace: Place; readonly value: Noted | null };
export type NotedMap = { readonly kind: 'map'; readonly entries: readonly NotedEntry[]; readonly place: Place };

/** `quoted` is true for '…', "…" and block scalars. A key without a value has value null. */
export type Noted = NotedScalar | NotedList | NotedMap;

const maxBytes = 2 * 1024 * 1024;
const maxDepth = 40;
const maxProblems = 50;

type Reader = { readonly file: string; readonly lines: LineCounter; readonly problems: Problem[] };

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
  if (reader.problems.length < maxProblems) {
    reader.problems.push({ place, code, message, found, expected: null, nearest: null, remedy });
  }
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
    report(reader, place, 'yaml-alias', '政策包里不能用 YAML 别名（*）', `*${node.source}`, '请把内容写全');
    return;
  }
  if ('anchor' in node && typeof node.anchor === 'string') {
    report(reader, place, 'yaml-anchor', '政策包里不能用 YAML 锚点（&）', `&${node.anchor}`, '请把内容写全');
  }
  if (typeof node.tag === 'string') {
    report(reader, place, 'yaml-tag', '政策包里不能用 YAML 标签（!）', node.tag, '请删去标签；文字可加引号');
  }
};

const readScalar = (reader: Reader, node: Scalar): NotedScalar => ({
  kind: 'scalar',
  text: typeof node.value === 'string' ? node.value : (node.source ?? ''),
  quoted: node.type !== 'PLAIN',
  place: placeAt(reader, startOf(node)),
});

const commaRemedy = '表达式里的逗号请写作 ，';

const reportComma = (reader: Reader, node: Scalar): void => {
  report(
    reader,
    placeAt(reader, startOf(node)),
    'ascii-comma',
    '半角逗号把这个值切断了，括号没有合上',
    String(node.value),
    commaRemedy,
  );
};

const readList = (reader: Reader, node: YAMLSeq, depth: number): NotedList => {
  const items: Noted[] = [];
  for (const [index, item] of node.items.entries()) {
    if (isAbsent(item)) {
      const at = isScalar(item) ? startOf(item) : startOf(node);
      report(reader, placeAt(reader, at), 'empty-item', '列表里有一项是空的', null, '请写上内容，或删去这一项');
      continue;
    }
    if (node.flow === true && isScalar(item) && opensBracket(item) && index + 1 < node.items.length)
      reportComma(reader, item);
    const noted = readNode(reader, item, depth);
    if (noted !== null) items.push(noted);
  }
  return { kind: 'list', items, place: placeAt(reader, startOf(node)) };
};

const readEntry = (reader: Reader, pair: Pair, depth: number): NotedEntry | null => {
  if (!isScalar(pair.key)) {
    // A key is a node whenever the parser made it; only a broken one is not.
    const at = isMap(pair.key) || isSeq(pair.key) ? startOf(pair.key) : 0;
    report(reader, placeAt(reader, at), 'key-not-text', '键必须是一个词', null, '请检查冒号前的内容');
    return null;
  }
  refuseProperties(reader, pair.key);
  const key = readScalar(reader, pair.key);
  // Objects cannot carry this key safely, and no file needs it.
  if (key.text === '__proto__') report(reader, key.place, 'unknown-key', '不认识的键', key.text, '请删去这个键');
  if (key.text === '') report(reader, key.place, 'key-empty', '冒号前没有键', null, '请写上键');
  const value = isAbsent(pair.value) ? null : readNode(reader, pair.value, depth);
  return { key: key.text, keyPlace: key.place, value };
};

const readMap = (reader: Reader, node: YAMLMap, depth: number): NotedMap => {
  const entries: NotedEntry[] = [];
  const seen = new Set<string>();
  for (const [index, pair] of node.items.entries()) {
    if (node.flow === true && isScalar(pair.value) && opensBracket(pair.value) && index + 1 < node.items.length) {
      reportComma(reader, pair.value);
    }
    const entry = readEntry(reader, pair, depth);
    if (entry === null) continue;
    const folded = entry.key.normalize('NFKC');
    if (seen.has(folded)) report(reader, entry.keyPlace, 'duplicate-key', '同一个键写了两次', entry.key, '请只留一个');
    seen.add(folded);
    entries.push(entry);
  }
  return { kind: 'map', entries, place: placeAt(reader, startOf(node)) };
};

const readNode = (reader: Reader, node: unknown, depth: number): Noted | null => {
  if (isAlias(node)) {
    refuseProperties(reader, node);
    return null;
  }
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  refuseProperties(reader, node);
  if (isScalar(node)) return readScalar(reader, node);
  if (depth >= maxDepth) {
    report(reader, placeAt(reader, startOf(node)), 'too-deep', `嵌套超过 ${maxDepth} 层`, null, '请减少嵌套');
    return null;
  }
  return isMap(node) ? readMap(reader, node, depth + 1) : readList(reader, node, depth + 1);
};

/**
 * Reads one YAML (or JSON) file.
 *
 * @param text  the file's text; more than 2 MB is refused
 * @param file  the name that places carry
 * @returns     the tree (null for an empty file), or every problem found; never throws
 * @problem     too-large, too-deep (> 40), broken-yaml, yaml-alias, yaml-anchor, yaml-tag, duplicate-key, tab-indent, empty-item, ascii-comma
 */
export const readYaml = (text: string, file: string): Checked<Noted | null> => {
  const reader: Reader = { file, lines: new LineCounter(), problems: [] };
  if (text.length > maxBytes || new TextEncoder().encode(text).length > maxBytes) {
    report(reader, { file, line: 1, column: 1 }, 'too-large', '文件超过 2 MB', null, '请拆成几个文件');
    return { ok: false, problems: reader.problems };
  }
  const document = parseDocument(text, {
    lineCounter: reader.lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  for (const error of exhausted === undefined ? document.errors : [exhausted]) {
    const { code, message, remedy } = brokenYaml(error.code);
    report(reader, placeAt(reader, error.pos[0]), code, message, null, remedy);
  }
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  const value = isAbsent(document.contents) ? null : readNode(reader, document.contents, 0);
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value };
};
