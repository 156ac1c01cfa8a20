// 属于 and 含: what may stand on either side.
import { isExcused, meaningOf, refuse, spanOf, textOf, type Checking } from './checking.ts';
import * as term from './expression-terms.ts';
import { refuseValue, unquoted } from './literals.ts';
import { isValueWord, refuseUnknown } from './resolve.ts';
import type { Expression, MembershipNode } from './syntax.ts';
import type { Cst } from './tree.ts';
import { booleanType, isChoice, isOpenChoice, nameOfType, takesAnyText, valueNamed } from './types.ts';
import type { NamedSet, ValueType } from '#rules/facts/dictionary.ts';

/** A member as a value of the type; null, with a problem, when it is none. */
const memberOf = (at: Checking, node: Cst, type: ValueType): string | null => {
  const written = textOf(at, node);
  const word = node.term === term.Text ? unquoted(written) : written;
  if (takesAnyText(type)) {
    if (node.term === term.Text) return word;
    const meaning = isOpenChoice(type) ? meaningOf(at, node) : undefined;
    if (meaning && isValueWord(meaning)) return meaning.text;
    return refuse(at, spanOf(node), 'unquoted-text', '这里的文字要加引号', { found: word, remedy: `写 「${word}」` });
  }
  const value = valueNamed(type, word, at.lexicon.dictionary.trees);
  if (value !== null) return value;
  if (isExcused(at, word)) return null;
  const isKnownWord = node.term === term.Text || meaningOf(at, node) !== undefined;
  return isKnownWord ? refuseValue(at, spanOf(node), word, type) : refuseUnknownMember(at, node, type);
};

const refuseUnknownMember = (at: Checking, node: Cst, type: ValueType): null => {
  // A slip in a value is better explained by the values than by the whole dictionary.
  return isChoice(type) ? refuseValue(at, spanOf(node), textOf(at, node), type) : refuseUnknown(at, node);
};

const setFits = (at: Checking, set: NamedSet, type: ValueType): boolean => {
  if (type.kind === 'tree') return set.of === type.of;
  if (!isChoice(type) || set.of !== null) return false;
  const members = [...set.members, ...set.unsettled];
  return takesAnyText(type) || members.every((each) => valueNamed(type, each, at.lexicon.dictionary.trees) !== null);
};

const namedSet = (at: Checking, node: Cst, set: NamedSet, type: ValueType): MembershipNode['set'] | null => {
  if (setFits(at, set, type)) return { kind: 'named', set };
  const of = set.of === null ? '选项' : set.of;
  return refuse(
    at,
    spanOf(node),
    'set-mismatch',
    `集合「${set.name}」的成员是${of}，与左边的${nameOfType(type)}不是一类`,
    {
      found: set.name,
      expected: nameOfType(type),
    },
  );
};

const listedSet = (at: Checking, node: Cst, type: ValueType): MembershipNode['set'] | null => {
  for (const comma of node.parts.filter((part) => part.term === term.Comma)) {
    refuse(at, spanOf(comma), 'write-instead', '集合的成员之间写 、', {
      found: textOf(at, comma),
      expected: '、',
      remedy: '写 (甲、乙)',
    });
  }
  const isMember = (part: Cst): boolean =>
    part.term === term.Name || part.term === term.Text || part.term === term.Unknown;
  const members = node.parts.filter(isMember).map((part) => memberOf(at, part, type));
  const known = members.filter((member) => member !== null);
  return known.length === members.length ? { kind: 'listed', members: known } : null;
};

const rightSide = (at: Checking, node: Cst, type: ValueType): MembershipNode['set'] | null => {
  if (node.term === term.Members) return listedSet(at, node, type);
  const set = node.term === term.Name ? meaningOf(at, node)?.set : null;
  if (set) return namedSet(at, node, set, type);
  const member = memberOf(at, node, type);
  return member === null ? null : { kind: 'listed', members: [member] };
};

/** 注册地 属于 南通市区 · 状态 不属于 (授权、维持) */
export const checkMembership = (at: Checking, node: Cst): Expression | null => {
  const [leftNode, mark, rightNode] = node.parts;
  if (!leftNode || !mark || !rightNode) return null;
  const left = at.check(at, leftNode, null);
  if (left === null) return null;
  const { kind } = left.type;
  if (kind !== 'choice' && kind !== 'ordered' && kind !== 'tree' && kind !== 'text') {
    const remedy = kind === 'set' ? `写 ${textOf(at, left.span)} 含 …` : null;
    return refuse(at, left.span, 'no-members', `${nameOfType(left.type)}不能用「属于」`, {
      found: textOf(at, left.span),
      remedy,
    });
  }
  const set = rightSide(at, rightNode, left.type);
  if (set === null) return null;
  return { kind: 'membership', span: spanOf(node), type: booleanType, negated: mark.term === term.NotIn, left, set };
};

/** 主导产品领域 含 六基 */
export const checkContainment = (at: Checking, node: Cst): Expression | null => {
  const [leftNode, , rightNode] = node.parts;
  if (!leftNode || !rightNode) return null;
  const left = at.check(at, leftNode, null);
  if (left === null) return null;
  if (left.type.kind !== 'set') {
    return refuse(at, left.span, 'not-a-set', '「含」的左边要是多选项', {
      found: textOf(at, left.span),
      expected: '多选项',
      remedy: isChoice(left.type) ? `写 ${textOf(at, left.span)} = ${textOf(at, rightNode)}` : null,
    });
  }
  const member = memberOf(at, rightNode, left.type);
  return member === null ? null : { kind: 'contains', span: spanOf(node), type: booleanType, left, member };
};
