// The codes and landing pages of the packs as they are: none alike, none large, none with a script.
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadRulebook } from '#cli/packs-folder.ts';
import { dateOf } from '#rules/exact/plain-date.ts';
import { createApp } from '#server/app.ts';
import { policyCode } from '#server/policy-code.ts';

const rulebook = loadRulebook(join(import.meta.dirname, '../../packs'));
const ids = [...rulebook.items.keys()];
const app = createApp({
  rulebook,
  samples: [],
  cases: [],
  webRoot: null,
  log: pino({ level: 'silent' }),
  today: () => dateOf(2026, 5, 6),
  elapsed: () => 0,
  version: 'test',
});

describe('the policy codes of the packs', () => {
  it('are all different', () => {
    expect(new Set(ids.map(policyCode)).size).toBe(ids.length);
  });

  it.each(['', '?lang=en', '/poster'])('open pages%s under 60 kB that need no script', async (more) => {
    const pages = await Promise.all(
      ids.map(async (id) => {
        const answer = await app.request(`/p/${policyCode(id)}${more}`);
        const text = await answer.text();
        return { id, status: answer.status, bytes: Buffer.byteLength(text), script: /<script|\son\w+=/.test(text) };
      }),
    );
    expect(pages.filter(({ status, bytes, script }) => status !== 200 || bytes >= 60_000 || script)).toEqual([]);
  });
});
