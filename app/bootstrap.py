"""The composition root: the only module that knows all the others, and wires them.

Qt, the survey server and the drawing library are imported where they are needed: a command that needs none of them
must not wait for them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.config.log import log_bug, start_log
from app.config.paths import Home, resources
from app.db.home_keys import make_home_keys, read_home_keys
from app.db.opening import create_database, open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor, Role
from app.domain.day_figures import SheetContent
from app.domain.errors import AppError, HomeExists, HomeReadOnly
from app.domain.languages import ScreenLanguage
from app.domain.slips import Paper, SlipContent
from app.services.accounts import AccountService
from app.services.audit_keys import AuditKeyService
from app.services.clock import Clock, system_clock
from app.services.founding import FoundingService, NewOffice
from app.services.offices import OfficeService
from app.services.sealed_answers import SealedAnswerService
from app.services.slips import SlipService
from app.services.summaries import SummaryService
from app.services.survey_stores import SurveyStoreService
from app.services.visits import VisitService

if TYPE_CHECKING:
    from app.ui.parts import DeskParts


@dataclass(frozen=True)
class Office:
    """All services over one home. `close()` when done."""

    home: Home
    accounts: AccountService
    audit_keys: AuditKeyService
    visits: VisitService
    slips: SlipService
    summaries: SummaryService
    sealed: SealedAnswerService
    offices: OfficeService
    stores: SurveyStoreService
    close: Callable[[], None]


def survey_file() -> Path:
    """The survey this program ships with."""
    return resources() / "survey" / "survey.json"


def open_office(home: Home, clock: Clock = system_clock) -> Office:
    """The services over an existing home. Errors: those of `open_database`, `KeyFileDamaged`."""
    engine = open_database(home.database)
    database = Database(engine, home.database)
    keys = read_home_keys(home.keys)
    stores = SurveyStoreService(database, survey_file())
    return Office(
        home=home,
        accounts=AccountService(database, clock),
        audit_keys=AuditKeyService(database, clock, stores, home.survey),
        visits=VisitService(database, keys, clock),
        slips=SlipService(database, keys, clock),
        summaries=SummaryService(database, clock, stores, home.survey),
        sealed=SealedAnswerService(database, clock, home.survey),
        offices=OfficeService(database, clock, stores, home.survey),
        stores=stores,
        close=database.close,
    )


@contextmanager
def opened_office(home: Home, clock: Clock = system_clock) -> Iterator[Office]:
    """As `open_office`, closed at the end."""
    office = open_office(home, clock)
    try:
        yield office
    finally:
        office.close()


def found_home(
    home: Home,
    office: NewOffice,
    password: str,
    *,
    audit_passphrase: str | None = None,
    clock: Clock = system_clock,
) -> None:
    """Make a new home around `office`. It appears whole or not at all: the database gets its name last.

    `audit_passphrase` also makes the audit officer's key (practice office only). Errors: `HomeExists`,
    `PasswordTooShort`, `PassphraseTooShort`, `PassphraseEqualsPassword`, `HomeReadOnly`, `DiskFull`.
    """
    if home.database.exists():
        raise HomeExists(str(home.root))
    made_here = not home.root.exists()
    draft = home.database.with_suffix(".new")
    try:
        home.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(draft)
    except OSError as error:
        raise HomeReadOnly(str(home.root)) from error
    try:
        keys = make_home_keys(home.keys)
        database = Database(create_database(draft), draft)
        try:
            FoundingService(database, keys, clock).found(office, password)
            if audit_passphrase is not None:
                stores = SurveyStoreService(database, survey_file())
                auditor = next(Actor(login, name, role) for login, name, role in office.people if role is Role.AUDITOR)
                AuditKeyService(database, clock, stores, home.survey).make(auditor, audit_passphrase)
        finally:
            database.close()
        draft.replace(home.database)
    except BaseException:
        if made_here:
            shutil.rmtree(home.root, ignore_errors=True)
        else:
            _remove(draft)
            shutil.rmtree(home.keys, ignore_errors=True)
        raise


def _remove(draft: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def render_slip(content: SlipContent, paper: Paper) -> bytes:
    """The slip as PDF."""
    from app.printing.slip import slip_pdf

    return slip_pdf(content, paper)


def render_sheet(content: SheetContent, language: ScreenLanguage) -> bytes:
    """The daily sheet as PDF, one A4 page."""
    from app.printing.sheet import sheet_pdf

    return sheet_pdf(content, language)


def serve_survey(store: Path, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve the survey from `store` until told to stop. Errors: `AddressInUse`, `SurveyStoreDamaged`."""
    from app.survey_web.server import serve

    serve(store, host, port, on_listening)


def desk_parts(office: Office) -> DeskParts:
    """What the window needs."""
    from app.printing.raster import render_page
    from app.ui.parts import DeskParts

    return DeskParts(
        home=office.home.root,
        settings_path=office.home.settings,
        accounts=office.accounts,
        audit_keys=office.audit_keys,
        visits=office.visits,
        slips=office.slips,
        summaries=office.summaries,
        sealed=office.sealed,
        offices=office.offices,
        render_slip=render_slip,
        render_sheet=render_sheet,
        rasterise=render_page,
    )


def open_window(home: Home) -> int:
    """Show the window over `home` until it is closed; the exit code. What prevents it is said in a calm dialog."""
    from app.ui.application import run_window, show_start_problem

    start_log(home.log)
    try:
        with opened_office(home) as office:
            return run_window(desk_parts(office))
    except AppError as error:
        return show_start_problem(error, home.settings)


def explain(error: AppError, language: ScreenLanguage) -> str:
    """One sentence for an expected failure, the same as in the window."""
    from app.ui.shared.spoken import spoken_error

    return spoken_error(error, language)


def explain_clock(language: ScreenLanguage) -> str:
    """One sentence for a PC clock that stands behind the newest record."""
    from app.ui.shared.spoken import spoken_clock

    return spoken_clock(language)


def explain_usage(problem: str, language: ScreenLanguage) -> str:
    """One sentence for a command line that could not be understood; `problem` is the parser's own word on it."""
    from app.ui.shared.spoken import spoken_usage

    return spoken_usage(problem, language)


def explain_bug(error: BaseException, home: Home, language: ScreenLanguage) -> str:
    """One calm sentence with a reference number; the rest goes to the log."""
    from app.ui.shared.spoken import spoken_bug

    if home.root.is_dir():
        start_log(home.log)
    return spoken_bug(log_bug(error), language)


def take_pictures(parts: DeskParts, folder: Path, password: str, passphrase: str) -> list[Path]:
    """A picture of every screen in Korean and English at 1366×768, without a display; the files written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.pictures import take_pictures as take

    return take(parts, folder, password, passphrase)
