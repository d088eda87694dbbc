"""A file is about one thing: lengths, first lines and names."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source_tree import SourceFile, files

# "About 250" and "about 400" lines: a fifth over is the moment to look for the second thing in the file.
UI_LINES = 250 * 6 // 5
OTHER_LINES = 400 * 6 // 5

EMPTY_NAMES = re.compile(r"(?:Manager|Helper|Util|Utils|Handler|Data|Info)$")
EMPTY_FILE_NAMES = re.compile(r"(?:^|_)(?:managers?|helpers?|utils?|handlers?|data|infos?|misc|common)$")
# What the law calls personal data is a thing of the office, not an empty word.
ALLOWED = {"personal_data", "PersonalData"}
# Imports every table file, so that the migrations see them all.
ALL_TABLES = "tables"


def too_long(file: SourceFile) -> bool:
    limit = UI_LINES if file.name.startswith("app/ui/") else OTHER_LINES
    return len(file.text.splitlines()) > limit


def test_no_file_is_about_two_things() -> None:
    found = [f"{f.name}: {len(f.text.splitlines())} lines" for f in files("app", "scripts", "tests") if too_long(f)]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    assert [f.name for f in files("app", "scripts") if not ast.get_docstring(f.tree)] == []


def test_a_table_file_is_named_for_one_row() -> None:
    plural = [f.name for f in files("app/models") if re.search(r"[^su]s$", f.stem) and f.stem != ALL_TABLES]
    assert plural == []


@pytest.mark.parametrize(("name", "empty"), [("VisitManager", True), ("DateUtil", True), ("VisitRecord", False)])
def test_empty_names_are_recognised(name: str, empty: bool) -> None:
    assert bool(EMPTY_NAMES.search(name)) is empty


def test_no_name_is_only_manager_or_helper() -> None:
    classes = [
        f"{f.at(node)} {node.name}"
        for f in files("app")
        for node in ast.walk(f.tree)
        if isinstance(node, ast.ClassDef) and EMPTY_NAMES.search(node.name) and node.name not in ALLOWED
    ]
    modules = [f.name for f in files("app") if EMPTY_FILE_NAMES.search(f.stem) and f.stem not in ALLOWED]
    assert classes + modules == []
