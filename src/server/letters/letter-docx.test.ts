// The document of a letter, unpacked and read: what stands where, in which form, and that its bytes depend on nothing else.
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { theLetter } from '#casework/letters/toy-letters.ts';
import { verificationCode } from '#casework/letters/verification-code.ts';
import { letterDocx } from './letter-docx.ts';

const foot = {
  code: verificationCode(Uint8Array.from({ length: 16 }, (_, n) => n * 7)),
  address: 'https://example.gov.cn/letters',
};

/** Name and text of each entry, and the time that it says, in the order of the list at the end. */
const entriesOf = (zip: Buffer) => {
  const entries: { readonly name: string; readonly time: number; readonly localTime: number; readonly text: string }[] =
    [];
  let at = zip.readUInt32LE(zip.length - 6);
  while (zip.readUInt32LE(at) === 0x02_01_4b_50) {
    const [size, nameLength, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      time: zip.readUInt32LE(at + 12),
      localTime: zip.readUInt32LE(local + 10),
      text: (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};

const partsOf = async (...given: Parameters<typeof letterDocx>): Promise<ReadonlyMap<string, string>> =>
  new Map(entriesOf(await letterDocx(...given)).map(({ name, text }) => [name, text]));

const part = (parts: ReadonlyMap<string, string>, name: string): string => {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

const paragraphsIn = (xml: string): readonly string[] => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const textOf = (paragraph: string): string =>
  unescaped([...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(''));

const paragraphWith = (xml: string, text: string): string => {
  const found = paragraphsIn(xml).filter((each) => textOf(each).includes(text));
  if (found.length !== 1) throw new Error(`${found.length} paragraphs have ${text}`);
  return found[0] ?? '';
};

describe('the document of a letter', () => {
  it('says each part of the letter once, in the order of the official form', async () => {
    const letter = theLetter(
      'correction',
      {},
      { annexes: ['补正事项对照表', '空白申报表'], note: '联系人：李，0000-1234' },
    );
    const xml = part(await partsOf(letter, foot), 'word/document.xml');
    expect(paragraphsIn(xml).map(textOf)).toEqual([
      '柳城市工业和信息化局',
      '柳工信支〔2026〕12号',
      '一次性告知补正通知书',
      '柳东机械有限公司：',
      ...letter.paragraphs,
      '附件：1．补正事项对照表',
      '2．空白申报表',
      '柳城市工业和信息化局',
      '2026年5月8日',
      '（联系人：李，0000-1234）',
    ]);
  });

  it('has one annex without a number, and says nothing of annexes and notes that are not there', async () => {
    const one = part(await partsOf(theLetter('award', {}, { annexes: ['审定表'] }), foot), 'word/document.xml');
    expect(textOf(paragraphWith(one, '附件'))).toBe('附件：审定表');
    const none = part(await partsOf(theLetter('award'), foot), 'word/document.xml');
    expect(none).not.toContain('附件');
    expect(paragraphsIn(none).map(textOf).at(-1)).toBe('2026年5月8日');
  });

  it('is A4 with the official margins', async () => {
    const xml = part(await partsOf(theLetter('award'), foot), 'word/document.xml');
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
    // A twentieth of a point is 25.4 / 1440 mm.
    expect([width, height].map((each) => Math.round((Number(each) * 25.4) / 1440))).toEqual([210, 297]);
    const margin = (side: string): number =>
      (Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]) * 25.4) / 1440;
    for (const [side, mm] of [
      ['top', 37],
      ['bottom', 35],
      ['left', 28],
      ['right', 26],
    ] as const)
      expect(margin(side), side).toBeCloseTo(mm, 1);
  });

  it('sets the body in 仿宋 of 16 points, two characters in, and the title in 小标宋 of 22', async () => {
    const letter = theLetter('award');
    const xml = part(await partsOf(letter, foot), 'word/document.xml');
    const body = paragraphWith(xml, letter.paragraphs[0] ?? '');
    expect(body).toContain('w:eastAsia="仿宋"');
    expect(body).toContain('<w:sz w:val="32"/>');
    expect(body).toContain('w:firstLineChars="200"');
    expect(body).toContain('w:firstLine="640"');
    const title = paragraphWith(xml, letter.title);
    expect(title).toContain('w:eastAsia="方正小标宋简体"');
    expect(title).toContain('<w:sz w:val="44"/>');
    expect(title).toContain('<w:jc w:val="center"/>');
    expect(paragraphWith(xml, `${letter.to}：`)).not.toContain('w:firstLine');
  });

  it('never leaves the signature on a page of its own', async () => {
    for (const annexes of [[], ['审定表'], ['审定表', '名单']]) {
      const letter = theLetter('award', {}, { annexes });
      const paragraphs = paragraphsIn(part(await partsOf(letter, foot), 'word/document.xml'));
      // What stands before the date, and before the office.
      for (const at of [-2, -3]) expect(paragraphs.at(at), `${annexes.length}`).toContain('<w:keepNext/>');
    }
  });

  it('makes the name of an office smaller that would not stand on one line', async () => {
    const sizeOf = async (issuer: string): Promise<number> => {
      const xml = part(await partsOf(theLetter('award', {}, { issuer }), foot), 'word/document.xml');
      return Number(/<w:sz w:val="(\d+)"/.exec(paragraphsIn(xml)[0] ?? '')?.[1]) / 2;
    };
    expect(await sizeOf('柳城市工信局')).toBe(52);
    // 442 points for 20 characters.
    expect(await sizeOf('柳'.repeat(20))).toBe(22);
    expect(await sizeOf('柳'.repeat(60))).toBe(16);
  });

  it('has page number, code and address at the foot of right and left pages', async () => {
    const parts = await partsOf(theLetter('award'), foot);
    expect(part(parts, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(feet).toHaveLength(2);
    for (const xml of feet) {
      expect(xml).toMatch(/<w:instrText[^>]*>PAGE<\/w:instrText>/);
      expect(textOf(paragraphWith(xml, '—'))).toBe('—  —');
      expect(textOf(paragraphWith(xml, '核验码'))).toBe(`核验码：${foot.code}　核验地址：${foot.address}`);
    }
    expect(new Set(feet.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]))).toEqual(new Set(['left', 'right']));
  });

  it('prints what people wrote as they wrote it, markup included', async () => {
    const reason = '研发费用 < 500万元 & “A<b>”';
    const xml = part(await partsOf(theLetter('rejection', { reason }), foot), 'word/document.xml');
    expect(textOf(paragraphWith(xml, '理由'))).toBe(`理由：${reason}。`);
    expect(xml).not.toContain('<b>');
  });
});

describe('the bytes of a letter', () => {
  afterEach(() => vi.useRealTimers());

  const at = (moment: string, ...given: Parameters<typeof letterDocx>): Promise<Buffer> => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
    return letterDocx(...given);
  };

  it('are the same whenever they are made', async () => {
    const letter = theLetter('recovery');
    const first = await at('2026-05-08T01:00:00.000Z', letter, foot);
    const later = await at('2031-11-30T23:59:59.000Z', letter, foot);
    expect(later.equals(first)).toBe(true);
    expect(new Set(entriesOf(first).flatMap(({ time, localTime }) => [time, localTime]))).toEqual(
      new Set([0x00_21_00_00]),
    );
    expect(entriesOf(first).length).toBeGreaterThan(10);
    const core = entriesOf(first).find(({ name }) => name === 'docProps/core.xml')?.text;
    expect(core).toContain('<dc:title>追回决定书</dc:title>');
    expect(core?.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual(['2026-05-08T00:00:00Z', '2026-05-08T00:00:00Z']);
  });

  it('are others for another letter, code or address', async () => {
    const letter = theLetter('award');
    const hash = async (...given: Parameters<typeof letterDocx>) =>
      createHash('sha256')
        .update(await letterDocx(...given))
        .digest('hex');
    const hashes = await Promise.all([
      hash(letter, foot),
      hash(theLetter('award', { amountFen: 12_345_679n }), foot),
      hash(letter, { ...foot, code: verificationCode(new Uint8Array(16)) }),
      hash(letter, { ...foot, address: 'https://example.gov.cn/other' }),
    ]);
    expect(new Set(hashes).size).toBe(4);
  });
});
