-- Who may do what. Run as minwon_owner; safe to repeat. tests/sync/test_postgres_rights.py holds the whole list.

-- Without IN SCHEMA: with it the statement changes nothing.
alter default privileges for role minwon_owner revoke execute on functions from public;
revoke all on all functions in schema minwon from public;
revoke all on all functions in schema minwon_report from public;
alter default privileges for role minwon_owner revoke usage on types from public;
revoke all on type offered, became from public;
revoke all on schema minwon, minwon_report from public;

-- Even the owner sees rows by a policy only, so that a table made without one stays shut to everybody.
do $$
declare
    name text;
begin
    for name in select c.relname from pg_class c where c.relnamespace = 'minwon'::regnamespace and c.relkind = 'r' loop
        execute format('alter table minwon.%I enable row level security', name);
        execute format('alter table minwon.%I force row level security', name);
        execute format('drop policy if exists owner_only on minwon.%I', name);
        execute format('create policy owner_only on minwon.%I to minwon_owner using (true) with check (true)', name);
    end loop;
end $$;

grant usage on schema minwon to minwon_counter, minwon_survey;
grant execute on function
    epoch(text, text, bigint, text, bigint, text, text, timestamptz, int, int),
    push(text, text, bigint, text, bigint, text, jsonb, jsonb, jsonb),
    pull(text, text, bigint, bigint, int, date, bigint),
    "fetch"(text, text, text, text, text, text, int, int),
    blob_put(text, text, text, int, bytea),
    blob_get(text, text, text, int),
    redeem(text, text, bytea),
    renew(text, text, bigint, text, bigint, text, text, bytea),
    put_words(text, text, jsonb),
    find_words(text, text, text, text, jsonb, int[], bigint, bigint, text, int)
to minwon_counter;
grant execute on function survey_submit(jsonb), survey_cards(jsonb), survey_keys(), survey_publish(date, jsonb)
to minwon_survey;

grant usage on schema minwon_report to minwon_reporting;
grant select on all tables in schema minwon_report to minwon_reporting;
grant execute on all functions in schema minwon_report to minwon_reporting;
