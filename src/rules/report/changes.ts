// What changed in the rulebook between two dates, and what ends soon.
import { addDays, type PlainDate } from '#rules/exact/plain-date.ts';
import { versionsOn } from '#rules/evaluate/versions.ts';
import type { Item, Mode, Overlay, Rulebook, Term } from '#rules/packs/rulebook.ts';

export type ChangeKind = 'begins' | 'ends' | 'replaced';
export type ChangeSubject = 'item' | 'gate-new' | 'gate-review' | 'overlay' | 'document';
/** `what` is the kind of thing in Chinese: 事项, 门槛, 调整, 文件. `before` and `after` are the terms that stand on the two dates. */
export type RuleChange = {
  readonly kind: ChangeSubject;
  readonly what: string;
  readonly id: string;
  readonly name: string;
  readonly change: ChangeKind;
  readonly text: string;
  readonly before: Term | null;
  readonly after: Term | null;
};

const covers = (term: Term | null, date: PlainDate): boolean => {
  if (term === null || (term.from !== null && date < term.from)) return false;
  return term.to === null || term.to === 'unknown' || date <= term.to;
};

const spell = (term: Term): string =>
  `${term.from ?? '施行日期待核'} 至 ${term.to === 'unknown' ? '有效期待核' : (term.to ?? '未定期限')}`;

type Stands = { readonly key: string; readonly term: Term } | null;

/** The change from what stands on one date to what stands on another; null when it is the same. */
const changed = (before: Stands, after: Stands): Pick<RuleChange, 'change' | 'text'> | null => {
  if (before?.key === after?.key) return null;
  if (before === null) return after === null ? null : { change: 'begins', text: spell(after.term) };
  if (after === null) return { change: 'ends', text: spell(before.term) };
  return { change: 'replaced', text: `${spell(before.term)} → ${spell(after.term)}` };
};

/** The version that an item has on a date, the later one where two may apply. */
const versionOn = (item: Item, date: PlainDate): Stands => {
  const version = versionsOn(item.versions, date).versions.at(-1);
  return version === undefined ? null : { key: String(item.versions.indexOf(version)), term: version.term };
};

const modes = { new: '新认定', review: '复核' } as const satisfies Record<Mode, string>;

const termOn = (term: Term | null, date: PlainDate): Stands =>
  term !== null && covers(term, date) ? { key: '', term } : null;

const words = {
  item: '事项',
  'gate-new': `门槛（${modes.new}）`,
  'gate-review': `门槛（${modes.review}）`,
  overlay: '当年通知的调整',
  document: '文件',
} as const satisfies Record<ChangeSubject, string>;

type Entry = {
  readonly kind: ChangeSubject;
  readonly id: string;
  readonly name: string;
  readonly on: (date: PlainDate) => Stands;
};

const overlayName = (overlay: Overlay, book: Rulebook): string => book.gates.get(overlay.gate)?.name ?? overlay.gate;

const day = (text: string | null): PlainDate | null =>
  // A register date may be a year or a month only; such a one cannot begin or end on a day.
  text !== null && text.length === 10 ? (text as PlainDate) : null;

const entriesOf = (book: Rulebook): readonly Entry[] => [
  ...[...book.items.values()].map((item) => ({
    kind: 'item' as const,
    id: item.id,
    name: item.name,
    on: (date: PlainDate) => versionOn(item, date),
  })),
  ...[...book.gates.values()].flatMap((gate) =>
    (['new', 'review'] as const).map((mode) => ({
      kind: `gate-${mode}` as const,
      id: gate.id,
      name: gate.name,
      on: (date: PlainDate) => termOn(gate.terms[mode], date),
    })),
  ),
  ...book.overlays.map((overlay) => ({
    kind: 'overlay' as const,
    id: overlay.id,
    name: overlayName(overlay, book),
    on: (date: PlainDate) => termOn(overlay.term, date),
  })),
  ...[...book.documents.values()].map((document) => ({
    kind: 'document' as const,
    id: document.id,
    name: document.title,
    on: (date: PlainDate) =>
      termOn(day(document.from) === null ? null : { from: day(document.from), to: day(document.to), seen: null }, date),
  })),
];

/** What is different on `to` from what stood on `from`. */
export const changesBetween = (book: Rulebook, from: PlainDate, to: PlainDate): readonly RuleChange[] =>
  entriesOf(book).flatMap(({ kind, id, name, on }) => {
    const [before, after] = [on(from), on(to)];
    const change = changed(before, after);
    if (change === null) return [];
    return [{ kind, what: words[kind], id, name, ...change, before: before?.term ?? null, after: after?.term ?? null }];
  });

/** Something in force whose stated end comes within the days. */
export type Expiring = { readonly what: string; readonly id: string; readonly name: string; readonly to: PlainDate };

/** What is in force on a date and ends within so many days, the nearest end first. */
export const expiringWithin = (book: Rulebook, on: PlainDate, days: number): readonly Expiring[] =>
  entriesOf(book)
    .flatMap(({ kind, id, name, on: standsOn }): readonly Expiring[] => {
      const end = standsOn(on)?.term.to ?? null;
      return end === null || end === 'unknown' || end > addDays(on, days)
        ? []
        : [{ what: words[kind], id, name, to: end }];
    })
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
