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
