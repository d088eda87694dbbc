"""The reception desk: a form for who comes, and beside it everybody who waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.visits import VisitRecord
from app.ui.reception.entry import AdmissionView
from app.ui.reception.hand_over import HandOverDialog
from app.ui.reception.waiting import WaitingPresenter
from app.ui.reception.waiting_list import WaitingList
from app.ui.shared.session import Session
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import shortcut
from app.ui.visit_entry.area import EntryArea


class ReceptionView(QWidget):
    """What whoever stands at the entrance sees all day."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.entry = AdmissionView(session)
        self.waiting = WaitingPresenter(session, self)
        self.list = WaitingList(self.waiting)
        self.hand_over: HandOverDialog | None = None
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 16, 24, 16)
        columns.setSpacing(24)
        columns.addWidget(EntryArea(self.entry), 45)
        columns.addWidget(self.list, 55)
        self.entry.presenter.visit_changed.connect(self.waiting.put)
        self.entry.presenter.counters_found.connect(self.list.name_counters)
        self.list.leave_pressed.connect(self._on_gone)
        self.list.hand_over_pressed.connect(self._on_hand_over)
        self.list.reprint_pressed.connect(self._on_reprint)
        session.syncing.arrived.connect(self._on_arrived)
        for keys, act in (
            ("Ctrl+F", self.list.start),
            ("Ctrl+G", self._on_gone),
            ("Ctrl+H", self._on_hand_over),
            ("Ctrl+R", self._on_reprint),
            ("Ctrl+Z", self.entry.presenter.undo),
        ):
            shortcut(self, keys, act)
        shortcut(self.list.table, "Esc", self._start_over)
        self.setFocusProxy(self.entry)

    def enter(self) -> None:
        """The screen comes to the front: the cursor goes where the next visit starts."""
        self._start_over()
        self.entry.presenter.look_for_services()
        self.waiting.be_seen(True)

    def leave(self) -> None:
        """Another screen comes to the front: what was typed stays, and nothing is asked behind it."""
        self.waiting.be_seen(False)

    def unfinished(self) -> Unfinished:
        """What is begun in the form, and what could not be saved."""
        return self.entry.unfinished()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self.waiting.seen:
            self.waiting.reload()
        return super().event(event)

    def _on_arrived(self) -> None:
        """Other counters did something: whoever looks sees it at once."""
        if self.waiting.seen:
            self.waiting.reload()
            self.entry.presenter.look_for_services()

    def _start_over(self) -> None:
        self.entry.service.setFocus()

    def _on_gone(self) -> None:
        if (visit := self.list.selected()) is not None:
            self.waiting.leave(visit)

    def _on_reprint(self) -> None:
        visit = self.list.selected()
        if visit is None and self.entry.presenter.last is not None:
            visit = self.entry.presenter.last.visit
        if visit is not None:
            self._session.slips.print_slip(self._session.actor, visit)

    def _on_hand_over(self) -> None:
        visit = self.list.selected()
        if visit is None:
            self.list.say(self.tr("목록에서 한 분을 먼저 고르세요 · Ctrl+F"))
            return
        self.hand_over = HandOverDialog(self._session, visit, self)
        self.hand_over.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hand_over.handed.connect(self._on_handed)
        self.hand_over.open()

    def _on_handed(self, visit: VisitRecord) -> None:
        self.waiting.put(visit)
