-- Cases as the desks list them. What a case is stands in its chain of the log; this is what one asks for, kept with every
-- action and rebuilt from the log at any time. It also says who may see the chain.

create table case_now (
  tenant text not null references tenant,
  id text not null check (id ~ '^[A-Za-z0-9-]{1,64}$'),
  procedure text not null,
  matter text not null,
  firm text not null,
  jurisdiction text not null,
  decided_by text not null,
  opened_by text not null,
  phase text not null,
  stage integer,
  holds text[] not null,
  -- Persons who were drawn to score it.
  experts text[] not null,
  opened_at timestamptz not null,
  acted_at timestamptz not null,
  seq integer not null check (seq >= 1),
  primary key (tenant, id)
);
call by_tenant('case_now');

-- Organisations with the firm's consent, and until when it is in force. Withdrawal takes the row away in the same transaction.
create table case_partner (
  tenant text not null,
  id text not null,
  organisation text not null,
  until timestamptz not null,
  primary key (tenant, id, organisation),
  foreign key (tenant, id) references case_now (tenant, id)
);
call by_tenant('case_partner');
create policy seen on case_partner for select using (true);
create policy kept on case_partner to tihang_owner using (true) with check (true);
grant select on case_partner to tihang_app;

-- From which seat a role looks. The program has the same table; a test holds the two together.
create function actor_seat() returns text language sql stable set search_path = tihang
  return case actor_role()
    when 'legal-person' then 'firm' when 'agent' then 'firm' when 'talent' then 'firm'
    when 'window' then 'either' when 'site-inspector' then 'either'
    when 'maker' then 'either' when 'checker' then 'either' when 'releaser' then 'either'
    when 'county-reviewer' then 'county' when 'county-treasury' then 'county'
    when 'handler' then 'city' when 'division-head' then 'city' when 'vice-director' then 'city' when 'director' then 'city'
    when 'joint-bureau' then 'city' when 'auditor' then 'city' when 'register-manager' then 'city' when 'policy-author' then 'city'
    when 'city-treasury' then 'city'
    when 'expert' then 'expert' when 'partner' then 'partner'
    when 'assigner' then 'opener' when 'deputy' then 'opener'
    when 'inspection' then 'all' when 'clock' then 'all' when 'audit-admin' then 'log'
    -- The public, and administrators of systems and of grants, see no business data.
    else 'none' end;

create policy seen on case_now for select using (
  case actor_seat()
    when 'all' then true
    when 'city' then decided_by = actor_jurisdiction()
    when 'county' then jurisdiction = actor_jurisdiction()
    when 'either' then actor_jurisdiction() in (jurisdiction, decided_by)
    when 'firm' then firm = actor_organisation()
    when 'expert' then actor_person() = any (experts)
    when 'opener' then opened_by = actor_person()
    when 'partner' then exists (
      select from case_partner p where p.tenant = case_now.tenant and p.id = case_now.id
        and p.organisation = actor_organisation() and p.until > clock_timestamp())
    else false end);
create policy kept on case_now to tihang_owner using (true) with check (true);
grant select on case_now to tihang_app;

-- Writes what a case is now. Who hands a case over does not see it any more afterwards, so this is no statement of the app's
-- own; it takes only what the newest entry of the case's chain has led to.
create function keep_case(p_case jsonb, p_partners jsonb) returns void
  language plpgsql security definer set search_path = tihang as $$
declare own case_now; newest integer;
begin
  own := jsonb_populate_record(null::case_now, p_case);
  own.tenant := actor_tenant();
  select max(seq) into newest from log_entry where tenant = own.tenant and chain = 'case/' || own.id;
  if own.tenant is null or actor_person() is null or newest is distinct from own.seq then
    raise exception 'a case is kept with its newest action' using errcode = '42501';
  end if;
  delete from case_partner where tenant = own.tenant and id = own.id;
  delete from case_now where tenant = own.tenant and id = own.id;
  insert into case_now select own.*;
  insert into case_partner (tenant, id, organisation, until)
    select own.tenant, own.id, each ->> 'organisation', (each ->> 'until')::timestamptz from jsonb_array_elements(p_partners) as each;
end $$;
revoke execute on function keep_case(jsonb, jsonb) from public;
grant execute on function keep_case(jsonb, jsonb) to tihang_app;

-- A chain of a case is seen by whom the case is; other chains by officials; all by those who audit.
drop policy seen on log_entry;
create policy seen on log_entry for select using (
  case
    when actor_seat() in ('all', 'log') then true
    when chain like 'case/%' then exists (
      select from case_now c where c.tenant = log_entry.tenant and c.id = substr(log_entry.chain, 6))
    else actor_seat() in ('city', 'county', 'either') end);
create policy owned on log_entry for select to tihang_owner using (true);
