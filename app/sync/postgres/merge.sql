-- Merging operations into the documents. Run as minwon_owner; safe to repeat.

-- An operation as it was offered (op_id to at_client), where it belongs, and its turn among those offered with it.
-- `visit` is the visit or the case that a new record belongs to.
do $$ begin
    if to_regtype('minwon.offered') is null then
        create type offered as (
            op_id text, place bigint, n bigint, entity text, row_id text, kind text, base_version int, fields jsonb,
            by_login text, at_client text, refused text, visit text, day date, department text, turn int
        );
        create type became as (op_id text, result text, version int, reason text);
    end if;
end $$;

-- Let `from_home` change the documents. `ops` is an array of objects: op_id, n, entity, row_id, kind, base_version,
-- fields (JSON text), by, at. Every operation gets one row of the ledger; one that has its row already gets the answer
-- it got then. Locks are taken in one order by everybody: documents that are there by rank, entity and row, then new
-- ones in the same order. Errors: 40001 when somebody offers the same operation at this moment; 22xxx when a text or
-- a day cannot be held.
create or replace function take(from_home text, ops jsonb)
returns table (op_id text, result text, version int, place bigint, reason text)
language plpgsql
set search_path = minwon, pg_temp
set plan_cache_mode = force_generic_plan
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
    now_at constant timestamptz := clock_timestamp();
    items offered[];
    item offered;
    outcomes became[];
    outcome became;
    written int;
