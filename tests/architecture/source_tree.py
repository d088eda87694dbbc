"""The project's own Python files, read once for the tests of a file (see `conftest`)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One Python file: its path from the project's folder, its text and its syntax tree."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _tree(self.text)

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    def at(self, node: ast.expr | ast.stmt) -> str:
        return f"{self.name}:{node.lineno}"


def files(*folders: str) -> Iterator[SourceFile]:
    """Every Python file below `folders`, in order."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield SourceFile(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))


def forget() -> None:
    """Let the trees go. They are millions of objects, and every collection of garbage would look through them."""
    _tree.cache_clear()


@cache
def _tree(text: str) -> ast.Module:
    return ast.parse(text)


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the last part of the name called: `session.commit()` gives `commit`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield node, function.attr
            elif isinstance(function, ast.Name):
                yield node, function.id


def imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Every module named by an import, those inside functions included; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node, f"{node.module or ''}.{alias.name}"
