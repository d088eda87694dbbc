"""The form of a new visit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.visits import NOTE_LIMIT, QUEUE_NUMBER_LIMIT, NewVisit, VisitorKind
from app.ui.shared import words
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Button, Card, Notice, Text, restyle, shortcut
from app.ui.visit_entry.presenter import UnsavedVisit, VisitEntryPresenter
from app.ui.visit_entry.result_card import ResultCard, UnsavedCard
from app.ui.visit_entry.services_input import ServicesInput


class VisitEntryView(QWidget):
    """Service, kind of visitor, queue number, note; Enter from any of them."""

    hand_over_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = self.make_presenter(session)
        self.services = ServicesInput(self.presenter.picker)
        self.service = self.services.field
        self.tiles = self.services.tiles
        self.kinds = QButtonGroup(self)
        self.queue_number = TypedLine()
        self.note = TypedLine()
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.save = self.make_save_button()
        self.save_bare = Button(self.tr("접수증 없이  Ctrl+Enter"), "secondary", name=self.tr("접수증 없이 접수"))
        self.result = self.make_result_card()
        self.unsaved = UnsavedCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if self.title():
            title = Text(self.title(), "title")
            title.setMinimumHeight(38)
            column.addWidget(title)
        column.addWidget(self._form())
        column.addWidget(self.unsaved)
        column.addWidget(self.result)
        column.addStretch(1)
        self._connect()
        self.setFocusProxy(self.service)

    def title(self) -> str:
        """What stands above the form. At the counter nothing: the line of who waits stands there."""
        return ""

    def make_presenter(self, session: Session) -> VisitEntryPresenter:
        """Who decides for this form."""
        return VisitEntryPresenter(session, self)

    def make_save_button(self) -> Button:
        """The one blue button, saying what Enter does here."""
        return Button(self.tr("접수하고 접수증 출력   Enter"), "primary", name=self.tr("접수하고 접수증 출력"))

    def make_result_card(self) -> ResultCard:
        return ResultCard()

    def further_rows(self) -> tuple[QLayout, ...]:
        """What this form asks besides."""
        return ()

    def _form(self) -> Card:
        card = Card(margins=(20, 14, 20, 16))
        card.column.setSpacing(10)
        caption = Text(self.tr("업무 · 숫자나 이름·초성 · +로 하나 더"), "small", Tone.QUIET)
        self.queue_number.setPlaceholderText(self.tr("번호표"))
        self.queue_number.setAccessibleName(self.tr("번호표"))
        self.queue_number.setFixedWidth(112)
        self.queue_number.setMaxLength(QUEUE_NUMBER_LIMIT * 4)
        self.note.setPlaceholderText(self.tr("메모 (선택) · 이름·주민등록번호는 적지 않습니다"))
        self.note.setAccessibleName(self.tr("메모"))
        self.note.setMaxLength(NOTE_LIMIT * 4)
        for button in (self.save, self.save_bare):
            button.setProperty("scale", "big")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.column.addWidget(caption)
        card.column.addWidget(self.services)
        card.column.addLayout(self._visitor_row())
        remarks = QHBoxLayout()
        remarks.setSpacing(8)
        remarks.addWidget(self.queue_number)
        remarks.addWidget(self.note, 1)
        card.column.addLayout(remarks)
        for further in self.further_rows():
            card.column.addLayout(further)
        card.column.addWidget(self.hint)
        saving = QHBoxLayout()
        saving.setSpacing(8)
        saving.addWidget(self.save, 1)
        saving.addWidget(self.save_bare)
        card.column.addLayout(saving)
        return card

    def _visitor_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        caption = Text(self.tr("방문자"), "small", Tone.QUIET)
        row.addWidget(caption)
        for place, kind in enumerate(VisitorKind, start=1):
            chip = Button(words.visitor_kind(kind), "chip")
            chip.setCheckable(True)
            chip.setChecked(kind is VisitorKind.SELF)
            chip.setToolTip(f"Alt+{place}")
            chip.setAccessibleName(f"{caption.text()} {words.visitor_kind(kind)}")
            self.kinds.addButton(chip, place)
            shortcut(self, f"Alt+{place}", chip.click)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, self._on_enter)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.form_is_empty = self._is_empty
        self.services.said.connect(self._on_said)
        for field in (self.service, self.queue_number, self.note):
            field.setProperty("wrong", False)
            field.returnPressed.connect(self._on_enter)
            field.textEdited.connect(self._forget_hint)
        self.save.clicked.connect(self._on_enter)
        self.save_bare.clicked.connect(self._on_enter_bare)
        self.result.undo_pressed.connect(self._on_undo)
        self.result.finish_pressed.connect(self._on_finish)
        self.result.hand_over_pressed.connect(self.hand_over_wanted)
        self.unsaved.retry_pressed.connect(self._on_retry)
        self.unsaved.restore_pressed.connect(presenter.restore)
        presenter.refused.connect(self._on_refused)
        presenter.accepted.connect(self.clear)
        presenter.restored.connect(self._on_restored)
        presenter.last_changed.connect(self.result.show_last)
        presenter.serving_changed.connect(self.result.show_serving)
        presenter.unsaved_changed.connect(self._on_unsaved)
        shortcut(self, "Esc", self.clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self._on_enter_bare)
        shortcut(self, "Ctrl+T", self._on_retry)
        shortcut(self, "Ctrl+E", presenter.restore)

    def typed(self) -> NewVisit:
        """What stands in the form, with every half-composed syllable in it."""
        for field in (self.service, self.queue_number, self.note):
            field.settle()
        kind = list(VisitorKind)[self.kinds.checkedId() - 1]
        return NewVisit("", kind, self.queue_number.text(), self.note.text())

    def unfinished(self) -> Unfinished:
        """Visits that could not be saved, and whether anything stands in the form."""
        return Unfinished(len(self.presenter.unsaved), not self._is_empty())

    def _is_empty(self) -> bool:
        """Whether nothing is begun here."""
        typed = any(field.live_text() for field in (self.service, self.queue_number, self.note))
        return not typed and self.presenter.picker.idle

    def clear(self) -> None:
        """An empty form, and the cursor where the next visit starts."""
        self.service.settle()
        self.presenter.picker.clear()
        self.kinds.button(1).setChecked(True)
        self.queue_number.clear()
        self.note.clear()
        self._forget_hint()
        self.service.setFocus()

    def _on_enter(self) -> None:
        self.presenter.submit(self.typed())

    def _on_enter_bare(self) -> None:
        self.presenter.submit(replace(self.typed(), slip_withheld=True))

    def _on_said(self, sentence: str) -> None:
        if sentence:
            self.hint.say(sentence)
            self._share_room()
        else:
            self._forget_hint()

    def _on_refused(self, field: str, sentence: str) -> None:
        self.hint.say(sentence)
        self._share_room()
        wrong = {"service": self.service, "queue_number": self.queue_number, "note": self.note}.get(field)
        if wrong is not None:
            self._mark(wrong, True)
            wrong.setFocus()

    def _forget_hint(self) -> None:
        self.hint.say("")
        self._share_room()
        for field in (self.service, self.queue_number, self.note):
            self._mark(field, False)

    def _mark(self, field: QLineEdit, wrong: bool) -> None:
        if field.property("wrong") is not wrong:
            field.setProperty("wrong", wrong)
            restyle(field)

    def _on_unsaved(self, unsaved: tuple[UnsavedVisit, ...]) -> None:
        self.unsaved.show_unsaved(unsaved)
        self._share_room()

    def _share_room(self) -> None:
        """One thing at a time below the keys: what is wrong in the form, what could not be saved, what went well."""
        unsaved = bool(self.presenter.unsaved)
        wrong = not self.hint.isHidden()
        self.unsaved.setVisible(unsaved and not wrong)
        self.result.setVisible(not unsaved and not wrong)

    def _on_restored(self, typed: NewVisit) -> None:
        self.kinds.button(list(VisitorKind).index(typed.visitor_kind) + 1).setChecked(True)
        self.queue_number.setText(typed.queue_number)
        self.note.setText(typed.note)
        self.service.setFocus()

    def _on_retry(self) -> None:
        self.presenter.try_again()
        self.service.setFocus()

    def _on_undo(self) -> None:
        self.presenter.undo()
        self.service.setFocus()

    def _on_finish(self) -> None:
        self.presenter.finish()
        self.service.setFocus()
