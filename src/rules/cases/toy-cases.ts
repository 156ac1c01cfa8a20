// Worked cases of the toy village, worked out by hand: together they notice every change of its rules.

/** Items: every threshold, date, level and number from both sides. */
export const itemCases = `
- title: 造船款恰为五十万元，机船补一成
  item: bay/boat
  on: 2024-03-15
  given: { 培育层级: 熟手, 项目: { 船型: 机船, 造船款: 50万元, 下水日期: 2022-01-01 } }
  expect: { verdict: eligible, amount: 5万元, applies: true, window: { state: open, from: 2024-03-15, to: 2024-04-15, daysLeft: 31 }, steps: [ 50万元 × 10% = 5万元, 不超过 100万元 ] }
- title: 造船款差一分，不够
  item: bay/boat
  on: 2024-04-16
  given: { 培育层级: 船长, 项目: { 船型: 机船, 造船款: 499999.99元, 下水日期: 2024-12-31 } }
  expect: { verdict: ineligible, failing: [ boat-floor ], amount: 0, missing: [], evidence: primary, window: { state: upcoming, from: 2025-03-15 } }
- title: 帆船不适用；窗口的前一天
  item: bay/boat
  on: 2024-03-14
  given: { 培育层级: 熟手, 项目: { 船型: 帆船, 造船款: 50万元, 下水日期: 2022-01-01 } }
  expect: { verdict: ineligible, applies: false, window: upcoming }
- title: 新手不补
  item: bay/boat
  on: 2024-03-01
  given: { 培育层级: 新手, 项目: { 船型: 机船, 造船款: 50万元, 下水日期: 2022-01-01 } }
  expect: { verdict: ineligible, failing: [ boat-level ] }
- title: 办法施行前一天下水的不补
  item: bay/boat
  on: 2024-03-01
  given: { 培育层级: 熟手, 项目: { 船型: 机船, 造船款: 50万元, 下水日期: 2021-12-31 } }
  expect: { verdict: ineligible, applies: false, reasons: [ not-in-force ] }
- title: 补助封顶一百万元
  item: bay/boat
  on: 2024-04-15
  subject: 大船
  given: { 培育层级: 熟手, 项目: [ { 名称: 大船, 船型: 机船, 造船款: 2000万元, 下水日期: 2022-01-01 }, { 名称: 小船 } ] }
  expect: { verdict: eligible, amount: 100万元, window: open }
- title: 造船款未知，金额是区间
  item: bay/boat
  on: 2024-03-01
  given: { 培育层级: 熟手, 项目: { 船型: 机船, 下水日期: 2022-01-01 } }
  expect: { verdict: undetermined, missing: [ 项目.造船款 ], amount: { low: 0, high: 100万元 }, reasons: [], failing: [] }
- title: 没有写有没有项目，待定
  item: bay/boat
  on: 2024-03-01
  expect: { verdict: undetermined, missing: [ 项目 ], applies: unknown }
- title: 新办法分段补助，一百万元内一成，以上半成
  item: bay/boat
  on: 2025-06-01
  given: { 项目: { 造船款: 160万元, 下水日期: 2025-01-01 } }
  expect: { verdict: eligible, amount: 13万元 }
- title: 新办法的门槛是六十万元
  item: bay/boat
  on: 2025-06-01
  given: { 项目: { 造船款: 60万元, 下水日期: 2025-01-01 } }
  expect: { verdict: eligible, amount: 6万元 }
- title: 新办法差一分不补
  item: bay/boat
  on: 2025-06-01
  given: { 项目: { 造船款: 599999.99元, 下水日期: 2025-01-01 } }
  expect: { verdict: ineligible, failing: [ boat-floor ] }
- title: 旧办法的最后一天还按旧办法
  item: bay/boat
  on: 2025-06-01
  given: { 培育层级: 熟手, 项目: { 船型: 机船, 造船款: 55万元, 下水日期: 2024-12-31 } }
  expect: { verdict: eligible, amount: 55000元 }
- { title: 第一名奖三万元, item: bay/prize, on: 2022-01-01, given: { 比赛名次: 1 }, expect: { verdict: eligible, amount: 3万元 } }
- { title: 第二名奖一万元, item: bay/prize, on: 2026-12-31, given: { 比赛名次: 2 }, expect: { verdict: eligible, amount: 1万元 } }
- { title: 第三名奖一万元, item: bay/prize, on: 2026-12-31, given: { 比赛名次: 3 }, expect: { verdict: eligible, amount: 1万元 } }
- { title: 第四名没有, item: bay/prize, on: 2024-01-01, given: { 比赛名次: 4 }, expect: { verdict: ineligible, failing: [ prize-place ] } }
- { title: 施行前一天没有, item: bay/prize, on: 2021-12-31, given: { 比赛名次: 1 }, expect: { applies: false } }
- { title: 失效后一天没有, item: bay/prize, on: 2027-01-01, given: { 比赛名次: 1 }, expect: { applies: false } }
- title: 征求意见稿的条件不参与判定
  item: bay/sail
  on: 2022-01-01
  given: { 项目: { 造船款: 5万元 } }
  expect: { verdict: undetermined, reasons: [ evidence ], missing: [], amount: { low: 0, high: 1万元 } }
- { title: 按征求意见稿算可享, item: bay/sail, on: 2024-01-01, accept: draft, given: { 项目: { 造船款: 5万元 } }, expect: { verdict: eligible, amount: 1万元, evidence: draft } }
- { title: 帆船补助施行前, item: bay/sail, on: 2021-12-31, given: { 项目: { 造船款: 5万元 } }, expect: { applies: false } }
`;

