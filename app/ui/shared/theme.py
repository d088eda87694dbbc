"""The look: values of KRDS, the Korean government's design system, and the one style sheet made from them."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.config.paths import resources

FAMILY = "Pretendard GOV"

PALETTE = {
    "white": "#ffffff",
    "gray5": "#f4f5f6",
    "gray10": "#e6e8ea",
    "gray20": "#cdd1d5",
    "gray40": "#8a949e",
    "gray50": "#6d7882",
    "gray60": "#58616a",
    "gray70": "#464c53",
    "gray90": "#1e2124",
    "primary5": "#ecf2fe",
    "primary10": "#d8e5fd",
    "primary50": "#256ef4",
    "primary60": "#0b50d0",
    "primary70": "#083891",
    "danger5": "#fdefec",
    "danger60": "#bd2c0f",
    "warning5": "#fff3db",
    "warning20": "#ffc95c",
    "warning60": "#8a5c00",
    "success5": "#eaf6ec",
    "success60": "#267337",
}


class Tone(StrEnum):
    """What a colour stands for. There is always a word beside it."""

    PLAIN = "plain"
    QUIET = "quiet"
    PRIMARY = "primary"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


TEXT_OF_TONE = {
    Tone.PLAIN: PALETTE["gray90"],
    Tone.QUIET: PALETTE["gray60"],
    Tone.PRIMARY: PALETTE["primary60"],
    Tone.SUCCESS: PALETTE["success60"],
    Tone.WARNING: PALETTE["warning60"],
    Tone.DANGER: PALETTE["danger60"],
}
GROUND_OF_TONE = {
    Tone.PLAIN: PALETTE["white"],
    Tone.QUIET: PALETTE["gray5"],
    Tone.PRIMARY: PALETTE["primary5"],
    Tone.SUCCESS: PALETTE["success5"],
    Tone.WARNING: PALETTE["warning5"],
    Tone.DANGER: PALETTE["danger5"],
}

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


def style_sheet(text_size: int) -> str:
    """The style sheet of the whole program."""
    body = body_points(text_size)
    sizes = {
        "small": f"{_SMALL[min(2, max(0, text_size))]}pt",
        "body": f"{body}pt",
        "lead": f"{body + 1}pt",
        "heading": f"{body + 2.5}pt",
        "title": f"{body + 5}pt",
        "figure": f"{body + 8}pt",
        "chevron": (resources() / "icons" / "chevron-down.svg").as_posix(),
    }
    template = (resources() / "styles" / "minwon.qss").read_text(encoding="utf-8")
    return Template(template).substitute(PALETTE | sizes)


def apply_theme(application: QApplication, text_size: int) -> None:
    """Fonts and style for `text_size` (0, 1 or 2)."""
    load_fonts()
    font = QFont(FAMILY)
    font.setPointSizeF(body_points(text_size))
    application.setFont(font)
    application.setStyleSheet(style_sheet(text_size))


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


def icon(name: str, colour: str = PALETTE["gray70"], size: int = 20, gap: int = 0) -> QIcon:
    """The icon `name` in one colour. Qt puts words close to it; a `gap` keeps them apart."""
    return QIcon(pixmap(name, colour, size, screen_ratio(), gap))
