// The search over the packs as they are: every item is found by its name and by its sounds.
import { join } from 'node:path';
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '#cli/packs-folder.ts';
import { searchOver } from '#server/search.ts';

const rulebook = loadRulebook(join(import.meta.dirname, '../../packs'));
const search = searchOver(rulebook);
const idsOf = (q: string, kind: 'item' | 'gate' | 'document' | 'term' = 'item') =>
  search(q, kind, 10).list.map(({ id }) => id);

const items = [...rulebook.items.values()];

describe('the search', () => {
  it('finds every item by its full name, first', () => {
    expect(items.filter(({ id, name }) => idsOf(name)[0] !== id).map(({ id }) => id)).toEqual([]);
  });

  it('finds every item by the initials and by the whole pinyin of its name', () => {
    const typed = (name: string, pattern: 'first' | 'pinyin') =>
      pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', pattern, v: true })
        .map((each) => each.toLowerCase())
        .join('');
    // Names with letters or digits among the Han are typed with them; this looks at the others.
    const plain = items.filter(({ name }) => /^\p{Script=Han}+$/u.test(name));
    expect(plain.length).toBeGreaterThan(50);
    for (const pattern of ['first', 'pinyin'] as const)
      expect(plain.filter(({ id, name }) => !idsOf(typed(name, pattern)).includes(id)).map(({ id }) => id)).toEqual([]);
  });

  it('finds by a part of a name, by half a word, by pinyin from the middle, by English', () => {
    expect(idsOf('小巨人奖励')[0]).toBe('nantong/award-little-giant');
    expect(idsOf('智改')).toContain('nantong/policy-code-case-code');
    expect(idsOf('xinxingshebei')).toEqual([]);
    expect(idsOf('xinshebei')).toEqual([]);
    expect(idsOf('shebeibuzhu')).toContain('nantong/subsidy-smart-retrofit');
    expect(idsOf('sbbz')).toContain('nantong/subsidy-smart-retrofit');
    expect(idsOf('little giant')).toContain('nantong/award-little-giant');
  });

  it('finds documents by number and terms by name', () => {
    const numbered = [...rulebook.documents.values()].flatMap(({ id, number }) =>
      number === null ? [] : [{ id, number }],
    );
    const numbers = numbered.map(({ number }) => number);
    const own = numbered.filter(({ number }) => numbers.indexOf(number) === numbers.lastIndexOf(number));
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter(({ id, number }) => idsOf(number, 'document')[0] !== id)).toEqual([]);
    expect(idsOf('三个一', 'term').slice(0, 2).toSorted()).toEqual([
      'nantong/上市“三个一”',
      'nantong/两化融合“三个一”',
    ]);
  });

  it('folds full-width letters and does not mind spaces', () => {
    expect(idsOf('ＡＩ')).toEqual(idsOf('ai'));
    expect(idsOf(' 小巨人  奖励 ')[0]).toBe('nantong/award-little-giant');
  });

  it('marks what was found in the name', () => {
    const marked = (q: string) => {
      const [first] = search(q, 'item', 1).list;
      return first?.matches.map(([from, to]) => first.name.slice(from, to));
    };
    expect(marked('小巨人')).toEqual(['小巨人']);
    expect(marked('智能化技术改造项目设备补助')).toEqual(['智能化技术改造项目设备补助']);
    expect(marked('sbbz')).toEqual(['设备补助']);
  });

  it('finds nothing for nonsense or for nothing, and never breaks', () => {
    expect(search('', undefined, 10)).toEqual({ q: '', count: 0, list: [] });
    expect(search('zzzqqqxxx', undefined, 10).count).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (q) => {
        const { count, list } = search(q, undefined, 7);
        expect(list.length).toBe(Math.min(7, count));
        for (const { name, matches } of list)
          for (const [from, to] of matches) expect(0 <= from && from < to && to <= name.length).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
