// Whether a file has been looked at for viruses, in the words that stand beside it, and what each state allows.
import { readInstant } from '#casework/time/instant.ts';

type StateRow = {
  readonly name: string;
  /** `with-word`: served, and the word stands beside it wherever it can be opened. */
  readonly served: 'yes' | 'with-word' | 'no';
  /** What to know or do; null where nothing is. */
  readonly todo: string | null;
};

export const scanStates = {
  unscanned: {
    name: '未扫描',
    served: 'with-word',
    todo: '本系统没有接入或者尚未运行病毒扫描；请用本机的杀毒软件检查后再打开',
  },
  scanning: { name: '扫描中', served: 'no', todo: '请稍候再打开' },
  clean: { name: '通过', served: 'yes', todo: null },
  virus: { name: '发现病毒', served: 'no', todo: '不能打开或者下载；请企业检查电脑后重新上传干净的文件' },
  failed: { name: '扫描失败', served: 'with-word', todo: '没有扫描出结果；请用本机的杀毒软件检查后再打开' },
} as const satisfies Record<string, StateRow>;

export type ScanState = keyof typeof scanStates;

/** What a scan can write; that none was made is written by nobody. */
export type ScanStep = { readonly state: Exclude<ScanState, 'unscanned'>; readonly at: string };

/** A scan that has not ended by then was cut off. */
const longestScanMs = 10 * 60 * 1000;

const moment = (text: string): number => {
  const read = readInstant(text);
  if (read === null) throw new Error(`no instant: ${text}`);
  return read;
};

/**
 * What a file's scans say now. A verdict stands until the next one: a scan that fails afterwards takes back neither a pass
 * nor a virus, and only a pass lifts a virus.
 *
 * @param steps  of one file, the oldest first
 * @param now    an ISO text with milliseconds in UTC
 */
export const scanNow = (steps: readonly ScanStep[], now: string): ScanState => {
  const verdict = steps.findLast(({ state }) => state === 'clean' || state === 'virus');
  if (verdict !== undefined) return verdict.state;
  const last = steps.at(-1);
  if (last === undefined) return 'unscanned';
  return last.state === 'scanning' && moment(now) - moment(last.at) > longestScanMs ? 'failed' : last.state;
};
