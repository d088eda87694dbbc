"""The composition root: the only module that knows all the others, and wires them.

Qt, the survey server and the drawing library are imported where they are needed: a command that needs none of them
must not wait for them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.config.files import write_error
from app.config.log import log_bug, start_log
from app.config.paths import Home, resources
from app.db.home_keys import make_home_keys, read_home_keys
from app.db.opening import create_database, open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor, Role
from app.domain.day_figures import SheetContent
from app.domain.errors import AppError, DiskFull, HomeExists, HomeReadOnly, NoDisplay
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


_DRAFT = ".minwon-new-"


def survey_file() -> Path:
    """The survey this program ships with."""
    return resources() / "survey" / "survey.json"


def open_office(home: Home, clock: Clock = system_clock) -> Office:
    """The services over an existing home. Errors: those of `open_database`, `KeyFileDamaged`."""
    database = Database(open_database(home.database), home.database)
    try:
        keys = read_home_keys(home.keys)
    except BaseException:
        database.close()
        raise
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
    """Make a new home around `office`. It appears whole or not at all, readable by its owner alone.

    `audit_passphrase` also makes the audit officer's key (practice office only). Errors: `HomeExists` (also for a
    folder with anything in it),
    `PasswordTooShort`, `PassphraseTooShort`, `PassphraseEqualsPassword`, `HomeReadOnly`, `DiskFull`.
    """
    draft: Home | None = None
    try:
        stands = home.root.is_dir()
        if stands and any(not path.name.startswith(_DRAFT) for path in home.root.iterdir()):
            raise HomeExists(str(home.root))
        # Built in a folder of its own and then put in place, so that two of us cannot spoil each other's: inside an
        # empty folder that stands already (the one beside it may not be ours to write), else beside its place.
        parent = home.root if stands else home.root.parent
        parent.mkdir(parents=True, exist_ok=True)
        draft = Home(Path(tempfile.mkdtemp(prefix=_DRAFT, dir=parent)))
        _fill_home(draft, office, password, audit_passphrase, clock)
        if stands:
            home.root.chmod(0o700)
            draft.keys.rename(home.keys)  # fails where another one has been quicker
            draft.database.rename(home.database)
        else:
            draft.root.rename(home.root)
    except OSError as error:
        if home.keys.exists():
            raise HomeExists(str(home.root)) from error
        raise _home_error(error, home) from error
    finally:
        if draft is not None:
            shutil.rmtree(draft.root, ignore_errors=True)


def _fill_home(home: Home, office: NewOffice, password: str, audit_passphrase: str | None, clock: Clock) -> None:
    keys = make_home_keys(home.keys)
    database = Database(create_database(home.database), home.database)
    try:
        FoundingService(database, keys, clock).found(office, password)
        if audit_passphrase is not None:
            stores = SurveyStoreService(database, survey_file())
            auditor = next(Actor(login, name, role) for login, name, role in office.people if role is Role.AUDITOR)
            keys_of_audit = AuditKeyService(database, clock, stores, home.survey)
            keys_of_audit.make(auditor, audit_passphrase, practice=office.sample)
    finally:
        database.close()


def _home_error(error: OSError, home: Home) -> AppError:
    failed = write_error(error, home.root)
    return failed if isinstance(failed, DiskFull) else HomeReadOnly(str(home.root))


def render_slip(content: SlipContent, paper: Paper) -> bytes:
    """The slip as PDF."""
    from app.printing.slip import slip_pdf

    return slip_pdf(content, paper)


def render_sheet(content: SheetContent, language: ScreenLanguage) -> bytes:
    """The daily sheet as PDF, one A4 page."""
    from app.printing.sheet import sheet_pdf

    return sheet_pdf(content, language)


def serve_survey(home: Home, store: Path, host: str, port: int, on_listening: Callable[[str], None]) -> None:
    """Serve the survey from `store` until told to stop. Errors: `AddressInUse`, `BadValue`, `SurveyStoreDamaged`.

    The server's own secret for the home's own store lies with the home's keys, so that the store alone tells less.
    """
    from app.survey_web.server import serve

    own = store.resolve() == home.survey.resolve() and not os.environ.get("MINWON_HOLD_KEY_FILE")
    serve(store, host, port, on_listening, hold_key_file=home.keys / "hold.key" if own else None)


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
    if not _has_display():
        raise NoDisplay()
    from app.ui.application import run_window, show_start_problem

    start_log(home.log)
    try:
        with opened_office(home) as office:
            return run_window(desk_parts(office))
    except AppError as error:
        return show_start_problem(error, home.settings)


def _has_display() -> bool:
    """Whether a window can appear; Qt would end the program without a sentence. Only Linux can be without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


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

    start_log(home.log)
    return spoken_bug(log_bug(error), language)


def take_pictures(parts: DeskParts, folder: Path, password: str, passphrase: str) -> list[Path]:
    """A picture of every screen in Korean and English at 1366×768, without a display; the files written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Without a window manager Qt complains of every window with a smallest size; that is nothing for the terminal.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from app.ui.pictures import take_pictures as take

    return take(parts, folder, password, passphrase)
