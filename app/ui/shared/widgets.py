"""Small widgets that every screen uses. What they look like stands in the style sheet, by object name and property."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.shared.theme import PALETTE, TEXT_OF_TONE, Tone, icon, pixmap, screen_ratio


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def shortcut(owner: QWidget, keys: str, act: Callable[[], object], *, held: bool = False) -> QShortcut:
    """`keys` does `act` while the focus is in `owner` or below it, once a press, or as long as they are `held`.

    `act` must be a method of a QObject.
    """
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.setAutoRepeat(held)
    made.activated.connect(act)
    return made


class Card(QFrame):
    """A white card with a column of content."""

    def __init__(self, parent: QWidget | None = None, margins: tuple[int, int, int, int] = (20, 16, 20, 20)) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(12)


class Text(QLabel):
    """A label in one of the style sheet's text styles: title, heading, lead, body, small, figure."""

    def __init__(self, text: str = "", style: str = "body", tone: Tone = Tone.PLAIN, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", style)
        self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show `text`, in another tone if one is given."""
        self.setText(text)
        if tone is not None and self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)


class ElidedText(Text):
    """A one-line label that ends in … when there is no room, and shows the whole on hovering."""

    def __init__(self, text: str = "", style: str = "body", tone: Tone = Tone.PLAIN) -> None:
        super().__init__("", style, tone)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)
        self.say(text)

    def say(self, text: str, tone: Tone | None = None) -> None:
        self._whole = text
        self.setAccessibleName(text)
        super().say(text, tone)
        self._fit()

    def whole(self) -> str:
        """The text without the …."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_whole"):
            self._fit()

    def _fit(self) -> None:
        fitted = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, max(40, self.width()))
        self.setText(fitted)
        self.setToolTip(self._whole if fitted != self._whole else "")


class Button(QPushButton):
    """A push button: `kind` is primary, secondary, quiet or chip. Words are always beside the icon."""

    def __init__(self, text: str, kind: str = "secondary", icon_name: str = "", name: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(kind != "chip")
        self._icon_name = icon_name
        self._show_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_icon_name"):
            self._show_icon()

    def _show_icon(self) -> None:
        if self._icon_name:
            gap = 6 if self.text() else 0
            own = {"primary": PALETTE["white"], "danger": TEXT_OF_TONE[Tone.DANGER]}
            self.setIcon(icon(self._icon_name, own.get(str(self.property("kind")), PALETTE["gray70"]), 18, gap))
            self.setIconSize(QSize(18 + gap, 18))

    def sizeHint(self) -> QSize:
        """Room for the words also when they are bold, as those of a chosen chip are."""
        hint = super().sizeHint()
        if self.isCheckable():
            bold = QFont(self.font())
            bold.setBold(True)
            wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(
                self.text()
            )
            hint.setWidth(hint.width() + max(0, wider))
        return hint


class IconLabel(QLabel):
    """An icon in a tone; the words stand beside it."""

    def __init__(self, name: str, tone: Tone = Tone.QUIET, size: int = 20) -> None:
        super().__init__()
        self._size = size
        self._shown = (name, tone)
        self.setFixedSize(size, size)
        self.show_icon(name, tone)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_shown"):
            self.show_icon(*self._shown)

    def show_icon(self, name: str, tone: Tone) -> None:
        self._shown = (name, tone)
        self.setPixmap(pixmap(name, TEXT_OF_TONE[tone], self._size, screen_ratio()))


class Notice(QFrame):
    """A calm coloured bar with an icon and a sentence; buttons may stand at its end."""

    def __init__(self, tone: Tone, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", tone.value)
        self._icon = IconLabel(icon_name, tone)
        self.words = Text("", "body", tone, wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 10, 14, 10)
        self.row.setSpacing(10)
        self.row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`; nothing to say hides the bar."""
        self.words.say(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class EmptyState(QWidget):
    """What stands where there is nothing yet: an icon, what this is, and what to do."""

    def __init__(self, icon_name: str, heading: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, Tone.QUIET, 36), 0, Qt.AlignmentFlag.AlignHCenter)
        self.heading = Text(heading, "heading", wrap=True)
        self.hint = Text(hint, "body", Tone.QUIET, wrap=True)
        for label in (self.heading, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(2)

    def offer(self, button: QPushButton) -> None:
        """Put what to do next below the words."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertSpacing(column.count() - 1, 8)
        column.insertWidget(column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    def say(self, heading: str, hint: str) -> None:
        self.heading.say(heading)
        self.hint.say(hint)


def row(*items: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side; a number is a stretch of that weight."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        else:
            layout.addWidget(item)
    return layout
