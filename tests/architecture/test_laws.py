"""The laws of the design that no linter sees."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from scripts.check_translations import TRANSLATING, code_faults
from tests.architecture.source_tree import SourceFile, calls, files, imports

# The command line module, and the package it grows into when one file is not enough.
COMMAND_LINE = ("app/__main__.py", "app/commands/")
TASK_RUNNER = "app/ui/shared/task_runner.py"
# A language is named in itself, whatever language the window speaks.
SAME_IN_EVERY_LANGUAGE = {"한국어"}
HANGUL = re.compile(r"[\u3130-\u318f\uac00-\ud7a3]")


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    own = {"app", *sys.stdlib_module_names}
    found = [
        f"{f.at(node)} {module}"
        for f in files("app/domain")
        for node, module in imports(f.tree)
        if module.partition(".")[0] not in own
    ]
    assert found == []


def test_the_domain_reads_no_file_and_opens_no_connection() -> None:
    outside = {"socket", "sqlite3", "subprocess", "urllib", "http", "threading", "asyncio", "shutil", "tempfile"}
    found = [
        f"{f.at(node)} {module}"
        for f in files("app/domain")
        for node, module in imports(f.tree)
        if module.partition(".")[0] in outside
    ]
    assert found == []


def test_no_import_hides_from_the_floors() -> None:
    """import-linter sees an import inside a function, but not one made from a string."""
    found = [
        f"{f.at(call)} {name}"
        for f in files("app")
        for call, name in calls(f.tree)
        if name in {"__import__", "import_module", "run_module", "exec", "eval"} and not is_qt_exec(call)
    ]
    assert found == []


def is_qt_exec(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "exec"


def test_only_the_command_line_prints() -> None:
    found = [
        f.at(call)
        for f in files("app")
        for call, name in calls(f.tree)
        if name == "print" and isinstance(call.func, ast.Name) and not f.name.startswith(COMMAND_LINE)
    ]
    assert found == []


def test_only_the_unit_of_work_commits() -> None:
    """Floors above the database have no commit to call; they leave the unit of work. What screens commit is typing."""
    above = ("app/services", "app/printing", "app/survey_web", "app/bootstrap", "app/__main__.py")
    found = [
        f.at(call)
        for f in files("app")
        for call, name in calls(f.tree)
        if name == "commit" and f.name.startswith(above)
    ]
    assert found == []


def test_all_background_work_of_the_window_goes_through_the_task_runner() -> None:
    forbidden = {"QThread", "QThreadPool", "QRunnable", "Thread", "ThreadPoolExecutor", "ProcessPoolExecutor"}
    found = [
        f"{f.at(node)} {module}"
        for f in files("app/ui")
        if f.name != TASK_RUNNER
        for node, module in imports(f.tree)
        if module.rpartition(".")[2] in forbidden or module == "concurrent.futures"
    ]
    found += [
        f"{f.at(call)} {name}"
        for f in files("app/ui")
        if f.name != TASK_RUNNER
        for call, name in calls(f.tree)
        if name in forbidden
    ]
    assert found == []


def test_presenters_draw_nothing() -> None:
    found = [
        f"{f.at(node)} {module}"
        for f in files("app/ui")
        if f.stem.endswith("presenter")
        for node, module in imports(f.tree)
        if module.startswith(("PySide6.QtWidgets", "PySide6.QtPrintSupport"))
    ]
    assert found == []


def test_no_text_is_put_together_inside_tr() -> None:
    assert [fault for f in files("app/ui") for fault in code_faults(f.name, f.text)] == []


def untranslated(file: SourceFile) -> Iterator[str]:
    """Korean that stands in a screen's code outside tr() and outside documentation."""
    spared: set[int] = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.add(id(node.value))
        elif isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name in TRANSLATING:
                spared.update(id(inner) for argument in node.args for inner in ast.walk(argument))
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            text = node.value
            if HANGUL.search(text) and text not in SAME_IN_EVERY_LANGUAGE:
                yield f"{file.at(node)} {text!r}"


def test_no_visible_korean_without_tr() -> None:
    assert [fault for f in files("app/ui") for fault in untranslated(f)] == []
