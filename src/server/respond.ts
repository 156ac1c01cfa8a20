// Answers of the API: exact JSON and problem+json, built in one place.
import type { Context } from 'hono';
import { toJson } from '#contract/json.ts';
import { problemOf, type Finding } from '#contract/problem.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';

/** What a handler or a reader of requests could not do, in the catalogue's terms. */
export type Refused = {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly detail: string | null;
  readonly findings: readonly Finding[];
};
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (
  code: ProblemCode,
  detail: string | null = null,
  findings: readonly Finding[] = [],
): Refused => ({
  ok: false,
  code,
  detail,
  findings,
});

export const answerProblem = (
  c: Context,
  code: ProblemCode,
  detail: string | null = null,
  findings: readonly Finding[] = [],
): Response =>
  c.body(toJson(problemOf(code, detail, findings)), problems[code].status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });

// Bytes, not a string: a Response walks a string twice more, once to check it and once to encode it.
export const answer = (c: Context, outcome: Outcome<unknown>): Response =>
  outcome.ok
    ? c.body(Buffer.from(toJson(outcome.value)), 200, { 'content-type': 'application/json; charset=utf-8' })
    : answerProblem(c, outcome.code, outcome.detail, outcome.findings);
