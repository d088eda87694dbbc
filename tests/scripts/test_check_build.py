"""The packaged program: its limit of size, its version on Windows, its icon, and what the check counts."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL.IcoImagePlugin import IcoFile
from PySide6.QtWidgets import QApplication

from app import __version__
from scripts.check_build import LIMIT_BYTES, MADE, Failed, check_size, size, source_modules
from scripts.make_icon import ICON, SIZES, icon_file

ROOT = Path(__file__).resolve().parents[2]


def test_too_large_a_folder_is_refused_and_says_what_is_large(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "large.so").write_bytes(bytes(3000))
    (tmp_path / "small.txt").write_bytes(bytes(20))
    (tmp_path / "link.so").symlink_to("deep/large.so")
    assert size(tmp_path) == 3020
    assert check_size(tmp_path, 3020)
    with pytest.raises(Failed, match=r"deep/large\.so"):
        check_size(tmp_path, 3019)


def test_the_limit_is_what_was_promised() -> None:
    assert LIMIT_BYTES == 240_000_000
    assert (MADE.name, MADE.parent.name) == ("minwon", "dist")


def test_every_module_of_the_program_is_counted_but_the_migrations() -> None:
    files = [path for path in (ROOT / "app").rglob("*.py") if "migrations" not in path.parts]
    # The packages app itself and app.db.migrations come and go: one is the walk's beginning, one has no module inside.
    assert source_modules() == len(files) - 1 + 1


def test_the_version_resource_is_of_this_version() -> None:
    text = (ROOT / "resources" / "windows" / "version_info.txt").read_text("utf-8")
    numbers = tuple(int(part) for part in __version__.split("."))
    four = (*numbers, *[0] * (4 - len(numbers)))
    assert re.findall(r"(?:filevers|prodvers)=\(([^)]*)\)", text) == [", ".join(str(n) for n in four)] * 2
    assert re.findall(r'"(?:File|Product)Version", "([^"]*)"', text) == [__version__] * 2
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert re.search(rf'^version = "{re.escape(__version__)}"$', project, re.MULTILINE)


def test_the_version_resource_is_what_pyinstaller_reads() -> None:
    """Evaluated as PyInstaller evaluates it, with names that only take things down."""
    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )

    def taken_down(name: str) -> object:
        return lambda *given, **named: (name, given, named)

    text = (ROOT / "resources" / "windows" / "version_info.txt").read_text("utf-8")
    top, _, parts = eval(text, {name: taken_down(name) for name in names})
    assert (top, set(parts)) == ("VSVersionInfo", {"ffi", "kids"})
    assert [kid[0] for kid in parts["kids"]] == ["StringFileInfo", "VarFileInfo"]


def test_the_icon_is_the_one_the_script_draws_in_every_size(qapp: QApplication) -> None:
    kept, drawn = IcoFile(BytesIO(ICON.read_bytes())), IcoFile(BytesIO(icon_file()))
    sizes = {(edge, edge) for edge in SIZES}
    assert kept.sizes() == drawn.sizes() == sizes
    assert [size for size in sizes if kept.getimage(size).tobytes() != drawn.getimage(size).tobytes()] == []
