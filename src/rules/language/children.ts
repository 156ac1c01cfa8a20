// The parts of an expression, for walks over the tree.
import type { Expression } from './syntax.ts';

/** The direct parts of a node, in the order of the text. */
export const childrenOf = (e: Expression): readonly Expression[] => {
  switch (e.kind) {
    case 'number':
    case 'duration':
    case 'date':
    case 'boolean':
    case 'none':
    case 'text':
    case 'fact':
    case 'field':
    case 'parameter':
    case 'filing-date':
    case 'year':
    case 'window':
    case 'growth':
    case 'since-founded':
    case 'holds':
      return [];
    case 'each-year':
    case 'not':
    case 'known':
      return [e.of];
    case 'arithmetic':
    case 'comparison':
      return [e.left, e.right];
    case 'date-shift':
    case 'aged':
      return [e.date, e.by];
    case 'extreme':
    case 'and':
    case 'or':
      return e.of;
    case 'elapsed':
      return [e.from, e.until];
    case 'membership':
    case 'contains':
      return [e.left];
    case 'if':
      return [e.when, e.then, e.otherwise];
    case 'aggregate':
      return e.where === null ? [] : [e.where];
  }
};
