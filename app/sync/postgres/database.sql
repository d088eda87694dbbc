-- The database itself, as far as whoever prepares may change it: nobody gets in but by a role of ours.
do $$
begin
    execute format('revoke connect, temporary on database %I from public', current_database());
    revoke create on schema public from public;
    execute format('grant connect on database %I to minwon_survey, minwon_reporting', current_database());
exception when insufficient_privilege then
    null; -- a managed server keeps its own database; the functions bind every caller all the same
end $$;

-- Anybody may make large objects in a database, and so fill its disk; nothing here needs them.
do $$
begin
    revoke execute on function lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) from public;
exception when insufficient_privilege then
    null; -- a superuser's to change
end $$;

-- Neither a dump nor a copy of a database says who may enter it: the counters that are known here may.
do $$
declare
    name text;
begin
    if to_regclass('minwon.node') is null then
        return;
    end if;
    for name in
        execute 'select login from minwon.node where removed_on is null
            union select login from minwon.invite where used_at is null'
    loop
        if exists (select from pg_roles where rolname = name) then
            execute format('grant connect on database %I to %I', current_database(), name);
        end if;
    end loop;
exception when insufficient_privilege then
    null; -- whoever may not read them may not prepare either, and is told so next
end $$;
