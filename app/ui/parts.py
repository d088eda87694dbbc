"""Everything the window needs from the floors below, handed in by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.day_figures import SheetContent
from app.domain.languages import ScreenLanguage
from app.domain.slips import Paper, SlipContent

if TYPE_CHECKING:
    from app.printing.raster import Raster
    from app.services.accounts import AccountService
    from app.services.audit_keys import AuditKeyService
    from app.services.offices import OfficeService
    from app.services.sealed_answers import SealedAnswerService
    from app.services.slips import SlipService
    from app.services.summaries import SummaryService
    from app.services.visits import VisitService


@dataclass(frozen=True)
class DeskParts:
    """Services and printing functions of one home.

    `home` names the single instance; `render_slip` and `render_sheet` give PDF bytes; `rasterise` turns one page of a
    PDF into gray dots at a resolution.
    """

    home: Path
    settings_path: Path
    accounts: AccountService
    audit_keys: AuditKeyService
    visits: VisitService
    slips: SlipService
    summaries: SummaryService
    sealed: SealedAnswerService
    offices: OfficeService
    render_slip: Callable[[SlipContent, Paper], bytes]
    render_sheet: Callable[[SheetContent, ScreenLanguage], bytes]
    rasterise: Callable[[bytes, int], Raster]
