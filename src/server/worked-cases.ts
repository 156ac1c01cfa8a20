// The worked cases of the packs, by item, for people who want to see a rule at work.
import type { WorkedCase } from '#contract/worked-cases.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import type { Question } from '#rules/cases/case.ts';
import { parseCases } from '#rules/cases/parse.ts';
import { subjectNames } from '#rules/facts/dictionary.ts';
import { writeEnterprise } from '#rules/facts/write-enterprise.ts';
import type { SourceFile } from '#rules/packs/compile.ts';
import type { Place, Rulebook } from '#rules/packs/rulebook.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { fileOf } from './samples.ts';

type OfItem = Extract<Question, { kind: 'item' }>;

const writtenFile = (book: Rulebook, { firm }: OfItem): EnterpriseFile => {
  const tree = readYaml(writeEnterprise(firm, book.dictionary), 'case.yaml');
  if (!tree.ok || tree.value === null) throw new Error('a firm that was written cannot be read');
  return fileOf(tree.value);
};

/** As results call it: 项目:二号车间. */
const subjectOf = (book: Rulebook, { item, subject }: OfItem): string | null => {
  const kind = book.items.get(item)?.subject;
  return subject === null || kind === undefined ? null : `${subjectNames[kind]}:${subject}`;
};

const caseView = (book: Rulebook, title: string, place: Place, question: OfItem): WorkedCase => {
  const { applies, verdict, amount } = question.expect;
  return {
    title,
    on: question.on,
    file: writtenFile(book, question),
    subject: subjectOf(book, question),
    applies: applies === 'unknown' ? null : applies,
    verdict,
    amount,
    source: `${place.file}:${place.line}`,
  };
};

/** Cases by item, in the order of their files. Those that only hold with weak evidence accepted are left out. */
export const workedCasesIn = (
  book: Rulebook,
  files: readonly SourceFile[],
): ReadonlyMap<string, readonly WorkedCase[]> => {
  const found = new Map<string, WorkedCase[]>();
  for (const { title, place, question } of files.flatMap((file) => parseCases(book, file).cases)) {
    if (question.kind !== 'item' || question.accept !== null) continue;
    found.set(question.item, [...(found.get(question.item) ?? []), caseView(book, title, place, question)]);
  }
  return found;
};
