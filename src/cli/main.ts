// The command line of Tihang: reads argv, runs one command, and turns every failure into words and an exit code.
import { helpOf, readArguments, columns, type CommandSpec } from './arguments.ts';
import { checkCommand } from './check.ts';
import { assessCommand, calendarCommand, evaluateCommand, explainCommand, gateCommand } from './commands.ts';
import { exportCommand } from './export.ts';
import { InputError, UsageError, linesOf } from './failure.ts';
import { serveCommand } from './serve.ts';
import { complain, print } from './terminal.ts';
import { testCommand } from './test.ts';
import { nearestName } from '#rules/packs/nearest.ts';

const commands: readonly CommandSpec[] = [
  checkCommand,
  testCommand,
  assessCommand,
  evaluateCommand,
  gateCommand,
  explainCommand,
  calendarCommand,
  serveCommand,
  exportCommand,
];

const help = (): string => {
  const width = Math.max(...commands.map((command) => columns(command.usage)));
  return [
    '梯航 Tihang:企业支持政策的可执行条款',
    '',
    '用法:tihang 命令 …(每个命令都有 --help)',
    '',
    ...commands.map(({ usage, summary }) => `  ${usage}${' '.repeat(width - columns(usage) + 2)}${summary.split('。')[0]}`),
    '',
    '退出码:0 完成(不论结果如何)· 1 输入或规则包有误 · 2 用法不对',
  ].join('\n');
};

const run = async (argv: readonly string[]): Promise<number> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const nearest = nearestName(name, commands.map((each) => each.name));
    throw new UsageError(`没有命令「${name}」${nearest === null ? '' : `,是否指 ${nearest}`}(tihang --help 列出全部)`);
  }
  const given = readArguments(command, rest);
  if (given === null) {
    print(helpOf(command));
    return 0;
  }
  return command.run(given);
};

const codeOf = (error: unknown): number => {
  if (error instanceof UsageError) {
    complain(error.message);
    return 2;
  }
  if (error instanceof InputError) {
    for (const line of linesOf(error)) complain(line);
    return 1;
  }
  throw error;
};

// A reader that has seen enough (head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2)).catch(codeOf);
