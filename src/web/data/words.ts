// The Chinese words, for pages whose texts do not stand in the catalogue yet.
import { codeWords } from '#web/words/codes.ts';

export { evidenceOf } from './evidence.ts';
const { zh } = codeWords;
export const kindWords = zh.kinds;
export const measureWords = zh.measures;
export const evidenceWords = zh.evidence;
export const standingWords = zh.standings;
export const standingHints = zh.standingHints;
export const factLabel = (fact: string): string => zh.fact(fact, (path) => path);
export const windowText = zh.window;
export const some = zh.some;
export const spoken = zh.spoken;
