// A real PostgreSQL for the database tests, started by the runner itself so that it always ends with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#store/embedded/server.ts';

export type Provided = {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: Provided;
  }
}

// A test runner calls the default export of a global setup.
// eslint-disable-next-line import/no-default-export
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(join(tmpdir(), 'tihang-pg-'));
  const { host, port, superuser, password, stop } = await startEmbedded({ folder, fsync: false });
  project.provide('postgres', { host, port, superuser, password });
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
};
