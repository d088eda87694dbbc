-- What a counter's login may call: this list and nothing else (rights.sql). Run as minwon_owner; safe to repeat.
-- Each is SECURITY DEFINER and binds the home named to the login that calls. Errors, as codes: MW001 restored,
-- MW002 behind, MW003 removed, MW004 not allowed, MW005 name taken, MW006 invite used, MW007 invite expired,
-- MW008 no such invite, 40001 try again.

create or replace function epoch(
    home text, known text, count bigint, mark text, next_count bigint, next_mark text, release text, at timestamptz,
    unsent int, conflicts int
) returns table (
    office text, epoch text, standing text, now_at timestamptz, protocol int, counter_code text, key_accepted boolean
)
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    n node;
    current text;
    judged text;
begin
    select * into n from node x where x.home = epoch.home and x.login = session_user for update;
    if n.home is null then
        judged := 'unknown';
    elsif n.removed_on is not null then
        judged := 'removed';
    else
        -- A backup brought from a server whose transactions counted further.
        if (select max(f.xid) from feed f) >= pg_snapshot_xmax(pg_current_snapshot()) then
            perform from meta for update;
            perform begin_anew();
        end if;
        if known not in ('', current_epoch()) then
            judged := 'restored';
        elsif count > n.ticket_count then
            perform from meta for update;
            perform begin_anew();
            judged := 'restored';
        elsif (n.ticket_count, n.ticket_mark) in ((count, mark), (next_count, next_mark)) then
            judged := 'in_step';
        else
            judged := 'behind';
        end if;
        -- Whoever asks every second is not written down every second.
        update node x set release = epoch.release, last_seen = clock_timestamp(), unsent = epoch.unsent,
            conflicts = epoch.conflicts, clock = extract(epoch from epoch.at - clock_timestamp()),
            ticket_count = case when judged = 'restored' then greatest(count, x.ticket_count) else x.ticket_count end,
            ticket_mark = case when judged = 'restored' and count > x.ticket_count then mark else x.ticket_mark end
        where x.home = n.home and (judged <> 'in_step' or x.last_seen is null
            or x.last_seen not between clock_timestamp() - interval '10 seconds' and clock_timestamp()
            or (x.release, x.unsent, x.conflicts) is distinct from (epoch.release, epoch.unsent, epoch.conflicts)
            or x.clock is null or abs(x.clock - extract(epoch from epoch.at - clock_timestamp())) >= 1);
    end if;
    return query
    select m.office, current_epoch(), judged, clock_timestamp(), m.protocol, coalesce(n.counter_code, ''),
        n.home is not null and n.removed_on is null and exists (
            select from doc d
            where d.entity = 'counter' and d.row_id = n.counter_code and not d.erased
                and d.fields ->> 'public_key' = encode(n.public_key, 'hex')
                and coalesce(d.fields ->> 'key_until', '9999-12-31') >= office_today()::text)
    from meta m;
end $$;

create or replace function push(
    home text, epoch text, count bigint, mark text, next_count bigint, next_mark text, ops jsonb, keys jsonb, audits jsonb
) returns table (op_id text, result text, version int, place bigint, reason text)
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    n node;
begin
    -- Erasing waits for pushes under way and holds up others for a moment, so that no key slips in behind it.
    if ops @> '[{"kind": "erase"}]' then
        lock table erased in exclusive mode;
    else
        lock table erased in row share mode;
    end if;
    perform own_node(push.home);
    perform check_epoch(push.epoch);
    select * into n from node x where x.home = push.home for no key update;
    if (n.ticket_count, n.ticket_mark) not in ((count, mark), (next_count, next_mark)) then
        if count > n.ticket_count then
            raise exception 'a ticket that is not known yet' using errcode = 'MW001';
        end if;
        raise exception 'an old ticket' using errcode = 'MW002';
    end if;
    update node x set ticket_count = next_count, ticket_mark = next_mark, last_seen = clock_timestamp()
    where x.home = push.home;

    insert into record_key (entity, row_id, key)
    select k.entity, k.row_id, decode(k.key, 'hex')
    from jsonb_to_recordset(keys) as k (entity text, row_id text, key text)
    where not exists (select from erased e where (e.entity, e.row_id) = (k.entity, k.row_id))
    order by k.entity, k.row_id
    on conflict do nothing;

    return query select * from take(push.home, ops);

    insert into audit (home, n, at, login, role, counter_code, action, entity, row_id, detail, chain)
    select push.home, a.n, a.at, a.login, a.role, a.counter_code, a.action, a.entity, a.row_id, a.detail,
        decode(a.chain, 'hex')
    from jsonb_to_recordset(audits) as a (n bigint, at text, login text, role text, counter_code text, action text,
        entity text, row_id text, detail text, chain text)
    order by a.n
    on conflict do nothing;
end $$;

