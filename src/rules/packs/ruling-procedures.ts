// Rulings on how one applies: the filing window, one part of the procedure that the item says nothing about, or the days of a stage.
import { report } from './bench.ts';
import { emptyShelf } from './clauses.ts';
import type { ItemDraft } from './items.ts';
import type { PointState } from './open-points.ts';
import { checkDays, compileProcedure } from './procedures.ts';
import { isOpenEverywhere, type Point, type RulingDraft } from './ruling-points.ts';
import type { Procedure } from './rulebook.ts';
import { procedureParts, type ProcedurePart } from './ruling.ts';
import type { ProcedureShape } from './shapes/items.ts';
import type { Site } from './site.ts';

const partNames = {
  kind: '办理方式',
  stages: '办理环节',
  materials: '申报材料',
  channel: '申报渠道',
} as const satisfies Record<ProcedurePart, string>;

/** Written in the ruling, read in the item's dictionary, cited with the ruling alone. */
const siteOfRuling = (draft: RulingDraft, item: ItemDraft): Site => ({
  ...item.site,
  shelf: emptyShelf,
  named: draft.clause,
});

const compiled = (
  draft: RulingDraft,
  item: ItemDraft,
  parts: Partial<Pick<ProcedureShape, 'kind' | 'window' | 'stages' | 'materials' | 'channel'>>,
): Procedure => {
  const origin = draft.shape.settles['@'];
  const nothing = { value: 'unknown', place: origin.place } as const;
  return compileProcedure(siteOfRuling(draft, item), { '@': origin, kind: nothing, ...parts });
};

/** An item that says nothing about its procedure leaves all of it open. */
const stateOf = (procedure: Procedure | null, part: ProcedurePart): PointState => {
  if (procedure === null) return 'open';
  const open = {
    kind: procedure.kind === 'unknown',
    stages: procedure.stages.length === 0,
    materials: procedure.materials.length === 0,
    channel: procedure.channel === null,
  } as const satisfies Record<ProcedurePart, boolean>;
  return open[part] ? 'open' : 'closed';
};

const windowPoint = (draft: RulingDraft, item: ItemDraft): Point | null => {
  const { window } = draft.shape.settles;
  if (window === undefined) return null;
  const { procedure } = item.item;
  const place = '@' in window ? window['@'].place : window.place;
  const state = procedure === null || procedure.window.kind === 'unknown' ? 'open' : 'closed';
  if (!isOpenEverywhere(draft, { text: '申报窗口', place }, [state], [])) return null;
  return { settles: { kind: 'window', window: compiled(draft, item, { window }).window }, point: '申报窗口' };
};

const partPoint = (draft: RulingDraft, item: ItemDraft): Point | null => {
  const shape = draft.shape.settles.procedure;
  const part = procedureParts.find((each) => shape?.[each] !== undefined);
  if (shape === undefined || part === undefined) return null;
  const name = { text: partNames[part], place: shape['@'].place };
  if (!isOpenEverywhere(draft, name, [stateOf(item.item.procedure, part)], [])) return null;
  const { kind, ...others } = shape;
  const procedure = compiled(draft, item, kind === undefined ? others : { ...others, kind });
  return { settles: { kind: 'procedure', part, procedure }, point: partNames[part] };
};

const daysPoint = (draft: RulingDraft, item: ItemDraft): Point | null => {
  const { days: stage, value } = draft.shape.settles;
  if (stage === undefined || value === undefined) return null;
  const stages = item.item.procedure?.stages ?? [];
  const named = stages.filter(({ kind }) => kind === stage.text);
  const state = named.length === 0 ? 'absent' : named.some(({ days }) => days === null) ? 'open' : 'closed';
  const open = stages.filter(({ days }) => days === null).map(({ kind }) => kind);
  if (!isOpenEverywhere(draft, stage, [state], open)) return null;
  checkDays(draft.site, value);
  if (value.text === 'unknown')
    report(draft.site.bench, value.place, 'bad-duration', '口径要给出时限', {
      found: value.text,
      expected: '5个工作日',
    });
  return { settles: { kind: 'days', stage: stage.text, days: value.text }, point: `环节 ${stage.text} 的时限` };
};

/** What a ruling settles of an item's procedure; null with the problems reported. */
export const procedurePoint = (draft: RulingDraft, item: ItemDraft): Point | null => {
  const { window, procedure } = draft.shape.settles;
  if (window !== undefined) return windowPoint(draft, item);
  return procedure === undefined ? daysPoint(draft, item) : partPoint(draft, item);
};
