// The enterprise file and the sample firms as they cross the wire. What a value may be is decided by the fact dictionary,
// so these shapes only say where things stand; rules/facts/read-enterprise.ts reads them and names every mistake.
import { z } from 'zod';
import { date } from './assessment.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const facts = z
  .record(z.string(), z.union([scalar, z.array(z.unknown()), z.record(z.string(), z.unknown())]))
  .meta({ description: '按中文名或英文 key；按年度的写成 { "2024": … }；金额必须带单位：「500万元」' });

const subjects = z.array(z.object({ name: z.string(), facts })).optional();

export const enterpriseFile = z
  .object({
    creditCode: z.string().optional().meta({ description: '统一社会信用代码，试算可以不写' }),
    name: z.string().optional(),
    facts,
    projects: subjects.meta({ description: '不写：不知道有没有；空表：没有' }),
    persons: subjects,
    patents: subjects,
    loans: subjects,
    bids: subjects,
    received: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .meta({ description: '已经得到的支持：item、date、amount、subject' }),
    sources: z
      .array(
        z.object({
          fact: z.string(),
          year: z.union([z.int(), z.string()]).optional(),
          from: z.string(),
          note: z.string().optional(),
        }),
      )
      .optional()
      .meta({ description: '一个值从哪里来' }),
  })
  .meta({ id: 'EnterpriseFile', description: '企业资料：知道的事实，不知道的不写' });

export const assessmentRequest = z
  .object({ enterprise: enterpriseFile, on: date.optional().meta({ description: '按哪一天的规则；不写为今天' }) })
  .meta({ id: 'AssessmentRequest' });

export const sampleSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    note: z.string().meta({ description: '资料的来历' }),
    creditCode: z.string().nullable(),
    on: date.meta({ description: '默认按这一天测算' }),
    invented: z.boolean().meta({ description: 'true：演示数据，不是真实企业' }),
  })
  .meta({ id: 'SampleSummary' });

export const sample = z.object({ ...sampleSummary.shape, file: enterpriseFile }).meta({ id: 'Sample' });

export const workingDay = z
  .object({
    from: date,
    add: z.int(),
    date: date.meta({ description: '第几个工作日落在哪一天' }),
    provisional: z.boolean().meta({ description: 'true：放假安排尚未公布，只按周末推算' }),
    calendar: z.string(),
  })
  .meta({ id: 'WorkingDay' });

export type EnterpriseFile = z.infer<typeof enterpriseFile>;
export type SampleSummary = z.infer<typeof sampleSummary>;
export type Sample = z.infer<typeof sample>;
