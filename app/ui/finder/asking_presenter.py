"""What is said leads to answers: the state of the line, of the answers below it and of the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.directory import LifeEvent, Question, Task
from app.domain.errors import AppError
from app.domain.finding import Found, Why
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

ANSWERS = 5


class Stage(Enum):
    """What the screen has to show."""

    PREPARING = auto()
    NO_DIRECTORY = auto()
    START = auto()
    ANSWERS = auto()
    UNSURE = auto()
    """Nothing fits; the rows are what is nearest and no answer."""
    EVENT = auto()
    """Everything that is to be done after something happened in a life."""


@dataclass(frozen=True)
class Row:
    """A task to choose. `why` of an answer; `step` (from 1) and `note` of what a life event asks for."""

    task: Task
    why: Why | None = None
    step: int = 0
    note: str = ""


@dataclass(frozen=True)
class Asked:
    """What is shown. `chosen` is a place among `rows`; None: none of them, as long as nothing fits."""

    stage: Stage = Stage.PREPARING
    query: str = ""
    rows: tuple[Row, ...] = ()
    chosen: int | None = None
    question: Question | None = None
    events: tuple[LifeEvent, ...] = ()
    event: LifeEvent | None = None

    @property
    def row(self) -> Row | None:
        """The chosen one."""
        return None if self.chosen is None else self.rows[self.chosen]

    @property
    def phrase(self) -> str:
        """What the citizen came with."""
        return self.query.strip() or (self.event.name if self.event is not None else "")


@dataclass(frozen=True)
class _Directory:
    """The office's directory as it was read last."""

    tasks: dict[str, Task] = field(default_factory=dict)
    events: tuple[LifeEvent, ...] = ()

    @property
    def active(self) -> bool:
        return any(task.active for task in self.tasks.values())


class AskingPresenter(QObject):
    """Finds in the window's own thread, because an answer is there sooner than a thread could be asked for it."""

    changed = Signal(object)
    """An `Asked`."""
    directory_read = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject, beside: AskingPresenter | None = None) -> None:
        """`beside`: another line over the same directory, which then is not read again."""
        super().__init__(parent)
        self._session = session
        self._directory: _Directory | None = None if beside is None else beside._directory
        self._reading = False
        self.state = self._answered("")

    @property
    def events(self) -> tuple[LifeEvent, ...]:
        """Every life event of the office."""
        return self._directory.events if self._directory is not None else ()

    def task(self, task_id: str | None) -> Task | None:
        """The task with this id, also one that is found no more."""
        if task_id is None or self._directory is None:
            return None
        return self._directory.tasks.get(task_id)

    def read(self) -> None:
        """Read the directory anew, and have everything there that the first question needs."""
        if self._reading:
            return
        self._reading = True
        work = partial(_read, self._session.parts, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_read, self._on_failed)

    def ask(self, text: str) -> None:
        """The line says `text` now, what is being composed included."""
        if text != self.state.query or self.state.event is not None:
            self._show(self._answered(text))
            if self._directory is None:
                self.read()

    def suggest(self, phrase: str, besides: str) -> None:
        """Where else `phrase` may lead than to the task `besides`; nothing is chosen yet."""
        found = self._answered(phrase)
        rows = tuple(row for row in found.rows if row.task.id != besides)
        stage = Stage.ANSWERS if rows else found.stage
        self._show(Asked(stage, "", rows))

    def clear(self) -> None:
        """As before anybody said anything."""
        self._show(self._answered(""))

    def move(self, steps: int) -> None:
        """Choose the row so many further down; where none is chosen yet, the first or the last."""
        count = len(self.state.rows)
        if not count:
            return
        at = self.state.chosen
        place = (0 if steps > 0 else count - 1) if at is None else max(0, min(count - 1, at + steps))
        self.choose(place)

    def choose(self, place: int) -> None:
        """Choose a row."""
        if 0 <= place < len(self.state.rows) and place != self.state.chosen:
            self._show(replace(self.state, chosen=place))

    def decide(self, place: int) -> None:
        """The citizen's answer to the question: its task comes first and is chosen."""
        question = self.state.question
        if question is None or not 0 <= place < len(question.choices):
            return
        task = self.task(question.choices[place].task_id)
        if task is None:
            return
        own = next((row for row in self.state.rows if row.task.id == task.id), Row(task))
        others = [row for row in self.state.rows if row.task.id != task.id]
        rows = (own, *others)[:ANSWERS]
        self._show(replace(self.state, stage=Stage.ANSWERS, rows=rows, chosen=0, question=None))

    def open_event(self, event: LifeEvent) -> None:
        """Show everything that is to be done after `event`."""
        steps = ((self.task(step.task_id), step.note) for step in event.steps)
        there = [(task, note) for task, note in steps if task is not None and task.active]
        rows = tuple(Row(task, step=place, note=note) for place, (task, note) in enumerate(there, start=1))
        query = self.state.query
        self._show(Asked(Stage.EVENT, query, rows, 0 if rows else None, None, self.state.events, event))

    def close_event(self) -> None:
        """Back to the answers, or to the beginning."""
        if self.state.event is not None:
            self._show(self._answered(self.state.query))

    def _answered(self, text: str) -> Asked:
        directory = self._directory
        if directory is None:
            return Asked(Stage.PREPARING, text)
        if not directory.active:
            return Asked(Stage.NO_DIRECTORY, text)
        if not text.strip():
            return Asked(Stage.START, text, events=directory.events)
        try:
            found = self._session.parts.finder.find(self._session.actor, text, ANSWERS)
        except AppError as error:
            self.failed.emit(sentence_for(error))
            return Asked(Stage.START, text, events=directory.events)
        return _shown(text, found)

    def _show(self, state: Asked) -> None:
        self.state = state
        self.changed.emit(state)

    def _on_read(self, directory: _Directory) -> None:
        self._reading = False
        first = self._directory is None
        changed = directory != self._directory
        self._directory = directory
        if changed:
            self.directory_read.emit()
        if first or (changed and self.state.stage in (Stage.NO_DIRECTORY, Stage.START)):
            self._show(self._answered(self.state.query))

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(sentence_for(error))


def _shown(text: str, found: Found) -> Asked:
    rows = tuple(Row(answer.task, answer.why) for answer in found.answers)
    if not found.confident or not rows:
        return Asked(Stage.UNSURE, text, rows, None, None, found.events)
    return Asked(Stage.ANSWERS, text, rows, 0, found.question, found.events)


def departments(rows: Iterable[Row]) -> Sequence[str]:
    """The departments of `rows`, each once, in their order."""
    return tuple(dict.fromkeys(row.task.department for row in rows))


def _read(parts: DeskParts, actor: Actor) -> _Directory:
    parts.finder.ready(actor)
    tasks = {task.id: task for task in parts.directory.tasks(actor)}
    events = tuple(event for event in parts.directory.events(actor) if event.active)
    return _Directory(tasks, tuple(sorted(events, key=lambda event: (event.position, event.name))))
