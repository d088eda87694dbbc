"""An older backup of the shared side is put back: in whatever order the homes come, everything is offered again."""

from __future__ import annotations

from itertools import permutations

import pytest

from app.domain.sharing import Document
from app.domain.visits import NewVisit, VisitStatus
from tests.support.model_hub import ModelHub
from tests.support.offices import MORNING
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_invariants import check_courses, check_home, check_shared_side, view_of_model

VISIT = "00000000-0000-7000-8000-000000000001"


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_step_of_a_visit_that_comes_back_later_is_not_lost(
    hub: ModelHub, homes: list[SharedHome], order: tuple[int, ...], told: bool
) -> None:
    backup = hub.backup()
    visit = homes[1].office.visits.admit(CLERK, NewVisit("SEAL")).visit
    homes[1].exchange()
    homes[0].exchange()
    homes[0].office.reception.start(CLERK, visit.id)
    hub.restore(backup, told=told)
    for _ in range(4):
        for n in order:
            homes[n].exchange()
    view = view_of_model(hub)
    check_shared_side(view)
    for home in homes:
        check_home(view, home.database)
        assert home.compare().agree
        assert home.office.visits.list_day(CLERK)[0].status is VisitStatus.SERVING
    check_courses(home.database for home in homes)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_correction_of_a_visit_that_comes_back_later_stays(
    hub: ModelHub, homes: list[SharedHome], order: tuple[int, ...]
) -> None:
    backup = hub.backup()
    visit = homes[1].office.visits.admit(CLERK, NewVisit("SEAL")).visit
    homes[1].exchange()
    homes[0].exchange()
    homes[0].office.corrections.correct_services(CLERK, visit.id, ("PASSPORT", "MOVEIN"), "잘못 적음")
    hub.restore(backup, told=True)
    for _ in range(4):
        for n in order:
            homes[n].exchange()
    check_shared_side(view_of_model(hub))
    for home in homes:
        check_home(view_of_model(hub), home.database)
        assert home.compare().agree
        assert home.office.visits.list_day(CLERK)[0].service_codes == ("PASSPORT", "MOVEIN")


def test_what_waits_for_a_record_it_needs_does_not_take_the_place_of_its_newer_version(
    hub: ModelHub, homes: list[SharedHome]
) -> None:
    """A visit came before its service and was put aside; then both come, the visit as it is by now."""
    service = hub.state.documents["service", "SEAL"]
    with homes[2].write() as work:
        visit = _visit(str(service.fields["department_code"]))
        early = Document("visit", VISIT, 1, 900, "elsewhere", False, {**visit, "service_code": "NEW"})
        work.replica.take([early])
        assert [why for *_, why in work.replica.parked()] == ["IntegrityError"]
        said = {**service.fields, "name": "새 사무", "key": None}
        new = Document("service", "NEW", 1, 901, "elsewhere", False, said)
        late = Document("visit", VISIT, 2, 900, "elsewhere", False, {**visit, "service_code": "PASSPORT"})
        work.replica.take([new, late])
        work.replica.try_parked()
        assert work.replica.parked() == ()
        assert work.visits.get(VISIT).service_codes == ("PASSPORT",)
        assert work.replica.versions([("visit", VISIT)]) == {("visit", VISIT): (2, False)}


def _visit(department: str) -> dict[str, object]:
    return {
        "counter_code": "A",
        "day": MORNING.date().isoformat(),
        "seq": 900,
        "department_code": department,
        "visitor_kind": "self",
        "registered_by": "clerk1",
        "registered_at": MORNING.isoformat(),
        "slip_withheld": False,
    }
