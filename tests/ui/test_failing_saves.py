"""A save that fails keeps everything that was typed, and says what to do."""

from __future__ import annotations

import logging
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.visits import NewVisit, Registered
from tests.ui.conftest import ALT, CTRL, Desk


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow: the system refuses every write, as it does when the disk is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def fill_form(desk: Desk) -> None:
    desk.write("4")
    desk.press(Qt.Key.Key_2, ALT)
    desk.counter.entry.queue_number.setFocus()
    desk.write("21")
    desk.counter.entry.note.setFocus()
    desk.commit("위임장 확인")


def test_a_full_disk_keeps_what_was_typed_and_try_again_saves_it(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    fill_form(desk)
    with full_disk():
        desk.enter()
        desk.settle()
    said = counter.entry.unsaved.words.text()
    assert counter.entry.unsaved.isVisible()
    assert said.startswith("저장하지 못함: 여권 신청\n디스크가 가득 차 저장하지 못했습니다")
    assert "이미 저장된 기록은 안전합니다" in said
    assert desk.stored() == ()
    assert QApplication.focusWidget() is counter.entry.service
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.service_name, visit.queue_number, visit.note) == ("여권 신청", "21", "위임장 확인")
    assert not counter.entry.unsaved.isVisible()
    assert desk.shown() == ["A-001"]


def test_taking_it_back_fills_the_form_again(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    fill_form(desk)
    with full_disk():
        desk.enter()
        desk.settle()
    desk.press(Qt.Key.Key_E, CTRL)
    typed = counter.entry.typed()
    assert (typed.visitor_kind.value, typed.queue_number, typed.note) == ("proxy", "21", "위임장 확인")
    assert counter.entry.service.text() == "여권 신청"
    desk.enter()
    desk.settle()
    assert [v.note for v in desk.stored()] == ["위임장 확인"]


def test_two_failures_are_both_kept(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    with full_disk():
        for digit in "12":
            desk.write(digit)
            desk.enter()
        desk.settle()
    assert "외 1건" in counter.entry.unsaved.words.text()
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert len(desk.stored()) == 2


def test_a_bug_is_logged_without_what_was_typed_and_work_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    counter = desk.sign_in_at_counter()
    register = desk.office.visits.register

    def broken(actor: Actor, new: NewVisit) -> Registered:
        raise RuntimeError(new.note)

    monkeypatch.setattr(desk.office.visits, "register", broken)
    desk.write("4")
    counter.entry.note.setFocus()
    desk.commit("비밀 메모")
    with caplog.at_level(logging.ERROR):
        desk.enter()
        desk.settle()
    dialog = desk.window.unexpected.dialog
    assert dialog is not None
    assert dialog.isVisible()
    said = dialog.sentence.text()
    reference = said.rpartition(" ")[2]
    assert "계속 일할 수 있습니다" in said
    assert reference in caplog.text
    assert "RuntimeError" in caplog.text
    assert "비밀 메모" not in caplog.text
    assert "Traceback" not in said
    desk.enter()
    monkeypatch.setattr(desk.office.visits, "register", register)
    counter.entry.service.setFocus()
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert [v.note for v in desk.stored()] == ["비밀 메모"]
