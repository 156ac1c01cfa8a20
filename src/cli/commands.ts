// The commands and what each does. Reading and printing only: every answer comes from the rules room.
import {
  acceptOption,
  demoOption,
  jsonOption,
  onOption,
  packsOption,
  type CommandSpec,
  type Given,
} from './arguments.ts';
import { UsageError } from './failure.ts';
import { acceptedGrade, dateOption, find, readDateWord, readFirm } from './input.ts';
import { defaultPacks, loadRulebook } from './packs-folder.ts';
import { printAssessment } from './show-assessment.ts';
import { printGate, printItem } from './show-result.ts';
import { print, printJson } from './terminal.ts';
import { assess, assessGate, assessItem } from '#rules/assess/assess.ts';
import { addWorkingDays } from '#rules/calendar/work-calendar.ts';
import type { Mode, Rulebook } from '#rules/packs/rulebook.ts';

export const bookOf = (given: Given): Rulebook =>
  loadRulebook(given.text('packs') ?? defaultPacks(), { demo: given.flag('demo') });

const required = (given: Given, option: string): string => {
  const text = given.text(option);
  if (text === null) throw new UsageError(`缺少 --${option}`);
  return text;
};

const factsOption = { value: '文件', help: '企业文件（YAML 或 JSON)' };

export const assessCommand: CommandSpec = {
  name: 'assess',
  usage: 'assess 企业文件 [--on 日期] [--json]',
  summary: '一家企业按某日的规则能享受什么：梯度、事项、金额、组合、下一问、成长路线。',
  options: { on: onOption, json: jsonOption, packs: packsOption, demo: demoOption, accept: acceptOption },
  words: [1, 1],
  examples: ['tihang assess examples/sifang.yaml --on 2024-06-01'],
  run: (given) => {
    const book = bookOf(given);
    const on = dateOption(given);
    const result = assess(book, readFirm(given.words[0] ?? '', book, on), on, { accept: acceptedGrade(given) });
    if (given.flag('json')) printJson(result);
    else printAssessment(result);
    return 0;
  },
};

export const evaluateCommand: CommandSpec = {
  name: 'evaluate',
  usage: 'evaluate --item 事项 --facts 企业文件 [--on 日期] [--json]',
  summary: '一个事项的结果：适用、条件、金额、缺什么。企业有几个项目（人员、专利、贷款）时，每个一条。',
  options: {
    item: { value: '事项', help: '事项的 id，如 nantong/award-little-giant' },
    facts: factsOption,
    on: onOption,
    json: jsonOption,
    packs: packsOption,
    demo: demoOption,
    accept: acceptOption,
  },
  words: [0, 0],
  examples: ['tihang evaluate --item nantong/subsidy-smart-retrofit --facts firm.yaml --on 2024-03-01'],
  run: (given) => {
    const book = bookOf(given);
    const item = find(book.items, required(given, 'item'), '事项');
    const on = dateOption(given);
    const firm = readFirm(required(given, 'facts'), book, on);
    const results = assessItem(book, item, firm, on, { accept: acceptedGrade(given) }).map((entry) => entry.result);
    if (given.flag('json')) printJson(results.length === 1 ? results[0] : results);
    else for (const result of results) printItem(result, true);
    return 0;
  },
};

const modeOf = (given: Given): Mode => {
  const text = given.text('mode') ?? 'new';
  if (text !== 'new' && text !== 'review')
    throw new UsageError(`--mode 应为 new（新认定）或 review（复核），不是「${text}」`);
  return text;
};

export const gateCommand: CommandSpec = {
  name: 'gate',
  usage: 'gate 门槛 --facts 企业文件 [--on 日期] [--mode new|review] [--json]',
  summary: '梯度的一道门槛：逐条结果、评分、差多少。',
  options: {
    facts: factsOption,
    on: onOption,
    mode: { value: '方式', help: 'new 新认定（默认）或 review 复核' },
    json: jsonOption,
    packs: packsOption,
    demo: demoOption,
    accept: acceptOption,
  },
  words: [1, 1],
  examples: ['tihang gate national/xjr-2026 --facts firm.yaml --on 2026-05-06'],
  run: (given) => {
    const book = bookOf(given);
    const gate = find(book.gates, given.words[0] ?? '', '门槛');
    const on = dateOption(given);
    const firm = readFirm(required(given, 'facts'), book, on);
    const result = assessGate(book, gate, modeOf(given), firm, on, { accept: acceptedGrade(given) });
    if (given.flag('json')) printJson(result);
    else printGate(result, true);
    return 0;
  },
};

export const explainCommand: CommandSpec = {
  name: 'explain',
  usage: 'explain 企业文件 事项或门槛 [--on 日期] [--json]',
  summary: '为什么是这个结果：每个条件的文字、我们的数、要求的数、差额、条款和依据等级。',
  options: {
    on: onOption,
    mode: { value: '方式', help: 'new 新认定（默认）或 review 复核' },
    json: jsonOption,
    packs: packsOption,
    demo: demoOption,
    accept: acceptOption,
  },
  words: [2, 2],
  examples: ['tihang explain examples/sifang.yaml nantong/award-little-giant --on 2024-06-01'],
  run: (given) => {
    const book = bookOf(given);
    const [path = '', id = ''] = given.words;
    const [on, options] = [dateOption(given), { accept: acceptedGrade(given) }];
    const firm = readFirm(path, book, on);
    const gate = book.gates.get(id);
    const results = gate
      ? [assessGate(book, gate, modeOf(given), firm, on, options)]
      : assessItem(book, find(book.items, id, '事项或门槛'), firm, on, options).map((entry) => entry.result);
    if (given.flag('json')) printJson(results.length === 1 ? results[0] : results);
    else
      for (const result of results)
        if ('mode' in result) printGate(result, true);
        else printItem(result, true);
    return 0;
  },
};

export const calendarCommand: CommandSpec = {
  name: 'calendar',
  usage: 'calendar add 日期 期限 [--calendar cn] [--json]',
  summary: '从某日起数工作日：起始日不计入，调休上班的周末计入。日历未公布的年份按周一至周五推算并注明暂定。',
  options: {
    calendar: { value: '日历', help: '日历的 id（默认 cn)' },
    json: jsonOption,
    packs: packsOption,
    demo: demoOption,
  },
  words: [3, 3],
  examples: ['tihang calendar add 2026-09-30 7工作日'],
  run: (given) => {
    const [verb, start = '', length = ''] = given.words;
    if (verb !== 'add') throw new UsageError(`calendar 只会 add，不会「${verb}」`);
    const days = /^(\d{1,5})\s*(?:个)?工作日$/.exec(length.normalize('NFKC'));
    if (days === null) throw new UsageError(`「${length}」不是期限（应为 7工作日 或 7个工作日）`);
    const calendar = find(bookOf(given).calendars, given.text('calendar') ?? 'cn', '日历');
    const result = addWorkingDays(calendar, readDateWord(start), Number(days[1]));
    if (given.flag('json')) printJson(result);
    else
      print(
        `${result.date}${result.provisional ? '（暂定：经过的年份里有日历没有的放假安排，按周一至周五推算）' : ''}`,
      );
    return 0;
  },
};
