"""Sharing from this home on: where, a test, the beginning, and how far it is. Also a new address or password later."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.domain import sharing_errors as s
from app.domain.errors import AppError
from app.domain.sharing import Login, SharedAddress, SharedFound, SharedLook, SyncState
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.sharing_messages import place
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, Text, row
from app.ui.sharing.address_form import AddressForm
from app.ui.sharing.presenter import SharingPresenter

_WIDTH = 720
_LOOK_EVERY_MS = 400


class AttachDialog(FittedDialog):
    """`known`: the home is attached there already, and only the address or the password is to change."""

    def __init__(self, session: Session, parent: QWidget, known: SharedAddress | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._session = session
        self._known = known
        self._total = 0
        self.presenter = SharingPresenter(session, self)
        heading = self.tr("공유 시작") if known is None else self.tr("접속 정보 바꾸기")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.form = AddressForm()
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(self.tr("진행"))
        self.meter.hide()
        self.test = Button(self.tr("연결 시험"), "secondary", "refresh-cw")
        self.go = Button(self.tr("시작") if known is None else self.tr("저장"), "primary")
        self.stay = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        for button in (self.test, self.go, self.stay):
            button.setAutoDefault(False)
        hint = self.tr(
            "이 PC의 기록을 그대로 두고, 다른 창구와 나눌 사본을 공유하는 곳에 만듭니다. "
            "이름과 메모는 잠근 채로 보냅니다. 네트워크가 끊겨도 창구는 계속 일합니다."
        )
        if known is not None:
            hint = self.tr("서버를 옮겼거나 비밀번호가 바뀌었을 때 씁니다. 같은 사무실의 공유 자료여야 합니다.")
            self.form.show_address(known)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        column.addWidget(Text(hint, "body", Tone.QUIET, wrap=True))
        column.addWidget(self.form)
        column.addWidget(self.meter)
        column.addWidget(self.good)
        column.addWidget(self.bad)
        column.addLayout(row(self.test, 1, self.stay, self.go))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(session.syncing.look)
        self.test.clicked.connect(self.try_out)
        self.go.clicked.connect(self.submit)
        self.form.entered.connect(self.try_out)
        self.form.edited.connect(self._on_edited)
        self.stay.clicked.connect(self.reject)
        self.presenter.looked.connect(self._on_looked)
        self.presenter.begun.connect(self._on_begun)
        self.presenter.login_changed.connect(self.accept)
        self.presenter.failed.connect(self._on_failed)
        self.presenter.busy_changed.connect(self._on_busy)
        self.form.setFocus()

    def try_out(self) -> None:
        """Reach it and say what is there."""
        if (typed := self._typed()) is not None:
            self.presenter.look(*typed)

    def submit(self) -> None:
        """Begin to share there, or keep the new address and login."""
        if (typed := self._typed()) is not None:
            if self._known is None:
                self.presenter.begin(*typed)
            else:
                self.presenter.change_login(*typed)

    def _typed(self) -> tuple[SharedAddress, Login | None] | None:
        self.good.say("")
        self.bad.say("")
        if self.form.lacks():
            return None
        try:
            return self.form.values()
        except AppError as error:
            self._on_failed(error)
            return None

    def _on_edited(self) -> None:
        self.good.say("")
        self.bad.say("")
        self.form.forget_trouble()

    def _on_looked(self, found: SharedLook) -> None:
        match found.kind:
            case SharedFound.EMPTY:
                self.good.say(self.tr("연결됩니다. 아직 비어 있어 이 사무실의 공유를 시작할 수 있습니다."))
                self.go.setFocus()  # the next Enter is the next step
            case SharedFound.OURS:
                self.go.setFocus()
                self.good.say(
                    self.tr("연결됩니다. 이 사무실({office})의 공유 자료가 있습니다.").format(office=found.office)
                )
            case SharedFound.OTHER_OFFICE:
                words = self.tr("연결되지만 다른 사무실 ‘{office}’의 자료가 있어 쓸 수 없습니다. 바뀐 것은 없습니다.")
                self.bad.say(words.format(office=found.office))
                self.form.go_to("database")

    def _on_busy(self, busy: bool) -> None:
        for widget in (self.form, self.test, self.go):
            widget.setEnabled(not busy)
        if busy:
            self.meter.setRange(0, 0)
        self.meter.setVisible(busy or self._look.isActive())

    def _on_failed(self, error: Exception) -> None:
        self.bad.say(self._said(error))
        self.form.go_to(_field_of(error))

    def _said(self, error: Exception) -> str:
        """What helps whoever fills in this form; elsewhere the same error asks for something else."""
        match error:
            case s.SharedLoginRefused(user=user):
                return self.tr(
                    "공유 서버가 사용자 ‘{user}’의 이름이나 비밀번호를 받지 않았습니다. 바뀐 것은 없습니다. "
                    "이름과 비밀번호를 확인해 주세요."
                ).format(user=user)
            case s.SharedSideNotOurs(address=address) if self._known is None:
                return self.tr(
                    "그 자리에는 이미 다른 프로그램의 자료가 있습니다({address}). 양쪽 다 바뀐 것은 없습니다. "
                    "빈 데이터베이스나 새 파일 이름을 적어 주세요."
                ).format(address=place(address))
        return sentence_for(error)

    def _on_begun(self) -> None:
        for widget in (self.form, self.test, self.go):
            widget.setEnabled(False)
        for button in (self.test, self.go):
            button.hide()
        self.stay.setText(self.tr("닫기  Esc"))
        self.stay.setAccessibleName(self.tr("닫기"))
        self.stay.setFocus()
        self.meter.show()
        self._look.start()
        self._session.syncing.state_changed.connect(self._on_state)
        self._session.syncing.look()

    def _on_state(self, state: SyncState) -> None:
        """The state of the home says how much is still to be sent."""
        if not state.attached:
            return
        if state.failing_since is not None:
            self._end(good="")
            self.bad.say(self.tr("공유를 시작했지만 아직 다 보내지 못했습니다. 연결되면 저절로 이어서 보냅니다."))
        elif state.unsent:
            self._total = max(self._total, state.unsent)
            self.meter.setRange(0, self._total)
            self.meter.setValue(self._total - state.unsent)
            self.good.say(self.tr("공유를 시작했습니다. 기록을 보내는 중… 창을 닫아도 이어집니다."))
        elif state.last_exchange is not None:
            self._end(good=self.tr("공유를 시작했고 모두 보냈습니다. 이제 다른 창구를 초대할 수 있습니다."))

    def _end(self, good: str) -> None:
        self._look.stop()
        self.meter.hide()
        self.good.say(good)
        self.bad.say("")


def _field_of(error: Exception) -> str:
    """Which field of a server is most likely to be typed anew."""
    match error:
        case s.SharedLoginRefused():
            return "password"
        case s.SharedRightsMissing():
            return "user"
        case s.SharedCertificateRefused():
            return "certificate"
        case s.SharedDatabaseMissing() | s.SharedSideNotOurs() | s.SharedSideOfAnotherOffice():
            return "database"
    return "host"
