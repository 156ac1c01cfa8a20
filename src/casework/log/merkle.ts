// One hash over the heads of all chains, and a short proof that one head is in it. Leaves and nodes are hashed apart, so that
// no node can be passed off as a leaf.
import { bytesOf, hexOf, type Digest } from './chain.ts';

/** The newest entry of a chain on a day. */
export type Head = { readonly chain: string; readonly seq: number; readonly hash: string };

/** The hashes beside the way from a leaf to the root, from below. */
export type Proof = readonly { readonly side: 'left' | 'right'; readonly hash: string }[];

const encoder = new TextEncoder();

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const leafOf = ({ chain, seq, hash }: Head, digest: Digest): string =>
  hexOf(digest(joined(Uint8Array.of(0), encoder.encode(`${chain}\n${seq}\n${hash}`))));

const nodeOf = (left: string, right: string, digest: Digest): string =>
  hexOf(digest(joined(Uint8Array.of(1), bytesOf(left), bytesOf(right))));

/** The tree has one shape only: leaves in the order of their chains' names. */
const inOrder = (heads: readonly Head[]): readonly Head[] =>
  heads.toSorted((a, b) => (a.chain < b.chain ? -1 : a.chain > b.chain ? 1 : 0));

/** The next level; an odd one out goes up as it is. */
const above = (level: readonly string[], digest: Digest): readonly string[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
    const [left = '', right] = level.slice(2 * at, 2 * at + 2);
    return right === undefined ? left : nodeOf(left, right, digest);
  });

/** The root over all heads; of none, the hash of nothing. */
export const rootOf = (heads: readonly Head[], digest: Digest): string => {
  let level = inOrder(heads).map((head) => leafOf(head, digest));
  if (level.length === 0) return hexOf(digest(new Uint8Array(0)));
  while (level.length > 1) level = [...above(level, digest)];
  return level[0] ?? '';
};

/** The proof for one chain; null where it has no head among these. */
export const proofOf = (heads: readonly Head[], chain: string, digest: Digest): Proof | null => {
  const sorted = inOrder(heads);
  let at = sorted.findIndex((head) => head.chain === chain);
  if (at === -1) return null;
  let level: readonly string[] = sorted.map((head) => leafOf(head, digest));
  const proof: { side: 'left' | 'right'; hash: string }[] = [];
  while (level.length > 1) {
    const beside = level[at % 2 === 0 ? at + 1 : at - 1];
    if (beside !== undefined) proof.push({ side: at % 2 === 0 ? 'right' : 'left', hash: beside });
    level = above(level, digest);
    at = Math.floor(at / 2);
  }
  return proof;
};

/** Whether a head was among those of a root. Needs that head and its proof only: no other case is looked at. */
export const isProven = (head: Head, proof: Proof, root: string, digest: Digest): boolean =>
  proof.reduce(
    (below, { side, hash }) => (side === 'left' ? nodeOf(hash, below, digest) : nodeOf(below, hash, digest)),
    leafOf(head, digest),
  ) === root;
