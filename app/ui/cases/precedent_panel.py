"""Answers that were given before, beside the one that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.re_reviews import Precedent, PrecedentForm
from app.ui.cases.words import case_sentence
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, Text, shortcut

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_PAUSE_MS = 400
_SHOWN = 3


class PrecedentPresenter(QObject):
    """Looks for what fits the case and what is written so far, and keeps an answer as one."""

    found = Signal(object)
    kept = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._text = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def look_for(self, text: str) -> None:
        """Find those that fit `text`, once nobody has typed for a moment."""
        self._text = text
        self._pause.start()

    def keep(self, view: CaseView, answer: str) -> None:
        """Keep `answer` for whoever is asked the same."""
        form = PrecedentForm(view.case.title, answer, "", view.course.department_code, view.case.id)
        work = partial(self._session.parts.precedents.add, self._session.actor, form)
        self._session.runner.run(Lane.DESK, self, work, self._on_kept, self._on_refused)

    def _look(self) -> None:
        work = partial(self._session.parts.precedents.find, self._session.actor, self._text)
        self._session.runner.run(Lane.DESK, self, work, self.found.emit)

    def _on_kept(self, _precedent: Precedent) -> None:
        self.kept.emit()

    def _on_refused(self, error: Exception) -> None:
        self.refused.emit(case_sentence(error))


class PrecedentPanel(QFrame):
    """Up to three; Ctrl+1 – 3 puts the answer into the text."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self.shown: tuple[Precedent, ...] = ()
        self.rows = [_Row(number, self) for number in range(1, _SHOWN + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(self.tr("비슷한 선례"), "strong", Tone.PRIMARY))
        for each in self.rows:
            column.addWidget(each)
            each.chosen.connect(self.chosen)
        self.hide()

    def show_found(self, found: Sequence[Precedent]) -> None:
        """What fits what is written, the likest first."""
        self.shown = tuple(found[:_SHOWN])
        for place, each in enumerate(self.rows):
            each.show_precedent(self.shown[place] if place < len(self.shown) else None)
        self.setVisible(bool(self.shown))

    def take_keys(self, owner: QWidget) -> None:
        """The keys belong to whatever the panel stands in, and so work while the answer is being written."""
        for place, each in enumerate(self.rows, start=1):
            shortcut(owner, f"Ctrl+{place}", each.choose)


class _Row(QFrame):
    chosen = Signal(str)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardInside")
        self._answer = ""
        self.question = ElidedText("", "strong")
        self.answer = ElidedText("", "body", Tone.QUIET)
        self.take = Button(self.tr("넣기  Ctrl+{number}").format(number=number), "secondary")
        self.take.setProperty("scale", "small")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.question)
        column.addWidget(self.answer)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(column, 1)
        layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignVCenter)
        self.take.clicked.connect(self.choose)

    def show_precedent(self, precedent: Precedent | None) -> None:
        self.setVisible(precedent is not None)
        self._answer = "" if precedent is None else precedent.answer
        if precedent is not None:
            self.question.say(precedent.question)
            self.answer.say(" ".join(precedent.answer.split()))
            self.take.setAccessibleName(precedent.question)

    def choose(self) -> None:
        if self._answer:
            self.chosen.emit(self._answer)
