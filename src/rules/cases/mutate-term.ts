// Changes of terms: the first and the last day of a rule, one day earlier and later. Where one version follows another on the
// next day the border is one date and moves as one.
import { addDays } from '#rules/exact/plain-date.ts';
import type { Term } from '#rules/packs/rulebook.ts';
import { inWhole, mutateDate, type Mutations } from './mutation.ts';

/** Whether the second term begins the day after the first one ends. */
export const meets = (first: Term, second: Term): boolean =>
  first.to !== null && first.to !== 'unknown' && second.from !== null && addDays(first.to, 1) === second.from;

const mutateFrom = (term: Term, scope: string): Mutations<Term> =>
  term.from === null ? [] : inWhole(mutateDate(`${scope}from`, term.from), (from) => ({ ...term, from }));

const mutateTo = (term: Term, scope: string): Mutations<Term> =>
  term.to === null || term.to === 'unknown'
    ? []
    : inWhole(mutateDate(`${scope}to`, term.to), (to) => ({ ...term, to }));

/** The day a rule was seen in force counts only where its start is not known. */
const mutateSeen = (term: Term, scope: string): Mutations<Term> =>
  term.from !== null || term.seen === null
    ? []
    : inWhole(mutateDate(`${scope}seen`, term.seen), (seen) => ({ ...term, seen }));

/** The dates of a term that stands alone. */
export const mutateTerm = (term: Term, scope: string): Mutations<Term> => [
  ...mutateFrom(term, scope),
  ...mutateTo(term, scope),
  ...mutateSeen(term, scope),
];

type Dated = { readonly term: Term };

/** The dates of versions in order; `scope` names each. A border is named by the start of the later version. */
export const mutateTerms = <T extends Dated>(
  versions: readonly T[],
  scope: (version: T) => string,
): Mutations<readonly T[]> =>
  versions.flatMap((version, index) => {
    const before = versions[index - 1];
    const after = versions[index + 1];
    const joined = before !== undefined && meets(before.term, version.term);
    const put = (term: Term, earlier: Term | null): readonly T[] =>
      versions.map((each, place) =>
        place === index
          ? { ...each, term }
          : place === index - 1 && earlier !== null
            ? { ...each, term: earlier }
            : each,
      );
    const starts = inWhole(mutateFrom(version.term, scope(version)), (term) =>
      put(term, joined && term.from !== null ? { ...before.term, to: addDays(term.from, -1) } : null),
    );
    const ends = after !== undefined && meets(version.term, after.term) ? [] : mutateTo(version.term, scope(version));
    return [...starts, ...inWhole([...ends, ...mutateSeen(version.term, scope(version))], (term) => put(term, null))];
  });
