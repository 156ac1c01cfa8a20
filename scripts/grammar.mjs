// Generates the expression parser from its grammar. With --check it only says whether the committed files are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildParserFile } from '@lezer/generator';
import { format } from 'oxfmt';

const room = new URL('../src/rules/language/', import.meta.url);
const options = JSON.parse(readFileSync(new URL('../.oxfmtrc.json', import.meta.url), 'utf8'));
const head = '// Generated from expression.grammar by scripts/grammar.mjs: change the grammar, then run that script.\n';

const { parser, terms } = buildParserFile(readFileSync(new URL('expression.grammar', room), 'utf8'), {
  fileName: 'expression.grammar',
  typeScript: true,
  moduleStyle: 'es',
  warn: (message) => {
    throw new Error(message);
  },
});
const files = {
  'expression-parser.ts': parser.replaceAll(
    /(["'])\.\/expression\.grammar\.terms(\.\w+)?\1/g,
    "'./expression-terms.ts'",
  ),
  'expression-terms.ts': terms,
};

let stale = 0;
for (const [name, source] of Object.entries(files)) {
  const body = source.replace(/^\/\/ This file was generated.*\n/, '');
  const { code, errors } = await format(name, `${head}${body}`, options);
  if (errors.length > 0) throw new Error(`${name}: ${errors.map((error) => error.message).join('; ')}`);
  const path = fileURLToPath(new URL(name, room));
  if (!process.argv.includes('--check')) writeFileSync(path, code);
  else if (readFileSync(path, 'utf8') !== code) {
    console.error(`${name} is not what the grammar generates: run node scripts/grammar.mjs`);
    stale++;
  }
}
process.exitCode = stale === 0 ? 0 : 1;
