// The real app on a free port and a real browser, for tests that do what a person does.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { pino } from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { loadRulebook, loadWithCases } from '#cli/packs-folder.ts';
import { dateOf, readDate } from '#rules/exact/plain-date.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { printProblem } from '#rules/problem.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';
import { createApp } from '#server/app.ts';
import { listen, type Listening } from '#server/listen.ts';
import { readSample, type Sample } from '#server/samples.ts';

const root = resolve(import.meta.dirname, '../..');

/** The rulebook of the packs folder, as the server reads it. */
export const realRulebook = (): Rulebook => loadRulebook(join(root, 'packs'));

const textOf = (map: Noted, key: string): string => {
  const value = map.kind === 'map' ? map.entries.find((entry) => entry.key === key)?.value : null;
  return value?.kind === 'scalar' ? value.text : '';
};

/** The sample firms of the examples folder. */
export const realSamples = (rulebook: Rulebook): readonly Sample[] => {
  const list = readYaml(readFileSync(join(root, 'examples/samples.yaml'), 'utf8'), 'samples.yaml');
  if (!list.ok || list.value?.kind !== 'list') throw new Error('examples/samples.yaml is not a list');
  return list.value.items.map((each) => {
    const id = textOf(each, 'id');
    const about = {
      id,
      note: textOf(each, 'note'),
      on: readDate(textOf(each, 'on')) ?? dateOf(2024, 1, 1),
      invented: textOf(each, 'invented') === '是',
    };
    const sample = readSample(about, readFileSync(join(root, 'examples', `${id}.yaml`), 'utf8'), rulebook);
    if (!sample.ok) throw new Error(sample.problems.map(printProblem).join('\n'));
    return sample.value;
  });
};

export type Visit = {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, failed loads, violations of the content policy. */
  readonly complaints: readonly string[];
};

/** The browser's own line for an answer that a test provokes on purpose. */
const isExpected = (text: string): boolean => /status of (?:404|422)/.test(text);

/**
 * Starts the app and the browser for the tests of one file.
 *
 * @returns  a function that opens a fresh context with one page at an address of the app
 */
export const startApp = (): ((path: string, options?: BrowserContextOptions) => Promise<Visit>) => {
  let server: Listening;
  let browser: Browser;
  beforeAll(async () => {
    const { rulebook, cases } = loadWithCases(join(root, 'packs'));
    const app = createApp({
      rulebook,
      samples: realSamples(rulebook),
      cases,
      webRoot: inject('webRoot'),
      log: pino({ level: 'silent' }),
      today: () => dateOf(2024, 6, 1),
      elapsed: () => 0,
      version: '0.0.0-test',
    });
    server = await listen(app, 0);
    const libraries = inject('chromiumLibraries');
    browser = await chromium.launch({
      executablePath: inject('chromium'),
      // Not the package's own arguments: they switch off web security, and a test of policies would prove nothing.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
      ...(libraries === '' ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return async (path, options = {}) => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1024, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isExpected(message.text())) complaints.push(message.text());
    });
    await page.goto(server.url + path);
    return { page, complaints };
  };
};
