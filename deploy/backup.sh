#!/bin/bash
# A backup of the shared side: the database, and the roles that may enter it.
#
#     backup.sh DATABASE FOLDER
#
# Runs on the server as the user postgres. Writes DATABASE-TIME.dump and DATABASE-TIME.roles.sql, which appear whole or
# not at all, and keeps the newest KEEP (14) of each. Both are as secret as the database: the dump holds the keys of
# personal text, the roles what passwords are checked against.
set -euo pipefail
umask 077

database=${1:?database}
folder=${2:?folder}
keep=${KEEP:-14}
name=$database-$(date -u +%Y%m%dT%H%M%SZ)

cd "$folder"
work=$(mktemp -d "$folder/.draft-XXXXXX")
trap 'rm -rf "$work"' EXIT

pg_dump --format=custom --file="$work/dump" "$database"
pg_dumpall --roles-only --file="$work/roles"
# A dump that cannot be read from one end to the other is none.
pg_restore --file=/dev/null "$work/dump"
sync "$work/dump" "$work/roles"
mv "$work/roles" "$name.roles.sql"
mv "$work/dump" "$name.dump"

for kind in dump roles.sql; do
    find . -maxdepth 1 -name "$database-????????T??????Z.$kind" | sort | head -n "-$keep" | xargs -r rm --
done
echo "$folder/$name.dump"
