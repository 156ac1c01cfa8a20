import { describe, expect, it } from 'vitest';
import { villageWith } from '#test/support/toy-book.ts';
import { englishAmount } from './amounts.ts';
import { inEnglish } from './in-english.ts';
import { englishSpeaker } from './speaker.ts';

const book = villageWith(
  `
  - id: harbour/boat
    name: 渔船补助
    en: Boat subsidy
    kind: subsidy
    subject: project
    theme: 渔业
    versions:
      - from: 2024-01-01
        to: unknown
        clause: a
        eligible: { any: [等级 不低于 熟手, 上年(渔获收入) ≥ 30万元] }
        benefit: { rate: 10%, of: 项目.造船款, cap: 5万元 }
`,
  { 'harbour/english.yaml': '熟手: skilled hand\n渔业: fishing\n' },
);
const say = englishSpeaker(book);

describe('what the engine says', () => {
  it.each([
    ['等级 不低于 熟手', 'rank is at or above “skilled hand”'],
    ['上年(渔获收入) ≥ 30万元', 'last year’s catch is at least CNY 300,000'],
    ['渔获收入@2023', 'catch 2023'],
    ['渔船补助（大船）', 'Boat subsidy (大船)'],
    ['50万元 × 10% = 5万元', 'CNY 500,000 × 10% = CNY 50,000'],
    [
      '等级 不低于 熟手：待补 等级；或者上年(渔获收入) ≥ 30万元：现为 20万元，差 10万元',
      'rank is at or above “skilled hand”: missing: rank; or last year’s catch is at least CNY 300,000: has CNY 200,000, short by CNY 100,000',
    ],
    ['与「渔船补助」只能择一，取 5万元（一船一补）', 'either this or “Boat subsidy”: CNY 50,000 is taken (一船一补)'],
    ['2022:未知 2023:20万元', '2022: unknown 2023: CNY 200,000'],
    ['按项目.造船款的 10%，不超过 5万元', '10% of the project’s hull, at most CNY 50,000'],
  ])('%s', (chinese, english) => {
    expect(say(chinese)).toBe(english);
  });

  it('stays as it is where nobody has given English for it, and where it is not Chinese', () => {
    expect(say('老渔民的说法')).toBe('老渔民的说法');
    expect(say('2024-06-01')).toBe('2024-06-01');
    expect(say('')).toBe('');
  });
});

describe('a value with its unit', () => {
  it.each([
    ['60万元', 'CNY 600,000'],
    ['1.2亿元', 'CNY 120 million'],
    ['1,175,301,034.32元', 'CNY 1,175,301,034.32'],
    ['-2年', '-2 years'],
    ['1年', '1 year'],
    ['+0.5个百分点', '+0.5 percentage points'],
    ['第3名', 'place 3'],
    ['0–100分', '0–100 points'],
    ['0元–500万元', 'CNY 0 – CNY 5 million'],
    ['3–5年', '3–5 years'],
    ['15个', '15'],
  ])('%s is %s', (chinese, english) => {
    expect(englishAmount(chinese)).toBe(english);
  });

  it('is not seen in what is none', () => {
    for (const text of ['小巨人', '万元', '2024-06-01', '3月', '第三名']) expect(englishAmount(text)).toBeNull();
  });
});

describe('an answer in English', () => {
  const answer = {
    enterprise: { name: '渔业' },
    items: [{ id: 'harbour/boat', name: '渔船补助', en: 'Boat subsidy', theme: '渔业', missing: ['等级'] }],
    gates: [{ name: '熟手', to: '熟手', score: { blocks: { 渔业: { low: 1 } } } }],
    conditions: { text: '等级 不低于 熟手', clause: { says: '渔业' } },
    big: 5n,
    none: null,
  };

  it('says what the engine says, and leaves ids, firms and sources alone', () => {
    expect(inEnglish(answer, say)).toEqual({
      enterprise: { name: '渔业' },
      items: [{ id: 'harbour/boat', name: '渔船补助', en: 'Boat subsidy', theme: '渔业', missing: ['等级'] }],
      gates: [{ name: 'skilled hand', to: 'skilled hand', score: { blocks: { fishing: { low: 1 } } } }],
      conditions: { text: 'rank is at or above “skilled hand”', clause: { says: '渔业' } },
      big: 5n,
      none: null,
    });
    expect(answer.gates[0]?.name).toBe('熟手');
  });
});
