"""Something between a counter and its server that can fall silent: it goes on taking everything and gives nothing."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType


class SilentProxy:
    """Passes on what comes, as long as `talking` is set; `cut` ends every connection there is."""

    def __init__(self, port: int) -> None:
        self.talking = threading.Event()
        self.talking.set()
        self._to = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._let_in)]

    def __enter__(self) -> SilentProxy:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        # Closing a socket does not wake who waits for it; shutting it down does.
        with suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._threads[0].join()
        self.cut()
        for thread in self._threads[1:]:
            thread.join()
        for each in (self._door, *self._open):
            each.close()

    def cut(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _let_in(self) -> None:
        while True:
            try:
                client, _ = self._door.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._to))
            self._open += [client, server]
            for source, target in ((client, server), (server, client)):
                thread = threading.Thread(target=self._pass_on, args=(source, target))
                self._threads.append(thread)
                thread.start()

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self.talking.is_set():
                    target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)
