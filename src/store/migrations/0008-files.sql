-- Files of cases. Their bytes lie in a folder by their hash, once; here is who handed in what, in which case it is used, what
-- the virus scanner said, and who looked at it.

-- One row for each who hands the same bytes in: whose they are and how they are called is not told to another who has them too.
create table material (
  tenant text not null references tenant,
  id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  size bigint not null check (size > 0),
  kind text not null check (kind <> ''),
  -- Never part of a path.
  name text not null check (name <> '' and octet_length(name) <= 256 and name !~ '[/\\[:cntrl:]]'),
  -- Whose it is; null where an official or a partner wrote it.
  firm text check (firm <> ''),
  made_by text not null,
  organisation text not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (tenant, id),
  unique nulls not distinct (tenant, sha256, made_by, organisation, firm)
);
call only_grows('material');
call by_tenant('material');
revoke insert on material from tihang_app;
grant insert (tenant, id, sha256, size, kind, name, firm, made_by, organisation) on material to tihang_app;
create index material_of_firm on material (tenant, firm);

create table material_use (
  tenant text not null,
  chain text not null check (chain like 'case/%'),
  material uuid not null,
  label text not null check (btrim(label) <> ''),
  used_by text not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (tenant, chain, material, label),
  foreign key (tenant, material) references material (tenant, id)
);
create index material_use_of on material_use (tenant, material);
call only_grows('material_use');
call by_tenant('material_use');
revoke insert on material_use from tihang_app;
grant insert (tenant, chain, material, label, used_by) on material_use to tihang_app;

-- Who is shown the files of a case that they see. The program has the same table; a test holds the two together.
create function is_shown_materials(p_role text) returns boolean language sql immutable set search_path = tihang, pg_temp
  return p_role not in ('expert', 'assigner', 'deputy', 'policy-author');

-- Chains are those of cases: the tables check it. A talent has his own files, not the firm's books.
create function sees_materials_of(p_chain text) returns boolean language sql stable set search_path = tihang, pg_temp
  return actor_role() <> 'talent' and is_shown_materials(actor_role())
    and exists (select from case_now c where c.tenant = actor_tenant() and c.id = substr(p_chain, 6));

create function owns_material(p_made_by text, p_organisation text, p_firm text) returns boolean
  language sql stable set search_path = tihang, pg_temp
  return coalesce(p_made_by = actor_person() and p_organisation = actor_organisation(), false)
    or coalesce(p_firm = actor_organisation() and actor_role() in ('legal-person', 'agent'), false);

create function is_used_in_seen(p_material uuid) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (
    select from material_use u
    where u.tenant = actor_tenant() and u.material = p_material and sees_materials_of(u.chain));

-- The clock starts the scans, and looks after a restore whether the folder has what is known here.
create policy seen on material for select to tihang_app using (
  actor_role() = 'clock' or owns_material(made_by, organisation, firm) or is_used_in_seen(id));

create function sees_material(p_material uuid) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (select from material m where m.tenant = actor_tenant() and m.id = p_material);

create policy seen on material_use for select to tihang_app using (
  sees_materials_of(chain) or (actor_role() = 'talent' and used_by = actor_person()));

-- The program has the same table; a test holds the two together.
create function hands_in(p_role text) returns boolean language sql immutable set search_path = tihang, pg_temp
  return p_role in ('legal-person', 'agent', 'talent', 'window', 'county-reviewer', 'handler', 'division-head', 'joint-bureau',
    'site-inspector', 'auditor', 'partner');

-- A firm hands in as itself; the window for a firm that it sees; the others what is their own.
create function hands_in_for(p_firm text) returns boolean language sql stable set search_path = tihang, pg_temp
  return case
    when actor_seat() = 'firm' then coalesce(p_firm = actor_organisation(), false)
    when p_firm is null then true
    when actor_role() = 'window' then sees_enterprise(p_firm)
      or exists (select from case_now c where c.tenant = actor_tenant() and c.firm = p_firm)
    else false end;
create policy written on material for insert to tihang_app with check (
  made_by = actor_person() and organisation = actor_organisation() and hands_in(actor_role()) and hands_in_for(firm));

-- A firm's file goes into cases of that firm; what an official wrote, only he puts into a case.
create function fits_case(p_material uuid, p_chain text) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (
    select from material m, case_now c
    where m.tenant = actor_tenant() and m.id = p_material and c.tenant = m.tenant and c.id = substr(p_chain, 6)
      and case when m.firm is null then m.made_by = actor_person() else m.firm = c.firm end);
create policy written on material_use for insert to tihang_app with check (
  used_by = actor_person() and hands_in(actor_role()) and fits_case(material, chain));

create table material_scan (
  tenant text not null references tenant,
  place bigint generated always as identity,
  sha256 bytea not null check (length(sha256) = 32),
  state text not null check (state in ('scanning', 'clean', 'virus', 'failed')),
  virus text check (virus <> ''),
  engine text not null check (engine <> ''),
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (tenant, place),
  check ((state = 'virus') = (virus is not null))
);
create index material_scan_of on material_scan (tenant, sha256, place);
create index material_of_bytes on material (tenant, sha256);
call only_grows('material_scan');
call by_tenant('material_scan');
revoke insert on material_scan from tihang_app;
grant insert (tenant, sha256, state, virus, engine) on material_scan to tihang_app;
create function knows_bytes(p_sha256 bytea) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (select from material m where m.tenant = actor_tenant() and m.sha256 = p_sha256);
create policy seen on material_scan for select to tihang_app using (knows_bytes(sha256));
create policy written on material_scan for insert to tihang_app with check (actor_role() = 'clock' and knows_bytes(sha256));

-- Who was given which file: for the firm whose it is.
create table material_look (
  tenant text not null,
  place bigint generated always as identity,
  material uuid not null,
  looked_by text not null,
  role text not null,
  organisation text not null,
  at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  primary key (tenant, place),
  foreign key (tenant, material) references material (tenant, id)
);
create index material_look_of on material_look (tenant, material, place);
call only_grows('material_look');
call by_tenant('material_look');
revoke insert on material_look from tihang_app;
grant insert (tenant, material, looked_by, role, organisation) on material_look to tihang_app;
create function is_own_material(p_material uuid) returns boolean language sql stable set search_path = tihang, pg_temp
  return exists (
    select from material m where m.tenant = actor_tenant() and m.id = p_material
      and owns_material(m.made_by, m.organisation, m.firm));
create policy seen on material_look for select to tihang_app using (
  looked_by = actor_person() or is_own_material(material) or actor_role() = 'audit-admin');
create policy written on material_look for insert to tihang_app with check (
  looked_by = actor_person() and role = actor_role() and organisation = actor_organisation() and sees_material(material));
