"""The look: values of KRDS, the Korean government's design system, and the one style sheet made from them.

`apply_theme` may be called at any time: what stands on the screen changes in place.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from string import Template
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.config.paths import resources
from app.ui.shared.palettes import Theme, palette

FAMILY = "Pretendard GOV"


class Tone(StrEnum):
    """What a colour stands for. There is always a word beside it."""

    PLAIN = "plain"
    QUIET = "quiet"
    PRIMARY = "primary"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


_TEXT = {
    Tone.PLAIN: "gray90",
    Tone.QUIET: "gray60",
    Tone.PRIMARY: "primary60",
    Tone.SUCCESS: "success60",
    Tone.WARNING: "warning60",
    Tone.DANGER: "danger60",
}
_GROUND = {
    Tone.PLAIN: "white",
    Tone.QUIET: "gray5",
    Tone.PRIMARY: "primary5",
    Tone.SUCCESS: "success5",
    Tone.WARNING: "warning5",
    Tone.DANGER: "danger5",
}


# The theme of now, filled anew by `apply_theme`. Read while painting: a copy kept at construction grows old. A widget
# that keeps something drawn (a pixmap, a chart) draws it again in `changeEvent` on `QEvent.Type.StyleChange`.
PALETTE: dict[str, str] = dict(palette(Theme.LIGHT))
TEXT_OF_TONE: dict[Tone, str] = {tone: PALETTE[name] for tone, name in _TEXT.items()}
GROUND_OF_TONE: dict[Tone, str] = {tone: PALETTE[name] for tone, name in _GROUND.items()}


def colour(tone: Tone) -> str:
    """The colour of words in `tone` in the theme of now, as #rrggbb."""
    return TEXT_OF_TONE[tone]


def ground(tone: Tone) -> str:
    """The colour behind words in `tone` in the theme of now, as #rrggbb."""
    return GROUND_OF_TONE[tone]


# Body text in points for the three sizes to choose from; nothing on screen is smaller than 10.5.
_BODY = (11.0, 12.0, 13.0)
_SMALL = (10.5, 11.5, 12.5)


def body_points(text_size: int) -> float:
    """The size of running text, in points."""
    return _BODY[min(2, max(0, text_size))]


@lru_cache(maxsize=1)
def load_fonts() -> bool:
    """Make the shipped typeface known; tell whether both weights were found."""
    folder = resources() / "fonts"
    found = [
        QFontDatabase.addApplicationFont(str(folder / f"PretendardGOV-{weight}.ttf")) for weight in ("Regular", "Bold")
    ]
    return all(number >= 0 for number in found)


def chosen_theme(name: str) -> Theme:
    """The theme of that name in this PC's settings; the normal one for a name nobody knows."""
    try:
        return Theme(name)
    except ValueError:
        return Theme.LIGHT


def theme_now(application: QApplication, chosen: Theme) -> Theme:
    """LIGHT or CONTRAST. What the operating system asks for is known from Qt 6.10 on."""
    if chosen is not Theme.SYSTEM:
        return chosen
    hints = contrast_hints(application)
    return Theme.CONTRAST if hints is not None and hints.contrastPreference().value else Theme.LIGHT


def contrast_hints(application: QApplication) -> Any:
    """What tells whether the operating system asks for high contrast, or None where Qt does not know it yet."""
    asked = getattr(application.styleHints(), "accessibility", None)
    return None if asked is None else asked()


def style_sheet(text_size: int, theme: Theme = Theme.LIGHT) -> str:
    """The style sheet of the whole program."""
    body = body_points(text_size)
    chevron = "chevron-down-contrast" if theme is Theme.CONTRAST else "chevron-down"
    sizes = {
        "small": f"{_SMALL[min(2, max(0, text_size))]}pt",
        "body": f"{body}pt",
        "lead": f"{body + 1}pt",
        "heading": f"{body + 2.5}pt",
        "title": f"{body + 5}pt",
        "figure": f"{body + 8}pt",
        "chevron": (resources() / "icons" / f"{chevron}.svg").as_posix(),
    }
    template = (resources() / "styles" / "minwon.qss").read_text(encoding="utf-8")
    return Template(template).substitute({**palette(theme), **sizes})


def apply_theme(application: QApplication, text_size: int, chosen: Theme = Theme.LIGHT) -> None:
    """Fonts, colours and style for `text_size` (0, 1 or 2). Widgets that stand already change in place."""
    load_fonts()
    theme = theme_now(application, chosen)
    PALETTE.update(palette(theme))
    TEXT_OF_TONE.update({tone: PALETTE[name] for tone, name in _TEXT.items()})
    GROUND_OF_TONE.update({tone: PALETTE[name] for tone, name in _GROUND.items()})
    font = QFont(FAMILY)
    font.setPointSizeF(body_points(text_size))
    application.setFont(font)
    application.setPalette(_system_palette())
    application.setStyleSheet(style_sheet(text_size, theme))


def _system_palette() -> QPalette:
    """The same values for what the style sheet does not reach: file dialogs, calendars, links."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "gray5",
        QPalette.ColorRole.WindowText: "gray90",
        QPalette.ColorRole.Base: "white",
        QPalette.ColorRole.AlternateBase: "gray5",
        QPalette.ColorRole.Text: "gray90",
        QPalette.ColorRole.Button: "white",
        QPalette.ColorRole.ButtonText: "gray90",
        QPalette.ColorRole.Highlight: "primary10",
        QPalette.ColorRole.HighlightedText: "gray90",
        QPalette.ColorRole.Link: "primary60",
        QPalette.ColorRole.LinkVisited: "primary60",
        QPalette.ColorRole.PlaceholderText: "gray60",
        QPalette.ColorRole.ToolTipBase: "gray90",
        QPalette.ColorRole.ToolTipText: "white",
        QPalette.ColorRole.Accent: "primary50",
    }
    for role, name in roles.items():
        made.setColor(role, QColor(PALETTE[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(PALETTE["gray60"]))
    return made


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """The icon `name` in one colour, `size` units wide, sharp at the screen's `ratio`, with a `gap` on its right."""
    drawing = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    picture = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def screen_ratio() -> float:
    """Dots per unit of the main screen."""
    return QApplication.primaryScreen().devicePixelRatio()


def icon(name: str, colour: str = "", size: int = 20, gap: int = 0) -> QIcon:
    """The icon `name` in one colour (a quiet one). Qt puts words close to it; a `gap` keeps them apart."""
    return QIcon(pixmap(name, colour or PALETTE["gray70"], size, screen_ratio(), gap))
