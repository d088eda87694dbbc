"""Every screen and dialog, in both languages, at the smallest size: nothing clipped, everything named and readable."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bootstrap import desk_parts
from app.domain.actors import Actor
from app.domain.errors import DiskFull, SettingsUnreadable
from app.domain.languages import ScreenLanguage
from app.domain.visits import NewVisit
from app.ui import application
from app.ui.audit_key.view import AuditKeyDialog
from app.ui.keys.view import KeysDialog
from app.ui.pictures import take_pictures
from app.ui.sealed_answers.view import SealedAnswersView
from app.ui.shared.language import install_language
from app.ui.shared.places import ScreenName
from app.ui.shared.theme import GROUND_OF_TONE, PALETTE, TEXT_OF_TONE, Tone, apply_theme
from app.ui.shared.widgets import ElidedText
from app.ui.shell.navigation import NavButton
from app.ui.shell.screens import places
from app.ui.visit_entry.presenter import UnsavedVisit
from tests.support.offices import PASSPHRASE, PASSWORD
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.survey_answers import answer

SMALLEST_POINTS = 10.5


def visible(root: QWidget, kind: type) -> Iterator[QWidget]:
    children: list[QWidget] = root.findChildren(kind)
    return (child for child in children if child.isVisible())


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit."""
    found = []
    for widget in itertools.chain(visible(root, QLabel), visible(root, QPushButton)):
        assert isinstance(widget, QLabel | QPushButton)
        if isinstance(widget, ElidedText) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            hint = widget.sizeHint()
            short = hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
        window = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
        # What can be scrolled to need not be in sight; it must lie whole on what is scrolled, and within the width.
        area = scrolled_by(widget)
        whole = root.rect() if area is None else QRect(0, window.y(), root.width(), window.height())
        if area is not None and (page := area.widget()) is not None:
            short = short or not page.rect().contains(QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()))
        if short or not whole.contains(window):
            found.append(f"{widget.text()!r} {widget.size().toTuple()} < {widget.sizeHint().toTuple()} at {window}")
    return found


