// The schema, file by file: each migration once, in one transaction, and never changed afterwards.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StoreError } from './store-error.ts';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

const folder = join(import.meta.dirname, 'migrations');

/** The migrations that this version brings, in order; numbered without gaps. */
export const migrations = (from = folder): readonly Migration[] =>
  readdirSync(from)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .toSorted()
    .map((name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new Error(`migration ${name} does not follow number ${index}`);
      const sql = readFileSync(join(from, name), 'utf8');
      return { number, name: name.replace(/\.sql$/, ''), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });

type Applied = { readonly number: number; readonly name: string; readonly sha256: string };

/** Roles belong to the whole server, so they may be there already. Nobody logs in as the owner of the tables. */
const rolesSql = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'tihang_owner') then create role tihang_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'tihang_app') then create role tihang_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'tihang_service') then
    create role tihang_service login noinherit nobypassrls;
    grant tihang_app to tihang_service;
  end if;
end $$;
grant tihang_owner to current_user;
create schema if not exists tihang authorization tihang_owner;
grant usage on schema tihang to tihang_app;
revoke create on schema public from public;
create table if not exists tihang.migration (
  number integer primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default clock_timestamp()
);
alter table tihang.migration owner to tihang_owner;
grant usage on schema tihang to tihang_service;
grant select on tihang.migration to tihang_service;
`;

const changed = ({ name }: Migration): StoreError =>
  new StoreError('migration-changed', {
    zh: `数据库已经执行过的迁移 ${name} 与程序里的不一样。`,
    en: `Migration ${name} was applied with another text than this version has.`,
    todo: '换回原来的程序版本；迁移一经发布就不能改。',
  });

const newer = (number: number): StoreError =>
  new StoreError('newer-database', {
    zh: `数据库来自更新的版本（迁移 ${number}），这个版本的程序读不了。`,
    en: `The database is of a later version (migration ${number}) than this program.`,
    todo: '升级程序后再启动。',
  });

/** @returns those still to be applied @throws StoreError `migration-changed`, `newer-database` */
export const pending = (applied: readonly Applied[], all: readonly Migration[]): readonly Migration[] => {
  const last = applied.at(-1)?.number ?? 0;
  if (last > all.length) throw newer(last);
  for (const { number, sha256 } of applied) {
    const own = all[number - 1];
    if (own === undefined || own.sha256 !== sha256)
      throw changed(own ?? { number, name: String(number), sql: '', sha256 });
  }
  return all.slice(applied.length);
};

export const appliedIn = async (client: pg.ClientBase): Promise<readonly Applied[]> => {
  const there = await client.query<{ table: string | null }>("select to_regclass('tihang.migration')::text as table");
  if (there.rows[0]?.table === null) return [];
  return (await client.query<Applied>('select number, name, sha256 from tihang.migration order by number')).rows;
};

const apply = async (client: pg.ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(
      "set local role tihang_owner; set local search_path = tihang; set local tihang.migrating = 'yes'",
    );
    await client.query(sql);
    await client.query('insert into tihang.migration (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Brings the schema up to this version. Two that start at once wait for each other.
 *
 * @param client  connected as somebody who may make roles
 * @returns       the names of what was applied
 */
export const migrate = async (client: pg.ClientBase, all = migrations()): Promise<readonly string[]> => {
  await client.query("select pg_advisory_lock(hashtext('tihang.migrate'))");
  try {
    await client.query(rolesSql);
    const todo = pending(await appliedIn(client), all);
    for (const each of todo) await apply(client, each);
    return todo.map(({ name }) => name);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('tihang.migrate'))");
  }
};
