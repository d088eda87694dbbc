"""Running the application on a port with uvicorn, until a signal ends it."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator

import uvicorn
from starlette.applications import Starlette

from app.domain.errors import AddressInUse, BadValue

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SECONDS_TO_FINISH = 2.0
_SECONDS_TO_CANCEL = 5


def run_app(app: Starlette, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve `app` until SIGTERM or SIGINT. Errors: `AddressInUse`, `BadValue` for an address that is not this PC's."""
    listener = _listen(host, port)
    try:
        config = uvicorn.Config(
            app,
            access_log=False,  # addresses hold tokens
            log_config=None,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=_SECONDS_TO_CANCEL,
            lifespan="on",
        )
        _Server(config, lambda: on_listening(_address(host, listener))).run(sockets=[listener])
    finally:
        listener.close()


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, OverflowError, ValueError) as error:  # a name no address can have is a UnicodeError
        raise BadValue("host", host) from error
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(512)
    except OSError as error:
        listener.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise AddressInUse(host, port) from error
        raise BadValue("host", host) from error
    return listener


def _address(host: str, listener: socket.socket) -> str:
    port = listener.getsockname()[1]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    """Tells when it really accepts, and ends with a return instead of raising the signal once more."""

    def __init__(self, config: uvicorn.Config, on_accepting: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_accepting = on_accepting

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._on_accepting()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Whoever is still sending by then is cut off, as a browser that goes away is; uvicorn would cancel the
        # request in the middle and report that as a fault.
        cut_off = asyncio.get_running_loop().call_later(_SECONDS_TO_FINISH, self._cut_off)
        try:
            await super().shutdown(sockets=sockets)
        finally:
            cut_off.cancel()

    def _cut_off(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
