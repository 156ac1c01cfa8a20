// Conditions and benefits of an item in Chinese, before any enterprise is put in.
import type { ConditionView } from '#contract/catalogue.ts';
import { printChinese } from '#rules/language/print-chinese.ts';
import type { Benefit, BenefitForm, BenefitNumber, Condition } from '#rules/packs/rulebook.ts';
import { formatFen } from '#rules/facts/format.ts';
import { toDecimal } from '#rules/exact/rational.ts';

const points = (condition: Extract<Condition, { kind: 'score' }>): string => {
  const part = condition.part.kind === 'total' ? '评价得分' : `「${condition.part.name}」得分`;
  return `${part} ${condition.strict ? '>' : '≥'} ${toDecimal(condition.mark)} 分`;
};

/** A condition as one line of text, for guards and prose: junctions are written out with 且 and 或. */
const conditionText = (condition: Condition): string => {
  const each = (of: readonly Condition[], word: string): string =>
    of
      .map((part) => (part.kind === 'all' || part.kind === 'any' ? `（${conditionText(part)}）` : conditionText(part)))
      .join(word);
  switch (condition.kind) {
    case 'test':
      return condition.text;
    case 'all':
      return each(condition.of, ' 且 ');
    case 'any':
      return each(condition.of, ' 或 ');
    case 'not':
      return `非（${conditionText(condition.of)}）`;
    case 'first':
      return condition.rows
        .map((row) =>
          row.when === null
            ? `否则 ${conditionText(row.then)}`
            : `${conditionText(row.when)} 时 ${conditionText(row.then)}`,
        )
        .join('；');
    case 'unpublished':
      return `${condition.what}（未公布）`;
    case 'disputed':
      return `${each(condition.of, ' 与 ')}（口径不一）`;
    case 'judged':
      return condition.fact.name;
    case 'score':
      return points(condition);
    case 'waived':
      return `${conditionText(condition.was)}（豁免）`;
  }
};

const childrenOf = (condition: Condition): readonly ConditionView[] | undefined => {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'disputed':
      return condition.of.map((part) => conditionView(part));
    case 'not':
      return [conditionView(condition.of)];
    case 'waived':
      return [conditionView(condition.was)];
    case 'first':
      return condition.rows.map((row) => ({
        ...conditionView(row.then),
        when: row.when === null ? null : conditionText(row.when),
      }));
    default:
      return undefined;
  }
};

/** A condition as the API shows it: the tree with a sentence at each leaf. */
export const conditionView = (condition: Condition): ConditionView => {
  const of = childrenOf(condition);
  return {
    op: condition.kind,
    id: condition.id,
    // What is not published is said by `op`; in prose the text says it too.
    text: condition.kind === 'unpublished' ? condition.what : of === undefined ? conditionText(condition) : null,
    clause: condition.clause?.key ?? null,
    onlyFor: condition.onlyFor,
    ...(of === undefined ? {} : { of: [...of] }),
  };
};

const number = (value: BenefitNumber): string => (value === 'unknown' ? '未公布' : printChinese(value));

const formText = (form: BenefitForm): string => {
  switch (form.kind) {
    case 'amount':
      return number(form.amount);
    case 'rate':
      return `按${printChinese(form.of)}的 ${form.rate === 'unknown' ? '一定比例（未公布）' : number(form.rate)}`;
    case 'monthly': {
      const less = form.less.map((part) => printChinese(part)).join('、');
      return `每月 ${number(form.monthly)}，共 ${number(form.months)}${less === '' ? '' : `，扣除${less}`}`;
    }
    case 'progressive': {
      const slices = form.slices
        .map((slice) => `${printChinese(slice.from)}以上部分 ${printChinese(slice.rate)}`)
        .join('，');
      return `按${printChinese(form.of)}分段：${slices}`;
    }
    case 'between':
      return `按${printChinese(form.of)}的 ${printChinese(form.low)} 到 ${printChinese(form.high)}，由主管部门确定`;
    case 'up-to':
      return form.most === 'unknown' ? '由主管部门确定，上限未公布' : `由主管部门确定，上限 ${number(form.most)}`;
    case 'none':
      return '没有资金，给予资格或服务';
    case 'case-by-case':
      return '一事一议';
    case 'first':
      return '按情形';
  }
};

const limits = (benefit: Benefit): string => {
  const parts = [
    benefit.cap === null ? null : benefit.cap === 'unknown' ? '有上限（未公布）' : `不超过 ${number(benefit.cap)}`,
    benefit.floor === null
      ? null
      : benefit.floor === 'unknown'
        ? '有下限（未公布）'
        : `不低于 ${number(benefit.floor)}`,
    benefit.round === null
      ? null
      : `${benefit.round.mode === 'down' ? '舍去' : '四舍五入'}到 ${formatFen(benefit.round.to)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `，${parts.join('，')}`;
};

/** What an item gives, line by line; the rows of a choice are indented lines of their own. */
export const benefitLines = (benefit: Benefit): readonly string[] => {
  if (benefit.kind !== 'first') return [`${formText(benefit)}${limits(benefit)}`];
  return benefit.rows.flatMap((row) => {
    const guard = row.when === null ? '其他情形' : conditionText(row.when);
    return benefitLines(row.then).map((line) => `${guard}：${line}${limits(benefit)}`);
  });
};
