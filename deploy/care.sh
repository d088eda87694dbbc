#!/bin/bash
# What the shared side needs every night: entries of the feed that newer ones have replaced are taken out, cases whose
# time is over and whose counter is gone are erased, and the space is given back.
#
#     care.sh DATABASE
#
# Runs on the server as the user postgres. Counters go on working meanwhile.
set -euo pipefail

database=${1:?database}

psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$database" <<'SQL'
set statement_timeout = 0;
set role minwon_owner;
select minwon.prune();
select minwon.forget_cases() \g /dev/null
reset role;
vacuum (analyze);
SQL
