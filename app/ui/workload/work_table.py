"""Who has how much: a row a department or a bureau, never an officer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.domain.case_overview import CaseOverview, WorkRow
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row

translate = QCoreApplication.translate


class WorkCard(Card):
    """Ctrl+G turns between departments and bureaus."""

    def __init__(self) -> None:
        super().__init__(margins=(8, 10, 8, 8))
        columns: tuple[Column[WorkRow], ...] = (
            Column(translate("Workload", "부서"), lambda r: r.name, bold=True),
            Column(translate("Workload", "열림"), lambda r: str(r.open), 60, right=True),
            Column(
                translate("Workload", "지남"),
                lambda r: str(r.overdue),
                60,
                tone=lambda r: Tone.DANGER if r.overdue else Tone.QUIET,
            ),
            Column(translate("Workload", "이번 달 답변"), lambda r: str(r.answered), 92, right=True),
            Column(translate("Workload", "답변까지"), _days, 84, right=True),
            Column(translate("Workload", "건당 보완"), _supplements, 84, right=True),
        )
        self.by_bureau = Button(self.tr("국별로  Ctrl+G"), "chip", name=self.tr("국별로"))
        self.by_bureau.setCheckable(True)
        self.model: RecordTableModel[WorkRow] = RecordTableModel(columns, key=lambda r: r.code, parent=self)
        self.table = RecordTable(translate("Workload", "부서별 업무"))
        self.table.setModel(self.model)
        self.table.fit_columns(columns)
        self.hint = Text(
            self.tr(
                "답변까지는 근무일의 가운데 값이고 다섯 건부터 나옵니다. "
                "건당 보완이 높은 부서는 까닭을 물어보세요. 담당자별로는 세지 않습니다."
            ),
            "small",
            Tone.QUIET,
            wrap=True,
        )
        column = QVBoxLayout()
        column.setContentsMargins(8, 0, 8, 0)
        column.addLayout(row(Text(self.tr("누가 얼마나"), "heading"), 1, self.by_bureau))
        self.column.setSpacing(8)
        self.column.addLayout(column)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.hint)
        self._overview: CaseOverview | None = None
        self.by_bureau.clicked.connect(self._refresh)

    def show_overview(self, overview: CaseOverview) -> None:
        """Show the rows of now."""
        self._overview = overview
        self._refresh()

    def turn(self) -> None:
        """By bureau instead of by department, or back."""
        self.by_bureau.setChecked(not self.by_bureau.isChecked())
        self._refresh()

    def _refresh(self) -> None:
        if self._overview is not None:
            of = self._overview
            self.model.set_records(of.by_bureau if self.by_bureau.isChecked() else of.by_department)


def _days(of: WorkRow) -> str:
    return "–" if of.median_days is None else translate("Workload", "{n}일").format(n=f"{of.median_days:g}")


def _supplements(of: WorkRow) -> str:
    return "–" if of.supplements_per_case is None else f"{of.supplements_per_case:.2f}"
