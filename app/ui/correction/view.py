"""The dialog of a correction: as in the form of a new visit, then a word why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.offices import ServiceRecord
from app.domain.visits import WORD_LIMIT, VisitRecord
from app.ui.correction.presenter import CorrectionPresenter
from app.ui.shared import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Notice, Text, row, shortcut
from app.ui.sharing.conflicts_dialog import ConflictsDialog
from app.ui.sharing.two_values import TwoValues
from app.ui.visit_entry.services_input import ServicesInput

_WIDTH = 620


class CorrectionDialog(FittedDialog):
    """Enter in the service field goes to the word, Enter there corrects. `services` are those that can be picked."""

    corrected = Signal(object)

    def __init__(
        self,
        session: Session,
        visit: VisitRecord,
        services: Sequence[ServiceRecord],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setObjectName("correction")
        self.setWindowTitle(self.tr("업무 정정"))
        self.setAccessibleName(self.tr("업무 정정"))
        self._session = session
        self._visit = visit
        self.presenter = CorrectionPresenter(session, visit, services, self)
        self.services = ServicesInput(self.presenter.picker)
        self.word = TypedLine()
        self.word.setAccessibleName(self.tr("정정하는 까닭"))
        self.word.setPlaceholderText(self.tr("까닭 한마디 (예: 인감으로 잘못 고름)"))
        self.word.setMaxLength(WORD_LIMIT * 4)
        self.two_values = TwoValues()
        self.conflicts: ConflictsDialog | None = None
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.ok = Button(self.tr("정정   Enter"), "primary", name=self.tr("정정하기"))
        self.cancel = Button(self.tr("그만두기  Esc"))
        for button in (self.ok, self.cancel):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(Text(self.tr("업무 정정"), "heading"))
        column.addWidget(Text(f"{visit.number}  {words.all_services_of(visit)}", "lead", wrap=True))
        if visit.late_reason is not None:
            column.addWidget(Text(words.late_with_reason(visit, session.zone), "small", Tone.QUIET, wrap=True))
        hint = self.tr("숫자나 이름으로 바꾸고, +로 더하고, 빈 칸에서 Backspace로 뺍니다 · 접수증과 QR은 그대로입니다")
        column.addWidget(Text(hint, "small", Tone.QUIET, wrap=True))
        column.addWidget(self.two_values)
        column.addWidget(self.services)
        column.addWidget(self.word)
        column.addWidget(self.hint)
        column.addLayout(row(1, self.cancel, self.ok))
        self.services.said.connect(self.hint.say)
        self.services.field.returnPressed.connect(self._on_service_entered)
        self.word.returnPressed.connect(self._on_enter)
        self.presenter.refused.connect(self.hint.say)
        self.presenter.corrected.connect(self._on_corrected)
        self.ok.clicked.connect(self._on_enter)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Return", "Enter"):
            shortcut(self.ok, keys, self._on_enter)
            shortcut(self.cancel, keys, self.reject)
        self.presenter.two_values.connect(self.two_values.show_conflicts)
        self.two_values.wanted.connect(self._on_two_values)
        self.services.field.setFocus()
        self.presenter.look_for_two_values()

    def _on_service_entered(self) -> None:
        self.services.field.settle()
        if self.presenter.picker.selection:
            self.word.setFocus()
        else:
            self.presenter.correct("")  # says what is missing

    def _on_enter(self) -> None:
        self.services.field.settle()
        self.presenter.correct(self.word.settled_text())

    def _on_two_values(self) -> None:
        self.conflicts = ConflictsDialog(self._session, self, ("visit", self._visit.id))
        self.conflicts.settled.connect(self.presenter.look_for_two_values)
        self.conflicts.finished.connect(self.conflicts.deleteLater)
        self.conflicts.open()

    def _on_corrected(self, visit: VisitRecord) -> None:
        self.corrected.emit(visit)
        self.accept()
