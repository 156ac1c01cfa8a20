// What the shapes of registers, funds, indicators, plans and assessments share: the head of an entry, and numbers with a clause.
import { z } from 'zod';
import { bounds } from '#rules/packs/nouns/nouns.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { cited } from './clauses.ts';
import { mapping, scalar, word, type Placed } from './scalars.ts';

/** The keys that every noun has. */
export const nounHead = {
  ...cited,
  id: scalar,
  name: scalar,
  en: scalar.optional(),
  owner: scalar.optional(),
  unsettled: z.array(scalar).optional(),
  note: scalar.optional(),
};

/** `value` with how it is bounded and where it stands. */
export const statedKeys = { value: scalar, bound: word(bounds).optional(), clause: scalar.optional() };

/** A number or `unknown`, alone or with its bound and clause. */
export const stated = z.union([scalar, mapping(statedKeys)]);

export type StatedShape = z.output<typeof stated>;

/** The keys of a stated number inside a longer row. */
export type StatedKeys = {
  readonly value: NotedScalar;
  readonly bound?: Placed<(typeof bounds)[number]> | undefined;
  readonly clause?: NotedScalar | undefined;
};

/** How many there are, in the words of the source: 20 条, 9 部分. */
export const statedCount = mapping({ ...statedKeys, unit: scalar });
export const namedCount = mapping({ ...statedKeys, unit: scalar, name: scalar });

/** A reference by id or name, one or several. */
export const names = z.union([scalar, z.array(scalar)]);
export type NamesShape = z.output<typeof names>;

export const listOf = (shape: NamesShape | undefined): readonly NotedScalar[] => {
  if (shape === undefined) return [];
  return 'text' in shape ? [shape] : shape;
};
