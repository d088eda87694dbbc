-- Logins that are no counters, once, as the superuser and after `minwon shared init`:
--
--     sudo -u postgres psql -X -v ON_ERROR_STOP=1 -d minwon -f readers.sql
--     sudo -u postgres psql -c '\password minwon_survey_server'
--     sudo -u postgres psql -c '\password minwon_reports'
--
-- Leave out what the office does not have.

-- The survey server: it may store answers, ask for public keys and publish a day's figures. It can read no answer back.
create role minwon_survey_server login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    connection limit 4 in role minwon_survey;

-- The office's own reporting tools: they read the views of the schema minwon_report (docs/server.md) and nothing else.
create role minwon_reports login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    connection limit 5 in role minwon_reporting;
alter role minwon_reports set search_path = minwon_report;
alter role minwon_reports set default_transaction_read_only = on;
alter role minwon_reports set statement_timeout = '10min';
