"""The list of cases: a search line, scopes, two filters, the rows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QStackedWidget, QWidget

from app.domain.actors import Action
from app.domain.cases import CaseKind, CaseLine, CaseScope, SearchedWhere
from app.domain.offices import DepartmentRecord
from app.ui.cases.case_table import MIDDLE, NARROW, CaseTable, case_columns
from app.ui.cases.export_bar import ExportBar
from app.ui.cases.list_export import ListExport
from app.ui.cases.list_presenter import CaseListPresenter, CaseRows
from app.ui.shared import case_words as words
from app.ui.shared.flow import Flow
from app.ui.shared.record_table import RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, row, shortcut

SCOPES = tuple(CaseScope)
_ALL_COLUMNS_FROM = 980
_MIDDLE_FROM = 680


class CaseListView(Card):
    """Ctrl+F searches, Ctrl+1 – 7 choose the scope, ↑↓ a case; Enter opens it."""

    opened = Signal(str)
    """The id of a case."""
    new_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(margins=(8, 12, 8, 8))
        self.column.setSpacing(8)
        self._rows_wanted = False
        """The keyboard was to come to the rows before there were any."""
        self.presenter = CaseListPresenter(session, self)
        self.leaving = ListExport(session, self)
        self.search = TypedLine()
        self.scopes = QButtonGroup(self)
        self.kinds = QComboBox()
        self.departments = QComboBox()
        self.where = Text("", "small", Tone.QUIET, wrap=True)
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.said = Notice(Tone.SUCCESS, "circle-check")
        self.left = ExportBar(self.leaving)
        self.coming = Notice(Tone.PRIMARY, "hourglass")
        self.model: RecordTableModel[CaseLine] = RecordTableModel(
            case_columns(lambda: self.presenter.today), key=lambda c: c.id, parent=self
        )
        self.table = CaseTable(self.tr("민원 목록"))
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState("inbox", "", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        self._lay_out(session)
        self._connect()
        self.empty.say(self.tr("불러오는 중…"), "")
        self.setFocusProxy(self.table)

    def _lay_out(self, session: Session) -> None:
        self.search.setPlaceholderText(self.tr("제목·내용·초성 찾기, 이름·전화는 그대로  Ctrl+F"))
        self.search.setAccessibleName(self.tr("민원 찾기"))
        self.search.setClearButtonEnabled(True)
        self.search.lead_with("search")
        self.export = Button(self.tr("내보내기  Ctrl+E"), "secondary", "download", self.tr("목록 내보내기"))
        self.new = Button(self.tr("새 민원  Ctrl+N"), "primary", "clipboard-pen", self.tr("새 민원"))
        if not session.actor.may(Action.LOG_CASE):
            self.new.hide()
        self.kinds.setAccessibleName(self.tr("종류로 거르기"))
        self.kinds.addItem(self.tr("모든 종류"), None)
        for kind in CaseKind:
            self.kinds.addItem(words.kind(kind), kind)
        for box in (self.kinds, self.departments):
            box.setProperty("scale", "small")
        self.departments.setAccessibleName(self.tr("부서로 거르기"))
        self.departments.addItem(self.tr("모든 부서"), "")
        self.departments.setMinimumContentsLength(12)
        self.departments.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.export)
        top.addWidget(self.new)
        filters = row(self._chips())
        filters.setContentsMargins(8, 0, 8, 0)
        line = row(self.where)
        line.setContentsMargins(10, 0, 10, 0)
        self.where.hide()
        self.column.addLayout(top)
        self.column.addLayout(filters)
        self.column.addLayout(line)
        for notice in (self.coming, self.left, self.said, self.notice):
            self.column.addWidget(notice)
        self.column.addWidget(self._pages, 1)

    def _chips(self) -> QWidget:
        chips: list[QWidget] = []
        for place, scope in enumerate(SCOPES):
            name = self._scope_words(scope)
            chip = Button(name, "chip", name=f"{name} Ctrl+{place + 1}")
            chip.setToolTip(f"Ctrl+{place + 1}")
            chip.setCheckable(True)
            chip.setChecked(scope is CaseScope.OPEN)
            self.scopes.addButton(chip, place)
            chips.append(chip)
        flow = Flow()
        flow.put((*chips, self.kinds, self.departments))
        return flow

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._on_changed)
        presenter.failed.connect(self._on_failed)
        presenter.departments_read.connect(self._on_departments)
        self.leaving.progressed.connect(self._on_leaving)
        self.leaving.exported.connect(self.said.say)
        self.search.live_text_changed.connect(presenter.search)
        self.search.returnPressed.connect(self.go_to_rows)
        self.scopes.idClicked.connect(self.choose_scope)
        self.kinds.activated.connect(self._on_kind)
        self.departments.activated.connect(self._on_department)
        self.table.entered.connect(self._on_entered)
        self.table.doubleClicked.connect(self._on_entered)
        self.table.more_wanted.connect(presenter.read_more)
        self.new.clicked.connect(self.new_wanted)
        self.export.clicked.connect(self.ask_where_to_export)
        shortcut(self.search, "Down", self.go_to_rows)
        shortcut(self.search, "Esc", self._on_search_left)

    # --- hands ---

    def start_search(self) -> None:
        """Put the cursor into the search line."""
        self.search.setFocus()
        self.search.selectAll()

    def go_to_rows(self) -> None:
        """The keyboard comes to the rows."""
        self.search.settle()
        self.presenter.search(self.search.text())
        self.presenter.search_now()
        self.start()

    def start(self) -> None:
        """The keyboard is in the list, on the row that was chosen or the first; while there is none, in the search."""
        self._rows_wanted = not self.model.records
        if self._rows_wanted:
            self.search.setFocus()
            return
        self.table.setFocus()
        if self.selected() is None:
            self.table.selectRow(0)

    def choose_scope(self, place: int) -> None:
        """Show the cases of one scope."""
        self.scopes.button(place).setChecked(True)
        self.presenter.choose_scope(SCOPES[place])
        if not self.search.hasFocus():
            self.table.setFocus()

    def selected(self) -> CaseLine | None:
        """The case whose row is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def select(self, case_id: str) -> None:
        """Choose a row, if it is there."""
        if (place := self.model.row_of(case_id)) is not None:
            self.table.selectRow(place)

    def ask_where_to_export(self) -> None:
        """Ask why and where to, and write the list there."""
        self.search.settle()
        self.presenter.search(self.search.text())
        self.presenter.search_now()  # what is typed is what leaves
        self.said.say("")
        self.leaving.ask(self._what_leaves(), self.presenter.filter, self.presenter.today, self.window())

    def _what_leaves(self) -> str:
        """The list in words; what is searched for stays on the screen."""
        wanted = self.presenter.filter
        parts = [self._scope_words(wanted.scope)]
        parts += [box.currentText() for box in (self.kinds, self.departments) if box.currentData()]
        if wanted.text:
            parts.append(self.tr("찾은 것만"))
        return " · ".join(parts)

    # --- eyes ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """The columns that there is room for."""
        width = self.width()
        scale = self.table.fontMetrics().height() / 18
        if width >= _ALL_COLUMNS_FROM * scale:
            self.table.show_columns(None)
        else:
            self.table.show_columns(MIDDLE if width >= _MIDDLE_FROM * scale else NARROW)
        self.export.setVisible(width >= _MIDDLE_FROM * scale)

    def _on_changed(self, rows: CaseRows) -> None:
        self.notice.say("")
        self.model.set_records(rows.lines)
        self.model.refresh_words()
        self._say_where(rows)
        if rows.lines:
            self._pages.setCurrentWidget(self.table)
            if self.selected() is None:
                self.table.selectRow(0)
            if self._rows_wanted and self.search.hasFocus() and not self.search.text():
                self.table.setFocus()
            self._rows_wanted = False
            return
        self._pages.setCurrentWidget(self.empty)
        if rows.filter.text:
            hint = self.tr("다른 말이나 초성으로 찾아보세요. 이름과 전화번호는 모두 적어야 찾습니다.")
            self.empty.say(self.tr("찾는 민원이 없습니다"), hint)
        elif rows.filter.scope is CaseScope.OVERDUE:
            self.empty.say(self.tr("기한이 지난 민원이 없습니다"), "")
        elif rows.filter.scope is CaseScope.OPEN:
            self.empty.say(self.tr("열린 민원이 없습니다"), self.tr("Ctrl+N을 누르면 새 민원을 적습니다."))
        else:
            self.empty.say(self.tr("여기에 맞는 민원이 없습니다"), self.tr("Ctrl+7을 누르면 모두 봅니다."))

    def _say_where(self, rows: CaseRows) -> None:
        """Where was searched, and as what."""
        said = []
        if rows.filter.text:
            match rows.where:
                case SearchedWhere.SHARED:
                    said.append(self.tr("공유 전체에서 찾았습니다."))
                case SearchedWhere.HERE_ONLY:
                    said.append(
                        self.tr("연결이 없어 이 PC에 있는 것만 찾았습니다. 다른 창구의 민원이 더 있을 수 있습니다.")
                    )
                case SearchedWhere.HERE:
                    said.append(self.tr("이 PC의 모든 민원에서 찾았습니다."))
            if rows.read_as:
                said.append(self.tr("‘{word}’(으)로 읽어 찾았습니다.").format(word=rows.read_as))
        tone = Tone.WARNING if rows.filter.text and rows.where is SearchedWhere.HERE_ONLY else Tone.QUIET
        self.where.say(" ".join(said), tone)
        self.where.setVisible(bool(said))

    def _scope_words(self, scope: CaseScope) -> str:
        match scope:
            case CaseScope.OPEN:
                return self.tr("열린 것")
            case CaseScope.OVERDUE:
                return self.tr("지난 것")
            case CaseScope.TODAY:
                return self.tr("오늘까지")
            case CaseScope.WEEK:
                return self.tr("이번 주까지")
            case CaseScope.MINE:
                return self.tr("내 것")
            case CaseScope.CLOSED:
                return self.tr("끝난 것")
            case CaseScope.ALL:
                return self.tr("전체")

    def _on_failed(self, sentence: str) -> None:
        self.notice.say(sentence)
        if not self.model.records:
            self.empty.say(self.tr("목록을 불러오지 못했습니다"), "")

    def _on_departments(self, departments: tuple[DepartmentRecord, ...]) -> None:
        for department in departments:
            self.departments.addItem(department.name, department.code)

    def _on_leaving(self, sentence: str) -> None:
        self.export.setEnabled(not sentence)

    def _on_kind(self, place: int) -> None:
        self.presenter.choose_kind(self.kinds.itemData(place))

    def _on_department(self, place: int) -> None:
        self.presenter.choose_department(self.departments.itemData(place))

    def _on_entered(self) -> None:
        if (line := self.selected()) is not None:
            self.opened.emit(line.id)

    def _on_search_left(self) -> None:
        self.search.settle()
        self.search.clear()
        self.start()
