// The worked cases of the packs, by item, for people who want to see a rule at work.
import type { WorkedCase } from '#contract/worked-cases.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import type { Question } from '#rules/cases/case.ts';
import { parseCases } from '#rules/cases/parse.ts';
import { writeEnterprise } from '#rules/facts/write-enterprise.ts';
import type { SourceFile } from '#rules/packs/compile.ts';
import type { Place, Rulebook } from '#rules/packs/rulebook.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { dataOf } from './samples.ts';

type OfItem = Extract<Question, { kind: 'item' }>;

const fileOf = (book: Rulebook, { firm }: OfItem): EnterpriseFile => {
  const tree = readYaml(writeEnterprise(firm, book.dictionary), 'case.yaml');
  if (!tree.ok || tree.value === null) throw new Error('a firm that was written cannot be read');
  // What writeEnterprise writes is an enterprise file; a round-trip test holds that.
  return dataOf(tree.value) as EnterpriseFile;
};

const caseView = (book: Rulebook, title: string, place: Place, question: OfItem): WorkedCase => {
  const { applies, verdict, amount } = question.expect;
  return {
    title,
    on: question.on,
    file: fileOf(book, question),
    subject: question.subject,
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
