// Rulings on items: a condition known by name only, a disputed one, an open number of the benefit, a note, or how one applies.
import { addDays } from '#rules/exact/plain-date.ts';
import { checkLimits, checkRate } from './benefits.ts';
import { report } from './bench.ts';
import type { ItemDraft } from './items.ts';
import {
  conditionsOfVersion,
  conditionState,
  isDisputed,
  isUnpublished,
  numbersIn,
  numberState,
  openNumbersIn,
} from './open-points.ts';
import { procedurePoint } from './ruling-procedures.ts';
import {
  disputedPoint,
  isOpenEverywhere,
  unpublishedPoint,
  type Point,
  type RulingDraft,
  type Settled,
} from './ruling-points.ts';
import type { Benefit, DisputedCondition, Item, ItemVersion, Term } from './rulebook.ts';
import type { OpenNumber } from './ruling.ts';
import { expressionHere } from './site.ts';
import { overlap } from './terms.ts';

/** Until when a version may be judged: an end that is not known stops where the next version is seen. */
const termOf = (versions: readonly ItemVersion[], index: number): Term | null => {
  const version = versions[index];
  if (version === undefined) return null;
  const { term } = version;
  const next = versions[index + 1]?.term;
  const cut = next === undefined ? null : (next.from ?? next.seen);
  return term.to === 'unknown' && cut !== null ? { ...term, to: addDays(cut, -1) } : term;
};

const startOf = ({ term }: ItemVersion): string => term.from ?? 'unknown';

/** Without `versions` a ruling speaks about all that may be judged while it holds; another date than the filing date may pick any. */
const versionsSpoken = (draft: RulingDraft, { versions }: Item): readonly number[] => {
  const byFiling = versions.every(({ by }) => by === null);
  const { bench } = draft.site;
  const within = versions.flatMap((_, index) => {
    const term = termOf(versions, index);
    return term !== null && (!byFiling || overlap(term, draft.term)) ? [index] : [];
  });
  const { versions: asked, from } = draft.shape;
  if (asked === undefined) {
    if (within.length === 0)
      report(bench, from.place, 'ruling-outside', '口径的期间里这个事项没有施行', { found: from.value });
    return within;
  }
  return asked.flatMap((start) => {
    const index = versions.findIndex((version) => startOf(version) === start.value);
    if (within.includes(index)) return [index];
    report(bench, start.place, 'unknown-version', index < 0 ? '没有从这天起的版本' : '口径的期间里这一版没有施行', {
      found: start.value,
      expected: within
        .flatMap((each) => versions[each] ?? [])
        .map(startOf)
        .join('、'),
    });
    return [];
  });
};

const wantedOf = {
  amount: 'money',
  rate: 'ratio',
  monthly: 'money',
  months: 'number',
  'up-to': 'money',
  cap: 'money',
  floor: 'money',
} as const satisfies Record<OpenNumber, 'money' | 'ratio' | 'number'>;

const numberNames = {
  amount: '金额',
  rate: '比例',
  monthly: '每月标准',
  months: '月数',
  'up-to': '最高额',
  cap: '上限',
  floor: '下限',
} as const satisfies Record<OpenNumber, string>;

const rowOf = (draft: RulingDraft): number | null | 'wrong' => {
  const { row } = draft.shape.settles;
  if (row === undefined) return null;
  if (/^[1-9]\d*$/.test(row.text)) return Number(row.text);
  report(draft.site.bench, row.place, 'not-a-number', 'row 要写第几行', { found: row.text, expected: '1、2、3 …' });
  return 'wrong';
};

/** Where several such numbers are open the ruling has to say which one it gives. */
const isOne = (draft: RulingDraft, number: OpenNumber, open: readonly ReturnType<typeof openNumbersIn>[]): boolean => {
  const several = open.find((each) => each.length > 1);
  const { number: written } = draft.shape.settles;
  if (several === undefined || written === undefined) return true;
  report(draft.site.bench, written.place, 'ambiguous-number', `待遇里有几处没有公布的${numberNames[number]}`, {
    found: number,
    expected: several.map(({ row }) => `row: ${row ?? 0}`).join('、'),
    remedy: '请用 row 写明是第几行',
  });
  return false;
};

