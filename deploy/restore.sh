#!/bin/bash
# Puts a backup of the shared side back.
#
#     restore.sh DUMP
#
# Runs on the server as the user postgres. The database comes back under its own name, so that counters find it; one that
# is there is kept as NAME_before_TIME. On another server the roles come first: psql -X -f NAME-TIME.roles.sql postgres
# When this fails the database is what it was before.
set -euo pipefail

dump=${1:?dump}
database=$(pg_restore --list "$dump" | sed -n 's/^; *dbname: //p')
before=${database}_before_$(date -u +%Y%m%dt%H%M%Sz)
ask() { psql -X -q -A -t -v ON_ERROR_STOP=1 -v name="$database" -v before="$before" -d "${1:-postgres}"; }

work=$(mktemp -d)
there=$(ask <<<"select 1 from pg_database where datname = :'name'")
shut= away= made= done=
undo() {
    rm -rf "$work"
    if [ -n "$done" ]; then return; fi
    if [ -n "$made" ]; then ask <<<'drop database if exists :"name" with (force)' || true; fi
    if [ -n "$away" ]; then ask <<<'alter database :"before" rename to :"name"' || true; fi
    if [ -n "$shut" ]; then ask <<<'alter database :"name" allow_connections true' || true; fi
    echo "Nothing was restored; what was there is as it was." >&2
}
trap undo EXIT

pg_restore --file=/dev/null "$dump"
: >"$work/erased"
if [ -n "$there" ]; then
    # What was erased since the backup must not come back, even if the counter that erased it never does.
    if ! ask "$database" >"$work/erased" <<<'copy (select entity, row_id, at from minwon.erased) to stdout'; then
        : >"$work/erased"
        echo "What was erased in $database cannot be read; only counters can tell." >&2
    fi
    shut=yes
    ask <<'SQL'
alter database :"name" allow_connections false;
select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = :'name' \g /dev/null
SQL
    ask <<<'alter database :"name" rename to :"before"'
    away=yes
fi
# First the database with its settings and with who may enter it, then the rest while nobody but a superuser gets in.
pg_restore --create --list "$dump" | grep -E ' (DATABASE|DATABASE PROPERTIES|ACL - DATABASE) ' >"$work/database"
made=yes
pg_restore --create --exit-on-error --use-list="$work/database" --dbname=postgres "$dump"
ask <<<'alter database :"name" connection limit 0'
pg_restore --single-transaction --exit-on-error --dbname="$database" "$dump"
{
    echo 'create temporary table told (entity text, row_id text, at timestamptz);'
    echo 'copy told from stdin;'
    cat "$work/erased"
    cat <<'SQL'
\.
insert into minwon.erased (entity, row_id, at) select entity, row_id, at from told on conflict do nothing;
delete from minwon.record_key k using told t where (k.entity, k.row_id) = (t.entity, t.row_id);
update minwon.doc d set version = d.version + 1, erased = true, fields = minwon.without_locked(d.fields)
from told t where (d.entity, d.row_id) = (t.entity, t.row_id) and not d.erased;
SQL
} | ask "$database"
# Every counter reads everything again, and offers all it ever had: what came after the backup, and what was erased since.
ask "$database" <<'SQL'
set role minwon_owner;
set statement_timeout = 0;
select minwon.begin_anew() \g /dev/null
SQL
ask <<<'alter database :"name" connection limit -1'
done=yes

echo "$database is back as of $(basename "$dump")."
if [ -n "$there" ]; then
    echo "What was there before is kept as $before. Drop it as soon as every counter has exchanged:"
    echo "it still holds keys of records that were erased."
fi
