// tihang export: the packs' shapes as JSON Schema for editors, and score tables and gates as DMN.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoOption, packsOption, type CommandSpec } from './arguments.ts';
import { bookOf } from './commands.ts';
import { UsageError } from './failure.ts';
import { print, printJson } from './terminal.ts';
import { printDmn } from '#rules/dmn/print-dmn.ts';
import { jsonSchemas } from '#rules/packs/json-schema.ts';
import { openApi } from '#contract/openapi.ts';

/** One file a kind into the folder, or all of them to standard output. */
const exportSchemas = (folder: string | null): void => {
  const schemas = jsonSchemas();
  if (folder === null) {
    printJson(schemas);
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const [kind, schema] of Object.entries(schemas)) {
    const path = join(folder, `${kind}.schema.json`);
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
    print(path);
  }
};

export const exportCommand: CommandSpec = {
  name: 'export',
  usage: 'export schema|dmn|openapi [--to 文件夹]',
  summary: '输出规则包格式的 JSON Schema、门槛和事项的 DMN 1.3，或接口的 OpenAPI 3.1。',
  options: { to: { value: '文件夹', help: 'schema 写到文件夹里，每种文件一份' }, packs: packsOption, demo: demoOption },
  words: [1, 1],
  examples: ['tihang export schema --to schemas', 'tihang export dmn > tihang.dmn'],
  run: (given) => {
    const [what = ''] = given.words;
    switch (what) {
      case 'schema':
        exportSchemas(given.text('to'));
        return 0;
      case 'dmn':
        print(printDmn(bookOf(given)));
        return 0;
      case 'openapi':
        printJson(openApi('1'));
        return 0;
      default:
        throw new UsageError(`export 只有 schema、dmn、openapi，没有「${what}」`);
    }
  },
};
