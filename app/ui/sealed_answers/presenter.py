"""Reading the sealed answers: only with the passphrase, only while the screen is open."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.paths import resources
from app.domain.languages import Language
from app.domain.sealed import SealedEntry
from app.domain.surveys import INTEGRITY, parse_survey
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class SealedAnswersPresenter(QObject):
    """Holds the opened answers, and lets go of them when the screen is left."""

    opened = Signal()
    closed = Signal()
    refused = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: tuple[SealedEntry, ...] = ()
        self._round = 0
        self._words: dict[str, str] = {}
        self._troubles: frozenset[str] = frozenset()
        self.only_troubles = True

    def open(self, passphrase: str) -> None:
        """Open the answers; the passphrase is not kept."""
        self._round += 1
        self.busy_changed.emit(True)
        work = partial(self._session.parts.sealed.list, self._session.actor, passphrase)
        done, failed = partial(self._on_entries, self._round), partial(self._on_failed, self._round)
        self._session.runner.run(Lane.DESK, self, work, done, failed)

    def close(self) -> None:
        """Forget everything that was opened, also what is still on its way."""
        self._round += 1
        self._entries = ()
        self.busy_changed.emit(False)
        self.closed.emit()

    def show_only_troubles(self, only: bool) -> None:
        """Leave out answers that report nothing."""
        self.only_troubles = only
        self.opened.emit()

    def shown(self) -> tuple[tuple[int, SealedEntry], ...]:
        """The answers to show with a number each, those that report something first."""
        numbered = list(enumerate(self._entries))
        reporting = [entry for entry in numbered if self.reports(entry[1])]
        rest = [] if self.only_troubles else [entry for entry in numbered if not self.reports(entry[1])]
        return (*reporting, *rest)

    @property
    def total(self) -> int:
        return len(self._entries)

    def reports(self, entry: SealedEntry) -> bool:
        """Whether this answer says that something happened."""
        self._read_words()
        return bool(set(entry.q7) & self._troubles) or bool(entry.text) or not entry.readable

    def in_words(self, entry: SealedEntry) -> str:
        """What was ticked, in the window's language."""
        self._read_words()
        if not entry.readable:
            return self.tr("열 수 없는 답")
        return ", ".join(self._words.get(value, value) for value in entry.q7)

    def _read_words(self) -> None:
        if self._words:
            return
        path = resources() / "survey" / "survey.json"
        question = parse_survey(json.loads(path.read_text(encoding="utf-8"))).question(INTEGRITY)
        language = Language(self._session.store.settings.language.value)
        self._words = {option.value: option.words[language] for option in question.options}
        self._troubles = question.help_on

    def _on_entries(self, asked: int, entries: tuple[SealedEntry, ...]) -> None:
        if asked != self._round:
            return
        self._entries = entries
        self.busy_changed.emit(False)
        self.opened.emit()

    def _on_failed(self, asked: int, error: Exception) -> None:
        if asked == self._round:
            self.busy_changed.emit(False)
            self.refused.emit(sentence_for(error))
