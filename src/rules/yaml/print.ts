// One way to lay out a YAML file: two spaces, lists indented, short flow collections kept, long ones opened, comments kept.
import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from '#rules/packs/rulebook.ts';

const widest = 140;

/** The key under which a scalar's replacement is given. */
export const placeKey = ({ line, column }: Pick<Place, 'line' | 'column'>): string => `${line}:${column}`;

const layout = { lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: true } as const;

const read = (text: string) => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'error',
  });
  return { document, lines };
};

type Parsed = ReturnType<typeof read>;

/** Puts the new texts in place of the scalars that stand at these places; quotes that were needed for the old text go. */
const replaceScalars = ({ document, lines }: Parsed, texts: ReadonlyMap<string, string>): void => {
  visit(document, {
    Scalar: (_, node) => {
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      const text = texts.get(placeKey({ line, column: col }));
      if (text === undefined) return;
      node.value = text;
      node.type = 'PLAIN';
    },
  });
};

/** Opens the outermost flow collections on lines that are too wide; false when there is none to open. */
const openWide = ({ document, lines }: Parsed, text: string): boolean => {
  const rows = text.split('\n');
  let opened = false;
  const open = (node: unknown): void => {
    if (isPair(node)) return open(node.value);
    if (!isCollection(node)) return;
    const row = lines.linePos(node.range?.[0] ?? 0).line - 1;
    if (node.flow === true && node.items.length > 0 && (rows[row] ?? '').length > widest) {
      node.flow = false;
      opened = true;
    } else if (node.flow !== true) node.items.forEach(open);
  };
  open(document.contents);
  return opened;
};

/** Takes the padding out of one-line lists: [a, b] beside { a: 1 }. */
const tightenLists = (text: string): string => {
  const { document } = read(text);
  const cuts = new Set<number>();
  visit(document, {
    Seq: (_, node) => {
      const [from = 0, to = 0] = node.range ?? [];
      if (node.flow !== true || node.items.length === 0 || text.slice(from, to).includes('\n')) return;
      if (text[from + 1] === ' ') cuts.add(from + 1);
      if (text[to - 2] === ' ') cuts.add(to - 2);
    },
  });
  return text
    .split('')
    .filter((_, index) => !cuts.has(index))
    .join('');
};

/** A key without a value prints as `key:` in block and `key` in flow; both read back as no value. */
const keepAbsent = ({ document }: Parsed): void => {
  visit(document, {
    Map: (_, map) => {
      for (const pair of map.items) {
        if (isScalar(pair.value) && pair.value.source === '' && pair.value.type === 'PLAIN' && !isMap(pair.key))
          pair.value = null;
      }
    },
  });
};

/**
 * Prints a YAML text in the canonical layout.
 *
 * @param text   the file; returned as it is when it is not valid YAML or holds nothing
 * @param texts  new texts by placeKey of the scalar's place in `text`
 * @returns      the printed text, ending in a line feed; printing it again changes nothing
 */
export const printYaml = (text: string, texts: ReadonlyMap<string, string> = new Map()): string => {
  let parsed = read(text);
  if (parsed.document.errors.length > 0) return text;
  // A file without content (blank, or comments alone) has nothing to lay out, and the library cannot print it.
  if (parsed.document.contents === null) return text;
  replaceScalars(parsed, texts);
  keepAbsent(parsed);
  let printed = parsed.document.toString(layout);
  // Opening a collection may leave an inner one on a wide line; each round opens at least one, so this ends.
  for (parsed = read(printed); openWide(parsed, printed); parsed = read(printed))
    printed = parsed.document.toString(layout);
  return tightenLists(printed);
};
