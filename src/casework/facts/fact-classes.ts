// The data class of each fact of the dictionary, by a table that a city can replace.
import type { FactDefinition, SubjectKind, ValueType } from '#rules/facts/dictionary.ts';
import type { DataClass } from './data-classes.ts';

export type ClassRules = {
  /** Enterprise facts by key; looked at first. */
  readonly keys: ReadonlyMap<string, DataClass>;
  /** All facts of a project, person …; null: by type. */
  readonly subjects: Readonly<Record<SubjectKind, DataClass | null>>;
  readonly types: Readonly<Record<ValueType['kind'], DataClass>>;
};

/** Titles, levels and branches of business that registers publish. */
const published = [
  'titles',
  'ladderLevel',
  'industrySection',
  'sizeIndustry',
  'sizeClass',
  'isHighTech',
  'isTechSme',
  'isInnovationDemo',
  'ipAdvantaged',
  'ipDemonstration',
  'isAboveScale',
] as const;

/** What is not known to be published is treated like finances: names, places and dates of registration are open, the rest is not. */
export const defaultClassRules: ClassRules = {
  keys: new Map<string, DataClass>([
    ...published.map((key) => [key, 'registry'] as const),
    ['listingStage', 'unpublished'],
    ['taxPaidIn', 'finances'],
  ]),
  subjects: {
    enterprise: null,
    project: 'finances',
    person: 'person',
    patent: 'unpublished',
    loan: 'unpublished',
    bid: 'finances',
  },
  types: {
    text: 'registry',
    tree: 'registry',
    date: 'registry',
    money: 'finances',
    ratio: 'finances',
    rank: 'finances',
    number: 'finances',
    integer: 'finances',
    duration: 'finances',
    boolean: 'finances',
    choice: 'finances',
    ordered: 'finances',
    set: 'finances',
    list: 'finances',
  },
};

/** The class of a fact: by its key, else by what it is about, else by its type. */
export const classOf = (
  { subject, key, type }: Pick<FactDefinition, 'subject' | 'key' | 'type'>,
  rules: ClassRules = defaultClassRules,
): DataClass =>
  (subject === 'enterprise' ? rules.keys.get(key) : undefined) ?? rules.subjects[subject] ?? rules.types[type.kind];
