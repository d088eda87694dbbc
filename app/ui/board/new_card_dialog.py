"""A card from a paper note or from what was said at the counter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cards import Card, CardSource, NewCard, Side
from app.ui.board import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Notice, Text, row, shortcut

_WIDTH = 680
SIDES = tuple(Side)
SOURCES = (CardSource.PAPER, CardSource.COUNTER)


class NewCardDialog(FittedDialog):
    """Alt and a digit choose side and source, Enter saves. Whoever wrote it is not asked for."""

    put = Signal(object)
    """The new `Card`."""

    def __init__(
        self,
        session: Session,
        side: Side,
        departments: Sequence[tuple[str, str]],
        people: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("새 카드"))
        self.setAccessibleName(self.tr("새 카드"))
        self._session = session
        self.sides, self.sources = QButtonGroup(self), QButtonGroup(self)
        self.text = TypedText(4)
        self.text.setAccessibleName(self.tr("적힌 글"))
        self.text.setPlaceholderText(self.tr("쪽지에 적힌 그대로, 또는 들은 그대로"))
        self.department = _choice(self.tr("부서"), self.tr("정하지 않음"), departments)
        self.about = _choice(self.tr("누구를 칭찬했나요"), self.tr("이름이 나오지 않음"), people)
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.save = Button(self.tr("저장   Enter"), "primary", name=self.tr("저장"))
        self.leave = Button(self.tr("그만두기  Esc"), name=self.tr("그만두기"))
        for button in (self.save, self.leave):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("새 카드"), "title"))
        column.addLayout(self._chips(self.sides, [words.side(each) for each in SIDES], 1, SIDES.index(side)))
        column.addLayout(self._chips(self.sources, [words.source(each) for each in SOURCES], 3, 0))
        column.addWidget(self.text)
        column.addWidget(Text(self.tr("쓴 분의 이름과 전화번호는 적지 않습니다."), "small", Tone.QUIET, wrap=True))
        column.addLayout(self._choices())
        column.addWidget(self.hint)
        column.addLayout(row(self.leave, 1, self.save))
        self.text.entered.connect(self._on_save)
        self.sides.idToggled.connect(self._show_about)
        self._show_about()
        self.text.edited.connect(self._forget_hint)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self._on_save)
        self.text.setFocus()

    def new_card(self) -> NewCard:
        """What is typed and chosen now."""
        return NewCard(
            side=SIDES[self.sides.checkedId()],
            text=self.text.settled_text().strip(),
            source=SOURCES[self.sources.checkedId()],
            department_code=self.department.currentData(),
            about=self.about.currentData(),
        )

    def begun(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return bool(self.text.live_text().strip())

    def _chips(self, group: QButtonGroup, names: list[str], first: int, chosen: int) -> QHBoxLayout:
        chips: list[QWidget] = []
        for place, name in enumerate(names):
            chip = Button(f"{name}  Alt+{first + place}", "chip", name=name)
            chip.setCheckable(True)
            chip.setChecked(place == chosen)
            group.addButton(chip, place)
            shortcut(self, f"Alt+{first + place}", chip.click)
            chips.append(chip)
        return row(*chips, 1)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, field in enumerate((self.department, self.about)):
            grid.addWidget(Text(field.accessibleName(), "small", Tone.QUIET), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _show_about(self) -> None:
        """Nobody is praised by a complaint."""
        liked = SIDES[self.sides.checkedId()] is Side.LIKED
        self.about.setEnabled(liked)
        if not liked:
            self.about.setCurrentIndex(0)

    def _forget_hint(self) -> None:
        self.hint.say("")

    def _on_save(self) -> None:
        new = self.new_card()
        if not new.text:
            self.hint.say(self.tr("적힌 글이 비어 있습니다. 들은 말이나 쪽지의 글을 적어 주세요."))
            self.text.setFocus()
            return
        self.save.setEnabled(False)
        work = partial(self._session.parts.board.put, self._session.actor, new)
        self._session.runner.run(Lane.DESK, self, work, self._on_put, self._on_refused)

    def _on_put(self, card: Card) -> None:
        self.put.emit(card)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.hint.say(sentence_for(error))
        self.text.setFocus()


def _choice(name: str, nothing: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(nothing, "")
    for code, words_of in entries:
        made.addItem(words_of, code)
    return made
