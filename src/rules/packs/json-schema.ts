// JSON Schemas of the pack files, for editors. Generated from the shapes that check the files.
import { z } from 'zod';
import { fileShapes, type FileKind } from './files.ts';
import { casesFile } from './shapes/cases.ts';
import { originKey } from './shapes/data.ts';
import { entryShapes } from './shapes/scalars.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** The hidden origin is ours, not the author's. */
const dropOrigin = (json: Json): void => {
  delete json.properties?.[originKey];
  const required = json.required?.filter((key) => key !== originKey);
  if (required?.length === 0) delete json.required;
  else if (required !== undefined) json.required = required;
};

/** `open`: the free mappings being described; one inside itself (a tree) is described no deeper. */
const schemaOf = (shape: z.ZodType, open: ReadonlySet<z.ZodType> = new Set()): Json =>
  z.toJSONSchema(shape, {
    // What comes out of a shape has the keys of what goes in; only there a mapping's keys are known.
    io: 'output',
    // A check in code (a scalar, a free mapping) has no JSON Schema of its own; `override` and meta say what is meant.
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      dropOrigin(jsonSchema);
      const values = entryShapes.get(zodSchema);
      if (values === undefined) return;
      const inner = open.has(values) ? { type: 'object' } : schemaOf(values, new Set([...open, values]));
      Object.assign(jsonSchema, { type: 'object', additionalProperties: { ...inner, $schema: undefined } });
    },
  });

const shapes = { ...fileShapes, cases: casesFile } as const;

// Object.keys of this literal are exactly its kinds.
const kinds = Object.keys(shapes) as (keyof typeof shapes)[];

/** A JSON Schema (draft 2020-12) for each kind of pack file. Scalars are string, number or boolean, as an editor reads YAML. */
export const jsonSchemas = (): Record<FileKind | 'cases', object> => {
  const schemas = kinds.map((kind) => [kind, schemaOf(shapes[kind])] as const);
  // The entries are made from `kinds`, so every kind is there.
  return Object.fromEntries(schemas) as Record<FileKind | 'cases', object>;
};
