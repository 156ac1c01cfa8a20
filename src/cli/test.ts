// tihang test: the worked cases of all packs or of one file, and with --mutate the proof that each of them looks somewhere.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { demoOption, jsonOption, packsOption, type CommandSpec, type Given } from './arguments.ts';
import { InputError } from './failure.ts';
import { readText } from './input.ts';
import { defaultPacks, loadPacks, loadRulebook } from './packs-folder.ts';
import { complain, paint, print, printJson } from './terminal.ts';
import type { MutationReport } from '#rules/cases/mutate.ts';
import { runAll, type RunReport } from '#rules/cases/run.ts';
import { printProblem } from '#rules/problem.ts';

type Count = { readonly passed: number; readonly failed: number };

/** Cases that passed; what failed: cases, broken files, living mutants, excuses without a mutant. */
const countOf = ({ hand, generated, mutation }: RunReport): Count => ({
  passed: hand.passed + generated.passed,
  failed:
    hand.failed + generated.failed + (mutation === null ? 0 : mutation.survivors.length + mutation.idleExcuses.length),
});

const printFailures = (report: RunReport): void => {
  for (const problem of report.problems) complain(printProblem(problem));
  for (const { title, place, generated, differences } of report.failures) {
    complain(`${place.file}:${place.line}:${place.column}  ${generated ? '（生成）' : ''}${title}`);
    for (const difference of differences) complain(`    ${difference}`);
  }
};

const printMutation = (mutation: MutationReport): void => {
  for (const { id, place } of mutation.survivors)
    complain(`${place === null ? '' : `${place.file}:${place.line}:${place.column}  `}没有算例发现这处改动：${id}`);
  for (const { mutant, place } of mutation.idleExcuses)
    complain(`${place.file}:${place.line}:${place.column}  没有这个存活的变异，或已经列过：${mutant}`);
  const { total, killed, survivors, excused } = mutation;
  print(`变异 ${total} 处：${killed} 处被算例发现，${excused.length} 处等价（有理由），${survivors.length} 处没有发现`);
  for (const { reason, count } of mutation.unseen)
    print(`  ${paint('quiet', `另有 ${count} 处不影响结果：${reason}`)}`);
};

const runFolder = (folder: string, given: Given): RunReport => {
  const { compiled } = loadPacks(folder, { demo: given.flag('demo'), examples: true });
  if (compiled.rulebook === null)
    throw new InputError('规则包有错误，算例没有运行。先改正以上各处。', compiled.problems);
  return runAll(compiled.rulebook, compiled.cases, { mutate: given.flag('mutate') });
};

const runFile = (path: string, given: Given): RunReport => {
  const book = loadRulebook(given.text('packs') ?? defaultPacks(), { demo: given.flag('demo') });
  return runAll(book, [{ path, text: readText(path) }], { mutate: given.flag('mutate'), generate: false });
};

export const testCommand: CommandSpec = {
  name: 'test',
  usage: 'test [规则包文件夹|算例文件] [--mutate] [--demo] [--json]',
  summary: '运行算例：规则包文件夹的全部算例，或一个算例文件。',
  options: {
    mutate: { value: null, help: '把每个数、每个条件改一处，要求有手写算例发现' },
    report: { value: '文件', help: '把计数写成 JSON' },
    packs: packsOption,
    demo: demoOption,
    json: jsonOption,
  },
  words: [0, 1],
  examples: [
    'tihang test packs',
    'tihang test packs --mutate',
    'tihang test packs --demo',
    'tihang test my-cases.yaml',
  ],
  run: (given) => {
    const target = given.words[0] ?? defaultPacks();
    if (!existsSync(target)) throw new InputError(`没有 ${target}（应为规则包文件夹或算例文件）`);
    const report = statSync(target).isDirectory() ? runFolder(target, given) : runFile(target, given);
    const { passed, failed } = countOf(report);
    if (passed + failed === 0) throw new InputError(`${target} 里没有算例：没有检验任何东西`);
    const path = given.text('report');
    if (path !== null) writeFileSync(path, JSON.stringify({ passed, failed, ok: failed === 0 }));
    if (given.flag('json')) printJson({ passed, failed, ...report });
    else {
      printFailures(report);
      print(
        `手写算例 ${report.hand.passed} 个通过、${report.hand.failed} 个失败；按条件生成的算例 ${report.generated.passed} 个通过、${report.generated.failed} 个失败`,
      );
      if (report.mutation !== null) printMutation(report.mutation);
      print(`${passed} passed, ${failed} failed`);
    }
    return failed === 0 ? 0 : 1;
  },
};
