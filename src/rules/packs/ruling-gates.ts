// Rulings on gates: a requirement known by name only, a disputed one, or a note. A notice that states the point goes before a ruling.
import { report } from './bench.ts';
import { conditionsIn } from './conditions.ts';
import { conditionState, isDisputed, isUnpublished, type PointState } from './open-points.ts';
import {
  disputedPoint,
  isOpenEverywhere,
  unpublishedPoint,
  type Point,
  type RulingDraft,
  type Settled,
} from './ruling-points.ts';
import type { Condition, DisputedCondition, Gate, Mode, Overlay } from './rulebook.ts';
import type { Site } from './site.ts';
import { overlap } from './terms.ts';

const modes = ['new', 'review'] as const satisfies readonly Mode[];

const reportOutside = ({ site, shape }: RulingDraft): void =>
  report(site.bench, (shape.mode ?? shape.from).place, 'ruling-outside', '口径的期间里这道门槛没有施行', {
    found: shape.from.value,
  });

const modesSpoken = (draft: RulingDraft, gate: Gate): readonly Mode[] => {
  const asked = draft.shape.mode === undefined ? modes : [draft.shape.mode.value];
  return asked.filter((mode) => {
    const term = gate.terms[mode];
    return term !== null && overlap(term, draft.term);
  });
};

/** The notices in force on some day of the ruling, in this mode. */
const noticesBeside = (draft: RulingDraft, gate: Gate, mode: Mode, overlays: readonly Overlay[]): readonly Overlay[] =>
  overlays.filter(
    (overlay) =>
      overlay.gate === gate.id && (overlay.mode === null || overlay.mode === mode) && overlap(overlay.term, draft.term),
  );

const broughtBy = ({ change }: Overlay): readonly Condition[] => {
  if (change.kind === 'waive') return [];
  return conditionsIn(change.kind === 'add' ? change.condition : change.by);
};

/** What the gate requires, without what a notice waives or replaces, and with what it brings. */
const conditionsBeside = (gate: Gate, notices: readonly Overlay[]): readonly Condition[] => {
  const stated = new Set(notices.flatMap(({ change }) => (change.kind === 'add' ? [] : [change.id])));
  const all = conditionsIn(gate.require);
  const gone = new Set(all.filter(({ id }) => id !== null && stated.has(id)).flatMap(conditionsIn));
  return [...all.filter((condition) => !gone.has(condition)), ...notices.flatMap(broughtBy)];
};

type Beside = readonly (readonly Condition[])[];

const namesOf = (beside: Beside): readonly string[] =>
  beside.flat().flatMap((condition) => (condition.kind === 'unpublished' ? [condition.what] : []));

const idsOf = (beside: Beside): readonly string[] =>
  beside.flat().flatMap(({ kind, id }) => (kind === 'disputed' && id !== null ? [id] : []));

/** Open before the notices and gone with them: a notice has stated it. */
const stateBeside = (
  gate: Gate,
  conditions: readonly Condition[],
  name: string,
  isOpen: (condition: Condition, name: string) => boolean,
): PointState => {
  const state = conditionState(conditions, name, isOpen);
  return state === 'absent' && conditionState(conditionsIn(gate.require), name, isOpen) !== 'absent' ? 'closed' : state;
};

const pointOf = (draft: RulingDraft, gate: Gate, target: Site, beside: Beside): Point | null => {
  const { unpublished, disputed, unsettled, test } = draft.shape.settles;
  if (unpublished !== undefined && test !== undefined) {
    const states = beside.map((conditions) => stateBeside(gate, conditions, unpublished.text, isUnpublished));
    const open = isOpenEverywhere(draft, unpublished, states, namesOf(beside));
    return open ? unpublishedPoint(target, unpublished, test) : null;
  }
  if (disputed !== undefined) {
    const states = beside.map((conditions) => stateBeside(gate, conditions, disputed.text, isDisputed));
    if (!isOpenEverywhere(draft, disputed, states, idsOf(beside))) return null;
    const found = beside.flatMap((conditions) =>
      conditions.filter((one): one is DisputedCondition => one.kind === 'disputed' && isDisputed(one, disputed.text)),
    );
    return disputedPoint(draft, target, disputed, found);
  }
  if (unsettled === undefined) return null;
  const state = gate.unsettled.includes(unsettled.text) ? 'open' : 'absent';
  if (!isOpenEverywhere(draft, unsettled, [state], gate.unsettled)) return null;
  return { settles: { kind: 'unsettled', phrase: unsettled.text }, point: unsettled.text };
};

const hasPoint = ({ unpublished, disputed, unsettled }: RulingDraft['shape']['settles']): boolean =>
  unpublished !== undefined || disputed !== undefined || unsettled !== undefined;

/** What a ruling settles of a gate; null with the problems reported. */
export const settleGate = (
  draft: RulingDraft,
  gate: Gate,
  target: Site,
  overlays: readonly Overlay[],
): Settled | null => {
  const { site, shape } = draft;
  if (shape.versions !== undefined || !hasPoint(shape.settles)) {
    const place = shape.versions?.[0]?.place ?? shape.settles['@'].place;
    report(site.bench, place, 'not-for-gates', '门槛没有版本、待遇和办理程序，口径不能定这个点', {
      expected: 'unpublished、disputed、unsettled 之一',
    });
    return null;
  }
  const spoken = modesSpoken(draft, gate);
  if (spoken.length === 0) {
    reportOutside(draft);
    return null;
  }
  const beside = spoken.map((mode) => conditionsBeside(gate, noticesBeside(draft, gate, mode, overlays)));
  const point = pointOf(draft, gate, target, beside);
  return point === null ? null : { of: { kind: 'gate', id: gate.id, modes: spoken }, ...point };
};
