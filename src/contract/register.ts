// The registers behind the rules: one document with what rests on it, and the terms of the sources.
import { z } from 'zod';
import { clauseView, documentView } from './catalogue.ts';

const subject = z.object({
  kind: z.enum(['item', 'gate', 'score', 'register', 'fund', 'indicator', 'plan', 'assessment', 'stacking']),
  id: z.string(),
  name: z.string(),
  en: z.string().nullable(),
});

export const documentDetail = z
  .object({
    ...documentView.shape,
    predecessors: z.array(z.object({ id: z.string(), title: z.string() })),
    successorTitle: z.string().nullable(),
    clauses: z
      .array(z.object({ ...clauseView.shape, usedBy: z.array(subject) }))
      .meta({ description: '引用到的条款，各自用在哪里' }),
  })
  .meta({ id: 'DocumentDetail' });

export const termView = z
  .object({
    id: z.string(),
    term: z.string(),
    en: z.string().nullable(),
    means: z.string().nullable().meta({ description: '我们的转述；null：内容待核' }),
    source: z.union([clauseView, z.null()]),
    confusedWith: z.array(z.string()).meta({ description: '容易混淆的另一个词' }),
    see: z.array(subject),
    unsettled: z.array(z.string()),
  })
  .meta({ id: 'Term', description: '来源里的一个用词' });

export type Subject = z.infer<typeof subject>;
export type DocumentDetail = z.infer<typeof documentDetail>;
export type TermView = z.infer<typeof termView>;
