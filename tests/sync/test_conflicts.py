"""Two people change the same record at two counters: nothing is lost, both see the same, and one click settles it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.actors import Role
from app.domain.administration import DepartmentForm
from app.domain.errors import NotAllowed
from app.domain.sharing import FieldConflict
from app.domain.sharing_errors import ConflictSettled
from app.domain.visits import NewVisit
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice


@pytest.fixture
def third(shared: SharedOffice, first: Desk, second: Desk) -> Desk:
    """A third home, which only looks on."""
    joined = shared.join(first, "9")
    first.exchange()
    second.exchange()
    return joined


def edit(desk: Desk, code: str, **changes: Any) -> None:
    catalogue = desk.office.admin.catalogue
    (entry,) = [one for one in catalogue.departments(desk.admin) if one.code == code]
    form = DepartmentForm(entry.name, entry.bureau, entry.location, entry.phone, entry.phones)
    catalogue.edit_department(desk.admin, code, replace(form, **changes))


def rename(desk: Desk, code: str, name: str) -> None:
    edit(desk, code, name=name)


def department(desk: Desk, code: str) -> str:
    return str(stored(desk.home, "SELECT name FROM department WHERE code = ?", (code,))[0][0])


def any_department(desk: Desk) -> str:
    return str(stored(desk.home, "SELECT code FROM department ORDER BY code LIMIT 1")[0][0])


def shown(desk: Desk) -> list[tuple[str, str, str]]:
    return [(one.field, one.kept, one.other) for one in desk.office.sharing.conflicts(desk.admin)]


def only(desk: Desk) -> FieldConflict:
    (one,) = desk.office.sharing.conflicts(desk.admin)
    return one


def test_different_fields_of_one_record_both_stay(shared: SharedOffice, first: Desk, second: Desk, third: Desk) -> None:
    code = any_department(first)
    rename(first, code, "새 이름과")
    edit(second, code, location="7층")
    shared.settled(first, second, third)
    for desk in (first, second, third):
        assert stored(desk.home, "SELECT name, location FROM department WHERE code = ?", (code,)) == [
            ("새 이름과", "7층")
        ]
        assert (shown(desk), desk.office.sharing.state().conflicts) == ([], 0)


def test_the_same_field_shows_both_everywhere_with_who_and_when(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk
) -> None:
    code = any_department(first)
    rename(first, code, "먼저 과")
    rename(second, code, "나중 과")
    first.exchange()
    assert second.exchange().conflicts == 1  # whoever was second sees it at once
    shared.settled(first, second, third)
    for desk in (first, second, third):
        one = only(desk)
        assert (one.entity, one.row_id, one.title, one.field) == ("department", code, "나중 과", "name")
        assert (one.kept, one.other) == ("나중 과", "먼저 과")
        assert one.kept_by == one.other_by != ""
        assert one.other_at <= one.kept_at
        assert department(desk, code) == "나중 과"
        assert desk.office.sharing.state().conflicts == 1


@pytest.mark.parametrize("take_other", [True, False])
def test_settling_it_at_one_counter_settles_it_at_all(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk, take_other: bool
) -> None:
    code = any_department(first)
    rename(first, code, "먼저 과")
    rename(second, code, "나중 과")
    shared.settled(first, second, third)
    third.office.sharing.settle(third.admin, only(third).conflict_id, take_other=take_other)
    assert shown(third) == []
    shared.settled(third, first, second)
    for desk in (first, second, third):
        assert (shown(desk), desk.office.sharing.state().conflicts) == ([], 0)
        assert department(desk, code) == ("먼저 과" if take_other else "나중 과")


@pytest.mark.parametrize(("at_first", "at_second"), [(True, False), (False, True), (True, True)])
def test_two_people_settle_it_at_once(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk, at_first: bool, at_second: bool
) -> None:
    code = any_department(first)
    rename(first, code, "먼저 과")
    rename(second, code, "나중 과")
    shared.settled(first, second, third)
    said = only(first).conflict_id
    first.office.sharing.settle(first.admin, said, take_other=at_first)
    second.office.sharing.settle(second.admin, said, take_other=at_second)
    shared.settled(first, second, third)
    assert {department(desk, code) for desk in (first, second, third)} == {"먼저 과"}
    for desk in (first, second, third):
        assert (shown(desk), desk.office.sharing.state().conflicts) == ([], 0)
    assert shared.stored("SELECT count(*) FROM doc WHERE entity = 'conflict'") == [(1,)]
    with pytest.raises(ConflictSettled):
        third.office.sharing.settle(third.admin, said, take_other=True)


def test_a_visit_corrected_at_two_counters(shared: SharedOffice, first: Desk, second: Desk, third: Desk) -> None:
    visit = first.office.visits.register(first.clerk, NewVisit("SEAL")).visit.id
    shared.settled(first, second, third)
    first.office.corrections.correct_services(first.clerk, visit, ("MOVEIN",))
    second.office.corrections.correct_services(second.clerk, visit, ("PASSPORT", "SEAL"))
    shared.settled(first, second, third)
    services = {desk.home.root.name: services_of(desk, visit) for desk in (first, second, third)}
    assert set(services.values()) == {("PASSPORT", "SEAL")}
    with pytest.raises(NotAllowed):
        third.office.sharing.settle(third.admin, conflict_of(third), take_other=True)
    fields = {one.field: (one.kept, one.other) for one in third.office.sharing.conflicts(third.clerk)}
    assert fields["service_code"] == ("여권 신청", "전입신고")
    assert fields["further_services"] == ("인감증명", "")
    third.office.sharing.settle(third.clerk, conflict_of(third), take_other=True)
    assert services_of(third, visit) == ("MOVEIN",)
    shared.settled(third, second, first)
    assert {services_of(desk, visit) for desk in (first, second, third)} == {("MOVEIN",)}
    for desk in (first, second, third):
        corrected = stored(
            desk.home,
            "SELECT services_before, services_after FROM visit_step WHERE kind = 'corrected' ORDER BY place",
        )
        assert corrected == [("SEAL", "MOVEIN"), ("SEAL", "PASSPORT SEAL"), ("PASSPORT SEAL", "MOVEIN")]


def services_of(desk: Desk, visit: str) -> tuple[str, ...]:
    (found,) = [one for one in desk.office.visits.list_day(desk.clerk) if one.id == visit]
    return found.service_codes


def conflict_of(desk: Desk) -> str:
    (said,) = {one.conflict_id for one in desk.office.sharing.conflicts(desk.clerk)}
    return said


def test_a_persons_name_is_shown_and_taken_but_never_told_in_the_clear(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk
) -> None:
    first.office.admin.people.change(first.admin, "clerk1", name="김먼저")
    second.office.admin.people.change(second.admin, "clerk1", name="박나중")
    shared.settled(first, second, third)
    one = only(third)
    assert (one.title, one.field, one.kept, one.other) == ("박나중", "name", "박나중", "김먼저")
    third.office.sharing.settle(third.admin, one.conflict_id, take_other=True)
    shared.settled(third, first, second)
    assert {person_name(desk, "clerk1") for desk in (first, second, third)} == {"김먼저"}
    raw = shared.raw()
    assert not any(text.encode() in raw for text in ("김먼저", "박나중"))


def person_name(desk: Desk, login: str) -> str:
    return next(one.name for one in desk.office.admin.people.list(desk.admin) if one.login == login)


def test_two_new_passwords_are_nobodys_to_choose(shared: SharedOffice, first: Desk, second: Desk) -> None:
    for desk in (first, second):
        desk.office.admin.people.reset_password(desk.admin, "clerk2")
    shared.settled(first, second)
    assert (shown(first), first.office.sharing.state().conflicts) == ([], 0)
    hashes = {
        stored(desk.home, "SELECT password_hash FROM person WHERE login = 'clerk2'")[0][0] for desk in (first, second)
    }
    assert len(hashes) == 1


def test_taking_the_other_name_leaves_the_password_that_stands(shared: SharedOffice, first: Desk, second: Desk) -> None:
    for desk, name in ((first, "김먼저"), (second, "박나중")):
        desk.office.admin.people.change(desk.admin, "clerk2", name=name)
        desk.office.admin.people.reset_password(desk.admin, "clerk2")
    shared.settled(first, second)
    question = "SELECT password_hash FROM person WHERE login = 'clerk2'"
    before = stored(first.home, question)
    first.office.sharing.settle(first.admin, only(first).conflict_id, take_other=True)
    shared.settled(first, second)
    assert stored(first.home, question) == before == stored(second.home, question)
    assert person_name(second, "clerk2") == "김먼저"


def test_a_record_created_at_two_counters_stands_as_the_first_one(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk
) -> None:
    for desk, name in ((first, "먼저 창구"), (second, "나중 창구")):
        desk.office.admin.counters.add(desk.admin, "Z", name)
    shared.settled(first, second, third)
    for desk in (first, second, third):
        assert stored(desk.home, "SELECT name FROM counter WHERE code = 'Z'") == [("먼저 창구",)]
        assert ("name", "먼저 창구", "나중 창구") in shown(desk)
    one = next(one for one in third.office.sharing.conflicts(third.admin) if one.field == "name")
    third.office.sharing.settle(third.admin, one.conflict_id, take_other=True)
    shared.settled(third, first, second)
    assert {
        stored(desk.home, "SELECT name FROM counter WHERE code = 'Z'")[0][0] for desk in (first, second, third)
    } == {"나중 창구"}


def test_an_account_created_at_two_counters_can_be_read_by_both_afterwards(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk
) -> None:
    """Its key is the first one's; what the second one says later has to open with it."""
    first.office.admin.people.add(first.admin, "clerk8", "김먼저", Role.CLERK)
    second.office.admin.people.add(second.admin, "clerk8", "박나중", Role.SUPERVISOR)
    first.exchange()
    second.office.admin.people.change(second.admin, "clerk8", name="박바뀜")
    shared.settled(second, first, third)
    names = {person_name(desk, "clerk8") for desk in (first, second, third)}
    assert len(names) == 1
    second.office.admin.people.change(second.admin, "clerk8", name="박다시")
    shared.settled(second, first, third)
    assert {person_name(desk, "clerk8") for desk in (first, second, third)} == {"박다시"}
    roles = [(one.kept, one.other) for one in third.office.sharing.conflicts(third.admin) if one.field == "role"]
    assert roles == [("clerk", "supervisor")]


def test_what_is_settled_while_the_network_is_cut_is_not_settled_twice(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    code = any_department(first)
    rename(first, code, "먼저 과")
    rename(second, code, "나중 과")
    shared.settled(first, second)
    said = only(first).conflict_id
    first.office.sharing.settle(first.admin, said, take_other=False)
    with pytest.raises(ConflictSettled):
        first.office.sharing.settle(first.admin, said, take_other=True)
    with pytest.raises(NotAllowed):
        second.office.sharing.settle(replace(second.clerk, role=Role.AUDITOR), said, take_other=True)
    shared.settled(first, second)
    assert department(second, code) == "나중 과"
