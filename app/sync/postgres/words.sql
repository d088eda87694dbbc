-- Words of records, as numbers (`app.domain.search_terms`), beside their keys: outside ledger and feed, and gone with
-- the key when a record is erased. Run as minwon_owner; safe to repeat, also on a shared side made before it knew words.

create table if not exists searched (
    entity text collate "C",
    row_id text collate "C",
    version int not null,
    n bigint not null,
    words int[] not null,
    primary key (entity, row_id)
) with (toast_tuple_target = 8160);
-- Numbers that are as good as drawn by lot do not get shorter, and stay with their row as long as they fit.
alter table searched alter words set storage external;
create index if not exists searched_newest on searched (entity, n, row_id);
create index if not exists searched_words on searched using gin (words) with (gin_pending_list_limit = 256);

-- Take words of cases that the caller may hold. An older version than the one known, and what was erased, is passed over.
create or replace function put_words(home text, epoch text, entries jsonb) returns void
language plpgsql security definer set search_path = minwon, pg_temp as $$
#variable_conflict use_column
declare
    n node;
begin
    -- As for keys: nothing slips in behind an erasure.
    lock table erased in row share mode;
    n := own_node(put_words.home);
    perform check_epoch(put_words.epoch);
    if jsonb_array_length(entries) > 500 then
        raise exception 'too many at once' using errcode = '22023';
    end if;
    insert into searched (entity, row_id, version, n, words)
    select distinct on (d.entity, d.row_id) d.entity, d.row_id, least(e.version, d.version), e.n, e.words
    from jsonb_to_recordset(entries) as e (entity text, row_id text, version int, n bigint, words int[])
    cross join lateral (
        select * from doc x where x.entity = e.entity and x.row_id = e.row_id limit 1
    ) d
    where d.entity = 'case_file' and not d.erased and cardinality(e.words) between 1 and 20000
        and not exists (select from erased g where (g.entity, g.row_id) = (d.entity, d.row_id))
        and (n.departments is null or d.holder = put_words.home or d.department = any (n.departments))
    order by d.entity, d.row_id, e.version desc
    on conflict (entity, row_id) do update set version = excluded.version, n = excluded.n, words = excluded.words
    where searched.version < excluded.version
        or searched.version = excluded.version and (searched.n, searched.words) <> (excluded.n, excluded.words);
end $$;

-- Cases that have all words of one of `ways` and all of `narrowed`, newest first: those with n from `first_n` on and
-- before the pair (`before_n`, `before_row`). What is common fills a page from among the newest; only what is not is
-- looked for in the index, which knows no order. The audit officer is given what is theirs, everybody else what is not:
-- that words fit tells something of them. Every question goes into the access log. Errors: MW004.
create or replace function find_words(
    home text, epoch text, by_login text, by_role text, ways jsonb, narrowed int[], first_n bigint, before_n bigint,
    before_row text, at_most int
) returns table (entity text, row_id text, version int, place bigint, made_at_home text, erased boolean, fields text,
    key bytea, n bigint)
language plpgsql security definer
set search_path = minwon, pg_temp
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
    newest constant int := 3000;
    few constant int := 16;
    caller node;
    given int := 0;
    edge_n bigint := before_n;
    edge_row text := before_row;
begin
    caller := own_node(find_words.home);
    perform check_epoch(find_words.epoch);
    if by_role not in ('clerk', 'consultant', 'supervisor', 'auditor') then
        raise exception 'not allowed' using errcode = 'MW004';
    end if;
    insert into access_log (home, login, role, wanted, argument)
    values (find_words.home, by_login, by_role, 'words', left(ways::text, 2000));

    -- Of many spellings hardly any is one that somebody wrote.
    if jsonb_array_length(ways) > few then
        select coalesce(jsonb_agg(w.value), '[]') into ways
        from jsonb_array_elements(ways) w
        where exists (
            select from searched y where y.words @> (translate(w.value::text, '[]', '{}')::int[] || narrowed) offset 0
        );
    end if;
    if jsonb_array_length(ways) <= few then
        return query
        with way as materialized (
            select translate(w.value::text, '[]', '{}')::int[] || narrowed as terms from jsonb_array_elements(ways) w
        )
        select d.entity, d.row_id, d.version, d.place, d.home, d.erased, d.fields::text, k.key, s.n
        from (
            select x.row_id, x.n, x.words from searched x
            where x.entity = 'case_file' and x.n >= first_n and (x.n, x.row_id) < (before_n, before_row)
            order by x.entity desc, x.n desc, x.row_id desc limit newest
        ) s
        cross join lateral (
            select * from doc y where y.entity = 'case_file' and y.row_id = s.row_id limit 1
        ) d
        left join record_key k on k.entity = 'case_file' and k.row_id = s.row_id
        where exists (select from way w where s.words @> w.terms)
            and not d.erased and (coalesce(d.fields ->> 'to_auditor', 'false') = 'true') = (by_role = 'auditor')
            and (caller.departments is null or d.holder = caller.home or d.department = any (caller.departments))
        order by s.n desc, s.row_id desc limit at_most;
        get diagnostics given = row_count;
        if given >= at_most then
            return;
        end if;
        select x.n, x.row_id into edge_n, edge_row from searched x
        where x.entity = 'case_file' and x.n >= first_n and (x.n, x.row_id) < (before_n, before_row)
        order by x.entity desc, x.n desc, x.row_id desc offset newest - 1 limit 1;
        if edge_n is null then
            return;
        end if;
    end if;

    return query
    select d.entity, d.row_id, d.version, d.place, d.home, d.erased, d.fields::text, k.key, s.n
    from (
        select distinct x.n, x.row_id
        from jsonb_array_elements(ways) w
        cross join lateral (
            -- Not a plain n: the planner would read the other index whole to go with this one.
            select y.n, y.row_id from searched y
            where y.words @> (translate(w.value::text, '[]', '{}')::int[] || narrowed)
                and y.n + 0 >= first_n and (y.n + 0, y.row_id) < (edge_n, edge_row)
            offset 0
        ) x
        order by x.n desc, x.row_id desc
    ) s
    cross join lateral (
        select * from doc y where y.entity = 'case_file' and y.row_id = s.row_id limit 1
    ) d
    left join record_key k on k.entity = 'case_file' and k.row_id = s.row_id
    where not d.erased and (coalesce(d.fields ->> 'to_auditor', 'false') = 'true') = (by_role = 'auditor')
        and (caller.departments is null or d.holder = caller.home or d.department = any (caller.departments))
    order by s.n desc, s.row_id desc limit at_most - given;
end $$;
