// A mapping that takes one of several forms: exactly one leading key, the keys it needs, and no key of another form.
import type { z } from 'zod';
import { mayHave, originKey, type Origin } from './data.ts';

/** What goes with a leading key. */
type Form = {
  readonly needs?: readonly string[];
  /** Exactly one of these. */
  readonly oneOf?: readonly string[];
  readonly may?: readonly string[];
};
export type Forms = { readonly [leading: string]: Form };

const issue = (code: string, message: string, expected: string | null, path: readonly string[] = []): NewIssue => ({
  code: 'custom',
  message,
  path: [...path],
  params: { code, expected, nearTo: [] },
  continue: true,
});

type NewIssue = {
  readonly code: 'custom';
  readonly message: string;
  readonly path: PropertyKey[];
  readonly params: { [name: string]: unknown };
  readonly continue: boolean;
};

const companionsOf = ({ needs = [], oneOf = [], may = [] }: Form): readonly string[] => [...needs, ...oneOf, ...may];

type Mapping = { readonly [originKey]: Origin; readonly [key: string]: unknown };

const checkOneOf = (
  keys: readonly string[],
  leading: string,
  value: Mapping,
  context: z.core.$RefinementCtx<object>,
): void => {
  const [first, second] = keys.filter((key) => Object.hasOwn(value, key));
  const named = keys.map((key) => `「${key}」`).join('或');
  if (keys.length > 0 && first === undefined && !keys.some((key) => mayHave(value, key)))
    context.addIssue(issue('missing-key', `写了「${leading}」就要写${named}`, keys.join('、')));
  if (second !== undefined)
    context.addIssue(issue('two-forms', `同时写了「${first ?? ''}」和「${second}」`, '只写其中一个', [second]));
};

/**
 * A refinement for zod: the value has one leading key of `forms`. A key that could not be read may be the one that is missing.
 *
 * @param forms  leading key → the keys that must and may stand beside it
 * @param what   what the mapping is, for the message: 条件, 待遇
 */
export const oneForm =
  (forms: Forms, what: string) =>
  (value: Mapping, context: z.core.$RefinementCtx<object>): void => {
    const written = new Set(Object.keys(value).filter((key) => key !== originKey));
    const leading = Object.keys(forms).filter((key) => written.has(key));
    const [first, second] = leading;
    if (first === undefined) {
      if (Object.keys(forms).some((key) => mayHave(value, key))) return;
      context.addIssue(issue('no-form', `${what}没有写明是哪一种`, `其中一个键：${Object.keys(forms).join('、')}`));
      return;
    }
    if (second !== undefined) {
      context.addIssue(issue('two-forms', `${what}同时写了「${first}」和「${second}」`, '只写其中一个', [second]));
      return;
    }
    const form = forms[first] ?? {};
    for (const key of form.needs ?? []) {
      if (!written.has(key) && !mayHave(value, key))
        context.addIssue(issue('missing-key', `写了「${first}」就要写「${key}」`, key));
    }
    checkOneOf(form.oneOf ?? [], first, value, context);
    const companions = new Set(Object.values(forms).flatMap(companionsOf));
    const allowed = new Set(companionsOf(form));
    for (const key of written) {
      if (companions.has(key) && !allowed.has(key) && !(key in forms)) {
        context.addIssue(issue('stray-key', `键「${key}」不能与「${first}」一起写`, null, [key]));
      }
    }
  };

/** The leading key that is written, for compilers after the shape has been checked. */
export const formOf = <K extends string>(value: { readonly [key in K]?: unknown }, keys: readonly K[]): K | null =>
  keys.find((key) => value[key] !== undefined) ?? null;
