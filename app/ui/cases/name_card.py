"""Before the citizen's name is shown: why, in one key; it is logged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from app.domain.case_names import NameReason
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row, shortcut


class NameCard(Card):
    """1 – 4 chooses the reason; Esc leaves the name covered."""

    chosen = Signal(object)
    """A `NameReason`."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(18, 14, 18, 14))
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("이름을 왜 보시나요?"), "heading", wrap=True))
        hint = Text(self.tr("누가 왜 보았는지 접속기록에 남습니다."), "body", Tone.QUIET, wrap=True)
        self.column.addWidget(hint)
        self.buttons: list[Button] = []
        for number, reason in enumerate(NameReason, start=1):
            button = Button(f"{number}   {self._words(reason)}", "secondary", name=self._words(reason))
            button.setProperty("align", "left")
            button.clicked.connect(partial(self.chosen.emit, reason))
            shortcut(self, str(number), button.click)
            self.buttons.append(button)
            self.column.addWidget(button)
        leave = Button(self.tr("그만두기  Esc"), "quiet", name=self.tr("그만두기"))
        leave.clicked.connect(self.left)
        shortcut(self, "Esc", self.left.emit)
        self.column.addStretch(1)
        self.column.addLayout(row(1, leave))
        self.setFocusProxy(self.buttons[0])

    def _words(self, reason: NameReason) -> str:
        match reason:
            case NameReason.CONTACT:
                return self.tr("연락하려고")
            case NameReason.IDENTITY:
                return self.tr("본인인지 확인하려고")
            case NameReason.PAPERS:
                return self.tr("서류를 쓰려고")
            case NameReason.OTHER:
                return self.tr("그 밖의 처리에 필요해서")
