// What a bare name means where it stands: a value of the compared fact, a column of the row, a fact, a parameter.
import { isExcused, isUnsure, meaningOf, refuse, spanOf, textOf, type Checking } from './checking.ts';
import type { Meaning } from './lexicon.ts';
import { listed, refuseValue } from './literals.ts';
import { nearestWord } from './nearest-word.ts';
import type { Expression, Span } from './syntax.ts';
import type { Cst } from './tree.ts';
import { isChoice, isOpenChoice, takesAnyText, valueNamed, valuesOf } from './types.ts';
import { foreignWords, functionWords, moneyUnits } from './words.ts';
import { subjectNames, type FactDefinition, type ValueType } from '#rules/facts/dictionary.ts';

/** The subject as a message calls it. */
const subjectName = (fact: FactDefinition): string => subjectNames[fact.subject];

/** False, with a problem, when the fact is of a subject that is not at hand. */
export const isAtHand = (at: Checking, span: Span, fact: FactDefinition): boolean => {
  if (fact.subject === 'enterprise' || at.scope.subject === null || fact.subject === at.scope.subject) return true;
  const subject = subjectName(fact);
  const inRows = at.rows?.name === subject;
  refuse(at, span, 'other-subject', `「${fact.path}」是每个${subject}各自的事实，这里没有指明哪一个${subject}`, {
    found: fact.path,
    remedy: inRows ? `在 当 之后写 ${fact.name}` : `写 任一(${subject} 当 ${fact.name} …) 或 合计(${fact.path})`,
  });
  return false;
};

const factNode = (at: Checking, span: Span, fact: FactDefinition): Expression | null => {
  if (!isAtHand(at, span, fact)) return null;
  if (fact.type.kind === 'list') {
    const remedy = `写 数量(${fact.path} 当 …) 或 任一(${fact.path} 当 …)`;
    return refuse(at, span, 'bare-list', `「${fact.path}」是列表，不能直接用`, { found: fact.path, remedy });
  }
  if (fact.yearly && !at.eachYear && at.scope.bareSeries === false) {
    const remedy = `写 上年(${fact.path}) 或 近两年每年(…)`;
    return refuse(at, span, 'bare-series', `「${fact.path}」每年一个值，要写明哪一年`, {
      found: fact.path,
      expected: `上年(${fact.path})`,
      remedy,
    });
  }
  return { kind: 'fact', span, type: fact.type, fact };
};

/** A name that is known but cannot stand alone. */
const refuseMeaning = (at: Checking, span: Span, meaning: Meaning, expected: ValueType | null): null => {
  const { text } = meaning;
  if (meaning.set) {
    return refuse(at, span, 'set-alone', `「${text}」是集合`, { found: text, remedy: `写 … 属于 ${text}` });
  }
  if (meaning.subject) {
    const remedy = `写 数量(${text}) 或 任一(${text} 当 …)`;
    return refuse(at, span, 'bare-list', `「${text}」是列表，不能直接用`, { found: text, remedy });
  }
  if (meaning.column) {
    const remedy = `写 合计(${text} 当 …)，或在 当 之后写 ${meaning.column.field}`;
    return refuse(at, span, 'bare-column', `「${text}」是列表的列`, { found: text, remedy });
  }
  const [owner] = meaning.columnOf;
  if (owner !== undefined && !meaning.value) {
    const remedy = `写 ${owner}.${text}，或在 (${owner} 当 …) 里写 ${text}`;
    return refuse(at, span, 'bare-column', `「${text}」是${owner}的一项，要写明属于谁`, {
      found: text,
      expected: `${owner}.${text}`,
      remedy,
    });
  }
  if (expected && (isChoice(expected) || expected.kind === 'tree')) return refuseValue(at, span, text, expected);
  return refuse(at, span, 'value-alone', `「${text}」是选项的值，要与选它的事实比较`, {
    found: text,
    remedy: `写 … = ${text}`,
  });
};

const factOrParameter = (at: Checking, span: Span, meaning: Meaning): Expression | null | undefined => {
  const field = at.rows?.fields.get(meaning.text);
  if (field) return fieldNode(at, span, meaning.text, field);
  if (at.rows && isUnsure(at, `${at.rows.name}.${meaning.text}`)) return null;
  if (meaning.fact) return factNode(at, span, meaning.fact);
  if (meaning.parameter) return { kind: 'parameter', span, type: meaning.parameter.type, parameter: meaning.parameter };
  return undefined;
};

type Field = { readonly type: ValueType; readonly fact: FactDefinition | null };

const fieldNode = (at: Checking, span: Span, name: string, field: Field): Expression | null => {
  if (field.type.kind === 'list' || field.fact?.yearly === true) {
    return refuse(at, span, 'bad-column', `「${name}」在这里不能用：它不是每行一个值`, { found: name });
  }
  return { kind: 'field', span, type: field.type, field: name };
};

