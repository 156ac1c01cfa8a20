// Letters word by word, and every way in which one is refused instead of being printed with a gap.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromCanonical } from '#casework/log/canonical.ts';
import type { Letter, LetterKind } from './letter.ts';
import { letterHash, letterNames, letterText } from './letter.ts';
import type { LetterHead } from './letter-data.ts';
import { correctionLimit, head, samples, theLetter, tryLetter, until } from './toy-letters.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
// The keys of the table are the kinds.
const kinds = Object.keys(letterNames) as readonly LetterKind[];

const refusedBy = (written: ReturnType<typeof tryLetter>) => {
  if (written.ok) throw new Error('it was written');
  return [written.code, written.field];
};

const remedy = '救济途径：可以在收到本书之日起10个工作日内向本机关申请复核。';

describe('a letter', () => {
  it('of acceptance says when, the limit, its end, and what it does not count', () => {
    expect(theLetter('acceptance')).toEqual({
      kind: 'acceptance',
      issuer: '柳城市工业和信息化局',
      number: '柳工信支〔2026〕12号',
      title: '受理通知书',
      to: '柳东机械有限公司',
      paragraphs: [
        '你单位于2026年5月6日提交的“设备补助”（办件编号：c-1）申报材料收悉。经审查，符合受理条件，本机关于2026年5月8日予以受理。',
        '办理时限为20个工作日（依据：《柳城办法》第八条），自受理起计算，当日不计入，至2026年6月5日届满。',
        '专家评审、现场核查所需时间不计入上述时限，起止时间将另行告知。',
      ],
      annexes: [],
      signedBy: '柳城市工业和信息化局',
      date: '2026-05-08',
      note: null,
    } satisfies Record<keyof Letter, unknown>);
  });

  it('that asks for corrections pins each to its field or file, with the firm’s limit and what silence does', () => {
    expect(theLetter('correction').paragraphs).toEqual([
      '你单位提交的“设备补助”（办件编号：c-1）申报材料收悉。经审查，下列2处需要补正，现一次性告知：',
      '1．栏目“研发费用”：与审计报告不一致。',
      '2．文件“审计报告”：缺第3页。',
      '补正期限为10个工作日（依据：《柳城办法》第六条），自收到补正通知起计算，当日不计入，至2026年5月22日届满。',
      '逾期未补正，视为撤回，材料保留。',
      '除你单位的补正材料引出新的问题外，本环节不再要求补正。',
    ]);
  });

  it.each([
    ['acceptance-refused', '你单位提交的“设备补助”（办件编号：c-1）申报材料收悉。经审查，本机关决定不予受理。'],
    ['rejection', '你单位申报的“设备补助”（办件编号：c-1），经审查，本机关决定不予支持。'],
  ] as const)('of %s gives reason, clause and remedy', (kind, first) => {
    expect(theLetter(kind).paragraphs).toEqual([
      first,
      '理由：上年度研发费用未达到500万元。',
      '依据：《柳城办法》第三条第二项。',
      remedy,
    ]);
  });

  it('about an amount has it in figures to the fen and in capitals', () => {
    expect(theLetter('award').paragraphs).toEqual([
      '你单位申报的“设备补助”（办件编号：c-1），经审定，支持金额为123,456.78元（人民币壹拾贰万叁仟肆佰伍拾陆元柒角捌分）。',
      '依据：《柳城办法》第三条第一项。',
      '后续安排：公示7日无异议后，由财政部门拨付到已核验的账户。',
      remedy,
    ]);
  });

  it('that extends a limit says the old and the new end, by how much and why', () => {
    expect(theLetter('extension').paragraphs).toEqual([
      '你单位申请办理的“设备补助”（办件编号：c-1），原办理时限至2026年6月5日届满。经批准，办理时限延长10个工作日，至2026年6月22日届满。本阶段的时限不再延长。',
      '延期理由：会审部门的意见尚未齐备。',
      '依据：《柳城办法》第九条。',
    ]);
  });

  it('that claims money back adds up principal and interest, and says by when each instalment is due', () => {
    const { paragraphs } = theLetter('recovery');
    expect(paragraphs[0]).toBe(
      '你单位已领取的“设备补助”（办件编号：c-1）资金，经核查并听取意见，本机关决定予以追回。应退本金100,000.00元（人民币壹拾万元整），利息1,200.50元（人民币壹仟贰佰元伍角整），合计101,200.50元（人民币壹拾万壹仟贰佰元伍角整）。',
    );
    expect(paragraphs.slice(4, 7)).toEqual([
      '上述款项分2期缴清：',
      '1．第1期50,000.00元（人民币伍万元整），2026年6月30日前（含当日）缴清。',
      '2．第2期51,200.50元（人民币伍万壹仟贰佰元伍角整），2026年12月31日前（含当日）缴清。',
    ]);
    const once = theLetter('recovery', {
      interestFen: 0n,
      payments: [{ amountFen: 10_000_000n, due: until('2026-06-30') }],
    });
    expect(once.paragraphs[0]).toContain('，不计利息，合计100,000.00元');
    expect(once.paragraphs).toContain('上述款项应于2026年6月30日前（含当日）缴清。');
  });

  it('says 你 to a person', () => {
    for (const kind of kinds)
      expect(theLetter(kind, {}, { to: { name: '李某', is: 'person' } }).paragraphs.join(''), kind).not.toContain(
        '你单位',
      );
  });

  it('prints a provisional date with the word 暂定 and says what that means; a settled one without', () => {
    const { paragraphs } = theLetter('correction', {
      limit: { rule: correctionLimit, due: until('2027-01-08', true) },
    });
    expect(paragraphs[3]).toContain('至2027年1月8日（暂定）届满');
    expect(paragraphs.at(-1)).toBe('注明“暂定”的日期所涉年度的放假安排尚未公布，公布后重新计算并另行告知。');
    for (const kind of kinds) expect(letterText(theLetter(kind)), kind).not.toContain('暂定');
  });

  it('has one text and one hash, which any change changes', () => {
    const letter = theLetter('award');
    const text = letterText(letter);
    expect(fromCanonical(text)).toEqual(letter);
    expect(letterHash(letter, sha256)).toBe(createHash('sha256').update(text).digest('hex'));
    const reversed = Object.fromEntries(Object.entries(letter).toReversed()) as Letter; // the same places
    expect(letterText(reversed)).toBe(text);
    const others = [
      theLetter('award', { amountFen: 12_345_679n }),
      theLetter('award', {}, { serial: 13 }),
      theLetter('award', {}, { note: '联系人：李' }),
      theLetter('award', {}, { annexes: ['审定表'] }),
    ];
    expect(new Set([letter, ...others].map((each) => letterHash(each, sha256))).size).toBe(5);
  });
});

