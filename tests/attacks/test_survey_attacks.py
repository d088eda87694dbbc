"""Attacks on the survey: forged slips, and a stolen store."""

from __future__ import annotations

import base64
import hashlib
import os
import random
import sqlite3
import struct
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import fmean

import pytest

from app.crypto.secrets import unlock
from app.crypto.signing import sign_token
from app.db.survey_answers import ENVELOPE_BYTES, NewAnswer
from app.db.survey_holds import Hold
from app.db.survey_store import Form, Outcome, SurveyStore
from app.db.survey_tokens import token_mark
from app.domain.languages import Language
from app.domain.surveys import OVERALL
from app.domain.tokens import (
    TOKEN_BYTES,
    TokenExpired,
    TokenFromTheFuture,
    TokenMangled,
    split_token,
    token_text,
)
from app.survey_web.server import create_app
from app.survey_web.slip_links import SlipReader
from tests.support.survey import DAY, GOOD_ANSWERS, NOON, Clock, SurveyPlace
from tests.support.survey_client import survey_client

# --- slips that were never issued ----------------------------------------------------------------------------------


def forgers(place: SurveyPlace) -> Sequence[Callable[[], str]]:
    """Ways to come by a token that must not be accepted. Each call makes another one."""
    stranger = place.stranger()

    def raw() -> bytearray:
        _, body, signature = split_token(place.token())
        return bytearray(body + signature)

    def text(content: bytes | bytearray) -> str:
        return base64.urlsafe_b64encode(bytes(content)).rstrip(b"=").decode()

    def one_bit() -> str:
        content = raw()
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        return text(content)

    def other_claims() -> str:
        claims, _, signature = split_token(place.token())
        changed = random.choice(
            [
                replace(claims, department=claims.department + random.randrange(1, 9)),
                replace(claims, area=claims.area + random.randrange(1, 9)),
                replace(claims, day=claims.day - timedelta(days=random.randrange(1, 6))),
                replace(claims, afternoon=not claims.afternoon),
                replace(claims, nonce=os.urandom(15)),
                replace(claims, nonce=os.urandom(16), mark=None),
                replace(claims, mark=((claims.mark or 0) + random.randrange(1, 128)) % 128),
            ]
        )
        return token_text(changed.body(), signature)

    def own_key_under_a_known_name() -> str:
        return sign_token(place.claims(), stranger.seed)

    def other_spelling() -> str:
        return random.choice([place.token() + "=", place.token().replace("A", "A\n", 1), " " + place.token()])

    return (
        lambda: text(os.urandom(TOKEN_BYTES)),
        one_bit,
        other_claims,
        stranger.token,
        own_key_under_a_known_name,
        other_spelling,
        lambda: place.token()[: random.randrange(121)],
        lambda: place.token() + text(os.urandom(random.randrange(1, 30))),
        lambda: token_text(bytes(split_token(place.token())[1]), bytes(64)),
        lambda: place.token(day=DAY - timedelta(days=random.randrange(8, 2000))),
        lambda: place.token(day=DAY + timedelta(days=random.randrange(2, 9000))),
    )


def test_of_ten_thousand_forged_altered_expired_and_early_tokens_none_is_accepted(tmp_path: Path) -> None:
    place = SurveyPlace(tmp_path)
    keys = place.keys()
    reader = SlipReader()
    ways = forgers(place)
    accepted = []
    for number in range(10_000):
        token = ways[number % len(ways)]()
        try:
            reader.read(token, keys, NOON)
        except (TokenMangled, TokenExpired, TokenFromTheFuture):
            continue
        accepted.append(token)
    assert accepted == []
    assert reader.read(place.token(), keys, NOON).department == 3


def test_over_http_no_forged_and_no_replayed_token_stores_anything(tmp_path: Path) -> None:
    place = SurveyPlace(tmp_path / "store").write()
    with survey_client(create_app(place.folder, Clock())) as client:
        token = place.token()
        assert client.answer(token, GOOD_ANSWERS).status_code == 200
        replays = {client.post(f"/s/{token}", {**GOOD_ANSWERS, "Q1_KIND": "1"}).status_code for _ in range(50)}
        assert replays == {410}
        ways = forgers(place)
        for number in range(110):
            forged = ways[number % len(ways)]().replace("\n", "%0A")
            assert client.post(f"/s/{forged}", GOOD_ANSWERS).status_code in {404, 405, 410}
        store = SurveyStore.open(place.folder, read_only=True)
        assert store.figures_of(DAY).answers == 1
        store.close()


