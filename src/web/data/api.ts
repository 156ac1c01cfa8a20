// The API as queries: one place for keys, freshness and the turning of a problem into an error that pages can show.
import { hashKey, keepPreviousData, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { Assessment } from '#contract/assessment.ts';
import { client, type ArgumentsOf, type AnswerOf, type Sent } from '#contract/client.ts';
import type { EnterpriseFile } from '#contract/enterprise-file.ts';
import type { RouteName } from '#contract/paths.ts';
import type { FoundKind } from '#contract/search.ts';
import type { Problem } from '#contract/problem.ts';
import { currentLanguage } from './preferences.ts';

const call = client((url, init) => fetch(url, init));

/** A problem answer on its way to an error boundary or a form. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** Answers that hold texts of the rulebook or the engine: they are asked for in the language of the page. */
const spoken: ReadonlySet<RouteName> = new Set([
  'getRulebook',
  'listItems',
  'getItem',
  'evaluateItem',
  'listGates',
  'listChanges',
  'assessSample',
  'assess',
]);

/** The same question in another language has another answer. */
export const hashInLanguage = (key: QueryKey): string => hashKey([currentLanguage(), ...key]);

export const ask = async <K extends RouteName>(
  name: K,
  given: ArgumentsOf<K>,
  sent?: Sent<K>,
): Promise<AnswerOf<K>> => {
  const inLanguage = currentLanguage() === 'en' && spoken.has(name) ? { ...given, lang: 'en' } : given;
  const answer = await call(name, inLanguage, sent);
  if (answer.ok) return answer.value;
  throw new ApiProblem(answer.problem);
};

/** A slip of the network is tried again; what the server refused is not. */
export const mayRetry = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500);

export const rulebookQuery = queryOptions({
  queryKey: ['rulebook'],
  queryFn: ({ signal }) => ask('getRulebook', {}, { signal }),
});

export const samplesQuery = queryOptions({
  queryKey: ['samples'],
  queryFn: async ({ signal }) => (await ask('listSamples', {}, { signal })).list,
});

export const itemsQuery = queryOptions({
  queryKey: ['items'],
  queryFn: async ({ signal }) => (await ask('listItems', {}, { signal })).list,
});

/** At most as many as there may be items: the page filters what was found. */
export const searchQuery = (q: string, kind: FoundKind | undefined, limit = 500) =>
  queryOptions({
    queryKey: ['search', q, kind ?? null, limit],
    queryFn: ({ signal }) =>
      ask('search', { q, limit: String(limit), ...(kind === undefined ? {} : { kind }) }, { signal }),
  });

export const factsQuery = queryOptions({
  queryKey: ['facts'],
  queryFn: async ({ signal }) => (await ask('listFacts', {}, { signal })).list,
});

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: async ({ signal }) => (await ask('listDocuments', {}, { signal })).list,
});

export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ['document', id], queryFn: ({ signal }) => ask('getDocument', { id }, { signal }) });

export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: async ({ signal }) => (await ask('listTerms', {}, { signal })).list,
});

/** Without a day: today, as the server knows it. What was shown stays until the other day is there. */
export const gatesQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: ['gates', on ?? null],
    queryFn: ({ signal }) => ask('listGates', on === undefined ? {} : { on }, { signal }),
    placeholderData: keepPreviousData,
  });

export const windowsQuery = queryOptions({
  queryKey: ['windows'],
  queryFn: ({ signal }) => ask('listWindows', {}, { signal }),
});

export const changesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['changes', from, to],
    queryFn: ({ signal }) => ask('listChanges', { from, to }, { signal }),
    placeholderData: keepPreviousData,
  });

export const itemQuery = (pack: string, name: string) =>
  queryOptions({ queryKey: ['item', pack, name], queryFn: ({ signal }) => ask('getItem', { pack, name }, { signal }) });

export const casesQuery = (pack: string, name: string) =>
  queryOptions({
    queryKey: ['cases', pack, name],
    queryFn: async ({ signal }) => (await ask('listCases', { pack, name }, { signal })).list,
  });

/** One item for what has been answered so far; today, where no day is given. */
export const evaluationQuery = (pack: string, name: string, enterprise: EnterpriseFile, on?: string) =>
  queryOptions({
    queryKey: ['evaluation', pack, name, enterprise, on ?? null],
    queryFn: async ({ signal }) =>
      (await ask('evaluateItem', { pack, name }, { body: { enterprise, ...(on === undefined ? {} : { on }) }, signal }))
        .list,
  });

export const sampleQuery = (id: string) =>
  queryOptions({ queryKey: ['sample', id], queryFn: ({ signal }) => ask('getSample', { id }, { signal }) });

/** An assessment of a sample as it is, or (with a file) of what the person has typed. */
export const assessmentQuery = (id: string, on: string | undefined, file: EnterpriseFile | null) =>
  queryOptions({
    queryKey: ['assessment', id, on ?? null, file],
    queryFn: ({ signal }): Promise<Assessment> =>
      file === null
        ? ask('assessSample', { id, ...(on === undefined ? {} : { on }) }, { signal })
        : ask('assess', {}, { body: { enterprise: file, ...(on === undefined ? {} : { on }) }, signal }),
  });
