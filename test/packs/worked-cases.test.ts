// Every worked case of the packs, as the item page shows it: its facts read back and give what somebody worked out by hand.
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadWithCases } from '#cli/packs-folder.ts';
import type { WorkedCase } from '#contract/worked-cases.ts';
import { routes } from '#contract/routes.ts';
import { dateOf } from '#rules/exact/plain-date.ts';
import { createApp } from '#server/app.ts';

const { rulebook, cases } = loadWithCases(join(import.meta.dirname, '../../packs'));
const app = createApp({
  rulebook,
  samples: [],
  cases,
  webRoot: null,
  log: pino({ level: 'silent' }),
  today: () => dateOf(2026, 5, 6),
  elapsed: () => 0,
  version: 'test',
});

type Result = {
  readonly subject: string | null;
  readonly applies: unknown;
  readonly verdict: string;
  readonly amount: { low: unknown; high: unknown } | null;
};

const casesOf = async (id: string): Promise<readonly WorkedCase[]> => {
  const answer = await app.request(`/api/items/${id}/cases`);
  return routes.listCases.answer.parse(await answer.json()).list;
};

const evaluated = async (id: string, { file, on, subject }: WorkedCase): Promise<Result | undefined> => {
  const answer = await app.request(`/api/items/${id}/evaluations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ enterprise: file, on }),
  });
  const { list } = (await answer.json()) as { readonly list?: readonly Result[] }; // as the contract says, or a problem
  return list?.find((each) => each.subject === subject) ?? list?.[0];
};

/** What a case says and what came out, where it says anything. */
const disagreement = (each: WorkedCase, result: Result | undefined): string | null => {
  const said = {
    applies: each.applies,
    verdict: each.verdict,
    low: each.amount?.low ?? null,
    high: each.amount?.high ?? null,
  };
  // No amount is an amount of nothing.
  const found = {
    applies: result?.applies,
    verdict: result?.verdict,
    low: result?.amount?.low ?? 0,
    high: result?.amount === null ? 0 : result?.amount.high,
  };
  const fits = (Object.keys(said) as (keyof typeof said)[]) // its own keys
    .every((key) => said[key] === null || String(said[key]) === String(found[key]));
  return fits ? null : `${each.source} ${JSON.stringify(said)} ${JSON.stringify(found)}`;
};

describe('the worked cases of the packs', () => {
  it('read back as files and give what was worked out, one and all', async () => {
    let count = 0;
    const wrong: string[] = [];
    for (const id of rulebook.items.keys())
      for (const each of await casesOf(id)) {
        count++;
        const said = disagreement(each, await evaluated(id, each));
        if (said !== null) wrong.push(said);
      }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  }, 120_000);
});
