// The OpenAPI 3.1 file, printed from the route table. 3.1 is JSON Schema, so zod's own printing is the schema.
import { z } from 'zod';
import { problem } from './problem.ts';
import { problems, type ProblemCode } from './problems.ts';
import { routes, type Route } from './routes.ts';

type Json = { readonly [key: string]: unknown };

/** Problems that any route can answer with. */
const anywhere: readonly ProblemCode[] = ['internal', 'too-many-requests'];

const schemaName = (name: string, part: string): string => `${name}-${part}`;

/** Every schema of the table under a key of its own, so that one printing finds all named ones. */
const collected = (): Record<string, z.ZodType> => {
  const found: Record<string, z.ZodType> = { problem };
  for (const [name, route] of Object.entries<Route>(routes)) {
    found[schemaName(name, 'answer')] = route.answer;
    for (const [type, schema] of Object.entries(route.body ?? {})) found[schemaName(name, type)] = schema;
    for (const [part, object] of [
      ['params', route.params],
      ['query', route.query],
    ] as const)
      for (const [field, schema] of Object.entries(object?.shape ?? {}))
        found[schemaName(name, `${part}-${field}`)] = schema as z.ZodType; // the shape of a ZodObject holds zod types
  }
  return found;
};

const printed = (): { readonly inline: Json; readonly named: Json } => {
  const whole = z.toJSONSchema(z.object(collected()), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (z.globalRegistry.get(zodSchema)?.id === 'Fen') {
        delete jsonSchema.anyOf;
        jsonSchema.type = 'integer';
      }
    },
  });
  const text = JSON.stringify({ inline: whole.properties, named: whole.$defs }).replaceAll(
    '"#/$defs/',
    '"#/components/schemas/',
  );
  // It was printed as an object of these two members on the line above.
  return JSON.parse(text) as { inline: Json; named: Json };
};

const problemAnswers = (codes: readonly ProblemCode[], schema: unknown): Json => {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status, zh } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}：${zh}`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      String(status),
      { description: lines.join('\n'), content: { 'application/problem+json': { schema } } },
    ]),
  );
};

const operationOf = (name: string, route: Route, inline: Json): Json => {
  const parameters = (
    [
      ['params', 'path', route.params],
      ['query', 'query', route.query],
    ] as const
  ).flatMap(([part, place, object]) =>
    Object.entries(object?.shape ?? {}).map(([field, schema]) => ({
      name: field,
      in: place,
      required: place === 'path' || !z.safeParse(schema as z.ZodType, undefined).success,
      schema: inline[schemaName(name, `${part}-${field}`)],
    })),
  );
  const body = Object.keys(route.body ?? {}).map((type) => [type, { schema: inline[schemaName(name, type)] }]);
  return {
    operationId: name,
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body.length > 0 ? { requestBody: { required: true, content: Object.fromEntries(body) } } : {}),
    responses: {
      '200': {
        description: route.summary,
        content: { 'application/json': { schema: inline[schemaName(name, 'answer')] } },
      },
      ...problemAnswers([...route.problems, ...anywhere], inline['problem']),
    },
  };
};

/** The API as an OpenAPI 3.1 document. `version` is the program's. */
export const openApi = (version: string): Json => {
  const { inline, named } = printed();
  const operations: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries<Route>(routes))
    operations[route.path] = { ...operations[route.path], [route.method]: operationOf(name, route, inline) };
  return {
    openapi: '3.1.0',
    info: {
      title: '梯航 Tihang API',
      version,
      description: '惠企政策的可执行条款：判定到条款，计算到分，不知道的如实说不知道。金额一律为整数分。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: operations,
    components: { schemas: named },
  };
};
