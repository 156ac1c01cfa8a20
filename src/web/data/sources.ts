// Where a value comes from: the sources of the firm's file, found by the facts that a condition names.
import { createContext, use } from 'react';

export type FactSource = { readonly fact: string; readonly from: string };
export type FindSources = (conditionText: string | null) => readonly FactSource[];

export const SourcesContext = createContext<FindSources>(() => []);
export const useSources = (): FindSources => use(SourcesContext);

type Written = { readonly fact: string; readonly year?: number | string | undefined; readonly from: string };
type Named = { readonly name: string; readonly key: string; readonly path: string; readonly en: string };

/**
 * A finder over one file's sources. Names are looked for longest first and struck out once found, so that 研发费用 is not
 * seen inside 境内研发费用.
 */
export const sourceFinder = (sources: readonly Written[], facts: readonly Named[]): FindSources => {
  const paths = new Map(facts.flatMap((fact) => [[fact.key, fact.path] as const, [fact.name, fact.path] as const]));
  const byFact = new Map<string, string[]>();
  for (const { fact, year, from } of sources) {
    const path = paths.get(fact) ?? fact;
    const line = year === undefined ? from : `${from}（${year}）`;
    byFact.set(path, [...(byFact.get(path) ?? []), line]);
  }
  // A condition is written in the language of the page.
  const named = new Map([
    ...facts.map(({ en, path }) => [en, path] as const),
    ...facts.map(({ path }) => [path, path] as const),
    ...[...byFact.keys()].map((path) => [path, path] as const),
  ]);
  const names = [...named.keys()].sort((a, b) => b.length - a.length);
  return (text) => {
    let rest = text ?? '';
    return names.flatMap((name) => {
      if (!rest.includes(name)) return [];
      rest = rest.replaceAll(name, '');
      const from = byFact.get(named.get(name) ?? name);
      return from === undefined ? [] : [{ fact: name, from: [...new Set(from)].join('、') }];
    });
  };
};
