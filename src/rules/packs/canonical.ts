// Canonical printing of a pack's files for `tihang check --fix`: layout by yaml/print.ts, expressions by the language.
import { printChinese } from '#rules/language/print-chinese.ts';
import { placeKey, printYaml } from '#rules/yaml/print.ts';
import type { SourceFile } from './files.ts';
import type { Rulebook } from './rulebook.ts';
import { spokenOf } from './spoken.ts';

/**
 * The file in canonical printing: the same meaning, one way to write it. Comments stay.
 *
 * @param file  a file that `book` was compiled from, with the same text
 * @param book  compilePacks of all files
 * @returns     the text; printing it again changes nothing
 */
export const canonicalText = (file: SourceFile, book: Rulebook): string => {
  const printed = new Map<string, string>();
  for (const { scalar, expression } of spokenOf(book)) {
    if (scalar.place.file === file.path) printed.set(placeKey(scalar.place), printChinese(expression));
  }
  return printYaml(file.text, printed);
};