# --- a stolen store --------------------------------------------------------------------------------------------------

STORES = 40
VISITS = 20


def visit(store: SurveyStore, number: int, *, trouble: bool, quick: bool = False) -> tuple[bytes, bytes]:
    """The visit number `number` of a day answers; its nonce and its form's secret."""
    comment = f"visit-{number:03d}."
    made = NewAnswer(DAY, 3, 1, Language.KO, {"Q1_KIND": ("5",), OVERALL: ("4",)}, comment, os.urandom(ENVELOPE_BYTES))
    form = Form(DAY, os.urandom(15), os.urandom(16), comment.encode(), quick)
    if trouble:
        assert store.hold(form, made, NOON) is Outcome.HELD
        assert store.finish(form, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.STORED
    else:
        assert store.accept(form, made, NOON) is Outcome.STORED
    return form.nonce, form.submission


def correlation(order: Sequence[int]) -> float:
    """Spearman's between the order of arrival 0, 1, 2 … and the place each one took."""
    n = len(order)
    ranks = {value: rank for rank, value in enumerate(sorted(order))}
    squares = sum((position - ranks[value]) ** 2 for position, value in enumerate(order))
    return 1 - 6 * squares / (n * (n * n - 1))


def written_over(folder: Path) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The id and body of every answer, in the table's own order, and the day's used tokens."""
    with sqlite3.connect(folder / "answers.db") as raw:
        rows = raw.execute("SELECT id, body FROM answer WHERE filled = 'y'").fetchall()
        (entries,) = raw.execute("SELECT entries FROM used_token").fetchone()
    raw.close()
    return rows, entries


def test_a_thief_with_store_tokens_and_visit_list_links_no_better_than_chance(tmp_path: Path) -> None:
    on_disk: list[float] = []
    by_id: list[float] = []
    by_mark: list[float] = []
    first_places: list[float] = []
    batch_places: list[float] = []
    guessed = 0
    for trial in range(STORES):
        folder = tmp_path / str(trial)
        folder.mkdir()
        store = SurveyStore.open(folder)
        visits = [visit(store, number, trouble=number % 5 == 0) for number in range(VISITS)]
        stolen = {path.name: path.read_bytes() for path in folder.iterdir()}
        store.close()

        assert sorted(stolen) == ["answers.db", "hold.key"], "a journal or a WAL would keep the order of arrival"
        content = stolen["answers.db"]
        markers = [f"visit-{number:03d}.".encode() for number in range(VISITS)]
        assert [content.count(marker) for marker in markers] == [1] * VISITS, "a stale copy tells an older state"
        offsets = [content.index(marker) for marker in markers]
        places = [sorted(offsets).index(offset) for offset in offsets]
        on_disk.append(correlation(places))
        first_places.append(places[0])
        # Answers from before the group was dealt anew must not lie apart from those that came after it.
        batch_places.append(fmean(places[:16]))
        guessed += sum(place == number for number, place in enumerate(places))

        rows, entries = written_over(folder)
        ids = [int.from_bytes(row_id) for marker in markers for row_id, body in rows if marker in body]
        by_id.append(correlation(ids))
        # Even with the hold key, which gives away whose slips were answered, the two tables share no order.
        marks = [token_mark(stolen["hold.key"], DAY, nonce) for nonce, _ in visits]
        stored_marks = [entries[at : at + 16] for at in range(0, len(entries), 48)]
        assert stored_marks == sorted({*stored_marks, *marks})
        assert {content.count(mark) for mark in marks} == {1}
        by_mark.append(correlation([place for _, place in sorted(zip(marks, places, strict=True))]))

    spread = 5 / ((VISITS - 1) * STORES) ** 0.5  # five standard deviations of a mean of rank correlations
    assert abs(fmean(on_disk)) < spread
    assert abs(fmean(by_id)) < spread
    assert abs(fmean(by_mark)) < spread
    middle = (VISITS - 1) / 2
    assert abs(fmean(first_places) - middle) < 5 * ((VISITS**2 - 1) / 12 / STORES) ** 0.5
    assert abs(fmean(batch_places) - middle) < 5 * ((VISITS + 1) * (VISITS - 16) / (12 * 16) / STORES) ** 0.5
    assert abs(guessed - STORES) < 5 * STORES**0.5  # matching two orders by chance gets one right, give or take one


def test_a_thief_cannot_tell_which_answers_came_within_a_minute_of_registering(tmp_path: Path) -> None:
    """Marks are in the tokens and times in the visit list; the store, with its key, pairs neither with an answer."""
    by_place: list[float] = []
    by_id: list[float] = []
    quick_ones = {number for number in range(VISITS) if number % 3 == 0}
    for trial in range(STORES):
        folder = tmp_path / str(trial)
        folder.mkdir()
        store = SurveyStore.open(folder)
        for number in range(VISITS):
            visit(store, number, trouble=number % 5 == 0, quick=number in quick_ones)
        content = (folder / "answers.db").read_bytes()
        key = (folder / "hold.key").read_bytes()
        store.close()

        offsets = [content.index(f"visit-{number:03d}.".encode()) for number in range(VISITS)]
        places = [sorted(offsets).index(offset) for offset in offsets]
        rows, _ = written_over(folder)
        ids = {int(body.split(b"visit-")[1][:3]): int.from_bytes(row_id) for row_id, body in rows}
        ranks = [sorted(ids.values()).index(ids[number]) for number in range(VISITS)]
        for found, ranked in ((by_place, places), (by_id, ranks)):
            found.append(fmean(ranked[number] for number in quick_ones))
        # All that the key opens is how many there were in a department, of the day and at the last publishing.
        with sqlite3.connect(folder / "answers.db") as raw:
            [(locked,)] = raw.execute("SELECT locked FROM running_quick").fetchall()
        raw.close()
        plain = unlock(key, bytes(locked))
        assert struct.unpack_from(">HHII", plain) == (1, 3, len(quick_ones), len(quick_ones))
        assert plain[12:] == bytes(len(plain) - 12)

    n, size = len(quick_ones), VISITS
    spread = 5 * ((size + 1) * (size - n) / (12 * n) / STORES) ** 0.5
    assert abs(fmean(by_place) - (size - 1) / 2) < spread
    assert abs(fmean(by_id) - (size - 1) / 2) < spread


def test_copies_of_a_store_before_and_after_an_answer_do_not_tell_whether_it_was_quick(tmp_path: Path) -> None:
    changes: dict[bool, list[tuple[str, int]]] = {}
    for quick in (False, True):
        folder = tmp_path / str(quick)
        folder.mkdir()
        store = SurveyStore.open(folder)
        rows: list[tuple[str, bytes]] = []
        for number in range(12):
            visit(store, number, trouble=False, quick=quick)
            with sqlite3.connect(folder / "answers.db") as raw:
                rows += raw.execute("SELECT day, locked FROM running_quick").fetchall()
            raw.close()
        store.close()
        copies = [bytes(locked) for _, locked in rows]
        assert len(set(copies)) == len(copies), "written anew with every answer"
        bits = fmean(int.from_bytes(copy).bit_count() / (8 * len(copy)) for copy in copies)
        assert abs(bits - 0.5) < 5 * 0.5 / (8 * len(copies[0]) * len(copies)) ** 0.5
        changes[quick] = [(day, len(locked)) for day, locked in rows]
    assert changes[True] == changes[False]
    assert len(set(changes[True])) == 1


def test_a_page_that_waits_does_not_carry_how_soon_it_came(tmp_path: Path) -> None:
    """Even opened with the hold key, the rows of a quick first page and of a slow one are of the same bytes."""
    opened: dict[bool, set[bytes]] = {}
    for quick in (False, True):
        folder = tmp_path / str(quick)
        folder.mkdir()
        store = SurveyStore.open(folder)
        made = NewAnswer(DAY, 3, 1, Language.KO, {}, "", bytes(ENVELOPE_BYTES))
        for _ in range(3):
            assert store.hold(Form(DAY, os.urandom(15), os.urandom(16), b"", quick), made, NOON) is Outcome.HELD
        store.close()
        key = (folder / "hold.key").read_bytes()
        with sqlite3.connect(folder / "answers.db") as raw:
            opened[quick] = {unlock(key, bytes(sealed)) for (sealed,) in raw.execute("SELECT sealed FROM held")}
        raw.close()
    assert opened[True] == opened[False]
    assert len(opened[True]) == 1


def test_a_stolen_store_holds_no_token_no_time_and_rows_of_one_size(tmp_path: Path) -> None:
    place = SurveyPlace(tmp_path / "store").write()
    tokens = [place.token() for _ in range(20)]
    with survey_client(create_app(place.folder, Clock())) as client:
        forms = [client.open_form(token) for token in tokens]
        for number, (token, form) in enumerate(zip(tokens, forms, strict=True)):
            trouble = ["ASKED"] if number % 3 == 0 else ["NONE"]
            filled = {**form, **GOOD_ANSWERS, "Q7_INTEGRITY": trouble, "Q9_COMMENT": "글" * number}
            assert client.post(f"/s/{token}", filled).status_code == 200
        content = b"".join(path.read_bytes() for path in place.folder.iterdir())

    for token, form in zip(tokens, forms, strict=True):
        claims, body, signature = split_token(token)
        for secret in (claims.nonce, body, signature, signature[:16], bytes.fromhex(form["submission"])):
            assert secret not in content
            assert secret.hex().encode() not in content
        assert token.encode() not in content

    with sqlite3.connect(place.folder / "answers.db") as raw:
        columns = {
            table: {column[1] for column in raw.execute(f"PRAGMA table_info({table})")}
            for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        }
        lengths = ", ".join(f"length({column})" for column in ("id", "pad", "filled", "language", "body", "envelope"))
        sizes = raw.execute(f"SELECT DISTINCT {lengths} FROM answer").fetchall()
        held_sizes = raw.execute("SELECT count(*), count(DISTINCT length(sealed)) FROM held").fetchall()
        indexes = raw.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
        with_rowids = [
            table for (table,) in raw.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 0")
        ]
    raw.close()
    assert columns == {
        "answer": {"day", "department", "area", "id", "pad", "filled", "language", "body", "envelope"},
        "used_token": {"day", "entries"},
        "held": {"id", "sealed"},
        "day_tally": {"day", "published"},
        "running_departments": {"day", "locked"},
        "running_quick": {"day", "locked"},
        "quick_tally": {"day", "published"},
        "department_tally": {"day", "department", "published"},
        "closed_day": {"day"},
        "hold_key_mark": {"mark"},
    }
    assert len(sizes) == 1
    assert held_sizes == [(20, 1)]
    assert indexes == []
    assert with_rowids == ["sqlite_schema"]


def test_without_the_hold_key_a_thief_cannot_even_tell_which_slips_were_answered(tmp_path: Path) -> None:
    store = SurveyStore.open(tmp_path)
    nonce, submission = visit(store, 1, trouble=False)
    store.close()
    _, entries = written_over(tmp_path)

    known = (nonce, submission, nonce + DAY.isoformat().encode(), DAY.isoformat().encode() + nonce)
    for guess in known:
        for digest in (hashlib.sha256, hashlib.blake2b, hashlib.blake2s, hashlib.md5):
            assert digest(guess).digest()[:16] not in entries
    for key in (os.urandom(32), bytes(32)):
        assert token_mark(key, DAY, nonce) not in entries
    assert token_mark((tmp_path / "hold.key").read_bytes(), DAY, nonce) in entries


def test_without_the_hold_key_a_reported_trouble_looks_like_any_other_first_page(tmp_path: Path) -> None:
    key_file = tmp_path / "keys" / "hold.key"
    rows: dict[bool, list[tuple[int, int, str, str]]] = {}
    bits: dict[bool, list[float]] = {}
    for trouble in (False, True):
        place = SurveyPlace(tmp_path / str(trouble)).write()
        place.slip_days = 60
        app = create_app(place.folder, Clock(), hold_key_file=key_file)
        q7 = ["ASKED", "GAVE"] if trouble else ["NONE"]
        with survey_client(app) as client:
            for _ in range(20):
                assert client.answer(place.token(), {**GOOD_ANSWERS, "Q7_INTEGRITY": q7}).status_code == 200
            files = {path.name: path.read_bytes() for path in place.folder.iterdir()}
        assert sorted(files) == ["answers.db", "keys.json", "survey.json"]
        key = key_file.read_bytes()
        for content in files.values():
            for form in (key, key.hex().encode(), base64.b64encode(key)):
                assert form not in content
        with sqlite3.connect(place.folder / "answers.db") as raw:
            shape = "length(id), length(sealed), typeof(id), typeof(sealed)"
            rows[trouble] = raw.execute(f"SELECT {shape} FROM held").fetchall()
            locked = [bytes(sealed) for (sealed,) in raw.execute("SELECT sealed FROM held")]
        raw.close()
        assert len(set(locked)) == len(locked)
        bits[trouble] = [int.from_bytes(row).bit_count() / (8 * len(row)) for row in locked]

    assert len(rows[True]) == 20, "every first page leaves one row"
    assert rows[True] == rows[False]
    for share in bits.values():
        size = 8 * rows[True][0][1] * 20
        assert abs(fmean(share) - 0.5) < 5 * 0.5 / size**0.5  # ciphertext: nothing stands in it that could be counted


def test_used_tokens_less_answers_do_not_count_the_pages_that_wait(tmp_path: Path) -> None:
    """A stolen store with `stored` answers looks the same however many first pages wait for their second one."""
    sizes: dict[int, set[int]] = {}
    for waiting in (0, 1, 17, 48):
        folder = tmp_path / str(waiting)
        folder.mkdir()
        store = SurveyStore.open(folder)
        for _ in range(waiting):
            made = NewAnswer(DAY, 3, 1, Language.KO, {}, "", None)
            assert store.hold(Form(DAY, os.urandom(16), os.urandom(16), b""), made, NOON) is Outcome.HELD
        for stored in range(1, 35):
            visit(store, stored, trouble=stored % 4 == 0)
            _, entries = written_over(folder)
            sizes.setdefault(stored, set()).add(len(entries))
            assert len({entries[at : at + 16] for at in range(0, len(entries), 48)}) == len(entries) // 48
        store.close()

    assert {len(seen) for seen in sizes.values()} == {1}


def test_a_moment_in_a_stolen_hold_is_never_a_minute(tmp_path: Path) -> None:
    key = os.urandom(32)
    moments = [NOON + timedelta(seconds=random.randrange(86_400)) for _ in range(200)]
    for moment in moments:
        kept = Hold.unlocked(key, Hold(moment, None).locked(key)).release_at
        assert (kept.minute % 10, kept.second) == (0, 0)
        assert timedelta(0) <= kept - moment < timedelta(minutes=10)


def test_a_desk_whose_clock_is_turned_ahead_sees_no_department_of_a_running_day(tmp_path: Path) -> None:
    """Only the server closes a day. A desk asks for what is published, with whatever clock it has."""
    store = SurveyStore.open(tmp_path)
    for number in range(10):
        visit(store, number, trouble=number % 3 == 0)
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.figures_of(DAY).answers == 10
    assert reader.figures_of(DAY).departments == {}

    store.close_expired(DAY + timedelta(days=8), 7)
    assert {number: tally.answers for number, tally in reader.figures_of(DAY).departments.items()} == {3: 10}
    reader.close()
    store.close()


@pytest.mark.parametrize("wrong", ["clock", "setting"])
def test_no_clock_and_no_setting_lets_a_slip_be_answered_twice(tmp_path: Path, wrong: str) -> None:
    place, clock = SurveyPlace(tmp_path / "store").write(), Clock()
    used, unused = [place.token() for _ in range(5)], place.token()
    with survey_client(create_app(place.folder, clock)) as client:
        for token in used:
            assert client.answer(token, GOOD_ANSWERS).status_code == 200
    clock.forward(timedelta(days=30 if wrong == "clock" else 9))
    with survey_client(create_app(place.folder, clock)):
        pass  # its sweeper has gone round once
    if wrong == "clock":
        clock.at = NOON
    else:
        place.slip_days = 60
        place.write()
    with survey_client(create_app(place.folder, clock)) as client:
        for token in (*used, unused):
            assert client.get(f"/s/{token}").status_code == 410
            for q7 in ("NONE", "ASKED"):
                assert client.post(f"/s/{token}", {**GOOD_ANSWERS, "Q7_INTEGRITY": [q7]}).status_code == 410
        store = SurveyStore.open(place.folder, read_only=True)
        assert store.figures_of(DAY).answers == 5
        store.close()