/** True when the name stands for something whose type is known without its neighbour. */
export const standsAlone = (at: Checking, node: Cst): boolean => {
  const meaning = meaningOf(at, node);
  if (!meaning) return false;
  const { fact, parameter, unsure } = meaning;
  return at.rows?.fields.has(meaning.text) === true || fact !== null || parameter !== null || unsure;
};

/**
 * True for a word that a choice whose values are not listed (称号's 名称) may take bare: a value, or a yes-or-no fact such as
 * 高新技术企业, which is also the name of a title. Another fact would be compared with, not named.
 */
export const isValueWord = ({ value, fact, parameter, set, subject, column, columnOf }: Meaning): boolean =>
  value ||
  (fact === null ? !parameter && !set && !subject && !column && columnOf.length === 0 : fact.type.kind === 'boolean');

/** A bare name, read as a value when the other side has such a value. */
export const checkName = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  const span = spanOf(node);
  const word = textOf(at, node);
  const value = expected ? valueNamed(expected, word, at.lexicon.dictionary.trees) : null;
  if (expected && value !== null) return { kind: 'text', span, type: expected, value, quoted: false };
  const meaning = meaningOf(at, node);
  if (!meaning) return refuseUnknown(at, node);
  if (expected && isOpenChoice(expected) && isValueWord(meaning)) {
    return { kind: 'text', span, type: expected, value: meaning.text, quoted: false };
  }
  const thing = factOrParameter(at, span, meaning);
  if (thing !== undefined) return thing;
  if (expected && takesAnyText(expected)) {
    return refuse(at, span, 'unquoted-text', '这里的文字要加引号', { found: word, remedy: `写 「${word}」` });
  }
  return refuseMeaning(at, span, meaning, expected);
};

const candidates = new WeakMap<object, readonly string[]>();

const allNames = (at: Checking): readonly string[] => {
  const known = candidates.get(at.lexicon);
  if (known) return known;
  const made = [...[...at.lexicon.meanings.values()].map((meaning) => meaning.text), ...functionWords];
  candidates.set(at.lexicon, made);
  return made;
};

/** An unknown word where a value is expected: a value that cannot be a word (5G工厂) is meant, or one is misspelt. */
export const checkUnknown = (at: Checking, node: Cst, expected: ValueType | null): Expression | null => {
  const word = textOf(at, node);
  if (isExcused(at, word)) return null;
  if (!expected || !(isChoice(expected) || expected.kind === 'tree')) return refuseUnknown(at, node);
  const { trees } = at.lexicon.dictionary;
  const value = valueNamed(expected, word, trees);
  if (value !== null) return { kind: 'text', span: spanOf(node), type: expected, value, quoted: true };
  const values = valuesOf(expected, trees);
  if (nearestWord(word, values) !== null) return refuseValue(at, spanOf(node), word, expected);
  // No slip of a value and none of another name: the values say best what may stand here.
  const isListed = isChoice(expected) && values.length > 0 && nearestWord(word, allNames(at)) === null;
  if (isListed && !foreignWords.has(word)) return refuseValue(at, spanOf(node), word, expected);
  return refuseUnknown(at, node, takesAnyText(expected) ? `写 「${word}」` : null);
};

/** A run of letters that is no word of the dictionary; `remedy` where the place itself tells one. */
export const refuseUnknown = (at: Checking, node: Cst, remedy: string | null = null): null => {
  const word = textOf(at, node);
  if (isExcused(at, word)) return null;
  const fact = at.lexicon.keys.get(word);
  if (fact) {
    return refuse(at, spanOf(node), 'unknown-name', '表达式里写中文名', {
      found: word,
      expected: fact.path,
      nearest: fact.path,
      remedy: `写 ${fact.path}`,
    });
  }
  const number = /^[0-9０-９.．]+/u.exec(word);
  if (number) {
    const unit = word.slice(number[0].length);
    const units = listed([
      '元',
      '万元',
      '亿元',
      '%',
      '个百分点',
      '年',
      '个月',
      '日',
      '个工作日',
      '人',
      '项',
      '件',
      '级',
    ]);
    const remedy = moneyUnits.has(`${unit}元`) ? `写 ${word}元` : null;
    return refuse(at, spanOf(node), 'unknown-unit', `不认识单位「${unit}」`, { found: word, expected: units, remedy });
  }
  const foreign = foreignWords.get(word);
  if (foreign !== undefined) {
    return refuse(at, spanOf(node), 'write-instead', `不写「${word}」`, { found: word, remedy: foreign });
  }
  return refuse(at, spanOf(node), 'unknown-name', `词典里没有「${word}」`, {
    found: word,
    nearest: nearestWord(word, allNames(at)),
    remedy,
  });
};
