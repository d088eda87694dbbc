"""Whether this PC can show a window."""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    """Whether a window can appear; Qt would end the program without a sentence. Only Linux can be without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
