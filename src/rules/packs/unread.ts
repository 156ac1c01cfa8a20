// What the files declare but could not be read: a name that is only there is not unknown, and what it would have brought is
// not missing. One mistake, one message.
import { subjectKinds } from '#rules/facts/dictionary.ts';
import type { FileKind } from './files.ts';

export type Unread = {
  /** Every text of what was left out. */
  readonly texts: Set<string>;
  /** What has lost a name of which no text is known: then no name of that kind can be called unknown. */
  readonly open: Set<string>;
};

/** What declares the name that a problem calls unknown, or would take the problem away. */
const declaredBy: { readonly [code: string]: readonly (FileKind | 'values')[] } = {
  'missing-pack-file': [],
  'unknown-document': ['documents'],
  'unknown-name': ['facts', 'trees', 'sets', 'parameters'],
  'unknown-tree': ['trees'],
  'unknown-member': ['facts', 'values', 'trees'],
  'unknown-level': ['ladder', 'facts'],
  'unknown-gate': ['ladder'],
  'unknown-overlay': ['ladder'],
  'unknown-condition': ['ladder'],
  'unknown-score': ['scores'],
  'unknown-block': ['scores'],
  'unknown-indicator': ['scores'],
  'indicator-without-block': ['scores'],
  'score-unreachable': ['scores'],
  'unknown-stacking': ['stacking'],
  'unknown-item': ['items'],
  'unknown-target': ['items', 'ladder'],
  'unused-stacking': ['items'],
  'unknown-term': ['glossary'],
  'unknown-part': ['plans'],
  'no-derivation': ['derivations'],
};

/** Kinds of files whose names an expression may use. */
const spoken = declaredBy['unknown-name'] ?? [];

/** True when any name may have been declared where it could not be read. */
export const isOpen = ({ open }: Unread): boolean => spoken.some((kind) => open.has(kind));

/** True for a problem that only says that something unread is not there. */
export const isExcused = ({ texts, open }: Unread, code: string, found: string | null): boolean => {
  const kinds = declaredBy[code];
  if (kinds === undefined && !code.startsWith('unknown-')) return false;
  // 项目.开工日期 is declared as 开工日期.
  const names = found === null ? [] : [found, found.slice(found.lastIndexOf('.') + 1)];
  return names.some((name) => texts.has(name)) || (kinds ?? []).some((kind) => open.has(kind));
};

/** Notes that names of any kind may be missing. */
export const openAll = ({ open }: Unread): void => {
  for (const kind of Object.values(declaredBy).flat()) open.add(kind);
};

/** Keys that hold declarations, in any kind of file. */
const declaring: ReadonlySet<string> = new Set(
  (
    '* id tree nodes fact gates overlays items scores indicators blocks rules sets parameters derivations parts ' +
    subjectKinds.join(' ')
  ).split(' '),
);

/** Keys that hold what overlays and gates name. */
const inLadder: ReadonlySet<string> = new Set(['levels', 'titles', 'require', 'all', 'any', 'first']);

/** Notes that a file of this kind has lost what stood under the key. */
export const noteBlank = (unread: Unread, kind: FileKind, key: string): void => {
  if (key === 'judged') unread.open.add('facts');
  if (key === 'values' && kind === 'facts') unread.open.add('values');
  const isName = (key === 'name' && spoken.includes(kind)) || (key === 'term' && kind === 'glossary');
  if (isName || declaring.has(key) || (kind === 'ladder' && inLadder.has(key))) unread.open.add(kind);
};

/** Notes that nothing of a file of this kind could be read. */
export const noteUnreadable = (unread: Unread, kind: FileKind, text: string): void => {
  unread.open.add(kind);
  for (const word of text.split(/[\s,:{}[\]"'#]+/)) if (word !== '') unread.texts.add(word);
};
