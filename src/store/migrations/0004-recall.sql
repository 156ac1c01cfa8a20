-- What has to be remembered so that a request that comes twice does one thing, and so that money waits after a restore.

-- The answer that a key of a client got: the same key with the same body gets it again, with another body nothing.
create table answered (
  tenant text not null references tenant,
  person text not null,
  key text not null check (length(key) between 1 and 200),
  body_sha256 bytea not null check (length(body_sha256) = 32),
  status integer not null,
  answer text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, person, key)
);
call only_grows('answered');
call by_tenant('answered');
create policy own on answered using (person = actor_person()) with check (person = actor_person());

-- A backup was put back: what the banks and treasuries did since its moment is not known here. Nothing is released until
-- statements up to `until` have been matched.
create table restored (
  tenant text not null references tenant,
  at timestamptz not null default clock_timestamp(),
  backup_of timestamptz not null,
  primary key (tenant, at)
);
call only_grows('restored');
call by_tenant('restored');
create policy seen on restored for select using (true);
revoke insert on restored from tihang_app;

create table statements_matched (
  tenant text not null references tenant,
  restored_at timestamptz not null,
  until timestamptz not null,
  chain text not null,
  seq integer not null,
  primary key (tenant, restored_at),
  foreign key (tenant, restored_at) references restored (tenant, at),
  foreign key (tenant, chain, seq) references log_entry (tenant, chain, seq)
);
call only_grows('statements_matched');
call by_tenant('statements_matched');
create policy seen on statements_matched for select using (true);
create policy written on statements_matched for insert with check (actor_role() in ('city-treasury', 'county-treasury'));
