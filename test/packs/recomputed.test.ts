// Forty worked cases, drawn by a fixed seed, are worked out again by a script that shares no code with the program.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asText, draw, drawnFile, population } from './draw-cases.ts';

const folder = join(import.meta.dirname, '../../docs/recomputed');
const script = join(folder, 'recompute.mjs');
const temporary = mkdtempSync(join(tmpdir(), 'recomputed-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const run = (...words: readonly string[]) =>
  spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', timeout: 60_000 });

describe('the recomputed cases', () => {
  it('are those that the seed draws from the cases of the packs as they stand', () => {
    // When the packs have changed: node test/packs/draw-cases.ts, then work the new ones out in docs/recomputed/rules.mjs.
    expect(readFileSync(drawnFile, 'utf8')).toBe(asText(draw()));
  });

  it('are forty of several hundred, each drawn once', () => {
    expect(population().length).toBeGreaterThan(400);
    expect(new Set(draw().map((one) => JSON.stringify(one))).size).toBe(40);
  });

  it('come out the same without the program', () => {
    const { stdout, status } = run();
    expect(stdout.trim().split('\n').at(-1)).toBe('40 the same, 0 different');
    expect(status).toBe(0);
  });

  it('would show a difference of one fen', () => {
    const cases = draw().map((one) =>
      one.item === 'national/tax-rd-100' ? { ...one, expect: { ...one.expect, amount: '7264344.72元' } } : one,
    );
    const file = join(temporary, 'cases.json');
    writeFileSync(file, asText(cases));
    const { stdout, status } = run(file);
    expect(stdout).toContain('DIFFERENT national/tax-rd-100');
    expect(stdout.trim().split('\n').at(-1)).toBe('39 the same, 1 different');
    expect(status).toBe(1);
  });

  it('would show another verdict', () => {
    const cases = draw().map((one) =>
      one.item === 'nantong/award-little-giant' ? { ...one, expect: { ...one.expect, verdict: 'undetermined' } } : one,
    );
    const file = join(temporary, 'verdicts.json');
    writeFileSync(file, asText(cases));
    expect(run(file).status).toBe(1);
  });

  it('stand in the table as the script prints it', () => {
    // The formatter pads the columns of a table; what stands in them is the same.
    const plain = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-+/g, '-');
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(plain(readme)).toContain(plain(run('--table').stdout.trim()));
  });
});

describe('the script', () => {
  it('imports nothing but Node’s own and what stands beside it', () => {
    const imported = readdirSync(folder)
      .filter((name) => name.endsWith('.mjs'))
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)])
      .map(([, module]) => module);
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.filter((module) => !/^(node:|\.\/[\w-]+\.mjs$)/.test(module ?? ''))).toEqual([]);
  });
});
