-- What somebody has to do by hand on the office's PostgreSQL server, once, as its superuser:
--
--     sudo -u postgres psql -X -v ON_ERROR_STOP=1 -f roles.sql
--     sudo -u postgres psql -c '\password minwon_admin'
--
-- Everything else is made by `minwon shared init`: the roles minwon_owner, minwon_counter, minwon_survey and
-- minwon_reporting, the tables, the functions and who may call them.

-- Who makes the shared side, invites counters and removes them. It is no superuser: what it may do beyond its own
-- database is to make roles, because every counter gets a login of its own.
create role minwon_admin login nosuperuser nocreatedb createrole noreplication nobypassrls connection limit 10;

-- Bytes are compared, so that no update of the system's language files can put an index out of order.
create database minwon owner minwon_admin encoding 'UTF8' locale 'C' template template0;
revoke all on database minwon from public;

-- For whoever forgets to set limits. Counters ask for shorter ones; the nightly care and pg_dump for none.
alter database minwon set statement_timeout = '60s';
alter database minwon set lock_timeout = '10s';

\connect minwon

-- Large objects fill the disk of a database that anybody may enter, and nothing here uses them.
revoke execute on function lo_creat(int), lo_create(oid), lo_from_bytea(oid, bytea) from public;
