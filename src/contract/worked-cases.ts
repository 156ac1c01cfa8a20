// Worked cases of an item: a firm, a day and what a person worked out by hand.
import { z } from 'zod';
import { date, amountRange, verdict } from './assessment.ts';
import { enterpriseFile } from './enterprise-file.ts';

export const workedCase = z
  .object({
    title: z.string(),
    on: date.meta({ description: '按哪一天的规则' }),
    file: enterpriseFile.meta({ description: '例中企业的资料' }),
    subject: z
      .string()
      .nullable()
      .meta({ description: '例中说的是哪一个，如「项目:二号车间」；企业本身或只有一个时为 null' }),
    applies: z.boolean().nullable().meta({ description: 'false：不适用；null：例子没有说' }),
    verdict: z.union([verdict, z.null()]).meta({ description: 'null：例子没有说' }),
    amount: z.union([amountRange, z.null()]).meta({ description: 'null：例子没有说' }),
    source: z.string().meta({ description: '例子所在的文件和行' }),
  })
  .meta({ id: 'WorkedCase', description: '典型案例：规则库里手工算好、每次都要通过的例子' });

export type WorkedCase = z.infer<typeof workedCase>;
