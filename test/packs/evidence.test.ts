// No figure without a clause: walks the YAML of every city pack, with a reader of its own, and asks of each number, day, window,
// stage and share which clause it stands on.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { loadPacks } from '#cli/packs-folder.ts';
import { compilePacks } from '#rules/packs/compile.ts';
import { ungrounded } from '#rules/packs/evidence.ts';

const packs = resolve(import.meta.dirname, '../../packs');
const decides = new Set(['primary', 'ruling', 'secondary', 'seed']);

/** Keys whose text only names, restates or notes; and those that say which clause or document it is. */
const wordsOnly = new Set([
  'id',
  'key',
  'name',
  'en',
  'says',
  'at',
  'document',
  'clause',
  'clauses',
  'unsettled',
  'owner',
  'theme',
  'note',
  'evidence',
  'stacking',
  'helps',
  'unpublished',
  'title',
  'definition',
  'cautions',
]);

const textOf = (map: YAMLMap, key: string): string | null => {
  const value = map.get(key, true);
  return isScalar(value) ? String(value.value) : null;
};

type Clauses = ReadonlyMap<string, string>;

const clausesOf = (node: unknown): Clauses => {
  const list = isMap(node) ? node.get('clauses', true) : null;
  if (!isSeq(list)) return new Map();
  return new Map(
    list.items.filter(isMap).map((clause) => [textOf(clause, 'key') ?? '', textOf(clause, 'evidence') ?? ''] as const),
  );
};

type Figure = { readonly where: string; readonly text: string; readonly grade: string | null };

/** Every text with a digit, with the grade of the clause that holds for it. */
function* figures(node: unknown, where: string, clauses: Clauses, held: string | null): Iterable<Figure> {
  if (isScalar(node)) {
    const text = String(node.source ?? node.value);
    if (/\d/.test(text)) yield { where, text, grade: held === null ? null : (clauses.get(held) ?? null) };
    return;
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* figures(item, `${where}[${index}]`, clauses, held);
    return;
  }
  if (!isMap(node)) return;
  const own = clausesOf(node);
  const visible: Clauses = new Map([...clauses, ...own]);
  const [only] = own.size === 1 ? own.keys() : [null];
  const clause = textOf(node, 'clause') ?? only ?? held;
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = `${where}.${key}`;
    // The thresholds of a benefit table are keys.
    if (/^\d/.test(key)) yield { where: at, text: key, grade: clause === null ? null : (visible.get(clause) ?? null) };
    if (!wordsOnly.has(key)) yield* figures(pair.value, at, visible, clause);
  }
}

const folders = [
  'items',
  'ladder',
  'scores',
  'derivations',
  'parameters',
  'sets.yaml',
  'stacking.yaml',
  'registers.yaml',
  'funds.yaml',
  'indicators.yaml',
  'plans.yaml',
  'glossary.yaml',
  'assessments',
];

const filesOf = (pack: string): readonly string[] =>
  readdirSync(join(packs, pack), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && folders.some((folder) => name.startsWith(folder)))
    .toSorted();

describe.each(['nantong', 'jiangsu'])('every figure of the %s pack', (pack) => {
  it.each(filesOf(pack))('in %s stands on a clause of grade seed or better, or on a ruling', (name) => {
    const root = parseDocument(readFileSync(join(packs, pack, name), 'utf8')).contents;
    const found = [...figures(root, name, new Map(), null)];
    expect(found.filter(({ grade }) => grade === null || !decides.has(grade))).toEqual([]);
  });
});

it('finds figures to ask about, and none that the compiler left without ground', () => {
  const all = filesOf('nantong').flatMap((name) => [
    ...figures(parseDocument(readFileSync(join(packs, 'nantong', name), 'utf8')).contents, name, new Map(), null),
  ]);
  expect(all.length).toBeGreaterThan(60);
  const { rulebook } = loadPacks(packs).compiled;
  expect(rulebook).not.toBeNull();
  expect(rulebook === null ? [] : ungrounded(rulebook)).toEqual([]);
});

describe('the demo pack', () => {
  const whole = loadPacks(packs, { demo: true });

  it('is exempt by its mark alone, and every text of it says what it is', () => {
    const marked = whole.compiled.rulebook?.packs.filter(({ demo }) => demo).map(({ id }) => id);
    expect(marked).toEqual(['nantong-demo']);
    const rulings = whole.compiled.rulebook?.rulings ?? [];
    expect(rulings.length).toBeGreaterThan(40);
    for (const { pack, says, clause } of rulings) {
      expect([pack, clause.evidence, clause.document.demo]).toEqual(['nantong-demo', 'ruling', true]);
      expect(says).toMatch(/^演示口径：/);
      expect(clause.document.title).toMatch(/^演示口径：/);
    }
  });

  it('lends no figure to a real pack: a clause of it is out of reach there', () => {
    const bare = 'procedure: { kind: apply, window: unknown }';
    const path = 'nantong/items/new-project.yaml';
    expect(whole.files.find((file) => file.path === path)?.text).toContain(bare);
    const lent = whole.files.map((file) => {
      if (file.path !== path) return file;
      const clause = '  - { key: demo, document: demo-rulings, evidence: ruling, says: 演示口径：五天 }';
      const text = file.text
        .replace('clauses:', `clauses:\n${clause}`)
        .replace(bare, 'procedure: { kind: apply, stages: [{ kind: notice, days: 5日, clause: demo }] }');
      return { path, text };
    });
    const { problems } = compilePacks(lent, 'sha256:lent');
    expect(problems.filter(({ place }) => place.file === path).map(({ code }) => code)).toEqual(['unseen-document']);
  });

  it('is not there when nobody asks for it', () => {
    const plain = loadPacks(packs).compiled.rulebook;
    expect(plain?.rulings).toEqual([]);
    expect([...(plain?.documents.values() ?? [])].filter(({ demo }) => demo === true)).toEqual([]);
  });
});

it('knows a figure without a clause when it sees one', () => {
  const bare = parseDocument('id: x\nversions: [ { from: 2024-01-01, benefit: { amount: 50万元 } } ]').contents;
  expect([...figures(bare, 'x', new Map(), null)].map(({ text, grade }) => [text, grade])).toEqual([
    ['2024-01-01', null],
    ['50万元', null],
  ]);
});
