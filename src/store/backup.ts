// A backup of ours: every row of every table as one line of JSON, with the hash of each file. It is read in one moment, it moves
// to any other PostgreSQL, and what is put back has the same hashes.
import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { z } from 'zod';
import { appliedIn, migrate, migrations } from './migrate.ts';
import { StoreError } from './store-error.ts';

/** Parents before children, each in an order of its own. `made`: columns that the database numbers by itself. */
const tables: readonly { readonly name: string; readonly order: string; readonly made?: string }[] = [
  { name: 'tenant', order: 'tenant' },
  { name: 'log_entry', order: 'tenant, chain, seq' },
  { name: 'log_root', order: 'tenant, day' },
  { name: 'posting', order: 'tenant, place', made: 'place' },
  { name: 'leg', order: 'tenant, key, n' },
  { name: 'balance', order: 'tenant, account' },
  { name: 'closed_year', order: 'tenant, year' },
  { name: 'natural_key', order: 'tenant, kind, key' },
  { name: 'case_now', order: 'tenant, id' },
  { name: 'case_partner', order: 'tenant, id, organisation' },
  { name: 'person', order: 'tenant, id' },
  { name: 'role_grant', order: 'tenant, id' },
  { name: 'role_end', order: 'tenant, grant_id' },
  { name: 'private_value', order: 'tenant, ref' },
  { name: 'seen_by', order: 'tenant, place', made: 'place' },
  { name: 'sign_in_attempt', order: 'tenant, account, n' },
  { name: 'enterprise', order: 'tenant, code, place', made: 'place' },
  { name: 'fact_record', order: 'tenant, id', made: 'id' },
  { name: 'material', order: 'tenant, id' },
  { name: 'material_use', order: 'tenant, chain, material, label' },
  { name: 'material_scan', order: 'tenant, place', made: 'place' },
  { name: 'material_look', order: 'tenant, place', made: 'place' },
  { name: 'letter', order: 'tenant, code_sha256' },
  { name: 'answered', order: 'tenant, person, key' },
  { name: 'restored', order: 'tenant, at' },
  { name: 'statements_matched', order: 'tenant, restored_at' },
];

/** What migrations fill by themselves. */
const filledByMigrations: ReadonlySet<string> = new Set(['account_code', 'migration']);

const manifestShape = z.object({
  version: z.literal(1),
  /** The moment that it shows. */
  at: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.int(), name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestShape>;

const atOnce = 2000;

const writeTable = async (client: pg.ClientBase, folder: string, { name, order }: (typeof tables)[number]) => {
  const file = openSync(join(folder, `${name}.ndjson`), 'wx');
  const hash = createHash('sha256');
  let rows = 0;
  await client.query(
    `declare lines cursor for select to_jsonb(t)::text as line from tihang.${name} t order by ${order}`,
  );
  for (;;) {
    const found = await client.query<{ line: string }>(`fetch ${atOnce} from lines`);
    if (found.rows.length === 0) break;
    const text = found.rows.map(({ line }) => `${line}\n`).join('');
    hash.update(text);
    writeSync(file, text);
    rows += found.rows.length;
  }
  await client.query('close lines');
  fsyncSync(file);
  closeSync(file);
  return { name, rows, sha256: hash.digest('hex') };
};

/** The tables that are there; an earlier schema has fewer. */
const tablesIn = async (client: pg.ClientBase): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'tihang' order by tablename",
  );
  const there = new Set(rows.map(({ name }) => name));
  const known = new Set([...tables.map(({ name }) => name), ...filledByMigrations]);
  const missed = [...there].filter((name) => !known.has(name));
  if (missed.length > 0) throw new Error(`tables that no backup knows: ${missed.join(', ')}`);
  return there;
};

/**
 * Writes a backup into a folder that is not there yet. It appears under its name only when it is whole.
 *
 * @param client  connected as somebody who sees every tenant
 */
