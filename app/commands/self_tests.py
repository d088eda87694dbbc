"""minwon self-test: the whole way from a visit to the daily sheet, with every library the program has on it.

A packaged program can start and still lack a part that nobody asks for before the first printer is used. So every
module is imported here and every way to paper is gone once, for real: in a temporary home, on this PC alone.
"""

from __future__ import annotations

import pkgutil
import secrets
import socket
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

import app
from app.bootstrap import (
    Office,
    desk_parts,
    examine_home,
    found_home,
    opened_office,
    picture_window,
    print_receipt,
    print_through_qt,
    render_figures,
    render_sheet,
    render_slip,
)
from app.commands.context import emit, say
from app.commands.survey_client import SurveyClient, survey_server
from app.config.paths import Home, resources
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.config.table_files import read_table
from app.domain.actors import Actor
from app.domain.errors import PrinterUnreachable
from app.domain.health import Health
from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import PeriodFigures
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit, Registered
from app.services.founding import sample_office

_PAPER_DPI = 203
# Alembic runs these as files of its own; nothing imports them.
_NOT_IMPORTED = ("app.db.migrations.env", "app.db.migrations.versions")
_PRINTER_SECONDS = 20
_LONGEST = 300
# No such devices: that the libraries get as far as looking for them is what counts.
_ABSENT_PRINTERS = ("usb:0000:0000", "serial:no-such-port")
_ANSWERS = {
    "Q1_KIND": ("5",),
    "Q2_ROUTE": ("ONCE",),
    "Q3_EXPLAIN": ("4",),
    "Q4_SPEED": ("4",),
    "Q5_FAIR": ("5",),
    "Q6_TROUBLE": ("NONE",),
    "Q7_INTEGRITY": ("NONE",),
    "Q8_OVERALL": ("5",),
    "Q9_COMMENT": ("번호표 기계 글씨가 작아요.",),
}


def self_test(
    window: Annotated[
        Path | None, typer.Option(help="also open the real window and write a picture of it to this PNG file")
    ] = None,
) -> None:
    """Register, print, scan, answer and add up in a temporary home; any step that fails ends with an error."""
    try:
        _everything(window)
    except Exception as error:
        # Everything here is made up, so what a bug says about itself may be shown.
        said = f"{type(error).__name__}: {error}"
        emit({"self_test": "failed", "error": said[-_LONGEST:], "at": _places(error)})
        raise
    emit({"self_test": "passed"})


