// The steps that the quick check and the whole test are made of.
const cache = 'node_modules/.cache';

export const types = { name: 'types', command: 'tsc' };
export const format = { name: 'format', command: 'oxfmt --check src test scripts bench bin "*.mjs" "*.ts"' };
export const lint = {
  name: 'lint',
  command:
    'oxlint -c oxlint.config.mjs --type-aware src test scripts bench bin rooms.mjs vite.config.ts vitest.config.ts',
};
export const unused = { name: 'unused code and packages', command: 'knip' };
export const build = { name: 'build', command: 'vite build --logLevel error' };

/** Checks the packs, then runs every worked case; `--mutate` changes every number and condition and expects a case to notice. */
export const packs = (flags) => ({
  name: `packs ${flags}`.trim(),
  command: `node src/cli/main.ts check packs && node src/cli/main.ts test packs ${flags} --report ${cache}/packs.json`,
  counts: `${cache}/packs.json`,
});

export const vitest = (flags) => ({
  name: `tests ${flags}`.trim(),
  command: `vitest run ${flags} --reporter=dot --reporter=json --outputFile=${cache}/tests.json`,
  counts: `${cache}/tests.json`,
});
