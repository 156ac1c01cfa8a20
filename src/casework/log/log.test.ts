// A log that outsiders can check: honest chains verify, and every way of changing one is found.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, fromCanonical, type Plain } from './canonical.ts';
import { link, noHash, type Digest, type Linked } from './chain.ts';
import { isProven, proofOf, rootOf, type Head } from './merkle.ts';
import { veiled } from './personal.ts';
import { headsAt, verifyLog, type Lodged } from './verify.ts';

const sha256: Digest = (bytes) => createHash('sha256').update(bytes).digest();
const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const at = (day: number, hour: number): string =>
  `2026-09-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;

const written = (chain: string, when: readonly string[]): readonly Linked[] =>
  when.reduce<readonly Linked[]>((before, moment, index) => {
    const entry = {
      tenant: 'nantong',
      chain,
      seq: index + 1,
      kind: 'submit',
      at: moment,
      body: canonical({ n: index }),
    };
    return [...before, link(entry, before.at(-1)?.hash ?? noHash, sha256)];
  }, []);

const log = [
  ...written('case-a', [at(1, 1), at(1, 9), at(2, 3)]),
  ...written('case-b', [at(1, 2), at(3, 3)]),
  ...written('case-c', [at(2, 4)]),
];

const lodge = (entries: readonly Linked[], day: string, withHeads = true): Lodged => {
  const chains = new Map(Map.groupBy(entries, ({ chain }) => chain));
  const heads = headsAt(chains, day);
  return { day, root: rootOf(heads, sha256), heads: withHeads ? heads : null };
};

const days = ['2026-09-01', '2026-09-02', '2026-09-03'];
const lodged = days.map((day) => lodge(log, day));
const rootsOnly = lodged.map((each) => ({ ...each, heads: null }));

/** What a clever hand does: changes one entry and every hash after it. */
const rewritten = (chain: string, seq: number): readonly Linked[] =>
  [...Map.groupBy(log, (each) => each.chain)].flatMap(([name, entries]) => {
    if (name !== chain) return entries;
    return entries.reduce<readonly Linked[]>((before, entry) => {
      const { prev: _prev, hash: _hash, ...plain } = entry;
      const told = entry.seq === seq ? { ...plain, body: canonical({ n: 99 }) } : plain;
      return [...before, link(told, before.at(-1)?.hash ?? noHash, sha256)];
    }, []);
  });

describe('the canonical text', () => {
  it('is one for one value, whatever the order of its members', () => {
    expect(canonical({ b: [1, 'é', null], a: { y: true, x: 12345678901234567890n } })).toBe(
      '{"a":{"x":{"$n":"12345678901234567890"},"y":true},"b":[1,"é",null]}',
    );
    expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }));
  });

  it('reads back as the same value', () => {
    const plain: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.string(),
        fc.maxSafeInteger().filter((n) => !Object.is(n, -0)),
        fc.bigInt(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.string().filter((name) => name !== '$n' && name !== '__proto__'),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(canonical(fromCanonical(canonical(value)))).toBe(canonical(value));
      }),
    );
  });

  it.each([0.1, Number.NaN, Infinity, 2 ** 53, -0])('has no place for %s', (value) => {
    expect(() => canonical({ value })).toThrow('is no whole number');
  });

  it('does not let a value pass for an exact number', () => {
    expect(() => canonical({ $n: '5' })).toThrow('may not be called $n');
  });
});

describe('an entry', () => {
  it('has a hash that anybody can recompute with the published recipe', () => {
    const [first, second] = log;
    const recipe = `{"at":"${first?.at}","body":"{\\"n\\":0}","chain":"case-a","kind":"submit","prev":"${noHash}","seq":1,"tenant":"nantong","v":1}`;
    expect(first?.hash).toBe(hex(recipe));
    expect(second?.prev).toBe(first?.hash);
  });

  it('speaks of a person by a salted hash: another salt, another hash, and no way back', () => {
    expect(veiled('00ff', '320602199001011234', sha256)).toBe(hex('00ff\n320602199001011234'));
    expect(veiled('00fe', '320602199001011234', sha256)).not.toBe(veiled('00ff', '320602199001011234', sha256));
  });
});

describe('the root of a day', () => {
  const heads = (count: number): readonly Head[] =>
    Array.from({ length: count }, (_, index) => ({ chain: `case-${index}`, seq: index + 1, hash: hex(String(index)) }));

  it('of three chains is the hash of hashes, worked out by hand', () => {
    const sha = (...parts: readonly Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const leaf = (head: Head) => sha(Buffer.of(0), Buffer.from(`${head.chain}\n${head.seq}\n${head.hash}`));
    const [a, b, c] = heads(3).map(leaf);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three leaves');
    const root = sha(Buffer.of(1), sha(Buffer.of(1), a, b), c).toString('hex');
    expect(rootOf(heads(3), sha256)).toBe(root);
    expect(rootOf(heads(3).toReversed(), sha256)).toBe(root);
    expect(rootOf([], sha256)).toBe(hex(''));
  });

  it('proves each of its heads and no other, with that head and its path only', () => {
    for (let count = 1; count <= 17; count++) {
      const all = heads(count);
      const root = rootOf(all, sha256);
      for (const head of all) {
        const proof = proofOf(all, head.chain, sha256);
        expect(proof).not.toBeNull();
        if (proof === null) continue;
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
        expect(isProven(head, proof, root, sha256)).toBe(true);
        expect(isProven({ ...head, hash: hex('other') }, proof, root, sha256)).toBe(false);
        expect(isProven({ ...head, seq: head.seq + 1 }, proof, root, sha256)).toBe(false);
      }
    }
    expect(proofOf(heads(3), 'case-9', sha256)).toBeNull();
  });
});

describe('verifying a log against what lies outside', () => {
  it('passes an honest one, in whatever order it is read', () => {
    expect(verifyLog(log.toReversed(), lodged, sha256)).toEqual({ entries: 6, chains: 3, days, broken: null });
    expect(verifyLog(log, rootsOnly, sha256).broken).toBeNull();
  });

  it('names the entry that was changed where the hashes were left', () => {
    const changed = log.map((each) =>
      each.chain === 'case-a' && each.seq === 2 ? { ...each, body: '{"n":7}' } : each,
    );
    expect(verifyLog(changed, lodged, sha256).broken).toEqual({ code: 'changed', chain: 'case-a', seq: 2 });
  });

  it('names the gap where an entry was taken out', () => {
    const without = log.filter((each) => !(each.chain === 'case-a' && each.seq === 2));
    expect(verifyLog(without, lodged, sha256).broken).toEqual({ code: 'not-next', chain: 'case-a', seq: 3 });
  });

  it('still fails when every later hash and the page of roots were rewritten too: the root outside is another', () => {
    const forged = rewritten('case-a', 2);
    const page = days.map((day) => lodge(forged, day));
    // The forger's own page would pass: that is why a root from the same hands proves nothing.
    expect(verifyLog(forged, page, sha256).broken).toBeNull();
    expect(verifyLog(forged, lodged, sha256).broken).toEqual({
      code: 'other-head',
      day: '2026-09-01',
      chain: 'case-a',
      seq: 2,
    });
    expect(verifyLog(forged, rootsOnly, sha256).broken).toEqual({
      code: 'other-root',
      day: '2026-09-01',
      since: null,
      chains: ['case-a', 'case-b'],
    });
  });

  it('says since when, where the days before still fit', () => {
    const found = verifyLog(rewritten('case-c', 1), rootsOnly, sha256);
    expect(found.days).toEqual(['2026-09-01']);
    expect(found.broken).toEqual({
      code: 'other-root',
      day: '2026-09-02',
      since: '2026-09-01',
      chains: ['case-a', 'case-c'],
    });
  });

  it('finds a chain that was put in later and one that was taken away whole', () => {
    const more = [...log, ...written('case-0', [at(1, 5)])];
    expect(verifyLog(more, lodged, sha256).broken).toEqual({
      code: 'other-head',
      day: '2026-09-01',
      chain: 'case-0',
      seq: 1,
    });
    const less = log.filter(({ chain }) => chain !== 'case-b');
    expect(verifyLog(less, lodged, sha256).broken).toEqual({
      code: 'other-head',
      day: '2026-09-01',
      chain: 'case-b',
      seq: 1,
    });
  });

  it('takes an entry of 24:00 in Beijing for the next day', () => {
    const night = written('case-n', ['2026-09-01T15:59:59.999Z', '2026-09-01T16:00:00.000Z']);
    const [first, second] = night;
    const chains = new Map([['case-n', night]]);
    expect(headsAt(chains, '2026-09-01')).toEqual([{ chain: 'case-n', seq: 1, hash: first?.hash }]);
    expect(headsAt(chains, '2026-09-02')).toEqual([{ chain: 'case-n', seq: 2, hash: second?.hash }]);
  });

  it('is fooled by no single change of any entry, rewritten to the end or not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...log), fc.boolean(), (victim, clever) => {
        const forged = clever
          ? rewritten(victim.chain, victim.seq)
          : log.map((each) => (each === victim ? { ...each, body: canonical({ n: 99 }) } : each));
        expect(verifyLog(forged, lodged, sha256).broken).not.toBeNull();
      }),
    );
  });
});
