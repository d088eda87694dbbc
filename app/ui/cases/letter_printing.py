"""A letter's way to paper or into a file: drawn on the desk lane, printed on the print lane."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.letters import LetterKind
from app.domain.printer_addresses import is_printer_address
from app.domain.slips import Paper
from app.ui.parts import DeskParts
from app.ui.shared import case_words
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf, write_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class _Job:
    """`number` is the case's, which stands in the file's name; nothing of the citizen does."""

    actor: Actor
    case_id: str
    number: str
    kind: LetterKind
    step_id: str | None
    settings: DeskSettings

    @property
    def on_roll(self) -> bool:
        """A receipt goes where slips go."""
        return self.kind is LetterKind.RECEIPT and is_printer_address(self.settings.printer)

    @property
    def file(self) -> str:
        return f"{self.number}-{self.kind.value}"


class LetterPrinting(QObject):
    """Nothing of a letter is kept here: it is drawn anew from the case each time."""

    done = Signal(str)
    """A sentence about a letter that is on its way, or lies in a file."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_letter(self, case_id: str, number: str, kind: LetterKind, step_id: str | None = None) -> None:
        """Print it on this PC's printer."""
        job = self._job(case_id, number, kind, step_id)
        work = partial(_draw, self._session.parts, job, _paper(job))
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_drawn, job), self._on_failed)

    def save_letter(self, case_id: str, number: str, kind: LetterKind, step_id: str | None, path: Path) -> None:
        """Write it as PDF, on A4."""
        job = self._job(case_id, number, kind, step_id)
        work = partial(_save, self._session.parts, job, path)
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_saved, path), self._on_failed)

    def _job(self, case_id: str, number: str, kind: LetterKind, step_id: str | None) -> _Job:
        return _Job(self._session.actor, case_id, number, kind, step_id, self._session.store.settings)

    def _on_drawn(self, job: _Job, pdf: bytes) -> None:
        work = partial(_print, self._session.parts, job, pdf)
        self._session.runner.run(Lane.PRINT, self, work, partial(self._on_printed, job), self._on_failed)

    def _on_printed(self, job: _Job, _nothing: None) -> None:
        letter = case_words.letter(job.kind)
        self.done.emit(self.tr("{letter}: 프린터로 보냈습니다({number}).").format(letter=letter, number=job.number))

    def _on_saved(self, path: Path, _nothing: None) -> None:
        self.done.emit(self.tr("PDF로 저장했습니다: {path}").format(path=path))

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _paper(job: _Job) -> Paper | None:
    """Rolls are for receipts only; a roll printer set up with A5 paper has no A5 paper."""
    if not job.on_roll:
        return None
    return Paper.ROLL80 if job.settings.paper is Paper.A5 else job.settings.paper


def _draw(parts: DeskParts, job: _Job, paper: Paper | None) -> bytes:
    content = parts.cases.letter(job.actor, job.case_id, job.kind, job.step_id)
    return parts.render_letter(content, paper)


def _save(parts: DeskParts, job: _Job, path: Path) -> None:
    write_pdf(path, _draw(parts, job, None), private=True)


def _print(parts: DeskParts, job: _Job, pdf: bytes) -> None:
    paper = _paper(job)
    if paper is not None:
        parts.print_receipt(pdf, paper, job.settings.printer)
    else:
        print_pdf(pdf, job.settings.printer, parts.rasterise, parts.home / "letters", job.file)
