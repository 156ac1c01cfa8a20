// tihang check: every problem of every pack at once, or canonical printing with --fix.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOption, type CommandSpec } from './arguments.ts';
import { InputError } from './failure.ts';
import { defaultPacks, loadPacks, type Loaded } from './packs-folder.ts';
import { complain, paint, print, printJson } from './terminal.ts';
import { parseCases } from '#rules/cases/parse.ts';
import type { Compiled } from '#rules/packs/compile.ts';
import { canonicalText } from '#rules/packs/canonical.ts';
import { compileWithoutDemo } from '#rules/packs/without-demo.ts';
import { printProblem, type Problem } from '#rules/problem.ts';

const summary = (loaded: Loaded): string => {
  const book = loaded.compiled.rulebook;
  if (book === null) return '';
  const counts = [
    [book.packs.length, '个规则包'],
    [book.documents.size, '份文件'],
    [book.dictionary.facts.size, '个事实'],
    [book.gates.size, '道门槛'],
    [book.scores.size, '张评分表'],
    [book.items.size, '个事项'],
    [book.rulings.length, '条口径'],
  ] as const;
  return counts.map(([count, what]) => `${count} ${what}`).join(',');
};

/** Rewrites files that are not in canonical printing; packs with problems are left alone. */
const fix = (loaded: Loaded): number => {
  const { rulebook } = loaded.compiled;
  if (rulebook === null) return 0;
  let changed = 0;
  for (const file of loaded.files) {
    const text = canonicalText(file, rulebook);
    if (text === file.text) continue;
    writeFileSync(join(loaded.root, file.path), text);
    print(`已整理 ${file.path}`);
    changed++;
  }
  return changed;
};

/** Problems of the packs; of their worked cases too, once there is a rulebook to read them by. */
const problemsOf = (compiled: Compiled): readonly Problem[] => {
  const book = compiled.rulebook;
  if (book === null) return compiled.problems;
  return compiled.cases.flatMap((file) => {
    const { problems, broken } = parseCases(book, file);
    return [...problems, ...broken.flatMap((each) => each.problems)];
  });
};

/** What is wrong with all packs together, and what goes wrong as soon as the demo packs are left out. */
const checkTwice = ({ files, hash, compiled }: Loaded): { found: readonly Problem[]; twice: boolean } => {
  const found = problemsOf(compiled);
  const plain = compileWithoutDemo(files, hash, compiled);
  if (plain === null || compiled.rulebook === null) return { found, twice: false };
  const alone = plain.compiled.rulebook === null ? plain.problems : problemsOf(plain.compiled);
  const seen = new Set(found.map(printProblem));
  return { found: [...found, ...alone.filter((problem) => !seen.has(printProblem(problem)))], twice: true };
};

const report = (problems: readonly Problem[], folder: string): void => {
  for (const problem of problems) complain(printProblem(problem));
  complain(`${folder}:${problems.length} 处问题`);
};

export const checkCommand: CommandSpec = {
  name: 'check',
  usage: 'check [规则包文件夹…] [--fix] [--json]',
  summary: '检查规则包：一次列出全部问题，给出文件、行、列、发现、应为、最接近的名称。',
  options: { fix: { value: null, help: '把文件整理成规范写法' }, json: jsonOption },
  words: [0, 20],
  examples: ['tihang check packs', 'tihang check packs --fix'],
  run: (given) => {
    const folders = given.words.length === 0 ? [defaultPacks()] : given.words;
    const loaded = folders.map((folder) => {
      const packs = loadPacks(folder, { demo: true });
      return { folder, packs, ...checkTwice(packs) };
    });
    const problems = loaded.flatMap(({ found }) => found);
    if (given.flag('json')) printJson({ ok: problems.length === 0, problems });
    for (const { folder, packs, found, twice } of loaded) {
      if (found.length > 0) report(found, folder);
      else if (!given.flag('json'))
        print(
          `${paint('good', '●')} ${folder} 没有问题：${summary(packs)}${twice ? '；去掉演示规则包同样没有问题' : ''}`,
        );
    }
    if (given.flag('fix')) {
      if (problems.length > 0) throw new InputError('有错误的规则包不整理：先改正以上各处');
      if (loaded.map(({ packs }) => fix(packs)).every((changed) => changed === 0)) print('已是规范写法');
    }
    return problems.length === 0 ? 0 : 1;
  },
};
