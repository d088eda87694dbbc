"""A USB device as pyusb shows it, with a receipt printer behind it whose endpoints are not the usual ones."""

from __future__ import annotations

import errno
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import usb.core

from tests.support.escpos_printer import EscposPrinter

OUT, IN, PRINTER = 0x03, 0x84, 7


def _end(address: int, kind: int = 2) -> SimpleNamespace:
    return SimpleNamespace(bEndpointAddress=address, bmAttributes=kind)


class _Interface(list[SimpleNamespace]):
    def __init__(self, kind: int, *ends: SimpleNamespace) -> None:
        super().__init__(ends)
        self.bInterfaceClass = kind


class UsbDevice:
    """What `usb.core.find` gives. `can_answer` is False for a printer without an endpoint to read from."""

    def __init__(self, can_answer: bool = True) -> None:
        self.backend = SimpleNamespace(__module__="usb.backend.none")
        self._ctx = SimpleNamespace(dispose=lambda _: None)
        self._ends = (_end(OUT), _end(IN)) if can_answer else (_end(OUT),)
        self.sent: queue.Queue[bytes] = queue.Queue()
        self.said: queue.Queue[bytes] = queue.Queue()

    def set_configuration(self) -> None: ...

    def reset(self) -> None: ...

    def get_active_configuration(self) -> list[_Interface]:
        return [_Interface(3, _end(0x81, 3)), _Interface(PRINTER, *self._ends)]

    def write(self, end: int, sent: bytes, timeout: int) -> int:
        assert (end, 0 < timeout <= 5000) == (OUT, True)
        self.sent.put(bytes(sent))
        return len(sent)

    def read(self, end: int, size: int, timeout: int) -> bytes:
        assert (end, 0 < timeout <= 5000) == (IN, True)
        try:
            return self.said.get(timeout=timeout / 1000)
        except queue.Empty:
            raise usb.core.USBTimeoutError("timed out", errno=errno.ETIMEDOUT) from None


@contextmanager
def plugged_in(printer: EscposPrinter, device: UsbDevice) -> Iterator[None]:
    """`printer` works on what comes over `device`; an empty message is the plug being pulled."""
    left = bytearray()

    def take(size: int) -> bytes:
        while len(left) < size:
            more = device.sent.get()
            if not more:
                raise EOFError
            left.extend(more)
        found = bytes(left[:size])
        del left[:size]
        return found

    def work() -> None:
        try:
            printer.work(take, device.said.put)
        except EOFError:
            return

    thread = threading.Thread(target=work, name="usb printer")
    thread.start()
    try:
        yield
    finally:
        device.sent.put(b"")
        thread.join()
