// The JSON Schemas for editors: one for each kind of file, agreeing with the shapes that check the files.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { slotOf } from './files.ts';
import { jsonSchemas } from './json-schema.ts';
import { casesFile } from './shapes/cases.ts';
import { toData } from './shapes/data.ts';
import { readYaml } from '#rules/yaml/noted.ts';
import { toyFiles, type ToyFile } from '#test/packs-toy/read-toy.ts';
import { parse } from 'yaml';

const schemas = jsonSchemas();

/** The schema as a validator of plain YAML data, as an editor applies it. */
const accepts = (kind: keyof typeof schemas, data: unknown): boolean => {
  // z.fromJSONSchema takes any JSON Schema object; jsonSchemas makes nothing else.
  const schema = schemas[kind] as Parameters<typeof z.fromJSONSchema>[0];
  return z.fromJSONSchema(schema).safeParse(data).success;
};

const kindOf = ({ path }: ToyFile): keyof typeof schemas => {
  const { kind } = slotOf(path);
  if (kind === 'other' || kind === 'unknown') throw new Error(path);
  return kind;
};

it('has a schema for every kind of file', () => {
  expect(Object.keys(schemas).toSorted()).toEqual(
    [
      'assessments',
      'calendars',
      'cases',
      'derivations',
      'documents',
      'english',
      'facts',
      'funds',
      'glossary',
      'indicators',
      'items',
      'ladder',
      'pack',
      'parameters',
      'plans',
      'registers',
      'rulings',
      'scores',
      'sets',
      'stacking',
      'trees',
    ].toSorted(),
  );
});

it.each(toyFiles)('accepts $path as an editor reads it', (file) => {
  expect(accepts(kindOf(file), parse(file.text))).toBe(true);
});

it('accepts a block that is cut off, and a score that has to be passed', () => {
  const blocks = { 手艺: { of: ['a'], max: 5 }, 坊务: ['b'] };
  const indicators = ['a', 'b'].map((id) => ({ id, max: 10, points: 'unknown' }));
  expect(accepts('scores', [{ id: 'x/s', blocks, indicators }])).toBe(true);
  expect(accepts('scores', [{ id: 'x/s', blocks: { 手艺: { of: ['a'] } }, indicators }])).toBe(false);
  const require = { score: 'x/s', 'more-than': 5 };
  expect(accepts('ladder', { gates: [{ id: 'x/g', name: 'g', to: '甲', require }] })).toBe(true);
});

it('does not show editors the places that we keep', () => {
  expect(JSON.stringify(schemas)).not.toContain('"@"');
});

it.each([
  ['an unknown key', 'pack', { id: 'a', name: 'b', nam: 'c' }],
  ['a missing key', 'pack', { id: 'a' }],
  ['a word outside its list', 'documents', [{ id: 'a', title: 'b', evidence: 'primry' }]],
  ['a mapping for a scalar', 'pack', { id: {}, name: 'b' }],
  ['a list for a mapping', 'calendars', { id: 'a', years: [] }],
] as const)('refuses %s', (_, kind, data) => {
  expect(accepts(kind, data)).toBe(false);
});

it('has a shape for worked cases that takes one of each kind', () => {
  const text = `
- { title: 甲, item: a/b, on: 2024-01-01, given: {}, expect: { verdict: eligible } }
- { title: 乙, gate: a/c, mode: review, on: 2024-01-01, expect: {} }
- { title: 丙, fact: 规模, on: 2024-01-01, given: {}, expect: { value: 大坊 } }
- { title: 丁, indicator: s, on: 2024-01-01, rows: [[{}, 20], [{ a: 1 }, { low: 0, high: 1 }]] }
- { title: 戊, calendar: cn, from: 2024-01-01, add: 7个工作日, expect: { date: 2024-01-10 } }
- { title: 己, assess: true, on: 2024-01-01, enterprise: {}, expect: { take: [] } }
- equivalent: { mutant: "a#b 1→2", because: 不影响结果 }
`;
  const noted = readYaml(text, 'cases.yaml');
  expect(noted.ok && noted.value !== null && casesFile.safeParse(toData(noted.value)).success).toBe(true);
});
