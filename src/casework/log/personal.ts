// Personal data in the log: a salted hash stands for it. Who has the salt can show that the log speaks of this value; when the
// salt is destroyed nobody can, and the chain stays as valid as it was.
import { digestText, type Digest } from './chain.ts';

/** @param salt  at least 128 random bits in hex, one for each value and kept apart from the log */
export const veiled = (salt: string, value: string, digest: Digest): string => digestText(digest, `${salt}\n${value}`);
