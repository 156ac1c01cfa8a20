// An answer in English: a copy in which the texts of the engine are said in English. Ids, names of firms and what restates a source
// stay as they are.
import type { Speaker } from './speaker.ts';

/** Members whose text the engine or a pack's names make. */
const said: ReadonlySet<string> = new Set(
  (
    'text steps gap because assumes left right value benefit when ' +
    'goal level levels titles next from to by owner gives window packName'
  ).split(' '),
);

/** What belongs to a firm or to a source. */
const kept: ReadonlySet<string> = new Set(['enterprise', 'clause', 'clauses', 'rulings', 'packs', 'overlays']);

/** A gate and an indicator have no English name of their own beside the Chinese one. */
const isNamedInChinese = (value: object): boolean => 'name' in value && !('en' in value);

/** Notes of authors are said whole or left as they are: half a note in each language helps nobody. */
const sayWhole = (text: string, say: Speaker): string => {
  const english = say(text);
  return /\p{Script=Han}/u.test(english) ? text : english;
};

const copyOf = (value: unknown, key: string, say: Speaker): unknown => {
  if (typeof value === 'string') return key === 'unsettled' ? sayWhole(value, say) : said.has(key) ? say(value) : value;
  if (typeof value !== 'object' || value === null || kept.has(key)) return value;
  if (Array.isArray(value)) return value.map((part) => copyOf(part, key, say));
  const named = isNamedInChinese(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      key === 'blocks' ? say(name) : name,
      named && name === 'name' && typeof part === 'string' ? say(part) : copyOf(part, name, say),
    ]),
  );
};

/**
 * A copy of an answer of the API with what the engine says in English.
 *
 * @param answer  plain data: an assessment, an item, the gates of a day
 */
export const inEnglish = (answer: unknown, say: Speaker): unknown => copyOf(answer, '', say);
