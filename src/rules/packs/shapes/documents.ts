// The shapes of pack.yaml and documents.yaml: who the pack is, and the register of documents that it cites.
import { z } from 'zod';
import { grade } from './clauses.ts';
import { dateOrUnknown, mapping, partialDate, scalar, date, yesNo } from './scalars.ts';

export const packFile = mapping({
  id: scalar,
  name: scalar,
  division: scalar.optional(),
  'builds-on': z.array(scalar).optional(),
  demo: yesNo.optional(),
  example: yesNo.optional(),
  note: scalar.optional(),
});

export const documentsFile = z.array(
  mapping({
    id: scalar,
    title: scalar,
    number: scalar.optional(),
    issuer: scalar.optional(),
    issued: partialDate.optional(),
    from: partialDate.optional(),
    to: dateOrUnknown.optional(),
    seen: date.optional(),
    evidence: grade,
    successor: scalar.optional(),
    note: scalar.optional(),
  }),
);

export type DocumentShape = z.output<typeof documentsFile>[number];
