// What the disk says when it keeps no file, as somebody has to hear it.
import { errorCode } from './error-code.ts';
import { StoreError } from './store-error.ts';

const full = (folder: string, cause: unknown): StoreError =>
  new StoreError(
    'disk-full',
    {
      zh: `存放材料的目录 ${folder} 没有空间了，文件没有保存。`,
      en: `The folder of files ${folder} has no space left; the file was not kept.`,
      todo: '请系统管理员清理磁盘或者扩容，然后重新上传。',
    },
    cause,
  );

const unusable = (folder: string, cause: unknown): StoreError =>
  new StoreError(
    'folder-unusable',
    {
      zh: `存放材料的目录 ${folder} 不能写入，文件没有保存。`,
      en: `The folder of files ${folder} cannot be written to; the file was not kept.`,
      todo: '请系统管理员核对目录的权限和磁盘，然后重新上传。',
    },
    cause,
  );

/** What the disk says, as somebody has to hear it. What the sender says passes as it is. */
export const onDisk = async <T>(folder: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw ['ENOSPC', 'EDQUOT'].includes(errorCode(error)) ? full(folder, error) : unusable(folder, error);
  }
};
