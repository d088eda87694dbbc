"""Who waits, longest first; the counters there are; and a number that grows with every change."""

from __future__ import annotations

from contextlib import closing

import pytest

from app.bootstrap import Office, open_office
from app.domain.actors import Actor
from app.domain.errors import NotAllowed
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit, VisitStatus
from tests.support.offices import SetClock


def test_everybody_who_waits_or_was_called_longest_first(office: Office, clerk: Actor, clock: SetClock) -> None:
    assert office.reception.queue(clerk) == ()
    numbers = []
    for code, counter in (("PASSPORT", None), ("SEAL", "B"), ("MOVEIN", "A"), ("RESREG", None)):
        numbers.append(office.visits.admit(clerk, NewVisit(code), counter).visit.number)
        clock.pass_by(minutes=2)
    called = office.reception.call_next(clerk)
    office.visits.register(clerk, NewVisit("SEAL"))
    queue = office.reception.queue(clerk)
    assert [visit.number for visit in queue] == numbers
    assert [visit.status for visit in queue] == [VisitStatus.CALLED, *[VisitStatus.WAITING] * 3]
    assert [visit.now_at for visit in queue] == ["A", "B", "A", None]
    office.reception.start(clerk, called.id)
    office.reception.leave(clerk, queue[2].id)
    assert [visit.number for visit in office.reception.queue(clerk)] == [numbers[1], numbers[3]]


def test_the_auditor_sees_nobody(office: Office, auditor: Actor) -> None:
    with pytest.raises(NotAllowed):
        office.reception.queue(auditor)
    with pytest.raises(NotAllowed):
        office.visits.mark(auditor)


def test_the_number_grows_with_every_change_of_whatever_program(office: Office, clerk: Actor, clock: SetClock) -> None:
    marks = [office.visits.mark(clerk)]
    visit = office.visits.register(clerk, NewVisit("PASSPORT")).visit
    marks.append(office.visits.mark(clerk))
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    marks.append(office.visits.mark(clerk))
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    marks.append(office.visits.mark(clerk))
    office.corrections.correct_services(clerk, visit.id, ("SEAL",))
    marks.append(office.visits.mark(clerk))
    with closing(open_office(office.home, clock, "B")) as other:
        other.visits.admit(clerk, NewVisit("SEAL"))
    marks.append(office.visits.mark(clerk))
    assert marks == sorted(set(marks))
    assert office.visits.mark(clerk) == marks[-1]


def test_the_counters_there_are(office: Office, clerk: Actor) -> None:
    assert [(c.code, c.name) for c in office.offices.counters(clerk)] == [
        ("A", "1번 창구"),
        ("B", "2번 창구"),
        ("C", "3번 창구"),
    ]
