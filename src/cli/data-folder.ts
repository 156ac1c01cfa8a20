// Where the database of a command is, and its errors in words.
import { resolve } from 'node:path';
import type { Where } from '#store/start.ts';
import { StoreError } from '#store/store-error.ts';
import type { Given, OptionSpec } from './arguments.ts';
import { InputError } from './failure.ts';

export const dataOption: OptionSpec = {
  value: '文件夹',
  help: '自带数据库的数据目录（默认 data;设了环境变量 DATABASE_URL 就不用它）',
};

export const whereOf = (given: Given): Where => {
  const url = process.env['DATABASE_URL'] ?? '';
  if (url === '') return { kind: 'folder', folder: resolve(given.text('data') ?? 'data') };
  return { kind: 'url', url, ownerUrl: process.env['DATABASE_OWNER_URL'] ?? null };
};

/** What a person can act on is said; anything else is a bug and keeps its trace. */
export const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreError) throw new InputError(error.message);
    throw error;
  }
};
