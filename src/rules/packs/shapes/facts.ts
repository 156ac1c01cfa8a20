// The shapes of facts/*.yaml, derivations/*.yaml, trees/*.yaml, sets.yaml and parameters/*.yaml: what can be said about a firm.
import { z } from 'zod';
import type { subjectKinds } from '#rules/facts/dictionary.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { cited } from './clauses.ts';
import { condition } from './conditions.ts';
import { oneForm } from './forms.ts';
import { dateOrUnknown, entriesOf, mapping, scalar, word, yesNo, type Entry } from './scalars.ts';

const factTypes = [
  'money',
  'number',
  'integer',
  'rank',
  'ratio',
  'date',
  'boolean',
  'choice',
  'ordered',
  'set',
  'tree',
  'text',
  'list',
] as const;

const factRow = mapping({
  name: scalar,
  key: scalar,
  type: word(factTypes),
  of: z.union([scalar, entriesOf(z.union([scalar, z.array(scalar)]))]).optional(),
  values: z.array(scalar).min(1).optional(),
  period: word(['year']).optional(),
  unit: scalar.optional(),
  none: yesNo.optional(),
  min: scalar.optional(),
  max: scalar.optional(),
  change: word(['effort', 'time', 'choice', 'never', 'declare']).optional(),
  grows: word(['up']).optional(),
  derived: scalar.optional(),
  note: scalar.optional(),
});

const rows = z.array(factRow).optional();

/** Facts by subject: enterprise, project, person, patent, loan, bid. */
export const factsFile = mapping({
  enterprise: rows,
  project: rows,
  person: rows,
  patent: rows,
  loan: rows,
  bid: rows,
} satisfies { readonly [kind in (typeof subjectKinds)[number]]: typeof rows });

const derivation = mapping({
  ...cited,
  fact: scalar,
  first: z
    .array(mapping({ when: condition.optional(), value: scalar, clause: scalar.optional() }))
    .min(1)
    .optional(),
  value: scalar.optional(),
}).superRefine(oneForm({ first: {}, value: {} }, '推导'));

export const derivationsFile = z.union([
  z.array(derivation),
  mapping({ ...cited, derivations: z.array(derivation) }),
  derivation,
]);

/** A node's children, by name. */
export type TreeNodes = readonly Entry<TreeNodes>[];
const nodes: z.ZodType<TreeNodes> = z.lazy(() => entriesOf(nodes));

export const treeFile = mapping({ tree: scalar, nodes, note: scalar.optional() });

const set = mapping({
  name: scalar,
  of: scalar.optional(),
  in: z.array(scalar),
  unsettled: z.array(scalar).optional(),
  clause: scalar.optional(),
  note: scalar.optional(),
});

export const setsFile = z.union([z.array(set), mapping({ ...cited, sets: z.array(set) })]);

const parameter = mapping({
  name: scalar,
  type: word(['money', 'ratio', 'number', 'integer']),
  unit: scalar.optional(),
  values: z.array(mapping({ from: dateOrUnknown, value: scalar, clause: scalar.optional() })).min(1),
  clause: scalar.optional(),
  note: scalar.optional(),
});

export const parametersFile = z.union([z.array(parameter), mapping({ ...cited, parameters: z.array(parameter) })]);

export type FactShape = z.output<typeof factRow>;
export type DerivationShape = z.output<typeof derivation>;
export type DerivationsShape = z.output<typeof derivationsFile>;
export type SetShape = z.output<typeof set>;
export type ParameterShape = z.output<typeof parameter>;
export type ColumnShape = Entry<NotedScalar | readonly NotedScalar[]>;
