"""The calm strip of a note that runs: how long it lasts, what the rule allows now, and the keys.

It takes its own line above the status line and never the keyboard.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.incidents import IncidentEnd
from app.ui.incident import words
from app.ui.incident.presenter import IncidentPresenter
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, IconLabel, Text, restyle, row

_EVERY_MS = 1_000


class IncidentStrip(QFrame):
    """Hidden while nothing runs."""

    write_pressed = Signal()

    def __init__(self, presenter: IncidentPresenter) -> None:
        super().__init__()
        self.setObjectName("incidentStrip")
        self.setAccessibleName(self.tr("특이민원 기록"))
        self._presenter = presenter
        self._refused = ""
        self.clock = Text("", "heading")
        self.line = ElidedText("", "body")
        self.warn = _button(self.tr("경고했음  Shift+F11"), self.tr("경고했음"))
        self.end = _button(self.tr("대화 종료  Ctrl+F11"), self.tr("대화 종료"))
        self.write = _button(self.tr("적기  F11"), self.tr("적기"))
        self.away = _button(self.tr("닫기"), self.tr("기록 줄 닫기"), "quiet")
        self._icon = IconLabel("shield-alert", Tone.PRIMARY, 22)
        line = row(self._icon, self.clock, spacing=10)
        line.addWidget(self.line, 1)
        for button in (self.warn, self.end, self.write, self.away):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._show_time)
        self.warn.clicked.connect(presenter.warn)
        self.end.clicked.connect(self.end_talk)
        self.write.clicked.connect(self.write_pressed)
        self.away.clicked.connect(self._on_away)
        presenter.changed.connect(self._show)
        presenter.refused.connect(self.refuse)
        self.hide()

    def end_talk(self) -> None:
        """Ended by us, as the rule allows; how it really ended can be put right when it is written."""
        incident = self._presenter.incident
        if incident is not None and incident.ended_at is None:
            self._presenter.end(IncidentEnd.ENDED_BY_US)

    def tell(self, sentence: str) -> None:
        """What has been done; while a note runs, until the next second's words."""
        self._stand_alone()
        self.line.say(sentence, Tone.SUCCESS)

    def refuse(self, sentence: str) -> None:
        """Why something was not done. It stands until something else happens."""
        self._refused = sentence
        self._stand_alone()
        self.line.say(sentence, Tone.DANGER)

    def _show(self) -> None:
        self._refused = ""
        incident = self._presenter.incident
        self.setVisible(incident is not None)
        if incident is None:
            self._timer.stop()
            return
        runs = incident.ended_at is None
        self.warn.setVisible(runs)
        self.warn.setEnabled(incident.warned_at is None)
        self.end.setVisible(runs)
        self.write.show()
        self.away.setVisible(not runs)
        if runs:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_time()

    def _stand_alone(self) -> None:
        """Without a note the strip is there for its sentence only."""
        if self._presenter.incident is None:
            self.clock.say("")
            for button in (self.warn, self.end, self.write):
                button.hide()
            self.away.show()
            self.show()

    def _on_away(self) -> None:
        self._presenter.put_away()
        self._refused = ""
        self.setVisible(self._presenter.incident is not None)

    def _show_time(self) -> None:
        incident = self._presenter.incident
        if incident is None:
            return
        lasted = self._presenter.lasted()
        self.clock.say(words.length(lasted))
        sentence, tone = (self._refused, Tone.DANGER) if self._refused else self._sentence(lasted)
        self.line.say(sentence, tone)
        self._icon.show_icon("shield-alert" if incident.ended_at is None else "circle-check", tone)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)

    def _sentence(self, lasted: timedelta) -> tuple[str, Tone]:
        """Where the conversation stands by the office's rule."""
        incident, limits = self._presenter.incident, self._presenter.limits
        assert incident is not None
        if incident.ended_at is not None:
            return self.tr("{end} · 지금 적어 두면 보고서가 됩니다").format(end=words.end(incident.end)), Tone.SUCCESS
        warned = [self.tr("경고함")] if incident.warned_at is not None else []
        if lasted >= timedelta(minutes=limits.end):
            said = self.tr("{minutes}분이 지났습니다. 대화를 끝낼 수 있습니다.").format(minutes=limits.end)
            return " · ".join((*warned, said)), Tone.DANGER
        if lasted >= timedelta(minutes=limits.notice):
            said = self.tr("{notice}분이 지났습니다. {end}분에 끝난다고 미리 알려 주세요.")
            return " · ".join((*warned, said.format(notice=limits.notice, end=limits.end))), Tone.WARNING
        if warned:
            return self.tr("경고함 · 그치지 않으면 대화를 끝낼 수 있습니다"), Tone.PRIMARY
        return self.tr("시각과 창구를 적었습니다 · 하던 일을 계속하셔도 됩니다"), Tone.PRIMARY


def _button(text: str, name: str, kind: str = "secondary") -> Button:
    made = Button(text, kind, name=name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # work goes on where it was
    return made
