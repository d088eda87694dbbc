"""People sent to a wrong desk among the figures: thirty days, no name of who sent them, nobody's words alone."""

from __future__ import annotations

import json
from datetime import date

import pytest

from app.bootstrap import Office
from app.commands.figures import figures_json
from app.domain.actors import Actor
from app.domain.directory import Task, TaskForm
from app.domain.guidance import WrongReason, WrongReferral
from app.domain.periods import Period, Span
from tests.support.offices import SetClock

DAY = date(2026, 11, 20)


@pytest.fixture
def tasks(office: Office, admin: Actor) -> dict[str, Task]:
    """Two desks that sound alike, and a third."""
    made = (("건축과", "건축물대장 발급"), ("부동산정보과", "토지대장 발급"), ("세무1과", "재산세"))
    return {department: office.directory.add(admin, TaskForm(department, title)) for department, title in made}


def send_wrong(
    office: Office, actor: Actor, phrase: str, sent: Task, belonged: Task | None, reason: WrongReason
) -> None:
    given = office.guidance.give(actor, phrase, sent.id)
    office.guidance.wrong(actor, given.id, belonged.id if belonged is not None else None, reason)


def test_they_are_counted_by_what_was_wanted_where_to_and_why(
    office: Office, clerk: Actor, supervisor: Actor, tasks: dict[str, Task]
) -> None:
    building, land, tax = tasks["건축과"], tasks["부동산정보과"], tasks["세무1과"]
    for actor in (clerk, supervisor, clerk):
        send_wrong(office, actor, "땅 서류 떼러 왔어요", building, land, WrongReason.SOUNDS_ALIKE)
    send_wrong(office, clerk, "남편이 남긴 집 때문에 왔어요", tax, None, WrongReason.OTHER)
    office.guidance.right(clerk, office.guidance.give(clerk, "재산세", tax.id).id)
    figures = office.summaries.day(supervisor, DAY)
    assert figures.wrong_referrals == (
        WrongReferral("토지대장 발급", "건축과", "부동산정보과", WrongReason.SOUNDS_ALIKE, "땅 서류 떼러 왔어요", 3),
        # What one person alone said is not in figures that go round the office.
        WrongReferral("재산세", "세무1과", "", WrongReason.OTHER, "", 1),
    )
    assert office.summaries.sheet(supervisor, DAY).figures.wrong_referrals == figures.wrong_referrals


def test_they_are_those_of_thirty_days_to_the_end_of_the_period(
    office: Office, clerk: Actor, supervisor: Actor, tasks: dict[str, Task], clock: SetClock
) -> None:
    send_wrong(office, clerk, "땅 서류", tasks["건축과"], tasks["부동산정보과"], WrongReason.MOVED)
    clock.pass_by(days=29)
    last_day = date(2026, 12, 19)
    assert [one.people for one in office.summaries.day(supervisor, last_day).wrong_referrals] == [1]
    month = office.summaries.period(supervisor, Period.of(Span.MONTH, last_day))
    assert month.referred_until == last_day
    assert [one.people for one in month.wrong_referrals] == [1]
    clock.pass_by(days=1)
    assert office.summaries.day(supervisor, date(2026, 12, 20)).wrong_referrals == ()
    assert [one.people for one in office.summaries.day(supervisor, DAY).wrong_referrals] == [1]


def test_as_json_they_name_no_one_who_sent_them(
    office: Office, clerk: Actor, supervisor: Actor, tasks: dict[str, Task]
) -> None:
    for _ in range(2):
        send_wrong(office, clerk, "땅 서류", tasks["건축과"], tasks["부동산정보과"], WrongReason.MOVED)
    written = json.loads(json.dumps(figures_json(office.summaries.day(supervisor, DAY)), ensure_ascii=False))
    assert written["wrong_referrals"] == {
        "until": "2026-11-20",
        "days": 30,
        "kinds": [
            {
                "title": "토지대장 발급",
                "department": "건축과",
                "actual_department": "부동산정보과",
                "reason": "moved",
                "phrase": "땅 서류",
                "people": 2,
            }
        ],
    }
    assert clerk.login not in json.dumps(written["wrong_referrals"], ensure_ascii=False)
