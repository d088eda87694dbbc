"""The administrator's page of the shared side: begin one, invite counters, look after them, make backups."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.sharing import CounterState, SharedKind, SyncState
from app.ui.shared.record_table import RecordTable, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.sharing_messages import place
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, IconLabel, Notice, Text, row, shortcut
from app.ui.sharing.attach_dialog import AttachDialog
from app.ui.sharing.counters_table import counter_columns
from app.ui.sharing.invitation import Invitations
from app.ui.sharing.presenter import SharingPresenter
from app.ui.sharing.removal_dialog import RemovalDialog
from app.ui.sharing.restore_guide import RestoreGuide
from app.ui.sharing.words import standing


class SharingPage(QWidget):
    """Ctrl+N begins or invites, Ctrl+D takes the selected counter out or its invitation back, Ctrl+R asks anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.presenter = SharingPresenter(session, self)
        self.invitation = Invitations(session, self.presenter, self)
        self.attach: AttachDialog | None = None
        self.removal: RemovalDialog | None = None
        self.guide: RestoreGuide | None = None
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.alone = EmptyState(
            "building-2",
            self.tr("이 사무실은 이 PC에서만 씁니다"),
            self.tr(
                "공유를 시작하면 여러 창구가 같은 접수, 업무, 부서, 사람을 봅니다. "
                "각 창구는 네트워크가 끊겨도 혼자 계속 일하고, 다시 연결되면 저절로 맞춰집니다."
            ),
        )
        self.begin = Button(self.tr("공유 시작…  Ctrl+N"), "primary", name=self.tr("공유 시작"))
        self.icon = IconLabel("cloud-check", Tone.SUCCESS)
        self.standing = Text("", "strong")
        self.address = Text("", "small", Tone.QUIET, wrap=True)
        self.limits = Text("", "small", Tone.WARNING, wrap=True)
        self.invite = Button(self.tr("창구 PC 초대  Ctrl+N"), "primary", name=self.tr("창구 PC 초대"))
        self.refresh = Button(self.tr("다시 읽기  Ctrl+R"), "secondary", "refresh-cw", self.tr("다시 읽기"))
        self.login = Button(self.tr("접속 정보 바꾸기…"), "secondary", "key-round")
        self.remove = Button(self.tr("창구 빼기  Ctrl+D"), "secondary", name=self.tr("창구 빼기"))
        self.back_up = Button(self.tr("백업 만들기…"), "secondary", "download")
        self.restore = Button(self.tr("백업에서 되살리려면"), "quiet", "book-open")
        self.model: RecordTableModel[CounterState] = RecordTableModel(
            counter_columns(session.zone, self._here, self._department),
            key=lambda c: (c.home, c.name, c.invited_until, c.invitation),
            struck=lambda c: c.removed_on is not None,
            parent=self,
        )
        self.table = RecordTable(self.tr("공유하는 창구"))
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_state(session.syncing.state)

    def _lay_out(self) -> None:
        card = Card(margins=(16, 12, 16, 12))
        card.column.setSpacing(10)
        first = QWidget()
        first_column = QVBoxLayout(first)
        first_column.addWidget(self.alone)
        self.alone.offer(self.begin)
        shared = QWidget()
        column = QVBoxLayout(shared)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.icon)
        head.addWidget(self.standing, 1)
        for button in (self.login, self.refresh, self.invite):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.address)
        column.addWidget(self.limits)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        column.addWidget(self.table, 1)
        self.pages.addWidget(first)
        self.pages.addWidget(shared)
        for part in (self.good, self.bad):
            card.column.addWidget(part)
        card.column.addWidget(self.pages, 1)
        card.column.addLayout(row(self.back_up, self.restore, 1, self.remove))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    def _connect(self) -> None:
        presenter = self.presenter
        self.begin.clicked.connect(self.start)
        self.invite.clicked.connect(self.start)
        self.refresh.clicked.connect(self.load)
        self.login.clicked.connect(self.change_login)
        self.remove.clicked.connect(self.ask_to_remove)
        self.back_up.clicked.connect(self.ask_where_to_back_up)
        self.restore.clicked.connect(self.tell_how_to_restore)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        presenter.counters_loaded.connect(self._on_counters)
        presenter.departments_loaded.connect(self.model.refresh_words)
        presenter.done.connect(self._on_done)
        presenter.refused.connect(self._on_refused)
        presenter.busy_changed.connect(self._on_busy)
        self._session.syncing.state_changed.connect(self._show_state)
        self._session.syncing.arrived.connect(self._on_arrived)
        shortcut(self, "Ctrl+N", self.start)
        shortcut(self, "Ctrl+R", self.load)
        shortcut(self, "Ctrl+D", self.ask_to_remove)

    # --- what the administrator does ---

    def load(self) -> None:
        """Ask about the counters anew."""
        if self._session.syncing.state.attached:
            self.presenter.load_departments()
            self.presenter.load_counters()

    def start(self) -> None:
        """Begin to share; where that is done, invite one more counter."""
        self._say_nothing()
        if self._session.syncing.state.attached:
            self.invitation.ask()
            return
        self._open_attach(AttachDialog(self._session, self.window()))

    def change_login(self) -> None:
        """Another address or another password."""
        from app.sync.addresses import read_address

        self._say_nothing()
        known, _ = read_address(self._session.syncing.state.address)
        self._open_attach(AttachDialog(self._session, self.window(), known))

    def ask_to_remove(self) -> None:
        """Take the selected counter out, or withdraw the selected invitation, after a question."""
        counter = self._selected()
        if counter is None or not self.remove.isEnabled():
            return
        self._say_nothing()
        if counter.invitation:
            self.invitation.ask_to_withdraw(counter)
            return
        today = datetime.now(UTC).astimezone(self._session.zone).date()
        self.removal = RemovalDialog(counter, today, self.window())
        self.removal.chosen.connect(self.presenter.remove)
        self.removal.finished.connect(self.removal.deleteLater)
        self.removal.open()

    def ask_where_to_back_up(self) -> None:
        """Ask for a place and write the backup there."""
        self._say_nothing()
        name = f"minwon-{datetime.now(UTC).astimezone(self._session.zone):%Y%m%d}.minwonbackup"
        dialog = QFileDialog(self.window(), self.tr("백업을 둘 곳"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("minwonbackup")
        dialog.fileSelected.connect(self._on_backup_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell_how_to_restore(self) -> None:
        """Putting back is done while the program is closed: so it is told, not done here."""
        self.guide = RestoreGuide(self._session.parts.home, self.window())
        self.guide.open()

    # --- what comes back ---

    def _on_counters(self, counters: tuple[CounterState, ...]) -> None:
        order = sorted(counters, key=lambda c: (c.removed_on is not None, c.invited_until is not None, c.counter_code))
        self.model.set_records(order)
        self._on_selected()

    def _on_arrived(self) -> None:
        """A counter that has just joined is seen without asking."""
        if self.isVisible():
            self.load()

    def _on_done(self, words: str) -> None:
        self.bad.say("")
        self.good.say(words)

    def _on_refused(self, words: str) -> None:
        self.good.say("")
        self.bad.say(words)

    def _on_backup_place(self, path: str) -> None:
        self.presenter.back_up(Path(path))

    def _on_attach_closed(self) -> None:
        if self.attach is not None:
            self.attach.deleteLater()
        self.attach = None
        if self._session.syncing.state.attached:
            self.invite.setFocus()
        self.load()

    def _on_busy(self, busy: bool) -> None:
        for button in (self.invite, self.refresh, self.back_up):
            button.setEnabled(not busy)
        self._on_selected()

    def _on_selected(self) -> None:
        counter = self._selected()
        open_code = counter is not None and bool(counter.invitation)
        self.remove.setText(self.tr("초대 취소  Ctrl+D") if open_code else self.tr("창구 빼기  Ctrl+D"))
        self.remove.setAccessibleName(self.tr("초대 취소") if open_code else self.tr("창구 빼기"))
        there = counter is not None and counter.home and counter.removed_on is None
        other = counter is not None and counter.counter_code != self._here()
        self.remove.setEnabled((open_code or bool(there and other)) and not self.presenter.busy)

    def _selected(self) -> CounterState | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def _show_state(self, state: SyncState) -> None:
        self.pages.setCurrentIndex(1 if state.attached else 0)
        self.remove.setVisible(state.attached)
        self.setFocusProxy(self.table if state.attached else self.begin)
        if not state.attached:
            return
        zone = self._session.zone
        today = datetime.now(UTC).astimezone(zone).date()
        said = standing(state, self._session.syncing.waiting, zone, today)
        self.icon.show_icon(said.icon, said.tone)
        self.standing.say(said.text)
        self.address.say(place(state.address))
        file = state.kind == SharedKind.FILE.value
        self.limits.setVisible(file)
        if file:
            self.limits.say(
                self.tr(
                    "파일로 공유합니다. 창구 10곳쯤까지 최선을 다하지만 보장하지 못합니다. 더 많으면 서버로 옮기세요."
                )
            )

    def _open_attach(self, dialog: AttachDialog) -> None:
        self.attach = dialog
        dialog.finished.connect(self._on_attach_closed)
        dialog.open()

    def _say_nothing(self) -> None:
        self.good.say("")
        self.bad.say("")

    def _department(self, code: str) -> str:
        return next((one.name for one in self.presenter.departments if one.code == code), code)

    def _here(self) -> str:
        counter = self._session.syncing.counter
        return counter.code if counter is not None else ""
