// The shape of clauses: which document says it, where, how well it is evidenced, and what it says in our words.
import { z } from 'zod';
import { grades } from '#rules/packs/rulebook.ts';
import { mapping, scalar, word } from './scalars.ts';

export const grade = word(grades);

const clauseList = z.array(
  mapping({ key: scalar, document: scalar, at: scalar.optional(), evidence: grade, says: scalar }),
);

/** `clauses` and `clause` where both may stand. */
export const cited = { clauses: clauseList.optional(), clause: scalar.optional() };

export type ClauseShape = z.output<typeof clauseList>[number];
