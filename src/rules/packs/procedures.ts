// Compiles how an item is applied for: window, stages, materials. What it promises about time must be grounded.
import { compare, one, signOf, type Rational } from '#rules/exact/rational.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import type { NotedScalar } from '#rules/yaml/noted.ts';
import { report } from './bench.ts';
import { reportUnknown } from './conditions.ts';
import { isGrounded } from './evidence.ts';
import { readLiteral } from './expressions.ts';
import type { Clause, Place, Procedure, Window } from './rulebook.ts';
import type { ClockShape, MaterialShape, ProcedureShape, StageShape } from './shapes/items.ts';
import { below, clauseHere, clauseRequired, type Site } from './site.ts';
import { misplacedStages, stageKinds } from './stage-order.ts';

const requireGround = (site: Site, place: Place, what: string): Clause | null => {
  const clause = clauseRequired(site, place, what);
  if (clause !== null && !isGrounded(clause)) {
    report(site.bench, place, 'weak-evidence', `${what}的依据等级太低，不能对外承诺`, {
      found: clause.evidence,
      expected: 'seed 或更高，或者口径（ruling）',
      remedy: '没有依据时请写 unknown',
    });
  }
  return clause;
};

/** 03-15 as a day of some year; February 29 counts. */
const isDayOfYear = (text: string): boolean => /^\d{2}-\d{2}$/.test(text) && readDate(`2024-${text}`) !== null;

const windowOf = (site: Site, shape: Exclude<ProcedureShape['window'], undefined>): Window => {
  if ('value' in shape) return { kind: shape.value };
  const { from, to } = shape;
  requireGround(site, shape['@'].place, '申报窗口');
  if (isDayOfYear(from.text) && isDayOfYear(to.text)) return { kind: 'yearly', from: from.text, to: to.text };
  const [first, last] = [readDate(from.text), readDate(to.text)];
  if (first !== null && last !== null) {
    if (first > last)
      report(site.bench, to.place, 'from-after-to', '结束日期早于开始日期', {
        found: last,
        expected: `不早于 ${first}`,
      });
    return { kind: 'dates', from: first, to: last };
  }
  const wrong = first === null && !isDayOfYear(from.text) ? from : to;
  report(site.bench, wrong.place, 'bad-date', '不是有效的窗口日期', {
    found: wrong.text,
    expected: '两端都写 03-15，或都写 2026-03-15',
  });
  return { kind: 'unknown' };
};

/** Reports a time limit that is none. */
export const checkDays = (site: Site, days: NotedScalar | undefined): void => {
  if (days === undefined || days.text === 'unknown' || /^[1-9]\d*(个工作日|日|个月|年)$/.test(days.text)) return;
  report(site.bench, days.place, 'bad-duration', '不是有效的时限', {
    found: days.text,
    expected: '5个工作日、30日、2个月 或 unknown',
  });
};

const statesNumber = (scalar: NotedScalar | undefined): boolean => scalar !== undefined && scalar.text !== 'unknown';

const quorumOf = (site: Site, quorum: NotedScalar | undefined): number | null => {
  if (quorum === undefined || !statesNumber(quorum)) return null;
  if (/^[1-9]\d{0,2}$/.test(quorum.text)) return Number(quorum.text);
  report(site.bench, quorum.place, 'bad-quorum', '不是人数', { found: quorum.text, expected: '5 或 unknown' });
  return null;
};

const shareOf = (site: Site, share: NotedScalar | undefined): Rational | null => {
  if (share === undefined || !statesNumber(share)) return null;
  const value = readLiteral(site.bench, share, { kind: 'ratio' });
  if (value === null || (signOf(value) > 0 && compare(value, one) <= 0)) return value;
  report(site.bench, share.place, 'bad-share', '比例要大于 0%，不超过 100%', { found: share.text });
  return null;
};

const stageOf = (outer: Site, shape: StageShape): Procedure['stages'][number] => {
  const site = below(outer, shape);
  if (!stageKinds.some((kind) => kind === shape.kind.text))
    report(site.bench, shape.kind.place, 'unknown-stage', '没有这种环节', {
      found: shape.kind.text,
      expected: stageKinds.join('、'),
      nearest: nearestName(shape.kind.text, stageKinds),
    });
  checkDays(site, shape.days);
  requireGround(site, shape.kind.place, '环节');
  for (const number of [shape.quorum, shape.share])
    if (statesNumber(number)) requireGround(site, number?.place ?? shape.kind.place, '数字');
  return {
    kind: shape.kind.text,
    days: shape.days === undefined || shape.days.text === 'unknown' ? null : shape.days.text,
    who: shape.who?.text ?? null,
    quorum: quorumOf(site, shape.quorum),
    share: shareOf(site, shape.share),
    clause: clauseHere(site),
  };
};

const clockOf = (outer: Site, shape: ClockShape): Procedure['clocks'][number] => {
  const site = below(outer, shape);
  checkDays(site, shape.within);
  requireGround(site, shape.within.place, '时限');
  return {
    name: shape.name.text,
    within: shape.within.text,
    since: shape.since === undefined || shape.since.text === 'unknown' ? null : shape.since.text,
    clause: clauseHere(site),
  };
};

const checkOrder = (site: Site, stages: readonly StageShape[]): void => {
  for (const { index, message, found } of misplacedStages(stages.map(({ kind }) => kind.text))) {
    const stage = stages[index];
    if (stage !== undefined)
      report(site.bench, stage.kind.place, 'stage-order', message, found === null ? {} : { found });
  }
};

const materialOf = (outer: Site, shape: MaterialShape): Procedure['materials'][number] => {
  const site = below(outer, shape);
  for (const fact of shape.proves ?? []) {
    if (!site.dictionary.facts.has(fact.text))
      reportUnknown(site, fact, 'unknown-name', '没有这个事实', site.dictionary.facts.keys());
  }
  return {
    name: shape.name.text,
    proves: (shape.proves ?? []).map(({ text }) => text),
    held: shape.held?.value ?? false,
    clause: clauseHere(site),
  };
};

/** Compiles the procedure of an item. */
export const compileProcedure = (outer: Site, shape: ProcedureShape): Procedure => {
  const site = below(outer, shape);
  const { window, stages = [] } = shape;
  const dated = window === undefined || 'value' in window ? site : below(site, window);
  checkOrder(site, stages);
  return {
    kind: shape.kind.value,
    window: window === undefined ? { kind: 'unknown' } : windowOf(dated, window),
    stages: stages.map((stage) => stageOf(site, stage)),
    clocks: (shape.clocks ?? []).map((clock) => clockOf(site, clock)),
    materials: (shape.materials ?? []).map((material) => materialOf(site, material)),
    channel: shape.channel?.text ?? null,
    fund: shape.fund?.text ?? null,
    reserve: shape.reserve?.value ?? null,
    // A window may have a clause of its own; it is the promise that the procedure is cited for.
    clause: clauseHere(dated),
  };
};
