// npm start: builds the web when its sources changed, then serves.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const began = Date.now();
const stamp = 'dist/web/.sources';

/** What the built pages are made from. */
const sources = () => {
  const files = ['src/web', 'src/contract', 'src/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts')),
  );
  return [...files, 'index.html', 'vite.config.ts', 'package-lock.json'].toSorted();
};

const hash = createHash('sha256');
for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(file));
const wanted = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('building the web (a few seconds) …');
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('the web could not be built; see the lines above');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

enableCompileCache();
process.env.TIHANG_BEGAN = String(began);
process.argv = [
  process.argv[0],
  fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)),
  'serve',
  ...process.argv.slice(2),
];
await import('../src/cli/main.ts');
