"""Where the store and its hold key lie, and who may write there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.db.survey_file import database_uri
from app.db.survey_store import SurveyStore
from app.domain.errors import CannotWrite, SurveyStoreDamaged
from tests.support.survey import DAY, NOON
from tests.support.survey_forms import a_form, an_answer

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("found", [b"", b"short", b"k" * 32])
def test_another_hold_key_is_refused_because_used_tokens_would_look_unused(tmp_path: Path, found: bytes) -> None:
    SurveyStore.open(tmp_path).close()
    (tmp_path / "hold.key").write_bytes(found)

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path)


def test_a_lost_hold_key_is_not_replaced(tmp_path: Path) -> None:
    SurveyStore.open(tmp_path).close()
    (tmp_path / "hold.key").unlink()

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path)
    assert not (tmp_path / "hold.key").exists()


def test_the_hold_key_is_for_the_server_alone_and_may_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    SurveyStore.open(tmp_path / "here").close()
    assert (tmp_path / "here" / "hold.key").stat().st_mode & 0o777 == 0o600

    (tmp_path / "there").mkdir()
    elsewhere = tmp_path / "elsewhere" / "my.key"
    monkeypatch.setenv("MINWON_HOLD_KEY_FILE", str(elsewhere))
    SurveyStore.open(tmp_path / "there").close()
    assert sorted(path.name for path in (tmp_path / "there").iterdir()) == ["answers.db"]
    assert len(elsewhere.read_bytes()) == 32
    assert elsewhere.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in elsewhere.parent.iterdir()] == ["my.key"]

    # A place that is said wins.
    (tmp_path / "third").mkdir()
    said = tmp_path / "said.key"
    SurveyStore.open(tmp_path / "third", hold_key_file=said).close()
    assert sorted(path.name for path in (tmp_path / "third").iterdir()) == ["answers.db"]
    assert said.stat().st_mode & 0o777 == 0o600
    assert said.read_bytes() != elsewhere.read_bytes()
    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path / "third")


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_the_answers_are_for_the_server_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.umask(0)
    try:
        store = SurveyStore.open(tmp_path)
        store.accept(a_form(), an_answer(), NOON)
        store.close()
    finally:
        os.umask(before)
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {
        "answers.db": 0o600,
        "hold.key": 0o600,
    }


_OPEN_AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from app.db.survey_store import SurveyStore
from app.domain.errors import CannotWrite
folder, account = Path(sys.argv[1]), int(sys.argv[2])
if os.getuid() == 0:
    os.setgroups([]); os.setgid(account); os.setuid(account)
try:
    SurveyStore.open(folder, hold_key_file=folder.parent / "hold.key")
except CannotWrite as error:
    print(error.path)
"""


@pytest.mark.parametrize("begun", [False, True])
def test_a_store_nobody_can_write_into_does_not_open(begun: bool) -> None:
    """In a folder every account can reach, unlike pytest's own; the administrator's account may write anywhere."""
    nobody = 65534 if os.getuid() == 0 else os.getuid()
    base = Path(tempfile.mkdtemp(prefix="survey-closed-"))
    folder = base / "store"
    try:
        base.chmod(0o755)
        folder.mkdir()
        key = base / "hold.key"
        if begun:
            SurveyStore.open(folder, hold_key_file=key).close()
        else:
            key.write_bytes(os.urandom(32))
        for path in (key, *folder.iterdir()):
            if os.getuid() == 0:
                os.chown(path, nobody, nobody)
        folder.chmod(0o555)  # the file may be written, but no journal beside it
        command = [sys.executable, "-c", _OPEN_AS_SOMEBODY_ELSE, str(folder), str(nobody)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (run.stdout.strip(), run.stderr) == (str(folder / "answers.db"), "")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(base)


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "answers.db").mkdir()
    with pytest.raises(CannotWrite):
        SurveyStore.open(tmp_path)


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "a?b#c%20d 한글"
    folder.mkdir()
    store = SurveyStore.open(folder)
    store.accept(a_form(), an_answer(), NOON)
    store.close()
    reader = SurveyStore.open(folder, read_only=True)
    assert reader.figures_of(DAY).answers == 1
    reader.close()
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/srv/a?b#c%20d 한/answers.db"), "file:///srv/a%3Fb%23c%2520d%20%ED%95%9C/answers.db?mode=rw"),
        (PureWindowsPath(r"C:\store\answers.db"), "file:///C:/store/answers.db?mode=rw"),
        (PureWindowsPath(r"\\srv\share\a b\answers.db"), "file:////srv/share/a%20b/answers.db?mode=rw"),
    ],
)
def test_sqlite_is_given_an_address_without_a_host(path: PurePath, expected: str) -> None:
    assert database_uri(path, "rw") == expected
