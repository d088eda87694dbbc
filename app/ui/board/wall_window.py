"""The wall display: a window of its own that turns its pages by itself and shows nothing personal.

It goes on while the desk behind it is covered or locked: whoever hangs it in a hall is not there to unlock it, it holds
nothing that everybody may not read, and leaving it (Esc) shows the cover.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cards import Card
from app.ui.away.curtain import PUBLIC
from app.ui.board.wall_page import WallPage
from app.ui.board.wall_text import WallItem, wall_items
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

TURN_MS = 12_000
_READ_MS = 120_000


class WallWindow(QWidget):
    """Any key stops the turning, another one lets it go on; ← → turn by hand, Esc leaves."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._items: tuple[WallItem, ...] = ()
        self._place = 0
        self._new = True
        self.setWindowTitle(self.tr("벽 화면"))
        self.setProperty(PUBLIC, True)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.page = WallPage(session.signed_in.office.name, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.turning = QTimer(self)
        self.turning.setInterval(TURN_MS)
        self.turning.timeout.connect(self._on_turn)
        self._reading = QTimer(self)
        self._reading.setInterval(_READ_MS)
        self._reading.timeout.connect(self._read)

    @property
    def item(self) -> WallItem | None:
        """What is shown, if there is anything."""
        return self._items[self._place] if self._items else None

    def open_beside(self, window: QWidget) -> None:
        """Fill a screen that `window` is not on; with one screen, that one."""
        here = window.screen()
        screen: QScreen = next((each for each in QGuiApplication.screens() if each is not here), here)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self._new = True
        self.turning.start()
        self._reading.start()
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.turning.stop()
                self._turn(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Control | Qt.Key.Key_Shift | Qt.Key.Key_Alt | Qt.Key.Key_Meta:
                super().keyPressEvent(event)
            case _:
                if self.turning.isActive():
                    self.turning.stop()
                else:
                    self.turning.start()
                self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.turning.stop()
        self._reading.stop()
        super().closeEvent(event)

    def _read(self) -> None:
        work = partial(self._session.parts.board.wall, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_read, self._on_failed)

    def _on_read(self, cards: tuple[Card, ...]) -> None:
        before, self._items = self.item, wall_items(cards)
        self._place = self._items.index(before) if before in self._items else 0
        self._show()

    def _on_failed(self, _error: Exception) -> None:
        """What hangs there stays; a wall tells nobody about errors."""

    def _on_turn(self) -> None:
        self._turn(1)

    def _turn(self, steps: int) -> None:
        self._new = False
        if self._items:
            self._place = (self._place + steps) % len(self._items)
        self._show()

    def _show(self) -> None:
        place = f"{self._place + 1} / {len(self._items)}" if self._items else ""
        foot = ""
        if not self.turning.isActive():
            foot = self.tr("멈춤 · 아무 키나 누르면 다시 넘어갑니다 · ← → 넘기기 · Esc 닫기")
        elif self._new:
            foot = self.tr("아무 키나 누르면 멈춥니다 · Esc 닫기")
        self.page.show_item(self.item, place, foot)
