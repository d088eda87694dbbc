"""Everything the window needs from the floors below, handed in by the composition root."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Named in annotations only: the sign-in card is painted before any of them is needed.
if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.cards import PraisePrint
    from app.domain.case_overview import MonthlyCheck
    from app.domain.cases import CaseLine
    from app.domain.guidance_slips import GuidanceList, GuidanceSlip
    from app.domain.improvements import ImprovementSheet
    from app.domain.incidents import IncidentReport
    from app.domain.languages import ScreenLanguage
    from app.domain.letters import LetterContent
    from app.domain.name_plates import NamePlate
    from app.domain.period_figures import PeriodFigures, SheetContent
    from app.domain.periods import By
    from app.domain.readable_codes import InvitationNote, PasswordNote, RecoverySheet
    from app.domain.slips import Paper, SlipContent, SlipState
    from app.domain.visit_exports import ExportedVisit
    from app.printing.photos import Picture
    from app.services.accounts import AccountService
    from app.services.administration import Administration
    from app.services.attachments import AttachmentService
    from app.services.audit_keys import AuditKeyService
    from app.services.board import BoardService
    from app.services.calendar import CalendarService
    from app.services.case_names import CaseNameService
    from app.services.cases import CaseService
    from app.services.corrections import CorrectionService
    from app.services.day_end import DayEndService
    from app.services.day_rollups import RollupService
    from app.services.directory import DirectoryService
    from app.services.finder import FinderService
    from app.services.guidance import GuidanceService
    from app.services.improvements import ImprovementService
    from app.services.incidents import IncidentService
    from app.services.integrity import IntegrityService
    from app.services.late_visits import LateVisitService
    from app.services.offices import OfficeService
    from app.services.re_reviews import PrecedentService, ReReviewService
    from app.services.reception import ReceptionService
    from app.services.sealed_answers import SealedAnswerService
    from app.services.slips import SlipService
    from app.services.summaries import SummaryService
    from app.services.visits import VisitService
    from app.services.workload import WorkloadService
    from app.sync.sharing import Sharing
    from app.ui.shared.printing import Rasterise


@dataclass(frozen=True)
class DeskParts:
    """Services and printing functions of one home.

    `home` names the single instance; `back_up` writes the whole home into one file; `render_slip` and `render_sheet`
    give PDF bytes, `render_guidance` those of each of its pages; `rasterise` turns one page of a PDF into gray dots at
    a resolution; `render_figures` (with its kind, xlsx or csv) and `render_visits` give files; `print_receipt` sends a
    slip's PDF to a receipt printer's address. The papers of cases are those of `app.printing.papers`.
    """

    home: Path
    settings_path: Path
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
    sharing: Sharing
    back_up: Callable[[Path], None]
    render_slip: Callable[[SlipContent, Paper], bytes]
    render_guidance: Callable[[GuidanceSlip | GuidanceList, Paper], tuple[bytes, ...]]
    render_sheet: Callable[[SheetContent, ScreenLanguage, By], bytes]
    render_figures: Callable[[PeriodFigures, str, ScreenLanguage], bytes]
    render_visits: Callable[[Iterable[ExportedVisit], ScreenLanguage], bytes]
    render_recovery_sheet: Callable[[RecoverySheet, ScreenLanguage], bytes]
    render_password_note: Callable[[PasswordNote, ScreenLanguage], bytes]
    render_invitation: Callable[[InvitationNote, ScreenLanguage], bytes]
    render_letter: Callable[[LetterContent, Paper | None], bytes]
    render_case_list: Callable[[Iterable[CaseLine], str, ScreenLanguage, tzinfo], bytes]
    render_improvement: Callable[[ImprovementSheet, ScreenLanguage], bytes]
    render_incident: Callable[[IncidentReport], bytes]
    render_monthly_check: Callable[[MonthlyCheck, ScreenLanguage], bytes]
    render_praise: Callable[[PraisePrint], bytes]
    render_name_plate: Callable[[NamePlate], bytes]
    draw_picture: Callable[[bytes, int], Picture | None]
    rasterise: Rasterise
    print_receipt: Callable[[bytes, Paper, str], SlipState]


class LaterParts(DeskParts):
    """Parts that are made when the first of them is asked for; `home` and `settings_path` are there at once.

    Making them takes about as long as typing a password, so it is done on the desk lane while somebody does. What
    asks meanwhile, on whatever thread, waits for the end of it. After a failure the next to ask tries again.
    """

    def __init__(self, home: Path, settings_path: Path, make: Callable[[], DeskParts]) -> None:
        # The other fields are left out on purpose: `__getattr__` finds them once they are made.
        for name, value in (("home", home), ("settings_path", settings_path), ("_make", make)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_turn", threading.Lock())
        object.__setattr__(self, "_made", None)

    def made(self) -> DeskParts:
        """The parts, made now if nobody has asked yet. Errors: those of making them."""
        with self.__dict__["_turn"]:
            if self.__dict__["_made"] is None:
                object.__setattr__(self, "_made", self.__dict__["_make"]())
            made: DeskParts = self.__dict__["_made"]
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.made(), name)
