"""Everything that is printed or written as a table: one function a paper, for the composition root.

Each loads what it draws with when it is called: whoever only reads a case must not wait for the fonts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.periods import By

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
    from app.domain.readable_codes import InvitationNote, PasswordNote, RecoverySheet
    from app.domain.slips import Paper, SlipContent, SlipState
    from app.domain.visit_exports import ExportedVisit
    from app.printing.photos import Picture


def render_letter(content: LetterContent, paper: Paper | None = None) -> bytes:
    """A letter of a case as one PDF of as many A4 pages as it needs; a receipt also on the slips' `paper`."""
    from app.printing.letter import letter_pdf

    return letter_pdf(content, paper)


def render_case_list(lines: Iterable[CaseLine], form: str, language: ScreenLanguage, zone: tzinfo) -> bytes:
    """A list of cases as a file of the kind `form`: xlsx or csv. `zone` is the office's."""
    from app.printing.case_list import case_list_file

    return case_list_file(lines, form, language, zone)


def render_improvement(content: ImprovementSheet, language: ScreenLanguage) -> bytes:
    """An improvement task as PDF, one A4 page."""
    from app.printing.improvement_sheet import improvement_pdf

    return improvement_pdf(content, language)


def render_incident(report: IncidentReport) -> bytes:
    """The report of abuse at a counter as one PDF of A4 pages."""
    from app.printing.incident_report import incident_pdf

    return incident_pdf(report)


def render_monthly_check(check: MonthlyCheck, language: ScreenLanguage) -> bytes:
    """A month's check of deadlines as PDF, one A4 page."""
    from app.printing.monthly_check import monthly_check_pdf

    return monthly_check_pdf(check, language)


def render_praise(content: PraisePrint) -> bytes:
    """A praise as PDF, one A5 page."""
    from app.printing.praise_print import praise_pdf

    return praise_pdf(content)


def render_name_plate(plate: NamePlate) -> bytes:
    """The plate at a counter as PDF, one A5 page. Errors: those of `app.printing.photos.portrait`."""
    from app.printing.name_plate import name_plate_pdf

    return name_plate_pdf(plate)


def render_slip(content: SlipContent, paper: Paper) -> bytes:
    """The slip as PDF."""
    from app.printing.slip import slip_pdf

    return slip_pdf(content, paper)


def render_guidance(content: GuidanceSlip | GuidanceList, paper: Paper) -> tuple[bytes, ...]:
    """The guidance slip as PDFs of one page each."""
    from app.printing.guidance_slip import guidance_pdfs

    return guidance_pdfs(content, paper)


def print_receipt(pdf: bytes, paper: Paper, printer: str) -> SlipState:
    """Print a slip on the receipt printer at the address `printer`. Errors: those of `app.printing.receipt_printer`."""
    from app.printing.receipt_printer import print_receipt as send

    return send(pdf, paper, printer)


def render_sheet(content: SheetContent, language: ScreenLanguage, by: By = By.SERVICE) -> bytes:
    """The daily sheet as PDF, one A4 page."""
    from app.printing.sheet import sheet_pdf

    return sheet_pdf(content, language, by)


def render_figures(figures: PeriodFigures, form: str, language: ScreenLanguage, by: By | None = None) -> bytes:
    """The figures as a file of the kind `form`: xlsx, or csv (which may hold one cut only)."""
    from app.printing.spreadsheets import figures_csv, figures_xlsx

    return figures_xlsx(figures, language) if form == "xlsx" else figures_csv(figures, language, by)


def render_visits(visits: Iterable[ExportedVisit], language: ScreenLanguage) -> bytes:
    """A list of visits as XLSX."""
    from app.printing.spreadsheets import visits_xlsx

    return visits_xlsx(visits, language)


def render_recovery_sheet(sheet: RecoverySheet, language: ScreenLanguage) -> bytes:
    """The sheet with the recovery code as PDF, one A4 page."""
    from app.printing.recovery_sheet import recovery_pdf

    return recovery_pdf(sheet, language)


def render_password_note(note: PasswordNote, language: ScreenLanguage) -> bytes:
    """The note with a temporary password as PDF."""
    from app.printing.password_note import password_note_pdf

    return password_note_pdf(note, language)


def render_invitation(note: InvitationNote, language: ScreenLanguage) -> bytes:
    """The note with a counter's one-time code as PDF."""
    from app.printing.invitation_note import invitation_note_pdf

    return invitation_note_pdf(note, language)


def draw_picture(content: bytes, longest: int) -> Picture | None:
    """A scan or photo for the screen. See `app.printing.photos.shown_picture`."""
    from app.printing.photos import shown_picture

    return shown_picture(content, longest)
