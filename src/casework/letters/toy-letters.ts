// One letter of each kind of an invented bureau, for tests.
import { addDays, readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { ClockRule } from '#casework/time/clock-rule.ts';
import type { Due } from '#casework/time/due.ts';
import { firstInstantOf } from '#casework/time/instant.ts';
import type { LetterData, LetterHead } from './letter-data.ts';
import type { Letter, LetterKind } from './letter.ts';
import { writeLetter, type Written } from './write-letter.ts';

const date = (text: string): PlainDate => {
  const found = readDate(text);
  if (found === null) throw new Error(`no such date: ${text}`);
  return found;
};

/** The end of a day online. */
export const until = (text: string, provisional = false): Due => {
  const day = date(text);
  return { date: day, provisional, endsAt: firstInstantOf(addDays(day, 1)) };
};

const limitOf = (other: Partial<ClockRule>): ClockRule =>
  // The unit is one of days.
  ({
    name: '办理时限',
    owner: 'bureau',
    length: 20,
    unit: 'workday',
    start: '受理',
    silence: { effect: 'escalate' },
    extensionAtMost: 10,
    clause: '《柳城办法》第八条',
    endsAt: 'midnight',
    ...other,
  }) as ClockRule;

export const correctionLimit = limitOf({
  name: '补正期限',
  owner: 'firm',
  length: 10,
  start: '收到补正通知',
  silence: { effect: 'deemed-withdrawn' },
  clause: '《柳城办法》第六条',
});

export const head: LetterHead = {
  issuer: '柳城市工业和信息化局',
  mark: '柳工信支',
  serial: 12,
  to: { name: '柳东机械有限公司', is: 'organisation' },
  matter: '设备补助',
  case: 'c-1',
  date: date('2026-05-08'),
  annexes: [],
  note: null,
};

const grounds = {
  reason: '上年度研发费用未达到500万元',
  clause: '《柳城办法》第三条第二项',
  remedy: '可以在收到本书之日起10个工作日内向本机关申请复核。',
};

export const samples: { readonly [K in LetterKind]: LetterData[K] } = {
  acceptance: {
    submittedOn: date('2026-05-06'),
    acceptedOn: date('2026-05-08'),
    limit: { rule: limitOf({}), due: until('2026-06-05') },
    excluded: ['专家评审', '现场核查'],
  },
  correction: {
    remarks: [
      { on: 'field', name: '研发费用', text: '与审计报告不一致' },
      { on: 'file', name: '审计报告', text: '缺第3页。' },
    ],
    limit: { rule: correctionLimit, due: until('2026-05-22') },
  },
  'acceptance-refused': grounds,
  rejection: grounds,
  award: {
    amountFen: 12_345_678n,
    clause: '《柳城办法》第三条第一项',
    next: '公示7日无异议后，由财政部门拨付到已核验的账户',
    remedy: grounds.remedy,
  },
  extension: {
    reason: '会审部门的意见尚未齐备',
    clause: '《柳城办法》第九条',
    added: { length: 10, unit: 'workday' },
    from: until('2026-06-05'),
    to: until('2026-06-22'),
  },
  recovery: {
    ...grounds,
    principalFen: 10_000_000n,
    interestFen: 120_050n,
    heard: '2026年4月20日听取意见，当事人对事实没有异议',
    payments: [
      { amountFen: 5_000_000n, due: until('2026-06-30') },
      { amountFen: 5_120_050n, due: until('2026-12-31') },
    ],
    payTo: '柳城市财政局非税收入专户',
    ifUnpaid: '逾期未缴的，依法申请人民法院强制执行',
  },
};

export const tryLetter = <K extends LetterKind>(
  kind: K,
  data: Partial<LetterData[K]> = {},
  headOther: Partial<LetterHead> = {},
): Written => writeLetter(kind, { ...head, ...headOther }, { ...samples[kind], ...data });

/** The letter of a kind; one that is refused is a slip in the test. */
export const theLetter = <K extends LetterKind>(
  kind: K,
  data: Partial<LetterData[K]> = {},
  headOther: Partial<LetterHead> = {},
): Letter => {
  const written = tryLetter(kind, data, headOther);
  if (!written.ok) throw new Error(written.sentence);
  return written.letter;
};
