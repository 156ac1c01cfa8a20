// Turns zod's issues into problems with a place, by walking the same path through the noted tree.
import type { z } from 'zod';
import type { Noted } from '#rules/yaml/noted.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Problem } from '#rules/problem.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { originKey } from './data.ts';
import type { IssueParams } from './scalars.ts';

type Issue = z.core.$ZodIssue;
type At = { readonly node: Noted | null; readonly place: Place; readonly key: string | null };

const step = (at: At, part: PropertyKey): At | null => {
  const { node } = at;
  if (node?.kind === 'list' && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? null : { node: item, place: item.place, key: at.key };
  }
  if (node?.kind === 'map') {
    const entry = node.entries.find((e) => e.key === part);
    if (entry === undefined) return null;
    return { node: entry.value, place: entry.value === null ? entry.keyPlace : entry.value.place, key: entry.key };
  }
  return null;
};

const walk = (from: At, path: readonly PropertyKey[]): { readonly at: At; readonly missing: string | null } => {
  let at = from;
  for (const part of path) {
    const next = step(at, part);
    if (next === null) return { at, missing: String(part) };
    at = next;
  }
  return { at, missing: null };
};

const describe = (node: Noted | null): string | null => {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.text;
  return node.kind === 'list' ? '一个列表' : '一组键和值';
};

const textOf = (node: Noted | null): string | null => (node?.kind === 'scalar' ? node.text : null);

const problem = (at: At, code: string, message: string, more: Partial<Problem> = {}): Problem => ({
  place: at.place,
  code,
  message,
  found: describe(at.node),
  expected: null,
  nearest: null,
  remedy: null,
  ...more,
});

const unknownKeys = (at: At, keys: readonly string[], known: readonly string[]): Problem[] =>
  keys.map((key) => {
    const entry = at.node?.kind === 'map' ? at.node.entries.find((e) => e.key === key) : undefined;
    const allowed = known.filter((name) => name !== originKey);
    return problem({ ...at, place: entry?.keyPlace ?? at.place }, 'unknown-key', `不认识的键「${key}」`, {
      found: key,
      expected: allowed.join('、'),
      nearest: nearestName(key, allowed),
    });
  });

const typeNames: { readonly [expected: string]: string } = {
  object: '一组键和值',
  record: '一组键和值',
  array: '一个列表',
  tuple: '一个列表',
};

const isRootMismatch = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'custom' &&
      (issue.params?.['code'] === 'not-a-scalar' || issue.params?.['code'] === 'not-a-mapping')));

const expectedOf = (issue: Issue | undefined): string[] => {
  if (issue?.code === 'invalid_type') return [typeNames[issue.expected] ?? issue.expected];
  return issue?.code === 'custom' ? [paramsOf(issue).expected ?? ''] : [];
};

/** How little a branch of a union fits: its unknown and missing keys at the root of the union. */
const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + (issue.path.length === 0 ? issue.keys.length : 0);
    return sum + (issue.path.length === 1 && issue.code === 'invalid_type' ? 1 : 0);
  }, 0);

/** The branch of a union that the writer most likely meant: of those whose kind of value fits, the one whose keys fit best. */
const branchOf = (branches: readonly (readonly Issue[])[]): readonly Issue[] | null =>
  branches.filter((issues) => !issues.some(isRootMismatch)).toSorted((a, b) => misfit(a) - misfit(b))[0] ?? null;

const paramsOf = (issue: Issue & { readonly code: 'custom' }): IssueParams => {
  const { code, expected, nearTo } = issue.params ?? {};
  return {
    code: typeof code === 'string' ? code : 'wrong-shape',
    expected: typeof expected === 'string' ? expected : null,
    nearTo: Array.isArray(nearTo) ? nearTo.filter((name) => typeof name === 'string') : [],
  };
};

const missingProblem = (at: At, missing: string): Problem =>
  problem(at, 'missing-key', `缺少键「${missing}」`, { found: null, expected: missing });

const customProblems = (
  at: At,
  missing: string | null,
  issue: Issue & { readonly code: 'custom' },
): readonly Problem[] => {
  const nested: unknown = issue.params?.['nested'];
  // Only entriesOf sets `nested`, always to the issues of an inner parse.
  if (Array.isArray(nested)) return nested.flatMap((inner: Issue) => issueProblems(at, inner));
  const params = paramsOf(issue);
  if (missing !== null) return [missingProblem(at, missing)];
  if (at.node === null) return [valueless(at)];
  const text = textOf(at.node);
  const misshapen = params.code === 'not-a-scalar' || params.code === 'not-a-mapping';
  return [
    problem(at, misshapen ? 'wrong-shape' : params.code, issue.message, {
      found: misshapen ? describe(at.node) : text,
      expected: params.expected,
      nearest: text === null ? null : nearestName(text, params.nearTo),
      remedy: colonRemedy(at, params.code),
    }),
  ];
};

const valueless = (at: At): Problem =>
  problem(at, 'missing-value', `键「${at.key ?? ''}」没有值`, { found: null, remedy: '请写上值，或删去这个键' });

const colonRemedy = (at: At, expects: string): string | null =>
  at.node?.kind === 'scalar' && at.node.text.includes('：') && expects !== 'not-a-scalar'
    ? '冒号请用半角 : ，后面加一个空格'
    : null;

const wrongShape = (at: At, expected: readonly string[]): Problem =>
  problem(at, 'wrong-shape', '这里的写法不对', {
    expected: [...new Set(expected)].join(' 或 '),
    remedy: colonRemedy(at, 'object'),
  });

/** The problems that one zod issue stands for, seen from `from`. */
const issueProblems = (from: At, issue: Issue): readonly Problem[] => {
  const { at, missing } = walk(from, issue.path);
  if (issue.code === 'custom') return customProblems(at, missing, issue);
  if (missing !== null) return [missingProblem(at, missing)];
  if (at.node === null) return [valueless(at)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(at, issue.keys, issue.message.split('\n'));
    case 'invalid_type':
      return [wrongShape(at, expectedOf(issue))];
    case 'invalid_union': {
      const branch = branchOf(issue.errors);
      if (branch === null)
        return [
          wrongShape(
            at,
            issue.errors.flatMap((issues) => expectedOf(issues[0])),
          ),
        ];
      return branch.flatMap((inner) => issueProblems(at, inner));
    }
    case 'too_small':
      return [problem(at, 'too-few', '列表太短', { found: null, expected: `至少 ${String(issue.minimum)} 项` })];
    case 'too_big':
      return [problem(at, 'too-many', '列表太长', { found: null, expected: `至多 ${String(issue.maximum)} 项` })];
    default:
      return [wrongShape(at, [])];
  }
};

/** All problems of one file's shape, in zod's order. */
export const shapeProblems = (root: Noted, issues: readonly Issue[]): readonly Problem[] =>
  issues.flatMap((issue) => issueProblems({ node: root, place: root.place, key: null }, issue));
