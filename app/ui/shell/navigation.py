"""The left navigation: an icon, a word and a key for each screen this person may open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout

from app.domain.actors import Actor
from app.ui.shared.places import Place, ScreenName
from app.ui.shared.theme import PALETTE, Tone, pixmap, screen_ratio
from app.ui.shared.widgets import Text, restyle
from app.ui.shell.screens import places

_WIDTH = 95
_SIDES = 17
"""Left and right margin, and the line at the right."""


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
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for line in self._lines:
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        for child in (self._picture, *self._lines):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_lines"):
            self._show_picture()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def be_tight(self, tight: bool) -> None:
        """Without its picture where there is no room for it: word and key say enough."""
        self._picture.setHidden(tight)

    def widest(self) -> int:
        """Its width while its screen is open and the words are bold."""
        words = self._lines[0]
        bold = QFont(words.font())
        bold.setBold(True)
        return QFontMetrics(bold).horizontalAdvance(words.text()) + 12

    def _show_picture(self) -> None:
        colour = PALETTE["primary60"] if self.isChecked() else PALETTE["gray70"]
        self._picture.setPixmap(pixmap(self.place.icon, colour, 22, screen_ratio()))

    def _on_toggled(self, current: bool) -> None:
        self._show_picture()
        for line in self._lines:
            line.setProperty("current", "true" if current else "false")
            restyle(line)


class WayButton(QPushButton):
    """Word above key, as on the screens' buttons, but small: what concerns the person, not the work."""

    def __init__(self, words: str, key: str) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{words} {key}")
        self.lines = (Text(words, "small"), Text(key, "small", Tone.QUIET))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(0)
        for line in self.lines:
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Navigation(QFrame):
    """White and calm; the person at the bottom, and the ways to step back from the window or leave it."""

    chosen = Signal(object)
    away_pressed = Signal()
    change_pressed = Signal()
    password_pressed = Signal()
    sign_out_pressed = Signal()

    def __init__(self, actor: Actor, counter_name: str) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.places = places(actor)
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 6)
        column.setSpacing(3)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._whole = 0
        """How high it is with a picture on every button."""
        for number, place in enumerate(self.places):
            button = NavButton(place)
            self._buttons.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        for text, style in ((actor.name, "strong"), (counter_name, "small")):
            label = Text(text, style, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(6)
        self._ways = [
            self._way(self.tr("자리 비움"), "F12", self.away_pressed),
            self._way(self.tr("직원 교대"), "F10", self.change_pressed),
            self._way(self.tr("내 비밀번호"), "Ctrl+K", self.password_pressed),
            self._way(self.tr("로그아웃"), "Ctrl+L", self.sign_out_pressed),
        ]
        for way in self._ways:
            column.addWidget(way)
        self._buttons.idClicked.connect(self._on_clicked)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_ways"):
            self._fit()

    def _way(self, words: str, key: str, pressed: SignalInstance) -> WayButton:
        button = WayButton(words, key)
        button.clicked.connect(pressed)
        return button

    def _fit(self) -> None:
        for label in self.findChildren(Text):
            label.ensurePolished()
        ways = (way.sizeHint().width() for way in self._ways)
        screens = (button.widest() for button in self.findChildren(NavButton))
        self.setFixedWidth(max(_WIDTH, *ways, *screens) + _SIDES)
        self._be_tight(False)
        self._whole = self._needed()
        self._be_tight(self.height() < self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._be_tight(self.height() < self._whole)

    def minimumSizeHint(self) -> QSize:
        """The window may be lower than all pictures need."""
        return QSize(self.width(), 0)

    def _be_tight(self, tight: bool) -> None:
        for button in self.findChildren(NavButton):
            button.be_tight(tight)

    def _needed(self) -> int:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        # The names of person and counter wrap: how high they are hangs on the width.
        return layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def show_current(self, name: ScreenName) -> None:
        """Mark the screen that is open."""
        for number, place in enumerate(self.places):
            if place.name is name:
                self._buttons.button(number).setChecked(True)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.places[number].name)
