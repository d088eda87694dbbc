"""Choosing the improvement task that the open case asks for."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.improvements import Improvement, ImprovementStatus, LinkKind
from app.ui.cases.acts import CaseAct, act_words
from app.ui.cases.card_form import CardForm
from app.ui.improvements.words import status_tone, status_words
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Text, shortcut

RUNNING = (ImprovementStatus.CONSULTING, ImprovementStatus.ON_TRACK, ImprovementStatus.DELAYED)


class TaskCard(CardForm):
    """Emits the `Improvement` that is chosen: Enter links with it, and takes the link back where there is one."""

    def __init__(self, case_id: str) -> None:
        super().__init__(
            act_words(CaseAct.IMPROVEMENT),
            self.tr("이 민원이 어느 과제의 까닭인지 남깁니다. 과제에는 민원 번호만 보입니다."),
            self.tr("잇기  Enter"),
        )
        self._case_id = case_id
        self.none = Text(self.tr("불러오는 중…"), "body", Tone.QUIET, wrap=True)
        self.model: RecordTableModel[Improvement] = RecordTableModel(
            (
                Column(self.tr("과제"), lambda each: each.form.title, tip=lambda each: each.form.goal, bold=True),
                Column(self.tr("부서"), lambda each: each.department, 120),
                Column(
                    self.tr("상태"),
                    lambda each: self.tr("이어짐") if self.is_linked(each) else status_words(each.form.status),
                    110,
                    tone=lambda each: Tone.SUCCESS if self.is_linked(each) else status_tone(each.form.status),
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        self.table = RecordTable(self.tr("진행 중인 중점과제"))
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.body.addWidget(self.none)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.table.hide()
        self.save.setEnabled(False)
        for keys in ("Return", "Enter"):
            shortcut(self.table, keys, self.submit)
        self.table.doubleClicked.connect(self.submit)
        self.table.selectionModel().selectionChanged.connect(self._say_which)

    def is_linked(self, task: Improvement) -> bool:
        """Whether the case is among what asks for the task."""
        return (LinkKind.CASE, self._case_id) in task.links

    def show_tasks(self, tasks: Sequence[Improvement]) -> None:
        """All tasks there are; those that run can be chosen."""
        running = tuple(each for each in tasks if each.form.status in RUNNING)
        self.model.set_records(running)
        self.none.say("" if running else self.tr("진행 중인 중점과제가 없습니다. Alt+4에서 먼저 만들어 주세요."))
        self.none.setVisible(not running)
        self.table.setVisible(bool(running))
        if running:
            self.table.selectRow(0)
            self.table.setFocus()

    def start(self) -> None:
        (self.table if self.model.records else self.leave).setFocus()

    @property
    def chosen(self) -> Improvement | None:
        """The task whose row is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def submit(self) -> None:
        if (task := self.chosen) is not None:
            self.show_trouble("", "")
            self.submitted.emit(task)

    def _say_which(self) -> None:
        task = self.chosen
        linked = task is not None and self.is_linked(task)
        self.save.setEnabled(task is not None)
        self.save.setText(self.tr("과제에서 빼기  Enter") if linked else self.tr("잇기  Enter"))
