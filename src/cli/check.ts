// tihang check: every problem of every pack at once, or canonical printing with --fix.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOption, type CommandSpec } from './arguments.ts';
import { InputError } from './failure.ts';
import { defaultPacks, loadPacks, type Loaded } from './packs-folder.ts';
import { today } from './input.ts';
import { complain, paint, print, printJson } from './terminal.ts';
import { parseCases } from '#rules/cases/parse.ts';
import type { Compiled } from '#rules/packs/compile.ts';
import { canonicalText } from '#rules/packs/canonical.ts';
import { compileWithoutDemo } from '#rules/packs/without-demo.ts';
import { printProblem, type Problem } from '#rules/problem.ts';
import { consistencyFindings } from '#rules/report/consistency.ts';
import { findingKinds, type Finding } from '#rules/report/finding.ts';

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
    [book.registers.size, '份名录'],
    [book.funds.size, '项资金'],
    [book.indicators.size, '个指标'],
    [book.plans.size, '份措施台账'],
    [book.assessments.size, '项评测'],
    [book.glossary.size, '条术语'],
    [book.rulings.length, '条口径'],
  ] as const;
  return counts.map(([count, what]) => `${count} ${what}`).join('，');
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

/** What compiles but should be looked at; nothing while there are errors. */
const findingsOf = ({ compiled }: Loaded): readonly Finding[] =>
  compiled.rulebook === null ? [] : consistencyFindings(compiled.rulebook, today());

const printFindings = (findings: readonly Finding[]): void => {
  for (const [kind, title] of Object.entries(findingKinds)) {
    const found = findings.filter((finding) => finding.kind === kind);
    if (found.length === 0) continue;
    print(`\n${paint('strong', `${title}（${found.length}）`)}`);
    for (const { of, text, place } of found)
      print(`  ${place === null ? '' : `${place.file}:${place.line}  `}${of}  ${text}`);
  }
  print(findings.length === 0 ? '没有需要留意的地方' : `\n${findings.length} 处请作者看一看；它们不是错误`);
};

export const checkCommand: CommandSpec = {
  name: 'check',
  usage: 'check [规则包文件夹…] [--fix] [--report] [--json]',
  summary: '检查规则包：一次列出全部问题，给出文件、行、列、发现、应为、最接近的名称。',
  options: {
    fix: { value: null, help: '把文件整理成规范写法' },
    report: {
      value: null,
      help: '再列出不是错误但应看一看的：互相矛盾、不起作用的门槛、走不到的分支、日期空档、疑似重名、县区与市级同类',
    },
    json: jsonOption,
  },
  words: [0, 20],
  examples: ['tihang check packs', 'tihang check packs --fix'],
  run: (given) => {
    const folders = given.words.length === 0 ? [defaultPacks()] : given.words;
    const loaded = folders.map((folder) => {
      const packs = loadPacks(folder, { demo: true, examples: true });
      return { folder, packs, ...checkTwice(packs) };
    });
    const problems = loaded.flatMap(({ found }) => found);
    const findings = given.flag('report') ? loaded.flatMap(({ packs }) => findingsOf(packs)) : null;
    if (given.flag('json'))
      printJson({ ok: problems.length === 0, problems, ...(findings === null ? {} : { findings }) });
    for (const { folder, packs, found, twice } of loaded) {
      if (found.length > 0) report(found, folder);
      else if (!given.flag('json'))
        print(
          `${paint('good', '●')} ${folder} 没有问题：${summary(packs)}${twice ? '；去掉演示规则包同样没有问题' : ''}`,
        );
    }
    if (findings !== null && !given.flag('json')) printFindings(findings);
    if (given.flag('fix')) {
      if (problems.length > 0) throw new InputError('有错误的规则包不整理：先改正以上各处');
      if (loaded.map(({ packs }) => fix(packs)).every((changed) => changed === 0)) print('已是规范写法');
    }
    return problems.length === 0 ? 0 : 1;
  },
};
