// Requests parsed at the border: parameters by the route's schema, enterprise files by the rules' own reader.
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Finding } from '#contract/problem.ts';
import { readFirmFor } from '#rules/assess/read-firm.ts';
import { readDate, type PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { Problem } from '#rules/problem.ts';
import { readYaml, type Noted, type NotedMap } from '#rules/yaml/noted.ts';
import { done, refuse, type Outcome } from './respond.ts';
import { fileOf } from './samples.ts';

const findingAt = (about: Partial<Finding> & { readonly code: string; readonly message: string }): Finding => ({
  place: null,
  field: null,
  found: null,
  expected: null,
  nearest: null,
  remedy: null,
  ...about,
});

const findingsOf = (problems: readonly Problem[]): readonly Finding[] => problems.map((problem) => findingAt(problem));

/** Values checked by a schema of the route table; a value that is written empty counts as not given. */
export const readValues = <T extends z.ZodObject>(schema: T, given: Record<string, string>): Outcome<z.output<T>> => {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return done(parsed.data);
  const findings = parsed.error.issues.map((issue) => {
    const field = issue.path.join('.');
    return findingAt({ code: 'bad-parameter', message: issue.message, field, found: present[field] ?? null });
  });
  return refuse('bad-parameter', null, findings);
};

const mediaType = (c: Context): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'];

const isJson = (text: string): Outcome<null> => {
  try {
    JSON.parse(text);
    return done(null);
  } catch (error) {
    return refuse('malformed-json', error instanceof Error ? error.message : null);
  }
};

const entryOf = (map: NotedMap, key: string): Noted | null =>
  map.entries.find((entry) => entry.key === key)?.value ?? null;

type Body = { readonly enterprise: Noted; readonly on: string | null };
const members = ['enterprise', 'on'];
const shape = '{ "enterprise": { "facts": {…} }, "on": "YYYY-MM-DD" }';

const strangers = (root: NotedMap): readonly Finding[] =>
  root.entries
    .filter((entry) => !members.includes(entry.key))
    .map((entry) =>
      findingAt({
        code: 'unknown-key',
        message: '请求里没有这一项',
        field: entry.key,
        place: entry.keyPlace,
        found: entry.key,
        expected: shape,
      }),
    );

/** `{ enterprise, on? }`. JSON is YAML, so one reader keeps the places; only tabs, which JSON allows as indent, are not YAML's. */
const readJsonBody = (text: string): Outcome<Body> => {
  const json = isJson(text);
  if (!json.ok) return json;
  const read = readYaml(text.replaceAll('\t', ' '), '请求');
  if (!read.ok) return refuse('bad-facts', null, findingsOf(read.problems));
  const root = read.value;
  if (root?.kind !== 'map')
    return refuse('bad-parameter', null, [
      findingAt({ code: 'wrong-shape', message: '请求应为一个对象', expected: shape }),
    ]);
  const enterprise = entryOf(root, 'enterprise');
  const on = entryOf(root, 'on');
  const findings = [...strangers(root)];
  if (enterprise === null)
    findings.push(findingAt({ code: 'missing-key', message: '缺少企业资料', field: 'enterprise', expected: shape }));
  if (on !== null && on.kind !== 'scalar')
    findings.push(findingAt({ code: 'bad-date', message: '日期应写作 YYYY-MM-DD', field: 'on', place: on.place }));
  if (enterprise === null || findings.length > 0) return refuse('bad-parameter', null, findings);
  return done({ enterprise, on: on?.kind === 'scalar' ? on.text : null });
};

const readFileBody = (text: string): Outcome<Body> => {
  const read = readYaml(text, '资料');
  if (!read.ok) return refuse('bad-facts', null, findingsOf(read.problems));
  if (read.value === null) return refuse('bad-facts', '资料是空的：至少要写 facts: {}');
  return done({ enterprise: read.value, on: null });
};

/** The body as text, if its type is one of the two that are understood. */
const readText = async (c: Context): Promise<Outcome<{ readonly text: string; readonly yaml: boolean }>> => {
  const type = mediaType(c);
  const yaml = yamlTypes.includes(type);
  if (!yaml && type !== 'application/json')
    return refuse('unsupported-type', type === '' ? '没有写内容类型' : `收到 ${type}`);
  return done({ text: await c.req.text(), yaml });
};

/**
 * The enterprise that a request carries: `{ enterprise, on }` as JSON, or the enterprise file itself as YAML with `on` in the query.
 *
 * @param today  the date of a request that names none
 * @returns  the enterprise and the date, or unsupported-type, malformed-json, bad-parameter,
 *           bad-facts with every place
 */
export const readAssessmentRequest = async (
  c: Context,
  book: Rulebook,
  onQuery: string | undefined,
  today: PlainDate,
): Promise<Outcome<{ readonly enterprise: Enterprise; readonly on: PlainDate }>> => {
  const sent = await readText(c);
  if (!sent.ok) return sent;
  const body = sent.value.yaml ? readFileBody(sent.value.text) : readJsonBody(sent.value.text);
  if (!body.ok) return body;
  const written = body.value.on ?? onQuery ?? null;
  const on = written === null ? today : readDate(written);
  if (on === null)
    return refuse('bad-parameter', null, [
      findingAt({ code: 'bad-date', message: '应为存在的日期，写作 YYYY-MM-DD', field: 'on', found: written }),
    ]);
  const read = readFirmFor(body.value.enterprise, { book, on });
  return read.ok ? done({ enterprise: read.value, on }) : refuse('bad-facts', null, findingsOf(read.problems));
};

/** An enterprise file, YAML or JSON: its data when the reader accepts it, else every place that must be mended. */
export const readEnterpriseFile = async (c: Context, book: Rulebook): Promise<Outcome<unknown>> => {
  const sent = await readText(c);
  if (!sent.ok) return sent;
  const json = sent.value.yaml ? done(null) : isJson(sent.value.text);
  if (!json.ok) return json;
  const body = readFileBody(sent.value.yaml ? sent.value.text : sent.value.text.replaceAll('\t', ' '));
  if (!body.ok) return body;
  const read = readFirmFor(body.value.enterprise, { book, on: null });
  return read.ok ? done(fileOf(body.value.enterprise)) : refuse('bad-facts', null, findingsOf(read.problems));
};
