"""Before a counter is invited: which departments' visits it is to be given."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.administration import DepartmentEntry
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, Text, row

_WIDTH = 640
_COLUMNS = 2
_ROWS = 6
_EVERY, _CHOSEN = 0, 1


class InviteDialog(FittedDialog):
    """Enter makes the code; as it comes up, for a counter that sees everything."""

    wanted = Signal(object)
    """Codes of the departments, or None for all."""

    def __init__(self, departments: Sequence[DepartmentEntry], parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        heading = self.tr("창구 PC 초대")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.choices = QButtonGroup(self)
        chips = []
        for number, name in enumerate((self.tr("모든 부서"), self.tr("고른 부서만"))):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(number == _EVERY)
            self.choices.addButton(chip, number)
            chips.append(chip)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("이 창구가 볼 부서"))
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.hint = Text(
            self.tr(
                "고른 부서의 접수와 이 창구가 접수한 것만 받습니다. 다른 부서의 접수는 이 창구로 넘겨도 여기에 보이지 "
                "않습니다. 나중에 바꾸려면 창구를 빼고 다시 초대합니다."
            ),
            "small",
            Tone.QUIET,
            wrap=True,
        )
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.stay = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        self.go = Button(self.tr("초대 코드 만들기  Enter"), "primary", name=self.tr("초대 코드 만들기"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        words = self.tr("새 PC에서 적을 초대 코드를 만듭니다. 24시간 안에 한 번만 쓸 수 있습니다.")
        column.addWidget(Text(words, "body", wrap=True))
        column.addWidget(Text(self.tr("이 창구가 볼 접수"), "strong"))
        column.addLayout(row(*chips, 1))
        column.addWidget(self.list)
        column.addWidget(self.hint)
        column.addWidget(self.trouble)
        column.addLayout(row(1, self.stay, self.go))
        for chip in chips:
            chip.setAutoDefault(False)
        self.stay.setAutoDefault(False)
        self.go.setDefault(True)
        self.choices.idClicked.connect(self._on_choice)
        self.list.itemChanged.connect(self._on_checked)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.put_departments(departments)
        self._on_choice(_EVERY)
        self.go.setFocus()

    def put_departments(self, departments: Sequence[DepartmentEntry]) -> None:
        """Offer those in use, in the office's order; what has been checked meanwhile stays."""
        checked = self.checked()
        high = self.list.fontMetrics().height() + 14
        room = _WIDTH - 48 - self.list.verticalScrollBar().sizeHint().width() - 12
        cell = QSize(room // _COLUMNS, high)
        self.list.clear()
        for department in departments:
            if department.retired_at is not None:
                continue
            item = QListWidgetItem(department.name)
            item.setData(Qt.ItemDataRole.UserRole, department.code)
            item.setToolTip(department.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            on = department.code in checked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setSizeHint(cell)
            self.list.addItem(item)
        self.list.setGridSize(cell)
        rows = -(-self.list.count() // _COLUMNS)
        self.list.setFixedHeight(high * max(1, min(_ROWS, rows)) + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():  # it grows up and down, so that it stays on a small screen
            self.move(self.x(), max(0, self.y() - (event.size().height() - event.oldSize().height()) // 2))

    def checked(self) -> tuple[str, ...]:
        """Codes of the departments that are checked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _on_choice(self, number: int) -> None:
        limited = number == _CHOSEN
        self.list.setVisible(limited)
        self.hint.setVisible(limited)
        self.trouble.say("")
        if limited:
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self.list.setFocus()

    def _on_checked(self) -> None:
        self.trouble.say("")

    def _on_go(self) -> None:
        codes = self.checked() if self.choices.checkedId() == _CHOSEN else None
        if codes == ():
            self.trouble.say(self.tr("부서를 하나 이상 고르세요. 화살표로 옮기고 Space로 고릅니다."))
            self.list.setFocus()
            return
        self.wanted.emit(codes)
        self.accept()