begin
    -- What the ledger does not have yet, numbered in the order in which the home did it.
    select array_agg(
        row(o.op_id, o.place, o.n, o.entity, o.row_id, o.kind, o.base_version, o.fields, o.by_login, o.at_client,
            case when o.kind is null or o.kind not in ('create', 'edit', 'erase')
                    or jsonb_typeof(o.fields) is distinct from 'object' or o.bytes > 65536
                    or coalesce(length(o.entity), 0) not between 1 and 64
                    or coalesce(length(o.row_id), 0) not between 1 and 256 then 'malformed'
                when o.entity in ('sealed', 'survey_answer', 'survey_day') and from_home not in ('system', 'survey')
                    then 'forbidden'
                -- Whose slips are believed, and until when, no counter says of another one, nor of itself afterwards.
                when o.entity = 'counter' and o.kind = 'edit' and from_home <> 'system'
                    and o.fields ?| array['public_key', 'home', 'key_until'] then 'forbidden'
                -- Nor is the key changed that answers are sealed to, nor anything erased but words whose time is over.
                when from_home <> 'system' and (o.entity = 'audit_key' and o.kind = 'edit'
                    or o.kind = 'erase' and o.entity not in ('visit', 'visit_step', 'guidance', 'case_file', 'case_step',
                        'attachment', 'card', 'incident', 're_review')) then 'forbidden'
                end,
            parent_of(o.entity, o.fields),
            day_of(o.entity, o.fields),
            case when o.entity in ('visit', 'case_file') then o.fields ->> 'department_code' end,
            o.turn
        )::offered order by o.turn)
    into items
    from (
        select x.*, row_number() over (order by rank_of(x.entity), x.entity, x.row_id, x.n, x.op_id) as turn
        from (
            select y.op_id, nextval('place') as place, y.n, y.entity, y.row_id, y.kind,
                coalesce(y.base_version, 0) as base_version, y.fields::jsonb as fields,
                coalesce(octet_length(y.fields), 0) as bytes, coalesce(y.by, '') as by_login,
                coalesce(y.at, '') as at_client
            from (
                select distinct on (z.n, z.op_id) z.*
                from jsonb_to_recordset(ops) as z (op_id text, n bigint, entity text, row_id text, kind text,
                    base_version int, fields text, by text, at text)
                where z.op_id is not null and not exists (select from op l where l.op_id = z.op_id)
                order by z.n, z.op_id
            ) y
        ) x
    ) o;

    if items is not null then
        -- Documents that will be changed, and visits and cases that get something added, in the order everybody keeps.
        perform from doc d
        join (
            select i.entity, i.row_id from unnest(items) i where i.refused is null and i.kind <> 'create'
            union
            select root_of(i.entity), i.visit from unnest(items) i
            where i.refused is null and i.kind = 'create' and i.visit is not null
            union
            select c.entity, c.row_id from unnest(items) i join doc c on c.parent = i.row_id
            where i.refused is null and (i.kind = 'edit' and (i.entity = 'visit' and i.fields ? 'department_code'
                or i.entity = 'case_file' and i.fields ?| array['department_code', 'ended_on'])
                or i.kind = 'erase' and i.entity = 'case_file')
        ) k on (d.entity, d.row_id) = (k.entity, k.row_id)
        order by rank_of(d.entity), d.entity, d.row_id for update of d;

        -- New documents: first those that belong to nothing, then those of a visit or a case. What comes to a case that
        -- was erased is erased with it.
        insert into doc (entity, row_id, version, place, home, made_by, made_at, erased, fields, day, department, holder)
        select i.entity, i.row_id, 1, i.place, from_home, i.by_login, now_at, e.entity is not null,
            case when e.entity is null then i.fields else without_locked(i.fields) end,
            i.day, i.department, case when i.entity in ('visit', 'case_file') then from_home end
        from unnest(items) i left join erased e on (e.entity, e.row_id) = (i.entity, i.row_id)
        where i.kind = 'create' and i.refused is null and i.visit is null
        order by i.turn
        on conflict do nothing;
        insert into doc (entity, row_id, version, place, home, made_by, made_at, erased, fields, parent, day, department,
            holder)
        select i.entity, i.row_id, 1, i.place, from_home, i.by_login, now_at, g.gone,
            case when g.gone then without_locked(i.fields) else i.fields end,
            i.visit, v.day, v.department, v.holder
        -- Not a plain 'visit': the planner would take an index of visits alone and read all of them for every row.
        from unnest(items) i join doc v on v.entity = case when i.visit is not null then root_of(i.entity) end
            and v.row_id = i.visit
        left join erased e on (e.entity, e.row_id) = (i.entity, i.row_id)
        cross join lateral (select e.entity is not null or v.entity = 'case_file' and v.erased as gone) g
        where i.kind = 'create' and i.refused is null and i.visit is not null
        order by i.turn
        on conflict do nothing;
        if exists (select from unnest(items) i where i.kind = 'create' and i.entity in ('case_step', 'attachment')) then
            insert into erased (entity, row_id, at)
            select d.entity, d.row_id, now_at
            from unnest(items) i join doc d on (d.entity, d.row_id) = (i.entity, i.row_id)
            where i.kind = 'create' and i.entity in ('case_step', 'attachment') and d.erased
            on conflict do nothing;
            delete from record_key k using unnest(items) i
            where i.kind = 'create' and i.entity in ('case_step', 'attachment')
                and k.entity = i.entity and k.row_id = i.row_id
                and exists (select from erased e where e.entity = i.entity and e.row_id = i.row_id);
        end if;

        -- One for each item, in their turn; empty for what changes a document. What stands at an item's place it made.
        select array_agg(
            case
                when i.refused is not null then row(i.op_id, 'refused', 0, i.refused)::became
                when i.kind <> 'create' then null
                when d.place = i.place then row(i.op_id, 'applied', 1, '')::became
                when d.entity is not null then row(i.op_id,
                    case when unlike(d, i, from_home, now_at) = '{}' then 'exists' else 'conflict' end, d.version, '')::became
                when i.entity = 'visit' then row(i.op_id, 'refused', 0, 'number_taken')::became
                else row(i.op_id, 'refused', 0, 'orphan')::became
            end order by i.turn)
        into outcomes
        from unnest(items) i
        left join doc d on (d.entity, d.row_id) = (i.entity, i.row_id) and i.kind = 'create';

        -- Records that two homes created: the first one stands, and what the second one says otherwise is kept.
        insert into doc (entity, row_id, version, place, home, made_by, made_at, fields, parent, day, department, holder)
        select 'conflict', i.op_id, 1, i.place, from_home, i.by_login, now_at,
            jsonb_build_object('entity', d.entity, 'row_id', d.row_id, 'fields', unlike(d, i, from_home, now_at)),
            case when d.entity in ('visit', 'case_file') then d.row_id else d.parent end, d.day, d.department, d.holder
        from unnest(items) i
        join unnest(outcomes) b on b.op_id = i.op_id and b.result = 'conflict'
        join doc d on (d.entity, d.row_id) = (i.entity, i.row_id)
        order by i.turn
        on conflict do nothing;

        -- What changes a document goes one by one, in the same order.
        foreach item in array items loop
            if item.refused is null and item.kind <> 'create' then
                if item.kind = 'edit' then
                    outcome := take_edit(from_home, item, now_at);
                else
                    outcome := take_erasure(from_home, item, now_at);
                end if;
                outcomes[item.turn] := outcome;
            end if;
        end loop;

        insert into op (op_id, place, home, n, entity, row_id, kind, base_version, fields, by, at_client,
            at_server, result, reason, version)
        select i.op_id, i.place, from_home, coalesce(i.n, 0), coalesce(i.entity, ''), coalesce(i.row_id, ''),
            coalesce(i.kind, ''), i.base_version, i.fields, i.by_login, i.at_client, now_at, i.result, i.reason, i.version
        -- Side by side: a join of the two would compare each with each.
        from unnest(items, outcomes) i (op_id, place, n, entity, row_id, kind, base_version, fields, by_login, at_client,
            refused, visit, day, department, turn, outcome_of, result, version, reason)
        order by i.place
        on conflict do nothing;
        get diagnostics written = row_count;
        if written <> cardinality(items) then
            raise exception 'the same operation is offered elsewhere at this moment' using errcode = '40001';
        end if;
    end if;

    return query
    select l.op_id, l.result, l.version, case when l.result = 'refused' then 0 else l.place end, l.reason
    from (select distinct y.op_id from jsonb_to_recordset(ops) as y (op_id text)) asked
    join op l on l.op_id = asked.op_id;
