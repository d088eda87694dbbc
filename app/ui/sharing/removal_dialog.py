"""Before a counter is taken out of sharing: until which day its slips count, and what follows."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from app.domain.sharing import CounterState
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, Text, row

_WIDTH = 600


class RemovalDialog(FittedDialog):
    """Enter goes back; taking the counter out is a press of its own."""

    chosen = Signal(object, object)
    """The `CounterState` and the last day."""

    def __init__(self, counter: CounterState, today: date, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self._counter = counter
        heading = self.tr("{name}({code})을(를) 공유에서 뺄까요?").format(name=counter.name, code=counter.counter_code)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.last_day = QDateEdit(QDate(today.year, today.month, today.day))
        self.last_day.setCalendarPopup(True)
        self.last_day.setDisplayFormat("yyyy-MM-dd")
        self.last_day.setAccessibleName(self.tr("접수증이 유효한 마지막 날"))
        self.unsent = Notice(Tone.WARNING, "triangle-alert")
        self.stay = Button(self.tr("그만두기  Esc"), "primary", name=self.tr("그만두기"))
        self.go = Button(self.tr("공유에서 빼기"), "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        words = self.tr(
            "그 PC는 더 이상 주고받지 못합니다. 이미 보낸 기록은 모두 남고, 그 PC의 기록도 그대로 있습니다. "
            "다시 쓰려면 새로 초대해야 합니다."
        )
        column.addWidget(Text(words, "body", wrap=True))
        column.addWidget(self.unsent)
        column.addWidget(Text(self.tr("접수증이 유효한 마지막 날"), "strong"))
        column.addLayout(row(self.last_day, 1))
        hint = self.tr("이날까지 이 창구에서 나간 접수증으로는 설문에 답할 수 있습니다. 그 뒤의 것은 받지 않습니다.")
        column.addWidget(Text(hint, "small", Tone.QUIET, wrap=True))
        column.addLayout(row(1, self.go, self.stay))
        if counter.unsent:
            self.unsent.say(
                self.tr(
                    "마지막 연락 때 이 창구에는 보내지 않은 변경이 {count}개 있었습니다. "
                    "아직 있다면 그 PC에만 남습니다."
                ).format(count=counter.unsent)
            )
        self.go.setAutoDefault(False)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.stay.setFocus()

    def _on_go(self) -> None:
        self.chosen.emit(self._counter, cast(date, self.last_day.date().toPython()))
        self.accept()
