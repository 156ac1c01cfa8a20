-- The ledger: postings and their legs only grow; balances follow the legs and are never below zero.

-- The chart of accounts, as the law of postings needs it: which book an account lies in, its normal side, and how many key
-- values name the book. The program has the same table; a test holds the two together.
create table account_code (
  code text primary key,
  book text not null,
  side text not null check (side in ('D', 'C')),
  book_keys integer not null check (book_keys >= 1)
);
insert into account_code (code, book, side, book_keys)
select code, book, side, keys from (values
  ('authority', 4, 'C', array['F10']),
  ('authority', 4, 'D', array['F11','F12','F20','F30','F40','F41','F50','F51','F55','F60','F70','F71']),
  ('recovery', 3, 'D', array['R10','R11','R12','R13']), ('recovery', 3, 'C', array['R20']),
  ('treasuries', 4, 'D', array['X10','X12']), ('treasuries', 4, 'C', array['X11']),
  ('demand', 2, 'D', array['N10','N20']), ('demand', 2, 'C', array['N90']),
  ('claims', 3, 'C', array['K10']), ('claims', 3, 'D', array['K11','K12','K13','K14']),
  ('support', 2, 'C', array['S10']), ('support', 2, 'D', array['S11','S12']),
  ('months', 3, 'C', array['M10']), ('months', 3, 'D', array['M11','M12','M13','M14','M15']),
  ('pool', 2, 'D', array['P10','P11','P12','P13','P14','P15']), ('pool', 2, 'C', array['P20','P21','P22','P23']),
  ('risk', 3, 'C', array['Q10']), ('risk', 3, 'D', array['Q11','Q12','Q13','Q14'])
) as of_book(book, keys, side, codes), unnest(codes) as code;
call only_grows('account_code');

-- One money action, one posting: it belongs to one entry of the log, and no entry has two.
create table posting (
  tenant text not null references tenant,
  key text not null check (key <> ''),
  transfers text[] not null check (cardinality(transfers) >= 1),
  chain text not null,
  seq integer not null,
  place bigint generated always as identity,
  primary key (tenant, key),
  unique (tenant, chain, seq),
  unique (tenant, place),
  foreign key (tenant, chain, seq) references log_entry (tenant, chain, seq)
);
call only_grows('posting');
call by_tenant('posting');
create policy seen on posting for select using (true);
create policy written on posting for insert to tihang_owner with check (actor_person() is not null);

create table leg (
  tenant text not null,
  key text not null,
  n integer not null check (n >= 1),
  debit text not null,
  credit text not null check (credit <> debit),
  amount bigint not null check (amount > 0),
  takes text not null,
  primary key (tenant, key, n),
  foreign key (tenant, key) references posting (tenant, key)
);
call only_grows('leg');
call by_tenant('leg');
create policy seen on leg for select using (true);
create policy written on leg for insert to tihang_owner with check (actor_person() is not null);

-- What every account holds. Written by the function below and by nothing else: the app may read it.
create table balance (
  tenant text not null references tenant,
  account text not null,
  amount bigint not null check (amount >= 0),
  primary key (tenant, account)
);
call by_tenant('balance');
create policy seen on balance for select using (true);
create policy kept on balance to tihang_owner using (true) with check (true);
grant select on balance to tihang_app;
-- What only_grows gave: postings come in by the function alone.
revoke insert on posting, leg, account_code from tihang_app;

-- Years of a tenant that are closed. They take only results, bounces and recoveries; which those are stands in the table of
-- transfers, which the program has.
create table closed_year (
  tenant text not null references tenant,
  year text not null check (year ~ '^\d{4}$'),
  chain text not null,
  seq integer not null,
  primary key (tenant, year),
  foreign key (tenant, chain, seq) references log_entry (tenant, chain, seq)
);
call only_grows('closed_year');
call by_tenant('closed_year');
create policy seen on closed_year for select using (true);
create policy written on closed_year for insert with check (actor_role() in ('city-treasury', 'clock'));

