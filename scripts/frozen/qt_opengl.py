"""In place of PySide6.QtOpenGL (9 MB): the charts' library imports it, and uses it only to draw with OpenGL."""
