// The whole of HTTP: the API's routes, the documentation, the pages. Everything it needs comes in as arguments.
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { openApi } from '#contract/openapi.ts';
import { patternOf } from '#contract/paths.ts';
import { routes } from '#contract/routes.ts';
import { assess } from '#rules/assess/assess.ts';
import { evaluateItem } from '#rules/evaluate/item.ts';
import { addWorkingDays } from '#rules/calendar/work-calendar.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { SourceFile } from '#rules/packs/compile.ts';
import type { Item, Rulebook } from '#rules/packs/rulebook.ts';
import { compressed } from './compressed.ts';
import { docsPage } from './docs-page.ts';
import { itemSummary, itemView } from './item-views.ts';
import { englishAnswers, englishNames } from './english.ts';
import { conditionalGet } from './etag.ts';
import { addPages, answerPage, fontSheetIn } from './pages.ts';
import { changesView, gatesOnDay, windowsOnDay } from './on-a-day.ts';
import { addPolicyCodes } from './policy-codes.ts';
import { rateLimit, type RateLimit } from './rate-limit.ts';
import { readAssessmentRequest, readEnterpriseFile, readValues } from './read-request.ts';
import { documentDetails, termViews } from './register.ts';
import { requestLog } from './request-log.ts';
import { answer, answerProblem, done, refuse, type Outcome } from './respond.ts';
import { sampleSummary, sampleView, type Sample } from './samples.ts';
import { searchOver, type Search } from './search.ts';
import { securityHeaders } from './security.ts';
import { workedCasesIn } from './worked-cases.ts';
import { documentViews, factView, rulebookSummary } from './views.ts';

export type AppParts = {
  readonly rulebook: Rulebook;
  readonly samples: readonly Sample[];
  /** The packs' files of worked cases. */
  readonly cases: readonly SourceFile[];
  /** The folder that Vite built (dist/web), or null when the web was not built. */
  readonly webRoot: string | null;
  readonly log: Logger;
  /** Today in the city, for requests that name no date. */
  readonly today: () => PlainDate;
  /** A clock that only runs forward, in milliseconds, for the log. */
  readonly elapsed: () => number;
  /** How often one address may send something to be computed; left out: as often as it likes. */
  readonly limit?: RateLimit;
  /** The program's version: part of the OpenAPI file and of every ETag. */
  readonly version: string;
};

/** Far more than any enterprise file needs, and little enough that hostile text cannot hold the one thread for long. */
const bodyMax = 256 * 1024;

type Handler = (c: Context) => Outcome<unknown> | Promise<Outcome<unknown>>;
const listOf = <T>(list: readonly T[]): { count: number; list: readonly T[] } => ({ count: list.length, list });

/** The contract's date schema has already read this text with readDate. */
const checkedDate = (text: string): PlainDate => text as PlainDate;

const itemAt = (rulebook: Rulebook, c: Context): Outcome<Item> => {
  const id = `${c.req.param('pack')}/${c.req.param('name')}`;
  const item = rulebook.items.get(id);
  return item === undefined ? refuse('unknown-id', `没有事项 ${id}`) : done(item);
};

/** What is made at most once a day. */
const daily = <T>(today: () => PlainDate, make: (day: PlainDate) => T): (() => T) => {
  let kept: { readonly day: PlainDate; readonly made: T } | null = null;
  return () => {
    const day = today();
    if (kept?.day !== day) kept = { day, made: make(day) };
    return kept.made;
  };
};

const rulebookHandlers = ({ rulebook, today }: AppParts) => {
  const english = englishNames(rulebook);
  const items = daily(today, (day) =>
    listOf([...rulebook.items.values()].map((item) => itemSummary(rulebook, item, { today: day, english }))),
  );
  const facts = listOf(
    [...rulebook.dictionary.facts.values()].map((fact) => factView(fact, rulebook.dictionary.trees, english)),
  );
  const summary = rulebookSummary(rulebook);
  return {
    getRulebook: () => done(summary),
    listFacts: () => done(facts),
    listItems: () => done(items()),
    listDocuments: () => done(listOf(documentViews(rulebook, today()))),
    getItem: (c) => {
      const found = itemAt(rulebook, c);
      return found.ok ? done(itemView(rulebook, found.value, { today: today(), english })) : found;
    },
    getCalendar: (c) => {
      const read = readValues(routes.getCalendar.query, c.req.query());
      if (!read.ok) return read;
      const calendar = [...rulebook.calendars.values()][0];
      if (calendar === undefined) return refuse('unknown-id', '规则库里没有工作日历');
      const { from, add } = read.value;
      const { date, provisional } = addWorkingDays(calendar, checkedDate(from), add);
      return done({ from, add, date, provisional, calendar: calendar.id });
    },
  } satisfies { readonly [name: string]: Handler };
};

const registerHandlers = ({ rulebook, cases, today }: AppParts) => {
  const terms = listOf(termViews(rulebook));
  // Half a second of work: done when someone first searches, not while everybody waits for the start.
  let search: Search | null = null;
  let worked: ReturnType<typeof workedCasesIn> | null = null;
  const details = daily(today, (day) => documentDetails(rulebook, day));
  return {
    listTerms: () => done(terms),
    search: (c) => {
      const read = readValues(routes.search.query, c.req.query());
      if (!read.ok) return read;
      search ??= searchOver(rulebook);
      return done(search(read.value.q, read.value.kind, read.value.limit));
    },
    listCases: (c) => {
      const found = itemAt(rulebook, c);
      if (!found.ok) return found;
      worked ??= workedCasesIn(rulebook, cases);
      return done(listOf(worked.get(found.value.id) ?? []));
    },
    getDocument: (c) => {
      const id = c.req.param('id') ?? '';
      const found = details().get(id);
      return found === undefined ? refuse('unknown-id', `没有登记文件 ${id}`) : done(found);
    },
  } satisfies { readonly [name: string]: Handler };
};

