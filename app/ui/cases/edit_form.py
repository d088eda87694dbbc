"""Putting right what was received: the form of everything that is not a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseKind, Channel, WrittenBy
from app.domain.due import set_by_service
from app.ui.cases.acts import CaseAct, act_words
from app.ui.cases.card_form import CardForm
from app.ui.cases.flag_chips import FlagChips
from app.ui.cases.pick_field import Choice, PickField
from app.ui.shared import case_words as words
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Text, row


class EditForm(CardForm):
    """Emits a `CaseChange` of what differs from the case it was made of; nothing else is touched."""

    name_wanted = Signal()
    """Name, telephone and address are covered: somebody wants to put them right."""

    def __init__(self, case: Case, *, named: bool) -> None:
        """`named`: the name may be shown, because it was said why, or because there is none."""
        hint = self.tr("접수할 때 잘못 적은 것을 바로잡습니다. 누가 무엇을 고쳤는지 기록에 남습니다.")
        super().__init__(act_words(CaseAct.EDIT), hint, self.tr("저장  Ctrl+Enter"), scrolls=True)
        self.case = case
        self.kind = _box(self.tr("종류"), [(words.kind(each), each) for each in CaseKind])
        self.channel = _box(self.tr("받은 길"), [(words.channel(each), each) for each in Channel])
        self.writer = _box(self.tr("글을 쓴 사람"), [(words.written_by(each), each) for each in WrittenBy])
        self.title = self._line(self.tr("제목"))
        self.text = TypedText(3 if named else 5, breaks=True)
        self.text.setAccessibleName(self.tr("내용"))
        self.name = self._line(self.tr("이름"))
        self.phone = self._line(self.tr("전화"))
        self.address = self._line(self.tr("주소"))
        self.external = self._line(self.tr("새올 번호"))
        self.flags = FlagChips()
        self.flags.entered.connect(self.submit)
        self.service = PickField(self.tr("업무"), self.tr("업무 이름이나 초성"))
        self.service.entered.connect(self.submit)
        self.service_label = Text(self.tr("업무"), "strong")
        self._named = named
        self._lay_out()
        self.fields = {
            "title": self.title,
            "case_title": self.title,
            "text": self.text,
            "name": self.name,
            "phone": self.phone,
            "address": self.address,
            "channel": self.channel,
            "kind": self.kind,
            "external_number": self.external,
            "service_code": self.service.line,
            "period": self.service.line,
        }
        self._fill({name: getattr(case, name) for name in self._values()} | {"service_code": case.service_code})
        self.kind.currentIndexChanged.connect(self._show_service)
        self._show_service()

    def _lay_out(self) -> None:
        self.body.addLayout(
            _columns(
                (self.tr("종류"), self.kind, 4),
                (self.tr("받은 길"), self.channel, 3),
                (self.tr("글을 쓴 사람"), self.writer, 4),
            )
        )
        self.body.addSpacing(6)
        self.add(self.tr("제목"), self.title)
        self.add(self.tr("내용"), self.text)
        if self._named:
            self.body.addLayout(_columns((self.tr("이름"), self.name, 2), (self.tr("전화"), self.phone, 3)))
            self.body.addSpacing(6)
            self.add(self.tr("주소"), self.address)
        else:
            covered = Text(self.tr("이름·전화·주소는 왜 보는지 적은 뒤 고칩니다."), "body", Tone.QUIET, wrap=True)
            show = Button(self.tr("이름 보기  Ctrl+I"), "secondary", "user-round", self.tr("이름 보기"))
            show.setProperty("scale", "small")
            show.clicked.connect(self.name_wanted)
            line = row(covered, show)
            line.setStretch(0, 1)
            self.body.addLayout(line)
            self.body.addSpacing(6)
        self.body.addWidget(self.service_label)
        self.body.addWidget(self.service)
        self.add(self.tr("새올 번호 (18자리)"), self.external)
        self.body.addWidget(self.flags)
        self.body.addStretch(1)
        for covered_field in (self.name, self.phone, self.address) if not self._named else ():
            covered_field.setParent(self)
            covered_field.hide()

    def _line(self, name: str) -> TypedLine:
        made = TypedLine()
        made.setAccessibleName(name)
        made.returnPressed.connect(self.submit)
        return made

    # --- what it says ---

    def offer(self, services: Sequence[Choice]) -> None:
        """The services that a kind with a period of its own can be about."""
        self.service.offer(services)

    def start(self) -> None:
        self.title.setFocus()

    def begun(self) -> bool:
        """Whether anything differs from the case."""
        return self.change() != CaseChange()

    def change(self) -> CaseChange:
        """What differs from the case."""
        said = {name: value for name, value in self._values().items() if value != getattr(self.case, name)}
        return CaseChange(**said)

    def restore(self, change: CaseChange) -> None:
        """What was written here before and not saved; what is covered now stays as it is."""
        said = {name: getattr(change, name) for name in (*self._values(), "service_code")}
        self._fill({name: value for name, value in said.items() if value is not None})

    def submit(self) -> None:
        for line in (self.title, self.name, self.phone, self.address, self.external):
            line.settle()
        self.text.settled_text()
        self.service.settle()
        if self.service.unclear:
            self.show_trouble("service_code", self.tr("그런 업무가 없습니다. 목록에서 골라 주세요."))
            return
        change = self.change()
        if change == CaseChange():
            self.left.emit()
            return
        self.show_trouble("", "")
        self.submitted.emit(change)

    def _values(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "kind": self.kind.currentData(),
            "channel": self.channel.currentData(),
            "written_by": self.writer.currentData(),
            "title": self.title.live_text(),
            "text": self.text.live_text(),
            "external_number": self.external.live_text().strip(),
            "flags": self.flags.flags,
        }
        if self._named:
            said |= {"name": self.name.live_text(), "phone": self.phone.live_text()}
            said["address"] = self.address.live_text()
        if set_by_service(said["kind"]) and self.service.code:
            said["service_code"] = self.service.code
        return said

    def _fill(self, values: Mapping[str, Any]) -> None:
        for name, box in (("kind", self.kind), ("channel", self.channel), ("written_by", self.writer)):
            if name in values:
                box.setCurrentIndex(max(0, box.findData(values[name])))
        for name, line in (
            ("title", self.title),
            ("name", self.name),
            ("phone", self.phone),
            ("address", self.address),
            ("external_number", self.external),
        ):
            if name in values:
                line.setText(values[name])
        if "text" in values:
            self.text.fill(values["text"])
        if "flags" in values:
            self.flags.show_flags(values["flags"])
        if "service_code" in values:
            self.service.show_code(values["service_code"] or "")

    def _show_service(self) -> None:
        wanted = set_by_service(self.kind.currentData())
        self.service.setVisible(wanted)
        self.service_label.setVisible(wanted)


def _box(name: str, choices: Sequence[tuple[str, Any]]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    for said, value in choices:
        made.addItem(said, value)
    return made


def _columns(*fields: tuple[str, QWidget, int]) -> QGridLayout:
    """Fields side by side, each under its label; the numbers are their shares of the width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    for place, (label, field, share) in enumerate(fields):
        grid.addWidget(Text(label, "strong"), 0, place)
        grid.addWidget(field, 1, place)
        grid.setColumnStretch(place, share)
    return grid
