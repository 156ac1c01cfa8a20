// A file's data as YAML that a person likes to edit: block form for what is named, one line for years and rows.
import { isMap } from './is-map.ts';

const plain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.%()（）《》“”\-+·/]*$/u;
const number = /^-?\d+(\.\d+)?$/;
const words = /^(true|false|null|yes|no|on|off|~)$/i;

/** Text stands bare only where YAML reads the very same text back; all-digit text (a credit code) is quoted. */
const scalar = (value: unknown): string => {
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !number.test(value) && !words.test(value) ? value : JSON.stringify(value);
};

/** Years stand bare as keys: a key is text in any case. */
const name = (key: string): string => (/^\d+$/.test(key) ? key : scalar(key));

const flow = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isMap(value))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${name(key)}: ${flow(each)}`)
      .join(', ')} }`;
  return scalar(value);
};

const block = (value: Readonly<Record<string, unknown>>, indent: string): readonly string[] =>
  Object.entries(value).flatMap(([key, each]) => {
    const head = `${indent}${name(key)}:`;
    if (key === 'facts' && isMap(each) && Object.keys(each).length > 0) return [head, ...block(each, `${indent}  `)];
    if (Array.isArray(each) && each.length > 0 && each.every(isMap))
      return [head, ...each.map((row) => `${indent}  - ${flow(row)}`)];
    return [`${head} ${isMap(each) && Object.keys(each).length === 0 ? '{}' : flow(each)}`];
  });

/** @returns YAML text, ending in a line break, that reads back as the same data */
export const asYaml = (file: Readonly<Record<string, unknown>>): string => `${block(file, '').join('\n')}\n`;
