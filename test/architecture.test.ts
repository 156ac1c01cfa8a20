// The law of arrows: who may import whom, no circles, pure rooms pure. Reads the same table as the linter.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { pure, pureLibraries, rooms } from '../rooms.mjs';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');

type Import = { readonly from: string; readonly to: string };

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));

const dynamicImport = /\bimport\(\s*(['"])([^'"]+)\1\s*\)/g;

const importsOf = (file: string): readonly Import[] => {
  const text = readFileSync(join(source, file), 'utf8');
  const { module, errors } = parseSync(file, text);
  expect(errors, file).toEqual([]);
  const found = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...[...text.matchAll(dynamicImport)].map((match) => match[2] ?? ''),
  ];
  return found.map((to) => ({ from: file, to }));
};

const imports = files.flatMap(importsOf);
const roomOf = (file: string): string => file.split('/')[0] ?? '';

const targetOf = ({ from, to }: Import): string | null => {
  if (to.startsWith('#')) return to.slice(1);
  if (to.startsWith('.')) return relative(source, join(source, dirname(from), to)).replaceAll('\\', '/');
  return null;
};

const allowed = rooms;

/** Every circle of the graph that a depth-first walk meets, as the path that closes it. */
const circles = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
};

describe('the law of arrows', () => {
  it('sees every room, and no room outside the table', () => {
    expect([...new Set(files.map(roomOf))].toSorted()).toEqual(Object.keys(rooms).toSorted());
    for (const room of Object.keys(rooms))
      expect(
        imports.some(({ from }) => roomOf(from) === room),
        room,
      ).toBe(true);
  });

  it('lets a room import only the rooms that the table gives it', () => {
    const wrong = imports.filter((each) => {
      const target = targetOf(each);
      if (target === null) return false;
      const [here, there] = [roomOf(each.from), roomOf(target)];
      return here !== there && !(allowed[here] ?? []).includes(there);
    });
    expect(wrong).toEqual([]);
  });

  it('goes across folders by #room/…, never by ../', () => {
    expect(imports.filter(({ to }) => to.startsWith('..'))).toEqual([]);
  });

  it('keeps pure rooms free of Node and of other libraries', () => {
    const builtin = new Set(builtinModules);
    const library = (to: string): string =>
      to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/');
    const wrong = imports.filter(
      (each) =>
        pure.includes(roomOf(each.from)) &&
        targetOf(each) === null &&
        (each.to.startsWith('node:') || builtin.has(each.to) || !pureLibraries.includes(library(each.to))),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports that exist at run time', () => {
    const edges = new Map<string, string[]>();
    for (const file of files) {
      const { module } = parseSync(file, readFileSync(join(source, file), 'utf8'));
      const values = module.staticImports.filter(
        (each) => each.entries.length === 0 || each.entries.some((entry) => !entry.isType),
      );
      edges.set(
        file,
        values.flatMap((each) => targetOf({ from: file, to: each.moduleRequest.value }) ?? []),
      );
    }
    expect(circles(edges)).toEqual([]);
  });

  it('reaches workers only by new URL, and types only by import statements', () => {
    for (const file of files) {
      const text = readFileSync(join(source, file), 'utf8');
      expect(text, file).not.toMatch(/\bimport\(['"][^'"]+['"]\)\./);
      for (const [made] of text.matchAll(/new Worker\([^)]*\)/g))
        expect(made, file).toMatch(/new URL\('\.\/[^']+', import\.meta\.url\)/);
    }
  });
});

describe('the shape of files', () => {
  it('keeps every file under 400 lines', () => {
    const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 401);
    expect(long.filter((file) => !file.startsWith('rules/language/expression-parser'))).toEqual([]);
  });

  it('uses no file name that says nothing', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|manager)\b/.test(file))).toEqual([]);
  });
});
