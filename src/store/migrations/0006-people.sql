-- People, what they were given to do, and the values about them that are kept encrypted. Keys are outside the database: what
-- lies here is read by nobody who has the database alone.

create table person (
  tenant text not null references tenant,
  id text not null check (id ~ '^[A-Za-z0-9-]{1,64}$'),
  name text not null check (name <> ''),
  jurisdiction text not null,
  organisation text not null,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
call only_grows('person');
call by_tenant('person');
revoke insert on person from tihang_app;
grant insert (tenant, id, name, jurisdiction, organisation, made_by) on person to tihang_app;
-- An official sees the people of their own place, and those of the firms whose cases they see.
create policy seen on person for select using (
  id = actor_person() or case
    when actor_role() in ('security-admin', 'inspection', 'clock') then true
    when actor_role() in ('legal-person', 'agent', 'partner') then organisation = actor_organisation()
    when actor_seat() in ('city', 'county', 'either') then
      jurisdiction = actor_jurisdiction() or organisation = actor_organisation()
      or exists (select from case_now c where c.tenant = person.tenant and c.firm = person.organisation)
    else false end);
create index case_now_firm on case_now (tenant, firm);
create policy written on person for insert with check (
  made_by = actor_person() and (
    actor_role() = 'security-admin' or (actor_role() = 'legal-person' and organisation = actor_organisation())));

-- What a person may do, where, and until when. An earlier end is a row of its own.
create table role_grant (
  tenant text not null,
  id uuid not null,
  person text not null,
  role text not null check (role not in ('clock', 'public')),
  jurisdiction text not null,
  organisation text not null,
  from_at timestamptz not null,
  until timestamptz not null check (until > from_at),
  granted_by text not null check (granted_by <> person),
  granted_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  foreign key (tenant, person) references person (tenant, id),
  -- Nobody was allowed yesterday what is allowed today. The minute is for who waits for a lock.
  check (from_at >= granted_at - interval '1 minute')
);
create index role_grant_person on role_grant (tenant, person);
call only_grows('role_grant');
call by_tenant('role_grant');
revoke insert on role_grant from tihang_app;
grant insert (tenant, id, person, role, jurisdiction, organisation, from_at, until, granted_by) on role_grant to tihang_app;
create policy seen on role_grant for select using (
  person = actor_person() or actor_role() in ('security-admin', 'audit-admin')
  or (actor_role() = 'legal-person' and organisation = actor_organisation()));

create table role_end (
  tenant text not null,
  grant_id uuid not null,
  -- In milliseconds, as grants begin: what follows in the same one follows.
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  ended_by text not null,
  reason text not null check (btrim(reason) <> ''),
  primary key (tenant, grant_id),
  foreign key (tenant, grant_id) references role_grant (tenant, id)
);
call only_grows('role_end');
call by_tenant('role_end');
revoke insert on role_end from tihang_app;
grant insert (tenant, grant_id, ended_by, reason) on role_end to tihang_app;
create policy seen on role_end for select using (
  exists (select from role_grant g where g.tenant = role_end.tenant and g.id = role_end.grant_id));
create policy written on role_end for insert with check (actor_role() = 'security-admin' and ended_by = actor_person());

-- Which two roles one person may not hold at once. The program has the same table; a test holds the two together.
create function is_apart(a text, b text) returns boolean language sql immutable set search_path = tihang
  return a <> b and exists (
    select from (values
      (array['maker', 'checker', 'releaser'], array['maker', 'checker', 'releaser']),
      (array['system-admin', 'security-admin', 'audit-admin'], null),
      (array['inspection'], null),
      (array['legal-person', 'agent', 'partner'], array['county-reviewer', 'handler', 'division-head', 'vice-director', 'director',
        'window', 'joint-bureau', 'site-inspector', 'register-manager', 'policy-author', 'maker', 'checker', 'releaser',
        'county-treasury', 'city-treasury', 'expert']),
      (array['auditor'], array['county-reviewer', 'handler', 'division-head', 'vice-director', 'director',
        'window', 'joint-bureau', 'site-inspector', 'register-manager', 'policy-author', 'maker', 'checker', 'releaser',
        'county-treasury', 'city-treasury', 'legal-person', 'agent', 'partner']),
      (array['expert'], array['county-reviewer', 'handler', 'division-head', 'vice-director', 'director'])
    ) as apart(one, other)
    -- No other side: apart from every role.
    where (a = any (one) and (other is null or b = any (other))) or (b = any (one) and (other is null or a = any (other))));

-- Two who grant to one person wait for each other, so that neither misses what the other gave.
create function is_free_for(p_person text, p_role text, p_from timestamptz, p_until timestamptz) returns boolean
  language plpgsql set search_path = tihang, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(actor_tenant() || E'\ngrants\n' || p_person, 0));
  return not exists (
    select from role_grant g left join role_end e on e.tenant = g.tenant and e.grant_id = g.id
    where g.tenant = actor_tenant() and g.person = p_person and is_apart(g.role, p_role)
      and g.from_at < p_until and p_from < least(g.until, e.at));
