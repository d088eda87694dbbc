"""How many there are of each kind that wants looking after: one button each, chosen by its digit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.case_overview import CaseOverview
from app.domain.cases import CaseLine
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Heap:
    """One kind: its words, how many there are, and the list of them."""

    name: str
    words: str
    count: Callable[[CaseOverview], int]
    lines: Callable[[CaseOverview], tuple[CaseLine, ...]]


def heaps() -> tuple[Heap, ...]:
    """Every kind, the most urgent first; its words in the language of now."""
    return (
        Heap("overdue", translate("Workload", "기한 지남"), lambda o: o.counts.overdue, lambda o: o.overdue),
        Heap("today", translate("Workload", "오늘까지"), lambda o: o.counts.today, lambda o: o.today),
        Heap("week", translate("Workload", "이번 주까지"), lambda o: o.counts.week, lambda o: o.week),
        Heap("transfers", translate("Workload", "이어받지 않음"), lambda o: o.counts.transfers, lambda o: o.transfers),
        Heap("reminders", translate("Workload", "독촉할 것"), lambda o: o.counts.reminders, lambda o: o.reminders),
        Heap("progress", translate("Workload", "진행을 알릴 것"), lambda o: o.counts.progress, lambda o: o.progress),
        Heap("moved", translate("Workload", "기한이 옮겨짐"), lambda o: o.counts.moved, lambda o: o.moved),
    )


class CountCards(QWidget):
    """Ctrl and the digit of a kind choose it."""

    chosen = Signal(int)
    """The place of a kind in `heaps()`."""

    def __init__(self) -> None:
        super().__init__()
        self.heaps = heaps()
        self.group = QButtonGroup(self)
        buttons: list[Button] = []
        for place, heap in enumerate(self.heaps):
            button = Button(heap.words, "chip", name=heap.words)
            button.setCheckable(True)
            button.setProperty("scale", "tall")
            button.setChecked(place == 0)
            self.group.addButton(button, place)
            buttons.append(button)
        flow = Flow(8)
        flow.put(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self.keys = tuple(_Chooses(self, place) for place in range(len(self.heaps)))
        """What the digits do; whoever holds the cards gives them their keys."""
        self.group.idClicked.connect(self.chosen)

    def show_counts(self, overview: CaseOverview) -> None:
        """Write how many there are of each."""
        for place, heap in enumerate(self.heaps):
            count = heap.count(overview)
            words = translate("Workload", "{words}  {count}건").format(words=heap.words, count=count)
            self.group.button(place).setText(words)
            self.group.button(place).setAccessibleName(words)
            self.group.button(place).setToolTip(f"Ctrl+{place + 1}")

    def choose(self, place: int) -> None:
        """Mark a kind and tell of it."""
        self.group.button(place).setChecked(True)
        self.chosen.emit(place)


class _Chooses(QObject):
    """A key's slot: it lives as a child of the cards, because a connection to a lambda would outlive it."""

    def __init__(self, cards: CountCards, place: int) -> None:
        super().__init__(cards)
        self._cards = cards
        self._place = place

    def choose(self) -> None:
        self._cards.choose(self._place)
