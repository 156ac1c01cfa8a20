// Where a firm stands on the ladder: its level, until when, what comes next, and the gates that matter to it.
import { byText } from './candidate.ts';
import type { Setting } from './stacking.ts';
import { begin } from '#rules/evaluate/begin.ts';
import { truthOf } from '#rules/evaluate/expression.ts';
import { isInForce } from '#rules/evaluate/gate.ts';
import type { Truth } from '#rules/evaluate/outcome.ts';
import type { Row } from '#rules/facts/enterprise.ts';
import type { Gate, Mode } from '#rules/packs/rulebook.ts';

const levelFact = '培育层级';
const titlesFact = '称号';

export type GateAtHand = { readonly gate: Gate; readonly mode: Mode };

/** Whether the list of titles has this one, valid on the date. */
export const holds = ({ book, firm, on, options }: Setting, title: string): Truth =>
  truthOf(begin({ book, firm, on, options }), {
    kind: 'holds',
    title,
    type: { kind: 'boolean' },
    span: { from: 0, to: 0 },
  });

/** The highest level among the titles; null as soon as a higher one may be held. */
const levelByTitles = (setting: Setting): string | null => {
  const { levels } = setting.book;
  if (!setting.firm.facts.single.has(titlesFact)) return null;
  for (const level of levels.toReversed()) {
    const held = holds(setting, level);
    if (held.is === 'unknown') return null;
    if (held.value) return level;
  }
  return levels[0] ?? null;
};

/** The firm's level: as given, or from the titles it holds; null when neither is known. */
export const levelOf = (setting: Setting): string | null => {
  const given = setting.firm.facts.single.get(levelFact);
  return given?.is === 'text' ? given.value : levelByTitles(setting);
};

const lastDay = (row: Row): string | null => {
  const until = row.get('有效期至');
  return until?.is === 'date' ? until.value : null;
};

/** The last day of the level's title, the latest when there are several; null when it has none or it is not known. */
export const levelUntil = ({ firm }: Setting, level: string | null): string | null => {
  const titles = firm.facts.single.get(titlesFact);
  if (level === null || titles?.is !== 'rows') return null;
  const days = titles.value.flatMap((row) => {
    const name = row.get('名称');
    const withdrawn = row.get('撤销日期')?.is === 'date';
    const day = lastDay(row);
    return name?.is === 'text' && name.value === level && !withdrawn && day !== null ? [day] : [];
  });
  return days.toSorted(byText).at(-1) ?? null;
};

export const nextLevel = (levels: readonly string[], level: string | null): string | null =>
  level === null ? null : (levels[levels.indexOf(level) + 1] ?? null);

/** How a gate matters: `review` for the level held, `new` for a higher one; null for a lower one and for no level at all. */
const modeFor = ({ book: { levels } }: Setting, gate: Gate, level: string | null): Mode | null => {
  if (!levels.includes(gate.to)) return null;
  if (level === null) return 'new';
  const distance = levels.indexOf(gate.to) - levels.indexOf(level);
  return distance === 0 ? 'review' : distance > 0 ? 'new' : null;
};

/** The gates in force that matter: reviews of what is held, then gates to higher levels from the nearest upward. */
export const gatesFor = (setting: Setting, level: string | null): readonly GateAtHand[] => {
  const { book, on } = setting;
  const place = ({ gate, mode }: GateAtHand): number => book.levels.indexOf(gate.to) - (mode === 'review' ? 0.5 : 0);
  return [...book.gates.values()]
    .flatMap((gate): readonly GateAtHand[] => {
      const mode = modeFor(setting, gate, level);
      return mode !== null && isInForce(gate, mode, on) ? [{ gate, mode }] : [];
    })
    .toSorted((a, b) => place(a) - place(b) || byText(a.gate.id, b.gate.id));
};
