"""What leaves the program, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.domain.visits import WORD_LIMIT
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Text, row

_WIDTH = 560
KINDS = ("xlsx", "csv", "visits")


class ExportDialog(FittedDialog):
    """Tables as XLSX or CSV, or the list of visits, which needs a reason."""

    chosen = Signal(str, str)
    """The kind (one of `KINDS`) and the reason."""

    def __init__(self, period: str, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        heading = self.tr("{period} 내보내기").format(period=period)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        names = (
            self.tr("현황 표 — 엑셀 파일(XLSX)"),
            self.tr("현황 표 — 글자 파일(CSV)"),
            self.tr("방문 목록 — 엑셀 파일(XLSX), 메모와 번호표는 빼고"),
        )
        self.kinds = QButtonGroup(self)
        self.reason = TypedLine()
        self.reason.setMaxLength(WORD_LIMIT)
        self.reason.setAccessibleName(self.tr("내보내는 까닭"))
        self.reason.setPlaceholderText(self.tr("예: 월간 업무 보고"))
        self.hint = Text("", "small", Tone.QUIET, wrap=True)
        self.go = Button(self.tr("내보내기"), "primary")
        self.stay = Button(self.tr("그만두기"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading"))
        for number, name in enumerate(names):
            button = QRadioButton(name)
            button.setChecked(number == 0)
            self.kinds.addButton(button, number)
            column.addWidget(button)
        column.addWidget(Text(self.tr("내보내는 까닭"), "small", Tone.QUIET))
        column.addWidget(self.reason)
        column.addWidget(self.hint)
        column.addSpacing(6)
        column.addLayout(row(1, self.stay, self.go))
        self.kinds.idToggled.connect(self._on_changed)
        self.reason.live_text_changed.connect(self._on_changed)
        self.go.clicked.connect(self._on_go)
        self.stay.clicked.connect(self.reject)
        self.go.setDefault(True)
        self._on_changed()
        self.kinds.button(0).setFocus()

    @property
    def kind(self) -> str:
        """What is chosen."""
        return KINDS[self.kinds.checkedId()]

    def _on_changed(self) -> None:
        needed = self.kind == "visits"
        self.go.setEnabled(not needed or bool(self.reason.live_text().strip()))
        self.hint.say(
            self.tr("방문 목록은 까닭을 적어야 내보낼 수 있습니다. 누가 왜 내보냈는지 접속기록에 남습니다.")
            if needed
            else self.tr("적지 않아도 됩니다. 누가 내보냈는지 접속기록에 남습니다.")
        )

    def _on_go(self) -> None:
        self.chosen.emit(self.kind, self.reason.settled_text())
        self.accept()
