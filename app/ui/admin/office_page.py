"""The settings that hold for every counter of the office."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.domain.errors import BadValue
from app.domain.offices import OfficeSettings
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.changes import NO_ROW, Change
from app.ui.shared.messages import sentence
from app.ui.shared.side_form import FieldGrid, FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row, shortcut
from app.ui.sharing.conflicts_dialog import ConflictsDialog
from app.ui.sharing.two_values import TwoValues

_ENTITY = "office_setting"
_WHOLE_NUMBERS = (
    *("undo_seconds", "slip_days", "lock_minutes", "note_days", "hold_days"),
    *("case_days", "attachment_mb", "case_mb", "talk_notice", "talk_end", "card_days"),
)
_SHOWN = {"name": "office_name"}
"""A field's name where the rules call it otherwise."""


class _Area(QScrollArea):
    """As high as what is in it where there is room, else it scrolls."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inner = inner
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()


class OfficePage(QWidget):
    """All of them at once, in two columns."""

    def __init__(self, presenter: AdminPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.settings: OfficeSettings | None = None
        self.dirty = False
        self.grid = FieldGrid(self._fields(), columns=2)
        self.two_values = TwoValues()
        self.conflicts: ConflictsDialog | None = None
        self.trouble = Text("", "body", Tone.DANGER, wrap=True)
        self.save = Button(self.tr("저장  Enter"), "primary", name=self.tr("저장"))
        self.cancel = Button(self.tr("취소  Esc"), "secondary", name=self.tr("취소"))
        card = Card(margins=(24, 16, 24, 16))
        card.setMaximumWidth(1000)
        card.column.addWidget(self.two_values)
        self.area = _Area(self.grid)
        card.column.addWidget(self.area)
        card.column.addWidget(self.trouble)
        card.column.addLayout(row(1, self.cancel, self.save))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.trouble.hide()
        self.two_values.wanted.connect(self._on_two_values)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.show_settings)
        self.grid.entered.connect(self.submit)
        self.grid.edited.connect(self._on_edited)
        shortcut(self, "Esc", self.show_settings)
        shortcut(self, "Ctrl+S", self.submit)
        self.setFocusProxy(self.grid.widgets["office_name"])

    def _fields(self) -> Sequence[FormField]:
        yes_no = [(self.tr("예"), "yes"), (self.tr("아니요"), "no")]
        return (
            FormField("office_name", self.tr("사무실 이름")),
            FormField("survey_host", self.tr("설문 주소"), self.tr("QR에 들어갑니다. 예: survey.hanbit.go.kr")),
            FormField("opens", self.tr("여는 시각"), self.tr("예: 09:00")),
            FormField("closes", self.tr("닫는 시각"), self.tr("예: 18:00")),
            FormField("day_end", self.tr("하루를 닫는 시각"), self.tr("열린 접수는 이때 ‘기록 없음’으로 닫힙니다.")),
            FormField("finish_on_next", self.tr("다음 접수 때 앞 방문 끝내기"), choices=yes_no),
            FormField("undo_seconds", self.tr("되돌리기 시간(초)"), self.tr("0 – 60")),
            FormField("lock_minutes", self.tr("화면 잠금(분)"), self.tr("1 – 60. 자판을 쓰지 않으면 잠깁니다.")),
            FormField("slip_days", self.tr("접수증 응답 기한(일)"), self.tr("1 – 60")),
            FormField("note_days", self.tr("메모 보관(일)"), self.tr("30 – 3650. 지나면 메모와 번호표를 지웁니다.")),
            FormField(
                "hold_days",
                self.tr("다른 창구 기록 보관(일)"),
                self.tr("1 – 3650. 더 오래된 날은 공유 쪽에서 읽습니다."),
            ),
            FormField(
                "case_days",
                self.tr("민원 개인정보 보관(일)"),
                self.tr("30 – 3650. 끝난 지 이만큼 지나면 이름·연락처·글을 지웁니다."),
            ),
            FormField("attachment_mb", self.tr("첨부 파일 하나의 크기(MB)"), self.tr("1 – 20")),
            FormField("case_mb", self.tr("민원 한 건의 첨부(MB)"), self.tr("1 – 100")),
            FormField("talk_notice", self.tr("상담 종료 예고(분)"), self.tr("1 – 120. 폭언 등 기록의 시간입니다.")),
            FormField("talk_end", self.tr("상담을 끝낼 수 있는 때(분)"), self.tr("예고보다 뒤, 180까지")),
            FormField("card_days", self.tr("게시판 쪽지 살피기(근무일)"), self.tr("1 – 60")),
            FormField("approval_boxes", self.tr("결재란"), self.tr("1 – 5칸을 쉼표로 나누어 적습니다.")),
        )

    def show_lists(self, lists: AdminLists) -> None:
        """Show the settings; what is being typed stays."""
        self.settings = lists.settings
        self.two_values.show_conflicts(lists.conflicts_of(_ENTITY, None))
        if not self.dirty:
            self.show_settings()

    def show_settings(self) -> None:
        """Forget what was typed."""
        if self.settings is not None:
            values = {_SHOWN.get(name, name): str(value) for name, value in asdict(self.settings).items()}
            values["approval_boxes"] = ", ".join(self.settings.approval_boxes)
            values["finish_on_next"] = "yes" if self.settings.finish_on_next else "no"
            self.grid.show_values(values, new=True)
        self.dirty = False
        self.trouble.hide()

    def show_saved(self, _result: object) -> None:
        self.dirty = False

    def show_trouble(self, field: str, sentence_of_it: str) -> None:
        if self.grid.show_trouble(field, sentence_of_it):
            self.area.ensureWidgetVisible(self.grid.widgets[field])
        else:
            self.trouble.say(sentence_of_it)
            self.trouble.show()

    def submit(self) -> None:
        """Change what differs from what there was."""
        if self.settings is None:
            return
        self.show_trouble("", "")
        self.trouble.hide()
        try:
            wanted = _wanted(self.grid.values())
        except BadValue as error:
            self.show_trouble(error.field, sentence(error))
            return
        before = asdict(self.settings)
        changed = {name: value for name, value in wanted.items() if value != before[name]}
        if not changed:
            self.show_settings()
            return
        change, actor = self.presenter.parts.offices.change, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("사무실 설정을 저장했습니다."),
                NO_ROW,
                partial(change, actor, **changed),
                partial(_change_back, change, actor, {name: before[name] for name in changed}),
            )
        )

    def _on_two_values(self) -> None:
        self.conflicts = ConflictsDialog(self.presenter.session, self, (_ENTITY, None))
        self.conflicts.settled.connect(self.presenter.load)
        self.conflicts.finished.connect(self.conflicts.deleteLater)
        self.conflicts.open()

    def _on_edited(self) -> None:
        self.dirty = True


def _wanted(values: Mapping[str, str]) -> dict[str, Any]:
    """The texts as settings. Errors: `BadValue`."""
    wanted: dict[str, Any] = {name: text.strip() for name, text in values.items()}
    wanted["name"] = wanted.pop("office_name")
    wanted["finish_on_next"] = values["finish_on_next"] == "yes"
    wanted["approval_boxes"] = tuple(box.strip() for box in values["approval_boxes"].split(",") if box.strip())
    for name in _WHOLE_NUMBERS:
        if not values[name].strip().isdecimal():
            raise BadValue(name, values[name])
        wanted[name] = int(values[name])
    return wanted


def _change_back(
    change: Callable[..., OfficeSettings], actor: Actor, before: Mapping[str, Any], _seen: int | None
) -> OfficeSettings:
    return change(actor, **before)
