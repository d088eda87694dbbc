#!/usr/bin/env bash
# Opens the window with the sample office; without a display plays a short sample day offscreen instead.
set -euo pipefail
cd "$(dirname "$0")/.."

home=sample-home
password=minwon
passphrase=minwon-audit

has_display() {
    case "$(uname -s)" in
    Linux | *BSD) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ;;
    *) true ;;
    esac
}

if ! has_display; then
    echo 'No display here: playing a sample day offscreen instead of opening the window.'
    exec env QT_QPA_PLATFORM=offscreen .venv/bin/minwon demo --out sample-day
fi

if [ ! -d "$home" ]; then
    # Made beside its place and moved there when whole, so that a broken start leaves no half-made office behind.
    rm -rf "$home.new"
    MINWON_AUDIT_PASSPHRASE=$passphrase .venv/bin/minwon --home "$home.new" init --sample --password "$password" >/dev/null
    mv "$home.new" "$home"
fi

cat <<TEXT

The sample office 한빛구 (in $home/; delete that folder to start afresh)

    clerk1, clerk2    the counter
    consultant1       the consultant
    supervisor1       days and the daily sheet
    auditor1          the audit officer; passphrase of the sealed answers: $passphrase
    admin             settings of this PC

    Password of every account: $password

TEXT
exec .venv/bin/minwon --home "$home" desk
