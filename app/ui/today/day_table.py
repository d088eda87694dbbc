"""The columns of the day's list, and its table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.visits import VisitRecord
from app.ui.shared import words
from app.ui.shared.record_table import Column
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.today.filtering import Order

translate = QCoreApplication.translate

ORDERS = (Order.NUMBER, Order.SERVICE, Order.TIME, Order.STATUS, Order.SLIP)
"""What pressing the title of each column sorts by."""


class DayTable(WholeRowsTable):
    """Enter on a row is what its slip needs; a title pressed sorts by it."""

    title_pressed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.title_pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def day_columns(zone: ZoneInfo, moment: Callable[[], datetime]) -> tuple[Column[VisitRecord], ...]:
    """Number, services, time, state, slip."""
    return (
        Column(translate("DayTable", "번호"), lambda v: v.number, 72, bold=True),
        Column(translate("DayTable", "업무"), _services, tip=partial(tip_of, zone=zone), spoken=_spoken),
        Column(translate("DayTable", "시각"), lambda v: f"{v.registered_at.astimezone(zone):%H:%M}", 64),
        Column(
            translate("DayTable", "상태"),
            lambda v: words.status_with_minutes(v, moment()),
            132,
            tone=lambda v: words.STATUS_TONES[v.status],
        ),
        Column(translate("DayTable", "접수증"), words.slip_of, 164, tone=lambda v: words.SLIP_TONES[v.slip_state]),
    )


def _services(visit: VisitRecord) -> str:
    marks = [words.corrected()] if visit.corrected else []
    if visit.late_reason is not None:
        marks.append(words.late())
    return " · ".join((*marks, words.services_of(visit)))


def _spoken(visit: VisitRecord) -> str:
    """As shown, with the reason of what was typed in later."""
    shown = _services(visit)
    return shown if visit.late_reason is None else f"{shown} · {words.late_reason(visit.late_reason)}"


def tip_of(visit: VisitRecord, zone: ZoneInfo) -> str:
    """Everything about a visit that its row has no room for."""
    lines = [
        f"{words.all_services_of(visit)} · {visit.department_name}",
        translate("DayTable", "{kind} · 접수 {clerk}").format(
            kind=words.visitor_kind(visit.visitor_kind), clerk=visit.registered_by
        ),
    ]
    if visit.late_reason is not None:
        lines.append(words.late_with_reason(visit, zone))
    if visit.queue_number:
        lines.append(translate("DayTable", "번호표 {number}").format(number=visit.queue_number))
    if visit.note:
        lines.append(visit.note)
    if visit.corrected and visit.word:
        lines.append(translate("DayTable", "정정: {word}").format(word=visit.word))
    elif visit.corrected:
        lines.append(words.corrected())
    elif visit.word:
        lines.append(translate("DayTable", "넘긴 까닭: {word}").format(word=visit.word))
    return "\n".join(lines)
