"""The two themes: every pair of colours in use stands out, and changing the theme changes nothing that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.config.paths import resources
from app.config.settings import DeskSettings, load_settings
from app.ui.application import make_application
from app.ui.desk_settings.view import DeskSettingsView
from app.ui.guides.view import GuideView
from app.ui.shared.palettes import Theme, palette
from app.ui.shared.places import ScreenName
from app.ui.shared.theme import GROUND_OF_TONE, TEXT_OF_TONE, Tone, apply_theme, colour, ground, style_sheet
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.test_desk_settings import choose
from tests.ui.test_looks import contrast

LOWEST = {Theme.LIGHT: 4.5, Theme.CONTRAST: 7.0}
GROUNDS = ("white", "gray5")
"""What words stand on that have no ground of their own: cards, the window."""
RULE = re.compile(r"^([^{}/]+)\{([^}]*)\}", re.MULTILINE)
NAMED = re.compile(r"\b(color|background|border(?:-color)?): (?:\d+px solid )?\$(\w+)")
SELECTED = re.compile(r"selection-background-color: \$(\w+); selection-color: \$(\w+)")
WORDLESS = re.compile(r"QScrollBar|::chunk|#line")
"""Parts on which no words stand."""


def template() -> str:
    return (resources() / "styles" / "minwon.qss").read_text(encoding="utf-8")


def rules() -> Iterator[tuple[str, str]]:
    """Each selector with its declarations."""
    for selectors, body in RULE.findall(template()):
        for selector in selectors.split(","):
            yield selector.strip(), body


def declared(body: str, kind: str) -> str | None:
    plain = re.sub(r"(?:selection-|placeholder-text-)[a-z-]*color: \$\w+;?", "", body)
    return next((name for what, name in NAMED.findall(plain) if what == kind), None)


def without_state(selector: str) -> str:
    return re.sub(r":(?!:)[a-z-]+|(?<!:):(?:hover|focus|pressed|disabled|checked)", "", selector)


def pairs() -> set[tuple[str, str]]:
    """Every pair of text and ground that the style sheet puts together, by the names of the values."""
    known: dict[str, str] = {}
    found = {("gray90", name) for name in GROUNDS}
    for selector, body in rules():
        if WORDLESS.search(selector):
            continue
        text, behind = declared(body, "color"), declared(body, "background")
        if text is not None:
            known[selector] = text
        inherited = (
            known.get(selector) or known.get(without_state(selector)) or known.get(f"{without_state(selector)}:checked")
        )
        if behind is not None:
            found.add((text or inherited or "gray90", behind))
        elif text is not None:
            found.update((text, name) for name in GROUNDS)
        found.update((words, under) for under, words in SELECTED.findall(body))
        for words in re.findall(r"placeholder-text-color: \$(\w+)", body):
            found.add((words, "white"))
    return found


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_every_pair_of_the_style_sheet_stands_out(theme: Theme) -> None:
    values = palette(theme)
    used = pairs()
    assert {("white", "primary50"), ("gray60", "gray10"), ("primary70", "primary5"), ("on_mark", "mark")} <= used
    low = {
        (text, behind): round(contrast(values[text], values[behind]), 2)
        for text, behind in used
        if contrast(values[text], values[behind]) < LOWEST[theme]
    }
    assert low == {}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_words_of_every_tone_stand_out_on_every_ground_they_stand_on(qtbot: QtBot, theme: Theme) -> None:
    apply_theme(make_application(), 0, theme)
    values = palette(theme)
    for tone in Tone:
        for behind in (ground(tone), values["white"], values["gray5"], values["primary5"]):
            assert contrast(colour(tone), behind) >= LOWEST[theme], (tone, behind)
    for struck in (values["white"], values["primary5"]):
        assert contrast(values["gray60"], struck) >= LOWEST[theme]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_edges_and_focus_rings_can_be_seen(theme: Theme) -> None:
    values = palette(theme)
    for edge in ("gray50", "primary50", "danger60"):
        for behind in GROUNDS:
            assert contrast(values[edge], values[behind]) >= 3
    # Whatever takes keys has a ring of its own when it has the focus.
    focused = {selector for selector, body in rules() if ":focus" in selector and "border: 2px solid" in body}
    for widget in ("QPushButton", "QLineEdit", "QComboBox", "QDateEdit", "QTableView", "QListView", "#nav", "#tile"):
        assert f"{widget}:focus" in focused


def test_the_style_sheet_names_its_colours() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", template()) == []
    assert set(palette(Theme.LIGHT)) == set(palette(Theme.CONTRAST))
    assert "$" not in style_sheet(0, Theme.CONTRAST)


def test_a_theme_is_chosen_in_the_settings_and_keeps_what_was_typed(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    shell = desk.shell
    desk.write("4")
    counter.entry.note.setFocus()
    desk.commit("서류 ")
    desk.compose("확")
    desk.press(Qt.Key.Key_F9)
    settings = desk.screen(ScreenName.SETTINGS, DeskSettingsView)
    choose(desk, settings.theme, 1)
    desk.until(lambda: load_settings(desk.office.home.settings).theme == "contrast")
    assert TEXT_OF_TONE[Tone.PLAIN] == palette(Theme.CONTRAST)["gray90"]
    assert GROUND_OF_TONE[Tone.PLAIN] == "#000000"
    desk.press(Qt.Key.Key_F2)
    desk.settle()
    assert desk.shell is shell
    assert desk.counter is counter
    assert counter.entry.note.text() == "서류 확"
    assert corner(counter.entry.note) == QColor("#000000")
    desk.window.store.keep(DeskSettings(printer="files"))
    assert corner(counter.entry.note) == QColor("#ffffff")
    assert counter.entry.note.text() == "서류 확"


def test_a_larger_text_waits_for_nothing_and_loses_nothing(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    points = counter.entry.service.fontInfo().pointSizeF()
    tiles = counter.entry.tiles.height()
    desk.window.store.keep(DeskSettings(printer="files", text_size=2))
    assert desk.counter is counter
    assert counter.entry.service.text()
    assert counter.entry.service.fontInfo().pointSizeF() > points
    assert counter.entry.tiles.height() > tiles


def corner(field: QWidget) -> QColor:
    """The ground of a field, inside its edge."""
    return QColor(field.grab().toImage().pixel(6, field.height() // 2))


@pytest.mark.parametrize("login", ["clerk1", "supervisor1", "auditor1", "admin"])
def test_nothing_stays_light_in_high_contrast(make_desk: MakeDesk, login: str) -> None:
    desk = make_desk(theme="contrast")
    assert light_share(desk.window) < 0.1
    desk.sign_in(login)
    for place in desk.shell.navigation.places:
        desk.shell.open(place.name)
        desk.settle()
        assert light_share(desk.window) < 0.12, place.name
    desk.shell.open(ScreenName.GUIDE)
    # Pictures of the program are what they are; the page around them is dark.
    assert corner(desk.screen(ScreenName.GUIDE, GuideView).page) == QColor("#000000")
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert light_share(desk.window) < 0.1


def light_share(window: QWidget) -> float:
    """How much of the window is light: letters and lines are, grounds must not be."""
    image = window.grab().toImage().scaled(341, 192)
    points = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    return sum(light > 150 for light in points) / len(points)


def test_the_systems_wish_is_followed_only_when_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Asked:
        def contrastPreference(self) -> object:
            return type("Preference", (), {"value": 1})()

    application = make_application()
    monkeypatch.setattr("app.ui.shared.theme.contrast_hints", lambda _application: Asked())
    apply_theme(application, 0, Theme.LIGHT)
    assert colour(Tone.PLAIN) == palette(Theme.LIGHT)["gray90"]
    apply_theme(application, 0, Theme.SYSTEM)
    assert colour(Tone.PLAIN) == palette(Theme.CONTRAST)["gray90"]
    apply_theme(application, 0, Theme.LIGHT)
    assert isinstance(QApplication.instance(), QApplication)
