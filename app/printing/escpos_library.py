"""python-escpos, taken in without what it does to a process when it is imported.

Its import reads a database of 200 printers (a third of the whole time), leaves an empty folder among the temporary
files and gives the root log a handler that writes on the terminal. Import what you need from here, and only when a slip
is to be printed.
"""

from __future__ import annotations

import logging
import os
import shutil

from app.config.paths import resources

_PROFILES = "ESCPOS_CAPABILITIES_FILE"
_CACHE = "ESCPOS_CAPABILITIES_PICKLE_DIR"


def _import_quietly() -> None:
    # With a handler in place neither this import nor the library's own log lines install one that prints.
    if not logging.getLogger().handlers:
        logging.getLogger().addHandler(logging.NullHandler())
    before = {name: os.environ.pop(name, None) for name in (_PROFILES, _CACHE)}
    # One profile of our own: a picture, and a cut. The model does not matter to a picture.
    os.environ[_PROFILES] = str(resources() / "printers" / "escpos.json")
    try:
        import escpos.capabilities
    finally:
        os.environ.pop(_PROFILES)
        os.environ.update({name: value for name, value in before.items() if value is not None})
    shutil.rmtree(escpos.capabilities.pickle_dir, ignore_errors=True)


_import_quietly()

from escpos.escpos import Escpos  # noqa: E402
from escpos.exceptions import DeviceNotFoundError  # noqa: E402
from escpos.printer.file import File  # noqa: E402
from escpos.printer.network import Network  # noqa: E402
from escpos.printer.serial import Serial  # noqa: E402
from escpos.printer.usb import Usb  # noqa: E402
from usb.core import USBTimeoutError  # noqa: E402

__all__ = ["DeviceNotFoundError", "Escpos", "File", "Network", "Serial", "USBTimeoutError", "Usb"]
