-- What goes with a case that is erased, and cases that nobody is left to erase. Run as minwon_owner; safe to repeat.

create index if not exists doc_blob on doc ((fields ->> 'blob') collate "C") where entity = 'attachment';

-- Whether bytes of attachments can be opened by nobody any more: every attachment that names them was erased. Bytes that
-- none names yet are not dead.
create or replace function is_dead(blob text) returns boolean
language sql stable set search_path = minwon, pg_temp as $$
    select exists (select from doc d where d.entity = 'attachment' and (d.fields ->> 'blob') collate "C" = is_dead.blob)
        and not exists (select from doc d where d.entity = 'attachment' and not d.erased
            and (d.fields ->> 'blob') collate "C" = is_dead.blob)
$$;

-- Erase what belongs to an erased case, whoever knew of it. Versions stay: nobody has said anything of these records, and
-- counters take what was erased at the version they know. The bytes of its attachments go as far as no other one has
-- them.
create or replace function empty_case(case_id text, now_at timestamptz) returns void
language plpgsql set search_path = minwon, pg_temp as $$
begin
    with gone as (
        update doc set erased = true, fields = without_locked(doc.fields)
        where doc.parent = case_id and doc.entity in ('case_step', 'attachment') and not doc.erased
        returning doc.entity, doc.row_id
    )
    insert into erased (entity, row_id, at) select g.entity, g.row_id, now_at from gone g on conflict do nothing;
    delete from record_key k using doc d
    where d.parent = case_id and d.entity in ('case_step', 'attachment')
        and k.entity = d.entity and k.row_id = d.row_id;
    perform forget_parts(d.row_id) from doc d where d.parent = case_id and d.entity = 'attachment';
end $$;

-- The bytes of an attachment that was erased, as far as no other one has them.
create or replace function forget_parts(attachment_id text) returns void
language sql set search_path = minwon, pg_temp as $$
    delete from blob b using doc d
    where d.entity = 'attachment' and d.row_id = attachment_id and d.erased
        and b.blob = (d.fields ->> 'blob') collate "C" and is_dead(b.blob)
$$;

-- Erase what is personal in cases that ended more than `case_days` ago. Counters do so themselves with what they have
-- received, and are given a week; this is for those of counters that are gone for good, say once a night. A clock far
-- ahead of the newest operation is not believed. How many there were, a thousand at the most.
create or replace function forget_cases() returns bigint
language plpgsql set search_path = minwon, pg_temp as $$
declare
    before date;
    forgotten bigint;
begin
    if coalesce((select o.at_server from op o order by o.place desc limit 1), '-infinity')
            < clock_timestamp() - interval '14 days' then
        return 0;
    end if;
    before := office_today() - 7 - coalesce((
        select (s.fields ->> 'case_days')::int from doc s
        where s.entity = 'office_setting' and s.row_id = 'office' and s.fields ->> 'case_days' ~ '^[0-9]{2,4}$'), 1095);
    -- As a push that erases: no key slips in behind it.
    lock table erased in exclusive mode;
    perform from take('system', (
        select jsonb_agg(jsonb_build_object('op_id', gen_random_uuid()::text, 'n', 0, 'entity', 'case_file',
            'row_id', c.row_id, 'kind', 'erase', 'base_version', c.version, 'fields', '{}', 'by', '',
            'at', iso(clock_timestamp())))
        from (
            select d.row_id, d.version from doc d
            where d.entity = 'case_file' and not d.erased and d.day < before order by d.day, d.row_id limit 1000
        ) c));
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
