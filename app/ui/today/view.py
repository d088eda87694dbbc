"""The day's visits beside the form."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.slips import SlipState
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.shared import words
from app.ui.shared.flow import Flow
from app.ui.shared.record_table import RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone, icon
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, shortcut
from app.ui.sharing.earlier_days import EarlierDaysBar
from app.ui.today.day_head import DayHead
from app.ui.today.day_table import ORDERS, DayTable, day_columns
from app.ui.today.filtering import Order, StatusGroup
from app.ui.today.presenter import DayList, TodayPresenter

_GROUPS = tuple(StatusGroup)
_WORDS_LAST = timedelta(seconds=5)


class TodayView(QWidget):
    """The day, chips with counts, a search, the list."""

    correction_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = TodayPresenter(session, self)
        self.head = DayHead()
        self.chips = QButtonGroup(self)
        self._words_at: datetime | None = None
        self.search = TypedLine()
        self.model: RecordTableModel[VisitRecord] = RecordTableModel(
            day_columns(session.zone, self.presenter.moment),
            key=lambda v: v.id,
            struck=lambda v: v.status is VisitStatus.UNDONE,
            parent=self,
        )
        self.table = DayTable(self.tr("접수 목록"))
        self.empty = EmptyState("inbox", "", "")
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.elsewhere = EarlierDaysBar(self.presenter.days)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._body(), 1)
        self._connect()
        self._show_empty(self.tr("불러오는 중…"), "")

    def _body(self) -> Card:
        card = Card(margins=(8, 12, 8, 8))
        card.column.setSpacing(8)
        self.search.setPlaceholderText(self.tr("번호·업무·초성·메모·상태 찾기  Ctrl+F"))
        self.search.setAccessibleName(self.tr("목록에서 찾기"))
        self.search.setClearButtonEnabled(True)
        self.search.lead_with("search")
        self.reprint = Button(self.tr("접수증 다시 출력  Ctrl+R"), "secondary", "printer", self.tr("접수증 다시 출력"))
        self.reprint.setEnabled(False)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.reprint)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        card.column.addLayout(self._chip_row())
        card.column.addLayout(row)
        card.column.addWidget(self.elsewhere)
        card.column.addWidget(self.notice)
        card.column.addWidget(self._pages, 1)
        return card

    def _chip_row(self) -> QHBoxLayout:
        chips: list[QWidget] = []
        for place, group in enumerate(_GROUPS):
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(group is StatusGroup.ALL)
            self.chips.addButton(chip, place)
            chips.append(chip)
        self._show_counts({}, 0)
        flow = Flow()
        flow.put(chips)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(flow)
        return row

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.list_changed.connect(self._on_list)
        presenter.own_changed.connect(self.head.show_own)
        presenter.failed.connect(self.notice.say)
        self.head.day_chosen.connect(presenter.open_day)
        self.head.stepped.connect(presenter.step)
        self.head.today_wanted.connect(self.open_today)
        self.chips.idClicked.connect(self._on_chip)
        self.search.live_text_changed.connect(presenter.search)
        self.search.returnPressed.connect(self._on_search_entered)
        self.reprint.clicked.connect(self.print_again)
        self.table.activated.connect(self._on_activated)
        self.table.title_pressed.connect(self._on_title)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        shortcut(self.search, "Esc", self._on_search_left)
        shortcut(self.search, "Down", self._on_search_entered)
        for keys in ("Return", "Enter"):
            shortcut(self.head.date, keys, self._on_search_entered)

    def selected(self) -> VisitRecord | None:
        """The visit whose row is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def pointed_at(self) -> VisitRecord | None:
        """The visit whose row is selected while the list has the keyboard."""
        return self.selected() if self.table.hasFocus() else None

    def print_again(self) -> None:
        """Print the selected visit's slip again; without a selection the newest one's."""
        visit = self._to_print()
        if visit is not None:
            self.presenter.print_again(visit)

    def correct(self) -> None:
        """Put the selected visit's services right; without a selection the newest one's."""
        visit = self._to_print()
        if visit is not None:
            self.correction_wanted.emit(visit)

    def open_today(self) -> None:
        self.presenter.open_day(self.presenter.today)

    def day_before(self) -> None:
        self.presenter.step(-1)

    def day_after(self) -> None:
        self.presenter.step(1)

    def _to_print(self) -> VisitRecord | None:
        visit = self.selected()
        if visit is None:
            return next((v for v in self.model.records if v.status is not VisitStatus.UNDONE), None)
        return visit if visit.status is not VisitStatus.UNDONE else None

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def _on_list(self, day: DayList) -> None:
        self.notice.say("")
        self.head.show_day(day.day, self.presenter.today)
        self._show_counts(day.counts, day.total)
        self.model.set_records(day.shown)
        self._refresh_words()
        self._on_selection()
        if day.shown:
            self._pages.setCurrentWidget(self.table)
        elif not self.presenter.loaded:
            self._show_empty(self.tr("불러오는 중…"), "")
        elif day.filtered and day.total:
            self._show_empty(self.tr("맞는 접수가 없습니다"), self.tr("찾는 말을 지우거나 ‘전체’를 누르세요."))
        elif day.earlier and self.presenter.days.elsewhere:
            self._show_empty(
                self.tr("이 PC에는 이날의 기록이 없습니다"), self.tr("이 날의 다른 창구 기록은 공유 서버에 있습니다.")
            )
        elif day.earlier:
            self._show_empty(self.tr("이날은 접수가 없습니다"), self.tr("Alt+Home을 누르면 오늘로 돌아갑니다."))
        else:
            self._show_empty(
                self.tr("아직 접수가 없습니다"), self.tr("왼쪽에서 업무 숫자를 누르고 Enter를 누르면 첫 접수가 됩니다.")
            )

    def _refresh_words(self) -> None:
        """Minutes pass in every row; painting them all for each row that changes would hold up the clerk's keys."""
        moment = self.presenter.moment()
        if self._words_at is None or abs(moment - self._words_at) >= _WORDS_LAST:
            self._words_at = moment
            self.model.refresh_words()

    def _show_empty(self, heading: str, hint: str) -> None:
        self.empty.say(heading, hint)
        self._pages.setCurrentWidget(self.empty)

    def _show_counts(self, counts: dict[StatusGroup, int], total: int) -> None:
        for place, group in enumerate(_GROUPS):
            count = total if group is StatusGroup.ALL else counts.get(group, 0)
            text = f"{self._group_words(group)} {count}"
            chip = self.chips.button(place)
            chip.setText(text)
            chip.setAccessibleName(text)

    def _group_words(self, group: StatusGroup) -> str:
        match group:
            case StatusGroup.ALL:
                return self.tr("전체")
            case StatusGroup.WAITING:
                return words.status(VisitStatus.WAITING)
            case StatusGroup.SERVING:
                return words.status(VisitStatus.SERVING)
            case StatusGroup.DONE:
                return words.status(VisitStatus.DONE)
            case StatusGroup.UNDONE:
                return words.status(VisitStatus.UNDONE)
            case StatusGroup.OTHER:
                return self.tr("그 밖")

    def _on_chip(self, place: int) -> None:
        self.presenter.filter_by(_GROUPS[place])

    def _on_title(self, section: int) -> None:
        """Upwards, downwards, and back to the newest first."""
        now, order = self.presenter.filter, ORDERS[section]
        if now.order is not order:
            self._sort(order, False)
        elif not now.descending:
            self._sort(order, True)
        else:
            self._sort(Order.NEWEST, False)

    def _sort(self, order: Order, descending: bool) -> None:
        self.model.set_sorted(ORDERS.index(order) if order in ORDERS else None, descending)
        self.presenter.sort(order, descending)

    def _on_selection(self) -> None:
        self.reprint.setEnabled(self._to_print() is not None)

    def _on_search_entered(self) -> None:
        self.search.settle()
        if self.model.records:
            self.table.setFocus()
            self.table.selectRow(0)

    def _on_search_left(self) -> None:
        self.search.settle()
        self.search.clear()

    def _on_activated(self, index: QModelIndex) -> None:
        visit = self.model.record_at(index)
        if visit is not None and visit.slip_state in (SlipState.FAILED, None):
            self.presenter.print_again(visit)

    def _on_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        self.table.selectRow(index.row())
        visit = self.selected()
        alive = visit is not None and visit.status is not VisitStatus.UNDONE
        menu = QMenu(self)
        for icon_name, text, act in (
            ("printer", self.tr("접수증 다시 출력 (재발행)  Ctrl+R"), self.print_again),
            ("clipboard-pen", self.tr("업무 정정  Ctrl+J"), self.correct),
        ):
            action = menu.addAction(icon(icon_name), text)
            action.setEnabled(alive)
            action.triggered.connect(act)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))
