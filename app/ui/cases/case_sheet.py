"""One case as it stands: what was asked, when it is due, what was done, and what can be done."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from app.domain.actors import Actor
from app.domain.cases import CaseLine, CaseStatus
from app.ui.cases.action_bar import ActionBar
from app.ui.cases.acts import acts_of
from app.ui.cases.attachment_strip import AttachmentStrip
from app.ui.cases.step_fields import next_step
from app.ui.cases.timeline_list import TimelineList
from app.ui.cases.words import letter_of, standing_clock, timeline
from app.ui.shared import case_words as words
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, ElidedText, Notice, Text, restyle, row

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_TEXT_LINES = 4


class CaseSheet(Card):
    """Shows one `CaseView`; decides nothing."""

    due_pressed = Signal()
    name_pressed = Signal()
    matter_pressed = Signal(str)
    """The id of another case on the same matter."""
    files_dropped = Signal(object)

    def __init__(self, zone: ZoneInfo, actor: Actor) -> None:
        super().__init__(margins=(18, 12, 18, 12))
        self.column.setSpacing(7)
        self.setAcceptDrops(True)
        self._zone = zone
        self._actor = actor
        self.number = Text("", "strong")
        self.status = Text("", "strong", Tone.PRIMARY)
        self.about = ElidedText("", "body", Tone.QUIET)
        self.title = ElidedText("", "heading")
        self.who = ElidedText("", "body")
        self.show_name = Button(self.tr("이름 보기  Ctrl+I"), "quiet", "user-round", self.tr("이름 보기"))
        self.due = Button("", "clock", "clock")
        self.due.setProperty("scale", "big")
        self.how = Button(self.tr("어떻게 셌나요?  Ctrl+D"), "quiet", name=self.tr("어떻게 셌나요?"))
        self.moved = Notice(Tone.WARNING, "clock")
        self.pause = Notice(Tone.PRIMARY, "hourglass")
        self.sealed = Notice(Tone.WARNING, "lock")
        self.said = Notice(Tone.SUCCESS, "circle-check")
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.text = QPlainTextEdit()
        self.text.setObjectName("whole")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("내용"))
        self.matter = Flow()
        self.timeline = TimelineList(self.tr("처리 과정"))
        self.attachments = AttachmentStrip()
        self.deeds = ActionBar()
        self._lay_out()
        for button in (self.due, self.how):
            button.clicked.connect(self.due_pressed)
        self.show_name.clicked.connect(self.name_pressed)
        self.setFocusProxy(self.timeline)

    def _lay_out(self) -> None:
        top = row(self.number, self.status, self.about, spacing=10)
        top.setStretch(2, 1)
        person = QHBoxLayout()
        person.setSpacing(6)
        person.addWidget(self.who, 1)
        person.addWidget(self.show_name)
        when = row(self.due, self.how, 1, spacing=4)
        self.line = QFrame()
        self.line.setObjectName("line")
        self.column.addLayout(top)
        self.column.addWidget(self.title)
        self.column.addLayout(person)
        self.column.addLayout(when)
        for notice in (self.sealed, self.moved, self.pause, self.said, self.notice):
            self.column.addWidget(notice)
        self.column.addWidget(self.text)
        self.column.addWidget(self.matter)
        self.column.addWidget(self.timeline, 1)
        self.column.addWidget(self.attachments)
        self.column.addWidget(self.line)
        self.column.addWidget(self.deeds)

    def show_case(self, view: CaseView, today: date, *, named: bool) -> None:
        """Fill the sheet. `named`: the citizen's name was asked for and is shown."""
        case, line = view.case, view.line
        self.number.say(case.number)
        status = words.status(view.course.status)
        if view.course.result is not None:
            status = f"{status} · {words.result(view.course.result)}"
        tone = words.STATUS_TONES[view.course.status]
        self.status.say(status, tone if tone is not Tone.PLAIN else Tone.PRIMARY)
        kinds = [words.kind(case.kind), *(words.flag(flag) for flag in sorted(case.flags))]
        ways = (words.channel(case.channel), words.written_by(case.written_by))
        self.about.say(" · ".join((*kinds, *ways, *self._owner_words(view))))
        self.title.say(case.title or self._titleless(view))
        self._show_person(view, named)
        self._show_due(view, today)
        self.pause.say(standing_clock(view, today))
        self.sealed.say(
            self.tr("같은 내용의 두 번째 고충민원이라 감사담당관이 처리합니다. 내용은 볼 수 없습니다(시행령 제17조).")
            if view.sealed
            else ""
        )
        self._show_text(view)
        self._show_matter(view, today)
        self.timeline.show_rows(timeline(view, today, self._zone) if not view.sealed else ())
        may_change = not (view.sealed or case.erased or view.course.status is CaseStatus.CLOSED)
        self.attachments.show_attachments(view.attachments, may_change=may_change)
        for part in (self.attachments, self.line):
            part.setVisible(not view.sealed)
        self.show_letter(view)
        self.setAccessibleName(f"{case.number} {words.kind(case.kind)} {line.title}")

    def show_letter(self, view: CaseView) -> None:
        """The actions, and the letter that the chosen step gives rise to."""
        letter = "" if view.sealed or view.case.erased else words.letter(letter_of(view, self.timeline.chosen())[0])
        following = next_step(view.possible, view)
        self.deeds.show_possible(view.possible, following, letter, acts_of(view, self._actor))

    def _titleless(self, view: CaseView) -> str:
        return self.tr("(볼 수 없음)") if view.sealed else self.tr("(개인정보를 지움)")

    def _show_person(self, view: CaseView, named: bool) -> None:
        case = view.case
        self.show_name.setVisible(bool(case.name) and not named)
        if view.sealed or not case.name:
            self.who.say(self.tr("이름 없음") if not view.sealed else "–")
            return
        if named:
            self.who.say(" · ".join(part for part in (case.name, case.phone, case.address) if part))
        else:
            self.who.say(view.line.masked_name)

    def _show_due(self, view: CaseView, today: date) -> None:
        due, line = view.due, view.line
        day, clock = (due.day, due.clock) if due is not None else (None, "")
        tone = words.due_tone_of_line(line, today)
        said = words.due_moment(day, clock, today)
        if day is not None and line.ended_on is None and line.status is not CaseStatus.ANSWERED:
            said = self.tr("기한 {moment} · {distance}").format(
                moment=said, distance=words.due_distance(day, clock, today)
            )
        elif day is not None:
            said = self.tr("기한 {moment}").format(moment=said)
        moved = ""
        if line.moved_from is not None:
            before = words.day(line.moved_from, today)
            moved = self.tr("기한 옮겨짐: 쉬는 날이 바뀌어 {day}에서 옮겨졌습니다.").format(day=before)
        self.moved.say(moved)
        self.due.setText(said)
        self.due.setAccessibleName(said)
        for button in (self.due, self.how):
            button.setEnabled(day is not None)
        shade = tone.value if tone in (Tone.WARNING, Tone.DANGER) else ""
        if self.due.property("tone") != shade:
            self.due.setProperty("tone", shade)
            restyle(self.due)

    def _owner_words(self, view: CaseView) -> list[str]:
        """In which department, with whom, and until when it has to be taken over while it is on its way."""
        department = view.departments.get(view.course.department_code, view.line.department)
        owner = view.names.get(view.course.owner, view.course.owner)
        parts = [department, owner or self.tr("아직 맡은 사람 없음")]
        if view.course.transfer is not None:
            clock = f"{view.course.transfer.due:%H:%M}"
            by_when = words.due_moment(view.course.transfer.due.date(), clock, view.course.transfer.due.date())
            parts.append(self.tr("{moment}까지 이어받아야 함").format(moment=by_when))
        return [part for part in parts if part]

    def _show_text(self, view: CaseView) -> None:
        said = view.case.text
        if self.text.toPlainText() != said:
            self.text.setPlainText(said)
        self.text.setVisible(bool(said))
        lines = min(_TEXT_LINES, max(2, said.count("\n") + 1 + len(said) // 50))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + 26)

    def _show_matter(self, view: CaseView, today: date) -> None:
        chips: list[QWidget] = []
        if view.same_matter:
            said = self.tr("같은 내용 {count}번째").format(count=view.submissions)
            chips.append(Text(said, "strong", Tone.WARNING if view.submissions > 1 else Tone.QUIET))
        for line in view.same_matter[:4]:
            chip = Button(f"{line.number} · {_ending(line)}", "kept", name=f"{line.number} {line.title}")
            chip.setToolTip(line.title)
            chip.clicked.connect(partial(self.matter_pressed.emit, line.id))
            chips.append(chip)
        self.matter.put(chips)

    # --- files dropped onto it ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.files_dropped.emit(paths)


def _ending(line: CaseLine) -> str:
    return words.result(line.result) if line.result is not None else words.status(line.status)
