from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.db.store_files import CounterKey, StoreKeys, read_store_keys, read_store_survey, write_store_files
from app.domain.errors import CannotWrite, SurveyFileUnreadable, SurveyStoreDamaged
from tests.support.survey import OFFICE, survey_raw

KEYS = StoreKeys(7, "Asia/Seoul", (CounterKey(b"abcd", b"p" * 32), CounterKey(b"efgh", b"q" * 32)), b"a" * 32)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "store"
    write_store_files(folder, KEYS, OFFICE, survey_raw())

    assert read_store_keys(folder) == KEYS
    survey, office = read_store_survey(folder)
    assert office == OFFICE
    assert [q.id for q in survey.questions][:2] == ["Q1_KIND", "Q2_ROUTE"]


def test_the_folder_holds_two_files_anyone_may_read_and_nothing_else(tmp_path: Path) -> None:
    write_store_files(tmp_path / "store", KEYS, OFFICE, survey_raw())

    files = sorted((tmp_path / "store").iterdir())
    assert [file.name for file in files] == ["keys.json", "survey.json"]
    assert (tmp_path / "store").stat().st_mode & 0o777 == 0o755
    assert {file.stat().st_mode & 0o777 for file in files} == {0o644}


def test_without_an_audit_key_there_is_none(tmp_path: Path) -> None:
    write_store_files(tmp_path, StoreKeys(7, "Asia/Seoul", (), None), OFFICE, survey_raw())

    assert read_store_keys(tmp_path).audit_public is None


@pytest.mark.parametrize(
    "change",
    [
        {"counters": [{"key_id": "00", "public": "11" * 32}]},
        {"counters": [{"key_id": "00112233", "public": "zz"}]},
        {"counters": 5},
        {"timezone": "Nowhere/Else"},
        {"slip_days": "soon"},
        {"slip_days": -1},
        {"audit_public": "1234"},
    ],
)
def test_keys_that_make_no_sense_are_a_damaged_store(tmp_path: Path, change: dict[str, object]) -> None:
    write_store_files(tmp_path, KEYS, OFFICE, survey_raw())
    path = tmp_path / "keys.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))

    with pytest.raises(SurveyStoreDamaged):
        read_store_keys(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]", b"{}", b'{"office": {}}'])
def test_a_survey_file_of_garbage_is_unreadable(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "survey.json").write_bytes(content)
    (tmp_path / "keys.json").write_bytes(content)

    with pytest.raises(SurveyFileUnreadable):
        read_store_survey(tmp_path)
    with pytest.raises(SurveyStoreDamaged):
        read_store_keys(tmp_path)


def test_missing_files_are_told_apart_from_nothing(tmp_path: Path) -> None:
    with pytest.raises(SurveyStoreDamaged):
        read_store_keys(tmp_path)
    with pytest.raises(SurveyFileUnreadable):
        read_store_survey(tmp_path)


def test_a_survey_whose_answers_would_not_fit_their_rows_is_refused(tmp_path: Path) -> None:
    raw = survey_raw()
    raw["questions"][-1]["max"] = 3000

    with pytest.raises(SurveyFileUnreadable):
        write_store_files(tmp_path, KEYS, OFFICE, raw)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(CannotWrite):
        write_store_files(tmp_path / "file" / "store", KEYS, OFFICE, survey_raw())
