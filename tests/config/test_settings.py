"""This PC's settings: read, replaced in one step, and never lost to a bad file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.config.files import write_file
from app.config.paths import resources
from app.config.settings import DeskSettings, load_settings, save_settings, set_aside
from app.domain.errors import CannotWrite, SettingsUnreadable
from app.domain.languages import Language, ScreenLanguage
from app.domain.slips import Paper

CHOSEN = DeskSettings(
    ScreenLanguage.EN, "접수증 프린터", Paper.A5, Language.VI, Language.ZH, 2, "contrast", ("clerk2", "clerk1")
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "설정 폴더" / "settings.json"
    path.parent.mkdir()
    save_settings(path, CHOSEN)
    assert load_settings(path) == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == DeskSettings()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '"text"', '{"text_size": "large"}', '{"language": "fr"}', '{"recent": "clerk1"}', "\udcff"],
)
def test_an_unreadable_file_is_said_so_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    before = path.read_bytes()
    with pytest.raises(SettingsUnreadable):
        load_settings(path)
    assert path.read_bytes() == before
    assert set_aside(path).read_bytes() == before
    assert load_settings(path) == DeskSettings()


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        save_settings(tmp_path / "missing" / "settings.json", CHOSEN)
    with pytest.raises(CannotWrite):
        set_aside(tmp_path / "missing" / "settings.json")
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(CannotWrite):
        write_file(tmp_path / "folder.pdf", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder.pdf"]


def test_a_secret_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_file(tmp_path / "slip.pdf", b"slip")
        write_file(tmp_path / "secret.pdf", b"open")
        write_file(tmp_path / "secret.pdf", b"secret", private=True)  # in the place of one everybody could read
    finally:
        os.umask(before)
    rights = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert rights == {"slip.pdf": 0o644, "secret.pdf": 0o600}
    assert (tmp_path / "secret.pdf").read_bytes() == b"secret"


def test_the_resources_are_there() -> None:
    for name in ("survey/survey.json", "sample/directory.csv", "fonts/PretendardGOV-Regular.ttf"):
        assert (resources() / name).is_file()
