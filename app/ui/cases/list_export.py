"""Writing a list of cases to a file, in the lane for big files: how far it is, what became of it, reasons of before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.config.files import write_file
from app.domain.actors import Actor
from app.domain.case_exports import ExportedCases
from app.domain.cases import CaseFilter, CaseLine, SearchedWhere
from app.domain.languages import ScreenLanguage
from app.ui.cases.export_dialog import CaseExportDialog, free_name
from app.ui.daily_sheet.meter import Meter
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_LOOK_EVERY_MS = 150
_REASONS = 5
_TOLD_EVERY = 500


class ListExport(QObject):
    """One file at a time. It lives as long as its owner's desk, and so do the reasons given."""

    begun = Signal()
    """Somebody wants a file: what was said of the one before is over."""
    progressed = Signal(str)
    """How far the file is, in words; "" when there is none any more."""
    exported = Signal(str)
    """What has been written, in a sentence."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.reasons: tuple[str, ...] = ()
        """Given since somebody signed in, the newest first."""
        self._folder = Path.home()
        self._meter: Meter | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def running(self) -> bool:
        return self._meter is not None

    def ask(self, what: str, wanted: CaseFilter, day: date, window: QWidget) -> None:
        """Ask why and where to, and write the list there. `what` names it."""
        if self.running:
            return
        self.begun.emit()
        dialog = CaseExportDialog(what, free_name(self._folder, day), self.reasons, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self.begin, wanted))
        dialog.open()

    def begin(self, wanted: CaseFilter, path: Path, reason: str) -> None:
        """Write everything that is looked for, as XLSX or CSV by the name's end."""
        if self._meter is not None:
            return
        self.reasons = (reason, *(each for each in self.reasons if each != reason))[:_REASONS]
        self._folder = path.parent
        self._meter = Meter()
        session = self._session
        language = session.store.settings.language
        work = _Work(session.parts, session.actor, wanted, path, reason, language, session.zone, self._meter)
        session.runner.run(Lane.FILES, self, partial(_export, work), partial(self._on_exported, path), self._on_failed)
        self._look.start()
        self._on_look()

    def cancel(self) -> None:
        """Stop, if the file is not being written yet."""
        if self._meter is not None:
            self._meter.cancel()

    def _on_look(self) -> None:
        if self._meter is None:
            return
        done, total = self._meter.done, self._meter.total
        if total and done >= total:
            self.progressed.emit(self.tr("{count:,}건을 파일로 만드는 중…").format(count=total))
        elif total:
            self.progressed.emit(self.tr("{count:,}건 가운데 {done:,}건째…").format(count=total, done=done))
        else:
            self.progressed.emit(self.tr("내보낼 것을 읽는 중… {done:,}건").format(done=done))

    def _end(self) -> None:
        self._meter = None
        self._look.stop()
        self.progressed.emit("")

    def _on_exported(self, path: Path, made: ExportedCases) -> None:
        self._end()
        said = [self.tr("목록 {count:,}건을 내보냈습니다: {path}").format(count=made.count, path=path)]
        if made.left_out:
            said.append(self.tr("감사담당관이 맡은 {count:,}건은 뺐습니다.").format(count=made.left_out))
        if made.where is SearchedWhere.HERE_ONLY:
            said.append(self.tr("연결이 없어 이 PC에 있는 것만 담았습니다."))
        self.exported.emit(" ".join(said))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(sentence_for(error))


@dataclass(frozen=True)
class _Work:
    """What the lane needs; holds no QObject."""

    parts: DeskParts
    actor: Actor
    wanted: CaseFilter
    path: Path
    reason: str
    language: ScreenLanguage
    zone: tzinfo
    meter: Meter


def _export(work: _Work) -> ExportedCases:
    form = "csv" if work.path.suffix.lower() == ".csv" else "xlsx"

    def write(lines: tuple[CaseLine, ...]) -> None:
        told = _told(lines, work.meter)
        write_file(work.path, work.parts.render_case_list(told, form, work.language, work.zone))

    return work.parts.cases.export(work.actor, work.wanted, work.reason, form, write, work.meter)


def _told(lines: tuple[CaseLine, ...], meter: Meter) -> Iterator[CaseLine]:
    for done, line in enumerate(lines):
        if done % _TOLD_EVERY == 0:
            meter(done, len(lines))
        yield line
    meter(len(lines), len(lines))
