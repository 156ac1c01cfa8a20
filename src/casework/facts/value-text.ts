// Values as texts: a record keeps what was written in the file or the cell, and the dictionary reads it each time.
import type { ValueType } from '#rules/facts/dictionary.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Checked } from '#rules/problem.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';

type Tree = string | null | readonly Tree[] | { readonly [key: string]: Tree };

const treeOf = (noted: Noted | null): Tree => {
  if (noted === null) return null;
  if (noted.kind === 'scalar') return noted.text;
  return noted.kind === 'list'
    ? noted.items.map(treeOf)
    : Object.fromEntries(noted.entries.map(({ key, value }) => [key, treeOf(value)]));
};

/** The text of a value of a file: a scalar as it stands, a list or a row as JSON, which is YAML too. */
export const textOf = (noted: Noted): string => (noted.kind === 'scalar' ? noted.text : JSON.stringify(treeOf(noted)));

/**
 * A written value as the readers of facts take it. Only lists and sets have a syntax of their own; in every other value a bracket
 * or a colon is a character like any other, so that what stands in a cell of a table means what it says.
 *
 * @param type  null: for a name that the dictionary does not know
 */
export const notedOf = (text: string, type: ValueType | null, place: Place): Checked<Noted> => {
  const scalar: Noted = { kind: 'scalar', text, quoted: false, place };
  const structured = (type?.kind === 'list' || type?.kind === 'set') && /^\s*[[{]/.test(text);
  if (!structured) return { ok: true, value: scalar };
  const read = readYaml(text, place.file);
  return read.ok ? { ok: true, value: read.value ?? scalar } : read;
};