end $$;

-- Fields in which a record that two homes created differs from what stands, with both values. Text that the second
-- one locked cannot be opened by anybody: the record's key is the first one's.
create or replace function unlike(d doc, item offered, from_home text, now_at timestamptz) returns jsonb
language sql stable set search_path = minwon, pg_temp as $$
    select coalesce(jsonb_object_agg(f.name, jsonb_build_object(
        'kept', d.fields -> f.name,
        'kept_by', coalesce(d.fver -> f.name -> 2, to_jsonb(d.made_by)),
        'kept_at', coalesce(d.fver -> f.name -> 3, to_jsonb(iso(d.made_at))),
        'other', f.value, 'other_by', item.by_login, 'other_at', iso(now_at))), '{}')
    from jsonb_each(item.fields) as f (name, value)
    where d.home <> from_home and d.entity <> 'conflict'
        and coalesce(d.fields -> f.name, 'null') <> f.value
        and not (jsonb_typeof(f.value) = 'object' and f.value ? 'locked')
        and not (coalesce(jsonb_typeof(d.fields -> f.name), '') = 'object' and d.fields -> f.name ? 'locked')
$$;

-- One edit, field by field, in the order of arrival. A field that another home has changed since the version seen is a
-- conflict; what this edit says stands, and both values go into a conflict document. The document is locked already.
create or replace function take_edit(from_home text, item offered, now_at timestamptz) returns became
language plpgsql set search_path = minwon, pg_temp as $$
declare
    d doc;
    name text;
    said jsonb;
    before jsonb;
    next_fields jsonb;
    next_fver jsonb;
    mark jsonb;
    clash jsonb := '{}';
    is_root boolean;
    next_day date;
    next_department text;
