// The folder of our own PostgreSQL: where it may lie, and the cluster in it.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '#store/store-error.ts';
import type { Runner } from './binaries.ts';

export const superuser = 'postgres';

const ownedBy = (path: string, as: Runner): void => {
  if (as !== null) chownSync(path, as.uid, as.gid);
};

const unusable = (folder: string, cause: unknown): StoreError =>
  new StoreError(
    'folder-unusable',
    {
      zh: `不能使用数据目录 ${folder}。`,
      en: `The data folder ${folder} cannot be used.`,
      todo: '核对目录的权限和剩余空间，或者用 --data 换一个目录。',
    },
    cause,
  );

/** Root's own folders are closed to the user that the server runs as: its data then lies where that user can go. */
const homeFor = (folder: string, as: Runner): string => {
  if (as === null) return folder;
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, cwd: '/', stdio: 'ignore' });
    return folder;
  } catch {
    const told = join(folder, 'moved-to');
    if (existsSync(told)) return readFileSync(told, 'utf8').trim();
    const elsewhere = join('/var/lib/tihang', randomBytes(8).toString('hex'));
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(told, `${elsewhere}\n`);
    return elsewhere;
  }
};

export const makeHome = (folder: string, as: Runner): string => {
  try {
    mkdirSync(folder, { recursive: true });
    ownedBy(folder, as);
    const home = homeFor(folder, as);
    ownedBy(home, as);
    chmodSync(home, 0o700);
    accessSync(home, constants.W_OK);
    return home;
  } catch (error) {
    throw unusable(folder, error);
  }
};

/** The cluster appears under its name only when it is whole: a killed first start leaves nothing that looks like one. */
export const makeCluster = (programs: string, home: string, as: Runner): void => {
  const data = join(home, 'postgres');
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const fresh = join(home, 'postgres.new');
  rmSync(fresh, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  const secret = join(home, 'password');
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  ownedBy(secret, as);
  const settings = [
    '-U',
    superuser,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  try {
    execFileSync(join(programs, 'initdb'), ['-D', fresh, ...settings], { ...as, cwd: home, stdio: 'pipe' });
    renameSync(fresh, data);
  } catch (error) {
    throw unusable(home, error);
  }
};
