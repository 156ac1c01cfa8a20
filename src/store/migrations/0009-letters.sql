-- Letters that were sent in a case: their hashes and the place in the log of what they tell. The code on a letter is not here, so
-- whoever reads the database cannot make a letter that confirms.

create table letter (
  tenant text not null references tenant,
  code_sha256 bytea not null check (length(code_sha256) = 32),
  kind text not null check (kind in ('acceptance', 'correction', 'acceptance-refused', 'rejection', 'award', 'extension', 'recovery')),
  number text not null check (btrim(number) <> ''),
  date date not null,
  text_sha256 bytea not null check (length(text_sha256) = 32),
  file_sha256 bytea not null check (length(file_sha256) = 32),
  -- The action that it tells of.
  chain text not null check (chain like 'case/%'),
  seq integer not null,
  made_by text not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (tenant, code_sha256),
  unique (tenant, number),
  foreign key (tenant, chain, seq) references log_entry (tenant, chain, seq)
);
create index letter_of on letter (tenant, chain, seq);
call only_grows('letter');
call by_tenant('letter');
revoke insert on letter from tihang_app;
grant insert (tenant, code_sha256, kind, number, date, text_sha256, file_sha256, chain, seq, made_by) on letter to tihang_app;

create function sees_case_of(p_chain text) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (select from case_now c where c.tenant = actor_tenant() and c.id = substr(p_chain, 6));

-- The program has the same table; a test holds the two together.
create function sends_letters(p_role text) returns boolean language sql immutable set search_path = tihang, pg_temp
  return p_role in ('window', 'county-reviewer', 'handler', 'division-head', 'vice-director', 'director');

create policy seen on letter for select to tihang_app using (sees_case_of(chain));
create policy written on letter for insert to tihang_app with check (
  made_by = actor_person() and sends_letters(actor_role()) and sees_case_of(chain));
create policy owned on letter for select to tihang_owner using (true);

-- What anybody is told who holds a letter of this tenant. No row: there is no such letter, whatever else there may be.
create function confirm_letter(p_code_sha256 bytea) returns table (kind text, number text, date date, file_sha256 bytea)
  language sql stable security definer set search_path = tihang, pg_temp
begin atomic
  select l.kind, l.number, l.date, l.file_sha256 from letter l where l.tenant = actor_tenant() and l.code_sha256 = p_code_sha256;
end;
revoke execute on function confirm_letter(bytea) from public;
grant execute on function confirm_letter(bytea) to tihang_app;