begin
    select * into d from doc where doc.entity = item.entity and doc.row_id = item.row_id for update;
    if d.entity is null then
        return row(item.op_id, 'refused', 0, 'orphan')::became;
    end if;
    -- Of a program before this one something may have been left.
    if not d.erased and d.entity in ('case_step', 'attachment') and exists (
        select from doc c where c.entity = 'case_file' and c.row_id = d.parent and c.erased
    ) then
        perform empty_case(d.parent, now_at);
        select * into d from doc where doc.entity = item.entity and doc.row_id = item.row_id;
    end if;
    if d.erased then
        item.fields := without_locked(item.fields);
    end if;
    next_fver := d.fver;
    mark := jsonb_build_array(d.version + 1, from_home, item.by_login, iso(now_at));
    for name, said in select * from jsonb_each(item.fields) loop
        before := coalesce(d.fver -> name, case when d.fields ? name
            then jsonb_build_array(1, d.home, d.made_by, iso(d.made_at)) end);
        -- Which of two has settled a conflict is not worth another one.
        if before is not null and d.entity <> 'conflict' and (before ->> 0)::int > item.base_version and before ->> 1 <> from_home
                and d.fields -> name is distinct from said then
            clash := clash || jsonb_build_object(name, jsonb_build_object(
                'kept', said, 'kept_by', item.by_login, 'kept_at', iso(now_at),
                'other', d.fields -> name, 'other_by', before -> 2, 'other_at', before -> 3));
        end if;
        next_fver := next_fver || jsonb_build_object(name, mark);
    end loop;
    next_fields := d.fields || item.fields;

    is_root := d.entity in ('visit', 'case_file');
    next_day := case when is_root then day_of(d.entity, next_fields) else d.day end;
    next_department := case when is_root then next_fields ->> 'department_code' else d.department end;
    begin
        update doc set version = d.version + 1, fields = next_fields, fver = next_fver, day = next_day,
            department = next_department
        where doc.entity = d.entity and doc.row_id = d.row_id;
    exception when unique_violation then
        return row(item.op_id, 'refused', 0, 'number_taken')::became;
    end;
    if is_root and (d.day, d.department) is distinct from (next_day, next_department) then
        update doc set department = next_department, day = next_day where doc.parent = d.row_id;
    end if;

    if clash <> '{}' then
        insert into doc (entity, row_id, version, place, home, made_by, made_at, fields, parent, day, department, holder)
        select 'conflict', item.op_id, 1, item.place, from_home, item.by_login, now_at,
            jsonb_build_object('entity', c.entity, 'row_id', c.row_id, 'fields', clash),
            case when c.entity in ('visit', 'case_file') then c.row_id else c.parent end, c.day, c.department, c.holder
        from doc c where c.entity = d.entity and c.row_id = d.row_id
        on conflict do nothing;
        return row(item.op_id, 'conflict', d.version + 1, '')::became;
    end if;
    return row(item.op_id, 'applied', d.version + 1, '')::became;
end $$;

-- Destroy the record's key, here and for good; what it locked is emptied in the document too. What belongs to a case
-- goes with it.
create or replace function take_erasure(from_home text, item offered, now_at timestamptz) returns became
language plpgsql set search_path = minwon, pg_temp as $$
declare
    next_version int;
begin
    insert into erased (entity, row_id, at) values (item.entity, item.row_id, now_at) on conflict do nothing;
    delete from record_key where record_key.entity = item.entity and record_key.row_id = item.row_id;
    delete from searched where searched.entity = item.entity and searched.row_id = item.row_id;
    update doc set version = doc.version + 1, erased = true, fields = without_locked(doc.fields),
        fver = doc.fver || coalesce((
            select jsonb_object_agg(f.name, jsonb_build_array(doc.version + 1, from_home, item.by_login, iso(now_at)))
            from jsonb_each(doc.fields) as f (name, value)
            where jsonb_typeof(f.value) = 'object' and f.value ? 'locked'), '{}')
    where doc.entity = item.entity and doc.row_id = item.row_id
    returning doc.version into next_version;
    if item.entity = 'case_file' then
        perform empty_case(item.row_id, now_at);
    elsif item.entity = 'attachment' then
        perform forget_parts(item.row_id);
    end if;
    return row(item.op_id, 'applied', coalesce(next_version, 0), '')::became;
end $$;

-- A change that the shared side makes by itself, as if it had been pushed. Errors: MW011 when it was not taken.
create or replace function take_own(from_home text, by_login text, row_entity text, id text, change jsonb) returns void
language plpgsql set search_path = minwon, pg_temp as $$
declare
    seen int;
    outcome text;
begin
    select doc.version into seen from doc where doc.entity = row_entity and doc.row_id = id;
    select t.result into outcome from take(from_home, jsonb_build_array(jsonb_build_object(
        'op_id', gen_random_uuid()::text, 'n', 0, 'entity', row_entity, 'row_id', id,
        'kind', case when seen is null then 'create' else 'edit' end, 'base_version', coalesce(seen, 0),
        'fields', change::text, 'by', by_login, 'at', iso(clock_timestamp())))) t;
    if outcome is distinct from 'applied' then
        raise exception 'not taken: %', outcome using errcode = 'MW011';
    end if;
end $$;
