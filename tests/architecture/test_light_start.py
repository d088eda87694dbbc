"""The sign-in card is painted before the data layer is loaded: nothing it needs may import it."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.architecture.source_tree import ROOT

HEAVY = ("sqlalchemy", "alembic", "reportlab", "qrcode", "pypdfium2", "PIL", "openpyxl", "typer", "starlette", "jinja2")
OURS = ("app.bootstrap", "app.db", "app.models", "app.services", "app.printing", "app.survey_web")

# What `minwon` loads before it opens the home.
START = """
import sys
import app.__main__
import app.ui.application
import app.ui.home_opening
import app.ui.parts
print(*sys.modules, sep="\\n")
"""


def test_the_window_appears_without_the_data_layer() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", START], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    loaded = told.stdout.split()
    assert "app.ui.sign_in.view" in loaded
    assert [name for name in loaded if name.split(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith(OURS)] == []