export const backUp = async (client: pg.ClientBase, folder: string): Promise<Manifest> => {
  if (existsSync(folder))
    throw new StoreError('folder-unusable', {
      zh: `${folder} 已经存在。`,
      en: `${folder} exists already.`,
      todo: '换一个还没有的目录名。',
    });
  const half = `${folder}.half-${process.pid}`;
  mkdirSync(half, { recursive: true });
  await client.query('begin isolation level repeatable read read only');
  try {
    await client.query("set local timezone = 'UTC'; set local row_security = off");
    const there = await tablesIn(client);
    const at = (await client.query<{ at: Date }>('select now() as at')).rows[0]?.at.toISOString() ?? '';
    const written = [];
    for (const table of tables.filter(({ name }) => there.has(name)))
      written.push(await writeTable(client, half, table));
    const manifest: Manifest = { version: 1, at, migrations: [...(await appliedIn(client))], tables: written };
    const file = openSync(join(half, 'manifest.json'), 'wx');
    writeSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(half, folder);
    return manifest;
  } finally {
    await client.query('rollback');
  }
};

const broken = (what: string, todo = '换一份完整的备份。'): StoreError =>
  new StoreError('backup-broken', { zh: `备份不能用：${what}。`, en: `The backup cannot be used: ${what}.`, todo });

const readManifest = (folder: string): Manifest => {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw broken(`${path} 不存在`);
  const read = manifestShape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.success) throw broken(`${path} 的内容不对`);
  return read.data;
};

const linesOf = async function* (path: string, hash: Hash): AsyncGenerator<readonly string[]> {
  let some: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    hash.update(`${line}\n`);
    some.push(line);
    if (some.length === atOnce) {
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
};

const readTable = async (
  client: pg.ClientBase,
  folder: string,
  { name, made }: (typeof tables)[number],
  wanted: Manifest['tables'][number],
): Promise<void> => {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const lines of linesOf(join(folder, `${name}.ndjson`), hash)) {
    await client.query(
      `insert into ${name} overriding system value select (jsonb_populate_record(null::${name}, line::jsonb)).* from unnest($1::text[]) with ordinality as each(line, n) order by n`,
      [lines],
    );
    rows += lines.length;
  }
  if (rows !== wanted.rows || hash.digest('hex') !== wanted.sha256) throw broken(`${name}.ndjson 与清单不符`);
  if (made !== undefined)
    await client.query(
      `select setval(pg_get_serial_sequence('tihang.${name}', '${made}'), (select max(${made}) from ${name})) where exists (select from ${name})`,
    );
};

const isEmpty = async (client: pg.ClientBase): Promise<boolean> =>
  (await appliedIn(client)).length === 0 || (await client.query('select from tihang.tenant limit 1')).rowCount === 0;

/**
 * Puts a backup into an empty database, whole or not at all, and brings it up to this version. After that no payment is
 * released until what the banks did since has been matched (I27).
 *
 * @throws StoreError `backup-broken`, `not-empty`, `newer-database`, `migration-changed`
 */
export const restore = async (client: pg.ClientBase, folder: string): Promise<Manifest> => {
  const manifest = readManifest(folder);
  if (!(await isEmpty(client)))
    throw new StoreError('not-empty', {
      zh: '数据库里已经有数据，没有恢复。',
      en: 'The database holds data; nothing was restored.',
      todo: '恢复到一个空的数据库（换一个 --data 目录或 DATABASE_URL)。',
    });
  const own = migrations();
  const known = manifest.migrations.length;
  if (known > own.length) throw broken('来自更新的版本', '先升级程序。');
  if (manifest.migrations.some(({ sha256 }, at) => own[at]?.sha256 !== sha256)) throw broken('迁移的内容不一样');
  await migrate(client, own.slice(0, known));
  await client.query('begin');
  try {
    await client.query("set local search_path = tihang; set local timezone = 'UTC'");
    for (const wanted of manifest.tables) {
      const table = tables.find(({ name }) => name === wanted.name);
      if (table === undefined) throw broken(`没有表 ${wanted.name}`);
      await readTable(client, folder, table, wanted);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await migrate(client, own);
  await client.query('insert into tihang.restored (tenant, backup_of) select tenant, $1 from tihang.tenant', [
    manifest.at,
  ]);
  return manifest;
};