end $$;
create policy written on role_grant for insert with check (
  actor_role() = 'security-admin' and granted_by = actor_person() and person <> actor_person()
  and is_free_for(person, role, from_at, until));

-- Values about a person or a firm. The log holds a salted hash of each; salt and value are here, both encrypted, for a salt
-- in clear would let whoever has the database try every number against the hash.
create table private_value (
  tenant text not null references tenant,
  ref uuid not null,
  kind text not null check (kind in ('id-number', 'phone', 'bank-account', 'degree', 'insurance')),
  person text,
  firm text,
  -- Where the log speaks of it. A case's chain lets those see it who handle the case.
  chain text not null check (chain <> ''),
  salt bytea,
  cipher bytea,
  blind_index bytea check (length(blind_index) = 16),
  key_id text,
  made_by text not null,
  made_at timestamptz not null default clock_timestamp(),
  erased_at timestamptz,
  erased_by text,
  primary key (tenant, ref),
  foreign key (tenant, person) references person (tenant, id),
  check (num_nonnulls(person, firm) = 1),
  check (firm is null or kind = 'bank-account'),
  -- Whole, or destroyed whole.
  check (case when erased_at is null
    then num_nulls(salt, cipher, blind_index, key_id) = 0 and erased_by is null
    else num_nonnulls(salt, cipher, blind_index, key_id) = 0 and erased_by is not null end)
);
create index private_value_blind on private_value (tenant, blind_index);
call by_tenant('private_value');
-- Salt and cipher are not among what the app may read: they come out by reveal_value, which leaves a line, and by nothing else.
grant select (tenant, ref, kind, person, firm, chain, blind_index, key_id, made_by, made_at, erased_at, erased_by) on private_value to tihang_app;
grant insert (tenant, ref, kind, person, firm, chain, salt, cipher, blind_index, key_id, made_by) on private_value to tihang_app;

-- The one change there is: all of it to nothing. For the owner of the table too, and whatever the session calls itself.
create function only_erases() returns trigger language plpgsql set search_path = tihang, pg_temp as $$
declare left_over private_value;
begin
  left_over := old;
  left_over.salt := null;
  left_over.cipher := null;
  left_over.blind_index := null;
  left_over.key_id := null;
  left_over.erased_at := new.erased_at;
  left_over.erased_by := new.erased_by;
  if old.erased_at is not null or new.erased_at is null or new is distinct from left_over then
    raise exception 'a private value is kept as it is or destroyed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_erases before update on private_value for each row execute function only_erases();
alter table private_value enable always trigger only_erases;
create trigger stays before delete or truncate on private_value for each statement execute function refuse_change();
alter table private_value enable always trigger stays;

-- Whether the actor's desk handles the case that a chain belongs to. As the owner, so that it is the same inside the functions below.
create function handles_chain(p_chain text) returns boolean
  language plpgsql stable security definer set search_path = tihang, pg_temp as $$
begin
  return actor_role() in ('window', 'county-reviewer', 'handler', 'division-head', 'vice-director', 'director', 'auditor',
      'maker', 'checker', 'releaser', 'county-treasury', 'city-treasury')
    and exists (
      select from case_now c where p_chain like 'case/%' and c.tenant = actor_tenant() and c.id = substr(p_chain, 6)
        and case actor_seat()
          when 'city' then c.decided_by = actor_jurisdiction()
          when 'county' then c.jurisdiction = actor_jurisdiction()
          when 'either' then actor_jurisdiction() in (c.jurisdiction, c.decided_by)
          else false end);
end $$;

create policy seen on private_value for select using (
  person = actor_person()
  or (firm = actor_organisation() and actor_role() in ('legal-person', 'agent'))
  or handles_chain(chain));
