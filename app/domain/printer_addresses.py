"""Where a receipt printer is that the program speaks to itself, as a person types it.

tcp:192.168.0.50:9100      usb:04b8:0e15      serial:COM3:115200      file:/dev/usb/lp0
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import BadValue

USUAL_PORT = 9100
USUAL_BAUD = 9600
BAUDS = frozenset({1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400})

_HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*")
_NUMBERS_ONLY = re.compile(r"[0-9.]+")
_USB = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})", re.IGNORECASE)
_SERIAL = re.compile(r"((?:/dev/|\\\\\.\\)?[^:\s]+?)(?::([0-9]{1,7}))?", re.ASCII)


class Connection(StrEnum):
    TCP = "tcp"
    USB = "usb"
    SERIAL = "serial"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """`place` is a host, a port's name or a path, empty for USB; `typed` is what the person wrote and sentences name.

    `numbers` are the TCP port, the baud, or the numbers of vendor and product.
    """

    connection: Connection
    place: str
    numbers: tuple[int, ...]
    typed: str


def is_printer_address(text: str) -> bool:
    """Whether `text` is meant to be such an address and not the name of one of the system's printers."""
    return text.strip().lower().startswith(tuple(f"{connection.value}:" for connection in Connection))


def parse_printer_address(text: str) -> PrinterAddress:
    """The printer meant by `text`. Errors: `BadValue`."""
    typed = text.strip()
    kind, colon, rest = typed.partition(":")
    if not colon or not typed.isprintable() or kind.lower() not in tuple(Connection):
        raise BadValue("printer", text)
    connection = Connection(kind.lower())
    readers = {Connection.TCP: _tcp, Connection.USB: _usb, Connection.SERIAL: _serial, Connection.FILE: _file}
    found = readers[connection](rest)
    if found is None:
        raise BadValue("printer", text)
    return PrinterAddress(connection, *found, typed)


def _tcp(rest: str) -> tuple[str, tuple[int, ...]] | None:
    host, colon, port = rest.partition(":")
    if not _HOST.fullmatch(host) or len(host) > 253 or (_NUMBERS_ONLY.fullmatch(host) and not _is_ip(host)):
        return None
    if not colon:
        return host, (USUAL_PORT,)
    if not re.fullmatch("[0-9]{1,5}", port) or not 0 < int(port) < 65536:
        return None
    return host, (int(port),)


def _is_ip(host: str) -> bool:
    parts = host.split(".")
    return len(parts) == 4 and all(re.fullmatch("[0-9]{1,3}", part) and int(part) < 256 for part in parts)


def _usb(rest: str) -> tuple[str, tuple[int, ...]] | None:
    found = _USB.fullmatch(rest)
    return ("", (int(found[1], 16), int(found[2], 16))) if found else None


def _serial(rest: str) -> tuple[str, tuple[int, ...]] | None:
    found = _SERIAL.fullmatch(rest)
    if found is None:
        return None
    baud = int(found[2] or USUAL_BAUD)
    return (found[1], (baud,)) if baud in BAUDS else None


def _file(rest: str) -> tuple[str, tuple[int, ...]] | None:
    return (rest, ()) if rest.strip() else None
