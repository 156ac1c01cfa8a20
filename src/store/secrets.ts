// Encryption of single fields: keys come from outside the database, a ciphertext belongs to one field of one row, and equal
// values can be found by a keyed index without being read.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { canonical } from '#casework/log/canonical.ts';

export type KeyRing = {
  /** The id of the key that encrypts; all of them decrypt. */
  readonly newest: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  /** A key of its own, so that who may search cannot read. */
  readonly index: Buffer;
};

export type KeyRefusal = {
  readonly ok: false;
  readonly code: 'key-missing' | 'key-malformed';
  readonly variable: string;
  readonly said: { readonly zh: string; readonly en: string; readonly todo: string };
};

const keysVariable = 'TIHANG_FIELD_KEYS';
const indexVariable = 'TIHANG_INDEX_KEY';

const makeOne = '用 openssl rand -base64 32 生成密钥，存放在数据库之外，并另行备份。';

const missing = (variable: string): KeyRefusal => ({
  ok: false,
  code: 'key-missing',
  variable,
  said: { zh: `没有设置 ${variable}。`, en: `${variable} is not set.`, todo: makeOne },
});

/** What was found is a secret or a piece of one: only what was expected is said. */
const malformed = (variable: string, zh: string, en: string): KeyRefusal => ({
  ok: false,
  code: 'key-malformed',
  variable,
  said: { zh: `${variable} 的写法不对：${zh}。`, en: `${variable} is malformed: ${en}.`, todo: makeOne },
});

const readKey = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64');
  // Node reads over what is no base64; a slip of the hand must not become another key.
  return bytes.length === 32 && bytes.toString('base64') === text ? bytes : null;
};

const listShape = /^[a-z0-9-]{1,32}:[^,:]+(,[a-z0-9-]{1,32}:[^,:]+)*$/;

const readList = (text: string): ReadonlyMap<string, Buffer> | KeyRefusal => {
  if (!listShape.test(text))
    return malformed(keysVariable, '应当是“编号:密钥”，用逗号分开', 'expected id:key, separated by commas');
  const keys = new Map<string, Buffer>();
  for (const [id = '', key = ''] of text.split(',').map((each) => each.split(':'))) {
    const bytes = readKey(key);
    if (bytes === null)
      return malformed(
        keysVariable,
        `编号 ${id} 的密钥应当是 32 字节的 base64`,
        `key ${id} should be 32 bytes in base64`,
      );
    if (keys.has(id)) return malformed(keysVariable, `编号 ${id} 出现了两次`, `key ${id} stands twice`);
    keys.set(id, bytes);
  }
  return keys;
};

/**
 * Reads the keys: `TIHANG_FIELD_KEYS` is a list id:base64 of 32 bytes each, the newest last; `TIHANG_INDEX_KEY` one more key.
 *
 * @returns the ring, or which variable is missing or malformed; never a value of one
 */
export const readKeys = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly ring: KeyRing } | KeyRefusal => {
  const [list, single] = [env[keysVariable]?.trim() ?? '', env[indexVariable]?.trim() ?? ''];
  if (list === '') return missing(keysVariable);
  if (single === '') return missing(indexVariable);
  const keys = readList(list);
  if ('code' in keys) return keys;
  const index = readKey(single);
  if (index === null) return malformed(indexVariable, '应当是 32 字节的 base64', 'expected 32 bytes in base64');
  if ([...keys.values()].some((key) => key.equals(index)))
    return malformed(indexVariable, '不能与字段密钥相同', 'it must differ from every field key');
  return { ok: true, ring: { newest: [...keys.keys()].at(-1) ?? '', keys, index } };
};

/** Where a value stands. A ciphertext opens there and nowhere else. */
export type Place = {
  readonly tenant: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
};

export type Decrypted =
  | { readonly ok: true; readonly value: string }
  /** `unknown-key`: the ring lacks its key. `not-authentic`: moved from another place, changed, or the key has other bytes. */
  | { readonly ok: false; readonly code: 'unknown-key' | 'not-authentic' };

const algorithm = 'aes-256-gcm';
const version = 1;
const [ivLength, tagLength] = [12, 16];

const boundTo = ({ tenant, table, row, field }: Place, key: string): Buffer =>
  Buffer.from(canonical({ v: version, tenant, table, row, field, key }));

/** Version, length of the key's id, the id, iv, tag, and what is encrypted. */
export const encryptField = ({ newest, keys }: KeyRing, place: Place, value: string): Buffer => {
  const key = keys.get(newest);
  if (key === undefined) throw new Error('the newest key is in its ring');
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength }).setAAD(boundTo(place, newest));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  const id = Buffer.from(newest);
  return Buffer.concat([Buffer.from([version, id.length]), id, iv, cipher.getAuthTag(), body]);
};

type Parts = { readonly id: string; readonly iv: Buffer; readonly tag: Buffer; readonly body: Buffer };

const partsOf = (cipher: Buffer): Parts | null => {
  const start = 2 + (cipher[1] ?? 0);
  const [ivEnd, tagEnd] = [start + ivLength, start + ivLength + tagLength];
  if (cipher[0] !== version || cipher.length < tagEnd) return null;
  return {
    id: cipher.toString('utf8', 2, start),
    iv: cipher.subarray(start, ivEnd),
    tag: cipher.subarray(ivEnd, tagEnd),
    body: cipher.subarray(tagEnd),
  };
};

export const decryptField = ({ keys }: KeyRing, place: Place, cipher: Buffer): Decrypted => {
  const parts = partsOf(cipher);
  if (parts === null) return { ok: false, code: 'not-authentic' };
  const key = keys.get(parts.id);
  if (key === undefined) return { ok: false, code: 'unknown-key' };
  const open = createDecipheriv(algorithm, key, parts.iv, { authTagLength: tagLength })
    .setAAD(boundTo(place, parts.id))
    .setAuthTag(parts.tag);
  const body = open.update(parts.body);
  try {
    return { ok: true, value: Buffer.concat([body, open.final()]).toString('utf8') };
  } catch {
    return { ok: false, code: 'not-authentic' };
  }
};

/** The same value under the newest key; a ciphertext that is under it already stays as it is. */
export const reencryptField = (
  ring: KeyRing,
  place: Place,
  cipher: Buffer,
): { readonly ok: true; readonly cipher: Buffer } | Exclude<Decrypted, { readonly ok: true }> => {
  const read = decryptField(ring, place, cipher);
  if (!read.ok) return read;
  const current = partsOf(cipher)?.id === ring.newest;
  return { ok: true, cipher: current ? cipher : encryptField(ring, place, read.value) };
};

/** What equal values of one kind in one tenant have in common: 16 bytes that tell nothing to who lacks the key. */
export const blindIndex = (
  { index }: KeyRing,
  { tenant, kind }: { readonly tenant: string; readonly kind: string },
  value: string,
): Buffer =>
  createHmac('sha256', index)
    .update(canonical({ v: 1, tenant, kind, value }))
    .digest()
    .subarray(0, 16);
