-- Triggers, and the few facts that several functions ask for. Run as minwon_owner; safe to repeat.

-- The feed is written by triggers, so that no change of a document can be forgotten, whoever makes it.
create or replace function feed_touch() returns trigger
language plpgsql security definer set search_path = minwon, pg_temp as $$
begin
    insert into feed (entity, row_id, day, department)
    select entity, row_id, day, department from changed;
    return null;
end $$;

create or replace trigger doc_created after insert on doc
    referencing new table as changed for each statement execute function feed_touch();
create or replace trigger doc_changed after update on doc
    referencing new table as changed for each statement execute function feed_touch();

create or replace function refuse_rewriting() returns trigger
language plpgsql set search_path = minwon, pg_temp as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'MW010';
end $$;

create or replace trigger op_stays before update or delete or truncate on op
    for each statement execute function refuse_rewriting();
create or replace trigger audit_stays before update or delete or truncate on audit
    for each statement execute function refuse_rewriting();
create or replace trigger access_log_stays before update or delete or truncate on access_log
    for each statement execute function refuse_rewriting();

-- This life of the shared side. A copy brought up on another server, or put back in time there, is another one.
create or replace function current_epoch() returns text
language sql stable set search_path = minwon, pg_temp as $$
    select m.epoch || '/' || s.system_identifier || '/' || c.timeline_id
    from meta m, pg_control_system() s, pg_control_checkpoint() c
$$;

-- A moment as people and counters read it: ISO 8601 in UTC.
create or replace function iso(moment timestamptz) returns text
language sql immutable set search_path = minwon, pg_temp as $$
    select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')
$$;

-- The office's calendar day. All offices of this program are in Korea.
create or replace function office_today() returns date
language sql stable set search_path = minwon, pg_temp as $$
    select (now() at time zone 'Asia/Seoul')::date
$$;

-- Fields without what was locked: a key that was destroyed opens nothing any more.
create or replace function without_locked(fields jsonb) returns jsonb
language sql immutable set search_path = minwon, pg_temp as $$
    select coalesce(jsonb_object_agg(name, case when value ? 'locked' and jsonb_typeof(value) = 'object'
                                                then '""'::jsonb else value end), '{}')
    from jsonb_each(fields) as f (name, value)
$$;

-- Parents come before what belongs to them.
create or replace function rank_of(entity text) returns int
language sql immutable as $$
    select case entity
        when 'counter' then 0 when 'department' then 0 when 'person' then 0 when 'office_setting' then 0
        when 'service' then 1 when 'audit_key' then 1
        when 'task' then 0 when 'holiday' then 0
        when 'decisive_question' then 1 when 'life_event' then 1 when 'phrase_ruling' then 1
        when 'improvement' then 0 when 'improvement_review' then 1 when 'card' then 1 when 'precedent' then 1
        when 'visit' then 2 when 'guidance' then 2 when 'case_file' then 2 when 'incident' then 2 when 're_review' then 2
        when 'visit_step' then 3 when 'slip' then 3 when 'case_step' then 3 when 'attachment' then 3
        else 9 end
$$;

-- Visits and cases have departments and days, and what belongs to one goes where it goes. Which of the two a record of
-- this entity belongs to:
create or replace function root_of(entity text) returns text
language sql immutable as $$
    select case when entity in ('case_step', 'attachment') then 'case_file' else 'visit' end
$$;

-- The row of the visit or case a new record says it belongs to, or null.
create or replace function parent_of(entity text, fields jsonb) returns text
language sql immutable as $$
    select case when entity in ('visit', 'case_file') then null
        when entity in ('case_step', 'attachment') then fields ->> 'case_id'
        else fields ->> 'visit_id' end
$$;

-- The day that decides how long counters hold a visit or a case: a visit's own; of a case the day it ended on, or one
-- that never comes. Null for everything else.
create or replace function day_of(entity text, fields jsonb) returns date
language sql stable as $$
    select case entity
        when 'visit' then (fields ->> 'day')::date
        when 'case_file' then coalesce((fields ->> 'ended_on')::date, date '9999-12-31') end
$$;

-- The node of the calling login. Errors: MW001 when it is not known here, MW003 when it was removed.
create or replace function own_node(asked text) returns node
language plpgsql stable set search_path = minwon, pg_temp as $$
declare
    found_node node;
begin
    select * into found_node from node where node.home = asked and node.login = session_user;
    if found_node.home is null then
        raise exception 'unknown home' using errcode = 'MW001';
    elsif found_node.removed_on is not null then
        raise exception 'removed' using errcode = 'MW003';
    end if;
    return found_node;
end $$;

-- Errors: MW001 when this is not the life of the shared side that the caller knows.
create or replace function check_epoch(known text) returns void
language plpgsql stable set search_path = minwon, pg_temp as $$
begin
    if known is distinct from current_epoch() then
        raise exception 'another epoch' using errcode = 'MW001';
    end if;
end $$;

-- A new life: every counter reads everything again and offers all it ever had. Entries that a backup brought from a
-- server whose transactions counted further would stay unseen for long, so they are entered anew, in their order.
create or replace function begin_anew() returns void
language plpgsql set search_path = minwon, pg_temp as $$
begin
    update meta set epoch = gen_random_uuid()::text;
    -- New seqs, because the pair must be new too where a restored sequence stands behind its entries.
    perform setval('feed_seq', greatest((select max(seq) from feed), (select last_value from feed_seq)));
    update feed set xid = pg_current_xact_id() where xid >= pg_current_xact_id();
end $$;

-- Superseded entries of the feed. Each document keeps its first entry of every department and day it had, so that a
-- counter that reads from the beginning meets a visit before its steps, and its newest entry.
create or replace function prune() returns bigint
language plpgsql set search_path = minwon, pg_temp as $$
declare
    pruned bigint;
begin
    with entry as (
        select xid, seq,
            row_number() over (partition by entity, row_id, day, department order by xid, seq) as nth,
            row_number() over (partition by entity, row_id order by xid desc, seq desc) as nth_from_end
        from feed where xid < pg_snapshot_xmin(pg_current_snapshot())
    )
    delete from feed f using entry e
    where (f.xid, f.seq) = (e.xid, e.seq) and e.nth > 1 and e.nth_from_end > 1;
    get diagnostics pruned = row_count;
    return pruned;
end $$;
