"""One window a home: a second start brings the first window to the front."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 3000


class SingleInstance(QObject):
    """The first of its home listens; a later one only knocks."""

    knocked = Signal()
    """Somebody started the program again."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = str(home.resolve())
        self._name = "minwon-desk-" + hashlib.sha256(place.encode()).hexdigest()[:24]
        # A lock decides who is first, because two starts in the same moment would both find nobody listening. It is
        # let go by the system when a program dies.
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def is_first(self) -> bool:
        """Take the home for this window; False when another window has it."""
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def knock(self) -> bool:
        """Ask the first window to come to the front; tell whether it heard."""
        deadline = time.monotonic() + _PATIENCE_MS / 1000
        while time.monotonic() < deadline:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(300):
                socket.write(b"front\n")
                heard = socket.waitForBytesWritten(300)
                socket.disconnectFromServer()
                return heard
            time.sleep(0.05)  # it may have taken the lock and not be listening yet
        return False

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.knocked.emit()
