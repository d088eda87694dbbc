"""The office's departments, services and counters: changed without losing what happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.bootstrap import Office, render_slip
from app.config.paths import Home
from app.db.store_files import read_store_survey
from app.domain.actors import Actor, Role
from app.domain.administration import DepartmentForm, ServiceEntry, ServiceForm
from app.domain.errors import (
    AlreadyThere,
    AppError,
    BadValue,
    CounterInUse,
    DepartmentInUse,
    KeyTaken,
    NotAllowed,
    RecordChanged,
    ServiceRetired,
    TextTooLong,
    UnknownDepartment,
)
from app.domain.languages import Language
from app.domain.slips import Paper
from app.domain.visits import NewVisit
from tests.support.offices import SetClock, stored


def service(office: Office, admin: Actor, code: str) -> ServiceEntry:
    return next(s for s in office.admin.catalogue.services(admin) if s.code == code)


def form_of(entry: ServiceEntry) -> ServiceForm:
    return ServiceForm(entry.name, entry.department_code, entry.area, entry.key, entry.keywords, entry.period)


def test_only_the_administrator(office: Office) -> None:
    for role in set(Role) - {Role.ADMIN}:
        other = Actor("clerk1", "x", role)
        for work in (office.admin.catalogue.services, office.admin.catalogue.departments, office.admin.counters.list):
            with pytest.raises(NotAllowed):
                work(other)
        with pytest.raises(NotAllowed):
            office.admin.catalogue.retire_service(other, "SEAL")


def test_a_retired_service_keeps_its_visits_and_takes_no_new_ones(
    office: Office, admin: Actor, clerk: Actor, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    retired = office.admin.catalogue.retire_service(admin, "SEAL")
    assert retired.retired_at == clock.at
    with pytest.raises(ServiceRetired) as refused:
        office.visits.register(clerk, NewVisit("SEAL"))
    assert refused.value.name == "인감증명"
    assert office.visits.list_day(clerk)[0].service_name == "인감증명"
    _, content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert render_slip(content, Paper.ROLL80).startswith(b"%PDF")
    assert office.visits.finish(clerk, visit.id).service_code == "SEAL"
    assert "SEAL" not in {s.code for s in office.offices.services()}
    office.admin.catalogue.reinstate_service(admin, "SEAL")
    assert office.visits.register(clerk, NewVisit("SEAL")).visit.service_name == "인감증명"


def test_a_service_is_added_edited_and_moved(office: Office, admin: Actor) -> None:
    catalogue = office.admin.catalogue
    department = catalogue.departments(admin)[0]
    added = catalogue.add_service(admin, ServiceForm(" 새 업무 ", department.code, keywords="새것"))
    assert (added.name, added.area, added.key) == ("새 업무", department.name, None)
    assert added.area_number > max(s.area_number for s in catalogue.services(admin) if s.code != added.code)
    assert office.offices.services()[-1].code == added.code
    seal = service(office, admin, "SEAL")
    edited = catalogue.edit_service(admin, added.code, replace(form_of(added), area=seal.area), added.version)
    assert edited.area_number == seal.area_number
    moved = catalogue.move_service(admin, added.code, -1)
    assert office.offices.services()[-2].code == moved.code
    catalogue.move_service(admin, added.code, 5)  # further than the list goes: nothing moves
    assert office.offices.services()[-2].code == moved.code
    with pytest.raises(AlreadyThere):
        catalogue.add_service(admin, form_of(edited), code=added.code.lower())


def test_a_key_belongs_to_one_service(office: Office, admin: Actor) -> None:
    catalogue = office.admin.catalogue
    seal, move = service(office, admin, "SEAL"), service(office, admin, "MOVEIN")
    with pytest.raises(KeyTaken) as taken:
        catalogue.edit_service(admin, "MOVEIN", replace(form_of(move), key=seal.key))
    assert (taken.value.key, taken.value.service) == (seal.key, seal.name)
    catalogue.retire_service(admin, "SEAL")
    catalogue.edit_service(admin, "MOVEIN", replace(form_of(move), key=seal.key))
    with pytest.raises(KeyTaken):
        catalogue.reinstate_service(admin, "SEAL")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"name": ""}, BadValue),
        ({"name": "업" * 41}, TextTooLong),
        ({"key": 10}, BadValue),
        ({"key": 0}, BadValue),
        ({"department_code": "D999"}, UnknownDepartment),
        ({"keywords": "가\x00"}, AppError),
        ({"period": "7"}, AppError),
        ({"period": "0d"}, AppError),
        ({"period": "soon"}, AppError),
    ],
)
def test_bad_services_change_nothing(
    office: Office, admin: Actor, change: dict[str, object], error: type[AppError]
) -> None:
    before = office.admin.catalogue.services(admin)
    with pytest.raises(error):
        office.admin.catalogue.edit_service(admin, "SEAL", replace(form_of(before[1]), **change))  # type: ignore[arg-type]
    assert office.admin.catalogue.services(admin) == before


def test_a_retired_service_is_not_given_a_department_that_is_not_there(office: Office, admin: Actor) -> None:
    retired = office.admin.catalogue.retire_service(admin, "SEAL")
    with pytest.raises(UnknownDepartment):
        office.admin.catalogue.edit_service(admin, "SEAL", replace(form_of(retired), department_code="D999"))
    assert service(office, admin, "SEAL") == retired


def test_nobody_overwrites_unawares(office: Office, admin: Actor) -> None:
    seal = service(office, admin, "SEAL")
    office.admin.catalogue.edit_service(admin, "SEAL", replace(form_of(seal), keywords="도장"), seal.version)
    for late in (
        lambda: office.admin.catalogue.edit_service(admin, "SEAL", form_of(seal), seal.version),
        lambda: office.admin.catalogue.retire_service(admin, "SEAL", seal.version),
    ):
        with pytest.raises(RecordChanged):
            late()


def test_a_department_with_services_is_not_retired(office: Office, admin: Actor) -> None:
    catalogue = office.admin.catalogue
    seal = service(office, admin, "SEAL")
    with pytest.raises(DepartmentInUse) as used:
        catalogue.retire_department(admin, seal.department_code)
    assert used.value.department == seal.department_name
    assert used.value.services >= 1
    added = catalogue.add_department(admin, DepartmentForm("새 부서", phone="02-000-9999"))
    assert catalogue.retire_department(admin, added.code).retired_at is not None
    with pytest.raises(UnknownDepartment):
        catalogue.add_service(admin, ServiceForm("업무", added.code))
    assert catalogue.reinstate_department(admin, added.code).retired_at is None
    with pytest.raises(AlreadyThere):
        catalogue.add_department(admin, DepartmentForm("새 부서"))


def test_the_survey_store_learns_of_departments(office: Office, admin: Actor, home: Home) -> None:
    office.stores.export(home.survey)
    added = office.admin.catalogue.add_department(admin, DepartmentForm("새 부서", phone="02-000-9999"))
    assert read_store_survey(home.survey)[1].departments[added.number] == "새 부서"
    form = DepartmentForm("더 새 부서", phone="02-000-9998")
    office.admin.catalogue.edit_department(admin, added.code, form, added.version)
    learned = read_store_survey(home.survey)[1]
    assert learned.departments[added.number] == "더 새 부서"
    assert "02-000-9998" in learned.phones


@pytest.mark.parametrize("phone", ["2-000-4101", "21234567", "전화", "02-0000"])
def test_a_number_that_lost_its_zero_is_refused(office: Office, admin: Actor, phone: str) -> None:
    with pytest.raises(BadValue):
        office.admin.catalogue.add_department(admin, DepartmentForm("새 부서", phone=phone))


def test_counters(office: Office, admin: Actor, clerk: Actor, home: Home) -> None:
    counters = office.admin.counters
    added = counters.add(admin, " z ", "9번 창구")
    assert (added.code, added.here) == ("Z", False)
    keys = stored(home, "SELECT DISTINCT public_key FROM counter")
    assert len(keys) == 1  # slips given there from this home can be answered
    assert counters.rename(admin, "Z", "빠른 창구", added.version).name == "빠른 창구"
    with pytest.raises(RecordChanged):
        counters.rename(admin, "Z", "느린 창구", added.version)
    with pytest.raises(AlreadyThere):
        counters.add(admin, "A", "또 하나")
    for bad in ("", "가", "ABCDE", "A-1"):
        with pytest.raises(BadValue):
            counters.add(admin, bad, "이름")
    assert counters.retire(admin, "Z").retired_at is not None
    assert counters.reinstate(admin, "Z").retired_at is None


def test_a_counter_in_use_is_not_retired(office: Office, admin: Actor, clerk: Actor) -> None:
    with pytest.raises(CounterInUse):
        office.admin.counters.retire(admin, "A")
    office.admin.counters.add(admin, "Z", "9번 창구")
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    stored(office.home, "UPDATE visit SET now_at = 'Z' WHERE id = ?", (visit.id,))
    with pytest.raises(CounterInUse):
        office.admin.counters.retire(admin, "Z")


def test_every_change_is_logged_and_sent(office: Office, admin: Actor, home: Home) -> None:
    seal = service(office, admin, "SEAL")
    office.admin.catalogue.edit_service(admin, "SEAL", replace(form_of(seal), keywords="도장"))
    office.admin.catalogue.edit_service(admin, "SEAL", replace(form_of(seal), keywords="도장"))  # nothing new
    office.admin.catalogue.retire_service(admin, "SEAL")
    sent = stored(home, "SELECT kind, by FROM outbox WHERE entity = 'service' AND row_id = 'SEAL' ORDER BY n")
    assert sent == [("create", "admin"), ("edit", "admin"), ("edit", "admin")]
    logged = stored(home, "SELECT action, login FROM audit WHERE entity = 'service' AND row_id = 'SEAL'")
    assert logged == [("change_service", "admin"), ("retire_service", "admin")]


def test_a_services_period(office: Office, admin: Actor) -> None:
    def period() -> str:
        return next(each.period for each in office.offices.services() if each.code == "PASSPORT")

    passport = next(each for each in office.admin.catalogue.services(admin) if each.code == "PASSPORT")
    assert passport.period == period() == "8d"
    for typed, kept in ((" 2W ", "2w"), ("NOW", "now"), ("", "")):
        office.admin.catalogue.edit_service(admin, "PASSPORT", replace(form_of(passport), period=typed))
        assert period() == kept
