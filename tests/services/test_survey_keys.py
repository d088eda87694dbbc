"""The signed list of survey keys: what a survey store takes, and from whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.bootstrap import Office, survey_file
from app.db.store_files import read_store_keys
from app.domain.actors import Actor
from app.domain.errors import NotAllowed
from app.domain.sharing_errors import SurveyKeysOfAnother, SurveyKeysOlder, SurveyKeysUnusable
from app.services.survey_stores import take_keys
from tests.support.offices import SetClock


def take(folder: Path, file: Path) -> bool:
    return take_keys(folder, file, survey_file())


def test_a_list_that_is_altered_older_or_anothers_is_refused_and_changes_nothing(
    office: Office, admin: Actor, supervisor: Actor, clock: SetClock, tmp_path: Path
) -> None:
    store, older, newer = tmp_path / "store", tmp_path / "older.json", tmp_path / "newer.json"
    office.stores.sign_keys(admin, older)
    clock.pass_by(minutes=1)
    office.stores.sign_keys(admin, newer)
    assert take(store, newer)
    assert not take(store, newer)

    def content() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in store.iterdir()}

    before = content()
    with pytest.raises(SurveyKeysOlder) as told:
        take(store, older)
    assert told.value.issued_at < told.value.known
    whole = json.loads(newer.read_text(encoding="utf-8"))
    said = json.loads(whole["signed"])
    said["keys"]["counters"][0]["public"] = "11" * 32
    (key,) = {other.public for other in read_store_keys(store).counters}
    bad = tmp_path / "bad.json"
    altered: tuple[object, ...] = (
        {**whole, "signed": json.dumps(said)},
        {**whole, "signature": "00" * 64},
        {**whole, "signature": whole["signature"][:-2]},
        {**whole, "office_key": key.hex()},
        {**whole, "office_key": 7},
        [],
    )
    for number, content_of in enumerate(altered):
        bad.write_text(json.dumps(content_of), encoding="utf-8")
        with pytest.raises(SurveyKeysUnusable):
            take(store, bad)
        assert content() == before, number
    for raw in (b"", b"\xff\xfe", b"{" * 5000, newer.read_bytes()[:-9]):
        bad.write_bytes(raw)
        with pytest.raises(SurveyKeysUnusable):
            take(store, bad)
    with pytest.raises(SurveyKeysUnusable):
        take(store, tmp_path / "none.json")

    # Somebody else's key signs the very same list.
    (office.home.keys / "office.key").rename(tmp_path / "office.key")
    clock.pass_by(minutes=1)
    office.stores.sign_keys(admin, bad)
    with pytest.raises(SurveyKeysOfAnother):
        take(store, bad)
    assert content() == before
    with pytest.raises(NotAllowed):
        office.stores.sign_keys(supervisor, bad)


def test_an_exported_store_takes_lists_of_its_own_office_alone(
    office: Office, admin: Actor, clock: SetClock, tmp_path: Path
) -> None:
    store, early, late = tmp_path / "store", tmp_path / "early.json", tmp_path / "late.json"
    office.stores.sign_keys(admin, early)
    clock.pass_by(minutes=1)
    office.stores.export(store)
    clock.pass_by(minutes=1)
    office.stores.sign_keys(admin, late)
    with pytest.raises(SurveyKeysOlder):
        take(store, early)
    assert not take(store, late)
    seed = (office.home.keys / "office.key").read_text(encoding="ascii").strip()
    assert not any(seed.encode() in path.read_bytes() for path in [*store.iterdir(), early, late])
