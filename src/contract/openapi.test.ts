import { describe, expect, it } from 'vitest';
import { openApi } from './openapi.ts';
import { paths, patternOf } from './paths.ts';
import { problems } from './problems.ts';
import { routes } from './routes.ts';

type Operation = {
  operationId: string;
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string; required: boolean }[];
};
// The document is JSON by construction; the test reads the parts it names.
const document = openApi('1.2.3') as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>> };
};

const references = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each] : references(each),
  );
};

describe('the OpenAPI file', () => {
  it('is OpenAPI 3.1 and carries the version of the program', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.version).toBe('1.2.3');
  });

  it('has one operation for every route', () => {
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(routes).sort());
  });

  it('points only to schemas that it holds', () => {
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const used = references(document);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((reference) => !named.includes(reference))).toEqual([]);
  });

  it('declares every name in braces as a required parameter of the path', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const braces = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(methods)) {
        const declared = (operation.parameters ?? [])
          .filter((each) => each.in === 'path' && each.required)
          .map((each) => each.name);
        expect(declared).toEqual(braces);
      }
    }
  });

  it('says that money is a whole number', () => {
    expect(document.components.schemas['Fen']).toEqual({ type: 'integer', description: '金额，单位为分，整数' });
  });

  it('names the statuses of the problems a route can answer with', () => {
    expect(Object.keys(document.paths['/api/assessments']?.['post']?.responses ?? {})).toEqual([
      '200',
      '400',
      '413',
      '415',
      '422',
      '429',
      '500',
    ]);
  });
});

describe('the route table', () => {
  it('has the method and path that the zod-free table gives to the web', () => {
    const table = Object.fromEntries(
      Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]),
    );
    expect(table).toEqual(paths);
  });

  it('tells addresses that fit a pattern from those that do not', () => {
    const item = patternOf('/items/{pack}/{name}');
    expect(['/items/nantong/award', '/items/nantong/award/'].every((path) => item.test(path))).toBe(true);
    expect(['/items/nantong', '/items/a/b/c', '/items//b', '/x/items/a/b'].some((path) => item.test(path))).toBe(false);
  });
});

describe('the problem catalogue', () => {
  it('says what happened and what to do, in Chinese and in English', () => {
    for (const [code, { zh, en, todo, todoEn }] of Object.entries(problems)) {
      expect({ code, zh, todo }).toEqual({
        code,
        zh: expect.stringMatching(/^[\u4e00-\u9fff].*。$/),
        todo: expect.stringMatching(/。$/),
      });
      expect({ code, en, todoEn }).toEqual({
        code,
        en: expect.stringMatching(/^[A-Z][ -~]*\.$/),
        todoEn: expect.stringMatching(/^[A-Z][ -~]*\.$/),
      });
    }
  });
});
