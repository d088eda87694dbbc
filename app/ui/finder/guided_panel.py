"""Today's citizens who were shown the way: what became of each is one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.directory import Task
from app.domain.guidance import Guidance, GuidanceOutcome
from app.ui.finder import words
from app.ui.finder.guided_presenter import Guided, GuidedPresenter
from app.ui.shared.record_table import Column, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, row, shortcut

_TONES = {
    GuidanceOutcome.OPEN: Tone.QUIET,
    GuidanceOutcome.RIGHT: Tone.SUCCESS,
    GuidanceOutcome.WRONG: Tone.WARNING,
    GuidanceOutcome.WITHDRAWN: Tone.QUIET,
}


class GuidedTable(WholeRowsTable):
    """A printable letter belongs to the line of what is said, not to a search in this table."""

    def keyboardSearch(self, search: str) -> None:
        return


class GuidedPanel(Card):
    """Newest first; the keys act on the row that is chosen, or on the newest one nobody has said anything of."""

    wrong_wanted = Signal(object)
    left = Signal()

    def __init__(self, presenter: GuidedPresenter, task_of: Callable[[str | None], Task | None]) -> None:
        super().__init__(margins=(8, 14, 8, 12))
        self.column.setSpacing(8)
        self._presenter = presenter
        self._task_of = task_of
        self.title = Text(self.tr("오늘 안내한 사람"), "heading")
        self.hint = Text("", "body")
        self.model: RecordTableModel[Guidance] = RecordTableModel(self._columns(), key=lambda g: g.id, parent=self)
        self.table = GuidedTable(self.tr("오늘 안내한 사람 목록"))
        self.table.setObjectName("waitingTable")
        self.table.setModel(self.model)
        self.table.ensurePolished()
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState(
            "signpost",
            self.tr("오늘은 아직 안내가 없습니다"),
            self.tr("안내한 뒤 맞았는지 알려 주시면 다음부터 먼저 나옵니다."),
        )
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.said = Notice(Tone.SUCCESS, "circle-check")
        self.right = _button(self.tr("맞았음  F5"), "primary", "check", self.tr("맞았음"))
        self.wrong = _button(self.tr("다른 곳이었음  F8"), "secondary", "x", self.tr("다른 곳이었음"))
        self.taken = _button(self.tr("넘겨받음  Ctrl+T"), "secondary", "", self.tr("이송을 넘겨받음"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        head = row(self.title, 1, self.hint)
        head.setContentsMargins(10, 0, 10, 0)
        foot = row(self.right, self.wrong, self.taken, 1)
        foot.setContentsMargins(10, 0, 10, 0)
        self.column.addLayout(head)
        self.column.addWidget(self.said)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._pages, 1)
        self.column.addLayout(foot)
        self.right.clicked.connect(self.say_right)
        self.wrong.clicked.connect(self.say_wrong)
        self.taken.clicked.connect(self.say_taken_over)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        shortcut(self.table, "Esc", self.left.emit)
        for keys in ("Return", "Enter"):
            shortcut(self.table, keys, self.say_right)
        presenter.changed.connect(self._show)
        self._on_selection()

    def _columns(self) -> tuple[Column[Guidance], ...]:
        return (
            Column(self.tr("시각"), self._clock, 64),
            Column(self.tr("하신 말씀"), self._said, tip=self._tip, spoken=self._tip),
            Column(self.tr("안내한 곳"), self._desk, 132, bold=True),
            Column(self.tr("결과"), self._outcome, 118, tone=lambda g: _TONES[g.outcome], tip=self._outcome),
        )

    def start(self) -> None:
        """Put the keyboard onto the rows, on the newest one nobody has said anything of."""
        if not self.model.records:
            return
        self.table.setFocus()
        if self.selected() is None and (guidance := self._meant()) is not None:
            self.table.selectRow(self.model.row_of(guidance.id) or 0)

    def select(self, guidance_id: str) -> None:
        """Choose a row, if it is there."""
        if (place := self.model.row_of(guidance_id)) is not None:
            self.table.selectRow(place)

    def deselect(self) -> None:
        """The keys mean the newest one again."""
        self.table.clearSelection()

    def selected(self) -> Guidance | None:
        """Whose row is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def say_right(self) -> None:
        """The chosen one came to the right desk."""
        if (guidance := self._meant()) is not None:
            self.select(guidance.id)  # pressed twice it is still the same one
            self._presenter.right(guidance)

    def say_wrong(self) -> None:
        """The chosen one came to the wrong desk; which was the right one is asked."""
        if (guidance := self._meant()) is not None:
            self.select(guidance.id)
            self.wrong_wanted.emit(guidance)

    def say_taken_over(self) -> None:
        """What was transferred has been taken over: the chosen one, or the one due first."""
        guidance = self.selected()
        if guidance is None or guidance.due is None or guidance.taken_at is not None:
            guidance = next(iter(self._presenter.state.transfers), None)
        if guidance is not None:
            self._presenter.taken_over(guidance)

    def refresh(self) -> None:
        """The directory was read: names may be others."""
        self.model.refresh_words()

    def _meant(self) -> Guidance | None:
        chosen = self.selected()
        if chosen is not None:
            return chosen
        return next((g for g in self._presenter.state.today if g.outcome is GuidanceOutcome.OPEN), None)

    def _show(self, state: Guided) -> None:
        self.title.say(self.tr("오늘 안내한 사람 {count}명").format(count=len(state.today)))
        unknown = self.tr("결과를 모르는 분 {count}명").format(count=state.unknown)
        self.hint.say(unknown if state.unknown else "")
        self.model.set_records(state.today)
        self.model.refresh_words()
        self._pages.setCurrentWidget(self.table if state.today else self.empty)
        self._on_selection()

    def _on_selection(self) -> None:
        meant = self._meant()
        for button in (self.right, self.wrong):
            button.setEnabled(meant is not None)
        self.taken.setVisible(bool(self._presenter.state.transfers))

    def _clock(self, guidance: Guidance) -> str:
        return f"{guidance.at.astimezone(self._presenter.moment().tzinfo):%H:%M}"

    def _said(self, guidance: Guidance) -> str:
        task = self._task_of(guidance.task_id)
        return guidance.phrase or (task.title if task is not None else "")

    def _desk(self, guidance: Guidance) -> str:
        task = self._task_of(guidance.task_id)
        return task.department if task is not None else ""

    def _outcome(self, guidance: Guidance) -> str:
        return words.outcome(guidance, self._task_of(guidance.actual_task_id))

    def _tip(self, guidance: Guidance) -> str:
        task = self._task_of(guidance.task_id)
        lines = [guidance.phrase]
        if task is not None:
            lines.append(words.spoken(task))
        if guidance.reason is not None:
            lines.append(words.wrong_reason(guidance.reason))
        return "\n".join(line for line in lines if line)


def _button(text: str, kind: str, icon_name: str, name: str) -> Button:
    made = Button(text, kind, icon_name, name)
    made.setProperty("scale", "tall")
    return made
