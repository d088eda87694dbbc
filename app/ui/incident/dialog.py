"""The small window of a note: what kind it was, how it ended, what happened, who saw it. Nobody is named."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.incidents import AbuseKind, Incident, IncidentEnd, IncidentForm
from app.ui.incident import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Notice, Text, row, shortcut

_WIDTH = 900
KINDS = tuple(AbuseKind)
ENDS = tuple(end for end in IncidentEnd if end is not IncidentEnd.OPEN)


class IncidentDialog(FittedDialog):
    """Alt and a digit say what it was, Ctrl and a digit how it ended; Enter keeps it."""

    kept = Signal(object, object, bool)
    """An `IncidentForm`, an `IncidentEnd`, and whether its report is to be printed."""

    def __init__(self, incident: Incident, counter: str, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("특이민원 기록"))
        self.setAccessibleName(self.tr("특이민원 기록"))
        self.incident = incident
        self._zone = zone
        self.kinds, self.ends = QButtonGroup(self), QButtonGroup(self)
        self.text = TypedText(5)
        self.text.setAccessibleName(self.tr("있었던 일"))
        self.text.setPlaceholderText(self.tr("무엇이 있었는지 차례로 · 상대방의 이름은 적지 않습니다"))
        self.text.fill(incident.text)
        self.witnesses = TypedLine()
        self.witnesses.setAccessibleName(self.tr("본 사람"))
        self.witnesses.setPlaceholderText(self.tr("예: 2번 창구 직원, 청원경찰"))
        self.witnesses.setText(incident.witnesses)
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.keep = Button(self.tr("저장   Enter"), "primary", name=self.tr("저장"))
        self.report = Button(self.tr("저장하고 보고서 인쇄  Ctrl+P"), "secondary", "printer", self.tr("보고서 인쇄"))
        self.leave = Button(self.tr("닫기  Esc"), name=self.tr("닫기"))
        for button in (self.keep, self.report, self.leave):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("특이민원 기록"), "title"))
        column.addWidget(Text(self._times(counter), "body", Tone.QUIET, wrap=True))
        column.addWidget(Text(self.tr("어떤 일이었나요"), "strong"))
        column.addWidget(
            self._chips(self.kinds, [words.kind(each) for each in KINDS], "Alt", KINDS.index(incident.kind))
        )
        column.addWidget(Text(self.tr("어떻게 끝났나요"), "strong"))
        ended = ENDS.index(incident.end) if incident.end in ENDS else -1
        column.addWidget(self._chips(self.ends, [words.end(each) for each in ENDS], "Ctrl", ended))
        column.addWidget(Text(self.tr("있었던 일"), "strong"))
        column.addWidget(self.text)
        column.addWidget(Text(self.tr("본 사람"), "strong"))
        column.addWidget(self.witnesses)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addLayout(row(self.leave, 1, self.report, self.keep))
        self.text.entered.connect(self._on_keep)
        self.witnesses.returnPressed.connect(self._on_keep)
        self.keep.clicked.connect(self._on_keep)
        self.report.clicked.connect(self._on_report)
        self.leave.clicked.connect(self.reject)
        shortcut(self, "Ctrl+P", self._on_report)
        self.text.setFocus()

    def form(self) -> IncidentForm:
        """What is written now."""
        return IncidentForm(
            KINDS[self.kinds.checkedId()], self.text.settled_text().strip(), self.witnesses.settled_text().strip()
        )

    def end(self) -> IncidentEnd:
        """How it ended; OPEN while nothing is chosen."""
        place = self.ends.checkedId()
        return ENDS[place] if place >= 0 else IncidentEnd.OPEN

    def begun(self) -> bool:
        """Whether something is written or chosen that is not kept yet."""
        incident = self.incident
        kept = (incident.kind, incident.text, incident.witnesses, incident.end)
        return kept != (
            KINDS[self.kinds.checkedId()],
            self.text.live_text().strip(),
            self.witnesses.live_text().strip(),
            self.end(),
        )

    def refuse(self, sentence: str) -> None:
        """It was not kept."""
        self.hint.say(sentence)
        self.text.setFocus()

    def _times(self, counter: str) -> str:
        incident = self.incident
        parts = [self.tr("시작 {time}").format(time=self._clock(incident.begun_at)), counter]
        if incident.warned_at is not None:
            parts.append(self.tr("경고 {time}").format(time=self._clock(incident.warned_at)))
        if incident.ended_at is not None:
            parts.append(self.tr("끝 {time}").format(time=self._clock(incident.ended_at)))
        return " · ".join(parts)

    def _clock(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%H:%M:%S}"

    def _chips(self, group: QButtonGroup, names: list[str], modifier: str, chosen: int) -> Flow:
        chips: list[QWidget] = []
        for place, name in enumerate(names):
            chip = Button(f"{name}  {modifier}+{place + 1}", "chip", name=name)
            chip.setCheckable(True)
            chip.setChecked(place == chosen)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(chip, place)
            shortcut(self, f"{modifier}+{place + 1}", chip.click)
            chips.append(chip)
        flow = Flow(6)
        flow.put(chips)
        return flow

    def _on_keep(self) -> None:
        self.kept.emit(self.form(), self.end(), False)

    def _on_report(self) -> None:
        self.kept.emit(self.form(), self.end(), True)
