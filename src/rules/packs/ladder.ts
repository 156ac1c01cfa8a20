// Compiles the ladder: levels, titles beside them, gates with their terms in both modes, and overlays.
import { clausesKept } from './citations.ts';
import { addDays } from '#rules/exact/plain-date.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { isVoid, voidPlace } from '#rules/yaml/void.ts';
import { report, type Bench } from './bench.ts';
import { checkConditionIds, compileCondition, conditionsIn, reportUnknown } from './conditions.ts';
import type { Loaded } from './files.ts';
import { register } from './registry.ts';
import type { Gate, Mode, Overlay, Place, Term } from './rulebook.ts';
import { mayHave } from './shapes/data.ts';
import type { GateShape, OverlayShape } from './shapes/ladder.ts';
import { below, clauseRequired, type Site } from './site.ts';
import { overlap, readTerm, succeed, unreadTerm, type Dated } from './terms.ts';

/** A compiled gate or overlay with what its checks still need. */
export type GateDraft = { readonly gate: Gate; readonly shape: GateShape; readonly site: Site };
export type OverlayDraft = { readonly overlay: Overlay; readonly shape: OverlayShape; readonly site: Site };

/** The levels, lowest first. Only one file may declare them. */
export const readLevels = (bench: Bench, files: readonly Loaded<'ladder'>[]): readonly string[] => {
  const declared = files.flatMap(({ shape }) => (shape.levels === undefined ? [] : [shape.levels]));
  for (const [first] of declared.slice(1)) {
    if (first !== undefined)
      report(bench, first.place, 'two-ladders', 'levels 只能在一个文件里声明', { found: first.text });
  }
  const levels = declared[0] ?? [];
  levels.forEach(({ text, place }, index) => {
    if (levels.findIndex((level) => level.text === text) < index)
      report(bench, place, 'duplicate-value', '层级重复', { found: text });
  });
  return levels.map(({ text }) => text);
};

/** A title outside the ladder is recorded by the firm's own yes-or-no fact of that name; a level's name is taken. */
export const checkTitle = (site: Site, title: NotedScalar, taken: readonly string[]): void => {
  if (taken.includes(title.text))
    report(site.bench, title.place, 'duplicate-value', '称号与层级或另一个称号重复', { found: title.text });
  const recorded = [...site.dictionary.facts.values()]
    .filter((fact) => fact.type.kind === 'boolean' && fact.subject === 'enterprise' && !fact.yearly)
    .map(({ path }) => path);
  if (!recorded.includes(title.text))
    reportUnknown(site, title, 'unknown-name', '称号要有一个同名的、填是或否的企业事实', recorded);
};

const termOf = ({ bench }: Site, shape: GateShape, mode: Mode): Term | null => {
  const written = shape[mode];
  if (written !== undefined) return readTerm(bench, written);
  return mayHave(shape, mode) ? unreadTerm : null;
};

/** @param known  levels and titles: what a gate may lead to */
export const compileGate = (outer: Site, shape: GateShape, known: readonly string[]): GateDraft => {
  const site = below(outer, shape);
  if (!known.includes(shape.to.text))
    reportUnknown(site, shape.to, 'unknown-level', '没有这个层级，titles 里也没有这个称号', known);
  const terms = {
    new: termOf(site, shape, 'new'),
    review: termOf(site, shape, 'review'),
  };
  if (terms.new === null && terms.review === null) {
    report(site.bench, shape.id.place, 'missing-key', '门槛没有写明适用期间', { expected: 'new 或 review' });
  }
  const require = compileCondition(site, shape.require);
  checkConditionIds(site, [require]);
  const gate: Gate = {
    id: shape.id.text,
    name: shape.name.text,
    en: shape.en?.text ?? null,
    to: shape.to.text,
    terms,
    clauses: clausesKept(outer.shelf.byKey, site.shelf.byKey, [require, site.named]),
    require,
    unsettled: (shape.unsettled ?? []).map(({ text }) => text),
    pack: site.pack.id,
    place: shape['@'].place,
  };
  return { gate, shape, site };
};

const changeOf = (site: Site, shape: OverlayShape): Overlay['change'] => {
  const { replace, by, add, waive } = shape;
  if (replace !== undefined && by !== undefined)
    return { kind: 'replace', id: replace.text, by: compileCondition(site, by) };
  if (add !== undefined) return { kind: 'add', condition: compileCondition(site, add) };
  return { kind: 'waive', id: waive?.text ?? '' };
};

export const compileOverlay = (outer: Site, shape: OverlayShape): OverlayDraft => {
  const site = below(outer, shape);
  const clause = clauseRequired(site, shape.id.place, '叠加规则');
  const change = changeOf(site, shape);
  const overlay: Overlay = {
    id: shape.id.text,
    gate: shape.gate.text,
    mode: shape.mode?.value ?? null,
    term: readTerm(site.bench, shape),
    clause,
    change,
    over: shape.over?.text ?? null,
    place: shape['@'].place,
  };
  return { overlay, shape, site };
};

const modes = ['new', 'review'] as const satisfies readonly Mode[];

