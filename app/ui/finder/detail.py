"""Everything about the chosen desk, large enough to be read out, and what can be done for the citizen with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.directory import Task
from app.domain.guidance import TransferKind
from app.domain.languages import Language
from app.ui.finder import words
from app.ui.shared import words as shared_words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, ElidedText, IconLabel, Notice, Text, row

TRANSFERS = (TransferKind.TO_HANDLING, TransferKind.INSIDE, TransferKind.OUTSIDE)
TRANSFER_KEYS = ("Ctrl+1", "Ctrl+3", "Ctrl+8")
LANGUAGES = tuple(Language)
_ONE_BELOW_THE_OTHER = 3
_SHORT = 24


class DeskSheet(QWidget):
    """Where to go, whom to ring, what to bring, how to walk there."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self._shown: tuple[Task, str] | None = None
        self.outside = Notice(Tone.WARNING, "signpost")
        self.department = Text("", "title")
        self.team = ElidedText("", "lead")
        self.place = Text("", "place", wrap=True)
        self.phone = Text("", "heading", wrap=True)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.way = Text("", "lead", wrap=True)
        self.task = Text("", "lead", wrap=True)
        self.note = Text("", "lead", wrap=True)
        self.papers_title = Text(self.tr("가져오실 것"), "strong")
        self.papers = Text("", "lead", wrap=True)
        self._phone_row = _with_icon("phone", self.phone)
        self._way_row = _with_icon("footprints", self.way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.outside)
        desk = row(self.department, spacing=12)
        desk.addWidget(self.team, 1)
        column.addLayout(desk)
        column.addSpacing(4)
        column.addWidget(_with_icon("map-pin", self.place, 26))
        column.addWidget(self._phone_row)
        column.addWidget(self._way_row)
        column.addSpacing(4)
        column.addWidget(_line())
        column.addSpacing(2)
        column.addWidget(self.task)
        column.addWidget(self.note)
        column.addSpacing(2)
        column.addWidget(self.papers_title)
        column.addWidget(self.papers)
        column.addStretch(1)

    def _elsewhere(self, task: Task) -> str:
        if task.outside:
            return self.tr("이 건물이 아닙니다. 다른 기관이라고 먼저 말씀드리세요.")
        if task.in_neighbourhood:
            return self.tr("이 건물이 아닙니다. 사시는 동의 주민센터로 안내하세요.")
        return ""

    def show_task(self, task: Task, note: str) -> None:
        """Fill the sheet; `note` says what a life event asks for there."""
        if (task, note) == self._shown:
            return
        self._shown = (task, note)
        self.note.say(note)
        self.note.setVisible(bool(note))
        form = task.form
        self.outside.say(self._elsewhere(task))
        self.department.say(form.department)
        for label, text in ((self.team, form.team), (self.phone, form.phone), (self.way, form.way)):
            label.say(text)
        self._phone_row.setVisible(bool(form.phone))
        self._way_row.setVisible(bool(form.way))
        self.place.say(words.place_of(task))
        self.task.say(form.title)
        papers = [paper.strip() for paper in form.papers.splitlines() if paper.strip()]
        self.papers.say(_listed(papers))
        self.papers_title.setVisible(bool(papers))
        self.papers.setVisible(bool(papers))
        self.setAccessibleName(words.spoken(task))


