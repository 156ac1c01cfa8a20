-- The ground: tenants, who acts, and the guards that later tables use.
-- Every key starts with the tenant, so that tables can be spread over machines by it.

create function actor_tenant() returns text language sql stable
  return nullif(current_setting('tihang.tenant', true), '');
create function actor_person() returns text language sql stable
  return nullif(current_setting('tihang.person', true), '');
create function actor_role() returns text language sql stable
  return nullif(current_setting('tihang.role', true), '');
create function actor_jurisdiction() returns text language sql stable
  return nullif(current_setting('tihang.jurisdiction', true), '');
create function actor_organisation() returns text language sql stable
  return nullif(current_setting('tihang.organisation', true), '');

-- What has been written stays as it is, for the owner of the table too, and whatever the session calls itself.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: it only grows', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;

create procedure only_grows(what regclass) language plpgsql as $$
begin
  -- For the statement, not for each row: it refuses also where no row would be met.
  execute format('create trigger only_grows before update or delete or truncate on %s for each statement execute function refuse_change()', what);
  -- Also where a session plays a replica, whose triggers do not fire by themselves.
  execute format('alter table %s enable always trigger only_grows', what);
  execute format('grant select, insert on %s to tihang_app', what);
end $$;

-- A query without an actor reads nothing: no tenant is no row.
create procedure by_tenant(what regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', what);
  execute format('alter table %s force row level security', what);
  execute format('create policy tenant on %s as restrictive using (tenant = actor_tenant()) with check (tenant = actor_tenant())', what);
end $$;

create table tenant (
  -- Letters and digits: it stands in the numbers of payment orders, whose parts a hyphen sets apart.
  tenant text primary key check (tenant ~ '^[a-z][a-z0-9]{1,39}$'),
  name text not null check (name <> ''),
  made_at timestamptz not null default clock_timestamp()
);
call only_grows('tenant');
call by_tenant('tenant');
create policy seen on tenant using (true);
