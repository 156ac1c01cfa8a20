// Encrypted fields: what is put in comes out in its own place under a known key, and nowhere else.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blindIndex,
  decryptField,
  encryptField,
  readKeys,
  reencryptField,
  type KeyRing,
  type Place,
} from './secrets.ts';

const key = (): string => randomBytes(32).toString('base64');
const [first, second, index] = [key(), key(), key()];

const ringOf = (list: string, single = index): KeyRing => {
  const read = readKeys({ TIHANG_FIELD_KEYS: list, TIHANG_INDEX_KEY: single });
  if (!read.ok) throw new Error(read.said.en);
  return read.ring;
};

const old = ringOf(`k1:${first}`);
const both = ringOf(`k1:${first},k2:${second}`);
const place: Place = { tenant: 'liu-city', table: 'private_value', row: 'r-1', field: 'cipher' };
const texts = fc.string({ unit: 'binary', maxLength: 60 });

describe('an encrypted field', () => {
  it('gives back what was put in, whatever it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decryptField(old, place, encryptField(old, place, text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  it('opens in its own place only: another tenant, table, row or field is refused', () => {
    const cipher = encryptField(old, place, '13900001234');
    const others: readonly Partial<Place>[] = [
      { tenant: 'other-city' },
      { table: 'person' },
      { row: 'r-2' },
      { field: 'salt' },
      // The same letters, cut elsewhere.
      { table: 'private_valu', row: 'er-1' },
    ];
    for (const other of others)
      expect(decryptField(old, { ...place, ...other }, cipher)).toEqual({ ok: false, code: 'not-authentic' });
  });

  it('is refused when any byte of it is another, and when it is cut', () => {
    const cipher = encryptField(old, place, '13900001234');
    for (let at = 0; at < cipher.length; at++) {
      const changed = Buffer.from(cipher);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(decryptField(old, place, changed).ok, `byte ${at}`).toBe(false);
      expect(decryptField(old, place, cipher.subarray(0, at)).ok, `cut at ${at}`).toBe(false);
    }
  });

  it('is refused under another key of the same name, and told apart from a key that is not there', () => {
    const cipher = encryptField(old, place, '13900001234');
    expect(decryptField(ringOf(`k1:${second}`), place, cipher)).toEqual({ ok: false, code: 'not-authentic' });
    expect(decryptField(ringOf(`k2:${second}`), place, cipher)).toEqual({ ok: false, code: 'unknown-key' });
  });

  it('is read with an old key and written with the newest', () => {
    const before = encryptField(old, place, '13900001234');
    expect(decryptField(both, place, before)).toEqual({ ok: true, value: '13900001234' });
    const written = encryptField(both, place, '13900001234');
    expect(decryptField(old, place, written)).toEqual({ ok: false, code: 'unknown-key' });
  });

  it('is brought under the newest key, once, so that the old one can go', () => {
    const before = encryptField(old, place, '13900001234');
    const moved = reencryptField(both, place, before);
    if (!moved.ok) throw new Error(moved.code);
    expect(decryptField(ringOf(`k2:${second}`), place, moved.cipher)).toEqual({ ok: true, value: '13900001234' });
    expect(reencryptField(both, place, moved.cipher)).toEqual({ ok: true, cipher: moved.cipher });
    expect(reencryptField(both, { ...place, row: 'r-2' }, before)).toEqual({ ok: false, code: 'not-authentic' });
  });

  it('holds nothing of what was put in, and is never twice the same', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8,30}$/), (text) => {
        const [one, two] = [encryptField(old, place, text), encryptField(old, place, text)];
        expect(one.equals(two)).toBe(false);
        for (let at = 0; at + 8 <= text.length; at++)
          expect(one.includes(Buffer.from(text.slice(at, at + 8)))).toBe(false);
      }),
    );
  });
});

describe('the keyed index', () => {
  const of = (text: string, ring = old, other: { tenant?: string; kind?: string } = {}): string =>
    blindIndex(ring, { tenant: 'liu-city', kind: 'phone', ...other }, text).toString('hex');

  it('is equal for equal values and for no others', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(of(a)).toBe(of(a));
        expect(of(a) === of(b)).toBe(a === b);
      }),
    );
  });

  it('is 16 bytes, differs by city, kind and key, and stays when the field keys change', () => {
    expect(of('13900001234')).toMatch(/^[0-9a-f]{32}$/);
    const others = [
      of('13900001234'),
      of('13900001234', old, { tenant: 'other-city' }),
      of('13900001234', old, { kind: 'id-number' }),
    ];
    expect(new Set([...others, of('13900001234', ringOf(`k1:${first}`, key()))]).size).toBe(4);
    expect(of('13900001234', both)).toBe(of('13900001234'));
  });
});

describe('the keys', () => {
  const wrong: readonly (readonly [
    what: string,
    env: Readonly<Record<string, string>>,
    code: string,
    variable: string,
  ])[] = [
    ['none at all', {}, 'key-missing', 'TIHANG_FIELD_KEYS'],
    ['an empty list', { TIHANG_FIELD_KEYS: ' ', TIHANG_INDEX_KEY: index }, 'key-missing', 'TIHANG_FIELD_KEYS'],
    ['no key for the index', { TIHANG_FIELD_KEYS: `k1:${first}` }, 'key-missing', 'TIHANG_INDEX_KEY'],
    [
      'a key without an id',
      { TIHANG_FIELD_KEYS: first, TIHANG_INDEX_KEY: index },
      'key-malformed',
      'TIHANG_FIELD_KEYS',
    ],
    [
      'a short key',
      { TIHANG_FIELD_KEYS: 'k1:c2hvcnQ=', TIHANG_INDEX_KEY: index },
      'key-malformed',
      'TIHANG_FIELD_KEYS',
    ],
    [
      'a key with a slip',
      { TIHANG_FIELD_KEYS: `k1:${first.slice(0, -2)}!=`, TIHANG_INDEX_KEY: index },
      'key-malformed',
      'TIHANG_FIELD_KEYS',
    ],
    [
      'an id twice',
      { TIHANG_FIELD_KEYS: `k1:${first},k1:${second}`, TIHANG_INDEX_KEY: index },
      'key-malformed',
      'TIHANG_FIELD_KEYS',
    ],
    [
      'a trailing comma',
      { TIHANG_FIELD_KEYS: `k1:${first},`, TIHANG_INDEX_KEY: index },
      'key-malformed',
      'TIHANG_FIELD_KEYS',
    ],
    [
      'a short index key',
      { TIHANG_FIELD_KEYS: `k1:${first}`, TIHANG_INDEX_KEY: 'c2hvcnQ=' },
      'key-malformed',
      'TIHANG_INDEX_KEY',
    ],
    [
      'one key for both',
      { TIHANG_FIELD_KEYS: `k1:${first}`, TIHANG_INDEX_KEY: first },
      'key-malformed',
      'TIHANG_INDEX_KEY',
    ],
  ];

  it.each(wrong)(
    'with %s are refused by the name of the variable, never by its value',
    (_what, env, code, variable) => {
      const read = readKeys(env);
      expect(read).toMatchObject({ ok: false, code, variable });
      const said = JSON.stringify(read);
      for (const secret of [first, second, index, 'c2hvcnQ=']) expect(said).not.toContain(secret.slice(0, 8));
    },
  );

  it('are read with the last one as the newest', () => {
    expect(both.newest).toBe('k2');
    expect([...both.keys].map(([id, bytes]) => `${id}:${bytes.toString('base64')}`)).toEqual([
      `k1:${first}`,
      `k2:${second}`,
    ]);
  });
});
