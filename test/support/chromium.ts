// Chromium from npm, unpacked once into a folder of our own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache');

/** The package unpacks into $TMPDIR, the same place for every version and user of a machine: give it one of our own. */
const inOwnFolder = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

const runs = (binary: string, libraries: string): boolean =>
  spawnSync(binary, ['--version'], {
    env: libraries === '' ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries },
  }).status === 0;

/** The browser, with the package's own copies of its libraries where the system has none (libnss3, libnspr4). */
export const unpackChromium = async (): Promise<{ binary: string; libraries: string }> => {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }; // npm's own file
  const folder = join(cache, `chromium-${version}`);
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const unpack = () => inOwnFolder(folder, () => chromium.executablePath());
  const binary = await unpack();
  if (runs(binary, '')) return { binary, libraries: '' };
  const libraries = join(folder, 'al2023/lib');
  await inOwnFolder(folder, () => inflate(join(home, 'bin/al2023.tar.br')));
  if (runs(binary, libraries)) return { binary, libraries };
  // A run that was killed while unpacking left half a browser: once more from the start.
  rmSync(folder, { recursive: true, force: true });
  await unpack();
  await inOwnFolder(folder, () => inflate(join(home, 'bin/al2023.tar.br')));
  return { binary, libraries: runs(binary, '') ? '' : libraries };
};
