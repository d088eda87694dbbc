"""A task's quarters: what was seen at each look, and the form for the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from app.domain.improvements import Improvement, ImprovementSheet, ImprovementStatus
from app.ui.improvements.words import link_words, quarter_words, status_words
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Card, Text, row, shortcut

_STANDING = (
    ImprovementStatus.ON_TRACK,
    ImprovementStatus.DELAYED,
    ImprovementStatus.DONE,
    ImprovementStatus.EXEMPLARY_FAILURE,
    ImprovementStatus.STOPPED,
)


class ReviewBox(Card):
    """Shown for a task that is saved. Ctrl+Enter writes the look down."""

    reviewed = Signal(str, object, str, str)
    """The quarter, an `ImprovementStatus`, what was seen, and what was measured."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.due = Text("", "strong", Tone.WARNING, wrap=True)
        self.past = Text("", "body", wrap=True)
        self.links = Text("", "small", Tone.QUIET, wrap=True)
        self.quarter = QComboBox()
        self.status = QComboBox()
        for status in _STANDING:
            self.status.addItem(status_words(status), status)
        self.text = TypedText(2)
        self.value = TypedLine()
        self.save = Button(self.tr("점검 적기  Ctrl+Enter"), "secondary", name=self.tr("점검 적기"))
        for widget, name in (
            (self.quarter, self.tr("분기")),
            (self.status, self.tr("지금 어떻습니까")),
            (self.text, self.tr("이번 분기에 본 것")),
            (self.value, self.tr("잰 값")),
        ):
            widget.setAccessibleName(name)
        self.quarter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.text.setPlaceholderText(self.tr("이번 분기에 본 것"))
        self.value.setPlaceholderText(self.tr("잰 값 (없으면 비움)"))
        column = self.column
        column.setSpacing(6)
        column.addWidget(Text(self.tr("분기 점검"), "heading"))
        column.addWidget(self.due)
        column.addWidget(self.past)
        column.addLayout(row(self.quarter, self.status, 1))
        column.addWidget(self.text)
        column.addLayout(row(self.value, 1, self.save))
        column.addWidget(Text(self.tr("이 과제를 부른 말들"), "strong"))
        column.addWidget(self.links)
        self.save.clicked.connect(self._on_save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self._on_save)
        self.hide()

    def show_task(self, task: Improvement | None, quarters: tuple[str, ...]) -> None:
        """Show the task's looks, and offer `quarters` for the next one."""
        self.setVisible(task is not None)
        if task is None:
            return
        self.due.setVisible(bool(task.review_due))
        if task.review_due:
            words = self.tr("{quarter} 점검이 아직 없습니다.").format(quarter=quarter_words(task.review_due))
            self.due.say(words)
        lines = [
            " · ".join(part for part in (quarter_words(r.quarter), status_words(r.status), r.value, r.text) if part)
            for r in task.reviews
        ]
        self.past.say("\n".join(lines))
        self.past.setVisible(bool(lines))
        self.quarter.clear()
        for quarter in quarters:
            self.quarter.addItem(quarter_words(quarter), quarter)
        wanted = task.review_due or (quarters[-1] if quarters else "")
        self.quarter.setCurrentIndex(max(0, self.quarter.findData(wanted)))
        self.status.setCurrentIndex(max(0, self.status.findData(task.form.status)))
        self.text.fill("")
        self.value.clear()
        self.links.say(
            self.tr("불러오는 중…") if task.links else self.tr("아직 없습니다. 카드나 민원에서 이어 붙입니다.")
        )

    def show_links(self, sheet: ImprovementSheet) -> None:
        """Say what asks for the task."""
        lines = [f"{link_words(kind)}: {words}" for kind, words in sheet.linked]
        if lines:
            self.links.say("\n".join(lines))

    def _on_save(self) -> None:
        text = self.text.settled_text()
        status = ImprovementStatus(self.status.currentData())  # the box gives a plain text back
        self.reviewed.emit(self.quarter.currentData(), status, text, self.value.settled_text())
