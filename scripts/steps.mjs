// Runs the steps of a check one after another, times them, and counts what really ran.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const binaries = join(process.cwd(), 'node_modules', '.bin');

/** The environment of a step: our own Node and tools first, whatever Node npm runs on. */
const environment = () => {
  const path = Object.keys(process.env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return { ...process.env, [path]: `${binaries}${delimiter}${process.env[path] ?? ''}` };
};

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs one command; true when it ended well. */
const run = (name, command) => {
  const since = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], env: environment() });
  console.log(`— ${name} ${status === 0 ? 'ok' : 'FAILED'} ${seconds(since)}`);
  return status === 0;
};

/** Reads what a counted step wrote; a step that wrote nothing counts as one failure. */
const counts = (file) => {
  try {
    const written = JSON.parse(readFileSync(file, 'utf8'));
    const passed = written.numPassedTests ?? written.passed ?? 0;
    const failed = written.numFailedTests ?? written.failed ?? 0;
    const whole = written.success ?? written.ok ?? false;
    return { passed, failed: failed > 0 ? failed : whole ? 0 : 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

/**
 * Runs steps in order and ends with one line `N passed, N failed`.
 * A plain step that fails counts as one failure; a step with `counts` adds what its file says.
 */
export const runSteps = (steps) => {
  let [passed, failed] = [0, 0];
  const began = Date.now();
  for (const step of steps) {
    if (step.counts) rmSync(step.counts, { force: true });
    const well = run(step.name, step.command);
    if (step.counts) {
      const counted = counts(step.counts);
      passed += counted.passed;
      failed += counted.failed > 0 ? counted.failed : well ? 0 : 1;
    } else if (!well) failed++;
  }
  console.log(`— all ${seconds(began)}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};
