from __future__ import annotations

import errno
import json
import os
import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.db.store_files import (
    CounterKey,
    StoreKeys,
    counter_keys,
    read_store_keys,
    read_store_survey,
    refresh_store_files,
    write_store_files,
)
from app.domain.errors import AppError, BadValue, CannotWrite, DiskFull, SurveyFileUnreadable, SurveyStoreDamaged
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
        {"counters": [{"key_id": "00112233", "public": "11" * 32, "until": "soon"}]},
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


@pytest.mark.parametrize("place", ["", "nowhere", "file", "file/below"])
def test_a_folder_without_the_files_is_no_store(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    folder = tmp_path / place

    for read in (read_store_keys, read_store_survey):
        with pytest.raises(SurveyStoreDamaged) as raised:
            read(folder)
        assert raised.value.path == str(folder)


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir(mode=0o700)
    write_store_files(tmp_path / "private", KEYS, OFFICE, survey_raw())

    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("own", ["minwon.db", "keys/"])
def test_a_home_is_never_made_a_store(tmp_path: Path, own: str) -> None:
    if own.endswith("/"):
        (tmp_path / own).mkdir()
    else:
        (tmp_path / own).touch()
    with pytest.raises(BadValue) as raised:
        write_store_files(tmp_path, KEYS, OFFICE, survey_raw())

    assert (raised.value.field, raised.value.value) == ("store", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [own.rstrip("/")]


@pytest.mark.parametrize(("number", "expected"), [(errno.ENOSPC, DiskFull), (errno.EIO, CannotWrite)])
def test_an_export_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, expected: type[AppError]
) -> None:
    def full(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(expected):
        write_store_files(tmp_path, KEYS, OFFICE, survey_raw())
    assert list(tmp_path.iterdir()) == []


def test_exports_at_once_do_not_spoil_each_other(tmp_path: Path) -> None:
    write_store_files(tmp_path, KEYS, OFFICE, survey_raw())
    failures: list[BaseException] = []

    def export(slip_days: int) -> None:
        try:
            for _ in range(20):
                write_store_files(tmp_path, replace(KEYS, slip_days=slip_days), OFFICE, survey_raw())
                assert read_store_keys(tmp_path).counters == KEYS.counters
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=export, args=(days,)) for days in (1, 60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys.json", "survey.json"]


@pytest.mark.parametrize(("refusals", "succeeds"), [(2, True), (99, False)])
def test_a_file_somebody_reads_on_windows_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, succeeds: bool
) -> None:
    really = Path.replace
    left = [refusals]

    def refused(draft: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "in use")
        return really(draft, target)

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    if succeeds:
        write_store_files(tmp_path, KEYS, OFFICE, survey_raw())
        assert read_store_keys(tmp_path) == KEYS
    else:
        with pytest.raises(CannotWrite):
            write_store_files(tmp_path, KEYS, OFFICE, survey_raw())
        assert list(tmp_path.iterdir()) == []


def test_a_survey_whose_answers_would_not_fit_their_rows_is_refused(tmp_path: Path) -> None:
    raw = survey_raw()
    raw["questions"][-1]["max"] = 3000

    with pytest.raises(SurveyFileUnreadable):
        write_store_files(tmp_path, KEYS, OFFICE, raw)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(CannotWrite):
        write_store_files(tmp_path / "file" / "store", KEYS, OFFICE, survey_raw())


def test_a_key_with_an_end_is_written_so_that_older_servers_still_read_it(tmp_path: Path) -> None:
    ended = replace(KEYS, counters=(replace(KEYS.counters[0], until=date(2026, 11, 20)), KEYS.counters[1]))
    write_store_files(tmp_path, ended, OFFICE, survey_raw())

    assert read_store_keys(tmp_path) == ended
    first, second = json.loads((tmp_path / "keys.json").read_text())["counters"]
    assert (first["until"], set(second)) == ("2026-11-20", {"key_id", "public"})
    assert [key.signs_on(date(2026, 11, 21)) for key in read_store_keys(tmp_path).counters] == [False, True]


def test_a_key_that_several_counters_share_ends_with_the_pc_they_share() -> None:
    shared, other = CounterKey(b"abcd", b"p" * 32), CounterKey(b"efgh", b"o" * 32)
    early, late = replace(shared, until=date(2026, 11, 1)), replace(shared, until=date(2026, 11, 20))
    for found in ([shared, early, late, other], [late, shared, other, early], [early, other, late, other]):
        assert counter_keys(found) == (other, late)
    assert counter_keys([shared, other, shared]) == (other, shared)


def test_refreshing_keeps_the_survey_writes_only_what_changed_and_gives_no_audit_key_up(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert refresh_store_files(folder, KEYS, OFFICE, survey_raw())
    stamps = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    without = replace(KEYS, audit_public=None)
    assert not refresh_store_files(folder, without, OFFICE, {})
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == stamps
    renamed = replace(OFFICE, name="새빛구청")
    assert refresh_store_files(folder, without, renamed, {})
    survey, office = read_store_survey(folder)
    assert (office, read_store_keys(folder)) == (renamed, KEYS)
    assert survey.questions
