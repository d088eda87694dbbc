"""The fields of a new case, from its kind to its department."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.domain.cases import KIND_RULES, CaseKind, Channel, NewCase, WrittenBy
from app.domain.due import set_by_service
from app.ui.cases.new_case_more import NewCaseMore
from app.ui.cases.new_case_presenter import Lists
from app.ui.cases.pick_field import Choice, PickField
from app.ui.cases.words import period_words
from app.ui.shared import case_words as words
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Text, restyle, row, shortcut

KINDS = (
    CaseKind.GRIEVANCE,
    CaseKind.LAW_QUESTION,
    CaseKind.PROCEDURE_QUESTION,
    CaseKind.SUGGESTION,
    CaseKind.OTHER,
    CaseKind.PRAISE,
    CaseKind.PERMIT,
    CaseKind.REPORT,
    CaseKind.REGISTER,
    CaseKind.CERTIFICATE,
)
"""In the order of their keys: 1 to 9, and 0."""
_CHANNELS = (Channel.COUNTER, Channel.PHONE, Channel.PAPER, Channel.POST, Channel.ONLINE)
_WRITERS = tuple(WrittenBy)


class NewCaseFields(QWidget):
    """A digit chooses the kind while the keys are on the kinds, Ctrl and a digit from everywhere."""

    edited = Signal()
    entered = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self.more = NewCaseMore(zone)
        self.kinds, self.channels, self.writers = QButtonGroup(self), QButtonGroup(self), QButtonGroup(self)
        self.title = self._line(self.tr("제목"), self.tr("한 줄로: 무엇을 바라시나요?"))
        self.text = TypedText(4, breaks=True)
        self.text.setAccessibleName(self.tr("내용"))
        self.name = self._line(self.tr("이름"), "")
        self.phone = self._line(self.tr("전화"), "")
        self.address = self._line(self.tr("주소"), "")
        self.department = PickField(self.tr("부서"), self.tr("부서 이름이나 초성"))
        self.service = PickField(self.tr("업무"), self.tr("업무 이름이나 초성"))
        self.about = Text("", "body", Tone.QUIET, wrap=True)
        self.named = Text("", "body", Tone.QUIET, wrap=True)
        self.person = QWidget()
        self.person.setObjectName("cardInside")
        self.service_label = Text(self.tr("업무 (처리기간이 업무마다 다릅니다)"), "strong")
        self._lay_out()
        self.text.edited.connect(self.edited)
        self.more.edited.connect(self.edited)
        self.more.entered.connect(self.entered)
        for field in (self.department, self.service):
            field.picked.connect(self.edited)
            field.entered.connect(self.entered)
        self.kinds.idClicked.connect(self.choose_kind)
        for group in (self.channels, self.writers):
            group.idClicked.connect(self.edited)
        self._show_kind()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        kinds = [f"{(place + 1) % 10} {words.kind(kind)}" for place, kind in enumerate(KINDS)]
        column.addWidget(self._chips(self.kinds, kinds, self.tr("종류"), None))
        column.addWidget(self.about)
        column.addSpacing(8)
        for label, field in ((self.tr("제목"), self.title), (self.tr("내용"), self.text)):
            column.addSpacing(4)
            column.addWidget(Text(label, "strong"))
            column.addWidget(field)
        column.addSpacing(8)
        channels = [words.channel(each) for each in _CHANNELS]
        writers = [words.written_by(each) for each in _WRITERS]
        ways = row(
            self._chips(self.channels, channels, self.tr("받은 길"), 0),
            self._chips(self.writers, writers, self.tr("글을 쓴 사람"), 0),
            spacing=18,
        )
        ways.setStretch(0, 5)
        ways.setStretch(1, 4)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addWidget(self.named)
        self._lay_out_person()
        column.addWidget(self.person)
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(Text(self.tr("맡을 부서"), "strong"), 0, 0)
        grid.addWidget(self.department, 1, 0)
        grid.addWidget(self.service_label, 0, 1)
        grid.addWidget(self.service, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(8)
        column.addWidget(self.more)
        column.addStretch(1)

    def _lay_out_person(self) -> None:
        grid = QGridLayout(self.person)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (label, field) in enumerate(
            ((self.tr("이름"), self.name), (self.tr("전화"), self.phone), (self.tr("주소"), self.address))
        ):
            grid.addWidget(Text(label, "strong"), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, (2, 3, 5)[place])

    def _line(self, name: str, hint: str) -> TypedLine:
        made = TypedLine()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.live_text_changed.connect(self.edited)
        made.returnPressed.connect(self.entered)
        return made

    def _chips(self, group: QButtonGroup, names: list[str], label: str, chosen: int | None) -> Flow:
        chips: list[QWidget] = []
        for place, name in enumerate(names):
            chip = Button(name, "chip", name=f"{label} {name}")
            chip.setCheckable(True)
            chip.setChecked(place == chosen)
            group.addButton(chip, place)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, self.entered.emit)
            chips.append(chip)
        flow = Flow()
        flow.put(chips)
        return flow

    # --- what is chosen ---

    @property
    def kind(self) -> CaseKind | None:
        """The kind that is chosen."""
        place = self.kinds.checkedId()
        return KINDS[place] if place >= 0 else None

    def choose_kind(self, place: int) -> None:
        """Choose a kind; the cursor goes on to the title."""
        self.kinds.button(place).setChecked(True)
        self._show_kind()
        self.edited.emit()
        if not self.text.hasFocus():
            self.title.setFocus()

    def offer(self, lists: Lists) -> None:
        """What can be picked from, and which day it is."""
        self.more.be_on(lists.today)
        self.department.offer([Choice(each.code, each.name, each.bureau) for each in lists.departments])
        self.service.offer([Choice(s.code, f"{s.name} · {s.department_name}", s.keywords) for s in lists.services])

    def fill(self, new: NewCase | None) -> None:
        """Show what is given; None: an empty form without a kind."""
        self.kinds.setExclusive(False)
        for place, kind in enumerate(KINDS):
            self.kinds.button(place).setChecked(new is not None and kind is new.kind)
        self.kinds.setExclusive(True)
        shown = new or NewCase(CaseKind.OTHER, "")
        for field, value in (
            (self.title, shown.title),
            (self.name, shown.name),
            (self.phone, shown.phone),
            (self.address, shown.address),
        ):
            field.setText(value)
        self.text.fill(shown.text)
        self.channels.button(_CHANNELS.index(shown.channel) if shown.channel in _CHANNELS else 0).setChecked(True)
        self.writers.button(_WRITERS.index(shown.written_by)).setChecked(True)
        self.department.show_code(shown.department_code)
        self.service.show_code(shown.service_code or "")
        self.more.fill(shown)
        self.show_wrong("")
        self._show_kind()

    def begun(self) -> bool:
        """Whether anything is written here."""
        fields = (self.title, self.name, self.phone, self.address)
        written = any(field.live_text().strip() for field in fields) or bool(self.text.live_text().strip())
        return written or self.more.begun()

    def typed(self, *, settled: bool = False) -> NewCase | None:
        """What stands here; with `settled` every half-composed syllable has become part of it. None without a kind."""
        if (kind := self.kind) is None:
            return None
        if settled:
            for field in (self.title, self.name, self.phone, self.address):
                field.settle()
            self.text.settled_text()
            self.department.settle()
            self.service.settle()
            self.more.settle()
        named = KIND_RULES[kind].named
        typed = NewCase(
            kind,
            self.title.live_text(),
            self.text.live_text(),
            _CHANNELS[self.channels.checkedId()],
            _WRITERS[self.writers.checkedId()],
            self.name.live_text() if named else "",
            self.phone.live_text() if named else "",
            self.address.live_text() if named else "",
            self.department.code,
            self.service.code or None if set_by_service(kind) else None,
        )
        return self.more.completed(typed)

    def show_wrong(self, name: str) -> None:
        """Mark one field, and no other; the cursor goes there."""
        fields: dict[str, TypedLine | TypedText | PickField] = {
            "title": self.title,
            "case_title": self.title,
            "text": self.text,
            "name": self.name,
            "phone": self.phone,
            "address": self.address,
            "department_code": self.department,
            "department": self.department,
            "service": self.service,
            "service_code": self.service,
            "period": self.service,
        }
        wrong = fields.get(name)
        for field in dict.fromkeys(fields.values()):
            target = field.line if isinstance(field, PickField) else field
            target.setProperty("wrong", "true" if field is wrong else "false")
            restyle(target)
        if wrong is not None and wrong.isVisibleTo(self):
            wrong.setFocus()
        self.more.show_wrong(name)

    def start(self) -> None:
        """The keys are on the kinds, or in the title once the kind is chosen."""
        if self.kind is None:
            self.kinds.button(0).setFocus()
        else:
            self.title.setFocus()

    def _show_kind(self) -> None:
        kind = self.kind
        if kind is None:
            self.about.say(self.tr("무슨 민원인지 숫자로 고르세요. 처리기간과 필요한 것이 정해집니다."))
            self.person.hide()
            self.named.hide()
            self._show_service(wanted=False)
            return
        rule = KIND_RULES[kind]
        parts = [self._period_words(kind)]
        parts.append(self.tr("접수증을 드립니다") if rule.slip else self.tr("접수증은 원하실 때"))
        if not rule.oral:
            parts.append(self.tr("글로 받습니다"))
        self.about.say(" · ".join(part for part in (*parts, rule.article) if part))
        self.named.say(
            self.tr("답을 드려야 해서 이름과 주소가 필요합니다.")
            if rule.named
            else self.tr("이 종류는 이름 없이 받습니다. 개인정보를 묻지 않습니다.")
        )
        self.named.show()
        self.person.setVisible(rule.named)
        self._show_service(wanted=set_by_service(kind))

    def _period_words(self, kind: CaseKind) -> str:
        if kind is CaseKind.PRAISE:
            return self.tr("처리기간 없음")
        period = KIND_RULES[kind].period
        return period_words(period) if period else self.tr("처리기간은 업무에 따라")

    def _show_service(self, *, wanted: bool) -> None:
        self.service.setVisible(wanted)
        self.service_label.setVisible(wanted)
