#!/usr/bin/env bash
# Installs what the program needs (scripts/setup.sh program), or that and what its tests need (scripts/setup.sh tests).
# Safe to repeat: what is there already is left alone, and then no network is needed.
set -euo pipefail
cd "$(dirname "$0")/.."

# What Qt's wheels link against and Debian does not always have, read off with ldd: Qt's libraries, the platforms xcb,
# wayland and offscreen, and the printing plug-in.
qt_packages=(
    libbrotli1 libcups2 libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libgssapi-krb5-2
    libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-glx0
    libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0
    libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 libxkbcommon-x11-0 libxkbcommon0
    libzstd1
)
# A browser for the survey, a screen and a keyboard for the window, Korean and Chinese letters for the browser.
# libatomic1 is for the browser driver that comes with Playwright, binutils for packaging. Of postgresql only the programs
# are used: the tests start a server of their own.
test_packages=(binutils chromium fonts-noto-cjk libatomic1 postgresql x11-utils xauth xdotool xvfb)

stop() {
    printf '\nerror: %s\n' "$*" >&2
    exit 1
}

# The first interpreter that is new enough and passes a test in Python.
find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3; do
        if "$candidate" -c "import sys; assert sys.version_info >= (3, 11); $1" 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# A virtual environment that works is kept; one of an older Python, or half made, is made anew.
venv_is_good() {
    .venv/bin/python -c 'import pip, sys; assert sys.version_info >= (3, 11)' 2>/dev/null
}

# The Debian package that is missing for making one, if any: Debian keeps ensurepip out of python3.
venv_package() {
    if venv_is_good || find_python 'import ensurepip, venv' >/dev/null; then
        return
    fi
    local python
    python=$(find_python 'assert sys.prefix == "/usr"') || return 0
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

make_venv() {
    local python
    find_python 'pass' >/dev/null ||
        stop 'Python 3.11 or newer is needed and was not found. PYTHON=/path/to/python3 make setup names one.'
    python=$(find_python 'import ensurepip, venv') ||
        stop "$(find_python 'pass') has no ensurepip, so it can make no virtual environment. PYTHON=… names another."
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

python_packages() {
    local state
    state="$(cat pyproject.toml requirements.lock scripts/setup.sh | cksum) $PWD"
    if [ "$(cat .venv/.installed 2>/dev/null)" = "$state" ] && [ -x .venv/bin/minwon ]; then
        return
    fi
    venv_is_good || make_venv
    rm -f .venv/.installed

    local pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input --quiet)
    echo 'Installing the Python packages of requirements.lock into .venv (about 250 MB to fetch the first time)'
    "${pip[@]}" install --only-binary :all: --require-hashes --requirement requirements.lock ||
        stop 'The Python packages could not be installed; what pip said stands above. Run it again to go on from there.'
    "${pip[@]}" install --no-deps --no-build-isolation --editable . ||
        stop 'The program itself could not be installed; what pip said stands above.'
    echo "$state" >.venv/.installed
    echo 'Ready: the program is .venv/bin/minwon'
}

npm_packages() {
    local state
    state=$(cat package.json package-lock.json .npmrc | cksum)
    if [ "$(cat node_modules/.installed 2>/dev/null)" = "$state" ]; then
        return
    fi
    command -v npm >/dev/null || stop 'npm is needed for the accessibility tests and was not found.'
    echo 'Installing the npm packages of package-lock.json into node_modules'
    npm ci --loglevel=error || stop 'The npm packages could not be installed; what npm said stands above.'
    echo "$state" >node_modules/.installed
}

debian_packages=("${qt_packages[@]}")
mapfile -t -O "${#debian_packages[@]}" debian_packages < <(venv_package)
case "${1:-}" in
program)
    bash scripts/debian.sh 'the program' "${debian_packages[@]}"
    python_packages
    ;;
tests)
    debian_packages+=("${test_packages[@]}")
    command -v npm >/dev/null || debian_packages+=(npm)
    bash scripts/debian.sh 'the program and its tests' "${debian_packages[@]}"
    python_packages
    npm_packages
    ;;
*)
    stop 'usage: scripts/setup.sh program|tests'
    ;;
esac
