"""No part of a screen comes up as a window of its own, not even for a moment: it would take the keyboard away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from tests.ui.conftest import MakeDesk


class Watch(QObject):
    """Remembers every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watching = Watch()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


@pytest.mark.parametrize("login", ["clerk1", "supervisor1", "auditor1", "admin"])
def test_signing_in_and_every_screen(make_desk: MakeDesk, watch: Watch, login: str) -> None:
    desk = make_desk()
    desk.sign_in(login)
    for place in desk.shell.navigation.places:
        desk.shell.open(place.name)
        desk.settle()
    assert watch.seen == ["MainWindow"]
    assert isinstance(QApplication.activeWindow(), QMainWindow)