const numberPoint = (draft: RulingDraft, { site: target }: ItemDraft, benefits: readonly Benefit[]): Point | null => {
  const { number, value } = draft.shape.settles;
  const row = rowOf(draft);
  if (number === undefined || value === undefined || row === 'wrong') return null;
  const name = { text: number.value, place: number.place };
  const states = benefits.map((benefit) => numberState(benefit, number.value, row));
  const named = benefits.flatMap(numbersIn).flatMap((each) => (each.value === 'unknown' ? [each.number] : []));
  if (!isOpenEverywhere(draft, name, states, [...new Set(named)])) return null;
  const open = benefits.map((benefit) => openNumbersIn(benefit, number.value, row));
  if (!isOne(draft, number.value, open)) return null;
  const expression = expressionHere(target, value, wantedOf[number.value]);
  if (expression === null) return null;
  for (const { benefit } of open.flat()) {
    if (number.value === 'rate') checkRate(draft.site.bench, value, expression, benefit.measure);
    if (number.value === 'cap') checkLimits(draft.site.bench, value, expression, benefit.floor);
    if (number.value === 'floor') checkLimits(draft.site.bench, value, benefit.cap, expression);
  }
  const [at] = open.flat();
  const place = at === undefined || at.row === null ? '' : `（第 ${at.row} 行）`;
  return {
    settles: { kind: 'number', number: number.value, row: at?.row ?? null, value: expression },
    point: `${numberNames[number.value]}${place}`,
  };
};

const pointOf = (draft: RulingDraft, item: ItemDraft, versions: readonly ItemVersion[]): Point | null => {
  const { unpublished, disputed, unsettled, number, test } = draft.shape.settles;
  const conditions = versions.map(conditionsOfVersion);
  if (unpublished !== undefined && test !== undefined) {
    const states = conditions.map((each) => conditionState(each, unpublished.text, isUnpublished));
    const open = conditions.flat().flatMap((one) => (one.kind === 'unpublished' ? [one.what] : []));
    return isOpenEverywhere(draft, unpublished, states, [...new Set(open)])
      ? unpublishedPoint(item.site, unpublished, test)
      : null;
  }
  if (disputed !== undefined) {
    const states = conditions.map((each) => conditionState(each, disputed.text, isDisputed));
    const all = conditions.flat().filter((one): one is DisputedCondition => one.kind === 'disputed');
    if (
      !isOpenEverywhere(
        draft,
        disputed,
        states,
        all.flatMap(({ id }) => id ?? []),
      )
    )
      return null;
    return disputedPoint(
      draft,
      item.site,
      disputed,
      all.filter(({ id }) => id === disputed.text),
    );
  }
  if (unsettled !== undefined) {
    const states = versions.map((version) => (version.unsettled.includes(unsettled.text) ? 'open' : 'absent'));
    const open = isOpenEverywhere(
      draft,
      unsettled,
      states,
      versions.flatMap((version) => version.unsettled),
    );
    return open ? { settles: { kind: 'unsettled', phrase: unsettled.text }, point: unsettled.text } : null;
  }
  if (number !== undefined)
    return numberPoint(
      draft,
      item,
      versions.map(({ benefit }) => benefit),
    );
  return procedurePoint(draft, item);
};

/** What a ruling settles of an item; null with the problems reported. */
export const settleItem = (draft: RulingDraft, item: ItemDraft): Settled | null => {
  const { mode } = draft.shape;
  if (mode !== undefined) {
    report(draft.site.bench, mode.place, 'not-for-items', '事项没有认定方式，mode 只用于门槛', { found: mode.value });
    return null;
  }
  const spoken = versionsSpoken(draft, item.item);
  const versions = spoken.flatMap((index) => item.item.versions[index] ?? []);
  if (versions.length === 0) return null;
  const point = pointOf(draft, item, versions);
  return point === null ? null : { of: { kind: 'item', id: item.item.id, versions: spoken }, ...point };
};
