// Letters of cases: that they were sent is kept, and anybody who holds one can ask whether it is real.
import { sql } from 'kysely';
import { letterActions } from '#casework/letters/letter-actions.ts';
import { letterIssuers } from '#casework/letters/letter-issuers.ts';
import { letterHash, type Letter, type LetterKind } from '#casework/letters/letter.ts';
import { readCode } from '#casework/letters/verification-code.ts';
import type { StoreActor } from './actor.ts';
import { sha256 } from './log.ts';
import type { Tx } from './open.ts';

/** Of the code without what a person may write in another way. 128 random bits need no slow hash. */
const codeHash = (code: string): Buffer | null => {
  const read = readCode(code);
  return read.ok ? Buffer.from(sha256(Buffer.from(read.text))) : null;
};

export type NewLetter = {
  readonly letter: Letter;
  /** The verification code that is printed on it; it is not stored. */
  readonly code: string;
  /** SHA-256 of the file that was sent, in hex. */
  readonly fileSha256: string;
  readonly case: string;
  /** The action of the case that it tells of. */
  readonly seq: number;
};

const keepRefusals = {
  'not-for-you': '您的角色不能发出信函；请由窗口、县区审核或者承办科室的人员办理',
  'no-such-action': '没有这个办件或者这一动作，或者您无权查看；请核对办件编号',
  'other-action': '办件里的这一动作不是这种信函要告知的；请选对应的信函或者动作',
  'number-taken': '这个发文字号已经用过；请换下一个顺序号',
} as const satisfies Record<string, string>;

type KeepRefusal = {
  readonly ok: false;
  readonly code: keyof typeof keepRefusals;
  /** Why not, and what would make it possible. */
  readonly sentence: string;
};

const refuseKeep = (code: keyof typeof keepRefusals): KeepRefusal => ({
  ok: false,
  code,
  sentence: keepRefusals[code],
});

const senders: ReadonlySet<string> = new Set(letterIssuers);

/** The kind of an action; null where there is none that the actor sees. */
const kindOf = async (tx: Tx, chain: string, seq: number): Promise<string | null> => {
  const entry = await tx
    .selectFrom('log_entry')
    .select('kind')
    .where('chain', '=', chain)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return entry?.kind ?? null;
};

const tellsOf = (kind: LetterKind, action: string): boolean => {
  const told: readonly string[] = letterActions[kind];
  return told.includes(action);
};

/** Keeps that a letter was sent. @throws Error where the code is none: it was made a moment ago */
export const keepLetter = async (
  tx: Tx,
  { tenant, person, role }: StoreActor,
  { letter, code, fileSha256, case: id, seq }: NewLetter,
): Promise<{ readonly ok: true } | KeepRefusal> => {
  const hash = codeHash(code);
  if (hash === null) throw new Error('a letter is kept with a code that can be read');
  const chain = `case/${id}`;
  if (!senders.has(role)) return refuseKeep('not-for-you');
  const { kind, number, date } = letter;
  const action = await kindOf(tx, chain, seq);
  if (action === null) return refuseKeep('no-such-action');
  if (!tellsOf(kind, action)) return refuseKeep('other-action');
  const kept = await tx
    .insertInto('letter')
    .values({
      tenant,
      code_sha256: hash,
      kind,
      number,
      date,
      text_sha256: Buffer.from(letterHash(letter, sha256), 'hex'),
      file_sha256: Buffer.from(fileSha256, 'hex'),
      chain,
      seq,
      made_by: person,
    })
    .onConflict((same) => same.columns(['tenant', 'number']).doNothing())
    .returning('seq')
    .executeTakeFirst();
  return kept === undefined ? refuseKeep('number-taken') : { ok: true };
};

export type KeptLetter = {
  readonly kind: LetterKind;
  readonly number: string;
  readonly date: string;
  readonly textSha256: string;
  readonly fileSha256: string;
  readonly seq: number;
  readonly madeBy: string;
  readonly at: string;
};

/** The letters of a case in the order in which they were sent; none where the actor may not see it. */
export const lettersOf = async (tx: Tx, id: string): Promise<readonly KeptLetter[]> => {
  const rows = await tx
    .selectFrom('letter')
    .selectAll()
    .where('chain', '=', `case/${id}`)
    .orderBy('at')
    .orderBy('number')
    .execute();
  return rows.map(({ kind, number, date, text_sha256, file_sha256, seq, made_by, at }) => ({
    kind,
    number,
    date,
    textSha256: text_sha256.toString('hex'),
    fileSha256: file_sha256.toString('hex'),
    seq,
    madeBy: made_by,
    at: at.toISOString(),
  }));
};

export type ConfirmedLetter = Pick<KeptLetter, 'kind' | 'number' | 'date' | 'fileSha256'>;

/**
 * Whether a letter with this code was sent, asked by anybody: kind, number, date and the hash of its file, nothing else.
 *
 * Null for a code that was never given out, that is another city's, or that cannot be one: the three are not told apart. The
 * database compares hashes, so how long it takes tells nothing of how near a guess was.
 */
export const confirmLetter = async (tx: Tx, code: string): Promise<ConfirmedLetter | null> => {
  const hash = codeHash(code);
  if (hash === null) return null;
  const { rows } = await sql<{ kind: LetterKind; number: string; date: string; file_sha256: Buffer }>`
    select kind, number, date, file_sha256 from confirm_letter(${hash})`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { kind, number, date, file_sha256 } = row;
  return { kind, number, date, fileSha256: file_sha256.toString('hex') };
};