-- A page of the feed, in its order: `wanted` documents after the cursor, and one more when there are more; else one
-- last row without an entity that says how far the feed was read, and as its version 1 when there is more behind it.
-- STABLE: all of it sees one snapshot.
-- What the caller made itself at places from `own_before` on, and nobody has changed, it knows and is not told.
-- A case that is not of the caller's departments comes without anything but that it has left them: it may be there.
create or replace function pull(home text, epoch text, after_xid bigint, after_seq bigint, wanted int, hold_from date,
    own_before bigint)
returns table (entity text, row_id text, version int, place bigint, made_at_home text, erased boolean, fields text,
    key bytea, xid bigint, seq bigint)
language plpgsql stable security definer
set search_path = minwon, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_bitmapscan = off
as $$
#variable_conflict use_column
declare
    scan constant int := 20000;
    horizon constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
    start constant xid8 := after_xid::text::xid8;
    n node;
    given int;
begin
    n := own_node(pull.home);
    perform check_epoch(pull.epoch);
    return query
    select r.entity, r.row_id, r.version, r.place, r.home, r.erased,
        case when o.has_left then '{"left": true}' else r.fields::text end, case when not o.has_left then k.key end,
        f.xid::text::bigint, f.seq
    from (
        select * from feed e where (e.xid, e.seq) > (start, after_seq) and e.xid < horizon
        order by e.xid, e.seq limit scan
    ) f
    cross join lateral (
        select * from doc x where x.entity = f.entity and x.row_id = f.row_id limit 1
    ) r
    left join record_key k on k.entity = f.entity and k.row_id = f.row_id
    cross join lateral (
        select r.entity = 'case_file' and n.departments is not null and r.holder is distinct from pull.home
            and not coalesce(r.department = any (n.departments), false) as has_left
    ) o
    -- Both as the record stood when the entry was written and as it stands: a visit that came to this home's departments
    -- was entered anew then, before its steps, and only from there on do its steps count. What it holds of its own is
    -- told to it whatever the day and the department.
    where (r.holder is null or r.holder = pull.home or least(f.day, r.day) >= hold_from)
        and (n.departments is null or r.holder is null or r.holder = pull.home
            or f.department = any (n.departments) and r.department = any (n.departments) or o.has_left)
        and r.entity not in ('sealed', 'survey_answer')
        and not (r.place >= own_before and r.home = pull.home and r.version = 1 and not r.erased and r.entity <> 'conflict')
    order by f.xid, f.seq limit wanted + 1;
    get diagnostics given = row_count;
    if given <= wanted then
        return query
        select null::text, null::text, far.more, null::bigint, null::text, null::boolean, null::text, null::bytea,
            far.xid::text::bigint, far.seq
        from (
            (select 1 as more, e.xid, e.seq from feed e where (e.xid, e.seq) > (start, after_seq) and e.xid < horizon
                order by e.xid, e.seq offset scan - 1 limit 1)
            union all
            (select 0, e.xid, e.seq from feed e where (e.xid, e.seq) > (start, after_seq) and e.xid < horizon
                order by e.xid desc, e.seq desc limit 1)
            union all
            select 0, start, after_seq
        ) far
        limit 1;
    end if;
end $$;

-- Documents beyond the feed. Every question goes into the access log, also one that finds nothing. The audit officer
-- may ask for the cases that are theirs to handle, and for nothing else.
create or replace function "fetch"(
    home text, epoch text, by_login text, by_role text, wanted text, argument text, first int, at_most int
) returns table (entity text, row_id text, version int, place bigint, made_at_home text, erased boolean, fields text,
    key bytea)
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    n node;
begin
    n := own_node("fetch".home);
    perform check_epoch("fetch".epoch);
    if by_role not in ('clerk', 'consultant', 'supervisor') and ("fetch".wanted <> 'case' or by_role <> 'auditor') then
        raise exception 'not allowed' using errcode = 'MW004';
    end if;
    insert into access_log (home, login, role, wanted, argument)
    values ("fetch".home, by_login, by_role, "fetch".wanted, "fetch".argument);
    if by_role = 'auditor' and not exists (
        select from doc x where x.entity = 'case_file' and x.row_id = "fetch".argument
            and x.fields -> 'to_auditor' = 'true'
    ) then
        return;
    end if;
    return query
    select d.entity, d.row_id, d.version, d.place, d.home, d.erased, d.fields::text, k.key
    from (
        select x.*, 1 as part from doc x
        where "fetch".wanted = 'day' and x.entity = 'visit'
            and x.day = case when "fetch".wanted = 'day' then "fetch".argument::date end
        union all
        select c.*, 2 from doc x join doc c on c.parent = x.row_id
        where "fetch".wanted = 'day' and x.entity = 'visit'
            and x.day = case when "fetch".wanted = 'day' then "fetch".argument::date end
        union all
        select x.*, 1 from doc x
        where "fetch".wanted = 'record' and x.entity = split_part("fetch".argument, '/', 1)
            and x.row_id = substr("fetch".argument, strpos("fetch".argument, '/') + 1)
        union all
        select x.*, 1 from doc x
        where "fetch".wanted = 'case' and x.entity = 'case_file' and x.row_id = "fetch".argument
        union all
        select c.*, 2 from doc c where "fetch".wanted = 'case' and c.parent = "fetch".argument
        union all
        (select x.*, 1 from doc x
        where "fetch".wanted = 'search' and x.entity = 'visit'
            and (n.departments is null or x.department = any (n.departments))
            and (strpos(upper((x.fields ->> 'counter_code') || '-' || lpad(x.fields ->> 'seq',
                    greatest(3, length(x.fields ->> 'seq')), '0')), upper(btrim("fetch".argument))) > 0
                or strpos(upper(x.fields ->> 'service_code'), upper(btrim("fetch".argument))) > 0)
        order by x.day desc, x.place desc offset first limit at_most)
    ) d
    left join record_key k on k.entity = d.entity and k.row_id = d.row_id
    where (n.departments is null or d.holder is null or d.department = any (n.departments))
        and d.entity not in ('sealed', 'survey_answer')
    order by d.part, case when "fetch".wanted = 'search' then d.day end desc,
        case when "fetch".wanted = 'search' then d.place end desc, d.place, d.entity, d.row_id;
