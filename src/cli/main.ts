// The command line of Tihang: reads argv, runs one command, and turns every failure into words and an exit code.
import { helpOf, readArguments, columns, type CommandSpec } from './arguments.ts';
import { InputError, UsageError, linesOf } from './failure.ts';
import { complain, print } from './terminal.ts';
import { nearestName } from '#rules/facts/nearest.ts';

/** Each command loads what it needs, so that a calculation does not wait for the web server to load. */
const commands: Readonly<Record<string, () => Promise<CommandSpec>>> = {
  check: async () => (await import('./check.ts')).checkCommand,
  test: async () => (await import('./test.ts')).testCommand,
  assess: async () => (await import('./commands.ts')).assessCommand,
  evaluate: async () => (await import('./commands.ts')).evaluateCommand,
  gate: async () => (await import('./commands.ts')).gateCommand,
  explain: async () => (await import('./commands.ts')).explainCommand,
  calendar: async () => (await import('./commands.ts')).calendarCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  backup: async () => (await import('./database.ts')).backupCommand,
  restore: async () => (await import('./database.ts')).restoreCommand,
  migrate: async () => (await import('./database.ts')).migrateCommand,
  'verify-log': async () => (await import('./verify-log.ts')).verifyLogCommand,
};

const help = async (): Promise<string> => {
  const specs = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...specs.map((command) => columns(command.usage)));
  return [
    '梯航 Tihang：企业支持政策的可执行条款',
    '',
    '用法：tihang 命令 …（每个命令都有 --help)',
    '',
    ...specs.map(
      ({ usage, summary }) => `  ${usage}${' '.repeat(width - columns(usage) + 2)}${summary.split('。')[0]}`,
    ),
    '',
    '退出码：0 完成（不论结果如何）· 1 输入或规则包有误 · 2 用法不对',
  ].join('\n');
};

const run = async (argv: readonly string[]): Promise<number> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(await help());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const nearest = nearestName(name, Object.keys(commands));
    throw new UsageError(`没有命令「${name}」${nearest === null ? '' : `，是否指 ${nearest}`}`);
  }
  const command = await load();
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
    complain('tihang --help 列出命令，tihang 命令 --help 说明每个命令');
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