class Detail(Card):
    """The sheet of the chosen desk above its actions."""

    give_pressed = Signal()
    print_pressed = Signal()
    hand_over_pressed = Signal()
    transfer_pressed = Signal(int)
    """The place of a clock among `TRANSFERS`."""
    language_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(18, 14, 18, 14))
        self.column.setSpacing(10)
        self.sheet = DeskSheet()
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.said = Notice(Tone.SUCCESS, "circle-check")
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.sheet)
        self.nothing = Text(self.tr("고르신 부서의 위치와 가져오실 것이 여기에 나옵니다."), "lead", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = scroll
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.nothing, 1)
        self.column.addWidget(self.said)
        self.column.addWidget(self.notice)
        self.deeds = QWidget()
        self.deeds.setObjectName("cardInside")
        self.column.addWidget(self.deeds)
        self._make_actions()
        self.show_task(None)

    def _make_actions(self) -> None:
        self.give = _action(self.tr("안내함   Enter"), "primary", "check", self.tr("안내함"))
        self.paper = _action(self.tr("안내문 출력   Ctrl+P"), "secondary", "printer", self.tr("안내문 출력"))
        self.hand = _action(
            self.tr("가신다고 알리기   Ctrl+Enter"),
            "secondary",
            "arrow-right-left",
            self.tr("받는 창구에 가신다고 알리기"),
        )
        self.give.clicked.connect(self.give_pressed)
        self.paper.clicked.connect(self.print_pressed)
        self.hand.clicked.connect(self.hand_over_pressed)
        self.languages = QButtonGroup(self)
        chips: list[QWidget | int] = []
        for place, language in enumerate(LANGUAGES):
            chip = _action(shared_words.language(language), "chip", "", "")
            chip.setCheckable(True)
            self.languages.addButton(chip, place)
            chips.append(chip)
        self.languages.idClicked.connect(self._on_language)
        self.clocks = [_action("", "secondary", "", "") for _ in TRANSFERS]
        group = QButtonGroup(self)
        group.setExclusive(False)
        for place, button in enumerate(self.clocks):
            button.setProperty("scale", "small")
            group.addButton(button, place)
        group.idClicked.connect(self.transfer_pressed)
        self.language_title = Text(self.tr("언어  Ctrl+G"), "body")
        column = QVBoxLayout(self.deeds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.give)
        column.addLayout(row(self.paper, self.hand))
        column.addLayout(row(self.language_title, *chips, 1, spacing=6))
        clocks = QHBoxLayout()
        clocks.setSpacing(4)
        for button in self.clocks:
            clocks.addWidget(button, 1)
        column.addLayout(clocks)

    def show_task(self, task: Task | None, note: str = "") -> None:
        """Show the chosen desk; None: none is chosen."""
        self._scroll.setVisible(task is not None)
        self.deeds.setVisible(task is not None)
        self.nothing.setVisible(task is None)
        if task is not None:
            self.sheet.show_task(task, note)
            self.hand.setEnabled(not task.outside)

    def show_list(self, listed: bool) -> None:
        """Whether the paper is the whole list of a life event."""
        self.paper.setText(self.tr("할 일 모두 출력   Ctrl+P") if listed else self.tr("안내문 출력   Ctrl+P"))

    def show_language(self, language: Language) -> None:
        """The language of the next paper."""
        self.languages.button(LANGUAGES.index(language)).setChecked(True)

    def show_clocks(self, due: tuple[str, ...]) -> None:
        """When each clock would end if it began now, in the order of `TRANSFERS`."""
        for button, kind, key, when in zip(self.clocks, TRANSFERS, TRANSFER_KEYS, due, strict=True):
            hours = self.tr("이송 {hours}").format(hours=words.transfer_hours(kind))
            text = f"{hours}  {key}\n{words.transfer_kind(kind)}\n{when}"
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(f"{hours} {words.transfer_kind(kind)} {when}")

    def _on_language(self, place: int) -> None:
        self.language_chosen.emit(LANGUAGES[place])


def _action(text: str, kind: str, icon_name: str, name: str) -> Button:
    """A button that never takes the keys away from the line by being pressed."""
    made = Button(text, kind, icon_name, name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setProperty("scale", "tall")
    return made


def _with_icon(name: str, words_: Text, size: int = 20) -> QWidget:
    made = QWidget()
    made.setObjectName("cardInside")
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    line.addWidget(IconLabel(name, Tone.PRIMARY, size), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(words_, 1)
    return made


def _listed(papers: list[str]) -> str:
    """Each on a line of its own while they are few; then side by side, so that none is out of sight."""
    if len(papers) <= _ONE_BELOW_THE_OTHER:
        return "\n".join(f"·  {paper}" for paper in papers)
    kept = (paper.replace(" ", "\u00a0") if len(paper) <= _SHORT else paper for paper in papers)
    return "    ".join(f"·\u00a0{paper}" for paper in kept)


def _line() -> QFrame:
    made = QFrame()
    made.setObjectName("line")
    return made
