-- Entering and ending counters: called by the functions of calls.sql and by the administrator. Run as minwon_owner;
-- safe to repeat.

-- The code a new counter gets: `name` itself when it is a code and free, else the first free of A, B … Z, AA, AB …
-- Errors: MW005 when a counter has that name or code.
create or replace function free_counter(name text) returns text
language plpgsql stable set search_path = minwon, pg_temp as $$
declare
    letters constant text := 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    code text := upper(btrim(free_counter.name));
    number int := 0;
    rest int;
begin
    if code <> '' and exists (
        select from doc d where d.entity = 'counter' and (upper(d.row_id) = code or upper(btrim(d.fields ->> 'name')) = code)
        union all
        select from node n where upper(n.counter_code) = code or upper(btrim(n.name)) = code
    ) then
        raise exception 'name taken' using errcode = 'MW005';
    end if;
    if free_counter.name ~ '^[A-Z0-9]{1,4}$' then
        return code;
    end if;
    loop
        code := '';
        rest := number;
        loop
            code := substr(letters, rest % 26 + 1, 1) || code;
            rest := rest / 26 - 1;
            exit when rest < 0;
        end loop;
        exit when not exists (select from doc d where d.entity = 'counter' and d.row_id = code)
            and not exists (select from node n where n.counter_code = code);
        number := number + 1;
    end loop;
    return code;
end $$;

-- `name` with the first number from 2 that makes it unlike every other counter's.
create or replace function free_name(name text) returns text
language sql stable set search_path = minwon, pg_temp as $$
    select c.candidate
    from (select free_name.name || ' ' || i as candidate, i from generate_series(2, 9999) i) c
    where not exists (select from doc d where d.entity = 'counter' and d.fields ->> 'name' = c.candidate)
        and not exists (select from node n where n.name = c.candidate)
    order by c.i limit 1
$$;

-- A home becomes a counter: its node, and its counter document unless that is there already.
create or replace function enter_node(new_home text, code text, name text, public_key bytea, login text) returns void
language plpgsql set search_path = minwon, pg_temp as $$
begin
    insert into node (home, counter_code, name, public_key, login)
    values (new_home, code, enter_node.name, enter_node.public_key, enter_node.login);
    if not exists (select from doc d where d.entity = 'counter' and d.row_id = code) then
        perform take_own('system', '', 'counter', code, jsonb_build_object('name', enter_node.name,
            'public_key', encode(enter_node.public_key, 'hex'), 'home', new_home));
    end if;
end $$;

-- Enter a home that is a counter already, or give its login; repeating changes nothing. `login` is only a proposal.
create or replace function admit(new_home text, code text, name text, public_key bytea, login text) returns text
language plpgsql set search_path = minwon, pg_temp as $$
declare
    known text;
begin
    perform from meta for update;
    select n.login into known from node n where n.home = new_home;
    if known is not null then
        return known;
    end if;
    perform enter_node(new_home, code, admit.name, admit.public_key, admit.login);
    return admit.login;
end $$;

-- End an invitation that nobody has used; repeating changes nothing. Errors: MW006 when a counter was made with it, MW008
-- when there is none of that login.
create or replace function withdraw(invited text) returns void
language plpgsql set search_path = minwon, pg_temp as $$
declare
    i invite;
begin
    select * into i from invite x where x.login = invited for update;
    if i.login is null then
        raise exception 'no such invitation' using errcode = 'MW008';
    elsif i.used_at is not null then
        raise exception 'used' using errcode = 'MW006';
    end if;
    update invite x set withdrawn_at = coalesce(x.withdrawn_at, clock_timestamp()) where x.login = invited;
end $$;

-- End a home. Its key ends after `last_day`. The login to close, or null while another home uses it.
create or replace function remove(old_home text, last_day date) returns text
language plpgsql set search_path = minwon, pg_temp as $$
declare
    n node;
begin
    perform from meta for update;
    select * into n from node x where x.home = old_home for update;
    if n.home is null then
        raise exception 'unknown home' using errcode = 'MW009';
    elsif n.removed_on is not null then
        return null;
    end if;
    update node x set removed_on = office_today() where x.home = old_home;
    perform take_own('system', '', 'counter', n.counter_code,
        jsonb_build_object('retired_at', iso(clock_timestamp()), 'key_until', last_day::text));
    if exists (select from node x where x.login = n.login and x.removed_on is null) then
        return null;
    end if;
    return n.login;
end $$;
