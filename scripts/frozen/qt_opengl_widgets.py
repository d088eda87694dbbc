"""In place of PySide6.QtOpenGLWidgets: the charts' library derives a class from this one and makes none of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget as QOpenGLWidget

__all__ = ["QOpenGLWidget"]