def scrolled_by(widget: QWidget) -> QScrollArea | None:
    """The scroll area that `widget` lies on, if any."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def overlapping(root: QWidget) -> list[str]:
    """Controls that cover one another, where they can be seen."""
    kinds = (QLabel, QPushButton, QLineEdit, QComboBox)
    seen = [w for kind in kinds for w in visible(root, kind) if not w.visibleRegion().isEmpty()]
    places = [(w, in_sight(root, w)) for w in seen]
    return [
        f"{one!r} {a} and {other!r} {b}"
        for (one, a), (other, b) in itertools.combinations(places, 2)
        if a.intersects(b) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def in_sight(root: QWidget, widget: QWidget) -> QRect:
    """Where `widget` lies on `root`; of one that is scrolled, the part that its scroll area shows."""
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    area = scrolled_by(widget)
    if area is None:
        return place
    viewport = area.viewport()
    return place.intersected(QRect(viewport.mapTo(root, QPoint(0, 0)), viewport.size()))


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QDateEdit, QTableView)
    return [
        repr(widget)
        for kind in kinds
        for widget in visible(root, kind)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and (widget.text() or widget.parent().inherits("QLineEdit")))  # type: ignore[union-attr]
        and not widget.objectName().startswith("qt_")
    ]


def too_small(root: QWidget) -> list[str]:
    return [
        repr(widget) for widget in visible(root, QWidget) if 0 < widget.fontInfo().pointSizeF() < SMALLEST_POINTS - 0.3
    ]


def check(root: QWidget) -> None:
    for _ in range(3):  # a label that wraps asks for its height when its width is known
        QApplication.processEvents()
    assert clipped(root) == []
    assert overlapping(root) == []
    assert nameless(root) == []
    assert too_small(root) == []


@pytest.fixture
def busy(make_desk: MakeDesk, clerk: Actor, request: pytest.FixtureRequest) -> Desk:
    language, text_size = request.param
    desk = make_desk(language=language, text_size=text_size)
    for code in ("PASSPORT", "PASSPORT"):
        desk.office.visits.register(clerk, NewVisit(code, queue_number="101"))
        desk.clock.pass_by(minutes=75)
    for _ in range(5):
        answer(desk.office)
    answer(desk.office, ("ASKED", "RUDE_POWER", "FAVOUR"), "긴 글 " * 60)
    return desk


every_look = pytest.mark.parametrize(
    "busy", [(language, size) for language in ScreenLanguage for size in (0, 2)], indirect=True
)


@every_look
def test_the_sign_in_card_and_every_screen_of_every_role(busy: Desk) -> None:
    check(busy.window)
    assert busy.window.sign_in_view is not None
    busy.window.sign_in_view.presenter.refused.emit("x " * 90)
    busy.settle()
    check(busy.window)
    for login in ("clerk1", "supervisor1", "auditor1", "admin"):
        busy.window.sign_in_view.presenter.submit(login, PASSWORD)
        busy.settle()
        shell = busy.shell
        for place in shell.navigation.places:
            shell.open(place.name)
            busy.settle()
            check(busy.window)
            if place.name is ScreenName.SEALED_ANSWERS:
                screen = busy.screen(place.name, SealedAnswersView)
                screen.passphrase.setText(PASSPHRASE)
                screen.open_button.click()
                busy.settle()
                check(busy.window)
        busy.window.sign_out()


@every_look
def test_everything_the_counter_screen_can_say_at_once(busy: Desk) -> None:
    counter = busy.sign_in_at_counter()
    busy.register("4")
    check(busy.window)
    service = counter.entry.presenter.picker.keyed[0]
    counter.clock.say("이 PC의 시계가 마지막 기록보다 364일 늦습니다. " * 2)
    busy.office.visits.now(busy.shell.session.actor)
    counter.entry.presenter.refused.emit("note", "x " * 40)
    check(busy.window)
    counter.clock.say("")
    counter.entry.clear()
    work = partial(busy.office.visits.register, busy.shell.session.actor, NewVisit(service.code))
    unsaved = UnsavedVisit(
        NewVisit(service.code), (service,), "디스크가 가득 차 저장하지 못했습니다: /srv/minwon. " * 2, work
    )
    counter.entry.presenter.unsaved_changed.emit((unsaved, unsaved))
    check(busy.window)
    busy.commit("없는 업무")
    check(busy.window)


@every_look
def test_every_dialog(busy: Desk, auditor: Actor, supervisor: Actor) -> None:
    dialogs: list[QWidget] = [
        application.start_problem_dialog(DiskFull("/srv/minwon/" + "긴경로/" * 12)),
        application.settings_problem_dialog(SettingsUnreadable("/srv/minwon/settings.json")),
        AuditKeyDialog(busy.parts, busy.window.runner, auditor, busy.window),
        *(KeysDialog(auditor, places(auditor), name, busy.window) for name in ScreenName),
        *(KeysDialog(supervisor, places(supervisor), name, busy.window) for name in ScreenName),
    ]
    busy.window.unexpected.report(RuntimeError())
    assert busy.window.unexpected.dialog is not None
    dialogs.append(busy.window.unexpected.dialog)
    for dialog in dialogs:
        dialog.show()
        busy.bot.waitExposed(dialog)
        assert dialog.width() <= 1366
        assert dialog.height() <= 768
        check(dialog)
        dialog.close()
        if dialog.parent() is None:
            dialog.deleteLater()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_pictures_of_every_screen(office: object, qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    pictures = take_pictures(desk_parts(office), tmp_path, PASSWORD, PASSPHRASE, size)  # type: ignore[arg-type]
    names = sorted(path.name for path in pictures)
    places = (
        "counter",
        "reception",
        "finder",
        "casework",
        "daily-sheet",
        "integrity",
        "sealed-answers",
        "office",
        "settings",
    )
    screens = (*places, "sign-in", "keys", "correction", "hand-over", "change", "away")
    assert names == sorted(f"{screen}-{language}.png" for screen in screens for language in ("ko", "en"))
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
    assert not list(tmp_path.glob(".*"))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tone", Tone)
def test_words_stand_out_from_their_ground(tone: Tone) -> None:
    assert contrast(TEXT_OF_TONE[tone], GROUND_OF_TONE[tone]) >= 4.5
    assert contrast(TEXT_OF_TONE[tone], PALETTE["white"]) >= 4.5
    assert contrast(TEXT_OF_TONE[tone], PALETTE["primary5"]) >= 4.5


def test_other_pairs_of_the_style_sheet_stand_out_too() -> None:
    for text, ground in (
        ("white", "primary50"),
        ("white", "primary60"),
        ("gray60", "gray5"),
        ("gray60", "gray10"),
        ("gray70", "gray5"),
        ("primary60", "primary5"),
        ("primary70", "primary5"),
        ("white", "gray90"),
    ):
        assert contrast(PALETTE[text], PALETTE[ground]) >= 4.5
    assert contrast(PALETTE["gray50"], PALETTE["white"]) >= 3  # the edge of a field


def test_the_typeface_is_the_shipped_one(desk: Desk) -> None:
    assert desk.window.fontInfo().family() == "Pretendard GOV"


@pytest.mark.parametrize("text_size", [0, 1, 2])
def test_no_text_size_goes_below_the_smallest(qtbot: QtBot, text_size: int) -> None:
    app = application.make_application()
    install_language(ScreenLanguage.KO)
    apply_theme(app, text_size)
    for points in [float(part.partition("pt")[0]) for part in app.styleSheet().split("font-size: ")[1:]]:
        assert points >= SMALLEST_POINTS


def test_the_navigation_shows_its_pictures_as_long_as_there_is_room(make_desk: MakeDesk) -> None:
    def pictured(desk: Desk) -> set[bool]:
        return {button.findChildren(QLabel)[0].isVisible() for button in desk.shell.findChildren(NavButton)}

    usual = make_desk()
    usual.sign_in("supervisor1")
    assert pictured(usual) == {True}
    usual.close()
    large = make_desk(text_size=2)
    large.sign_in("supervisor1")
    assert pictured(large) == {False}
    large.window.resize(1600, 900)
    large.until(lambda: pictured(large) == {True})
