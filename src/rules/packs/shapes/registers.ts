// The shape of registers.yaml: who holds what, since when, until when.
import { z } from 'zod';
import { entries, holders, registerKinds } from '#rules/packs/nouns/nouns.ts';
import { cited } from './clauses.ts';
import { mapping, scalar, word } from './scalars.ts';
import { names, nounHead, stated } from './stated.ts';

const register = mapping({
  ...nounHead,
  kind: word(registerKinds),
  holder: word(holders),
  tiers: z.union([word(['unknown']), z.array(scalar).min(1)]).optional(),
  term: stated.optional(),
  public: word(['是', '否', 'unknown']),
  entry: z.union([word([...entries, 'unknown']), z.array(word(entries)).min(1)]),
  level: scalar.optional(),
  gates: z.array(scalar).optional(),
  items: z.array(scalar).optional(),
  feeds: names.optional(),
  quoted: z.array(mapping({ name: scalar, says: scalar.optional(), clause: scalar.optional() })).optional(),
});

export const registersFile = z.union([z.array(register), mapping({ ...cited, registers: z.array(register) })]);

export type RegisterShape = z.output<typeof register>;