def _places(error: BaseException) -> list[str]:
    return [f"{place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(error.__traceback__)][-4:]


def _everything(window: Path | None) -> None:
    emit({"step": "modules", "imported": _import_all()})
    # A file of ours that is still open when the folder goes is a Windows matter; it must not hide what was found.
    with tempfile.TemporaryDirectory(prefix="minwon-", ignore_cleanup_errors=True) as folder:
        home = Home(Path(folder) / "home")
        password, passphrase = secrets.token_urlsafe(12), secrets.token_urlsafe(12)
        found_home(home, sample_office(resources() / "sample"), password, audit_passphrase=passphrase)
        save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
        with opened_office(home) as office:
            slip, figures = _whole_way(office, home, password)
            _ways_to_paper(slip, Path(folder))
            _workbook(figures, Path(folder))
            if window is not None:
                picture = picture_window(desk_parts(office), window, password)
                emit({"step": "window", "picture": str(window), **picture})
                say(f"a picture of the window: {window}")
        _health(home)


def _import_all() -> int:
    """Every module of the program; how many there are.

    By their names, because the point is that none is left out: not even one that nothing imports at a start.
    """
    names = [module.name for module in pkgutil.walk_packages(app.__path__, "app.")]
    names = [name for name in names if not name.startswith(_NOT_IMPORTED)]
    for name in names:
        pkgutil.resolve_name(f"{name}:")  # with the colon it says what an import lacked
    return len(names)


def _whole_way(office: Office, home: Home, password: str) -> tuple[bytes, PeriodFigures]:
    """From the visit to the sheet; the slip and the figures."""
    clerk = office.accounts.sign_in("clerk1", password)
    supervisor = office.accounts.sign_in("supervisor1", password)
    registered = office.visits.register(clerk, NewVisit("PASSPORT"))
    emit({"step": "register", "number": registered.visit.number})
    slips = {paper: _slip(office, clerk, registered, paper) for paper in Paper}
    for paper, slip in slips.items():
        if decode_qr(slip) != registered.survey_url:
            raise RuntimeError(f"the QR code on the slip ({paper.value}) does not lead to the survey")
        emit({"step": "slip", "paper": paper.value, "bytes": len(slip)})
    office.stores.export(home.survey)
    with survey_server(home.survey) as address:
        status = SurveyClient(address).answer(registered.survey_url, _ANSWERS)
    if status != 200:
        raise RuntimeError(f"the survey answered with status {status}")
    emit({"step": "survey", "status": status})
    content = office.summaries.sheet(supervisor, registered.visit.day)
    figures = content.figures
    if (figures.visits, figures.slips_printed, figures.surveys_answered) != (1, 1, 1):
        raise RuntimeError("the daily figures do not add up")
    emit({"step": "summary", "visits": 1, "slips_printed": 1, "surveys_answered": 1})
    emit({"step": "sheet", "bytes": [len(render_sheet(content, language)) for language in ScreenLanguage]})
    return slips[Paper.ROLL80], figures


def _slip(office: Office, clerk: Actor, registered: Registered, paper: Paper) -> bytes:
    slip, content = office.slips.issue(clerk, registered.visit.id, paper, Language.KO)
    pdf = render_slip(content, paper)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    return pdf


def _ways_to_paper(slip: bytes, folder: Path) -> None:
    """The slip through the system's printing, and to receipt printers in a file and on the network."""
    emit({"step": "printing through Qt", "bytes": len(print_through_qt(slip))})
    path = folder / "printed.bin"
    print_receipt(slip, Paper.ROLL80, f"file:{path}")
    with _listening_printer() as (port, received):
        print_receipt(slip, Paper.ROLL80, f"tcp:127.0.0.1:{port}")
    in_file, over_network = path.stat().st_size, len(received)
    if not in_file or over_network < in_file:
        raise RuntimeError(f"{in_file} bytes reached the file and {over_network} the network")
    for absent in _ABSENT_PRINTERS:
        try:
            print_receipt(slip, Paper.ROLL80, absent)
        except PrinterUnreachable:
            continue
        raise RuntimeError(f"{absent} printed")
    emit({"step": "receipt printers", "file": in_file, "network": over_network})


@contextmanager
def _listening_printer() -> Iterator[tuple[int, bytearray]]:
    """A printer on this PC that takes everything and says nothing: its port, and what it took by the end."""
    received = bytearray()

    def take() -> None:
        connection, _ = listener.accept()
        connection.settimeout(_PRINTER_SECONDS)
        with connection:
            while piece := connection.recv(65_536):
                received.extend(piece)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(_PRINTER_SECONDS)
        taker = threading.Thread(target=take, name="listening-printer", daemon=True)
        taker.start()
        yield listener.getsockname()[1], received
        taker.join(_PRINTER_SECONDS)


def _workbook(figures: PeriodFigures, folder: Path) -> None:
    """The figures as a workbook, read again the way an imported table is."""
    path = folder / "figures.xlsx"
    path.write_bytes(render_figures(figures, "xlsx", ScreenLanguage.KO))
    emit({"step": "workbook", "bytes": path.stat().st_size, "rows": len(read_table(path).rows)})


def _health(home: Home) -> None:
    """What `minwon doctor` finds in the same home: the fonts, the durability of this disk, the database's soundness.

    The driver of the shared side gets its step here when the program has one.
    """
    findings = list(examine_home(home))
    wrong = [f"{found.check.value}: {found.code.value}" for found in findings if found.state is Health.PROBLEM]
    if wrong:
        raise RuntimeError(f"minwon doctor finds {', '.join(wrong)}")
    emit({"step": "health", "checks": len(findings), **findings[0].values})


def decode_qr(pdf: bytes) -> str | None:
    """What the QR code on the slip says when it is printed in one bit at 203 dpi; None if it cannot be read."""
    import zxingcpp
    from PIL import Image

    from app.printing.raster import render_page

    page = render_page(pdf, _PAPER_DPI).one_bit()
    image = Image.frombytes("L", (page.width, page.height), page.gray)
    # QR codes only: now and then a reader takes a strip of one for a code of another kind.
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found[0].text if found else None
