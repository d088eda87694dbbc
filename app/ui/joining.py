"""A PC without a home: it may become a counter of an office that has a shared side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.config.settings import load_settings
from app.domain.errors import AppError, SettingsUnreadable
from app.domain.languages import ScreenLanguage
from app.domain.sharing import SharedAddress, SharedKind
from app.domain.sharing_errors import (
    CounterNameTaken,
    InviteExpired,
    InviteUnusable,
    InviteUsed,
    SharedAddressUnusable,
    SharedRightsMissing,
    SharedSideSilent,
    SharedSideUnreachable,
)
from app.ui.application import make_application
from app.ui.shared.dialogs import CalmDialog, FittedDialog
from app.ui.shared.language import install_language
from app.ui.shared.messages import sentence, sentence_for
from app.ui.shared.sharing_messages import place
from app.ui.shared.side_form import FieldGrid, FormField
from app.ui.shared.task_runner import Lane, TaskRunner
from app.ui.shared.theme import Tone, apply_theme
from app.ui.shared.widgets import Button, Notice, Text, row
from app.ui.sharing.address_form import is_whole_path

Join = Callable[[SharedAddress, str, str], str]
"""Makes the home a counter: where, the one-time code, the counter's name; its code. Errors: those of `join_home`."""

_WIDTH = 640
_SECONDS = 2.0


class JoinDialog(FittedDialog):
    """Address, code, name. What was typed stays until it has worked."""

    def __init__(self, join: Join, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._join = join
        self._runner = runner
        self._busy = False
        heading = self.tr("이 PC를 창구로 등록")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.fields = FieldGrid(
            (
                FormField("address", self.tr("주소"), self.tr("초대한 PC에 나온 그대로 적습니다.")),
                FormField("code", self.tr("초대 코드"), self.tr("24시간 안에 한 번만 쓸 수 있습니다.")),
                FormField("name", self.tr("창구 이름"), self.tr("예: 2번 창구")),
            )
        )
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setRange(0, 0)
        self.meter.setAccessibleName(self.tr("진행"))
        self.meter.hide()
        self.words = Text("", "small", Tone.QUIET, wrap=True)
        self.words.hide()
        self.go = Button(self.tr("등록  Enter"), "primary", name=self.tr("등록"))
        self.stay = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        for button in (self.go, self.stay):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        hint = self.tr(
            "관리자의 PC에서 ‘창구 PC 초대’를 누르면 주소와 코드가 나옵니다. 사람들의 아이디와 비밀번호도 같이 옵니다."
        )
        column.addWidget(Text(hint, "body", Tone.QUIET, wrap=True))
        column.addWidget(self.fields)
        column.addWidget(self.meter)
        column.addWidget(self.words)
        column.addWidget(self.trouble)
        column.addLayout(row(1, self.stay, self.go))
        self.fields.entered.connect(self.submit)
        self.go.clicked.connect(self.submit)
        self.stay.clicked.connect(self.reject)
        self.fields.focus_first()

    def submit(self) -> None:
        """Make this PC a counter."""
        if self._busy:
            return
        self.trouble.say("")
        typed = {name: text.strip() for name, text in self.fields.values().items()}
        for name, text in typed.items():
            if not text:
                self.fields.widgets[name].setFocus()
                return
        try:
            address = _address(typed["address"])
        except AppError as error:
            self.trouble.say(sentence(error))
            self.fields.widgets["address"].setFocus()
            return
        self._set_busy(True)
        work = partial(self._join, address, typed["code"], typed["name"])
        self._runner.run(Lane.SYNC, self, work, self._on_joined, self._on_failed)

    def reject(self) -> None:
        """A home that is about to be made is waited for: it appears whole or not at all."""
        if not self._busy:
            super().reject()

    def _on_joined(self, _code: str) -> None:
        self._set_busy(False)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.trouble.say(self._said(error))
        self.fields.widgets[_field_of(error)].setFocus()

    def _said(self, error: Exception) -> str:
        """What helps at a PC that has no records yet; elsewhere the same error is told with what is safe there."""
        match error:
            case SharedSideUnreachable(address=address) | SharedSideSilent(address=address):
                return self.tr(
                    "공유하는 곳에 닿지 않습니다({address}). 이 PC에 만들어진 것은 없습니다. "
                    "주소와 네트워크를 확인하고 다시 등록해 주세요."
                ).format(address=place(address))
            case SharedRightsMissing():
                return self.tr(
                    "이 초대 코드는 이 주소의 것이 아닙니다. 바뀐 것은 없습니다. "
                    "초대한 PC에 나온 주소와 코드를 둘 다 확인해 주세요."
                )
        return sentence_for(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self.fields, self.go, self.stay):
            widget.setEnabled(not busy)
        self.meter.setVisible(busy)
        self.words.say(self.tr("등록하고 사무실의 기록을 받는 중… 몇 분 걸릴 수 있습니다.") if busy else "")
        self.words.setVisible(busy)


def _field_of(error: Exception) -> str:
    """Which of the three is to be typed anew."""
    match error:
        case InviteUnusable() | InviteUsed() | InviteExpired():
            return "code"
        case CounterNameTaken():
            return "name"
    return "address"


def offer_to_join(missing: AppError, settings_path: Path, join: Join) -> bool:
    """Say that there is no home here, and offer to make it a counter; whether it is one now."""
    application = make_application()
    try:
        language = load_settings(settings_path).language
    except SettingsUnreadable:
        language = ScreenLanguage.KO
    install_language(language)
    apply_theme(application, 0)
    question = no_home_question(missing)
    question.exec()
    if question.chosen != 0:
        return False
    runner = TaskRunner()
    try:
        return JoinDialog(join, runner).exec() == JoinDialog.DialogCode.Accepted.value
    finally:
        runner.shut_down(sync_seconds=_SECONDS)


def no_home_question(missing: AppError) -> CalmDialog:
    """Button 0 goes on to the code; Esc ends the program."""
    translate = QCoreApplication.translate
    words = translate("Start", "다른 PC에서 쓰는 사무실의 창구로 등록하려면 관리자에게 초대 코드를 받으세요.")
    return CalmDialog(
        translate("Start", "이 PC에는 아직 자료가 없습니다"),
        words + "\n" + sentence(missing),
        [translate("Start", "초대 코드로 창구 등록…"), translate("Start", "끝내기")],
    )


def _address(typed: str) -> SharedAddress:
    """A URL as it was shown, or the plain path of a file. Errors: `SharedAddressUnusable`."""
    from app.sync.addresses import read_address

    if "://" not in typed and not is_whole_path(typed):
        # A server's name alone would be taken for a file beside the program.
        raise SharedAddressUnusable()
    shown = typed if "://" in typed else SharedAddress(SharedKind.FILE, path=typed).url()
    return read_address(shown)[0]
