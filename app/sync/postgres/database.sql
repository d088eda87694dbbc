-- The database itself, as far as whoever prepares may change it: nobody gets in but by a role of ours.
do $$
begin
    execute format('revoke connect, temporary on database %I from public', current_database());
    revoke create on schema public from public;
    execute format('grant connect on database %I to minwon_survey, minwon_reporting', current_database());
exception when insufficient_privilege then
    null; -- a managed server keeps its own database; the functions bind every caller all the same
end $$;
