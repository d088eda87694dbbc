"""Attaching scans and photos: what may be attached, told by what is in it, and what becomes of the bytes."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.db.attachment_files import AttachmentFiles
from app.domain.actors import Actor, Role
from app.domain.attachments import AttachmentState, Medium
from app.domain.case_errors import (
    AttachmentAway,
    AttachmentTooLarge,
    AttachmentUnreadable,
    CaseTooLarge,
    NotAnAttachment,
    NotPossibleNow,
    ResidentNumberInText,
    UnknownCase,
    UnknownRecord,
)
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import Case, CaseKind, CaseResult, NewCase
from app.domain.errors import CannotWrite, ControlCharacterInText, DiskFull, NotAllowed
from app.sync.backups import back_up, fill_from_backup
from tests.support.crashes import die, killed
from tests.support.offices import SetClock, stored
from tests.support.scans import archive_end, pdf, photo, written

CLERK = Actor("clerk1", "", Role.CLERK)
SUPERVISOR = Actor("supervisor1", "", Role.SUPERVISOR)
MB = 1024 * 1024


@pytest.fixture
def case(office: Office) -> Case:
    department = office.offices.departments(CLERK)[0].code
    return office.cases.open(CLERK, NewCase(CaseKind.OTHER, "가로등이 꺼져 있어요", department_code=department))


def count(home: Home) -> int:
    return len(list(AttachmentFiles(home.attachments).all()))


# --- what may be attached ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "medium"),
    [
        ("스캔.pdf", pdf(), Medium.PDF),
        ("사진.jpg", photo("JPEG"), Medium.JPEG),
        ("사진.png", photo("PNG"), Medium.PNG),
        ("스캔.tif", photo("TIFF"), Medium.TIFF),
    ],
)
def test_scans_and_photos_are_attached_and_open_as_they_were(
    office: Office, case: Case, tmp_path: Path, name: str, content: bytes, medium: Medium
) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, name, content))
    assert (made.name, made.medium, made.size, made.state) == (name, medium, len(content), AttachmentState.HERE)
    assert office.attachments.open(CLERK, made.id) == (name, medium, content)
    assert office.cases.show(CLERK, case.id).attachments == (made,)
    assert office.attachments.list(CLERK, case.number) == (made,)


def test_the_bytes_say_what_it_is_and_the_name_follows(office: Office, case: Case, tmp_path: Path) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "계약서.hwp", photo("PNG")))
    assert (made.name, made.medium) == ("계약서.hwp.png", Medium.PNG)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("청구서.pdf", b"MZ\x90\x00" + bytes(500), "program"),
        ("사진.jpg", b"\x7fELF\x02\x01" + bytes(500), "program"),
        ("사진.pdf", b"PK\x03\x04" + bytes(100) + archive_end(), "archive"),
        ("안내.pdf", b"\xef\xbb\xbf  <!DOCTYPE html><script>alert(1)</script>", "page"),
        ("안내.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "page"),
        ("실행.pdf", b"#!/bin/sh\nrm -rf /\n", "script"),
        ("문서.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "document"),
        ("늦은.pdf", b"MZ" + bytes(50) + pdf(), "program"),
        ("늦은.pdf", b"\n" + pdf(), "unknown"),
        ("빈.pdf", b"", "unknown"),
        ("메모.pdf", "그냥 글입니다".encode(), "unknown"),
        ("움직임.gif", b"GIF89a" + bytes(100), "unknown"),
        ("둘.pdf", pdf() + b"PK\x03\x04" + bytes(60) + archive_end(), "archive"),
        ("둘.jpg", photo("JPEG") + archive_end(b"MZ and a remark"), "archive"),
        ("깨진.jpg", b"\xff\xd8\xff\xe0" + bytes(400), "damaged"),
        ("깨진.png", photo("PNG")[:60], "damaged"),
        ("사진.webp", photo("WEBP"), "unknown"),
    ],
)
def test_what_is_none_is_refused_whatever_it_is_called(
    office: Office, home: Home, case: Case, tmp_path: Path, name: str, content: bytes, found: str
) -> None:
    with pytest.raises(NotAnAttachment) as refused:
        office.attachments.attach(CLERK, case.id, written(tmp_path, name, content))
    assert (refused.value.name, refused.value.found) == (name, found)
    assert count(home) == 0
    assert office.attachments.list(CLERK, case.id) == ()


def test_a_remark_that_only_looks_like_an_archive_s_end_does_no_harm(
    office: Office, case: Case, tmp_path: Path
) -> None:
    content = pdf() + archive_end() + b"\n%%EOF\n"
    assert office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", content)).size == len(content)


def test_a_scan_of_200_mb_is_refused_without_being_read(
    office: Office, home: Home, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "큰 스캔.pdf", pdf())
    os.truncate(path, 200 * MB)
    read: list[int] = []
    monkeypatch.setattr("app.config.attachable.medium_of", lambda content: read.append(len(content)))
    with pytest.raises(AttachmentTooLarge) as refused:
        office.attachments.attach(CLERK, case.id, path)
    assert (refused.value.name, refused.value.size, refused.value.limit) == ("큰 스캔.pdf", 200 * MB, 20 * MB)
    assert (read, count(home)) == ([], 0)


def test_a_case_has_a_limit_too(office: Office, home: Home, case: Case, tmp_path: Path) -> None:
    office.offices.change(Actor("admin", "", Role.ADMIN), attachment_mb=1, case_mb=1)
    kept = office.attachments.attach(CLERK, case.id, written(tmp_path, "하나.pdf", pdf(600_000)))
    with pytest.raises(CaseTooLarge) as refused:
        office.attachments.attach(CLERK, case.id, written(tmp_path, "둘.pdf", pdf(600_000, seed=2)))
    assert refused.value.limit == MB
    assert refused.value.size > 1_200_000
    assert office.attachments.list(CLERK, case.id) == (kept,)
    # What is taken away makes room; and what was refused is not left lying.
    office.attachments.remove(CLERK, kept.id)
    assert count(home) == 0
    office.attachments.attach(CLERK, case.id, written(tmp_path, "둘.pdf", pdf(600_000, seed=2)))


def test_what_cannot_be_read_is_told(office: Office, case: Case, tmp_path: Path) -> None:
    for path in (tmp_path / "없음.pdf", tmp_path):
        with pytest.raises(AttachmentUnreadable):
            office.attachments.attach(CLERK, case.id, path)


@pytest.mark.parametrize(
    ("name", "error"), [("900101-1234567.pdf", ResidentNumberInText), ("사진\u0007.pdf", ControlCharacterInText)]
)
def test_a_name_is_checked(office: Office, home: Home, case: Case, tmp_path: Path, name: str, error: type) -> None:
    with pytest.raises(error):
        office.attachments.attach(CLERK, case.id, written(tmp_path, name, pdf()))
    assert count(home) == 0


# --- who -----------------------------------------------------------------------------------------------------------


def test_who_may_attach_and_look(office: Office, case: Case, tmp_path: Path) -> None:
    path = written(tmp_path, "스캔.pdf", pdf())
    made = office.attachments.attach(CLERK, case.id, path)
    for other in (Actor("admin", "", Role.ADMIN), Actor("auditor1", "", Role.AUDITOR)):
        with pytest.raises(NotAllowed):
            office.attachments.attach(other, case.id, path)
        with pytest.raises(NotAllowed):
            office.attachments.open(other, made.id)
        with pytest.raises(NotAllowed):
            office.attachments.remove(other, made.id)
    with pytest.raises(UnknownCase):
        office.attachments.attach(CLERK, "nowhere", path)
    with pytest.raises(UnknownRecord):
        office.attachments.open(CLERK, "nowhere")


def test_every_look_is_logged(office: Office, home: Home, case: Case, tmp_path: Path) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", pdf()))
    office.attachments.open(CLERK, made.id)
    office.attachments.remove(CLERK, made.id)
    logged = stored(home, "SELECT action, login FROM audit WHERE entity = 'attachment' ORDER BY n")
    assert logged == [("attach", "clerk1"), ("see_attachment", "clerk1"), ("remove_attachment", "clerk1")]
    assert stored(home, "SELECT count(*) FROM audit WHERE detail LIKE '%스캔%'") == [(0,)]


# --- the bytes -----------------------------------------------------------------------------------------------------


def test_nothing_of_a_scan_lies_in_the_clear(office: Office, home: Home, case: Case, tmp_path: Path) -> None:
    content = pdf(seed=5)
    office.attachments.attach(CLERK, case.id, written(tmp_path, "홍길동 신분증.pdf", content))
    lying = b"".join(path.read_bytes() for path in home.attachments.rglob("*") if path.is_file())
    assert content[30:90] not in lying
    said = str(stored(home, "SELECT fields FROM outbox WHERE entity = 'attachment'"))
    [(key,)] = stored(home, "SELECT key FROM attachment")
    assert "홍길동" not in said
    assert key not in said


def test_the_same_file_is_attached_and_stored_once(office: Office, home: Home, case: Case, tmp_path: Path) -> None:
    first = office.attachments.attach(CLERK, case.id, written(tmp_path, "하나.pdf", pdf()))
    again = office.attachments.attach(CLERK, case.id, written(tmp_path, "둘.pdf", pdf()))
    assert again.id == first.id
    department = office.offices.departments(CLERK)[0].code
    other = office.cases.open(CLERK, NewCase(CaseKind.OTHER, "또 꺼졌어요", department_code=department))
    office.attachments.attach(CLERK, other.id, written(tmp_path, "하나.pdf", pdf()))
    assert count(home) == 1
    # It is gone only with the last one.
    office.attachments.remove(CLERK, first.id)
    assert count(home) == 1
    [left] = office.attachments.list(CLERK, other.id)
    assert office.attachments.open(CLERK, left.id)[2] == pdf()
    office.attachments.remove(CLERK, left.id)
    assert count(home) == 0


def test_what_was_taken_away_is_erased_and_taken_away_once(
    office: Office, home: Home, case: Case, tmp_path: Path
) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "홍길동.pdf", pdf()))
    office.attachments.remove(CLERK, made.id)
    office.attachments.remove(CLERK, made.id)
    assert office.attachments.list(CLERK, case.id) == ()
    assert stored(home, "SELECT name, key, removed FROM attachment") == [("", "", 1)]
    assert stored(home, "SELECT kind FROM outbox WHERE entity = 'attachment' ORDER BY n") == [
        ("create",), ("edit",), ("erase",)
    ]  # fmt: skip
    with pytest.raises(UnknownRecord):
        office.attachments.open(CLERK, made.id)


def test_erasing_a_case_takes_its_scans_along(office: Office, home: Home, case: Case, tmp_path: Path) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "홍길동.pdf", pdf()))
    office.cases.step(CLERK, case.id, NewStep(CaseStepKind.ANSWERED, result=CaseResult.DONE, text="고쳤습니다"))
    office.cases.step(CLERK, case.id, NewStep(CaseStepKind.CLOSED))
    office.cases.erase(SUPERVISOR, case.id, "본인 요청")
    assert count(home) == 0
    with pytest.raises(NotPossibleNow):
        office.attachments.open(CLERK, made.id)
    with pytest.raises(NotPossibleNow):
        office.attachments.attach(CLERK, case.id, written(tmp_path, "다시.pdf", pdf()))


def test_what_is_lost_here_is_told_as_lost_where_nobody_else_has_it(
    office: Office, home: Home, case: Case, tmp_path: Path
) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", pdf()))
    AttachmentFiles(home.attachments).drop(made.blob)
    assert office.attachments.list(CLERK, case.id)[0].state is AttachmentState.LOST
    with pytest.raises(AttachmentAway):
        office.attachments.open(CLERK, made.id)
    # Attached once more it is there again.
    office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", pdf()))
    assert office.attachments.open(CLERK, made.id)[2] == pdf()


@pytest.mark.parametrize(("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EACCES, CannotWrite)])
def test_a_full_disk_loses_nothing_and_says_so(
    office: Office, home: Home, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type
) -> None:
    def no_room(_: int) -> None:
        raise OSError(number, "no room")

    path = written(tmp_path, "스캔.pdf", pdf())
    with monkeypatch.context() as full:
        full.setattr("app.config.files.os.fsync", no_room)
        with pytest.raises(error):
            office.attachments.attach(CLERK, case.id, path)
    assert office.attachments.list(CLERK, case.id) == ()
    assert [p for p in home.attachments.rglob("*") if p.is_file()] == []
    office.attachments.attach(CLERK, case.id, path)


def test_a_program_killed_between_file_and_row_leaves_nothing_that_is_not_swept(
    office: Office, home: Home, clock: SetClock, case: Case, tmp_path: Path
) -> None:
    path = written(tmp_path, "스캔.pdf", pdf())

    def work() -> None:
        again = open_office(home, clock)
        put = AttachmentFiles.put

        def put_and_die(files: AttachmentFiles, blob: str, locked: bytes) -> None:
            put(files, blob, locked)
            die()

        AttachmentFiles.put = put_and_die  # type: ignore[method-assign, assignment]
        again.attachments.attach(CLERK, case.id, path)

    assert killed(work)
    assert (count(home), office.attachments.list(CLERK, case.id)) == (1, ())
    assert office.attachments.sweep() == 1
    assert count(home) == 0


def test_a_sweep_at_the_worst_moment_takes_nothing_that_is_spoken_of(
    office: Office, home: Home, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = AttachmentFiles.put
    swept: list[int] = []

    def put_and_sweep(files: AttachmentFiles, blob: str, locked: bytes) -> None:
        put(files, blob, locked)
        if not swept:
            swept.append(office.attachments.sweep())

    monkeypatch.setattr(AttachmentFiles, "put", put_and_sweep)
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", pdf()))
    assert swept == [1]
    assert office.attachments.open(CLERK, made.id)[2] == pdf()


@pytest.fixture
def brought_back(tmp_path: Path) -> Home:
    home = Home(tmp_path / "brought-back")
    home.root.mkdir()
    return home


def test_a_backup_brings_scans_back(
    office: Office, home: Home, clock: SetClock, case: Case, tmp_path: Path, brought_back: Home
) -> None:
    made = office.attachments.attach(CLERK, case.id, written(tmp_path, "스캔.pdf", pdf(700_000)))
    AttachmentFiles(home.attachments).go_on("ab" * 32, 0, b"what has come so far")
    back_up(home, tmp_path / "home.minwon", clock.at)
    fill_from_backup(brought_back, tmp_path / "home.minwon")
    with closing(open_office(brought_back, clock)) as again:
        assert again.attachments.open(CLERK, made.id)[2] == pdf(700_000)
    assert count(brought_back) == 1
