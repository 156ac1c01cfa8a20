// npm run load: how many full assessments a second the server answers over HTTP on this machine, and whether any of them fails.
// The firms are sent whole with every request: nothing is remembered between two of them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const port = 4690;
const connections = 16;
const seconds = 10;

const bodies = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.yaml') && name !== 'samples.yaml')
  .map((name) => {
    // Scalars stay as they are written: a credit code of digits only would lose its tail as a number.
    const enterprise: unknown = parse(readFileSync(join(root, 'examples', name), 'utf8'), { schema: 'failsafe' });
    return JSON.stringify({ enterprise, on: '2026-05-06' });
  });

type Answer = { readonly status: number; readonly bytes: number; readonly milliseconds: number };

const agent = new Agent({ keepAlive: true, maxSockets: connections });

const ask = async (body: string): Promise<Answer> => {
  const began = performance.now();
  const sent = request({
    agent,
    port,
    host: 'localhost',
    method: 'POST',
    path: '/api/assessments',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  sent.end(body);
  const [response] = await once(sent, 'response');
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return { status: response.statusCode, bytes, milliseconds: performance.now() - began };
};

const server = spawn(
  process.execPath,
  [join(root, 'src/cli/main.ts'), 'serve', '--port', String(port), '--limit', '0'],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
await once(server.stdout, 'data');

const answers: Answer[] = [];
const until = (end: number, at: number): Promise<void> =>
  performance.now() >= end
    ? Promise.resolve()
    : ask(bodies[at % bodies.length] ?? '').then((answer) => {
        answers.push(answer);
        return until(end, at + 1);
      });

const run = async (length: number): Promise<void> => {
  answers.length = 0;
  const end = performance.now() + length * 1000;
  await Promise.all(Array.from({ length: connections }, (_, index) => until(end, index)));
};

await run(2);
await run(seconds);
server.kill('SIGTERM');
await once(server, 'exit');
agent.destroy();

const failed = answers.filter(({ status }) => status !== 200);
const times = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0) / Math.max(1, answers.length);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `${bodies.length} firms in turn, ${connections} connections, ${seconds} s, ${(bytes / 1024).toFixed(0)} kB an answer`,
);
console.log(
  `${(answers.length / seconds).toFixed(0)} assessments a second (bound: 120), ${failed.length} failed, median ${at(0.5)} ms, 99 % within ${at(0.99)} ms`,
);
if (failed.length > 0) process.exitCode = 1;
