#!/usr/bin/env bash
# Makes sure that Debian packages are there:  scripts/debian.sh WHAT_FOR PACKAGE...
#
# Nothing missing: says nothing, asks no network. Something missing: installs it as root or through a sudo that asks for
# no password; where neither is to be had it names the exact command and stops. A system without apt is told once what
# is needed and goes on, since only its user knows how its packages are called.
set -euo pipefail

what_for=$1
shift

if [ "$(uname -s)" != Linux ]; then
    exit 0
fi
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "note: this is not a Debian system, so nothing was installed for $what_for."
    echo "      Debian would install: $*"
    exit 0
fi

# A name counts as installed too when an installed package provides it (libcups2 is libcups2t64 from Debian 13 on).
missing() {
    # shellcheck disable=SC2016
    dpkg-query -W -f='${db:Status-Status} ${Architecture} ${Package} ${Provides}\n' |
        awk -v native="$(dpkg --print-architecture)" -v wanted="$*" '
            $1 == "installed" && ($2 == native || $2 == "all") {
                gsub(/\([^)]*\)/, "")
                gsub(/,/, " ")
                for (i = 3; i <= NF; i++) have[$i] = 1
            }
            END {
                n = split(wanted, names, " ")
                for (i = 1; i <= n; i++) if (!(names[i] in have)) print names[i]
            }'
}

mapfile -t packages < <(missing "$@")
if [ "${#packages[@]}" -eq 0 ]; then
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    {
        echo
        echo "Some Debian packages for $what_for are missing, and this account may not install them."
        echo "Have them installed with this command, then run make again:"
        echo
        if command -v sudo >/dev/null; then
            echo "    sudo apt-get update && sudo apt-get install --no-install-recommends ${packages[*]}"
        else
            echo "    su -c 'apt-get update && apt-get install --no-install-recommends ${packages[*]}'"
        fi
        echo
    } >&2
    exit 1
fi

apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing Debian packages for $what_for: ${packages[*]}"
# A list of one source may be out of reach while the packages wanted come from another: the install decides.
apt_get update >"$log" 2>&1 || true
if ! apt_get install --no-install-recommends "${packages[@]}" >>"$log" 2>&1; then
    cat "$log" >&2
    echo "error: apt-get could not install the packages for $what_for; what it said stands above." >&2
    exit 1
fi