/** Where a term starts; a void also for one that leads to no level that could be read. */
const startOf = (shape: GateShape, mode: Mode): Place =>
  isVoid(shape.to.place) ? shape.to.place : (shape[mode]?.from.place ?? voidPlace(shape['@'].place.file));
/** An end that is not known is the day before the next gate begins, at the latest. */
const endAtNext = <T>(dated: readonly Dated<T>[]): readonly Dated<T>[] =>
  dated.map((one, index) => {
    const start = dated[index + 1]?.term.from ?? null;
    return one.term.to !== 'unknown' || start === null
      ? one
      : { ...one, term: { ...one.term, to: addDays(start, -1) } };
  });

/** The note that an end was not known stays when the next gate gives it one. */
const endNotes = (before: Gate, terms: Gate['terms']): readonly string[] => {
  const cut = modes.some((mode) => before.terms[mode]?.to === 'unknown' && terms[mode]?.to !== 'unknown');
  return cut && !before.unsettled.includes('有效期待核') ? [...before.unsettled, '有效期待核'] : before.unsettled;
};

/** Gates of one level and mode follow one another; those marked `alternative` stand beside the rule and are left alone. */
export const succeedGates = (bench: Bench, drafts: readonly GateDraft[]): ReadonlyMap<string, Gate> => {
  const terms = new Map<string, Term>();
  for (const mode of modes) {
    const ruling = drafts.filter(
      ({ gate, shape }) =>
        gate.terms[mode] !== null && shape.alternative?.value !== true && !mayHave(shape, 'alternative'),
    );
    for (const level of new Set(ruling.map(({ gate }) => gate.to))) {
      const dated = ruling.flatMap(({ gate, shape }) => {
        const term = gate.terms[mode];
        return gate.to !== level || term === null ? [] : [{ value: gate.id, term, place: startOf(shape, mode) }];
      });
      for (const { value, term } of endAtNext(succeed(bench, dated, `「${level}」门槛`)))
        terms.set(`${mode} ${value}`, term);
    }
  }
  const ended = (gate: Gate, mode: Mode): Term | null => terms.get(`${mode} ${gate.id}`) ?? gate.terms[mode];
  const gates = new Map<string, Gate>();
  for (const { gate, shape, site } of drafts) {
    const own = { new: ended(gate, 'new'), review: ended(gate, 'review') };
    register(site, gates, shape.id, { ...gate, terms: own, unsettled: endNotes(gate, own) }, '门槛');
  }
  return gates;
};

const targetOf = (overlay: Overlay): string | null => (overlay.change.kind === 'add' ? null : overlay.change.id);

const clash = (a: Overlay, b: Overlay): boolean =>
  a.gate === b.gate &&
  targetOf(a) !== null &&
  targetOf(a) === targetOf(b) &&
  (a.mode === null || b.mode === null || a.mode === b.mode) &&
  overlap(a.term, b.term) &&
  a.over !== b.id &&
  b.over !== a.id;

const checkTargetId = ({ overlay, shape, site }: OverlayDraft, gate: Gate): void => {
  const ids = conditionsIn(gate.require).flatMap(({ id }) => (id === null ? [] : [id]));
  const target = shape.waive ?? shape.replace;
  if (target !== undefined && !ids.includes(target.text))
    reportUnknown(site, target, 'unknown-condition', '门槛里没有这个 id 的条件', ids);
  if (overlay.mode !== null && gate.terms[overlay.mode] === null) {
    report(site.bench, shape.mode?.place ?? overlay.place, 'unknown-mode', '门槛没有这种认定方式', {
      found: overlay.mode,
    });
  }
};

const isWhole = (shape: OverlayShape): boolean => shape['@'].lost.size === 0;

/** Checks overlays against the gates: ids exist, and no two change one condition on one day unless one says `over`. */
export const checkOverlays = (
  bench: Bench,
  drafts: readonly OverlayDraft[],
  gates: ReadonlyMap<string, Gate>,
): readonly Overlay[] => {
  const ids = new Map<string, Overlay>();
  for (const { overlay, shape, site } of drafts) register(site, ids, shape.id, overlay, '叠加规则');
  drafts.forEach((draft, index) => {
    const { overlay, shape, site } = draft;
    const gate = gates.get(overlay.gate);
    if (gate === undefined) reportUnknown(site, shape.gate, 'unknown-gate', '没有这个门槛', gates.keys());
    else checkTargetId(draft, gate);
    if (shape.over !== undefined && !ids.has(shape.over.text))
      reportUnknown(site, shape.over, 'unknown-overlay', '没有这条叠加规则', ids.keys());
    const unsure = !isWhole(shape) || (shape.over !== undefined && !ids.has(shape.over.text));
    const whole = unsure ? [] : drafts.slice(0, index).filter((other) => isWhole(other.shape));
    const earlier = whole.find((other) => clash(other.overlay, overlay));
    if (earlier !== undefined) reportClash(bench, overlay.place, earlier.overlay);
  });
  return drafts.map(({ overlay }) => overlay);
};

const reportClash = (bench: Bench, place: Place, other: Overlay): void =>
  report(
    bench,
    place,
    'overlay-clash',
    `同一天与「${other.id}」（${other.place.file}:${other.place.line}）改同一个条件`,
    {
      remedy: '请错开日期，或用 over 写明优先于哪一条',
    },
  );
