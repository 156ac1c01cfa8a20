// Turns zod's issues into findings: a problem with its place, found by walking the same path through the noted tree, and
// what to do to the tree so that the rest of the file can be read.
import type { z } from 'zod';
import type { Noted } from '#rules/yaml/noted.ts';
import type { Place } from '#rules/packs/rulebook.ts';
import type { Problem } from '#rules/problem.ts';
import { nearestName } from '#rules/facts/nearest.ts';
import { originKey } from './data.ts';
import type { IssueParams } from './scalars.ts';
import { isRootMismatch } from './slips.ts';

type Issue = z.core.$ZodIssue;
type Custom = Issue & { readonly code: 'custom' };
export type Path = readonly PropertyKey[];

/** What kind of value was expected. */
export type Kind = 'scalar' | 'list' | 'map';

export type Repair =
  /** The value becomes a void of this kind; `owner` is the mapping and key that hold it, however deep in lists. */
  | { readonly kind: 'void'; readonly path: Path; readonly owner: Path; readonly as: Kind }
  /** The key that is not there is added, with a void. */
  | { readonly kind: 'fill'; readonly path: Path; readonly as: Kind }
  /** A list is brought to this length, with voids. */
  | { readonly kind: 'resize'; readonly path: Path; readonly owner: Path; readonly size: number }
  /** An unknown key of the mapping at `path` is left out, or read as `as`; it may have meant each of `meant`. */
  | {
      readonly kind: 'unknown';
      readonly path: Path;
      readonly key: string;
      readonly as: string | null;
      readonly meant: readonly string[];
    }
  /** A known key that does not go with the others is left out. */
  | { readonly kind: 'omit'; readonly path: Path }
  /** The mapping at `path` does not say what it is: any key may be missing. */
  | { readonly kind: 'formless'; readonly path: Path };

export type Finding = { readonly problem: Problem; readonly repair: Repair };

type At = {
  readonly node: Noted | null;
  readonly place: Place;
  readonly key: string | null;
  readonly path: Path;
  readonly owner: Path;
};

const step = (at: At, part: PropertyKey): At | null => {
  const { node } = at;
  const path = [...at.path, part];
  if (node?.kind === 'list' && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? null : { ...at, node: item, place: item.place, path };
  }
  if (node?.kind === 'map') {
    const entry = node.entries.find((e) => e.key === part);
    if (entry === undefined) return null;
    const { value, keyPlace, key } = entry;
    return { node: value, place: value === null ? keyPlace : value.place, key, path, owner: path };
  }
  return null;
};

const walk = (from: At, path: Path): { readonly at: At; readonly missing: string | null } => {
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

/** `listed` is what `mapping` of scalars.ts wrote: the known keys, then for each unknown key those that it may mean. */
const unknownKeys = (at: At, keys: readonly string[], listed: string): Finding[] => {
  const [known = [], ...meantBy] = listed.split('\f').map((list) => list.split('\n').filter((key) => key !== ''));
  return keys.map((key, index) => {
    const entry = at.node?.kind === 'map' ? at.node.entries.find((e) => e.key === key) : undefined;
    const allowed = known.filter((name) => name !== originKey);
    const nearest = nearestName(key, allowed);
    const meant = meantBy[index] ?? [];
    return {
      problem: problem({ ...at, place: entry?.keyPlace ?? at.place }, 'unknown-key', `不认识的键「${key}」`, {
        found: key,
        expected: allowed.join('、'),
        nearest,
      }),
      // A slip of the pen in an absent key says what it would have said.
      repair: { kind: 'unknown', path: at.path, key, as: meant.find((name) => name === nearest) ?? null, meant },
    };
  });
};

const typeNames: { readonly [expected: string]: string } = {
  object: '一组键和值',
  record: '一组键和值',
  array: '一个列表',
  tuple: '一个列表',
};

const expectedOf = (issue: Issue | undefined): string[] => {
  if (issue?.code === 'invalid_type') return [typeNames[issue.expected] ?? issue.expected];
  return issue?.code === 'custom' ? [paramsOf(issue).expected ?? ''] : [];
};

const kindOf = (issue: Issue): Kind => {
  if (issue.code === 'custom') return paramsOf(issue).code === 'not-a-mapping' ? 'map' : 'scalar';
  return issue.code === 'invalid_type' && (issue.expected === 'array' || issue.expected === 'tuple')
    ? 'list'
    : 'scalar';
};

const voided = (at: At, as: Kind): Repair => ({ kind: 'void', path: at.path, owner: at.owner, as });

/** How little a branch of a union fits: its unknown and missing keys at the root of the union. */
const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + (issue.path.length === 0 ? issue.keys.length : 0);
    return sum + (isRootMismatch({ ...issue, path: issue.path.slice(1) }) && issue.path.length === 1 ? 1 : 0);
  }, 0);

/** The branch of a union that the writer most likely meant: of those whose kind of value fits, the one whose keys fit best. */
const branchOf = (branches: readonly (readonly Issue[])[]): readonly Issue[] | null =>
  branches.filter((issues) => !issues.some(isRootMismatch)).toSorted((a, b) => misfit(a) - misfit(b))[0] ?? null;

