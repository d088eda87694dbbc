"""What a correction starts from, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UnknownService
from app.domain.offices import ServiceRecord
from app.domain.sharing import FieldConflict
from app.domain.visits import VisitRecord
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.visit_entry.service_picker import ServicePicker


class CorrectionPresenter(QObject):
    """Begins with the visit's own services chosen; those retired meanwhile may stay."""

    refused = Signal(str)
    corrected = Signal(object)
    two_values = Signal(object)
    """The `FieldConflict`s of this visit."""

    def __init__(
        self, session: Session, visit: VisitRecord, services: Sequence[ServiceRecord], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._visit = visit
        self._busy = False
        self._found: tuple[FieldConflict, ...] = ()
        self.picker = ServicePicker(services, self)
        known = {service.code: service for service in self.picker.services}
        self.picker.choose(
            [
                known.get(code) or ServiceRecord(code, name, "", visit.department_name, "", 0, None)
                for code, name in zip(visit.service_codes, visit.service_names, strict=True)
            ]
        )

    def look_for_two_values(self) -> None:
        """Ask whether two counters have changed this visit at the same time."""
        if self._session.syncing.state.conflicts or self._found:
            work = partial(self._session.parts.sharing.conflicts, self._session.actor)
            self._session.runner.run(Lane.DESK, self, work, self._on_conflicts)

    def _on_conflicts(self, conflicts: tuple[FieldConflict, ...]) -> None:
        self._found = tuple(one for one in conflicts if (one.entity, one.row_id) == ("visit", self._visit.id))
        self.two_values.emit(self._found)

    def correct(self, word: str) -> None:
        """Give the visit what is chosen now."""
        services = self.picker.selection
        if not services:
            self.refused.emit(self.tr("맞는 업무를 먼저 고르세요. 바뀐 것은 없습니다."))
            return
        if self._busy:
            return
        self._busy = True
        codes = tuple(service.code for service in services)
        work = partial(
            self._session.parts.corrections.correct_services, self._session.actor, self._visit.id, codes, word
        )
        self._session.runner.run(Lane.DESK, self, work, self._on_corrected, self._on_failed)

    def _on_corrected(self, visit: VisitRecord) -> None:
        self._busy = False
        self.corrected.emit(visit)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UnknownService):
            work = partial(self._session.parts.offices.services, self._session.actor)
            self._session.runner.run(Lane.DESK, self, work, self.picker.offer)
        self.refused.emit(sentence_for(error))
