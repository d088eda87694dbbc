"""make check fails on every gap in the translation, run with Qt's own tools on a small screen."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import check_translations

SCREEN = '''"""A screen."""

from PySide6.QtCore import QObject


class Greeting(QObject):
    def words(self, number: int) -> str:
        return self.tr("어서 오십시오 {name}") + self.tr("%n명", "", number)
'''

Screen = Callable[[str], Path]


def stand_in(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Let the check see the small project at `root` instead of this one."""
    monkeypatch.setattr(check_translations, "ROOT", root)
    monkeypatch.setattr(check_translations, "UI", root / "app" / "ui")
    monkeypatch.setattr(check_translations, "TS", root / "resources" / "minwon_en.ts")
    monkeypatch.setattr(check_translations, "QM", root / "resources" / "minwon_en.qm")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one screen with its finished translation."""
    root = tmp_path_factory.mktemp("project")
    (root / "app" / "ui").mkdir(parents=True)
    (root / "app" / "ui" / "greeting.py").write_text(SCREEN, "utf-8")
    ts = root / "resources" / "minwon_en.ts"
    with pytest.MonkeyPatch.context() as monkeypatch:
        stand_in(monkeypatch, root)
        run(monkeypatch, "--update")
        translate(ts, '<translation type="unfinished"></translation>', "<translation>Welcome {name}</translation>")
        translate(ts, "<numerusform></numerusform>", "<numerusform>one person</numerusform>")
        translate(ts, "<numerusform></numerusform>", "<numerusform>%n people</numerusform>")
        translate(ts, '<translation type="unfinished">', "<translation>")
        run(monkeypatch, "--update")
    return root


@pytest.fixture
def screen(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Write the screen's code anew; gives the .ts file, which still holds the finished translation of SCREEN."""
    root = tmp_path / "project"
    shutil.copytree(finished, root)
    stand_in(monkeypatch, root)

    def write(code: str) -> Path:
        (root / "app" / "ui" / "greeting.py").write_text(code, "utf-8")
        return root / "resources" / "minwon_en.ts"

    return write


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["check_translations.py", *arguments])
    return check_translations.main()


def translate(ts: Path, old: str, new: str) -> None:
    text = ts.read_text("utf-8")
    assert old in text
    ts.write_text(text.replace(old, new, 1), "utf-8")


def test_a_complete_translation_passes(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch) == 0


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('self.tr("안녕히")', "'안녕히' is not translated"),
        ('self.tr(f"{number}번")', "an f-string inside tr()"),
        ('self.tr("번호 %s" % number)', "a text put together inside tr()"),
        ('self.tr("번호 {}".format(number))', "a text put together inside tr()"),
        ('QCoreApplication.translate("Words", f"{number}번")', "an f-string inside translate()"),
    ],
)
def test_a_gap_in_the_code_fails(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], added: str, said: str
) -> None:
    screen(SCREEN + f"\n    def more(self, number: int) -> str:\n        return {added}\n")
    assert run(monkeypatch) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("<translation></translation>", "has an empty translation"),
        ("<translation>어서 {name}</translation>", "has Korean in its English"),
        ("<translation>Welcome {nam}</translation>", "has other placeholders than its English"),
        ('<translation type="unfinished">Welcome {name}</translation>', "is not translated"),
        ("<translation>Welcome %1 {name}</translation>", "has other placeholders than its English"),
        ("<translation>Hello {name}</translation>", "minwon_en.qm is not made from minwon_en.ts"),
    ],
)
def test_a_gap_in_the_english_fails(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], new: str, said: str
) -> None:
    translate(screen(SCREEN), "<translation>Welcome {name}</translation>", new)
    assert run(monkeypatch) == 1
    assert said in capsys.readouterr().err


def test_an_empty_plural_fails(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    translate(screen(SCREEN), "<numerusform>one person</numerusform>", "<numerusform></numerusform>")
    assert run(monkeypatch) == 1


def test_a_text_that_left_the_code_fails(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen(SCREEN.replace("어서 오십시오", "반갑습니다"))
    assert run(monkeypatch) == 1
    assert "'어서 오십시오 {name}' is in the file but no longer in the code" in capsys.readouterr().err


def test_a_missing_file_fails(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    ts = screen(SCREEN)
    ts.with_suffix(".qm").unlink()
    assert run(monkeypatch) == 1
    ts.unlink()
    assert run(monkeypatch) == 1
