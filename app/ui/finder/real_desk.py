"""Somebody was at the wrong desk: where they really belonged, found with the same line, and why it went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.directory import Task
from app.domain.guidance import Guidance, WrongReason
from app.ui.finder import words
from app.ui.finder.answer_row import AnswerRow
from app.ui.finder.asking_presenter import Asked, AskingPresenter, Stage
from app.ui.finder.query_line import QueryLine
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.flow import Flow
from app.ui.shared.session import Session
from app.ui.shared.widgets import Button, Text, row, shortcut

_WIDTH = 780
_ROWS = 3
REASONS = tuple(WrongReason)


class RealDeskDialog(FittedDialog):
    """The line finds, ↑ ↓ choose, Alt and a digit give the reason, Enter writes it down."""

    told = Signal(object, object, object)
    """A `Guidance`, the id of the real task or None, and a `WrongReason`."""

    def __init__(self, session: Session, guidance: Guidance, beside: AskingPresenter, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("다른 곳이었음"))
        self.setAccessibleName(self.tr("다른 곳이었음"))
        self._guidance = guidance
        self.presenter = AskingPresenter(session, self, beside)
        self.line = QueryLine()
        self.line.setAccessibleName(self.tr("실제로 맞는 부서 찾기"))
        self.line.setPlaceholderText(self.tr("실제로 가셔야 했던 부서나 업무"))
        self.rows = [AnswerRow(place) for place in range(_ROWS)]
        self.hint = Text("", "body", wrap=True)
        self.reasons = QButtonGroup(self)
        self.ok = Button(self.tr("적어 두기   Enter"), "primary", name=self.tr("적어 두기"))
        self.unknown = Button(self.tr("어디인지 모름   Ctrl+Enter"), "secondary", name=self.tr("어디인지 모름"))
        self.cancel = Button(self.tr("그만두기  Esc"), name=self.tr("그만두기"))
        for button in (self.ok, self.unknown, self.cancel):
            button.setAutoDefault(False)
            button.setProperty("scale", "tall")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("어디로 가셔야 했습니까?"), "title"))
        column.addWidget(Text(self._about(beside.task(guidance.task_id)), "lead", wrap=True))
        column.addWidget(self.line)
        column.addWidget(self.hint)
        column.addWidget(self._answers())
        column.addSpacing(4)
        column.addWidget(Text(self.tr("까닭"), "strong"))
        column.addWidget(self._reasons())
        column.addSpacing(6)
        column.addLayout(row(self.cancel, 1, self.unknown, self.ok))
        self.line.live_text_changed.connect(self._on_text)
        self.line.stepped.connect(self.presenter.move)
        self.line.entered.connect(self._on_ok)
        self.line.left.connect(self.reject)
        self.ok.clicked.connect(self._on_ok)
        self.unknown.clicked.connect(self._on_unknown)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self._on_unknown)
        self.presenter.changed.connect(self._show)
        self._suggest()
        self.line.setFocus()

    @property
    def reason(self) -> WrongReason:
        """The reason that is marked."""
        return REASONS[self.reasons.checkedId()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter on a chip is no press of the chip: the chip is chosen by its key, and Enter writes down.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.focusWidget(), Button):
            self._on_ok()
            return
        super().keyPressEvent(event)

    def _answers(self) -> QWidget:
        """Room for every row at once: the dialog must not grow and shrink while somebody types."""
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for each in self.rows:
            each.pressed.connect(self.presenter.choose)
            inside.addWidget(each)
        inside.addStretch(1)
        made.setMinimumHeight(sum(each.sizeHint().height() + 8 for each in self.rows))
        return made

    def _reasons(self) -> Flow:
        flow = Flow(6)
        chips: list[QWidget] = []
        for place, reason in enumerate(REASONS):
            chip = Button(f"{words.wrong_reason(reason)}  Alt+{place + 1}", "chip", name=words.wrong_reason(reason))
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            chip.setProperty("scale", "tall")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.reasons.addButton(chip, place)
            shortcut(self, f"Alt+{place + 1}", chip.click)
            chips.append(chip)
        flow.put(chips)
        return flow

    def _about(self, sent_to: Task | None) -> str:
        phrase = self.tr("‘{phrase}’").format(phrase=self._guidance.phrase)
        if sent_to is None:
            return phrase
        return self.tr("{phrase} · 안내한 곳 {desk}").format(phrase=phrase, desk=words.desk_of(sent_to))

    def _on_text(self, text: str) -> None:
        if text.strip():
            self.presenter.ask(text)
        else:
            self._suggest()

    def _suggest(self) -> None:
        """Before anything is typed: where else the same words may lead."""
        self.presenter.suggest(self._guidance.phrase, self._guidance.task_id)

    def _show(self, asked: Asked) -> None:
        for place, widget in enumerate(self.rows):
            there = place < len(asked.rows)
            if there:
                pale = asked.stage is Stage.UNSURE
                widget.show_row(asked.rows[place], chosen=place == asked.chosen, pale=pale, given="")
            widget.setVisible(there)
        if not self.line.live_text().strip() and asked.rows:
            self.hint.say(self.tr("같은 말로 갈 수 있는 다른 곳 · ↓ 로 고르거나 위에 치세요"))
        elif asked.stage is Stage.UNSURE:
            self.hint.say(self.tr("맞는 부서를 찾지 못했습니다. 다른 말로 쳐 보거나 ↓ 로 고르세요."))
        else:
            self.hint.say("")
        self.ok.setEnabled(asked.row is not None)

    def _on_ok(self) -> None:
        chosen = self.presenter.state.row
        if chosen is not None:
            self._tell(chosen.task.id)

    def _on_unknown(self) -> None:
        self._tell(None)

    def _tell(self, task_id: str | None) -> None:
        self.told.emit(self._guidance, task_id, self.reason)
        self.accept()
