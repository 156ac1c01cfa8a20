// Answers in English, for the routes that take `lang`: the texts of the engine and the names of the packs, on their way out.
import type { Context } from 'hono';
import type { Route } from '#contract/routes.ts';
import { inEnglish } from '#rules/english/in-english.ts';
import { englishSpeaker, type Speaker } from '#rules/english/speaker.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { readValues } from './read-request.ts';
import { done, type Outcome } from './respond.ts';

type Handle = (c: Context) => Outcome<unknown> | Promise<Outcome<unknown>>;

/** The speaker walks the whole rulebook: it is made when English is first asked for. */
export const englishAnswers = (book: Rulebook) => {
  let speaker: Speaker | null = null;
  return async (c: Context, route: Route, handle: Handle): Promise<Outcome<unknown>> => {
    const lang = route.query?.shape['lang'];
    if (lang === undefined || route.query === undefined) return handle(c);
    const read = readValues(route.query.pick({ lang: true }), c.req.query());
    if (!read.ok) return read;
    const outcome = await handle(c);
    if (read.value['lang'] !== 'en' || !outcome.ok) return outcome;
    speaker ??= englishSpeaker(book);
    return done(inEnglish(outcome.value, speaker));
  };
};

/** What the packs' names are in English: the labels of values. */
export const englishNames = (book: Rulebook): ReadonlyMap<string, string> =>
  new Map([
    ...[...book.glossary.values()].flatMap(({ term, en }) => (en === null ? [] : [[term, en] as const])),
    ...book.english,
  ]);
