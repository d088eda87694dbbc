"""Lists of cases that leave the program: the reason first, all of it, and nothing that is not to leave."""

from __future__ import annotations

import json

import pytest

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.case_errors import ResidentNumberInText, TooManyToExport
from app.domain.case_exports import ExportedCases
from app.domain.cases import Case, CaseFilter, CaseKind, CaseLine, CaseScope, NewCase, SearchedWhere
from app.domain.errors import BadValue, Cancelled, CannotWrite, NotAllowed, PersonalDataInText, TextTooLong
from app.services import case_export
from tests.support.offices import PASSWORD, stored

HERE = SearchedWhere.HERE
PERSON = {"name": "홍길동", "phone": "010-1234-5678", "address": "새빛구 새빛로 12"}


class Paper:
    """What was written, and what the access log said just before."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.lines: tuple[CaseLine, ...] = ()
        self.logged_before: list[dict[str, object]] = []

    def write(self, lines: tuple[CaseLine, ...]) -> None:
        self.lines, self.logged_before = lines, exports(self._office)


def exports(office: Office) -> list[dict[str, object]]:
    rows = stored(office.home, "SELECT detail FROM audit WHERE action = 'export_cases' ORDER BY n")
    return [json.loads(detail) for (detail,) in rows]


def receive(office: Office, actor: Actor, title: str, kind: CaseKind = CaseKind.OTHER, **more: object) -> Case:
    new = NewCase(kind, title, department_code="D001", **{**PERSON, **more})  # type: ignore[arg-type]
    return office.cases.open(actor, new)


def test_the_reason_is_in_the_log_before_anything_is_written(office: Office, clerk: Actor) -> None:
    for number in range(3):
        receive(office, clerk, f"{number}번 가로등")
    paper, told = Paper(office), list[int]()
    wanted = CaseFilter(CaseScope.OPEN, kind=CaseKind.OTHER, department_code="D001")
    made = office.cases.export(
        clerk, wanted, " 월간 보고 ", "csv", paper.write, lambda done, total: told.append(done + total)
    )
    assert made == ExportedCases(3, 0, HERE)
    assert (len(paper.lines), told) == (3, [3])
    assert {line.masked_name for line in paper.lines} == {"홍*동"}
    said = {"reason": "월간 보고", "form": "csv", "scope": "open", "searched": False, "count": 3}
    assert paper.logged_before == [{**said, "kind": "OTHER", "department": "D001"}]

    def fail(lines: tuple[CaseLine, ...]) -> None:
        raise CannotWrite("list.csv")

    with pytest.raises(CannotWrite):
        office.cases.export(clerk, wanted, "다시", "xlsx", fail)
    assert [each["reason"] for each in exports(office)] == ["월간 보고", "다시"]


def test_of_a_search_the_log_says_only_that_there_was_one(office: Office, clerk: Actor) -> None:
    receive(office, clerk, "홍길동 님 댁 앞 가로등")
    receive(office, clerk, "도서관 책상")
    paper = Paper(office)
    assert office.cases.export(clerk, CaseFilter(CaseScope.ALL, "가로등"), "확인", "xlsx", paper.write).count == 1
    [said] = exports(office)
    assert (said["searched"], said["where"]) == (True, "here")
    assert "가로등" not in json.dumps(said, ensure_ascii=False)


def test_whoever_stops_while_it_is_read_takes_nothing_out(office: Office, clerk: Actor) -> None:
    receive(office, clerk, "가로등")
    paper = Paper(office)

    def stop(done: int, total: int) -> None:
        raise Cancelled()

    for wanted in (CaseFilter(), CaseFilter(text="가로등")):
        with pytest.raises(Cancelled):
            office.cases.export(clerk, wanted, "보고", "xlsx", paper.write, stop)
    assert (paper.lines, exports(office)) == ((), [])


@pytest.mark.parametrize(
    ("reason", "error"),
    [
        ("", BadValue),
        (" \n ", BadValue),
        ("900101-1234567 확인", ResidentNumberInText),
        ("010-1234-5678로 보내 달라고", PersonalDataInText),
        ("가" * 61, TextTooLong),
    ],
)
def test_without_a_reason_nothing_leaves(office: Office, clerk: Actor, reason: str, error: type[Exception]) -> None:
    receive(office, clerk, "가로등")
    paper = Paper(office)
    with pytest.raises(error):
        office.cases.export(clerk, CaseFilter(), reason, "xlsx", paper.write)
    assert (paper.lines, exports(office)) == ((), [])


def test_what_is_the_audit_officers_leaves_by_that_officer_alone(
    office: Office, clerk: Actor, auditor: Actor, supervisor: Actor
) -> None:
    first = receive(office, clerk, "가로등이 꺼졌습니다", CaseKind.GRIEVANCE)
    second = receive(office, clerk, "아직도 꺼져 있습니다", CaseKind.GRIEVANCE, matter_id=first.id)
    for actor in (clerk, supervisor):
        for text in ("", "꺼졌", "홍길동"):
            paper = Paper(office)
            made = office.cases.export(actor, CaseFilter(CaseScope.ALL, text), "보고", "csv", paper.write)
            assert second.id not in {line.id for line in paper.lines}
            assert made == ExportedCases(1, 0 if text else 1, HERE)
    assert exports(office)[0]["left_out"] == 1
    paper = Paper(office)
    assert office.cases.export(auditor, CaseFilter(CaseScope.ALL), "감사", "xlsx", paper.write).count == 1
    assert [(line.id, line.title) for line in paper.lines] == [(second.id, second.title)]
    admin = office.accounts.sign_in("admin", PASSWORD)
    with pytest.raises(NotAllowed):
        office.cases.export(admin, CaseFilter(), "보고", "csv", paper.write)


def test_a_list_is_never_cut(office: Office, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        receive(office, clerk, f"{number}번 가로등")
    monkeypatch.setattr(case_export, "_AT_ONCE", 3)
    paper = Paper(office)
    for wanted in (CaseFilter(), CaseFilter(CaseScope.ALL, "가로등")):
        assert office.cases.export(clerk, wanted, "보고", "xlsx", paper.write).count == 7
        assert len({line.id for line in paper.lines}) == 7
    monkeypatch.setattr(case_export, "EXPORT_LIMIT", 6)
    for wanted in (CaseFilter(), CaseFilter(CaseScope.ALL, "가로등")):
        empty = Paper(office)
        with pytest.raises(TooManyToExport) as many:
            office.cases.export(clerk, wanted, "보고", "xlsx", empty.write)
        assert (many.value.limit, empty.lines, len(exports(office))) == (6, (), 2)
