-- The roles that every shared side on this server has in common. They hold no rights but those given in rights.sql.
-- Safe to repeat, and at the same time as another office does it.
do $$
declare
    name text;
begin
    foreach name in array array['minwon_owner', 'minwon_counter', 'minwon_survey', 'minwon_reporting'] loop
        begin
            if not exists (select from pg_roles where rolname = name) then
                execute format('create role %I nologin noinherit', name);
            end if;
        exception when duplicate_object or unique_violation then
            null; -- somebody else made it just now
        end;
    end loop;
    -- Whoever prepares acts as the owner afterwards. A superuser may do so anyway; who made a role in version 16 or
    -- newer may give it to itself, and needs to.
    if not (select rolsuper from pg_roles where rolname = current_user) then
        begin
            execute format('grant minwon_owner to %I', current_user);
        exception when insufficient_privilege then
            null; -- somebody else gave it before, or acting as the owner is refused next
        end;
    end if;
end $$;
