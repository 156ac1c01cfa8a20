// Words around a clause, a condition, a score and an amount.
import { inBoth } from '#contract/texts.ts';

export const traceWords = inBoth({
  zh: {
    grounds: '依据',
    groundsOf: (what: string) => `：${what}`,
    clauseName: (title: string, at: string | null) => `《${title}》${at ?? ''}`,
    numberOpen: '文号待核',
    restated: (how: string) => `${how}。以上是转述，不是原文。`,
    invented: '虚构的口径，只供演示，不作依据',
    ruling: (settles: string, says: string, by: string, on: string) => `${settles}：${says}（${by}，${on}）`,
    junctions: {
      all: '以下各项都要满足',
      any: '以下满足一项即可',
      not: '不得有以下情形',
      first: '按情形适用',
      disputed: '来源说法不一，都满足才算满足',
    },
    waived: '豁免',
    notTested: '不考察',
    unpublished: '未公布',
    ours: '本企业',
    unknown: '未知',
    required: '要求',
    gap: '差距',
    /** A signed gap in words: + is on the right side of the threshold. */
    gapText: (gap: string) => {
      const size = gap.replace(/^[+-]/, '');
      if (/^0(\D|$)/.test(size) && !/[1-9…]/.test(size)) return '刚好达到';
      return gap.startsWith('-') ? `还差 ${size}` : `超出 ${size}`;
    },
    stillMissing: (what: string) => `还缺：${what}`,
    sources: (list: readonly string[]) => `资料来源：${list.join('；')}`,
    source: (fact: string, from: string) => `${fact}——${from}`,
    met: (met: number, of: number) => `（${of} 项中满足 ${met} 项）`,
    when: (guard: string) => `当 ${guard} 时：`,
    otherwise: '其他情形：',
    onlyFor: { new: '（只在新认定时考察）', review: '（只在复核时考察）' },
    notPublishedHere: '：有此条件，内容没有公布',
    judgedByReview: '（由评审认定）',
    guardHolds: '符合前提',
    score: (points: string, indicators: number) => `得分 ${points}，看 ${indicators} 项指标`,
    indicator: '指标',
    points: '得分',
    full: '满分',
    lacks: (what: string) => `缺 ${what}`,
    block: (name: string, points: string, most: number) => `${name}各项合计 ${points}，最多计 ${most}`,
    steps: { reached: '已达到', here: '现在在这里', next: '下一级', ahead: '' },
  },
  en: {
    grounds: 'Grounds',
    groundsOf: (what: string) => `: ${what}`,
    clauseName: (title: string, at: string | null) => `《${title}》${at ?? ''}`,
    numberOpen: 'number not verified',
    restated: (how: string) => `${how}. This is our restatement, not the original text.`,
    invented: 'An invented ruling, for demonstration only',
    ruling: (settles: string, says: string, by: string, on: string) => `${settles}: ${says} (${by}, ${on})`,
    junctions: {
      all: 'All of these must hold',
      any: 'One of these is enough',
      not: 'This must not be the case',
      first: 'Depends on the case',
      disputed: 'Sources differ; it holds only if every reading holds',
    },
    waived: 'waived',
    notTested: 'not tested',
    unpublished: 'not published',
    ours: 'Yours',
    unknown: 'unknown',
    required: 'Required',
    gap: 'Gap',
    gapText: (gap: string) => {
      const size = gap.replace(/^[+-]/, '');
      if (/^(?:CNY )?0(\D|$)/.test(size) && !/[1-9…]/.test(size)) return 'exactly met';
      return gap.startsWith('-') ? `short by ${size}` : `over by ${size}`;
    },
    stillMissing: (what: string) => `Missing: ${what}`,
    sources: (list: readonly string[]) => `Source: ${list.join('; ')}`,
    source: (fact: string, from: string) => `${fact} — ${from}`,
    met: (met: number, of: number) => ` (${met} of ${of} met)`,
    when: (guard: string) => `When ${guard}:`,
    otherwise: 'Otherwise:',
    onlyFor: { new: ' (first recognition only)', review: ' (re-check only)' },
    notPublishedHere: ': there is such a condition, its content is not published',
    judgedByReview: ' (decided by reviewers)',
    guardHolds: 'the premise holds',
    score: (points: string, indicators: number) => `Score ${points}, ${indicators} indicators`,
    indicator: 'Indicator',
    points: 'Points',
    full: 'Out of',
    lacks: (what: string) => `lacks ${what}`,
    block: (name: string, points: string, most: number) => `${name}: ${points} in all, at most ${most} count`,
    steps: { reached: 'reached', here: 'you are here', next: 'next', ahead: '' },
  },
});

export type TraceWords = (typeof traceWords)['zh'];
