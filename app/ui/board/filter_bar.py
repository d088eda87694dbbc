"""Which cards are shown: a few letters, a department, and what has become of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from app.ui.board.presenter import Group
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, ElidedText, row

GROUPS = tuple(Group)


class FilterBar(QWidget):
    """The search line, the department and the two ways to other windows; below them the chips and a quiet line."""

    text_changed = Signal(str)
    group_chosen = Signal(object)
    department_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._departments: Sequence[tuple[str, str]] = ()
        self.search = TypedLine()
        self.search.setPlaceholderText(self.tr("카드에서 찾기  Ctrl+F"))
        self.search.setAccessibleName(self.tr("카드에서 찾기"))
        self.search.setClearButtonEnabled(True)
        self.search.lead_with("search")
        self.department = QComboBox()
        self.department.setAccessibleName(self.tr("부서"))
        self.department.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.department.addItem(self.tr("모든 부서"), "")
        self.new = Button(self.tr("새 카드  Ctrl+N"), "primary", "plus", self.tr("새 카드"))
        self.wall = Button(self.tr("벽 화면  Ctrl+Shift+F11"), "secondary", "monitor", self.tr("벽 화면"))
        for button in (self.new, self.wall):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chips = QButtonGroup(self)
        chips: list[QWidget] = []
        for place, group in enumerate(GROUPS):
            chip = Button(self._words(group), "chip")
            chip.setCheckable(True)
            chip.setChecked(group is Group.OPEN)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.chips.addButton(chip, place)
            chips.append(chip)
        flow = Flow()
        flow.put(chips)
        self.said = ElidedText("", "body", Tone.SUCCESS)
        self.undo = Button(self.tr("되돌리기  Ctrl+Z"), "quiet", "undo-2", self.tr("되돌리기"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.setEnabled(False)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = row(self.department, self.new, self.wall)
        first.insertWidget(0, self.search, 1)
        second = row()
        second.addWidget(flow, 3)
        second.addWidget(self.said, 2)
        second.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self.search.live_text_changed.connect(self.text_changed)
        self.chips.idClicked.connect(self._on_chip)
        self.department.activated.connect(self._on_department)

    def show_departments(self, departments: Sequence[tuple[str, str]]) -> None:
        """Which departments can be chosen; the chosen one stays so."""
        if departments == self._departments:
            return
        self._departments = departments
        chosen = self.department.currentData()
        while self.department.count() > 1:
            self.department.removeItem(1)
        for code, name in departments:
            self.department.addItem(name, code)
        self.department.setCurrentIndex(max(0, self.department.findData(chosen)))

    def start_search(self) -> None:
        """Put the cursor into the search line."""
        self.search.setFocus()
        self.search.selectAll()

    def _words(self, group: Group) -> str:
        match group:
            case Group.OPEN:
                return self.tr("할 일")
            case Group.REVIEW:
                return self.tr("장기 검토")
            case Group.DONE:
                return self.tr("마친 카드")
            case Group.HIDDEN:
                return self.tr("숨긴 카드")
            case Group.ALL:
                return self.tr("전체")

    def _on_chip(self, place: int) -> None:
        self.group_chosen.emit(GROUPS[place])

    def _on_department(self, place: int) -> None:
        self.department_chosen.emit(self.department.itemData(place))
