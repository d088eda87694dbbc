"""The quiet words at the end of the status line: how things stand with the shared side."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton

from app.domain.sharing import SyncState
from app.ui.shared.session import Session
from app.ui.shared.theme import TEXT_OF_TONE, Tone, icon
from app.ui.shared.widgets import restyle
from app.ui.sharing.words import Said, standing


class SyncIndicator(QPushButton):
    """An icon, words and a colour; hidden while this home is on its own. Pressing it tells more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("syncing")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key is Ctrl+B; Tab stays with the form
        self.setToolTip("Ctrl+B")
        self.setIconSize(QSize(22, 16))
        self._session = session
        self._said = Said("", "", Tone.QUIET)
        session.syncing.state_changed.connect(self._show)
        self.setVisible(session.syncing.state.attached)
        self._show(session.syncing.state)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_said"):
            self._show_icon()

    def _show(self, state: SyncState) -> None:
        if state.attached is self.isHidden():
            self.setVisible(state.attached)
        if not state.attached:
            return
        zone = self._session.zone
        said = standing(state, self._session.syncing.waiting, zone, datetime.now(UTC).astimezone(zone).date())
        if said == self._said:
            return
        before, self._said = self._said, said
        self.setText(said.text)
        self.setAccessibleName(self.tr("공유 상태: {words}").format(words=said.text))
        if before.tone is not said.tone:
            self.setProperty("tone", said.tone.value)
            restyle(self)
        self._show_icon()

    def _show_icon(self) -> None:
        if self._said.icon:
            self.setIcon(icon(self._said.icon, TEXT_OF_TONE[self._said.tone], 16, 6))
