"""The report of a note on paper: drawn on the desk lane, printed on the print lane."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.incidents import Incident, IncidentReport
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class ReportPrinting(QObject):
    """One note, one report."""

    handed = Signal(str)
    """What to say when the printer has taken it."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_report(self, incident: Incident) -> None:
        """Print the report of `incident`."""
        session = self._session
        work = partial(_draw, session.parts, session.actor, incident, session.signed_in.office.name, session.zone)
        name = f"incident-{incident.begun_at.astimezone(session.zone):%Y%m%d-%H%M}"
        session.runner.run(Lane.DESK, self, work, partial(self._on_drawn, name), self._on_failed)

    def _on_drawn(self, name: str, pdf: bytes) -> None:
        work = partial(_print, self._session.parts, self._session.store.settings, pdf, name)
        self._session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_failed)

    def _on_printed(self, _nothing: None) -> None:
        self.handed.emit(self.tr("보고서를 프린터로 보냈습니다"))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _draw(parts: DeskParts, actor: Actor, incident: Incident, office: str, zone: ZoneInfo) -> bytes:
    now = parts.incidents.show(actor, incident.id)
    counters = {each.code: each.name for each in parts.offices.counters(actor)}
    clerks = {each.login: each.name for each in parts.accounts.known((now.by,))}
    report = IncidentReport(
        office=office,
        incident=now,
        counter=counters.get(now.counter_code, now.counter_code),
        clerk=clerks.get(now.by, now.by),
        department="",
        limits=parts.incidents.limits(),
        printed_by=actor.name,
        printed_at=parts.visits.now(actor).at.astimezone(zone),
    )
    return parts.render_incident(report)


def _print(parts: DeskParts, settings: DeskSettings, pdf: bytes, name: str) -> None:
    print_pdf(pdf, settings.printer, parts.rasterise, parts.home / "incidents", name)
