// The shape of rulings/*.yaml: signed, dated answers of an item's owner, each to one point that the clauses leave open.
import { z } from 'zod';
import { procedureKinds } from '#rules/packs/rulebook.ts';
import { openNumbers } from '#rules/packs/ruling.ts';
import { oneForm, type Forms } from './forms.ts';
import { material, stage } from './items.ts';
import { date, dateOrUnknown, mapping, scalar, word, yesNo } from './scalars.ts';

const procedurePart = mapping({
  kind: word(procedureKinds).optional(),
  stages: z.array(stage).min(1).optional(),
  materials: z.array(material).min(1).optional(),
  channel: scalar.optional(),
}).superRefine(oneForm({ kind: {}, stages: {}, materials: {}, channel: {} }, '办理程序'));

const settlementForms = {
  unpublished: { needs: ['test'] },
  disputed: { may: ['test', 'clause'] },
  unsettled: {},
  number: { needs: ['value'], may: ['row'] },
  window: {},
  procedure: {},
  days: { needs: ['value'] },
} as const satisfies Forms;

const settles = mapping({
  unpublished: scalar.optional(),
  disputed: scalar.optional(),
  test: scalar.optional(),
  clause: scalar.optional(),
  unsettled: scalar.optional(),
  number: word(openNumbers).optional(),
  row: scalar.optional(),
  value: scalar.optional(),
  window: z.union([word(['always']), mapping({ from: scalar, to: scalar })]).optional(),
  procedure: procedurePart.optional(),
  days: scalar.optional(),
}).superRefine(oneForm(settlementForms, '口径'));

const ruling = mapping({
  id: scalar,
  of: scalar,
  versions: z.array(dateOrUnknown).min(1).optional(),
  mode: word(['new', 'review']).optional(),
  settles,
  'signed-by': scalar,
  'on-behalf-of': scalar.optional(),
  'signed-on': date,
  from: date,
  to: date.optional(),
  scope: scalar.optional(),
  public: yesNo,
  document: scalar.optional(),
  at: scalar.optional(),
  says: scalar,
  note: scalar.optional(),
});

export const rulingsFile = z.array(ruling).min(1);

export type RulingShape = z.output<typeof ruling>;
