// The packs as they are without the demo ones: what is checked a second time, and what the worked cases of real packs are run against.
import { compilePacks, type Compiled, type SourceFile } from './compile.ts';
import { marksDemo } from './demo.ts';
import type { Rulebook } from './rulebook.ts';
import type { Problem } from '#rules/problem.ts';

const folderOf = ({ path }: SourceFile): string => path.split('/')[0] ?? '';

/** The files of packs that are not marked as demo packs. */
const filesWithoutDemo = (files: readonly SourceFile[]): readonly SourceFile[] => {
  const demo = new Set(
    files.filter((file) => file.path === `${folderOf(file)}/pack.yaml` && marksDemo(file.text)).map(folderOf),
  );
  return files.filter((file) => !demo.has(folderOf(file)));
};

const isKnown = (problem: Problem, known: readonly Problem[]): boolean =>
  known.some(
    ({ place, code }) =>
      code === problem.code &&
      place.file === problem.place.file &&
      place.line === problem.place.line &&
      place.column === problem.place.column,
  );

/**
 * Compiles the packs a second time without the demo ones, which nothing outside may need.
 *
 * @param whole  the same files compiled together
 * @returns      null where there is no demo pack; else what was compiled, and every problem that only their absence makes
 */
export const compileWithoutDemo = (
  files: readonly SourceFile[],
  hash: string,
  whole: Compiled,
): { readonly compiled: Compiled; readonly problems: readonly Problem[] } | null => {
  const plain = filesWithoutDemo(files);
  // Demo packs alone build on packs that are not there: there is nothing outside them to check.
  if (plain.length === files.length || plain.length === 0) return null;
  const compiled = compilePacks(plain, hash);
  const problems = compiled.problems
    .filter((problem) => !isKnown(problem, whole.problems))
    .map((problem) => ({
      ...problem,
      message: `不加载演示规则包时：${problem.message}`,
      remedy: '演示规则包以外的内容不能引用它，请去掉这处引用',
    }));
  return { compiled, problems };
};

const known = new WeakMap<Rulebook, Rulebook>();

/** The rulebook without what demo packs brought: the same book where there are none. */
export const withoutDemo = (book: Rulebook): Rulebook => {
  const demo = book.packs.filter((pack) => pack.demo).map(({ id }) => `${id}/`);
  if (demo.length === 0) return book;
  const before = known.get(book);
  if (before) return before;
  const isPlain = ({ id }: { readonly id: string }): boolean => !demo.some((start) => id.startsWith(start));
  const plain = <V extends { readonly id: string }>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Map([...map].filter(([, each]) => isPlain(each)));
  const without: Rulebook = {
    ...book,
    packs: book.packs.filter((pack) => !pack.demo),
    documents: new Map([...book.documents].filter(([, document]) => document.demo !== true)),
    gates: plain(book.gates),
    overlays: book.overlays.filter(isPlain),
    rulings: book.rulings.filter(isPlain),
    scores: plain(book.scores),
    items: plain(book.items),
    stacking: plain(book.stacking),
    registers: plain(book.registers),
    funds: plain(book.funds),
    indicators: plain(book.indicators),
    plans: plain(book.plans),
    assessments: plain(book.assessments),
    glossary: new Map([...book.glossary].filter(([, { pack }]) => !demo.includes(`${pack}/`))),
  };
  known.set(book, without);
  return without;
};
