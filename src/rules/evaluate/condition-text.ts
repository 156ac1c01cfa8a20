// Conditions in words, for messages and for parts of a trace that are not taken apart.
import { toDecimal } from '#rules/exact/rational.ts';
import type { Condition } from '#rules/packs/rulebook.ts';

/** A part of a junction; one of several parts of its own stands in brackets. */
const partOf = (part: Condition): string => {
  const several = 'of' in part && Array.isArray(part.of) && part.of.length > 1;
  return several || part.kind === 'first' ? `（${textOf(part)}）` : textOf(part);
};

/** A leaf's text, or the texts of the parts joined. */
export const textOf = (condition: Condition): string => {
  switch (condition.kind) {
    case 'test':
      return condition.text;
    case 'judged':
      return condition.fact.path;
    case 'unpublished':
      return condition.what;
    case 'waived':
      return textOf(condition.was);
    case 'score':
      return `评分${condition.strict ? '超过' : '达到'} ${toDecimal(condition.mark)}分`;
    case 'not':
      return `非 ${partOf(condition.of)}`;
    case 'first':
      return condition.rows.map((row) => partOf(row.then)).join(' 或 ');
    case 'disputed':
      return condition.of.map(textOf).join('；');
    case 'all':
    case 'any':
      return condition.of.map(partOf).join(condition.kind === 'any' ? ' 或 ' : ' 且 ');
  }
};

/** What stands for a condition in messages: its id, or its text. */
export const labelOf = (condition: Condition): string => condition.id ?? textOf(condition);
