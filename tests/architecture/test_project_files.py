"""What the documents promise exists: make's targets, locked packages, the files that CI runs."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
MAKE = re.compile(r"make ([a-z][a-z-]*)")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_target_is_phony() -> None:
    phony = re.search(r"^\.PHONY:((?:.*\\\n)*.*)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony.group(1).replace("\\\n", " ").split()) == TARGETS


def code_lines(text: str) -> list[str]:
    """What a Markdown text sets as code: between backticks, in fences, or indented by four."""
    fenced = [
        line
        for block in re.findall(r"^```.*?\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    indented = re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    return [line.strip() for line in [*re.findall(r"`([^`\n]+)`", text), *fenced, *indented]]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documented_make_commands_exist(document: Path) -> None:
    named = {found.group(1) for line in code_lines(document.read_text("utf-8")) if (found := MAKE.match(line))}
    assert named - TARGETS == set()


def test_ci_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"for target in check test\b", script.read_text("utf-8"))


def test_every_locked_python_package_has_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    blocks = re.split(r"\n(?=\S)", lock.strip())
    assert len(blocks) > 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_everything_asked_for_is_locked() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    locked = {
        normalised(match.group(1))
        for match in re.finditer(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    }
    asked = {normalised(re.split(r"[^A-Za-z0-9._-]", name)[0]) for name in wanted}
    assert asked - locked == set()


def test_npm_lock_has_hashes_and_no_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    own = packages.pop("")
    manifest = json.loads((ROOT / "package.json").read_text("utf-8"))
    assert own["devDependencies"] == manifest["devDependencies"]
    assert [name for name, package in packages.items() if not package.get("integrity") or "resolved" in package] == []
