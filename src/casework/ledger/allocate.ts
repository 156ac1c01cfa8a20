// Who gets how much of a budget that may not reach for all. Where the rule does not decide, a meeting does.
import { splitByWeight } from './split.ts';

/** How a pack says that a tight budget is shared; shown before the call opens. */
export type AllocationMethod = 'full' | 'cut-off' | 'pro-rata' | 'queue';

/** One approved request. `place`: rank of the panel or place in the queue, 1 is first; equal places are a tie. */
export type Request = { readonly id: string; readonly asked: bigint; readonly place: number };

export type Allotment = {
  readonly id: string;
  readonly amount: bigint;
  /** `waiting` keeps its place for the next budget; `left-out` is below the line of this list. */
  readonly outcome: 'granted' | 'waiting' | 'left-out';
};

export type Allocation =
  | { readonly kind: 'allocated'; readonly allotments: readonly Allotment[]; readonly left: bigint }
  /** The line falls between equals: some of them could be paid, not all. The certain ones stand in `allotments`. */
  | {
      readonly kind: 'meeting';
      readonly tied: readonly string[];
      readonly allotments: readonly Allotment[];
      readonly left: bigint;
    }
  | { readonly kind: 'insufficient'; readonly missing: bigint };

const total = (requests: readonly Request[]): bigint => requests.reduce((sum, { asked }) => sum + asked, 0n);

const grant = ({ id, asked }: Request): Allotment => ({ id, amount: asked, outcome: 'granted' });

const inFull = (requests: readonly Request[], available: bigint): Allocation => {
  const missing = total(requests) - available;
  return missing > 0n
    ? { kind: 'insufficient', missing }
    : { kind: 'allocated', allotments: requests.map(grant), left: -missing };
};

const proRata = (requests: readonly Request[], available: bigint): Allocation => {
  if (total(requests) <= available) return inFull(requests, available);
  const portions = splitByWeight(
    available,
    requests.map(({ id, asked }) => ({ id, weight: asked })),
  );
  return {
    kind: 'allocated',
    allotments: portions.map(({ id, amount }) => ({ id, amount, outcome: amount > 0n ? 'granted' : 'left-out' })),
    left: 0n,
  };
};

/**
 * Goes down the places and grants in full until one does not fit; nobody behind it is taken before it. Equals of one
 * place are granted together; if one of them would fit but not all, the rule is silent and a meeting decides.
 */
const byPlace = (requests: readonly Request[], available: bigint, behind: 'waiting' | 'left-out'): Allocation => {
  const places = [...new Set(requests.map(({ place }) => place))].toSorted((a, b) => a - b);
  const granted = new Set<string>();
  let left = available;
  let tied: readonly Request[] = [];
  for (const place of places) {
    const equals = requests.filter((request) => request.place === place);
    if (total(equals) > left) {
      if (equals.some(({ asked }) => asked <= left)) tied = equals;
      break;
    }
    for (const { id } of equals) granted.add(id);
    left -= total(equals);
  }
  const undecided = new Set(tied.map(({ id }) => id));
  const allotments = requests
    .filter(({ id }) => !undecided.has(id))
    .map((request) => (granted.has(request.id) ? grant(request) : { id: request.id, amount: 0n, outcome: behind }));
  return tied.length === 0
    ? { kind: 'allocated', allotments, left }
    : { kind: 'meeting', tied: [...undecided], allotments, left };
};

/**
 * Shares a budget among approved requests.
 *
 * @param method     what the pack says
 * @param requests   asked amounts in fen, > 0, ids unique; for `pro-rata` their order decides ties of one fen
 * @param available  fen, >= 0
 * @returns          one allotment per request that is decided, in the order given; `insufficient` only for `full`
 * @source money: rules by business, Allocate
 */
export const allocate = (method: AllocationMethod, requests: readonly Request[], available: bigint): Allocation => {
  switch (method) {
    case 'full':
      return inFull(requests, available);
    case 'pro-rata':
      return proRata(requests, available);
    case 'cut-off':
      return byPlace(requests, available, 'left-out');
    case 'queue':
      return byPlace(requests, available, 'waiting');
  }
};
