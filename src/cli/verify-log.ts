// tihang verify-log: recomputes a log, from a file or from the database, and holds it against the roots that lie outside.
import { existsSync, writeFileSync } from 'node:fs';
import { printEntries, readEntries, readRoots, type LineProblem } from '#casework/log/exported.ts';
import type { Linked } from '#casework/log/chain.ts';
import { verifyLog, type Broken, type Verified } from '#casework/log/verify.ts';
import { readLogOf, sha256 } from '#store/log.ts';
import { asOwner } from '#store/start.ts';
import { jsonOption, type CommandSpec, type Given } from './arguments.ts';
import { dataOption, told, whereOf } from './data-folder.ts';
import { InputError, UsageError } from './failure.ts';
import { readText } from './input.ts';
import { print } from './terminal.ts';

const shownProblems = 5;

const lines = <T>(
  path: string,
  read:
    | { readonly ok: true; readonly value: readonly T[] }
    | { readonly ok: false; readonly problems: readonly LineProblem[] },
): readonly T[] => {
  if (read.ok) return read.value;
  const told = read.problems.slice(0, shownProblems).map(({ line, said }) => `${path}:${line} ${said}`);
  const more = read.problems.length - told.length;
  throw new InputError(
    [`${path} 有 ${read.problems.length} 行读不了，没有核验。`, ...told, ...(more > 0 ? [`另有 ${more} 行`] : [])].join(
      '\n',
    ),
  );
};

const brokenText = (broken: Broken): string => {
  switch (broken.code) {
    case 'not-next':
      return `「${broken.chain}」在第 ${broken.seq} 条处断开：前面少了一条或多了一条`;
    case 'other-before':
      return `「${broken.chain}」第 ${broken.seq} 条所记的上一条指纹，与上一条不符`;
    case 'changed':
      return `「${broken.chain}」第 ${broken.seq} 条被改过：内容与它自己的指纹不符`;
    case 'earlier':
      return `「${broken.chain}」第 ${broken.seq} 条的时间早于上一条`;
    case 'other-head':
      return `「${broken.chain}」在 ${broken.day} 日终的指纹与外存的不符：到第 ${broken.seq} 条为止有改动`;
    case 'other-root':
      return (
        `${broken.day} 的日根与外存的不符：${broken.since === null ? '' : `${broken.since} 之后、`}${broken.day} 日终之前有改动，` +
        `在这 ${broken.chains.length} 条链之中：${broken.chains.slice(0, 10).join('、')}${broken.chains.length > 10 ? ' …' : ''}`
      );
  }
};

const report = ({ entries, chains, days, broken }: Verified, lodged: number): string =>
  [
    `${chains} 条链，${entries} 条记录；与外存日根相符 ${days.length} 天（共 ${lodged} 天）`,
    ...(broken === null ? [] : [`不符：${brokenText(broken)}`]),
    ...(broken === null && lodged === 0 ? ['没有给外存的日根（--roots)：只能说链条自身连续，不能排除整条重写。'] : []),
    ...(broken === null && lodged > 0 ? ['相符。'] : []),
  ].join('\n');

const fromFile = (path: string): readonly Linked[] => {
  const entries = lines(path, readEntries(readText(path)));
  const tenants = new Set(entries.map(({ tenant }) => tenant));
  if (tenants.size > 1) throw new InputError(`${path} 里有 ${tenants.size} 个城市的日志，应当分开核验`);
  return entries;
};

const fromDatabase = async (given: Given): Promise<readonly Linked[]> => {
  const tenant = given.text('tenant');
  if (tenant === null) throw new UsageError('要给出导出的日志文件，或者用 --tenant 写明核验哪个城市的数据库');
  const save = given.text('save');
  if (save !== null && existsSync(save)) throw new InputError(`${save} 已经存在，没有覆盖；换一个文件名`);
  const entries = await told(asOwner(whereOf(given), (client) => readLogOf(client, tenant)));
  if (entries === null) throw new InputError(`数据库里没有城市「${tenant}」`);
  if (save !== null) writeFileSync(save, printEntries(entries), { flag: 'wx' });
  return entries;
};

export const verifyLogCommand: CommandSpec = {
  name: 'verify-log',
  usage: 'verify-log [文件] [--roots 文件]',
  summary:
    '核验办件日志：重算每条指纹，并与存放在外的日根对照。日根要取自外部（邮件、公示单），取自同一数据库的证明不了什么。',
  options: {
    roots: { value: '文件', help: '外存的日根，每行一天：{"day":…,"root":…,"heads":…}' },
    tenant: { value: '城市', help: '不给文件时：核验数据库里这个城市的日志' },
    save: { value: '文件', help: '把数据库里的日志另存为文件，交给外人核验' },
    data: dataOption,
    json: jsonOption,
  },
  words: [0, 1],
  examples: [
    'tihang verify-log log.ndjson --roots roots.ndjson',
    'tihang verify-log --tenant nantong --save log.ndjson --roots roots.ndjson',
  ],
  run: async (given) => {
    const [path] = given.words;
    const roots = given.text('roots');
    const lodged = roots === null ? [] : lines(roots, readRoots(readText(roots)));
    const entries = path === undefined ? await fromDatabase(given) : fromFile(path);
    const verified = verifyLog(entries, lodged, sha256);
    print(given.flag('json') ? JSON.stringify(verified) : report(verified, lodged.length));
    return verified.broken === null ? 0 : 1;
  },
};
