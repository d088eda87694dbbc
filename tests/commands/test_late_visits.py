"""minwon visit register --late: a visit from paper, by a script."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.config.paths import Home
from tests.support.command_line import minwon
from tests.support.offices import stored

SEOUL = ZoneInfo("Asia/Seoul")


def yesterday(hour: int, minute: int) -> datetime:
    """A time of the day before, on the office's wall."""
    day = datetime.now(SEOUL) - timedelta(days=1)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def register(*options: str) -> tuple[str, ...]:
    return "visit", "register", "--service", "PASSPORT", *options


def test_a_visit_from_paper(home: Home) -> None:
    at, until = yesterday(9, 12), yesterday(9, 30)
    local, with_zone = f"{at:%Y-%m-%dT%H:%M}", until.astimezone(UTC).isoformat()
    made = minwon(home.root, *register("--at", local, "--until", with_zone, "--late", "power"), login="clerk1").one
    assert made["number"] == "A-001"
    assert datetime.fromisoformat(made["registered_at"]) == at
    assert made["survey_url"].startswith("https://")
    (line,) = minwon(home.root, "visit", "list", "--date", f"{at:%Y-%m-%d}", login="clerk1").lines
    assert (line["status"], line["late_reason"], line["slip_state"]) == ("done", "power", None)
    assert datetime.fromisoformat(line["entered_at"]) > until
    assert minwon(home.root, "visit", "list", login="clerk1").lines == []
    figures = minwon(home.root, "summary", "--date", f"{at:%Y-%m-%d}", login="supervisor1").one
    assert (figures["visits"], figures["late"], figures["handling_time"]["n"]) == (1, 1, 0)
    signs = minwon(
        home.root, "integrity", "--from", f"{at:%Y-%m-%d}", "--to", f"{at:%Y-%m-%d}", login="supervisor1"
    ).one
    assert (signs["total"]["late"], signs["total"]["timed"]) == (1, 0)


def test_an_old_one_has_no_survey(home: Home) -> None:
    old = datetime.now(SEOUL) - timedelta(days=20)
    made = minwon(home.root, *register("--at", f"{old:%Y-%m-%dT%H:%M}", "--late", "other"), login="clerk1").one
    assert made["survey_url"] is None


@pytest.mark.parametrize(
    "options",
    [
        ("--late", "power"),
        ("--late", "power", "--at", "soon"),
        ("--late", "power", "--at", "2099-01-01T09:00"),
        ("--late", "power", "--at", "2020-01-01T09:00"),
        ("--late", "flood", "--at", "2026-11-20T09:12"),
        ("--at", "2026-11-20T09:12"),
        ("--until", "2026-11-20T09:12"),
        ("--late", "power", "--at", "{now}", "--waiting"),
        ("--late", "power", "--at", "{now}", "--for", "B"),
        ("--late", "power", "--at", "{now}", "--until", "{before}"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(home: Home, options: tuple[str, ...]) -> None:
    now = datetime.now(UTC)
    said = [o.format(now=now.isoformat(), before=(now - timedelta(minutes=9)).isoformat()) for o in options]
    ran = minwon(home.root, *register(*said), login="clerk1")
    assert (ran.code, ran.out) == (2, "")
    assert "습니다" in ran.err
    assert "Traceback" not in ran.err
    assert stored(home, "SELECT id FROM visit") == []
