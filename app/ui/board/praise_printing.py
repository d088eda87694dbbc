"""A praise on paper, to be handed to whoever it is about: drawn on the desk lane, printed on the print lane."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.cards import Card, PraisePrint
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_ID_TAIL = 8


class PraisePrinting(QObject):
    """One card, one page."""

    handed = Signal(str)
    """What to say when the printer has taken it."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_card(self, card: Card) -> None:
        """Print the praise on `card`: what is shown of it."""
        content = PraisePrint(self._session.signed_in.office.name, card)
        work = partial(self._session.parts.render_praise, content)
        name = f"praise-{card.id[-_ID_TAIL:]}"
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_drawn, name), self._on_failed)

    def _on_drawn(self, name: str, pdf: bytes) -> None:
        work = partial(_print, self._session.parts, self._session.store.settings, pdf, name)
        self._session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_failed)

    def _on_printed(self, _nothing: None) -> None:
        self.handed.emit(self.tr("칭찬 카드를 프린터로 보냈습니다"))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _print(parts: DeskParts, settings: DeskSettings, pdf: bytes, name: str) -> None:
    print_pdf(pdf, settings.printer, parts.rasterise, parts.home / "praise", name)
