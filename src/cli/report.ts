// tihang report: what changed between two dates, what ends soon, what rests on weak evidence, what is 待核.
import { demoOption, jsonOption, onOption, packsOption, type CommandSpec } from './arguments.ts';
import { bookOf } from './commands.ts';
import { UsageError } from './failure.ts';
import { dateOption, readDateWord } from './input.ts';
import { paint, print, printJson } from './terminal.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { changesBetween, expiringWithin, type ChangeKind } from '#rules/report/changes.ts';
import { leaningOn } from '#rules/report/evidence.ts';
import { openKinds, openPoints } from '#rules/report/open-points.ts';
import { readinessCounts, readinessWords } from '#rules/report/readiness.ts';

const changeWords = { begins: '开始', ends: '终止', replaced: '换版' } as const satisfies Record<ChangeKind, string>;

type Asked = {
  readonly on: PlainDate;
  readonly days: number;
  readonly between: readonly [PlainDate, PlainDate] | null;
};

const reportOf = (book: Rulebook, { on, days, between }: Asked) => ({
  on,
  readiness: readinessCounts(book),
  changes: between === null ? null : changesBetween(book, ...between),
  expiring: expiringWithin(book, on, days),
  secondary: leaningOn(book, 'secondary'),
  seed: leaningOn(book, 'seed'),
  open: openPoints(book),
});

type Report = ReturnType<typeof reportOf>;

const section = (title: string, lines: readonly string[]): void => {
  print(paint('strong', `${title}（${lines.length}）`));
  for (const line of lines) print(`  ${line}`);
  print();
};

const printReport = (report: Report, { days, between }: Asked): void => {
  const { computable, partial, catalogue } = report.readiness;
  const counts = [
    `${readinessWords.computable} ${computable}`,
    `${readinessWords.partial} ${partial}`,
    `${readinessWords.catalogue} ${catalogue}`,
  ];
  print(`事项和门槛：${counts.join(' · ')}\n`);
  if (report.changes !== null && between !== null)
    section(
      `${between[0]} 到 ${between[1]} 的变化`,
      report.changes.map(
        ({ what, id, name, change, text }) => `${changeWords[change]}  ${what}「${name}」${id}  ${text}`,
      ),
    );
  section(
    `${days} 天内到期`,
    report.expiring.map(({ what, id, name, to }) => `${to}  ${what}「${name}」${id}`),
  );
  section(
    '依据只有二手转述',
    report.secondary.map(({ id, name, clauses }) => `${id}「${name}」${clauses.length} 条`),
  );
  section(
    '依据只有代表建议答复',
    report.seed.map(({ id, name, clauses }) => `${id}「${name}」${clauses.length} 条`),
  );
  section(
    '待核',
    report.open.map(({ of, kind, point }) => `${of}  ${openKinds[kind]}：${point}`),
  );
};

const daysOf = (text: string | null): number => {
  const days = Number(text ?? '180');
  if (!Number.isInteger(days) || days < 0 || days > 36_500)
    throw new UsageError(`--days 应为 0 到 36500 的整数，不是「${text ?? ''}」`);
  return days;
};

const betweenOf = (text: string | null): Asked['between'] => {
  if (text === null) return null;
  const parts = text.split('..');
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined)
    throw new UsageError(`--between 应写作 2026-03-31..2026-04-01，不是「${text}」`);
  return [readDateWord(from), readDateWord(to)];
};

export const reportCommand: CommandSpec = {
  name: 'report',
  usage: 'report [--between 日期..日期] [--on 日期] [--days 天数] [--demo] [--json]',
  summary: '规则簿的状况：两个日期之间变了什么、哪些快到期、哪些依据较弱、哪些待核。',
  options: {
    between: { value: '日期..日期', help: '比较这两天的规则' },
    on: onOption,
    days: { value: '天数', help: '多少天内到期算快到期（默认 180）' },
    json: jsonOption,
    packs: packsOption,
    demo: demoOption,
  },
  words: [0, 0],
  examples: ['tihang report --between 2026-03-31..2026-04-01'],
  run: (given) => {
    const asked = {
      on: dateOption(given),
      days: daysOf(given.text('days')),
      between: betweenOf(given.text('between')),
    };
    const report = reportOf(bookOf(given), asked);
    if (given.flag('json')) printJson(report);
    else printReport(report, asked);
    return 0;
  },
};
