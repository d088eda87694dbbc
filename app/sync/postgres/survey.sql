-- What the survey server's login may call: this list and nothing else (rights.sql). Run as minwon_owner; safe to
-- repeat.

-- Store answers: an array of objects with id (uuid), day, department, area, language, body (an object) and envelope
-- (base64). An answer that is there already stays. Nothing tells whether it was, and nothing can be read back.
create or replace function survey_submit(batch jsonb) returns void
language plpgsql security definer set search_path = minwon, pg_temp as $$
begin
    if jsonb_typeof(batch) <> 'array' or jsonb_array_length(batch) > 1000 or exists (
        select from jsonb_to_recordset(batch) as a (language text, body jsonb, envelope text)
        where jsonb_typeof(a.body) is distinct from 'object' or octet_length(a.body::text) > 8192
            or octet_length(a.envelope) > 16384 or length(a.language) > 8
    ) then
        raise exception 'not a batch of answers' using errcode = '22023';
    end if;
    insert into survey_answer (id, day, department, area, language, body, envelope)
    select a.id, a.day, a.department, a.area, a.language, a.body, decode(a.envelope, 'base64')
    from jsonb_to_recordset(batch) as a (id uuid, day date, department int, area int, language text, body jsonb,
        envelope text)
    order by a.id -- random, so that the rows tell nothing of the order of arrival
    on conflict do nothing;
end $$;

-- Put comments of days that are over on the board: an array of objects with id (uuid), day, department (its number, or
-- null), side, text (locked, base64) and key (hex). A card that is there already, or was erased, stays as it is. All
-- come at one moment, in the order of their ids, which tells nothing.
create or replace function survey_cards(batch jsonb) returns void
language plpgsql security definer set search_path = minwon, pg_temp as $$
declare
    new_ones jsonb;
begin
    if jsonb_typeof(batch) is distinct from 'array' or jsonb_array_length(batch) > 500 or exists (
        select from jsonb_to_recordset(batch) as c (id uuid, day date, side text, text text, key text)
        where c.id is null or c.day is null or coalesce(c.side, '') not in ('liked', 'missed')
            or coalesce(octet_length(c.text), 0) not between 1 and 16384 or coalesce(c.key, '') !~ '^[0-9a-f]{64}$'
    ) then
        raise exception 'not a batch of comments' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtext('minwon.survey_cards'));
    lock table erased in row share mode; -- as a push does, so that no key slips in behind an erasure
    select jsonb_agg(to_jsonb(c) order by c.id) into new_ones
    from jsonb_to_recordset(batch) as c (id uuid, day date, department int, side text, text text, key text)
    where not exists (select from doc d where d.entity = 'card' and d.row_id = c.id::text)
        and not exists (select from erased e where e.entity = 'card' and e.row_id = c.id::text);
    if new_ones is null then
        return;
    end if;
    insert into record_key (entity, row_id, key)
    select distinct on (c.id) 'card', c.id::text, decode(c.key, 'hex')
    from jsonb_to_recordset(new_ones) as c (id uuid, key text)
    order by c.id
    on conflict do nothing;
    perform from take('survey', (
        select jsonb_agg(jsonb_build_object('op_id', gen_random_uuid()::text, 'n', c.n, 'entity', 'card',
            'row_id', c.id::text, 'kind', 'create', 'base_version', 0, 'by', '', 'at', iso(now()),
            'fields', jsonb_build_object('side', c.side, 'source', 'survey', 'day', c.day::text, 'state', 'new',
                'about', '', 'by', '', 'at', iso(now()), 'text', jsonb_build_object('locked', c.text),
                'department_code', coalesce((
                    select d.row_id from doc d where d.entity = 'department' and not d.erased
                        and d.fields ->> 'number' = c.department::text order by d.place limit 1), ''))::text))
        from (
            select x.*, row_number() over (order by x.id) as n
            from jsonb_to_recordset(new_ones) as x (id uuid, day date, department int, side text, text text)
        ) c));
end $$;

-- What a survey store's two files say of the office, as one object: office, host, phones, departments (by number),
-- slip_days, timezone, counters (key_id, public, until: the last day of slips or null), audit_public. All of it public.
create or replace function survey_keys() returns jsonb
language sql stable security definer set search_path = minwon, pg_temp as $$
    select jsonb_build_object(
        'office', coalesce(s.fields ->> 'name', m.name),
        'host', coalesce(s.fields ->> 'survey_host', ''),
        'timezone', coalesce(s.fields ->> 'timezone', 'Asia/Seoul'),
        'slip_days', coalesce((s.fields ->> 'slip_days')::int, 7),
        'departments', coalesce((
            select jsonb_object_agg(d.fields ->> 'number', d.fields ->> 'name')
            from doc d where d.entity = 'department' and not d.erased and d.fields ? 'number'), '{}'),
        'phones', coalesce((
            select jsonb_agg(distinct p.phone order by p.phone) from (
                select d.fields ->> 'phone' as phone from doc d where d.entity = 'department'
                union
                select jsonb_array_elements_text(d.fields -> 'phones') from doc d
                where d.entity = 'department' and jsonb_typeof(d.fields -> 'phones') = 'array'
            ) p where p.phone <> ''), '[]'),
        'counters', coalesce((
            select jsonb_agg(jsonb_build_object(
                'key_id', encode(substr(sha256(decode(d.fields ->> 'public_key', 'hex')), 1, 4), 'hex'),
                'public', d.fields ->> 'public_key', 'until', d.fields ->> 'key_until') order by d.row_id)
            from doc d where d.entity = 'counter' and not d.erased
                and d.fields ->> 'public_key' ~ '^[0-9a-f]{64}$'), '[]'),
        'audit_public', (
            select d.fields ->> 'public' from doc d where d.entity = 'audit_key' and not d.erased
            order by d.place limit 1))
    from meta m left join doc s on s.entity = 'office_setting' and s.row_id = 'office'
$$;

-- Give a day's figures to all counters: an object that becomes the document survey_day/<day>.
create or replace function survey_publish(day date, tallies jsonb) returns void
language plpgsql security definer set search_path = minwon, pg_temp as $$
begin
    if jsonb_typeof(tallies) is distinct from 'object' or octet_length(tallies::text) > 65536 then
        raise exception 'not tallies' using errcode = '22023';
    end if;
    perform pg_advisory_xact_lock(hashtext('minwon.survey_publish'));
    if not exists (select from doc d where d.entity = 'survey_day' and d.row_id = survey_publish.day::text
            and d.fields = survey_publish.tallies) then
        perform take_own('survey', '', 'survey_day', survey_publish.day::text, tallies);
    end if;
end $$;