-- Things that may happen once only, by their natural key: an invoice line, a title's award, a month of an allowance, a bank's
-- serial, a file.
create table natural_key (
  tenant text not null references tenant,
  kind text not null check (kind <> ''),
  key text not null check (key <> ''),
  chain text not null,
  seq integer not null,
  primary key (tenant, kind, key),
  foreign key (tenant, chain, seq) references log_entry (tenant, chain, seq)
);
call only_grows('natural_key');
call by_tenant('natural_key');
create policy seen on natural_key for select using (true);
create policy written on natural_key for insert with check (actor_person() is not null);

-- The code of an account, its book and the key of the book: F30/nantong/tech/2026/city/part-1 lies in authority/nantong/tech/2026/city.
create function book_of(account text) returns text language sql stable set search_path = tihang
  return (
    select book || '/' || array_to_string((string_to_array(account, '/'))[2:1 + book_keys], '/')
    from account_code where code = split_part(account, '/', 1)
  );

create function move_balance(what text, side text, by bigint) returns void language plpgsql set search_path = tihang as $$
declare own text; held bigint;
begin
  select account_code.side into own from account_code where code = split_part(what, '/', 1);
  select amount into held from balance where tenant = actor_tenant() and account = what;
  if own <> side and held < by then
    raise exception 'below zero' using errcode = 'TH003',
      detail = json_build_object('account', what, 'available', held::text, 'asked', by::text)::text;
  end if;
  update balance set amount = held + case when own = side then by else -by end
    where tenant = actor_tenant() and account = what;
end $$;

-- Posts one event, whole or not at all. Accounts are locked in the order of their names, so that two events never wait for
-- each other in a circle. The second time under the same key it does nothing, and refuses other legs.
create function post(p_key text, p_transfers text[], p_chain text, p_seq integer, p_legs jsonb) returns text
  language plpgsql security definer set search_path = tihang as $$
declare tenant_now text := actor_tenant(); one record; before jsonb;
begin
  if tenant_now is null or actor_person() is null then
    raise exception 'nobody posts' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(tenant_now || E'\npost\n' || p_key, 0));
  if exists (select from posting where tenant = tenant_now and key = p_key) then
    select coalesce(jsonb_agg(jsonb_build_object('debit', debit, 'credit', credit, 'amount', amount::text, 'takes', takes) order by n), '[]')
      into before from leg where tenant = tenant_now and key = p_key;
    if before = p_legs and p_transfers = (select transfers from posting where tenant = tenant_now and key = p_key) then
      return 'repeated';
    end if;
    raise exception 'key reused' using errcode = 'TH002', detail = json_build_object('key', p_key)::text;
  end if;
  for one in
    select distinct account from jsonb_array_elements(p_legs) as each, lateral (values (each ->> 'debit'), (each ->> 'credit')) as a(account)
    order by account
  loop
    if split_part(one.account, '/', 2) <> tenant_now or book_of(one.account) is null then
      raise exception 'no account %', one.account using errcode = '23514';
    end if;
    insert into balance (tenant, account, amount) values (tenant_now, one.account, 0) on conflict do nothing;
    perform from balance where tenant = tenant_now and account = one.account for update;
  end loop;
  -- Its place comes after the locks: postings that share an account stand in the order in which they took effect.
  insert into posting (tenant, key, transfers, chain, seq) values (tenant_now, p_key, p_transfers, p_chain, p_seq);
  for one in select * from jsonb_array_elements(p_legs) with ordinality as each(leg, n) loop
    if book_of(one.leg ->> 'debit') <> book_of(one.leg ->> 'credit') then
      raise exception 'wrong book' using errcode = 'TH004',
        detail = json_build_object('debit', one.leg ->> 'debit', 'credit', one.leg ->> 'credit')::text;
    end if;
    insert into leg (tenant, key, n, debit, credit, amount, takes) values
      (tenant_now, p_key, one.n, one.leg ->> 'debit', one.leg ->> 'credit', (one.leg ->> 'amount')::bigint, one.leg ->> 'takes');
    perform move_balance(one.leg ->> 'debit', 'D', (one.leg ->> 'amount')::bigint);
    perform move_balance(one.leg ->> 'credit', 'C', (one.leg ->> 'amount')::bigint);
  end loop;
  return 'posted';
end $$;
revoke execute on function post(text, text[], text, integer, jsonb), move_balance(text, text, bigint) from public;
grant execute on function post(text, text[], text, integer, jsonb) to tihang_app;
