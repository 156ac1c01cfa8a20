// Says in English what the engine has said in Chinese: by name, by value, by sentence, part by part.
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { englishAmount } from './amounts.ts';
import { englishPhrases } from './phrases.ts';
import { sentences } from './sentences.ts';

type Sentence = {
  readonly form: RegExp;
  readonly english: string;
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

const compiled: readonly Sentence[] = sentences.map(([chinese, english]) => ({
  form: new RegExp(`^${chinese.split('{}').map(escaped).join('(.+?)')}$`, 'su'),
  english,
}));

/** {} are filled in their order, {1} by number. */
const fill = (english: string, parts: readonly string[]): string => {
  let next = 0;
  return english.replaceAll(/\{(\d?)\}/g, (_, number: string) => parts[number === '' ? next++ : Number(number)] ?? '');
};

const han = /\p{Script=Han}/u;

/** A name with its year, 营业收入@2023, or with what stands in brackets after it, 甲补助（三号车间）. */
const about = /^(.+?)(?:@(\d{4})|（([^（）]+)）)$/su;

/** One value a year: 2020:未知 2021:5%. */
const yearly = /^\d{4}:\S+(?: \d{4}:\S+)*$/u;

/** Brings texts of the engine into English. What nobody has given an English name stays as it is written. */
export type Speaker = (chinese: string) => string;

/**
 * A speaker for one rulebook.
 *
 * Conditions and names come from the rulebook itself, sentences from the catalogue; a text is taken apart until its parts are known.
 */
export const englishSpeaker = (book: Rulebook): Speaker => {
  const phrases = englishPhrases(book);
  const known = new Map<string, string>();
  const named = (text: string): string | null => {
    const whole = phrases.get(text) ?? englishAmount(text);
    if (whole !== null) return whole;
    const [, name = '', year, more] = about.exec(text) ?? [];
    const said = phrases.get(name);
    if (said === undefined) return null;
    return year === undefined ? `${said} (${say(more ?? '')})` : `${said} ${year}`;
  };
  const spoken = (text: string): string => {
    if (yearly.test(text)) return text.replaceAll(/:(\S+)/g, (_, value: string) => `: ${say(value)}`);
    const name = named(text);
    if (name !== null) return name;
    for (const { form, english } of compiled) {
      const parts = form.exec(text)?.slice(1);
      if (parts !== undefined) return fill(english, parts.map(say));
    }
    return text;
  };
  const say: Speaker = (text) => {
    if (!han.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = spoken(text.trim());
    if (known.size < 50_000) known.set(text, said);
    return said;
  };
  return say;
};