end $$;

-- Of what was erased nothing is kept.
create or replace function blob_put(home text, epoch text, blob text, part int, data bytea) returns void
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
begin
    -- As for keys: nothing slips in behind an erasure.
    lock table erased in row share mode;
    perform own_node(blob_put.home);
    perform check_epoch(blob_put.epoch);
    if octet_length(blob_put.data) > 262144 or blob_put.part not between 0 and 65535 or length(blob_put.blob) > 128 then
        raise exception 'not a part' using errcode = '22023';
    end if;
    insert into blob (blob, part, data)
    select blob_put.blob, blob_put.part, blob_put.data where not is_dead(blob_put.blob)
    on conflict do nothing;
end $$;

create or replace function blob_get(home text, epoch text, blob text, part int) returns bytea
language plpgsql stable security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
begin
    perform own_node(blob_get.home);
    perform check_epoch(blob_get.epoch);
    return (select b.data from blob b where b.blob = blob_get.blob and b.part = blob_get.part);
end $$;

-- Enter the caller's home as a counter, once for each invitation. The caller changes its password in the same
-- transaction, so that either both have happened or none.
create or replace function redeem(home text, name text, public_key bytea)
returns table (office text, office_name text, counter_code text, epoch text)
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    i invite;
    code text;
begin
    perform from meta for update;
    select * into i from invite x where x.login = session_user for update;
    if i.login is null then
        raise exception 'no such invitation' using errcode = 'MW008';
    elsif i.used_at is not null then
        -- The answer to the first try was lost; nobody else knows this login's password any more.
        select x.counter_code into code from node x where x.home = redeem.home and x.login = session_user;
        if code is null then
            raise exception 'used' using errcode = 'MW006';
        end if;
    elsif i.withdrawn_at is not null then
        raise exception 'withdrawn' using errcode = 'MW006';
    elsif i.until < clock_timestamp() then
        raise exception 'expired' using errcode = 'MW007';
    else
        code := free_counter(redeem.name);
        perform enter_node(redeem.home, code, redeem.name, redeem.public_key, session_user::text);
        update node x set departments = i.departments where x.home = redeem.home;
        update invite x set used_at = clock_timestamp() where x.login = session_user;
    end if;
    return query select m.office, m.name, code, current_epoch() from meta m;
end $$;

-- A new life under a new counter code for a home that is behind. Repeated for the same new home: the same code.
create or replace function renew(
    home text, known text, count bigint, mark text, next_count bigint, next_mark text, new_home text, public_key bytea
) returns text
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    n node;
    code text;
begin
    perform from meta for update;
    n := own_node(renew.home);
    select x.counter_code into code from node x
    where x.home = new_home and x.login = session_user and x.renewed_from = n.home
        and x.public_key = renew.public_key;
    if code is not null then
        return code; -- the first answer was lost
    end if;
    perform check_epoch(known);
    if exists (select from node x where x.home = new_home) then
        raise exception 'a home of that name is there' using errcode = 'MW001';
    elsif count > n.ticket_count or (n.ticket_count, n.ticket_mark) in ((count, mark), (next_count, next_mark)) then
        raise exception 'not behind' using errcode = 'MW001';
    end if;
    code := free_counter('');
    perform enter_node(new_home, code, free_name(n.name), renew.public_key, n.login);
    update node x set renewed_from = n.home, departments = n.departments where x.home = new_home;
    return code;
end $$;
