"""Connections to receipt printers: python-escpos's own, with a time limit wherever theirs may wait for ever.

Every way a connection can fail ends as `PrinterUnreachable`, or as `CannotWrite` and `DiskFull` for a plain file.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.config.files import write_error
from app.domain.errors import PrinterUnreachable
from app.domain.printer_addresses import Connection, PrinterAddress
from app.printing.escpos_library import DeviceNotFoundError, Escpos, File, Network, Serial, Usb, USBTimeoutError
from app.printing.escpos_raster import BAND_ROWS

CONNECT_SECONDS = 3.0
SEND_SECONDS = 4.0
_GOODBYE_SECONDS = 0.5
# What the operating system may keep for a printer that takes nothing: little, so that "sent" means "taken".
_KEPT_BYTES = 8192
_WIDEST_ROW_BYTES = 72
_FIRST_BYTES = b"\x1b@"
_BULK, _DIRECTION_IN = 2, 0x80
_PRINTER_CLASS = 7


@dataclass(frozen=True)
class Link:
    """An open connection: `printer` builds and sends commands, `read` waits up to some seconds for bytes (b"" if none).

    `read` is None where nothing can be read. `finish` waits until everything is on its way. `rows` is how much of a
    slip goes in one piece.
    """

    printer: Escpos
    read: Callable[[float], bytes] | None = None
    finish: Callable[[], None] = lambda: None
    rows: int = BAND_ROWS


class _Network(Network):  # type: ignore[misc,unused-ignore]
    def open(self, raise_not_found: bool = True) -> None:
        del raise_not_found  # always; and the library's own leaves the socket of a failed connection open
        self.device = socket.create_connection((self.host, self.port), CONNECT_SECONDS)
        self.device.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _KEPT_BYTES)
        self.device.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.device.settimeout(SEND_SECONDS)

    def read_within(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self.device], [], [], seconds)
        if not ready:
            return b""
        found: bytes = self.device.recv(64)
        if not found:
            raise ConnectionResetError(errno.ECONNRESET, "the printer hung up")
        return found

    def finish(self) -> None:
        """Closing with unread bytes would take back what is still on its way, so they are read first.

        Errors: `OSError` when the printer left without having taken everything.
        """
        self.device.shutdown(socket.SHUT_WR)
        end = time.monotonic() + _GOODBYE_SECONDS
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.device], [], [], left)
            if ready and not self.device.recv(64):
                return


class _Serial(Serial):  # type: ignore[misc,unused-ignore]
    def open(self, raise_not_found: bool = True) -> None:
        super().open(raise_not_found)
        self.device.write_timeout = SEND_SECONDS

    def read_within(self, seconds: float) -> bytes:
        self.device.timeout = seconds
        return bytes(self.device.read(1))

    def finish(self) -> None:
        """Wait until the cable has taken everything; closing the port may wait for ever or throw it away."""
        end = time.monotonic() + SEND_SECONDS
        while self.device.out_waiting:
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, "the serial port takes nothing")
            time.sleep(0.01)

    def close(self) -> None:
        port: Any = getattr(self, "_device", None)
        self._device = False
        if port:
            with suppress(OSError):
                port.reset_output_buffer()
            port.close()


class _Usb(Usb):  # type: ignore[misc,unused-ignore]
    def open(self, raise_not_found: bool = True) -> None:
        super().open(raise_not_found)
        # The library's fixed endpoints are those of one model; a device says itself which are its own.
        interfaces = sorted(self.device.get_active_configuration(), key=_is_no_printer)
        for interface in interfaces:
            ends = [end.bEndpointAddress for end in interface if end.bmAttributes & 3 == _BULK]
            outward = [end for end in ends if not end & _DIRECTION_IN]
            if outward:
                self.out_ep = outward[0]
                self.in_ep = next((end for end in ends if end & _DIRECTION_IN), 0)
                return
        raise DeviceNotFoundError("no printer interface")

    def read_within(self, seconds: float) -> bytes:
        try:
            return bytes(self.device.read(self.in_ep, 64, max(1, round(seconds * 1000))))
        except USBTimeoutError:
            return b""


def _is_no_printer(interface: Any) -> bool:
    return bool(interface.bInterfaceClass != _PRINTER_CLASS)


class _File(File):  # type: ignore[misc,unused-ignore]
    """A file, or a device that looks like one: opened so that a write to a stopped printer comes back."""

    def open(self, raise_not_found: bool = True) -> None:
        del raise_not_found  # always
        flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        # A device that is not there must not become a plain file among the devices.
        if not self.devfile.startswith(("/dev/", "\\\\.\\")):
            _refuse_other_files(Path(self.devfile))
            flags |= os.O_CREAT | os.O_TRUNC
        self.device = os.fdopen(os.open(self.devfile, flags, 0o600), "wb", buffering=0)

    def _raw(self, msg: bytes) -> None:
        left, end = memoryview(msg), time.monotonic() + SEND_SECONDS
        while left:
            if sys.platform != "win32":
                _, ready, _ = select.select([], [self.device], [], max(0.0, end - time.monotonic()))
                if not ready:
                    raise TimeoutError(errno.ETIMEDOUT, "the device takes nothing")
            left = left[self.device.write(left) or 0 :]


def _refuse_other_files(path: Path) -> None:
    """A slip replaces an earlier slip, and nothing else that somebody meant to keep. Errors: `FileExistsError`."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_FIRST_BYTES)) not in (b"", _FIRST_BYTES):
                raise FileExistsError(errno.EEXIST, "not a slip")


@contextmanager
def connected(address: PrinterAddress) -> Iterator[Link]:
    """The printer at `address`, opened; closed at the end. What goes wrong in between is named as well.

    Errors: `PrinterUnreachable`; for a plain file `CannotWrite`, `DiskFull`.
    """
    try:
        link = _open(address)
        try:
            yield link
        finally:
            with suppress(OSError):
                link.printer.close()
    except DeviceNotFoundError as error:
        raise PrinterUnreachable(address.typed) from error
    except OSError as error:
        if address.connection is Connection.FILE and not address.place.startswith("/dev/"):
            raise write_error(error, Path(address.place)) from error
        raise PrinterUnreachable(address.typed) from error


def _open(address: PrinterAddress) -> Link:
    printer = _printer_at(address)
    try:
        printer.open()
    except ValueError as error:
        # No libusb on this PC, a name no file can have, a speed the port does not know.
        raise DeviceNotFoundError(str(error)) from error
    match address.connection:
        case Connection.TCP:
            return Link(printer, printer.read_within, printer.finish)
        case Connection.USB if printer.in_ep:
            return Link(printer, printer.read_within)
        case Connection.SERIAL:
            # Ten bits a byte; a piece must pass in half of the time it is given.
            rows = round(address.numbers[0] / 10 * SEND_SECONDS / 2) // _WIDEST_ROW_BYTES
            return Link(printer, printer.read_within, printer.finish, max(1, min(BAND_ROWS, rows)))
    return Link(printer)


def _printer_at(address: PrinterAddress) -> Any:
    match address.connection:
        case Connection.TCP:
            return _Network(address.place, address.numbers[0])
        case Connection.SERIAL:
            # No handshake: a cable is slower than the head, and lines that nobody wired would stop everything.
            return _Serial(address.place, address.numbers[0], timeout=1, dsrdtr=False)
        case Connection.USB:
            vendor, product = address.numbers
            return _Usb(vendor, product, usb_args={}, timeout=round(SEND_SECONDS * 1000))
    return _File(address.place)
