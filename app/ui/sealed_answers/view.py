"""The audit officer's screen: a passphrase, then a plain list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.sealed import SealedEntry
from app.ui.sealed_answers.presenter import SealedAnswersPresenter
from app.ui.shared.record_table import Column, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.shared.widgets import Button, Card, EmptyState, IconLabel, Notice, Text, row, shortcut

Numbered = tuple[int, SealedEntry]


class SealedAnswersView(QWidget):
    """Nothing is shown before the passphrase, and nothing is kept after leaving."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = SealedAnswersPresenter(session, self)
        self.passphrase = QLineEdit()
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.open_button = Button(self.tr("열기   Enter"), "primary", name=self.tr("열기"))
        self.model: RecordTableModel[Numbered] = RecordTableModel(self._columns(), key=lambda e: e[0], parent=self)
        self.table = WholeRowsTable(self.tr("봉인된 답"))
        self.whole = QPlainTextEdit()
        self.pages = QStackedWidget()
        for page in (self._locked_page(), self._list_page()):
            self.pages.addWidget(page)
        title = Text(self.tr("청렴"), "title")
        title.setMinimumHeight(38)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.pages, 1)
        self.passphrase.returnPressed.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.presenter.opened.connect(self._on_opened)
        self.presenter.closed.connect(self._on_closed)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        shortcut(self, "Esc", self.presenter.close)
        self.setFocusProxy(self.passphrase)

    def _columns(self) -> tuple[Column[Numbered], ...]:
        return (
            Column(self.tr("받은 날"), lambda e: e[1].received_on.isoformat(), 112),
            Column(self.tr("부서"), lambda e: e[1].department, 160),
            Column(
                self.tr("겪은 일"),
                lambda e: self.presenter.in_words(e[1]),
                360,
                tone=lambda e: Tone.DANGER if self.presenter.reports(e[1]) else Tone.QUIET,
            ),
            Column(self.tr("적은 글"), lambda e: " ".join(e[1].text.split()), tip=lambda e: e[1].text),
        )

    def _locked_page(self) -> QWidget:
        card = Card(margins=(36, 32, 36, 32))
        card.setFixedWidth(520)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(IconLabel("lock", Tone.PRIMARY, 26))
        top.addWidget(Text(self.tr("봉인된 답 열기"), "heading"))
        top.addStretch(1)
        label = Text(self.tr("열쇠 암호"), "strong")
        label.setBuddy(self.passphrase)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("열쇠 암호"))
        self.open_button.setProperty("scale", "big")
        card.column.addLayout(top)
        card.column.addWidget(
            Text(
                self.tr("금품·청탁에 관한 시민의 답입니다. 열 때마다 기록이 남고, 이 화면을 나가면 다시 잠깁니다."),
                "body",
                wrap=True,
            )
        )
        card.column.addWidget(label)
        card.column.addWidget(self.passphrase)
        card.column.addWidget(self.notice)
        card.column.addWidget(self.open_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        column.addLayout(row(1, card, 1))
        column.addStretch(3)
        return page

    def _list_page(self) -> QWidget:
        self.only = Button(self.tr("겪은 일이 있는 답만"), "chip")
        self.only.setCheckable(True)
        self.only.setChecked(True)
        self.only.toggled.connect(self.presenter.show_only_troubles)
        self.count = Text("", "body", Tone.QUIET)
        self.lock_button = Button(self.tr("다시 잠그기  Esc"), "secondary", "lock", self.tr("다시 잠그기"))
        self.lock_button.clicked.connect(self.presenter.close)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.only)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.lock_button)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState("shield-check", "", "")
        self.whole.setObjectName("whole")
        self.whole.setReadOnly(True)
        self.whole.setAccessibleName(self.tr("고른 답의 글 전체"))
        self.whole.setMaximumHeight(130)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.empty)
        card = Card(margins=(8, 12, 8, 12))
        card.column.addWidget(self.lists, 1)
        card.column.addWidget(self.whole)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(card, 1)
        return page

    def enter(self) -> None:
        """The screen comes to the front, locked."""
        if not self.presenter.total:
            self.presenter.close()
        self.passphrase.setFocus()

    def leave(self) -> None:
        """Another screen comes to the front: nothing stays in memory."""
        self.presenter.close()

    def _on_open(self) -> None:
        passphrase = self.passphrase.text()
        self.passphrase.clear()
        self.notice.say("")
        self.presenter.open(passphrase)

    def _on_opened(self) -> None:
        shown = self.presenter.shown()
        self.model.set_records(())
        self.model.set_records(shown)
        self.count.say(self.tr("{shown}건 · 모두 {total}건").format(shown=len(shown), total=self.presenter.total))
        self.whole.setVisible(bool(shown))
        if shown:
            self.lists.setCurrentWidget(self.table)
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.empty.say(self.tr("보여 줄 답이 없습니다"), self.tr("겪은 일이 있다고 답한 사람이 아직 없습니다."))
            self.lists.setCurrentWidget(self.empty)
        self.pages.setCurrentIndex(1)

    def _on_closed(self) -> None:
        self.passphrase.clear()
        self.notice.say("")
        self.whole.clear()
        self.model.set_records(())
        self.pages.setCurrentIndex(0)
        self.passphrase.setFocus()

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.passphrase.setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        self.open_button.setText(self.tr("여는 중…") if busy else self.tr("열기   Enter"))

    def _on_current(self) -> None:
        entry = self.model.record_at(self.table.currentIndex())
        if entry is None:
            self.whole.clear()
            return
        words = self.presenter.in_words(entry[1])
        self.whole.setPlainText(f"{entry[1].department} · {words}\n{entry[1].text}".rstrip())