const dayHandlers = ({ rulebook, today }: AppParts) => {
  const onDay =
    (name: 'listGates' | 'listWindows', view: (book: Rulebook, on: PlainDate) => unknown): Handler =>
    (c) => {
      const read = readValues(routes[name].query, c.req.query());
      return read.ok ? done(view(rulebook, read.value.on === undefined ? today() : checkedDate(read.value.on))) : read;
    };
  return {
    listGates: onDay('listGates', gatesOnDay),
    listWindows: onDay('listWindows', windowsOnDay),
    listChanges: (c) => {
      const read = readValues(routes.listChanges.query, c.req.query());
      if (!read.ok) return read;
      return done(changesView(rulebook, checkedDate(read.value.from), checkedDate(read.value.to)));
    },
  } satisfies { readonly [name: string]: Handler };
};

const firmHandlers = ({ rulebook, samples, today }: AppParts) => {
  const find = (c: Context): Outcome<Sample> => {
    const id = c.req.param('id') ?? '';
    const sample = samples.find((each) => each.id === id);
    return sample === undefined ? refuse('unknown-id', `没有样例企业 ${id}`) : done(sample);
  };
  return {
    listSamples: () => done(listOf(samples.map(sampleSummary))),
    getSample: (c) => {
      const found = find(c);
      return found.ok ? done(sampleView(found.value)) : found;
    },
    assessSample: (c) => {
      const found = find(c);
      if (!found.ok) return found;
      const read = readValues(routes.assessSample.query, c.req.query());
      if (!read.ok) return read;
      const on = read.value.on === undefined ? found.value.on : checkedDate(read.value.on);
      return done(assess(rulebook, found.value.enterprise, on));
    },
    readEnterpriseFile: async (c) => {
      const read = await readEnterpriseFile(c, rulebook);
      return read.ok ? done({ file: read.value }) : read;
    },
    evaluateItem: async (c) => {
      const found = itemAt(rulebook, c);
      if (!found.ok) return found;
      const query = readValues(routes.evaluateItem.query, c.req.query());
      if (!query.ok) return query;
      const read = await readAssessmentRequest(c, rulebook, query.value.on, today());
      if (!read.ok) return read;
      return done(listOf(evaluateItem(rulebook, found.value, read.value.enterprise, read.value.on)));
    },
    assess: async (c) => {
      const query = readValues(routes.assess.query, c.req.query());
      if (!query.ok) return query;
      const read = await readAssessmentRequest(c, rulebook, query.value.on, today());
      return read.ok ? done(assess(rulebook, read.value.enterprise, read.value.on)) : read;
    },
  } satisfies { readonly [name: string]: Handler };
};

const addRoutes = (app: Hono, parts: AppParts): void => {
  const handlers: { readonly [name in keyof typeof routes]: Handler } = {
    ...rulebookHandlers(parts),
    ...registerHandlers(parts),
    ...dayHandlers(parts),
    ...firmHandlers(parts),
  };
  const english = englishAnswers(parts.rulebook);
  for (const [name, handle] of Object.entries(handlers)) {
    const route = routes[name as keyof typeof routes]; // the handlers are keyed by the table's own names
    app.on(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), async (c) =>
      answer(c, await english(c, route, handle)),
    );
  }
  const document = openApi(parts.version);
  app.get('/api/openapi.json', (c) => answer(c, done(document)));
};

/** An address of the API that exists, asked by another method, is 405; any other is 404. */
const addUnknown = (app: Hono): void => {
  const known = Object.values(routes).map(({ path, method }) => ({
    pattern: patternOf(path),
    method: method.toUpperCase(),
  }));
  app.notFound((c) => {
    const allowed = known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method);
    if (allowed.length === 0) return answerProblem(c, 'unknown-route', `${c.req.method} ${c.req.path}`);
    c.header('allow', allowed.join(', '));
    return answerProblem(c, 'wrong-method', `可用的方法：${allowed.join('、')}`);
  });
};

/**
 * The app, ready for `listen` or for a test's `app.request(…)`.
 *
 * Samples and rulebook are fixed for its life; assessments are computed per request and nothing is stored.
 */
export const createApp = (parts: AppParts): Hono => {
  const app = new Hono();
  app.onError((error, c) => {
    parts.log.error({ err: error, path: c.req.path }, 'unexpected error');
    return answerProblem(c, 'internal');
  });
  app.use(requestLog(parts.log, parts.elapsed));
  app.use(securityHeaders);
  app.use('/api/*', compressed);
  app.use('/api/*', bodyLimit({ maxSize: bodyMax, onError: (c) => answerProblem(c, 'too-large') }));
  if (parts.limit !== undefined) {
    const counted = rateLimit(parts.limit, parts.elapsed);
    app.post('/api/*', counted);
  }
  const state = `${parts.version} ${parts.rulebook.hash} ${JSON.stringify(parts.samples.map(sampleView))}`;
  app.use('/api/*', conditionalGet(state, parts.today));
  const fontSheet = fontSheetIn(parts.webRoot);
  app.on('GET', ['/api', '/api/'], (c) => answerPage(c, (nonce) => docsPage(nonce, fontSheet)));
  addRoutes(app, parts);
  addPolicyCodes(app, { ...parts, fontSheet });
  app.get('/api/*', (c) => c.notFound());
  addPages(app, parts.webRoot, parts.samples);
  addUnknown(app);
  return app;
};
