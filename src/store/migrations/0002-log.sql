-- The log: what happened, in chains, one a case, so that no two cases wait for each other; and the roots that are lodged outside.

create table log_entry (
  tenant text not null references tenant,
  chain text not null check (chain <> ''),
  seq integer not null check (seq >= 1),
  kind text not null check (kind <> ''),
  at timestamptz not null,
  -- Canonical JSON as it was hashed. Personal data stands here as salted hashes only.
  body text not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (tenant, chain, seq)
);
call only_grows('log_entry');
call by_tenant('log_entry');
create policy seen on log_entry for select using (true);
create policy written on log_entry for insert with check (actor_person() is not null);

-- The next entry follows the last one, and no clock runs backwards inside a chain.
create function entry_follows() returns trigger language plpgsql set search_path = tihang as $$
declare last record;
begin
  select seq, hash, at into last from log_entry
    where tenant = new.tenant and chain = new.chain order by seq desc limit 1;
  if coalesce(last.seq, 0) + 1 <> new.seq then
    raise exception 'entry % of chain % does not follow entry %', new.seq, new.chain, coalesce(last.seq, 0) using errcode = '40001';
  end if;
  if coalesce(last.hash, decode(repeat('00', 32), 'hex')) <> new.prev then
    raise exception 'entry % of chain % does not hold the hash before it', new.seq, new.chain using errcode = '23514';
  end if;
  if last.at is not null and new.at < last.at then
    raise exception 'entry % of chain % is earlier than the one before it', new.seq, new.chain using errcode = 'TH001';
  end if;
  return new;
end $$;
create trigger entry_follows before insert on log_entry for each row execute function entry_follows();
alter table log_entry enable always trigger entry_follows;

create table log_root (
  tenant text not null references tenant,
  day date not null,
  root bytea not null check (length(root) = 32),
  chains integer not null check (chains >= 0),
  made_at timestamptz not null default clock_timestamp(),
  primary key (tenant, day)
);
call only_grows('log_root');
call by_tenant('log_root');
create policy seen on log_root for select using (true);
create policy written on log_root for insert with check (actor_role() in ('clock', 'audit-admin'));
