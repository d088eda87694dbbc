"""Making the audit officer's key from a passphrase."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.errors import PassphraseTooShort
from app.domain.people import PASSPHRASE_MINIMUM
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence, sentence_for
from app.ui.shared.task_runner import Lane, TaskRunner


class AuditKeyPresenter(QObject):
    """Neither passphrase is kept after the key is made."""

    made = Signal()
    refused = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, parts: DeskParts, runner: TaskRunner, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self._actor = actor

    def submit(self, passphrase: str, again: str) -> None:
        """Make the key, if both are the same."""
        if len(passphrase) < PASSPHRASE_MINIMUM:
            self.refused.emit(sentence(PassphraseTooShort(PASSPHRASE_MINIMUM)))
            return
        if passphrase != again:
            self.refused.emit(
                self.tr("두 번 입력한 암호가 서로 다릅니다. 열쇠를 만들지 않았습니다. 다시 입력해 주세요.")
            )
            return
        self.busy_changed.emit(True)
        work = partial(self._parts.audit_keys.make, self._actor, passphrase)
        self._runner.run(Lane.DESK, self, work, self._on_made, self._on_failed)

    def _on_made(self, _nothing: None) -> None:
        self.busy_changed.emit(False)
        self.made.emit()

    def _on_failed(self, error: Exception) -> None:
        self.busy_changed.emit(False)
        self.refused.emit(sentence_for(error))
