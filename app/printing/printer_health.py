"""Whether the receipt printer of the settings can be reached. Nothing is sent to it."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.errors import CannotWrite
from app.domain.printer_addresses import Connection, parse_printer_address


def reach(printer: str) -> None:
    """Open the way to `printer` and close it again. Errors: `BadValue`, `PrinterUnreachable`, `CannotWrite`."""
    address = parse_printer_address(printer)
    if address.connection is Connection.FILE:
        # Opening would make the file.
        path = Path(address.place)
        if not os.access(path if path.exists() else path.parent, os.W_OK):
            raise CannotWrite(str(path))
        return
    from app.printing.receipt_connections import connected

    with connected(address):
        pass
