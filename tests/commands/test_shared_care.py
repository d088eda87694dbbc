"""minwon shared care: what the shared side needs every night, of either kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support.shared_desks import Desk
from tests.support.shared_places import PostgresPlace

_LONG_OVER = b"""
INSERT INTO minwon.doc (entity, row_id, version, place, home, made_by, made_at, fields, day)
VALUES ('case_file', 'c1', 1, 900, 'a counter gone', 'clerk1', now(), '{"ended_on": "2019-01-02"}', '2019-01-02')
"""


def test_a_server_is_rid_of_replaced_entries_and_a_file_is_copied_once_a_day(shared_desk: Desk, tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    place = shared_desk.place
    if isinstance(place, PostgresPlace):
        with closing(place.cluster.connect(place.database)) as connection:
            connection.execute(_LONG_OVER)
    cared = shared_desk("shared", "care", "--copies", str(copies))
    assert cared.code == 0, cared.err
    if isinstance(place, PostgresPlace):
        assert cared.one == {"pruned": 0}
        assert "'case_file', 'c1'" in str(place.rows()["minwon.erased"])
        return
    (copy,) = copies.iterdir()
    assert cared.one == {"copy": str(copy)}
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name FROM meta").fetchall() == [("한빛구",)]
    assert shared_desk("shared", "care", "--copies", str(copies)).one == {"copy": None}


def test_a_copy_of_a_file_needs_a_place_outside_the_home(file_desk: Desk) -> None:
    file_desk.share()
    assert file_desk("shared", "care").code == 2
    inside = file_desk("shared", "care", "--copies", str(file_desk.home.root / "copies"))
    assert (inside.code, inside.out) == (4, "")
    assert not (file_desk.home.root / "copies").exists()


def test_a_home_that_shares_nothing_has_nothing_to_care_for(desk: Desk) -> None:
    assert desk("shared", "care").code == 2
