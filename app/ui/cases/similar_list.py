"""Earlier cases on what looks like the same matter; one key links the new case with one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.cases import CaseLine
from app.ui.cases.case_table import short_columns
from app.ui.shared.record_table import RecordTable, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row, shortcut


class SimilarList(Card):
    """F5 links with the chosen one (the first, if none is chosen), once more takes it back."""

    linked = Signal(object)
    """The `CaseLine` that the case is linked with now, or None."""

    def __init__(self) -> None:
        super().__init__(margins=(10, 14, 10, 12))
        self.column.setSpacing(8)
        self._linked: CaseLine | None = None
        self.title = Text(self.tr("전에 온 비슷한 민원"), "strong")
        self.hint = Text("", "body", Tone.QUIET, wrap=True)
        self.model: RecordTableModel[CaseLine] = RecordTableModel(
            short_columns(),
            key=lambda c: c.id,
            parent=self,
            strong=lambda c: self._linked is not None and c.id == self._linked.id,
        )
        self.table = RecordTable(self.tr("전에 온 비슷한 민원"))
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.link = Button(self.tr("같은 민원으로 잇기  F5"), "secondary", name=self.tr("같은 민원으로 잇기"))
        head = row(self.title, 1)
        head.setContentsMargins(8, 0, 8, 0)
        foot = row(1, self.link)
        foot.setContentsMargins(8, 0, 8, 0)
        hint = row(self.hint)
        hint.setContentsMargins(8, 0, 8, 0)
        self.column.addLayout(head)
        self.column.addLayout(hint)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(foot)
        self.column.addStretch(0)
        self.link.clicked.connect(self.link_first)
        for keys in ("Return", "Enter"):
            shortcut(self.table, keys, self.link_first)
        self.show_lines(())

    @property
    def chosen_id(self) -> str | None:
        """The earlier case that the new one is linked with."""
        return None if self._linked is None else self._linked.id

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Other earlier cases; one that is linked stays linked while it is among them."""
        if self._linked is not None and all(each.id != self._linked.id for each in lines):
            self._linked = None
        self.model.set_records(tuple(lines))
        self.table.setVisible(bool(lines))
        self.link.setVisible(bool(lines))
        self._say()

    def link_first(self) -> None:
        """Link with the chosen one, or take the link back."""
        if self._linked is not None:
            self._linked = None
        else:
            rows = self.table.selectionModel().selectedRows()
            chosen = self.model.record_at(rows[0]) if rows else next(iter(self.model.records), None)
            self._linked = chosen
        self.model.refresh_words()
        self._say()
        self.linked.emit(self._linked)

    def _say(self) -> None:
        if self._linked is not None:
            said = self.tr("{number}과(와) 같은 내용으로 잇습니다. 횟수를 함께 셉니다.").format(
                number=self._linked.number
            )
            self.hint.say(said, Tone.SUCCESS)
            self.link.setText(self.tr("잇지 않기  F5"))
            return
        self.link.setText(self.tr("같은 민원으로 잇기  F5"))
        none = self.tr("제목이나 이름을 적으면 여기에 나옵니다.")
        some = self.tr("같은 내용이면 이어 주세요. 두 번째 고충민원은 감사담당관에게 갑니다.")
        self.hint.say(some if self.model.records else none, Tone.QUIET)
