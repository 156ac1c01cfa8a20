// Facts found by what people write: the Chinese name, the English key or the whole path, compared after NFKC.
import { subjectKinds, subjectNames, type Dictionary, type FactDefinition, type SubjectKind } from './dictionary.ts';
import { nearestName } from './nearest.ts';

type Names = ReadonlyMap<SubjectKind, ReadonlyMap<string, FactDefinition>>;

/** Chinese names spelled with full-width or compatibility characters are one name (Ⅰ and I, （ and ( ). */
export const foldName = (text: string): string => text.normalize('NFKC').trim();

// Building the index costs more than a look-up; a dictionary never changes, so it is kept as long as the dictionary lives.
const kept = new WeakMap<Dictionary, Names>();

const buildNames = (dictionary: Dictionary): Names => {
  const names = new Map<SubjectKind, Map<string, FactDefinition>>();
  for (const kind of subjectKinds) names.set(kind, new Map());
  for (const fact of dictionary.facts.values()) {
    const own = names.get(fact.subject);
    for (const name of [fact.name, fact.key, fact.path]) own?.set(foldName(name), fact);
  }
  return names;
};

const namesOf = (dictionary: Dictionary): Names => {
  const known = kept.get(dictionary);
  if (known !== undefined) return known;
  const built = buildNames(dictionary);
  kept.set(dictionary, built);
  return built;
};

/** The fact of this kind of subject with this name, key or path, or null. */
export const findFact = (dictionary: Dictionary, kind: SubjectKind, name: string): FactDefinition | null =>
  namesOf(dictionary).get(kind)?.get(foldName(name)) ?? null;

/** The fact with this path (项目.开工日期), or with this name or key among the enterprise's, or null. */
export const findFactByPath = (dictionary: Dictionary, path: string): FactDefinition | null => {
  for (const kind of subjectKinds) {
    const fact = findFact(dictionary, kind, path);
    if (fact !== null && (kind === 'enterprise' || foldName(path).includes('.'))) return fact;
  }
  return null;
};

/** Where else a name is known: 新设备购置额 is of 项目. Null when no other kind has it. */
export const ownerOf = (dictionary: Dictionary, name: string): string | null => {
  const kind = subjectKinds.find((other) => findFact(dictionary, other, name) !== null);
  return kind === undefined ? null : subjectNames[kind];
};

/** The known name of this kind that a slip most likely meant. */
export const nearestFact = (dictionary: Dictionary, kind: SubjectKind, name: string): string | null => {
  const facts = [...dictionary.facts.values()].filter((fact) => fact.subject === kind);
  return nearestName(
    name,
    facts.flatMap((fact) => [fact.name, fact.key]),
  );
};
