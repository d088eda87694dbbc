"""The composition root: the only module that knows all the others, and wires them.

Qt, the survey server and the drawing library are imported where they are needed: a command that needs none of them
must not wait for them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.config.displays import has_display
from app.config.new_homes import place_home
from app.config.paths import Home, resources
from app.db.attachment_files import AttachmentFiles
from app.db.home_keys import make_home_keys, read_home_keys
from app.db.opening import create_database, open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor, Role
from app.domain.health import Finding
from app.domain.languages import ScreenLanguage
from app.domain.sharing import Comparison, SharedAddress
from app.printing.papers import draw_picture as draw_picture
from app.printing.papers import print_receipt as print_receipt
from app.printing.papers import render_case_list as render_case_list
from app.printing.papers import render_figures as render_figures
from app.printing.papers import render_guidance as render_guidance
from app.printing.papers import render_improvement as render_improvement
from app.printing.papers import render_incident as render_incident
from app.printing.papers import render_invitation as render_invitation
from app.printing.papers import render_letter as render_letter
from app.printing.papers import render_monthly_check as render_monthly_check
from app.printing.papers import render_name_plate as render_name_plate
from app.printing.papers import render_password_note as render_password_note
from app.printing.papers import render_praise as render_praise
from app.printing.papers import render_recovery_sheet as render_recovery_sheet
from app.printing.papers import render_sheet as render_sheet
from app.printing.papers import render_slip as render_slip
from app.printing.papers import render_visits as render_visits
from app.services.accounts import AccountService
from app.services.administration import Administration
from app.services.attachments import AttachmentService
from app.services.audit_keys import AuditKeyService
from app.services.board import BoardService
from app.services.calendar import CalendarService, holidays_file
from app.services.case_names import CaseNameService
from app.services.cases import CaseService
from app.services.clock import Clock, system_clock
from app.services.corrections import CorrectionService
from app.services.counters_admin import CounterService
from app.services.day_end import DayEndService
from app.services.day_rollups import RollupService
from app.services.directory import DirectoryService
from app.services.finder import FinderService
from app.services.founding import FoundingService, NewOffice
from app.services.guidance import GuidanceService
from app.services.health import HealthService, Surroundings
from app.services.imports import ImportService
from app.services.improvements import ImprovementService
from app.services.incidents import IncidentService
from app.services.integrity import IntegrityService
from app.services.late_visits import LateVisitService
from app.services.offices import OfficeService
from app.services.people_admin import PeopleService
from app.services.re_reviews import PrecedentService, ReReviewService
from app.services.reception import ReceptionService
from app.services.recovery import RecoveryService
from app.services.sealed_answers import SealedAnswerService
from app.services.services_admin import ServiceCatalogue
from app.services.slips import SlipService
from app.services.starter_directory import Starter
from app.services.summaries import SummaryService
from app.services.survey_stores import SurveyStoreService
from app.services.visits import VisitService
from app.services.workload import WorkloadService
from app.sync.backups import back_up, fill_from_backup
from app.sync.care import Cared
from app.sync.care import care_for_shared_side as care_for
from app.sync.case_search import SharedCases
from app.sync.enrolment import fill_joined_home
from app.sync.sharing import Sharing, SharingParts
from app.sync.survey_link import SurveyLink, shared_beside

if TYPE_CHECKING:
    from app.printing.raster import Raster
    from app.ui.parts import DeskParts
    from app.ui.shared.health_words import Diagnosis


@dataclass(frozen=True)
class Office:
    """All services over one home. `close()` when done."""

    home: Home
    accounts: AccountService
    audit_keys: AuditKeyService
    visits: VisitService
    late_visits: LateVisitService
    reception: ReceptionService
    corrections: CorrectionService
    day_end: DayEndService
    slips: SlipService
    summaries: SummaryService
    rollups: RollupService
    integrity: IntegrityService
    sealed: SealedAnswerService
    offices: OfficeService
    directory: DirectoryService
    finder: FinderService
    guidance: GuidanceService
    calendar: CalendarService
    cases: CaseService
    attachments: AttachmentService
    case_names: CaseNameService
    board: BoardService
    improvements: ImprovementService
    incidents: IncidentService
    re_reviews: ReReviewService
    precedents: PrecedentService
    workload: WorkloadService
    admin: Administration
    stores: SurveyStoreService
    sharing: Sharing
    close: Callable[[], None]


def survey_file() -> Path:
    """The survey this program ships with."""
    return resources() / "survey" / "survey.json"


def open_office(home: Home, clock: Clock = system_clock, counter_code: str | None = None) -> Office:
    """The services over an existing home, at the counter `counter_code` (None: the home's own).

    Errors: those of `open_database`, `KeyFileDamaged`, `UnknownCounter`.
    """
    database = Database(open_database(home.database), home.database, counter_code)
    try:
        with database.read() as work:
            work.offices.here()
        keys = read_home_keys(home.keys)
    except BaseException:
        database.close()
        raise
    stores = SurveyStoreService(database, survey_file(), home.keys, clock)
    sharing_parts = SharingParts(database, home, clock, __version__)
    sharing = Sharing(sharing_parts)
    elsewhere = SharedCases(sharing_parts)

    calendar = CalendarService(database, clock, holidays_file())
    finder = FinderService(database, resources() / "finder")
    files = AttachmentFiles(home.attachments)

    def close() -> None:
        finder.close()
        elsewhere.close()
        sharing.close()
        database.close()

    return Office(
        home=home,
        accounts=AccountService(database, clock),
        audit_keys=AuditKeyService(database, clock, stores, home.survey),
        visits=VisitService(database, keys, clock),
        late_visits=LateVisitService(database, keys, clock),
        reception=ReceptionService(database, clock),
        corrections=CorrectionService(database, clock),
        day_end=DayEndService(database, clock, files),
        slips=SlipService(database, keys, clock),
        summaries=SummaryService(database, clock, stores, home.survey),
        rollups=RollupService(database, clock),
        integrity=IntegrityService(database, clock, home.survey),
        sealed=SealedAnswerService(database, clock, home.survey),
        offices=OfficeService(database, clock, stores, home.survey),
        directory=DirectoryService(database, clock, Starter(resources() / "finder")),
        finder=finder,
        guidance=GuidanceService(database, keys, clock, calendar),
        calendar=calendar,
        cases=CaseService(database, clock, calendar, files, elsewhere),
        attachments=AttachmentService(database, clock, calendar, files, sharing.fetch_attachment),
        case_names=CaseNameService(database, clock, calendar),
        board=BoardService(database, clock, calendar, home.survey),
        improvements=ImprovementService(database, clock),
        incidents=IncidentService(database, clock),
        re_reviews=ReReviewService(database, clock),
        precedents=PrecedentService(database, clock),
        workload=WorkloadService(database, clock, calendar),
        admin=Administration(
            people=PeopleService(database, clock),
            catalogue=ServiceCatalogue(database, clock, stores, home.survey),
            counters=CounterService(database, keys, clock),
            imports=ImportService(database, clock, stores, home.survey),
            recovery=RecoveryService(database, clock),
        ),
        stores=stores,
        sharing=sharing,
        close=close,
    )


@contextmanager
def opened_office(home: Home, clock: Clock = system_clock, counter_code: str | None = None) -> Iterator[Office]:
    """As `open_office`, closed at the end."""
    office = open_office(home, clock, counter_code)
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
) -> str:
    """Make a new home around `office`. It appears whole or not at all, readable by its owner alone.

    Gives back the recovery code of a real office, which is shown once; nothing for the practice office.
    `audit_passphrase` also makes the audit officer's key (practice office only). Errors: `HomeExists` (also for a
    folder with anything in it),
    `PasswordTooShort`, `PassphraseTooShort`, `PassphraseEqualsPassword`, `HomeReadOnly`, `DiskFull`.
    """
    return place_home(home, lambda draft: _fill_home(draft, office, password, audit_passphrase, clock))


def join_home(home: Home, address: SharedAddress, code: str, name: str, clock: Clock = system_clock) -> str:
    """Make a new home that is a counter of the office at `address`; its code. It appears whole or not at all.

    Errors: `HomeExists`, `HomeReadOnly`, `DiskFull`, those of `fill_joined_home`.
    """
    return place_home(home, lambda draft: fill_joined_home(draft, address, code, name, clock, __version__))


def back_up_home(home: Home, path: Path, clock: Clock = system_clock) -> None:
    """Write the whole of `home` into one file. Errors: `CannotWrite`, `DiskFull`."""
    back_up(home, path, clock())


def care_for_shared_side(home: Home, copies: Path | None) -> Cared:
    """What the shared side needs every night. Errors: those of `open_database` and of `app.sync.care`."""
    database = Database(open_database(home.database), home.database)
    try:
        return care_for(database, home, copies)
    finally:
        database.close()


def restore_home(home: Home, path: Path) -> None:
    """Make a new home from a backup. It appears whole or not at all. Errors: `HomeExists`, `BackupUnusable`,
    `DatabaseNewer`, `HomeReadOnly`, `DiskFull`."""
    place_home(home, lambda draft: fill_from_backup(draft, path))


def _fill_home(home: Home, office: NewOffice, password: str, audit_passphrase: str | None, clock: Clock) -> str:
    keys = make_home_keys(home.keys)
    database = Database(create_database(home.database), home.database)
    try:
        code = FoundingService(database, keys, clock).found(office, password)
        if audit_passphrase is not None:
            stores = SurveyStoreService(database, survey_file(), home.keys, clock)
            auditor = next(Actor(login, name, role) for login, name, role in office.people if role is Role.AUDITOR)
            keys_of_audit = AuditKeyService(database, clock, stores, home.survey)
            keys_of_audit.make(auditor, audit_passphrase, practice=office.sample)
        return code
    finally:
        database.close()


def serve_survey(
    home: Home,
    store: Path,
    host: str,
    port: int,
    on_listening: Callable[[str], None],
    shared: SurveyLink | None = None,
) -> None:
    """Serve the survey from `store` until told to stop. Errors: `AddressInUse`, `BadValue`, `SurveyStoreDamaged`.

    With `shared` it is kept in step with the shared side meanwhile; whatever becomes of that, serving goes on. The
    server's own secret for the home's own store lies with the home's keys, so that the store alone tells less.
    """
    from app.survey_web.server import serve

    own = store.resolve() == home.survey.resolve() and not os.environ.get("MINWON_HOLD_KEY_FILE")
    with shared_beside(shared):
        serve(store, host, port, on_listening, hold_key_file=home.keys / "hold.key" if own else None)


def rasterise(pdf: bytes, dpi: int, page: int = 0) -> Raster:
    """A page of a PDF (from 0) in gray dots. Errors: those of `app.printing.raster.render_page`."""
    from app.printing.raster import render_page

    return render_page(pdf, dpi, page)


def desk_parts(office: Office) -> DeskParts:
    """What the window needs."""
    from app.ui.parts import DeskParts

    return DeskParts(
        home=office.home.root,
        settings_path=office.home.settings,
        accounts=office.accounts,
        audit_keys=office.audit_keys,
        visits=office.visits,
        late_visits=office.late_visits,
        reception=office.reception,
        corrections=office.corrections,
        day_end=office.day_end,
        slips=office.slips,
        summaries=office.summaries,
        rollups=office.rollups,
        integrity=office.integrity,
        sealed=office.sealed,
        offices=office.offices,
        directory=office.directory,
        finder=office.finder,
        guidance=office.guidance,
        calendar=office.calendar,
        cases=office.cases,
        attachments=office.attachments,
        case_names=office.case_names,
        board=office.board,
        improvements=office.improvements,
        incidents=office.incidents,
        re_reviews=office.re_reviews,
        precedents=office.precedents,
        workload=office.workload,
        admin=office.admin,
        sharing=office.sharing,
        back_up=partial(back_up_home, office.home),
        render_slip=render_slip,
        render_guidance=render_guidance,
        render_sheet=render_sheet,
        render_figures=render_figures,
        render_visits=render_visits,
        render_recovery_sheet=render_recovery_sheet,
        render_password_note=render_password_note,
        render_invitation=render_invitation,
        render_letter=render_letter,
        render_case_list=render_case_list,
        render_improvement=render_improvement,
        render_incident=render_incident,
        render_monthly_check=render_monthly_check,
        render_praise=render_praise,
        render_name_plate=render_name_plate,
        draw_picture=draw_picture,
        rasterise=rasterise,
        print_receipt=print_receipt,
    )


def examine_home(home: Home, clock: Clock = system_clock) -> Iterator[Finding]:
    """What is wrong with the installation around `home`, one finding a check; nothing is changed."""
    compare = partial(_both_sides, home, clock)
    surroundings = Surroundings(_fonts_found, _printers_found, _reach_printer, _qt_version, compare)
    return HealthService(home, clock, surroundings).examine()


def _both_sides(home: Home, clock: Clock) -> Comparison:
    with opened_office(home, clock) as office:
        return office.sharing.compare()


def _fonts_found() -> Finding:
    from app.printing.font_health import look_at_fonts

    return look_at_fonts()


def _printers_found() -> tuple[tuple[str, ...], str]:
    from app.ui.shared.printing import default_printer_name, printer_names

    return printer_names(), default_printer_name()


def _reach_printer(printer: str) -> None:
    from app.printing.printer_health import reach

    reach(printer)


def _qt_version() -> str:
    from app.ui.shared.spoken import qt_version

    return qt_version()


def diagnose(finding: Finding, language: ScreenLanguage) -> Diagnosis:
    """A finding of `examine_home` in words."""
    from app.ui.shared.spoken import spoken_finding

    return spoken_finding(finding, language)


def picture_window(parts: DeskParts, out: Path, password: str) -> dict[str, object]:
    """Open every screen of the real window, on the display where there is one; `out` shows a clerk's desk."""
    _draw_in_memory_without_display()
    from app.ui.window_picture import picture_window as picture

    return picture(parts, out, ("clerk1", "supervisor1", "admin"), password)


def print_through_qt(pdf: bytes) -> bytes:
    """What the system's printing makes of a page, as a PDF."""
    _draw_in_memory_without_display()
    from app.printing.raster import render_page
    from app.ui.window_picture import print_through_qt as through_qt

    return through_qt(pdf, render_page)


def _draw_in_memory_without_display() -> None:
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Without a window manager Qt complains of every window with a smallest size; that is nothing for the terminal.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def ready_for_pictures() -> None:
    """Prepare for drawing windows without a display. To be called before anything is said in the user's language."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Without a window manager Qt complains of every window with a smallest size; that is nothing for the terminal.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from app.ui.application import make_application

    make_application()


def take_pictures(parts: DeskParts, folder: Path, password: str, passphrase: str) -> list[Path]:
    """A picture of every screen in Korean and English at 1366×768, without a display; the files written."""
    ready_for_pictures()
    from app.ui.pictures import take_pictures as take

    return take(parts, folder, password, passphrase)
