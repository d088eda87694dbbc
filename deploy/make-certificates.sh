#!/bin/bash
# An authority of the office's own, and a certificate for its PostgreSQL server.
#
#     make-certificates.sh FOLDER HOST
#
# HOST is the name that counters have in their address, such as db.office.example. Makes in FOLDER:
#   authority.crt  for every counter (sslrootcert); nothing secret
#   authority.key  locked with a passphrase that is asked for; keep it away from the server
#   server.crt, server.key  for the server
# A later run with the same FOLDER renews the server's certificate; counters need nothing new then.
# Without a terminal the passphrase is read from AUTHORITY_PASSPHRASE.
set -euo pipefail
umask 077

folder=${1:?folder}
host=${2:?host}
authority_years=10
server_days=825

passphrase=()
if [ -n "${AUTHORITY_PASSPHRASE:-}" ]; then
    passphrase=(-pass env:AUTHORITY_PASSPHRASE)
fi

mkdir -p "$folder"
cd "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -e authority.crt ]; then
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -aes-256-cbc "${passphrase[@]}" \
        -out authority.key
    openssl req -x509 -new -key authority.key "${passphrase[@]/-pass/-passin}" -sha256 \
        -days $((authority_years * 365)) -subj "/CN=Minwon Desk authority" \
        -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
        -out "$work/authority.crt"
    mv "$work/authority.crt" authority.crt
fi

cat >"$work/extensions" <<EXTENSIONS
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:$host
EXTENSIONS
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out "$work/server.key"
openssl req -new -key "$work/server.key" -subj "/CN=$host" -out "$work/request"
openssl x509 -req -in "$work/request" -CA authority.crt -CAkey authority.key "${passphrase[@]/-pass/-passin}" \
    -CAserial "$work/serial" -CAcreateserial -sha256 -days "$server_days" -extfile "$work/extensions" \
    -out "$work/server.crt"
openssl verify -CAfile authority.crt -verify_hostname "$host" "$work/server.crt"
mv "$work/server.key" "$work/server.crt" .
chmod 644 authority.crt server.crt
