"""What stands below the line while nothing is asked: how to ask, and the life events to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.directory import LifeEvent
from app.ui.finder.asking_presenter import Stage
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, shortcut


class StartCard(Card):
    """A sentence, examples, and a chip for each life event."""

    event_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(24, 22, 24, 22))
        self.heading = Text("", "title", wrap=True)
        self.hint = Text("", "lead", wrap=True)
        self.examples = Text(
            self.tr(
                "예: 할머니 장례 치렀어요 · 여권 만들러 왔는데 · 담배연기 신고 · ㅈㅊㄷㅅ · durnjs · "
                "민원여권과 · 4101 · where can I register my dog"
            ),
            "body",
            Tone.QUIET,
            wrap=True,
        )
        self.events_title = Text(self.tr("살면서 생기는 일 · 할 일을 차례로"), "heading")
        self.flow = Flow(8)
        self._events: tuple[LifeEvent, ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_event)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("cardInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.heading, self.hint, self.examples):
            column.addWidget(widget)
        column.addSpacing(14)
        column.addWidget(self.events_title)
        column.addWidget(self.flow)
        column.addStretch(1)
        scroll.setWidget(inside)
        self.column.addWidget(scroll)

    def show_stage(self, stage: Stage, events: Sequence[LifeEvent]) -> None:
        """Say what can be done now."""
        preparing, empty = stage is Stage.PREPARING, stage is Stage.NO_DIRECTORY
        if preparing:
            self.heading.say(self.tr("찾을 준비를 하고 있습니다"))
            self.hint.say(self.tr("지금 치시는 말은 준비되는 대로 바로 찾습니다."))
        elif empty:
            self.heading.say(self.tr("업무 안내 자료가 아직 없습니다"))
            self.hint.say(self.tr("관리자가 ‘관리’ 화면에서 업무 안내 파일을 가져오면 바로 찾을 수 있습니다."))
        else:
            self.heading.say(self.tr("하신 말씀을 들은 그대로 치세요"))
            self.hint.say(self.tr("사투리, 줄임말, 틀린 글자, 초성, 부서 이름, 전화번호 모두 됩니다."))
        self.examples.setVisible(not (preparing or empty))
        self._show_events(() if preparing or empty else tuple(events))

    def _show_events(self, events: tuple[LifeEvent, ...]) -> None:
        self.events_title.setVisible(bool(events))
        if events == self._events:
            return
        self._events = events
        for old in self._group.buttons():
            self._group.removeButton(old)
        chips: list[QWidget] = []
        for place, event in enumerate(events):
            chip = Button(event.name, "secondary")
            chip.setProperty("scale", "big")
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(chip, place)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, chip.click)
            chips.append(chip)
        self.flow.put(chips)

    def _on_event(self, place: int) -> None:
        self.event_chosen.emit(self._events[place])
