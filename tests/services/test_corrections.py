"""A wrong service noticed later: corrected with a trail, while the slip stays what it was."""

from __future__ import annotations

import json

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import AppError, BadValue, NotAllowed, PersonalDataInText, UnknownService, VisitIsUndone
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit
from tests.support.offices import SetClock, stored


def test_the_trail_tells_before_and_after_who_and_why(
    office: Office, clerk: Actor, supervisor: Actor, home: Home, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL", further_services=("MOVEIN",))).visit
    clock.pass_by(days=1)
    corrected = office.corrections.correct_services(supervisor, visit.id, ("PASSPORT",), "여권이었음")
    assert (corrected.service_codes, corrected.corrected, corrected.word) == (("PASSPORT",), True, "여권이었음")
    assert stored(home, "SELECT by, services_before, services_after FROM visit_step WHERE kind = 'corrected'") == [
        ("supervisor1", "SEAL MOVEIN", "PASSPORT")
    ]
    ((fields, by),) = stored(home, "SELECT fields, by FROM outbox WHERE entity = 'visit' AND kind = 'edit'")
    assert json.loads(fields)["service_code"] == "PASSPORT"
    assert by == "supervisor1"
    ((detail,),) = stored(home, "SELECT detail FROM audit WHERE action = 'correct_services'")
    assert json.loads(detail) == {"before": ["SEAL", "MOVEIN"], "after": ["PASSPORT"]}


def test_the_slip_keeps_its_qr_code_and_its_department(office: Office, clerk: Actor) -> None:
    registered = office.visits.register(clerk, NewVisit("SEAL"))
    slip, before = office.slips.issue(clerk, registered.visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    tax = next(s for s in office.offices.services() if s.department_name != before.department)
    office.corrections.correct_services(clerk, registered.visit.id, (tax.code,))
    _, again = office.slips.issue(clerk, registered.visit.id, Paper.ROLL58, Language.KO)
    assert again.survey_url == before.survey_url == registered.survey_url
    assert again.department == before.department
    assert tax.name in again.service


def test_the_same_services_again_change_nothing(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    assert office.corrections.correct_services(clerk, visit.id, ("SEAL",), "그대로") == visit
    assert stored(home, "SELECT count(*) FROM visit_step WHERE kind = 'corrected'") == [(0,)]


@pytest.mark.parametrize(
    ("codes", "word", "refusal"),
    [
        ((), "", BadValue),
        (("NOSUCH",), "", UnknownService),
        (("PASSPORT",), "900101-1234567", PersonalDataInText),
    ],
)
def test_what_cannot_be_stored_changes_nothing(
    office: Office, clerk: Actor, home: Home, codes: tuple[str, ...], word: str, refusal: type[AppError]
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    with pytest.raises(refusal):
        office.corrections.correct_services(clerk, visit.id, codes, word)
    assert office.visits.list_day(clerk) == (visit,)


def test_a_service_retired_meanwhile_may_stay_but_not_come(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    stored(home, "UPDATE service SET retired_at = '2026-11-20T01:00:00.000000Z' WHERE code IN ('SEAL', 'MOVEIN')")
    kept = office.corrections.correct_services(clerk, visit.id, ("PASSPORT", "SEAL"))
    assert kept.service_codes == ("PASSPORT", "SEAL")
    with pytest.raises(UnknownService):
        office.corrections.correct_services(clerk, visit.id, ("PASSPORT", "MOVEIN"))


def test_an_undone_visit_and_a_stranger_are_refused(office: Office, clerk: Actor) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    with pytest.raises(NotAllowed):
        office.corrections.correct_services(Actor("admin", "x", Role.ADMIN), visit.id, ("PASSPORT",))
    office.visits.undo(clerk, visit.id)
    with pytest.raises(VisitIsUndone):
        office.corrections.correct_services(clerk, visit.id, ("PASSPORT",))