create policy written on private_value for insert with check (
  made_by = actor_person() and case
    when actor_role() in ('legal-person', 'agent') then firm = actor_organisation() or person = actor_person()
      or exists (select from person p where p.tenant = private_value.tenant and p.id = private_value.person
        and p.organisation = actor_organisation())
    when actor_role() = 'talent' then person = actor_person()
    when actor_role() in ('window', 'handler') then handles_chain(chain)
    else false end);
create policy kept on private_value to tihang_owner using (true) with check (true);

-- Who was shown a value in clear, when and why: for the one whose it is.
create table seen_by (
  tenant text not null,
  place bigint generated always as identity,
  ref uuid not null,
  kind text not null,
  person text,
  firm text,
  seen_by text not null,
  role text not null,
  organisation text not null,
  reason text not null check (btrim(reason) <> ''),
  at timestamptz not null default clock_timestamp(),
  primary key (tenant, place),
  foreign key (tenant, ref) references private_value (tenant, ref)
);
call only_grows('seen_by');
call by_tenant('seen_by');
revoke insert on seen_by from tihang_app;
create policy seen on seen_by for select using (
  person = actor_person()
  or (firm = actor_organisation() and actor_role() in ('legal-person', 'agent'))
  or actor_role() = 'audit-admin');
create policy written on seen_by for insert to tihang_owner with check (true);

-- Which roles are shown which kind. The program has the same table; a test holds the two together.
create function is_shown(p_kind text, p_role text) returns boolean language sql immutable set search_path = tihang
  return case p_kind
    when 'bank-account' then p_role in ('releaser', 'county-treasury', 'city-treasury')
    else p_role in ('handler', 'county-treasury', 'city-treasury') end;

-- Gives what is encrypted, and leaves the line about it in the same breath. No row: there is no such value for this actor.
create function reveal_value(p_ref uuid, p_reason text) returns table (kind text, salt bytea, cipher bytea)
  language plpgsql security definer set search_path = tihang, pg_temp as $$
declare own private_value;
begin
  select * into own from private_value v where v.tenant = actor_tenant() and v.ref = p_ref;
  if own.ref is null or actor_person() is null
    or not coalesce(own.person = actor_person() or (is_shown(own.kind, actor_role()) and handles_chain(own.chain)), false) then
    return;
  end if;
  -- What is destroyed is shown to nobody, so there is nothing to tell.
  if own.erased_at is null then
    insert into seen_by (tenant, ref, kind, person, firm, seen_by, role, organisation, reason)
      values (own.tenant, own.ref, own.kind, own.person, own.firm, actor_person(), actor_role(), coalesce(actor_organisation(), ''), p_reason);
  end if;
  return query select own.kind, own.salt, own.cipher;
end $$;

-- Destroys salt and value; the log's hash speaks of nothing any more. True: it is destroyed now. False: it was already. Null:
-- there is no such value for this actor to destroy.
create function erase_value(p_ref uuid) returns boolean
  language plpgsql security definer set search_path = tihang, pg_temp as $$
declare own private_value;
begin
  select * into own from private_value v where v.tenant = actor_tenant() and v.ref = p_ref for update;
  if own.ref is null or actor_person() is null
    or not (actor_role() in ('handler', 'division-head') and handles_chain(own.chain)) then
    return null;
  end if;
  if own.erased_at is not null then
    return false;
  end if;
  update private_value v set salt = null, cipher = null, blind_index = null, key_id = null,
    erased_at = clock_timestamp(), erased_by = actor_person()
    where v.tenant = own.tenant and v.ref = own.ref;
  return true;
end $$;
revoke execute on function reveal_value(uuid, text), erase_value(uuid) from public;
grant execute on function reveal_value(uuid, text), erase_value(uuid) to tihang_app;

-- Passwords that were tried, by account and whatever address they came from. An account that does not exist is locked like any other.
create table sign_in_attempt (
  tenant text not null references tenant,
  account text not null check (account <> ''),
  n integer not null check (n >= 1),
  at timestamptz not null,
  is_right boolean not null,
  primary key (tenant, account, n)
);
call only_grows('sign_in_attempt');
call by_tenant('sign_in_attempt');
create policy seen on sign_in_attempt for select using (account = actor_person() or actor_role() = 'audit-admin');
create policy written on sign_in_attempt for insert with check (account = actor_person());
