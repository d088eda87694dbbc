-- A login for the office's own reporting tools, once, as the superuser and after `minwon shared init`:
--
--     sudo -u postgres psql -X -v ON_ERROR_STOP=1 -d minwon -f reports.sql
--     sudo -u postgres psql -c '\password minwon_reports'
--
-- It reads the views of the schema minwon_report (docs/server.md) and nothing else.
create role minwon_reports login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    connection limit 5 in role minwon_reporting;
alter role minwon_reports set search_path = minwon_report;
alter role minwon_reports set default_transaction_read_only = on;
alter role minwon_reports set statement_timeout = '10min';
