// npm run bench: how long an assessment takes, side by side in one run. Ratios matter; absolute figures are this machine's.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPacks } from '#cli/packs-folder.ts';
import { assess } from '#rules/assess/assess.ts';
import { begin } from '#rules/evaluate/begin.ts';
import { decide } from '#rules/evaluate/decide.ts';
import { explain } from '#rules/evaluate/explain.ts';
import { evaluateGate, requirementOn } from '#rules/evaluate/gate.ts';
import { evaluateItem } from '#rules/evaluate/item.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import { readEnterprise } from '#rules/facts/read-enterprise.ts';
import { parseExpression } from '#rules/language/parse.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { show, time, type Timing } from './timing.ts';

const root = resolve(import.meta.dirname, '..');
const { compiled, files } = loadPacks(join(root, 'packs'));
const book = compiled.rulebook;
const on = readDate('2025-06-01');
if (book === null || on === null) throw new Error('the packs have problems: run tihang check packs');

const firmOf = (file: string): Enterprise => {
  const noted = readYaml(readFileSync(join(root, 'examples', file), 'utf8'), file);
  const firm = noted.ok && noted.value !== null ? readEnterprise(noted.value, book.dictionary) : null;
  if (!firm?.ok) throw new Error(`${file} has problems`);
  return firm.value;
};

const examples = readdirSync(join(root, 'examples')).filter(
  (name) => name.endsWith('.yaml') && name !== 'samples.yaml',
);
const firms = examples.map(firmOf);
const [firm] = firms;
if (firm === undefined) throw new Error('there are no example firms');

const print = (what: string, { median, least, runs }: Timing, note = ''): void => {
  console.log(
    `${what.padEnd(58)} ${show(median).padStart(10)}  least ${show(least).padStart(10)}  ${String(runs).padStart(6)} runs  ${note}`,
  );
};

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `${book.items.size} items, ${book.gates.size} gates, ${book.dictionary.facts.size} facts, ${files.length} pack files\n`,
);

let worst = 0;
firms.forEach((each, index) => {
  const timing = time(() => assess(book, each, on));
  worst = Math.max(worst, timing.median);
  print(`traced assessment of ${examples[index] ?? ''}`, timing);
});
console.log(`slowest median ${show(worst)} (bound: 4 ms)\n`);

const whole = time(() => assess(book, firm, on));
const traced = time(() => {
  for (const item of book.items.values()) evaluateItem(book, item, firm, on);
  for (const gate of book.gates.values()) evaluateGate(book, gate, 'new', firm, on);
});
print(
  'all items and gates traced, without search and combination',
  traced,
  `${(whole.median / traced.median).toFixed(1)} × of it is the whole assessment`,
);

const gate = book.gates.get('national/xjr-2026');
if (gate) {
  const require = requirementOn(book, gate, 'new', on);
  const explained = time(() => explain(begin({ book, firm, on }), require));
  const decided = time(() => decide(begin({ book, firm, on }), require));
  print(`gate ${gate.id} traced`, explained);
  print(`gate ${gate.id} untraced`, decided, `traced costs ${(explained.median / decided.median).toFixed(1)} ×`);
}

const text = '上年(研发费用) ÷ 上年(营业收入) ≥ 3% 且 近两年合计(研发费用) ≥ 1200万元';
const scope = { dictionary: book.dictionary, subject: 'enterprise', bareSeries: false } as const;
print(
  'one expression parsed and checked',
  time(() => parseExpression(text, scope, 'condition')),
);
print(
  'all packs read, compiled and checked',
  time(() => loadPacks(join(root, 'packs')), 4000),
);