const paramsOf = (issue: Custom): IssueParams => {
  const { code, expected, nearTo } = issue.params ?? {};
  return {
    code: typeof code === 'string' ? code : 'wrong-shape',
    expected: typeof expected === 'string' ? expected : null,
    nearTo: Array.isArray(nearTo) ? nearTo.filter((name) => typeof name === 'string') : [],
  };
};

const missingKey = (at: At, missing: string, as: Kind): Finding => ({
  problem: problem(at, 'missing-key', `缺少键「${missing}」`, { found: null, expected: missing }),
  repair: { kind: 'fill', path: [...at.path, missing], as },
});

/** What mends the mapping or value that a shape's own check refuses. */
const repairOf = (at: At, { code, expected }: IssueParams): Repair => {
  switch (code) {
    case 'no-form':
      return { kind: 'formless', path: at.path };
    case 'two-forms':
    case 'stray-key':
      return { kind: 'omit', path: at.path };
    case 'missing-key':
      // Where one of several keys is missing, the first will do.
      return { kind: 'fill', path: [...at.path, expected?.split('、')[0] ?? ''], as: 'scalar' };
    default:
      return voided(at, code === 'not-a-mapping' ? 'map' : 'scalar');
  }
};

const customFindings = (from: At, issue: Custom): readonly Finding[] => {
  const nested: unknown = issue.params?.['nested'];
  const { at, missing } = walk(from, issue.path);
  if (Array.isArray(nested)) {
    // A free mapping has no keys of its own to lose: what holds it has lost something.
    const { owner } = walk(from, issue.path.slice(0, -1)).at;
    // Only entriesOf sets `nested`, always to the issues of an inner parse.
    return nested.flatMap((inner: Issue) => findingsOf({ ...at, owner }, inner));
  }
  const params = paramsOf(issue);
  if (missing !== null) return [missingKey(at, missing, kindOf(issue))];
  if (at.node === null) return [valueless(at, kindOf(issue))];
  const text = textOf(at.node);
  const misshapen = params.code === 'not-a-scalar' || params.code === 'not-a-mapping';
  const found = problem(at, misshapen ? 'wrong-shape' : params.code, issue.message, {
    found: misshapen ? describe(at.node) : text,
    expected: params.expected,
    nearest: text === null ? null : nearestName(text, params.nearTo),
    remedy: colonRemedy(at, params.code),
  });
  return [{ problem: found, repair: repairOf(at, params) }];
};

const valueless = (at: At, as: Kind): Finding => ({
  problem: problem(at, 'missing-value', `键「${at.key ?? ''}」没有值`, {
    found: null,
    remedy: '请写上值，或删去这个键',
  }),
  repair: voided(at, as),
});

const colonRemedy = (at: At, expects: string): string | null =>
  at.node?.kind === 'scalar' && at.node.text.includes('：') && expects !== 'not-a-scalar'
    ? '冒号请用半角 : ，后面加一个空格'
    : null;

const wrongShape = (at: At, expected: readonly string[], as: Kind): Finding => ({
  problem: problem(at, 'wrong-shape', '这里的写法不对', {
    expected: [...new Set(expected)].join(' 或 '),
    remedy: colonRemedy(at, 'object'),
  }),
  repair: voided(at, as),
});

const wrongLength = (at: At, code: string, message: string, expected: string, size: number): Finding => ({
  problem: problem(at, code, message, { found: null, expected }),
  repair: { kind: 'resize', path: at.path, owner: at.owner, size },
});

/** What one zod issue stands for, seen from `from`. */
const findingsOf = (from: At, issue: Issue): readonly Finding[] => {
  if (issue.code === 'custom') return customFindings(from, issue);
  const { at, missing } = walk(from, issue.path);
  const as = kindOf(issue);
  if (missing !== null) return [missingKey(at, missing, as)];
  if (at.node === null) return [valueless(at, as)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(at, issue.keys, issue.message);
    case 'invalid_type':
      return [wrongShape(at, expectedOf(issue), as)];
    case 'invalid_union': {
      const branch = branchOf(issue.errors);
      if (branch !== null) return branch.flatMap((inner) => findingsOf(at, inner));
      const expected = issue.errors.flatMap((issues) => expectedOf(issues[0]));
      return [wrongShape(at, expected, as)];
    }
    case 'too_small': {
      const least = Number(issue.minimum);
      return [wrongLength(at, 'too-few', '列表太短', `至少 ${least} 项`, least)];
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      return [wrongLength(at, 'too-many', '列表太长', `至多 ${most} 项`, most)];
    }
    default:
      return [wrongShape(at, [], as)];
  }
};

/** Everything that is wrong with one file's shape, in zod's order. */
export const shapeFindings = (root: Noted, issues: readonly Issue[]): readonly Finding[] =>
  issues.flatMap((issue) => findingsOf({ node: root, place: root.place, key: null, path: [], owner: [] }, issue));
