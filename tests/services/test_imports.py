"""Importing lists: previewed without a change, taken whole or not at all."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from app.bootstrap import Office
from app.config.paths import Home, resources
from app.domain.actors import Actor, Role
from app.domain.errors import (
    ColumnMissing,
    ColumnTwice,
    ImportHasBadRows,
    KeyTaken,
    NotAllowed,
    PasswordMustChange,
    RecordChanged,
)
from app.domain.imports import ImportKind, ImportPlan, LineState
from app.domain.tables import FaultReason
from tests.support.offices import PASSWORD, stored

DIRECTORY = resources() / "sample" / "directory.csv"


def table(folder: Path, *rows: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_bytes("\n".join(rows).encode(encoding))
    return path


def faults(plan: ImportPlan) -> list[tuple[int, str, FaultReason]]:
    return [(line.row, line.faults[0].column, line.faults[0].reason) for line in plan.bad]


def counts(plan: ImportPlan) -> tuple[int, int, int, int]:
    new, changed, unchanged, bad = (plan.count(state) for state in LineState)
    return new, changed, unchanged, bad


def test_only_the_administrator(office: Office, clerk: Actor) -> None:
    for kind in ImportKind:
        with pytest.raises(NotAllowed):
            office.admin.imports.preview(clerk, kind, DIRECTORY)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_the_directory_becomes_services(office: Office, admin: Actor, tmp_path: Path, encoding: str) -> None:
    text = DIRECTORY.read_text("utf-8-sig")
    path = tmp_path / "directory.csv"
    path.write_bytes(text.encode(encoding))
    lines = len(text.splitlines()) - 1
    before = office.admin.catalogue.services(admin)
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    assert counts(plan) == (lines, 0, 0, 0)
    assert office.admin.catalogue.services(admin) == before  # nothing is changed until accepted
    done = office.admin.imports.accept(admin, plan)
    assert (done.new, done.skipped) == (lines, 0)
    assert len(office.offices.services()) == len(before) + lines
    added = office.admin.catalogue.services(admin)[-1]
    assert added.area == added.department_name
    again = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    assert counts(again) == (0, 0, lines, 0)


def test_the_directory_becomes_departments(office: Office, admin: Actor, home: Home) -> None:
    with DIRECTORY.open(encoding="utf-8-sig") as file:
        names = {row["department"] for row in csv.DictReader(file)}
    plan = office.admin.imports.preview(admin, ImportKind.DEPARTMENTS, DIRECTORY)
    assert counts(plan) == (0, 0, len(names), 0)  # the practice office was made from it
    stored(home, "UPDATE department SET location = 'x', phones = '' WHERE code = 'D002'")
    plan = office.admin.imports.preview(admin, ImportKind.DEPARTMENTS, DIRECTORY)
    (changed,) = (line for line in plan.lines if line.state is LineState.CHANGED)
    assert set(changed.values) == {"location", "phones"}
    assert office.admin.imports.accept(admin, plan).changed == 1
    assert office.admin.catalogue.departments(admin)[1].location != "x"


def test_korean_titles_in_any_order_and_missing_columns_leave_what_is_there(
    office: Office, admin: Actor, tmp_path: Path
) -> None:
    seal = next(s for s in office.admin.catalogue.services(admin) if s.code == "SEAL")
    path = table(tmp_path, "담당 부서,업무명,코드", f"{seal.department_name},인감 증명서,seal")
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    assert [(line.code, line.values) for line in plan.lines] == [("SEAL", {"name": "인감 증명서"})]
    office.admin.imports.accept(admin, plan)
    changed = next(s for s in office.admin.catalogue.services(admin) if s.code == "SEAL")
    assert (changed.key, changed.area, changed.keywords) == (seal.key, seal.area, seal.keywords)


def test_every_bad_row_is_named(office: Office, admin: Actor, tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "업무명,부서,선택키,코드",
        "좋은 업무,민원여권과,,GOOD",
        ",민원여권과,,",
        f"{'긴' * 41},민원여권과,,",
        "업무,없는과,,",
        "업무,민원여권과,12,",
        "업무,민원여권과,가,",
        "업무,민원여권과,1,",
        "업무\x07,민원여권과,,",
        "업무,민원여권과,,bad code",
        "다시,민원여권과,,GOOD",
        "업무,,,",
    )
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    assert faults(plan) == [
        (3, "name", FaultReason.EMPTY),
        (4, "name", FaultReason.TOO_LONG),
        (5, "department", FaultReason.UNKNOWN_DEPARTMENT),
        (6, "key", FaultReason.BAD_VALUE),
        (7, "key", FaultReason.BAD_VALUE),
        (8, "key", FaultReason.KEY_TAKEN),
        (9, "name", FaultReason.BAD_LETTER),
        (10, "code", FaultReason.BAD_VALUE),
        (11, "code", FaultReason.TWICE),
        (12, "department", FaultReason.EMPTY),
    ]
    before = office.admin.catalogue.services(admin)
    with pytest.raises(ImportHasBadRows) as refused:
        office.admin.imports.accept(admin, plan)
    assert refused.value.bad == 10
    assert office.admin.catalogue.services(admin) == before
    done = office.admin.imports.accept(admin, plan, skip_bad=True)
    assert (done.new, done.skipped) == (1, 10)
    assert office.admin.catalogue.services(admin)[-1].code == "GOOD"


def test_two_services_can_change_keys_in_one_file(office: Office, admin: Actor, tmp_path: Path) -> None:
    known = {s.code: s for s in office.admin.catalogue.services(admin)}
    rows = [
        f"{known[a].name},{known[a].department_name},{known[b].key},{a}"
        for a, b in (("SEAL", "MOVEIN"), ("MOVEIN", "SEAL"))
    ]
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, "업무명,부서,키,코드", *rows))
    office.admin.imports.accept(admin, plan)
    now = {s.code: s.key for s in office.admin.catalogue.services(admin)}
    assert (now["SEAL"], now["MOVEIN"]) == (known["MOVEIN"].key, known["SEAL"].key)


def keys(office: Office, admin: Actor) -> dict[str, int | None]:
    return {s.code: s.key for s in office.admin.catalogue.services(admin)}


@pytest.mark.parametrize(
    ("wanted", "bad"),
    [
        # The holder keeps its key, whether it comes before or after in the office's order.
        ([("RESREG", 3)], [2]),
        ([("MOVEIN", 1)], [2]),
        ([("MOVEIN", 1), ("RESREG", 1)], [2]),
        # A row that is not taken does not free its key for another row either, however long the chain.
        ([("MOVEIN", 1), ("SEAL", 3)], [2, 3]),
        ([("PASSPORT", 2), ("SEAL", 3), ("MOVEIN", 1)], [2, 3, 4]),
        # A row without a key frees its own; of two rows that want it the first has it.
        ([("RESREG", ""), ("SEAL", 1), ("MOVEIN", 1), ("PASSPORT", 2), ("FAMILY", 3)], [4, 6]),
        ([("RESREG", 2), ("SEAL", 3), ("MOVEIN", 1)], []),
    ],
)
def test_no_key_is_given_twice_even_where_bad_rows_are_left_out(
    office: Office, admin: Actor, tmp_path: Path, wanted: list[tuple[str, object]], bad: list[int]
) -> None:
    known = {s.code: s for s in office.admin.catalogue.services(admin)}
    assert [known[code].key for code in ("RESREG", "SEAL", "MOVEIN", "PASSPORT", "FAMILY")] == [1, 2, 3, 4, 5]
    rows = [f"{code},{known[code].name},{known[code].department_name},{key}" for code, key in wanted]
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, "코드,업무명,부서,키", *rows))
    assert faults(plan) == [(row, "key", FaultReason.KEY_TAKEN) for row in bad]
    office.admin.imports.accept(admin, plan, skip_bad=True)
    result = keys(office, admin)
    assert sorted(key for key in result.values() if key) == sorted({key for key in result.values() if key})
    taken = dict(wanted[row - 2] for row in range(2, len(wanted) + 2) if row not in bad)
    assert result == {code: (taken[code] or None) if code in taken else known[code].key for code in known}


def test_accepting_does_not_rely_on_the_preview_for_keys(
    office: Office, admin: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.domain.import_rows._Services._without_key_clashes", lambda self: self._lines)
    known = {s.code: s for s in office.admin.catalogue.services(admin)}
    row = f"RESREG,{known['RESREG'].name},{known['RESREG'].department_name},3"
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, "코드,업무명,부서,키", row))
    with pytest.raises(KeyTaken) as taken:
        office.admin.imports.accept(admin, plan)
    assert (taken.value.key, taken.value.service) == (3, known["MOVEIN"].name)
    assert keys(office, admin) == {code: service.key for code, service in known.items()}


def test_keys_given_twice_long_ago_hold_up_no_other_row(
    office: Office, admin: Actor, tmp_path: Path, home: Home
) -> None:
    stored(home, "UPDATE service SET key = 2 WHERE code = 'MOVEIN'")
    known = {s.code: s for s in office.admin.catalogue.services(admin)}
    rows = [f"{code},{known[code].name},{known[code].department_name},{known[code].key or ''},새말" for code in known]
    path = table(tmp_path, "코드,업무명,부서,키,검색어", *rows)
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    assert office.admin.imports.accept(admin, plan).changed == len(known)
    rows = [f"MOVEIN,{known['MOVEIN'].name},{known['MOVEIN'].department_name},3"]
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, "코드,업무명,부서,키", *rows))
    office.admin.imports.accept(admin, plan)
    assert (keys(office, admin)["SEAL"], keys(office, admin)["MOVEIN"]) == (2, 3)


def test_retired_rows_are_not_brought_back_unasked(office: Office, admin: Actor, tmp_path: Path) -> None:
    seal = office.admin.catalogue.retire_service(admin, "SEAL")
    office.admin.people.withdraw(admin, "clerk2")
    services = table(tmp_path, "업무명,부서", f"{seal.name},{seal.department_name}")
    assert faults(office.admin.imports.preview(admin, ImportKind.SERVICES, services)) == [
        (2, "name", FaultReason.RETIRED)
    ]
    people = table(tmp_path, "아이디,이름,역할", "clerk2,이도윤,팀장")
    assert faults(office.admin.imports.preview(admin, ImportKind.PEOPLE, people)) == [(2, "login", FaultReason.RETIRED)]


def test_what_changed_since_the_preview_is_not_overwritten(office: Office, admin: Actor, tmp_path: Path) -> None:
    seal = next(s for s in office.admin.catalogue.services(admin) if s.code == "SEAL")
    path = table(tmp_path, "업무명,부서,코드", f"새 이름,{seal.department_name},SEAL")
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    office.admin.catalogue.retire_service(admin, "SEAL")
    with pytest.raises(RecordChanged):
        office.admin.imports.accept(admin, plan)
    assert next(s for s in office.admin.catalogue.services(admin) if s.code == "SEAL").name == seal.name


def test_people_get_temporary_passwords(office: Office, admin: Actor, tmp_path: Path, home: Home) -> None:
    path = table(tmp_path, "성명,ID,권한", "오새롬,clerk8,창구 직원", "강나라,super2,supervisor", "김하늘,clerk1,팀장")
    plan = office.admin.imports.preview(admin, ImportKind.PEOPLE, path)
    assert counts(plan) == (2, 1, 0, 0)
    done = office.admin.imports.accept(admin, plan)
    assert [login for login, _ in done.passwords] == ["clerk8", "super2"]
    for login, password in done.passwords:
        with pytest.raises(PasswordMustChange):
            office.accounts.sign_in(login, password)
    roles = {person.login: person.role for person in office.admin.people.list(admin)}
    assert (roles["super2"], roles["clerk1"]) == (Role.SUPERVISOR, Role.SUPERVISOR)
    assert "오새롬" not in str(stored(home, "SELECT fields FROM outbox") + stored(home, "SELECT detail FROM audit"))


def test_bad_people_and_the_last_administrator(office: Office, admin: Actor, tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "아이디,이름,역할",
        "한글,가,팀장",
        "x1,,팀장",
        "x2,나,왕",
        "admin,한지우,팀장",
        "x3,다,팀장",
        "x3,라,팀장",
    )
    plan = office.admin.imports.preview(admin, ImportKind.PEOPLE, path)
    assert faults(plan) == [
        (2, "login", FaultReason.BAD_VALUE),
        (3, "name", FaultReason.EMPTY),
        (4, "role", FaultReason.BAD_VALUE),
        (5, "role", FaultReason.LAST_ADMINISTRATOR),
        (7, "login", FaultReason.TWICE),
    ]


def test_the_last_administrator_is_looked_for_in_the_result(office: Office, admin: Actor, tmp_path: Path) -> None:
    handed_over = table(tmp_path, "아이디,이름,역할", "admin,한지우,창구직원", "clerk2,이도윤,관리자")
    plan = office.admin.imports.preview(admin, ImportKind.PEOPLE, handed_over)
    assert counts(plan) == (0, 2, 0, 0)
    office.admin.imports.accept(admin, plan)
    second = office.accounts.sign_in("clerk2", PASSWORD)
    assert second.role is Role.ADMIN
    office.admin.people.change(second, "admin", role=Role.ADMIN)
    both = table(tmp_path, "아이디,이름,역할", "clerk2,이도윤,팀장", "admin,한지우,팀장", "clerk1,김하늘,팀장")
    plan = office.admin.imports.preview(second, ImportKind.PEOPLE, both)
    assert faults(plan) == [(3, "role", FaultReason.LAST_ADMINISTRATOR)]
    office.admin.imports.accept(second, plan, skip_bad=True)
    roles = {person.login: person.role for person in office.admin.people.list(admin)}
    assert (roles["admin"], roles["clerk2"], roles["clerk1"]) == (Role.ADMIN, Role.SUPERVISOR, Role.SUPERVISOR)


def test_logins_that_differ_in_capitals_alone_are_not_added(office: Office, admin: Actor, tmp_path: Path) -> None:
    office.admin.people.withdraw(admin, "clerk2")
    rows = ("Clerk1,가,팀장", "CLERK2,나,팀장", "New1,다,팀장", "new1,라,팀장", "clerk1,마,팀장")
    plan = office.admin.imports.preview(admin, ImportKind.PEOPLE, table(tmp_path, "아이디,이름,역할", *rows))
    assert faults(plan) == [(row, "login", FaultReason.LOGIN_TAKEN) for row in (2, 3, 5)]
    assert counts(plan) == (1, 1, 0, 3)


def test_columns_are_asked_for(office: Office, admin: Actor, tmp_path: Path) -> None:
    preview = office.admin.imports.preview
    with pytest.raises(ColumnMissing) as missing:
        preview(admin, ImportKind.SERVICES, table(tmp_path, "업무명,키", "가,1"))
    assert missing.value.column == "department"
    with pytest.raises(ColumnTwice):
        preview(admin, ImportKind.SERVICES, table(tmp_path, "업무명,부서,부서명", "가,나,다"))
    with pytest.raises(ColumnMissing):
        preview(admin, ImportKind.DEPARTMENTS, table(tmp_path, "가,나", "가,나"))


def test_departments_with_duplicates_and_lost_zeros(office: Office, admin: Actor, tmp_path: Path) -> None:
    path = table(tmp_path, "부서명,국,전화", "새과,새국,02-000-1234", "새과,새국,", "딴과,새국,20001234")
    plan = office.admin.imports.preview(admin, ImportKind.DEPARTMENTS, path)
    assert faults(plan) == [(3, "department", FaultReason.TWICE), (4, "phone", FaultReason.BAD_VALUE)]
    office.admin.imports.accept(admin, plan, skip_bad=True)
    added = office.admin.catalogue.departments(admin)[-1]
    assert (added.name, added.bureau, added.phone) == ("새과", "새국", "02-000-1234")


def test_ten_thousand_rows_with_three_bad_ones(office: Office, admin: Actor, tmp_path: Path) -> None:
    rows = [f"업무 {number},민원여권과,말{number}" for number in range(10_000)]
    rows[10], rows[5_000], rows[9_999] = ",민원여권과,", "업무,없는과,", f"{'긴' * 60},민원여권과,"
    path = table(tmp_path, "업무명,부서,검색어", *rows, encoding="cp949")
    started = time.perf_counter()
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, path)
    previewed = time.perf_counter() - started
    assert [line.row for line in plan.bad] == [12, 5_002, 10_001]
    done = office.admin.imports.accept(admin, plan, skip_bad=True)
    assert (done.new, done.skipped) == (9_997, 3)
    assert len(office.offices.services()) > 9_997
    assert previewed < 5
    assert time.perf_counter() - started < 20


def test_a_period_is_read_and_a_column_that_is_not_there_leaves_it(
    office: Office, admin: Actor, tmp_path: Path
) -> None:
    rows = ("업무명,부서,처리기간", "여권 신청,민원여권과,10D", "새 신고,민원여권과,3h", "다른 신고,민원여권과,곧")
    plan = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, *rows))
    assert faults(plan) == [(4, "period", FaultReason.BAD_VALUE)]
    good = office.admin.imports.preview(admin, ImportKind.SERVICES, table(tmp_path, *rows[:3]))
    office.admin.imports.accept(admin, good)
    periods = {each.name: each.period for each in office.offices.services()}
    assert (periods["여권 신청"], periods["새 신고"]) == ("10d", "3h")
    again = office.admin.imports.preview(
        admin, ImportKind.SERVICES, table(tmp_path, "업무명,부서", "여권 신청,민원여권과")
    )
    assert counts(again) == (0, 0, 1, 0)
