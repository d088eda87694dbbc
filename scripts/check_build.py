"""Try out what PyInstaller made, as an office gets it: at another place, by somebody without rights, with nothing else.

The folder is copied to a path with Hangul and spaces and used there by an account without rights where this is run as
root, with an environment that knows no Python, no network proxy and no display but the one made here. Checked are its
size, its version, `minwon self-test` in memory and on a display, a home of its own, and a home of an earlier release.
"""

from __future__ import annotations

import json
import os
import pkgutil
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MADE = ROOT / "dist" / "minwon"
EARLIER = ROOT / "tests" / "data" / "homes"
LIMIT_BYTES = 240_000_000
SECONDS = 120
NOBODY = 65534
PASSWORD = "minwon"
# Alembic runs these as files of its own; `self-test` does not import them.
NOT_IMPORTED = ("app.db.migrations.env", "app.db.migrations.versions")

Lines = list[dict[str, Any]]


class Failed(Exception):
    """What the packaged program does not do, in one sentence."""


def size(folder: Path) -> int:
    """Bytes of all files below `folder`, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def largest(folder: Path, count: int = 12) -> list[str]:
    """The largest files below `folder`, one line each."""
    files = sorted(((path.lstat().st_size, path) for path in folder.rglob("*") if path.is_file()), reverse=True)
    return [f"{bytes_ / 1e6:8.1f} MB  {path.relative_to(folder)}" for bytes_, path in files[:count]]


def check_size(folder: Path, limit: int = LIMIT_BYTES) -> str:
    """Errors: `Failed`."""
    found = size(folder)
    if found > limit:
        raise Failed(
            f"{found / 1e6:.1f} MB, the limit is {limit / 1e6:.0f} MB; largest:\n" + "\n".join(largest(folder))
        )
    return f"{found / 1e6:.1f} MB of {limit / 1e6:.0f}"


def source_modules() -> int:
    """How many modules the program has in the source tree, as `self-test` counts them."""
    found = pkgutil.walk_packages([str(ROOT / "app")], "app.")
    return sum(not module.name.startswith(NOT_IMPORTED) for module in found)


class Place:
    """A copy of the made folder and a person's own folder, both with Hangul and spaces in their paths."""

    def __init__(self, below: Path) -> None:
        self.program = below / "민원 데스크 시험" / "minwon"
        self.person = below / "내 폴더" / "김하늘 주무관"
        shutil.copytree(MADE, self.program, symlinks=True)
        self.person.mkdir(parents=True)
        for path in (below, self.program.parent, self.person.parent):
            path.chmod(0o755)
        self.before = self._state()
        self._give_away()

    def run(
        self, *arguments: str, program: str = "minwon", env: Mapping[str, str] | None = None
    ) -> list[dict[str, Any]]:
        """The JSON lines of one command. Errors: `Failed` unless it ends with 0 within `SECONDS`."""
        surroundings = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(self.person), **(env or {})}
        try:
            done = subprocess.run(
                [str(self.program / program), *arguments],
                cwd=self.person,
                env=surroundings,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=False,
                **_without_rights(),
            )
        except subprocess.TimeoutExpired as error:
            raise Failed(f"{program} {' '.join(arguments)} did not end within {SECONDS} s") from error
        if done.returncode != 0:
            raise Failed(f"{program} {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        with suppress(ValueError):
            return [json.loads(line) for line in done.stdout.splitlines()]
        return [{"text": done.stdout}]

    def unpack(self, archive: Path) -> Path:
        """The home in `archive`, as the person's own."""
        with tarfile.open(archive) as packed:
            packed.extractall(self.person / "지난 버전", filter="data")
        self._give_away()
        return self.person / "지난 버전" / "home"

    def check_untouched(self) -> None:
        """The program writes into the person's folder only. Errors: `Failed`."""
        if self._state() != self.before:
            raise Failed("the program wrote into its own folder")

    def _state(self) -> dict[str, tuple[int, int]]:
        states = ((path, path.lstat()) for path in self.program.rglob("*"))
        return {str(path): (state.st_size, state.st_mtime_ns) for path, state in states}

    def _give_away(self) -> None:
        if os.geteuid() == 0:
            for path in [self.person, *self.person.rglob("*")]:
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def _without_rights() -> dict[str, Any]:
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


@contextmanager
def display() -> Iterator[str]:
    """A virtual screen of its own; its name."""
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as number:
            yield f":{number.readline().strip()}"
    finally:
        screen.terminate()
        screen.wait()


def check_version(place: Place) -> str:
    """Errors: `Failed`."""
    from app import __version__

    (said,) = place.run("--version")
    if said != {"version": __version__}:
        raise Failed(f"says {said}, the source says {__version__}")
    if "self-test" not in place.run("--help")[0]["text"]:
        raise Failed("minwon --help does not name the commands")
    return __version__


def check_self_test(place: Place, platform: str, program: str, env: Mapping[str, str]) -> str:
    """Errors: `Failed`."""
    picture = place.person / f"{platform} 화면.png"
    lines = place.run("self-test", "--window", str(picture), program=program, env=env)
    steps = {str(line.get("step")): line for line in lines}
    if lines[-1] != {"self_test": "passed"}:
        raise Failed("the last line does not say that it passed")
    if steps["modules"]["imported"] != source_modules():
        raise Failed(f"{steps['modules']['imported']} modules are in the package, {source_modules()} in the source")
    if steps["window"]["platform"] != platform:
        raise Failed(f"the window was drawn by {steps['window']['platform']}, not by {platform}")
    kept = MADE.parent / f"window-{platform}.png"
    shutil.copyfile(picture, kept)
    return f"{len(lines) - 1} steps, {steps['modules']['imported']} modules, picture in {kept.relative_to(ROOT)}"


def check_own_home(place: Place) -> str:
    """Errors: `Failed`."""
    (made,) = place.run("init", "--sample", "--password", PASSWORD)
    env = {"MINWON_PASSWORD": PASSWORD}
    place.run("--as", "clerk1", "visit", "register", "--service", "SEAL", env=env)
    listed = place.run("--as", "clerk1", "visit", "list", env=env)
    if len(listed) != 1 or not str(made["home"]).startswith(str(place.person)):
        raise Failed(f"the home {made['home']} lists {len(listed)} visits instead of 1")
    for line in place.run("doctor"):
        if line["state"] == "problem":
            raise Failed(f"minwon doctor: {line}")
    return f"{Path(made['home']).relative_to(place.person)}, minwon doctor finds nothing wrong"


def check_earlier_homes(place: Place) -> str:
    """Errors: `Failed`."""
    releases = sorted(path.name for path in EARLIER.iterdir())
    for release in releases:
        recorded = json.loads((EARLIER / release / "recorded.json").read_text(encoding="utf-8"))
        home = place.unpack(EARLIER / release / "home.tar.gz")
        listed = [
            visit["visit_id"]
            for day in recorded["figures"]
            for visit in place.run(
                *("--home", str(home), "--as", "clerk1", "visit", "list", "--date", day),
                env={"MINWON_PASSWORD": PASSWORD},
            )
        ]
        if listed != [visit["id"] for visit in recorded["visits"]]:
            raise Failed(f"a home of {release} lists {len(listed)} visits, not those it had")
        shutil.rmtree(home)
    return ", ".join(releases)


def main() -> int:
    began = time.monotonic()

    def told(name: str, result: str, since: float) -> None:
        print(f"build: {name}: {result} ({time.monotonic() - since:.1f} s)", flush=True)

    # Not below the repository: its path would be found by a program that looks for its source.
    with tempfile.TemporaryDirectory(prefix="minwon-build-", ignore_cleanup_errors=True) as folder:
        try:
            told("size", check_size(MADE), time.monotonic())
            since = time.monotonic()
            place = Place(Path(folder))
            told("copied to", str(place.program.relative_to(folder)), since)
            for name, check in (
                ("version", check_version),
                ("self-test in memory", lambda place: check_self_test(place, "offscreen", "minwon", {})),
                ("self-test on a display", _on_a_display),
                ("home of its own", check_own_home),
                ("homes of earlier releases", check_earlier_homes),
            ):
                since = time.monotonic()
                told(name, check(place), since)
            place.check_untouched()
        except Failed as failure:
            print(f"build: FAILED: {failure}", file=sys.stderr)
            return 1
    print(f"build: dist/minwon is fit to be handed over ({time.monotonic() - began:.0f} s)")
    return 0


def _on_a_display(place: Place) -> str:
    with display() as name:
        return check_self_test(place, "xcb", "minwon-desk", {"DISPLAY": name})


if __name__ == "__main__":
    raise SystemExit(main())
