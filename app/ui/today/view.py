"""The day's visits beside the form."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.slips import SlipState
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.shared import words
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone, icon
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, shortcut
from app.ui.today.presenter import DayList, TodayPresenter

_CHIPS = (None, VisitStatus.WAITING, VisitStatus.SERVING, VisitStatus.DONE, VisitStatus.UNDONE)


class _DayTable(RecordTable):
    """Enter on a row is what its slip needs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class TodayView(QWidget):
    """Chips with counts, a search, the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._zone = session.zone
        self.presenter = TodayPresenter(session, self)
        self.chips = QButtonGroup(self)
        self.search = TypedLine()
        self.model: RecordTableModel[VisitRecord] = RecordTableModel(
            self._columns(), key=lambda v: v.id, struck=lambda v: v.status is VisitStatus.UNDONE, parent=self
        )
        self.table = _DayTable(self.tr("오늘 접수 목록"))
        self.empty = EmptyState("inbox", "", "")
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._body(), 1)
        self._connect()
        self._show_empty(self.tr("불러오는 중…"), "")

    def _columns(self) -> tuple[Column[VisitRecord], ...]:
        return (
            Column(self.tr("번호"), lambda v: v.number, 78, bold=True),
            Column(self.tr("업무"), lambda v: v.service_name, tip=self._tip),
            Column(self.tr("시각"), lambda v: f"{v.registered_at.astimezone(self._zone):%H:%M}", 72),
            Column(
                self.tr("상태"),
                lambda v: words.status_with_minutes(v, self.presenter.moment()),
                146,
                tone=lambda v: words.STATUS_TONES[v.status],
            ),
            Column(self.tr("접수증"), words.slip_of, 190, tone=lambda v: words.SLIP_TONES[v.slip_state]),
        )

    def _tip(self, visit: VisitRecord) -> str:
        lines = [f"{visit.service_name} · {visit.department_name}", words.visitor_kind(visit.visitor_kind)]
        if visit.queue_number:
            lines.append(self.tr("번호표 {number}").format(number=visit.queue_number))
        if visit.note:
            lines.append(visit.note)
        return "\n".join(lines)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        title = Text(self.tr("오늘"), "title")
        title.setMinimumHeight(38)
        head.addWidget(title)
        head.addSpacing(8)
        head.addStretch(1)
        for place, status in enumerate(_CHIPS):
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(status is None)
            self.chips.addButton(chip, place)
            head.addWidget(chip)
        self._show_counts({}, 0)
        return head

    def _body(self) -> Card:
        card = Card(margins=(8, 12, 8, 8))
        card.column.setSpacing(8)
        self.search.setPlaceholderText(self.tr("번호·업무·초성·번호표·메모 찾기   Ctrl+F"))
        self.search.setAccessibleName(self.tr("오늘 목록에서 찾기"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), TypedLine.ActionPosition.LeadingPosition)
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
        card.column.addLayout(row)
        card.column.addWidget(self.notice)
        card.column.addWidget(self._pages, 1)
        return card

    def _connect(self) -> None:
        self.presenter.list_changed.connect(self._on_list)
        self.presenter.failed.connect(self.notice.say)
        self.chips.idClicked.connect(self._on_chip)
        self.search.live_text_changed.connect(self.presenter.search)
        self.search.returnPressed.connect(self._on_search_entered)
        self.reprint.clicked.connect(self.print_again)
        self.table.activated.connect(self._on_activated)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        shortcut(self.search, "Esc", self._on_search_left)
        shortcut(self.search, "Down", self._on_search_entered)

    def selected(self) -> VisitRecord | None:
        """The visit whose row is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def print_again(self) -> None:
        """Print the selected visit's slip again; without a selection the newest one's."""
        visit = self._to_print()
        if visit is not None:
            self.presenter.print_again(visit)

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
        self._show_counts(day.counts, day.total)
        self.model.set_records(day.shown)
        self.model.refresh_words()
        self._on_selection()
        if day.shown:
            self._pages.setCurrentWidget(self.table)
        elif not self.presenter.loaded:
            self._show_empty(self.tr("불러오는 중…"), "")
        elif day.filtered and day.total:
            self._show_empty(self.tr("맞는 접수가 없습니다"), self.tr("찾는 말을 지우거나 ‘전체’를 누르세요."))
        else:
            self._show_empty(
                self.tr("아직 접수가 없습니다"), self.tr("왼쪽에서 업무 숫자를 누르고 Enter를 누르면 첫 접수가 됩니다.")
            )

    def _show_empty(self, heading: str, hint: str) -> None:
        self.empty.say(heading, hint)
        self._pages.setCurrentWidget(self.empty)

    def _show_counts(self, counts: dict[VisitStatus, int], total: int) -> None:
        for place, status in enumerate(_CHIPS):
            name = self.tr("전체") if status is None else words.status(status)
            count = total if status is None else counts.get(status, 0)
            chip = self.chips.button(place)
            chip.setText(f"{name} {count}")
            chip.setAccessibleName(f"{name} {count}")

    def _on_chip(self, place: int) -> None:
        self.presenter.filter_by(_CHIPS[place])

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
        menu = QMenu(self)
        action = menu.addAction(icon("printer"), self.tr("접수증 다시 출력 (재발행)  Ctrl+R"))
        action.setEnabled(visit is not None and visit.status is not VisitStatus.UNDONE)
        action.triggered.connect(self.print_again)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))
