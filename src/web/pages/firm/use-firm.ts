// A firm on the page: a sample or the person's own, with what was answered here, and its assessment.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Assessment } from '#contract/assessment.ts';
import type { FactView } from '#contract/catalogue.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import { assessmentQuery, factsQuery, rulebookQuery, sampleQuery } from '#web/data/api.ts';
import { applyAnswers, type Answers } from '#web/data/answers.ts';
import { ownId, saveAnswers, useAnswers, useOwnFirm } from '#web/data/session.ts';
import { firmWords } from '#web/words/firm.ts';
import { useWords } from '#web/words/use-words.ts';

export type Firm = {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly note: string | null;
  readonly invented: boolean;
  /** The date asked for, or the sample's own; null: today, by the server. */
  readonly on: string | null;
  readonly file: EnterpriseFile;
};

export type FirmState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-own' }
  | { readonly kind: 'broken'; readonly error: Error; readonly retry: () => void }
  | {
      readonly kind: 'ready';
      readonly firm: Firm;
      readonly assessment: Assessment;
      /** The dictionary; null while it is on its way: the assessment does not wait for it. */
      readonly facts: readonly FactView[] | null;
      /** Every level of the ladder, lowest first. */
      readonly levels: readonly string[];
      readonly answers: Answers;
      /** The last thing typed that the server refused; the page still shows the assessment before it. */
      readonly refused: Error | null;
      /** A new assessment is on its way. */
      readonly busy: boolean;
    };

const useFirmFile = (
  id: string,
  on: string | undefined,
): { firm: Firm | null; error: Error | null; retry: () => void } => {
  const own = useOwnFirm();
  const { ownName } = useWords(firmWords);
  const sample = useQuery({ ...sampleQuery(id), enabled: id !== ownId });
  const retry = (): void => void sample.refetch();
  if (id === ownId) {
    if (own === null) return { firm: null, error: null, retry };
    const { name, creditCode } = own.file;
    const firm = {
      id,
      name: name ?? ownName,
      creditCode: creditCode ?? null,
      note: null,
      invented: false,
      on: on ?? null,
      file: own.file,
    };
    return { firm, error: null, retry };
  }
  if (sample.data === undefined) return { firm: null, error: sample.error, retry };
  return { firm: { ...sample.data, on: on ?? sample.data.on }, error: null, retry };
};

/** Everything the page needs, in one of four states. */
export const useFirm = (id: string, on: string | undefined): FirmState => {
  const { firm, error, retry } = useFirmFile(id, on);
  const answers = useAnswers(id);
  const facts = useQuery(factsQuery);
  const rulebook = useQuery(rulebookQuery);
  const changed = id === ownId || Object.keys(answers).length > 0;
  const given = firm?.file ?? null;
  const file = useMemo(
    () => (given === null || !changed || facts.data === undefined ? null : applyAnswers(given, answers, facts.data)),
    [given, changed, answers, facts.data],
  );
  const assessment = useQuery({
    ...assessmentQuery(id, firm?.on ?? undefined, file),
    enabled: firm !== null && (!changed || file !== null),
    placeholderData: keepPreviousData,
  });
  const [kept, setKept] = useState<{ readonly id: string; readonly assessment: Assessment } | null>(null);
  if (assessment.data !== undefined && kept?.assessment !== assessment.data)
    setKept({ id, assessment: assessment.data });
  // What was refused leaves the page as it was.
  const shown = assessment.data ?? (kept?.id === id ? kept.assessment : undefined);
  if (id === ownId && firm === null) return { kind: 'no-own' };
  const broken = error ?? facts.error;
  if (broken !== null)
    return { kind: 'broken', error: broken, retry: () => (error === null ? void facts.refetch() : retry()) };
  if (assessment.isError && shown === undefined)
    return { kind: 'broken', error: assessment.error, retry: () => void assessment.refetch() };
  if (firm === null || shown === undefined) return { kind: 'loading' };
  return {
    kind: 'ready',
    firm,
    assessment: shown,
    facts: facts.data ?? null,
    levels: rulebook.data?.levels ?? [],
    answers,
    refused: assessment.error,
    busy: assessment.isFetching,
  };
};

export const setAnswer = (id: string, answers: Answers, fact: string, value: Answers[string] | null): void => {
  const { [fact]: _before, ...others } = answers;
  saveAnswers(id, value === null ? others : { ...others, [fact]: value });
};
