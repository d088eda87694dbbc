"""The signs are counted from real visits and slips, the quick answers by the real survey store."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import BadValue, NotAllowed
from app.domain.integrity import SignRow
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit
from tests.support.offices import MORNING, SetClock, stored

DAY = date(2026, 11, 20)


def _slip(office: Office, clerk: Actor, visit_id: str) -> None:
    slip, _ = office.slips.issue(clerk, visit_id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)


def _day(office: Office, clerk: Actor, clock: SetClock) -> None:
    """Six visits of one department: one reprinted, one undone with its slip, one withheld, two of 10 seconds."""
    for place in range(7):
        visit = office.visits.register(clerk, NewVisit("SEAL", slip_withheld=place == 2)).visit
        if place != 2:
            _slip(office, clerk, visit.id)
        clock.pass_by(seconds=1)
        if place == 0:
            _slip(office, clerk, visit.id)
        if place == 1:
            office.visits.undo(clerk, visit.id)
        clock.pass_by(seconds=9 if place in (3, 4) else 300)


def test_every_sign_is_counted(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home) -> None:
    _day(office, clerk, clock)
    report = office.integrity.report(supervisor, DAY, DAY)
    (row,) = report.rows
    assert (row.name, row.visits, row.slips, row.reprints) == ("민원여권과", 6, 7, 1)
    assert (row.undone_with_slip, row.withheld) == (1, 1)
    assert (row.timed, row.short) == (5, 2)
    assert (row.answers, row.quick_least, row.quick_most) == (None, 0, 0)
    assert report.total.visits == 6
    assert stored(home, "SELECT login, row_id FROM audit WHERE action = 'see_integrity'") == [
        ("supervisor1", "2026-11-20/2026-11-20")
    ]


def test_exactly_twenty_seconds_is_not_short(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    for seconds in (20, 19.999, 20.001, 20, 20, 60):
        office.visits.register(clerk, NewVisit("SEAL"))
        clock.pass_by(seconds=seconds)
    office.visits.register(clerk, NewVisit("SEAL"))
    (row,) = office.integrity.report(supervisor, DAY, DAY).rows
    assert (row.timed, row.short) == (6, 1)


def test_small_departments_stand_together(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    for service, count in (("SEAL", 6), ("LOCALTAX", 3), ("CARTAX", 2), ("CARREG", 0)):
        for _ in range(count):
            office.visits.register(clerk, NewVisit(service))
    rows = office.integrity.report(supervisor, DAY, DAY).rows
    assert [(row.name, row.departments, row.visits) for row in rows] == [("민원여권과", 1, 6), ("", 2, 5)]


@pytest.mark.parametrize(("first", "days"), [(DAY, -1), (DAY, 92)])
def test_a_period_that_makes_no_sense_is_refused(office: Office, supervisor: Actor, first: date, days: int) -> None:
    with pytest.raises(BadValue):
        office.integrity.report(supervisor, first, first + timedelta(days=days))


@pytest.mark.parametrize("role", [Role.CLERK, Role.CONSULTANT, Role.ADMIN])
def test_only_supervisor_and_auditor_see_it(office: Office, role: Role) -> None:
    with pytest.raises(NotAllowed):
        office.integrity.report(Actor("x", "x", role), DAY, DAY)


def test_days_outside_the_period_do_not_count(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    _day(office, clerk, clock)
    clock.at = MORNING + timedelta(days=1)
    _day(office, clerk, clock)
    totals: list[SignRow] = [
        office.integrity.report(supervisor, first, last).total
        for first, last in ((DAY, DAY), (DAY, DAY + timedelta(days=1)), (DAY - timedelta(days=9), DAY))
    ]
    assert [total.visits for total in totals] == [6, 12, 6]