describe('a letter is refused', () => {
  const textFields = {
    issuer: '发文机关',
    mark: '机关代字',
    matter: '事项名称',
    case: '办件编号',
  } as const satisfies Partial<Record<keyof LetterHead, string>>;

  it.each(kinds)('as %s when any text of it is empty, and never printed with a gap', (kind) => {
    for (const [name, field] of Object.entries(textFields))
      expect(refusedBy(tryLetter(kind, {}, { [name]: ' ' }))).toEqual(['text-missing', field]);
    expect(refusedBy(tryLetter(kind, {}, { to: { name: '', is: 'organisation' } }))).toEqual([
      'text-missing',
      '主送机关',
    ]);
    const texts = Object.entries(samples[kind]).filter(
      ([name, value]) => typeof value === 'string' && !name.endsWith('On'),
    );
    for (const [name] of texts) expect(refusedBy(tryLetter(kind, { [name]: '' })), name).toContain('text-missing');
  });

  it('when a limit, a remark, an annex or a note is empty', () => {
    const due = until('2026-05-22');
    for (const part of ['name', 'start', 'clause'])
      expect(refusedBy(tryLetter('correction', { limit: { rule: { ...correctionLimit, [part]: '' }, due } }))[0]).toBe(
        'text-missing',
      );
    expect(refusedBy(tryLetter('correction', { remarks: [{ on: 'file', name: '', text: '缺页' }] }))).toEqual([
      'text-missing',
      '补正事项所在',
    ]);
    expect(refusedBy(tryLetter('correction', { remarks: [{ on: 'file', name: '账', text: ' ' }] }))).toEqual([
      'text-missing',
      '补正事项',
    ]);
    expect(refusedBy(tryLetter('acceptance', { excluded: [''] }))[0]).toBe('text-missing');
    expect(refusedBy(tryLetter('award', {}, { annexes: [''] }))).toEqual(['text-missing', '附件']);
    expect(refusedBy(tryLetter('award', {}, { note: '' }))).toEqual(['text-missing', '附注']);
  });

  it('when a text cannot be printed on a line', () => {
    for (const sign of ['\n', '\u0000', '\u000B', '\uD800', '\u2028', '\uFFFE'])
      expect(refusedBy(tryLetter('rejection', { reason: `甲${sign}乙` })), sign).toEqual(['text-broken', '理由']);
    expect(tryLetter('rejection', { reason: '𠮷野 <机械> & “A”' }).ok).toBe(true);
  });

  it('when its number, amount, remarks or limit are none', () => {
    for (const serial of [0, -1, 1.5, Number.NaN])
      expect(refusedBy(tryLetter('award', {}, { serial }))[0]).toBe('number-wrong');
    for (const amountFen of [0n, -1n, 10n ** 18n])
      expect(refusedBy(tryLetter('award', { amountFen }))).toEqual(['amount-wrong', '审定金额']);
    expect(refusedBy(tryLetter('correction', { remarks: [] }))).toEqual(['remarks-missing', '补正事项']);
    const limit = { rule: { ...correctionLimit, owner: 'bureau' as const }, due: until('2026-05-22') };
    expect(refusedBy(tryLetter('correction', { limit }))).toEqual(['not-the-firms-limit', '补正期限']);
    expect(refusedBy(tryLetter('extension', { added: { length: 0, unit: 'workday' } }))[0]).toBe('number-wrong');
  });

  it('when its dates contradict each other', () => {
    const limit = { rule: correctionLimit, due: until(head.date) };
    expect(refusedBy(tryLetter('correction', { limit }))).toEqual(['end-past', '期限届满日']);
    expect(refusedBy(tryLetter('extension', { to: samples.extension.from }))).toEqual([
      'end-not-later',
      '延长后的期限',
    ]);
    const { submittedOn, acceptedOn } = samples.acceptance;
    const crossed = { submittedOn: acceptedOn, acceptedOn: submittedOn };
    expect(refusedBy(tryLetter('acceptance', crossed))[0]).toBe('dates-crossed');
    expect(refusedBy(tryLetter('acceptance', {}, { date: submittedOn }))[0]).toBe('dates-crossed');
  });

  it('when what is claimed back does not add up, or is due in no order', () => {
    const { payments } = samples.recovery;
    expect(refusedBy(tryLetter('recovery', { interestFen: 120_051n }))).toEqual(['parts-do-not-add-up', '各期金额']);
    expect(refusedBy(tryLetter('recovery', { payments: [] }))[0]).toBe('parts-do-not-add-up');
    expect(refusedBy(tryLetter('recovery', { payments: payments.toReversed() }))[0]).toBe('end-not-later');
    expect(refusedBy(tryLetter('recovery', { principalFen: 0n }))).toEqual(['amount-wrong', '应退本金']);
    expect(refusedBy(tryLetter('recovery', { interestFen: -1n }))).toEqual(['amount-wrong', '应付利息']);
    const negative = [
      { amountFen: 10_120_051n, due: until('2026-06-30') },
      { amountFen: -1n, due: until('2026-12-31') },
    ];
    expect(refusedBy(tryLetter('recovery', { payments: negative }))).toEqual(['amount-wrong', '各期金额']);
  });

  it('with a sentence that names the place and says what to do', () => {
    const written = tryLetter('rejection', { remedy: '' });
    expect(written).toEqual({
      ok: false,
      code: 'text-missing',
      field: '救济途径',
      sentence: '信函缺少“救济途径”；请补上后再制作',
    });
  });
});
