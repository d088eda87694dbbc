"""What happens at an open window when this home got another counter code: it is said, and the person signs in anew.

A home that was put back from an old copy, or that has a twin, gets one at its next exchange.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.sharing import Relabelled
from app.ui.parts import DeskParts
from app.ui.shared.syncing import Syncing
from app.ui.shared.task_runner import Lane, TaskRunner
from app.ui.shell.doorway import Doorway

if TYPE_CHECKING:
    from app.ui.sharing.relabelled_dialog import RelabelledDialog


class CounterChange(QObject):
    """Whoever is at the window is told once. A covered desk waits until its owner is back."""

    def __init__(
        self, parts: DeskParts, runner: TaskRunner, syncing: Syncing, doorway: Doorway, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._runner = runner
        self._syncing = syncing
        self._doorway = doorway
        self._code = ""
        self._untold = False
        self._asking = False
        self.dialog: RelabelledDialog | None = None
        syncing.looked.connect(self._on_looked)
        syncing.renumbered.connect(self._on_renumbered)

    def _on_renumbered(self) -> None:
        self._untold = True

    def _on_looked(self) -> None:
        counter = self._syncing.counter
        if counter is None:
            return
        if self._code and counter.code != self._code:
            self._untold = True
        self._code = counter.code
        desk = self._doorway.desk
        if desk is None or desk.curtain is not None or self._asking or self.dialog is not None:
            return
        if self._untold or desk.signed_in.counter.code != counter.code:
            self._asking = True
            work = partial(self._parts.sharing.relabelled, desk.signed_in.actor)
            self._runner.run(Lane.DESK, self, work, self._tell, self._on_failed)

    def _on_failed(self, _error: Exception) -> None:
        """What is amiss with the account or the home is said elsewhere; it is tried again with the next look."""
        self._asking = False

    def _tell(self, moved: tuple[Relabelled, ...]) -> None:
        from app.ui.sharing.relabelled_dialog import RelabelledDialog

        self._asking = False
        desk, counter = self._doorway.desk, self._syncing.counter
        if desk is None or desk.curtain is not None or counter is None:
            return
        self._untold = False
        before = desk.signed_in.counter
        if before.code == counter.code:
            words = self.tr(
                "이 PC의 기록이 옛것이거나 같은 사본이 또 있어 몇몇 접수의 번호가 바뀌었습니다. "
                "접수 기록은 모두 그대로 있습니다. 이미 나간 접수증의 번호와 다를 수 있으니 아래를 확인해 주세요."
            )
            button = self.tr("알겠습니다")
            heading = self.tr("번호가 바뀐 접수가 있습니다")
        else:
            words = self.tr(
                "이 PC의 기록이 옛것이거나 같은 사본이 또 있어, 공유 서버가 창구 코드를 {before}에서 {after}(으)로 "
                "바꾸었습니다. 접수 기록은 모두 그대로 있습니다. 새 창구로 다시 로그인해 주세요. "
                "입력 중인 내용은 보관되어 있다가 다시 나타납니다."
            ).format(before=before.code, after=counter.code)
            button = self.tr("새 창구로 로그인")
            heading = self.tr("이 PC는 이제 {code} 창구입니다").format(code=counter.code)
            moved = tuple(one for one in moved if one.before.startswith(f"{before.code}-")) or moved
        self.dialog = RelabelledDialog(moved, words, button, desk.shell, heading)
        self.dialog.finished.connect(self._on_read)
        self.dialog.open()

    def _on_read(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        desk, counter = self._doorway.desk, self._syncing.counter
        if desk is not None and counter is not None and desk.signed_in.counter.code != counter.code:
            self._doorway.put_aside()
