"""Both values of every field that two people changed at the same time, and one click for each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.sharing import FieldConflict
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, row
from app.ui.sharing.conflicts import ConflictsPresenter, field_words, record_kind, record_title, value_words
from app.ui.sharing.words import moment

_WIDTH = 860
_HEIGHT = 560


class ConflictCard(Card):
    """One record: what stands now on the left, what somebody else wrote on the right."""

    chosen = Signal(str, bool)
    """The conflict's id, and whether the other values are taken."""

    def __init__(self, session: Session, fields: list[FieldConflict]) -> None:
        super().__init__(margins=(18, 12, 18, 14))
        self.conflict_id = fields[0].conflict_id
        self._session = session
        first = fields[0]
        self.column.setSpacing(8)
        named = (record_kind(first.entity), record_title(first))
        self.column.addWidget(Text(" · ".join(part for part in named if part), "strong", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(Text(self.tr("지금 값"), "small", Tone.QUIET), 0, 1)
        grid.addWidget(Text(self.tr("다른 값"), "small", Tone.QUIET), 0, 2)
        for line, one in enumerate(fields):
            at = 1 + 2 * line
            grid.addWidget(Text(field_words(one), "body", Tone.QUIET, wrap=True), at, 0, Qt.AlignmentFlag.AlignTop)
            for column, value, by, when in (
                (1, one.kept, one.kept_by, one.kept_at),
                (2, one.other, one.other_by, one.other_at),
            ):
                grid.addWidget(Text(value_words(one, value), "lead", wrap=True), at, column)
                grid.addWidget(Text(self._who(by, when), "small", Tone.QUIET, wrap=True), at + 1, column)
        self.take = Button(self.tr("다른 값으로 바꾸기"), "secondary")
        self.keep = Button(self.tr("지금 값 그대로"), "secondary")
        self.take.setAccessibleDescription(self._said(fields, other=True))
        self.keep.setAccessibleDescription(self._said(fields, other=False))
        # Each below its own value: nobody with people waiting matches a pair of buttons with a pair of columns.
        below = 1 + 2 * len(fields)
        for column, button in ((1, self.keep), (2, self.take)):
            grid.addWidget(button, below, column, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(grid)
        self.take.clicked.connect(self._on_take)
        self.keep.clicked.connect(self._on_keep)

    def _who(self, by: str, when: datetime) -> str:
        zone = self._session.zone
        at = moment(when, zone, datetime.now(UTC).astimezone(zone).date())
        return self.tr("{name}, {at}").format(name=by, at=at)

    def _said(self, fields: list[FieldConflict], *, other: bool) -> str:
        return ", ".join(f"{field_words(f)}: {value_words(f, f.other if other else f.kept)}" for f in fields)

    def _on_take(self) -> None:
        self.chosen.emit(self.conflict_id, True)

    def _on_keep(self) -> None:
        self.chosen.emit(self.conflict_id, False)


class ConflictsDialog(QDialog):
    """`of`: only those of one record (its entity and id; no id: of every record of that kind). None: all."""

    settled = Signal()

    def __init__(self, session: Session, parent: QWidget, of: tuple[str, str | None] | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._of = of
        self._just_settled = False
        self.presenter = ConflictsPresenter(session, self)
        self.cards: list[ConflictCard] = []
        heading = self.tr("두 사람이 같이 고친 값")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.resize(_WIDTH, _HEIGHT)
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.empty = EmptyState("circle-check", self.tr("불러오는 중…"), "")
        self.close_button = Button(self.tr("닫기  Esc"), "primary", name=self.tr("닫기"))
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        inner = QWidget()
        inner_column = QVBoxLayout(inner)
        inner_column.setContentsMargins(0, 0, 6, 0)
        inner_column.addLayout(self._list)
        inner_column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        hint = self.tr(
            "서로 끊겨 있는 동안 두 창구에서 같은 항목을 다르게 고쳤습니다. 두 값 모두 남아 있습니다. "
            "어느 것이 맞는지 정해 주세요. 다른 항목은 이미 합쳐졌습니다."
        )
        column.addWidget(Text(hint, "body", Tone.QUIET, wrap=True))
        column.addWidget(self.trouble)
        column.addWidget(self.pages, 1)
        column.addLayout(row(1, self.close_button))
        self.close_button.clicked.connect(self.accept)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.settled.connect(self._on_settled)
        self.presenter.load()

    def done(self, result: int) -> None:
        """Keys go back to the window below at once, also on a screen without a window manager."""
        below = self.parentWidget()
        super().done(result)
        if below is not None and below.isVisible():
            below.window().activateWindow()

    def _on_loaded(self, conflicts: Iterable[FieldConflict]) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        of = self._of
        chosen = [one for one in conflicts if of is None or (one.entity == of[0] and of[1] in (None, one.row_id))]
        by_id = sorted(chosen, key=lambda one: one.conflict_id)
        self.cards = [ConflictCard(self._session, list(f)) for _, f in groupby(by_id, lambda one: one.conflict_id)]
        for card in self.cards:
            card.chosen.connect(self._on_chosen)
            self._list.addWidget(card)
        if self.cards:
            self.pages.setCurrentWidget(self.area)
            self.cards[0].keep.setFocus()
        else:
            self._say_empty()
            self.pages.setCurrentWidget(self.empty)
            self.close_button.setFocus()

    def _say_empty(self) -> None:
        # The state is read again a moment after a value was settled: until then it counts that one too.
        left = 0 if self._just_settled or self._of is not None else self._session.syncing.state.conflicts
        self._just_settled = False
        if left:
            words = self.tr(
                "값이 둘인 항목 {count}건은 업무, 부서, 사람, 사무실 설정의 것이라 관리자가 정합니다. "
                "두 값 모두 남아 있고, 접수는 그대로 됩니다."
            )
            self.empty.say(self.tr("여기서 정할 것은 없습니다"), words.format(count=left))
        else:
            self.empty.say(self.tr("모두 정했습니다"), self.tr("값이 둘인 항목이 없습니다."))

    def _on_settled(self) -> None:
        self._just_settled = True
        self.settled.emit()

    def _on_chosen(self, conflict_id: str, take_other: bool) -> None:
        self.trouble.say("")
        self.presenter.settle(conflict_id, take_other=take_other)

    def _on_refused(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self.presenter.load()