/** The gate, its score, its notice, and what they read. */
export const gateCases = `
- title: 各项都恰好达到
  gate: bay/skilled
  on: 2025-06-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 否, 比赛名次: 3, 船员数: 3 }
  expect: { verdict: eligible, score: { low: 6, high: 6, blocks: { 收获: 5, 名声: 1 } }, missing: [], failing: [] }
- title: 渔获差一分
  gate: bay/skilled
  on: 2024-06-01
  given: { 渔获收入: { 2023: 119999.99元 }, 网具支出: { 2023: 5万元 }, 比赛名次: 3, 有灯塔: 是, 船员数: 3 }
  expect: { verdict: ineligible, failing: [ sk-catch ] }
- title: 二〇二四年起基准渔获是十二万元
  gate: bay/skilled
  on: 2024-01-01
  given: { 渔获收入: { 2023: 119999.99元 }, 网具支出: { 2023: 5万元 }, 比赛名次: 3, 有灯塔: 是, 船员数: 3 }
  expect: { verdict: ineligible, failing: [ sk-catch ] }
- title: 二〇二三年底基准渔获还是十万元
  gate: bay/skilled
  on: 2023-12-31
  given: { 渔获收入: { 2022: 10万元 }, 网具支出: { 2022: 5万元 }, 比赛名次: 3, 有灯塔: 是, 船员数: 3 }
  expect: { verdict: eligible }
- title: 旧基准差一分
  gate: bay/skilled
  on: 2023-12-31
  given: { 渔获收入: { 2022: 99999.99元 }, 网具支出: { 2022: 5万元 }, 比赛名次: 3, 有灯塔: 是, 船员数: 3 }
  expect: { verdict: ineligible, failing: [ sk-catch ] }
- title: 施行第一天已有基准渔获
  gate: bay/skilled
  on: 2022-01-01
  given: { 渔获收入: { 2021: 10万元 }, 网具支出: { 2021: 5万元 }, 比赛名次: 3, 有灯塔: 是, 船员数: 3 }
  expect: { verdict: eligible }
- title: 第四名又没有灯塔
  gate: bay/skilled
  on: 2025-06-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 否, 比赛名次: 4, 船员数: 5 }
  expect: { verdict: ineligible, failing: [ sk-light, sk-place ] }
- title: 有灯塔的第四名
  gate: bay/skilled
  on: 2025-06-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 4, 船员数: 5 }
  expect: { verdict: eligible, score: 8 }
- title: 船队太小，新申报不行
  gate: bay/skilled
  on: 2025-06-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: ineligible, failing: [ sk-crew ] }
- title: 船队太小，复核不看
  gate: bay/skilled
  mode: review
  on: 2023-01-01
  given: { 渔获收入: { 2022: 12万元 }, 网具支出: { 2022: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: eligible }
- { title: 复核的规定还没有施行, gate: bay/skilled, mode: review, on: 2022-12-31, expect: { applies: false } }
- { title: 新认定的规定还没有施行, gate: bay/skilled, on: 2021-12-31, expect: { applies: false, reasons: [ not-in-force ] } }
- title: 三月里不看船队，头一天
  gate: bay/skilled
  on: 2025-03-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: eligible }
- title: 三月里不看船队，最后一天
  gate: bay/skilled
  on: 2025-03-31
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: eligible }
- title: 二月底还看船队
  gate: bay/skilled
  on: 2025-02-28
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: ineligible }
- title: 四月起又看船队
  gate: bay/skilled
  on: 2025-04-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 12000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 2 }
  expect: { verdict: ineligible }
- title: 五分不够六分
  gate: bay/skilled
  on: 2025-06-01
  given: { 渔获收入: { 2024: 12万元 }, 网具支出: { 2024: 6000元 }, 有灯塔: 是, 比赛名次: 3, 船员数: 3 }
  expect: { verdict: ineligible, score: 5, failing: [ sk-score ] }
- title: 什么都不知道
  gate: bay/skilled
  on: 2025-06-01
  expect: { verdict: undetermined, missing: [ 渔获收入, 网具支出@2024, 比赛名次, 有灯塔, 船员数 ], score: { low: 1, high: 11 } }
- title: 网具占比各档
  indicator: bs-nets
  on: 2025-06-01
  rows:
    - [ { 渔获收入: { 2024: 100元 }, 网具支出: { 2024: 10元 } }, 5 ]
    - [ { 渔获收入: { 2024: 100元 }, 网具支出: { 2024: 9.99元 } }, 3 ]
    - [ { 渔获收入: { 2024: 100元 }, 网具支出: { 2024: 5元 } }, 3 ]
    - [ { 渔获收入: { 2024: 100元 }, 网具支出: { 2024: 4.99元 } }, 0 ]
    - [ {}, 0..5 ]
- title: 名次各档
  indicator: bs-place
  on: 2025-06-01
  rows: [ [ { 比赛名次: 1 }, 4 ], [ { 比赛名次: 2 }, 1 ], [ { 比赛名次: 无 }, 1 ], [ {}, { low: 1, high: 4 } ] ]
- title: 其他加分
  indicator: bs-extra
  on: 2025-06-01
  rows: [ [ { 有灯塔: 是, 船员数: 5 }, 2 ], [ { 有灯塔: 否, 船员数: 5 }, 1 ], [ { 有灯塔: 否, 船员数: 4 }, 0 ] ]
- { title: 十个船员是大船队, fact: 船队规模, on: 2025-01-01, given: { 船员数: 10 }, expect: { value: 大 } }
- { title: 九个船员是中船队, fact: 船队规模, on: 2025-01-01, given: { 船员数: 9人 }, expect: { value: 中 } }
- { title: 三个船员是中船队, fact: fleet, on: 2025-01-01, given: { crew: 3 }, expect: { value: 中 } }
- { title: 两个船员是小船队, fact: 船队规模, on: 2025-01-01, given: { 船员数: 2 }, expect: { value: 小, missing: [] } }
- { title: 不知道船员数就不知道规模, fact: 船队规模, on: 2025-01-01, given: {}, expect: { value: unknown, missing: [ 船员数 ] } }
- { title: 手艺满分, score: bay/skill, on: 2025-06-01, given: { 渔获收入: { 2024: 100元 }, 网具支出: { 2024: 10元 }, 比赛名次: 1, 有灯塔: 是, 船员数: 5 }, expect: { low: 11, high: 11, blocks: { 名声: 6 } } }
- equivalent: { mutant: "基准渔获#from 2022-01-01→2021-12-31", because: "熟手标准从 2022-01-01 起施行，前一天没有谁读基准渔获" }
`;

export const calendarCases = `
- { title: 节前受理, calendar: cn, from: 2026-09-30, add: 7个工作日, expect: { date: 2026-10-15, provisional: false } }
- { title: 三个月后是假日，顺延, calendar: cn, from: 2026-07-03, add: 3个月, expect: { date: 2026-10-08 } }
- { title: 十五天后是假日，顺延, calendar: cn, from: 2026-09-16, add: 15日, expect: { date: 2026-10-08 } }
- { title: 一年后还没有日历，暂定, calendar: cn, from: 2026-03-02, add: 1年, expect: { date: 2027-03-02, provisional: true } }
`;
