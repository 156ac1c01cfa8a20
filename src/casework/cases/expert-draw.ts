// Drawing experts: fixed by a seed before any name is seen, fair over the experts, and computed again by anyone who doubts it.
// The hash comes in as an argument, since this room has none of its own.

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Why an expert may not judge a firm. */
export const conflictNames = {
  'same-group': '同一集团',
  shareholder: '持股',
  'former-employer': '曾任职',
  declared: '自行申报回避',
} as const satisfies Record<string, string>;
export type ConflictKind = keyof typeof conflictNames;

export type Conflict = { readonly expert: string; readonly firm: string; readonly kind: ConflictKind };
export type CaseToJudge = { readonly case: string; readonly firm: string };

/** What an attempt draws for. `perCase` experts for each case. */
export type DrawRequest = {
  /** The digest lodged the day before: nobody can choose it any more. */
  readonly digest: Uint8Array;
  readonly cases: readonly CaseToJudge[];
  readonly experts: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly perCase: number;
};

export type Assignment = {
  readonly case: string;
  readonly experts: readonly string[];
  readonly excluded: readonly Conflict[];
  /** How many experts are missing because too many have a conflict. */
  readonly missing: number;
};

/** One attempt, as it is kept: the first and every later one. `seed` in hex. */
export type Attempt = {
  readonly number: number;
  readonly seed: string;
  /** Why it was drawn again; null for the first. */
  readonly reason: string | null;
  readonly assignments: readonly Assignment[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Four bytes, the greatest first. */
const bytesOf = (count: number): Uint8Array =>
  Uint8Array.from([24, 16, 8, 0], (shift) => Math.floor(count / 2 ** shift) % 256);

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The hash of the case list: ids in the order of their text, one a line, so that the order of the screen decides nothing. */
const hashOfCases = (cases: readonly CaseToJudge[], sha256: Sha256): Uint8Array =>
  sha256(
    new TextEncoder().encode(
      cases
        .map((each) => each.case)
        .toSorted(byText)
        .join('\n'),
    ),
  );

/**
 * The seed of an attempt.
 *
 * @param attempt  counts from 1
 * @returns        32 bytes: SHA-256(digest ‖ hash of the case list ‖ attempt in four bytes)
 * @source         casework: experts
 */
export const seedOf = (
  digest: Uint8Array,
  cases: readonly CaseToJudge[],
  attempt: number,
  sha256: Sha256,
): Uint8Array => sha256(joined([digest, hashOfCases(cases, sha256), bytesOf(attempt)]));

/** Numbers from a seed: each below its bound, every one equally likely. */
const numbersFrom = (seed: Uint8Array, sha256: Sha256): ((bound: number) => number) => {
  let block = 0;
  let left: number[] = [];
  const nextWord = (): number => {
    if (left.length < 4) {
      left = [...sha256(joined([seed, bytesOf(block)]))];
      block += 1;
    }
    return left.splice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
  };
  return (bound) => {
    // Words above the last multiple would make the first numbers likelier: they are passed over.
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let word = nextWord();
    while (word >= limit) word = nextWord();
    return word % bound;
  };
};

const shuffled = (list: readonly string[], below: (bound: number) => number): readonly string[] => {
  const result = [...list];
  for (let end = result.length - 1; end > 0; end--) {
    const at = below(end + 1);
    const [a, b] = [result[end], result[at]];
    if (a !== undefined && b !== undefined) [result[end], result[at]] = [b, a];
  }
  return result;
};

/** Those who have the fewest cases so far, in the drawn order. A stable sort keeps that order among equals. */
const leastBurdened = (
  order: readonly string[],
  burden: ReadonlyMap<string, number>,
  count: number,
): readonly string[] =>
  order.toSorted((a, b) => (burden.get(a) ?? 0) - (burden.get(b) ?? 0)).slice(0, Math.max(0, count));

const assign = (request: DrawRequest, below: (bound: number) => number): readonly Assignment[] => {
  const experts = [...new Set(request.experts)].toSorted(byText);
  const burden = new Map<string, number>();
  return request.cases
    .toSorted((a, b) => byText(a.case, b.case))
    .map(({ case: id, firm }) => {
      const excluded = request.conflicts.filter((each) => each.firm === firm && experts.includes(each.expert));
      const free = experts.filter((expert) => excluded.every((each) => each.expert !== expert));
      const drawn = leastBurdened(shuffled(free, below), burden, request.perCase);
      for (const expert of drawn) burden.set(expert, (burden.get(expert) ?? 0) + 1);
      return { case: id, experts: drawn, excluded, missing: Math.max(0, request.perCase - drawn.length) };
    });
};

/**
 * Draws once more and keeps every attempt before it.
 *
 * @param kept    the attempts so far; the new one is numbered after them
 * @param reason  why it is drawn again; null for the first
 * @returns       all attempts, the new one last
 * @problem       reason-missing  a later attempt without a reason would be a choice among results
 */
export const drawExperts = (
  kept: readonly Attempt[],
  request: DrawRequest,
  reason: string | null,
  sha256: Sha256,
):
  | { readonly ok: true; readonly attempts: readonly Attempt[] }
  | { readonly ok: false; readonly code: 'reason-missing' } => {
  if (kept.length > 0 && (reason === null || reason.trim() === '')) return { ok: false, code: 'reason-missing' };
  const number = kept.length + 1;
  const seed = seedOf(request.digest, request.cases, number, sha256);
  const assignments = assign(request, numbersFrom(seed, sha256));
  return { ok: true, attempts: [...kept, { number, seed: hexOf(seed), reason, assignments }] };
};
