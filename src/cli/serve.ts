// tihang serve: the web app and the API on one port.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { pino } from 'pino';
import { demoOption, packsOption, type CommandSpec, type Given } from './arguments.ts';
import { InputError, UsageError } from './failure.ts';
import { readText, today } from './input.ts';
import { defaultPacks, loadWithCases } from './packs-folder.ts';
import { print } from './terminal.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import { readDate } from '#rules/exact/plain-date.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';
import { createApp } from '#server/app.ts';
import { listen, type Listening } from '#server/listen.ts';
import { readSample, type Sample, type SampleAbout } from '#server/samples.ts';

const home = resolve(import.meta.dirname, '../..');

const entryOf = (noted: Noted, file: string): Readonly<Record<string, string>> => {
  if (noted.kind !== 'map') throw new InputError(`${file}:${noted.place.line} 应为一家样例企业（id、on、note)`);
  return Object.fromEntries(noted.entries.map(({ key, value }) => [key, value?.kind === 'scalar' ? value.text : '']));
};

const aboutOf = (entry: Readonly<Record<string, string>>, file: string): SampleAbout => {
  const on: PlainDate | null = readDate(entry['on'] ?? '');
  if (entry['id'] === undefined || entry['note'] === undefined || on === null)
    throw new InputError(`${file} 的每家样例企业要有 id、on（日期）和 note`);
  return { id: entry['id'], note: entry['note'], on, invented: entry['invented'] === '是' };
};

/** The sample firms that examples/samples.yaml lists, each read from its own file beside it. */
const readSamples = (file: string, book: Rulebook): readonly Sample[] => {
  if (!existsSync(file)) return [];
  const list = readYaml(readText(file), file);
  if (!list.ok) throw new InputError('样例企业的清单读不了', list.problems);
  if (list.value?.kind !== 'list') throw new InputError(`${file} 应为样例企业的列表`);
  return list.value.items.map((each) => {
    const about = aboutOf(entryOf(each, file), file);
    const path = join(dirname(file), `${about.id}.yaml`);
    const sample = readSample(about, readText(path), book);
    if (!sample.ok) throw new InputError(`样例企业 ${path} 有错误`, sample.problems);
    return sample.value;
  });
};

const portOf = (given: Given): number => {
  const text = given.text('port') ?? process.env['PORT'] ?? '4600';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(`「${text}」不是端口（应为 0 到 65535)`);
  return port;
};

const version = (): string => {
  // Our own package.json: its shape is ours.
  const own = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly version: string };
  return own.version;
};

/** Demo mode is asked for: by --demo, or by the environment where no one types a command. */
const demoMode = (given: Given): boolean => given.flag('demo') || process.env['TIHANG_DEMO'] === '1';

/** The address of the connection itself: what a header says about it could be anybody's. */
const limitOf = (given: Given): Pick<Parameters<typeof createApp>[0], 'limit'> => {
  const text = given.text('limit') ?? '600';
  const perMinute = Number(text);
  if (!Number.isInteger(perMinute) || perMinute < 0)
    throw new UsageError(`--limit 应为不小于 0 的整数，不是「${text}」`);
  return perMinute === 0 ? {} : { limit: { perMinute, addressOf: (c) => getConnInfo(c).remote.address ?? null } };
};

const openPort = async (app: ReturnType<typeof createApp>, port: number, host: string): Promise<Listening> => {
  try {
    return await listen(app, port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') throw new InputError(`端口 ${port} 已被占用。换一个端口：npm start -- --port 4601`);
    if (code === 'EACCES') throw new InputError(`没有权限使用端口 ${port}。换一个 1024 以上的端口`);
    throw error;
  }
};

const untilStopped = async (listening: Listening): Promise<number> => {
  const { promise, resolve: stop } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  await promise;
  await listening.close();
  return 0;
};

/** Seconds since the person typed the command: scripts/start.mjs says when that was. */
const secondsSinceStart = (): string => {
  const began = Number(process.env['TIHANG_BEGAN'] ?? Date.now() - process.uptime() * 1000);
  return ((Date.now() - began) / 1000).toFixed(1);
};

export const serveCommand: CommandSpec = {
  name: 'serve',
  usage: 'serve [--port 4600] [--host localhost] [--limit 600] [--demo]',
  summary: '启动网页和接口。',
  options: {
    port: { value: '端口', help: '端口（默认 4600，或环境变量 PORT)' },
    host: { value: '地址', help: '监听的地址（默认 localhost;0.0.0.0 让别的机器也能访问）' },
    packs: packsOption,
    demo: { ...demoOption, help: `${demoOption.help}；或环境变量 TIHANG_DEMO=1` },
    limit: { value: '次数', help: '同一地址每分钟最多测算多少次（默认 600；0 不限）' },
    log: { value: '级别', help: '日志级别：silent error warn info（默认 warn)' },
  },
  words: [0, 0],
  examples: ['npm start', 'tihang serve --port 8080'],
  run: async (given) => {
    const { rulebook, cases } = loadWithCases(given.text('packs') ?? defaultPacks(), { demo: demoMode(given) });
    const samples = readSamples(join(home, 'examples/samples.yaml'), rulebook);
    const webRoot = join(home, 'dist/web');
    const app = createApp({
      rulebook,
      samples,
      cases,
      webRoot: existsSync(join(webRoot, 'index.html')) ? webRoot : null,
      log: pino({ level: given.text('log') ?? 'warn' }),
      today,
      elapsed: () => performance.now(),
      version: version(),
      ...limitOf(given),
    });
    const listening = await openPort(app, portOf(given), given.text('host') ?? 'localhost');
    print(`梯航 Tihang  ${listening.url}`);
    print(
      `${rulebook.items.size} 个事项，${rulebook.gates.size} 道门槛，${samples.length} 家样例企业；接口说明 ${listening.url}/api`,
    );
    if (rulebook.packs.some(({ demo }) => demo)) print('演示模式：有演示口径（虚构），结论不作依据');
    print(`${secondsSinceStart()} 秒就绪。按 Ctrl+C 停止。`);
    return untilStopped(listening);
  },
};
