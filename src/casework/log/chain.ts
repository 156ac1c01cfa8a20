// A chain of entries: each holds the hash of the one before it, so that none can be changed, left out or put in between unseen.
// One chain a case; nothing here knows what a case is.
import { canonical } from './canonical.ts';

/** SHA-256, or another function of 32 bytes that a city has to use. Given, because a pure room computes no hashes. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

export type Entry = {
  readonly tenant: string;
  readonly chain: string;
  /** 1, 2, 3 … inside its chain. */
  readonly seq: number;
  readonly kind: string;
  /** 2026-09-23T01:00:00.000Z */
  readonly at: string;
  /** Canonical JSON. Of personal data only salted hashes: destroying the salt erases the person and breaks nothing. */
  readonly body: string;
};

/** Hashes are 64 hex digits. */
export type Linked = Entry & { readonly prev: string; readonly hash: string };

export const noHash = '0'.repeat(64);

export const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

const encoder = new TextEncoder();

export const digestText = (digest: Digest, text: string): string => hexOf(digest(encoder.encode(text)));

/** The hash of an entry: over everything it says and the hash before it. */
const hashOf = ({ tenant, chain, seq, kind, at, body }: Entry, prev: string, digest: Digest): string =>
  digestText(digest, canonical({ v: 1, tenant, chain, seq, kind, at, body, prev }));

/** An entry as it is stored, after `prev`; the first of a chain follows `noHash`. */
export const link = (entry: Entry, prev: string, digest: Digest): Linked => ({
  ...entry,
  prev,
  hash: hashOf(entry, prev, digest),
});

/** What is wrong with an entry where it stands. */
export type Flaw = 'not-next' | 'other-before' | 'changed' | 'earlier';

/**
 * The first entry of a chain that does not stand where it should.
 *
 * @param entries  of one chain, in the order of `seq`
 * @problem not-next      an entry is missing or stands twice
 * @problem other-before  it holds another hash than the entry before it has
 * @problem changed       its own hash does not fit what it says
 * @problem earlier       it was written before the one before it
 */
export const firstFlaw = (
  entries: readonly Linked[],
  digest: Digest,
): { readonly entry: Linked; readonly flaw: Flaw } | null => {
  let [prev, before] = [noHash, ''];
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return { entry, flaw: 'not-next' };
    if (entry.prev !== prev) return { entry, flaw: 'other-before' };
    if (entry.hash !== hashOf(entry, prev, digest)) return { entry, flaw: 'changed' };
    if (entry.at < before) return { entry, flaw: 'earlier' };
    [prev, before] = [entry.hash, entry.at];
  }
  return null;
};
