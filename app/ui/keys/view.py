"""The list of keys of the screen that is open, and the way to the guide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.actors import Action, Actor
from app.ui.keys.words import keys_everywhere, keys_of
from app.ui.shared.message_words import role_name
from app.ui.shared.places import Place, ScreenName
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row, shortcut

_IN_A_COLUMN = 13
_WIDEST_WORDS = 230
_WIDEST_OF_THREE = 209
"""Three groups stand side by side."""


class KeysDialog(QDialog):
    """What every key does on the screen that is open, for this person's role; F1 once more opens the guide."""

    guide_pressed = Signal()

    def __init__(
        self,
        actor: Actor,
        places: Sequence[Place],
        current: ScreenName | None,
        parent: QWidget | None = None,
        *,
        shared: bool = False,
        page: str = "",
    ) -> None:
        super().__init__(parent)
        self.screen_name = current
        self.shared = shared
        self.page = page
        here = next((place.words for place in places if place.name is current), "")
        title = self.tr("단축키 · {screen} · {role}").format(screen=here, role=role_name(actor.role.value))
        if not here:
            title = self.tr("단축키 · {role}").format(role=role_name(actor.role.value))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        everywhere = [(place.key, place.words) for place in places] + keys_everywhere(
            shared=shared, incident=actor.may(Action.NOTE_INCIDENT)
        )
        of_screen = keys_of(current, actor, page)
        self._widest = _WIDEST_OF_THREE if len(of_screen) > _IN_A_COLUMN else _WIDEST_WORDS
        columns.addWidget(self._group(self.tr("어디서나"), everywhere), 2, Qt.AlignmentFlag.AlignTop)
        if of_screen:
            half = (len(of_screen) + 1) // 2 if len(of_screen) > _IN_A_COLUMN else len(of_screen)
            columns.addWidget(self._group(here, of_screen[:half]), 3, Qt.AlignmentFlag.AlignTop)
            if of_screen[half:]:
                more = self.tr("{screen} (이어서)").format(screen=here)
                columns.addWidget(self._group(more, of_screen[half:]), 3, Qt.AlignmentFlag.AlignTop)
        guide = Button(self.tr("사용 안내  F1"), "secondary", "book-open", self.tr("사용 안내"))
        guide.clicked.connect(self.guide_pressed)
        close = Button(self.tr("닫기  Esc"), "primary", name=self.tr("닫기"))
        close.clicked.connect(self.accept)
        shortcut(self, "F1", self.guide_pressed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Text(title, "title"))
        column.addLayout(columns)
        column.addLayout(row(guide, 1, close))
        close.setFocus()

    def _group(self, title: str, keys: list[tuple[str, str]]) -> Card:
        card = Card(margins=(18, 14, 18, 16))
        card.column.addWidget(Text(title, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (key, words) in enumerate(keys):
            cap = Text(key, "small", Tone.PLAIN)
            cap.setObjectName("keycap")
            grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._words(words), line, 1)
        card.column.addLayout(grid)
        return card

    def _words(self, words: str) -> Text:
        label = Text(words)
        label.ensurePolished()
        if label.sizeHint().width() > self._widest:
            # Three columns of large letters still fit the smallest screen.
            label.setWordWrap(True)
            label.setFixedWidth(self._widest)
            label.setFixedHeight(label.heightForWidth(self._widest))
        return label
