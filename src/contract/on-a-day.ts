// What the rulebook says on one day, or from one day to another: gates side by side, filing windows, changes.
import { z } from 'zod';
import { itemKinds } from '#rules/packs/rulebook.ts';
import { date, windowShown } from './assessment.ts';
import { clauseView, conditionView, term, versionView } from './catalogue.ts';

const requirement = z
  .object({
    fact: z.string().nullable().meta({ description: '它首先看的事实；同一事实的要求可以跨级并排。null：评分或未公布' }),
    condition: conditionView,
  })
  .meta({ id: 'Requirement', description: '一项并列的要求' });

const gateOnDay = z
  .object({
    id: z.string(),
    name: z.string(),
    en: z.string().nullable(),
    level: z.string().meta({ description: '达到后的层级或称号' }),
    mode: z.enum(['new', 'review']),
    ...term,
    begun: z.boolean().meta({ description: 'false：这一天是否已施行待核' }),
    requires: z.array(requirement),
    overlays: z
      .array(z.object({ says: z.string(), title: z.string(), ...term }))
      .meta({ description: '这一天生效的年度通知对它的调整' }),
    clauses: z.array(clauseView),
    unsettled: z.array(z.string()),
  })
  .meta({ id: 'GateOnDay' });

export const gatesOnDay = z
  .object({
    on: date,
    levels: z.array(z.string()).meta({ description: '梯度，由低到高' }),
    gates: z.array(gateOnDay).meta({ description: '这一天施行的门槛，由低到高，称号在后' }),
    turns: z.array(date).meta({ description: '门槛有变化的日子：施行、废止或调整的第一天' }),
  })
  .meta({ id: 'GatesOnDay' });

export const windowsOnDay = z
  .object({
    on: date,
    unknown: z.int().meta({ description: '申报时间待核的事项数' }),
    list: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        en: z.string().nullable(),
        kind: z.enum(itemKinds),
        window: windowShown,
      }),
    ),
  })
  .meta({ id: 'WindowsOnDay', description: '这一天有效的事项的申报时间，先截止的在前' });

const ruleChange = z
  .object({
    what: z.enum(['item', 'gate-new', 'gate-review', 'overlay', 'document']),
    id: z.string(),
    name: z.string(),
    en: z.string().nullable(),
    change: z.enum(['begins', 'ends', 'replaced']),
    before: z.union([z.object(term), z.null()]),
    after: z.union([z.object(term), z.null()]),
    versions: z
      .object({ before: z.union([versionView, z.null()]), after: z.union([versionView, z.null()]) })
      .optional()
      .meta({ description: '事项：两天各自适用的版本' }),
  })
  .meta({ id: 'RuleChange' });

export const changesBetweenDays = z
  .object({ from: date, to: date, count: z.int(), list: z.array(ruleChange) })
  .meta({ id: 'Changes', description: '两天之间规则的变化' });

export type Requirement = z.infer<typeof requirement>;
export type GateOnDay = z.infer<typeof gateOnDay>;
export type GatesOnDay = z.infer<typeof gatesOnDay>;
export type WindowsOnDay = z.infer<typeof windowsOnDay>;
export type RuleChangeView = z.infer<typeof ruleChange>;
export type ChangesBetweenDays = z.infer<typeof changesBetweenDays>;
