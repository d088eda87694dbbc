"""What happens when something nobody foresaw goes wrong: logged with a reference, one calm dialog, keep running."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.config.log import log_bug
from app.ui.shared.dialogs import CalmDialog


class UnexpectedFailures(QObject):
    """Shows bugs calmly, one dialog at a time, and never a traceback."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: CalmDialog | None = None
        self._before = sys.excepthook

    def watch(self) -> None:
        """From now on every exception that nobody caught comes here."""
        self._before = sys.excepthook
        sys.excepthook = self._on_uncaught

    def stop_watching(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        self.report(error)

    @Slot(object)
    def report(self, error: BaseException) -> None:
        """Log `error`; tell the user, unless one is being told about another one already."""
        reference = log_bug(error)
        if self.dialog is not None:
            return
        self.dialog = CalmDialog(
            self.tr("예상하지 못한 문제가 생겼습니다"),
            self.tr(
                "저장된 기록은 그대로 있고, 계속 일할 수 있습니다. 방금 한 일이 목록에 있는지 확인해 주세요. "
                "같은 일이 되풀이되면 관리자에게 이 번호를 알려 주세요: {reference}"
            ).format(reference=reference),
            [self.tr("계속하기")],
            parent=self._window,
        )
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
