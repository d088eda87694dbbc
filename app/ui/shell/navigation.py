"""The left navigation: an icon, a word and a key for each screen this person may open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout

from app.domain.actors import Actor
from app.ui.shared.places import Place, ScreenName, places
from app.ui.shared.theme import PALETTE, pixmap, screen_ratio
from app.ui.shared.widgets import Button, Text, restyle

_WIDTH = 112


class NavButton(QPushButton):
    """Icon above word above key."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.setObjectName("nav")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{place.words} {place.key}")
        self._picture = QLabel()
        self._lines = (Text(place.words, "body"), Text(place.key, "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 8)
        column.setSpacing(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for line in self._lines:
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        for child in (self._picture, *self._lines):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_toggled(self, current: bool) -> None:
        colour = PALETTE["primary60"] if current else PALETTE["gray70"]
        self._picture.setPixmap(pixmap(self.place.icon, colour, 22, screen_ratio()))
        for line in self._lines:
            line.setProperty("current", "true" if current else "false")
            restyle(line)


class Navigation(QFrame):
    """White and calm, the person at the bottom."""

    chosen = Signal(object)
    sign_out_pressed = Signal()

    def __init__(self, actor: Actor, counter_name: str) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.places = places(actor)
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(6)
        for number, place in enumerate(self.places):
            button = NavButton(place)
            self._buttons.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        for text, style in ((actor.name, "strong"), (counter_name, "small")):
            label = Text(text, style, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        leave = Button(self.tr("로그아웃"), "quiet", "log-out", self.tr("로그아웃 Ctrl+L"))
        leave.setToolTip("Ctrl+L")
        leave.clicked.connect(self.sign_out_pressed)
        column.addSpacing(4)
        column.addWidget(leave)
        self._buttons.idClicked.connect(self._on_clicked)
        leave.ensurePolished()
        self.setFixedWidth(max(_WIDTH, leave.sizeHint().width() + 18))

    def show_current(self, name: ScreenName) -> None:
        """Mark the screen that is open."""
        for number, place in enumerate(self.places):
            if place.name is name:
                self._buttons.button(number).setChecked(True)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.places[number].name)
