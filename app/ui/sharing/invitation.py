"""Invitations: asking what for, and the one-time code, which is shown once, copied, printed, and stored nowhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.config.settings import PRINT_TO_FILES
from app.domain.readable_codes import InvitationNote
from app.domain.sharing import CounterState, Invitation
from app.ui.admin.secret_printing import Draw, SecretPrinting
from app.ui.shared.session import Session
from app.ui.shared.shown_once import ShownOnceDialog
from app.ui.sharing.invite_dialog import InviteDialog
from app.ui.sharing.presenter import SharingPresenter
from app.ui.sharing.withdrawal_dialog import WithdrawalDialog


class Invitations(QObject):
    """The dialogs before an invitation is made or withdrawn, and the one with the code and what to do at the new PC."""

    def __init__(self, session: Session, presenter: SharingPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._presenter = presenter
        self._page = parent
        self.question: InviteDialog | None = None
        self.withdrawal: WithdrawalDialog | None = None
        self.printing = SecretPrinting(session, self)
        self.dialog: ShownOnceDialog | None = None
        self._paper: Draw | None = None
        self.printing.said.connect(self._on_printed)
        presenter.invited.connect(self.show)

    def ask(self) -> None:
        """What the counter is to see; then the code."""
        presenter = self._presenter
        self.question = InviteDialog(presenter.departments, self._page.window())
        presenter.departments_loaded.connect(self.question.put_departments)
        self.question.wanted.connect(presenter.invite)
        self.question.finished.connect(self.question.deleteLater)
        self.question.open()

    def ask_to_withdraw(self, invited: CounterState) -> None:
        """Withdraw an invitation, after a question."""
        self.withdrawal = WithdrawalDialog(invited, self._session.zone, self._page.window())
        self.withdrawal.chosen.connect(self._presenter.withdraw)
        self.withdrawal.finished.connect(self.withdrawal.deleteLater)
        self.withdrawal.open()

    def show(self, invitation: Invitation) -> None:
        """Show the code in large letters."""
        address = self._session.syncing.state.address
        until = invitation.until.astimezone(self._session.zone)
        steps = self.tr(
            "새 PC에서 이렇게 합니다.\n"
            "1. 민원데스크를 설치하고 엽니다.\n"
            "2. ‘초대 코드로 창구 등록’을 누르고 주소를 적습니다: {address}\n"
            "3. 아래 초대 코드와 창구 이름을 적습니다.\n"
            "{until}까지 한 번만 쓸 수 있습니다. 지금 한 번만 보여 드립니다."
        ).format(address=address, until=f"{until:%Y-%m-%d %H:%M}")
        note = InvitationNote(self._session.signed_in.office.name, address, invitation.code, until)
        language = self._session.store.settings.language
        self._paper = partial(self._session.parts.render_invitation, note, language)
        self.dialog = ShownOnceDialog(self.tr("초대 코드"), steps, invitation.code, self._page.window())
        self.dialog.offer_printing()
        self.dialog.print.clicked.connect(self.print)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def print(self) -> None:
        """Print it, or ask where its PDF goes: a secret must not lie among the slips."""
        if self._paper is None:
            return
        if self._session.store.settings.printer != PRINT_TO_FILES:
            self.printing.print_paper(self._paper)
            return
        dialog = QFileDialog(self.dialog, self.tr("PDF로 저장"), str(Path.home() / "minwon.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        """Write it as PDF, for its owner alone to read."""
        if self._paper is not None:
            self.printing.save_paper(self._paper, path)

    def _on_printed(self, sentence: str, well: bool) -> None:
        if self.dialog is not None:
            self.dialog.say(sentence, well)

    def _on_closed(self) -> None:
        dialog, self.dialog, self._paper = self.dialog, None, None
        if dialog is not None:
            dialog.deleteLater()
