// Who holds a data folder. One file says it, made in one step; whoever died without letting go is found out.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '#store/store-error.ts';

type Holder = { readonly pid: number; readonly born: string };

/** What the kernel says of a process after its name: state, parent, … The name stands in brackets and may hold anything. */
const statOf = (pid: number): readonly string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** When a process began, as the kernel counts it: a number of a process comes again, the two together do not. */
const bornOf = (pid: number): string => {
  try {
    return statOf(pid)[19] ?? '';
  } catch {
    return '';
  }
};

/** Ended, but its parent has not taken note: nothing runs any more. */
const isZombie = (pid: number): boolean => {
  try {
    return statOf(pid)[0] === 'Z';
  } catch {
    return false;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const read = (file: string): Holder | null => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number') return null;
    return { pid: value.pid, born: 'born' in value ? String(value.born) : '' };
  } catch {
    return null;
  }
};

const lives = ({ pid, born }: Holder): boolean => isAlive(pid) && (born === '' || bornOf(pid) === born);

const held = (folder: string, pid: number): StoreError =>
  new StoreError('folder-held', {
    zh: `数据目录 ${folder} 正由另一个梯航（进程 ${pid}）使用。`,
    en: `The data folder ${folder} is in use by another Tihang (process ${pid}).`,
    todo: '用那一个，或者先停掉它；也可以用 --data 换一个目录。',
  });

/**
 * Takes hold of a folder.
 *
 * @returns a function that lets go
 * @throws StoreError `folder-held` while another living process holds it
 */
export const hold = (folder: string): (() => void) => {
  const file = join(folder, 'holder.json');
  const mine = join(folder, `holder-${process.pid}.json`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: bornOf(process.pid) }));
  try {
    for (;;) {
      try {
        // A link comes whole or not at all, and only where there is none.
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        const other = read(file);
        if (other !== null && other.pid !== process.pid && lives(other)) throw held(folder, other.pid);
        rmSync(file, { force: true });
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
};
