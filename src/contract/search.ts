// Full-text search over the rulebook: items, gates, documents and terms.
import { z } from 'zod';

export const foundKinds = ['item', 'gate', 'document', 'term'] as const;

const found = z
  .object({
    kind: z.enum(foundKinds),
    id: z.string(),
    name: z.string(),
    en: z.string().nullable(),
    about: z.string().nullable().meta({ description: '事项的主题、门槛的层级、文件的文号' }),
    matches: z
      .array(z.tuple([z.int(), z.int()]))
      .meta({ description: '名称里对上的字：起、止（止不含），按 UTF-16 计' }),
  })
  .meta({ id: 'Found' });

export const searchQuery = z.object({
  q: z.string().max(100, '查找的词最长 100 个字').meta({ description: '词、半个词、拼音或首字母；空：什么也不找' }),
  kind: z.enum(foundKinds).optional().meta({ description: '只找一种；不写为全部' }),
  limit: z.coerce.number().int().min(1).max(500).default(50).meta({ description: '最多返回多少条' }),
});

export const searchAnswer = z
  .object({ q: z.string(), count: z.int().meta({ description: '找到多少条，不管返回了多少' }), list: z.array(found) })
  .meta({ id: 'SearchAnswer' });

export type FoundKind = (typeof foundKinds)[number];
export type Found = z.infer<typeof found>;
export type SearchAnswer = z.infer<typeof searchAnswer>;
