"""The dialog for a paper list: one line after the other by keys, and beside it what was entered."""

from __future__ import annotations

from datetime import date
from typing import cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.late_visits import LATE_DAYS
from app.domain.visits import QUEUE_NUMBER_LIMIT, LateReason, VisitorKind
from app.ui.late_entry.clock_field import ClockField
from app.ui.late_entry.entered_list import EnteredList
from app.ui.late_entry.presenter import LateEntryPresenter, PaperLine
from app.ui.shared import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Notice, Text, restyle, row, shortcut
from app.ui.visit_entry.services_input import ServicesInput

_WIDTH, _LIST_WIDTH = 1080, 400


class LateEntryDialog(FittedDialog):
    """Enter saves the line and begins the next; day and reason stay as they are."""

    def __init__(
        self, presenter: LateEntryPresenter, today: date, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setObjectName("lateEntry")
        self.setWindowTitle(self.tr("나중 입력"))
        self.setAccessibleName(self.tr("나중 입력"))
        self.presenter = presenter
        self.day = QDateEdit()
        self.reasons, self.kinds = QButtonGroup(self), QButtonGroup(self)
        self.at = ClockField(self.tr("접수한 시각"))
        self.until = ClockField(self.tr("끝난 시각"))
        self.queue_number = TypedLine()
        self.services = ServicesInput(presenter.picker)
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.save = Button(self.tr("저장하고 다음 줄   Enter"), "primary", name=self.tr("저장하고 다음 줄"))
        self.leave = Button(self.tr("닫기  Esc"), name=self.tr("닫기"))
        self.entered = EnteredList(presenter, zone)
        self.entered.setFixedWidth(_LIST_WIDTH)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addLayout(self._form(today), 1)
        columns.addWidget(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("나중 입력"), "heading"))
        hint = self.tr(
            "정전이나 고장 때 종이에 적어 둔 접수를 옮깁니다 · 처리 완료로 기록되고, 접수증은 저절로 나오지 않습니다"
        )
        column.addWidget(Text(hint, "small", Tone.QUIET, wrap=True))
        column.addLayout(columns)
        self._connect()
        self._show_free()
        self.at.setFocus()

    def _form(self, today: date) -> QVBoxLayout:
        last = QDate(today.year, today.month, today.day)
        self.day.setLocale(QLocale())
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.tr("M월 d일 (ddd)"))
        self.day.setAccessibleName(self.tr("접수한 날"))
        self.day.setToolTip("Ctrl+D")
        self.day.setDateRange(last.addDays(-LATE_DAYS), last)
        kept = self.presenter.day or today
        self.day.setDate(QDate(kept.year, kept.month, kept.day))
        for field, room in ((self.at, self.tr("예: 0912")), (self.until, self.tr("적혀 있으면"))):
            field.setPlaceholderText(room)
        self.queue_number.setAccessibleName(self.tr("번호표"))
        self.queue_number.setPlaceholderText(self.tr("있으면"))
        self.queue_number.setMaxLength(QUEUE_NUMBER_LIMIT * 4)
        form = QVBoxLayout()
        form.setSpacing(12)
        form.addLayout(self._chips(self.tr("까닭"), self.reasons, [words.late_reason(r) for r in LateReason], "Ctrl"))
        form.addLayout(self._fields())
        form.addWidget(Text(self.tr("업무 · 숫자나 이름·초성 · +로 하나 더"), "small", Tone.QUIET))
        form.addWidget(self.services)
        form.addLayout(self._chips(self.tr("방문자"), self.kinds, [words.visitor_kind(k) for k in VisitorKind], "Alt"))
        form.addStretch(1)
        form.addWidget(self.hint)
        for button in (self.save, self.leave):
            button.setAutoDefault(False)
        form.addLayout(row(1, self.leave, self.save))
        return form

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        named: tuple[tuple[str, QWidget], ...] = (
            (self.tr("날짜"), self.day),
            (self.tr("접수한 시각"), self.at),
            (self.tr("끝난 시각"), self.until),
            (self.tr("번호표"), self.queue_number),
        )
        for place, (name, field) in enumerate(named):
            caption: QLabel = Text(name, "small", Tone.QUIET)
            grid.addWidget(caption, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 4 if field is self.day else 3)
        return grid

    def _chips(self, caption: str, group: QButtonGroup, names: list[str], modifier: str) -> QHBoxLayout:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(Text(f"{caption}  {modifier}+1–{len(names)}", "small", Tone.QUIET))
        chips.addSpacing(4)
        for place, name in enumerate(names, start=1):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(place == 1)
            chip.setToolTip(f"{modifier}+{place}")
            chip.setAccessibleName(f"{caption} {name}")
            group.addButton(chip, place)
            shortcut(self, f"{modifier}+{place}", chip.click)
            chips.addWidget(chip)
        chips.addStretch(1)
        return chips

    def _connect(self) -> None:
        presenter = self.presenter
        self._show_reason()
        for field in self._lines():
            field.setProperty("wrong", False)
            field.textEdited.connect(self._forget_hint)
            field.live_text_changed.connect(self._show_free)
        for keys in ("Return", "Enter"):
            shortcut(self, keys, self._on_enter)
        for keys, act in (
            ("Ctrl+D", self._edit_day),
            ("Ctrl+Z", presenter.undo),
            ("Ctrl+T", presenter.try_again),
            ("Ctrl+E", presenter.give_back),
        ):
            shortcut(self, keys, act)
        self.at.completed.connect(self.services.field.setFocus)
        self.until.completed.connect(self.queue_number.setFocus)
        self.reasons.idClicked.connect(self._on_reason)
        self.services.said.connect(self.hint.say)
        presenter.picker.changed.connect(self._show_free)
        presenter.refused.connect(self._on_refused)
        presenter.accepted.connect(self.clear)
        presenter.given_back.connect(self._on_given_back)
        self.entered.retry_pressed.connect(presenter.try_again)
        self.entered.give_back_pressed.connect(presenter.give_back)
        self.save.clicked.connect(self._on_enter)
        self.leave.clicked.connect(self.reject)
        self.setTabOrder(self.day, self.at)

    def _lines(self) -> tuple[TypedLine, ...]:
        return self.at, self.until, self.queue_number, self.services.field

    def begun(self) -> bool:
        """Whether a line is half typed."""
        return not self.presenter.picker.idle or any(field.live_text() for field in self._lines())

    def clear(self) -> None:
        """An empty line; the cursor where it starts."""
        for field in self._lines():
            field.settle()
            field.clear()
        self.presenter.picker.clear()
        self.kinds.button(1).setChecked(True)
        self._forget_hint()
        self.at.setFocus()

    def reject(self) -> None:
        """Esc empties a half-typed line first; what could not be saved holds the dialog open."""
        if self.begun():
            self.clear()
        elif self.presenter.unsaved:
            self.hint.say(
                self.tr(
                    "저장하지 못한 줄이 {count}개 있습니다. Ctrl+T로 다시 저장하거나 Ctrl+E로 되살려 주세요."
                ).format(count=len(self.presenter.unsaved))
            )
        else:
            super().reject()

    def done(self, result: int) -> None:
        self.presenter.form_is_free = False  # there is no form any more to give anything back to
        super().done(result)

    def _on_enter(self) -> None:
        for field in self._lines():
            field.settle()
        if self.day.hasFocus():
            self.at.setFocus()
            return
        if self.at.hasFocus() and self.at.time() is not None and not self.presenter.picker.selection:
            self.services.field.setFocus()
            return
        if self.until.text() and self.until.time() is None:
            self._on_refused("until", self.tr("끝난 시각을 읽을 수 없습니다. 숫자 네 자리로 적거나 비워 두세요."))
            return
        kind = list(VisitorKind)[self.kinds.checkedId() - 1]
        day = cast(date, self.day.date().toPython())
        self.presenter.submit(day, self.at.time(), self.until.time(), kind, self.queue_number.text())

    def _on_refused(self, field: str, sentence: str) -> None:
        self._forget_hint()
        self.hint.say(sentence)
        wrong: QWidget | None = {
            "at": self.at,
            "until": self.until,
            "service": self.services.field,
            "queue_number": self.queue_number,
            "day": self.day,
        }.get(field)
        if wrong is not None:
            self._mark(wrong, True)
            wrong.setFocus()
        if isinstance(wrong, ClockField):
            wrong.selectAll()  # the right time takes the place of the wrong one

    def _on_given_back(self, line: PaperLine) -> None:
        self.day.setDate(QDate(line.day.year, line.day.month, line.day.day))
        self.at.setText(f"{line.at:%H:%M}")
        self.until.setText(f"{line.until:%H:%M}" if line.until is not None else "")
        self.queue_number.setText(line.queue_number)
        self.kinds.button(list(VisitorKind).index(line.kind) + 1).setChecked(True)
        self._show_reason()
        self.at.setFocus()

    def _forget_hint(self) -> None:
        self.hint.say("")
        for field in self._lines():
            self._mark(field, False)

    def _mark(self, field: QWidget, wrong: bool) -> None:
        if field.property("wrong") is not wrong:
            field.setProperty("wrong", wrong)
            restyle(field)

    def _show_free(self) -> None:
        self.presenter.form_is_free = not self.begun()

    def _show_reason(self) -> None:
        self.reasons.button(list(LateReason).index(self.presenter.reason) + 1).setChecked(True)

    def _on_reason(self, place: int) -> None:
        self.presenter.reason = list(LateReason)[place - 1]

    def _edit_day(self) -> None:
        self.day.setFocus()
        self.day.setSelectedSection(QDateEdit.Section.DaySection)
