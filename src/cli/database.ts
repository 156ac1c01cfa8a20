// tihang backup, restore, migrate: the work of whoever runs the database.
import { resolve } from 'node:path';
import { backUp, restore, type Manifest } from '#store/backup.ts';
import { migrate } from '#store/migrate.ts';
import { asOwner } from '#store/start.ts';
import { jsonOption, type CommandSpec, type Given } from './arguments.ts';
import { dataOption, told, whereOf } from './data-folder.ts';
import { UsageError } from './failure.ts';
import { print } from './terminal.ts';

const summary = ({ at, tables }: Manifest): string =>
  [`数据截至 ${at}`, ...tables.map(({ name, rows, sha256 }) => `  ${name} ${rows} 行 ${sha256.slice(0, 16)}`)].join(
    '\n',
  );

const folderWord = ({ words: [folder] }: Given): string => {
  if (folder === undefined) throw new UsageError('要给出备份的目录');
  return resolve(folder);
};

const said = (given: Given, manifest: Manifest, head: string): void =>
  print(given.flag('json') ? JSON.stringify(manifest) : `${head}\n${summary(manifest)}`);

export const backupCommand: CommandSpec = {
  name: 'backup',
  usage: 'backup 目录',
  summary: '备份整个数据库到一个新目录：每张表一个文件，清单里有行数和指纹。运行中也可以备份自己的 PostgreSQL。',
  options: { data: dataOption, json: jsonOption },
  words: [1, 1],
  examples: ['tihang backup backup-2026-05-06'],
  run: async (given) => {
    const folder = folderWord(given);
    said(given, await told(asOwner(whereOf(given), (client) => backUp(client, folder))), `已备份到 ${folder}`);
    return 0;
  },
};

export const restoreCommand: CommandSpec = {
  name: 'restore',
  usage: 'restore 目录',
  summary: '把备份恢复到一个空数据库，指纹逐表核对，升级到当前版本。恢复后，对账完成以前不签发任何付款。',
  options: { data: dataOption, json: jsonOption },
  words: [1, 1],
  examples: ['tihang restore backup-2026-05-06 --data data-new'],
  run: async (given) => {
    const folder = folderWord(given);
    const manifest = await told(asOwner(whereOf(given), (client) => restore(client, folder)));
    said(given, manifest, `已从 ${folder} 恢复；对账完成以前不签发付款`);
    return 0;
  },
};

export const migrateCommand: CommandSpec = {
  name: 'migrate',
  usage: 'migrate',
  summary: '把数据库升级到当前版本。用自己的 PostgreSQL 时，要有 DATABASE_OWNER_URL（有权建表和建角色的账号）。',
  options: { data: dataOption },
  words: [0, 0],
  examples: ['tihang migrate'],
  run: async (given) => {
    const done = await told(asOwner(whereOf(given), (client) => migrate(client)));
    print(done.length === 0 ? '已是当前版本' : `已升级：${done.join('、')}`);
    return 0;
  },
};
