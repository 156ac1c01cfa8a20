-- Enterprises and what is known of them. Both only grow: the newest row of an enterprise counts, and which record of a fact counts
-- the program says (an official's correction before a register before an import before the firm's own word).

create table enterprise (
  tenant text not null references tenant,
  -- The unified social credit code.
  code text not null check (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  place bigint generated always as identity,
  name text not null check (name <> ''),
  jurisdiction text not null check (jurisdiction <> ''),
  -- The code of the enterprise that this one continues.
  former_code text check (former_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' and former_code <> code),
  reason text not null check (reason <> ''),
  recorded_at timestamptz not null default date_trunc('milliseconds', statement_timestamp()),
  recorded_by text not null,
  primary key (tenant, code, place)
);
call only_grows('enterprise');
call by_tenant('enterprise');
-- Place and moment are the database's own.
revoke insert on enterprise from tihang_app;
grant insert (tenant, code, name, jurisdiction, former_code, reason, recorded_by) on enterprise to tihang_app;

create table fact_record (
  tenant text not null references tenant,
  id bigint generated always as identity,
  enterprise text not null,
  subject_kind text not null check (subject_kind in ('enterprise', 'project', 'person', 'patent', 'loan', 'bid')),
  subject text not null,
  fact text not null check (fact <> ''),
  period integer check (period between 1900 and 2200),
  -- As an enterprise file writes it; null where a correction took it back.
  value text,
  origin text not null check (origin in ('firm', 'import', 'register', 'correction')),
  source text not null check (source <> ''),
  recorded_at timestamptz not null default date_trunc('milliseconds', statement_timestamp()),
  recorded_by text not null,
  reason text check (reason <> ''),
  batch text check (batch <> ''),
  primary key (tenant, id),
  check ((subject_kind = 'enterprise') = (subject = '')),
  check (origin = 'correction' or value is not null),
  check (origin <> 'correction' or reason is not null)
);
call only_grows('fact_record');
call by_tenant('fact_record');
revoke insert on fact_record from tihang_app;
grant insert (tenant, enterprise, subject_kind, subject, fact, period, value, origin, source, recorded_by, reason, batch)
  on fact_record to tihang_app;
create index fact_of_enterprise on fact_record (tenant, enterprise, id);
create index fact_of_batch on fact_record (tenant, batch) where batch is not null;

-- Where an enterprise belongs now, past every policy: a row of an earlier time does not open the enterprise to who had it then.
create policy owned on enterprise for select to tihang_owner using (true);
create function home_of(code text) returns text language sql stable security definer set search_path = tihang
  return (
    select e.jurisdiction from enterprise e
    where e.tenant = actor_tenant() and e.code = home_of.code order by e.place desc limit 1
  );
revoke execute on function home_of(text) from public;
grant execute on function home_of(text) to tihang_app;

-- A firm has its own; a county those that belong to it; the city all. Who may sit in either has those of his place, and those
-- of which he sees a case.
create function sees_enterprise(code text) returns boolean language sql stable set search_path = tihang
  return case actor_seat()
    when 'all' then true
    when 'city' then true
    when 'county' then home_of(code) = actor_jurisdiction()
    when 'either' then home_of(code) = actor_jurisdiction()
      or exists (select from case_now c where c.tenant = actor_tenant() and c.firm = sees_enterprise.code)
    when 'firm' then code = actor_organisation()
    else false end;

create policy seen on enterprise for select to tihang_app using (sees_enterprise(code));
-- Nobody takes an enterprise from another place, and only the city hands one over.
create policy written on enterprise for insert to tihang_app with check (
  recorded_by = actor_person()
  and actor_role() in ('window', 'county-reviewer', 'handler', 'register-manager')
  and (actor_seat() = 'city'
    or (jurisdiction = actor_jurisdiction() and coalesce(home_of(code), jurisdiction) = jurisdiction)));

-- Who may record as coming from where. The program has the same table; a test holds the two together.
create function may_record(origin text) returns boolean language sql stable set search_path = tihang
  return case origin
    when 'firm' then actor_role() in ('legal-person', 'agent', 'talent', 'window')
    when 'import' then actor_role() in ('window', 'county-reviewer', 'handler', 'division-head', 'register-manager')
    when 'register' then actor_role() = 'register-manager'
    when 'correction' then actor_role() in ('county-reviewer', 'handler', 'division-head', 'register-manager')
    else false end;

-- A person who works for a firm has his own there, not the firm's books.
create function is_own_of_person(subject_kind text, recorded_by text) returns boolean language sql stable set search_path = tihang
  return actor_role() <> 'talent' or (subject_kind = 'person' and recorded_by = actor_person());

create policy seen on fact_record for select to tihang_app using (
  sees_enterprise(enterprise) and is_own_of_person(subject_kind, recorded_by));
create policy written on fact_record for insert to tihang_app with check (
  recorded_by = actor_person() and may_record(origin) and home_of(enterprise) is not null
  and sees_enterprise(enterprise) and is_own_of_person(subject_kind, recorded_by));
