"""Settings of this PC."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.config.settings import PRINT_TO_FILES
from app.domain.languages import Language, ScreenLanguage
from app.domain.printer_addresses import is_printer_address
from app.domain.slips import Paper
from app.ui.desk_settings.presenter import DeskSettingsPresenter
from app.ui.shared import words
from app.ui.shared.palettes import Theme
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone, chosen_theme
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Card, Notice, Text

DIRECT = "direct"
"""Stands in the list of printers for a receipt printer's address."""


class DeskSettingsView(QWidget):
    """Six choices, each kept at once, and the address of a receipt printer where one is chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = DeskSettingsPresenter(session, self)
        self.language = self._choice(
            [("한국어", ScreenLanguage.KO.value), ("English", ScreenLanguage.EN.value)], self.tr("화면 언어")
        )
        self.text_size = self._choice(
            [(self.tr("보통"), "0"), (self.tr("크게"), "1"), (self.tr("아주 크게"), "2")], self.tr("글자 크기")
        )
        self.theme = self._choice(
            [
                (self.tr("보통"), Theme.LIGHT.value),
                (self.tr("고대비 (검은 바탕)"), Theme.CONTRAST.value),
                (self.tr("컴퓨터 설정에 맞춤"), Theme.SYSTEM.value),
            ],
            self.tr("화면 색"),
        )
        self.printer = self._choice([], self.tr("프린터"))
        self.address = TypedLine()
        self.address.setAccessibleName(self.tr("프린터 주소"))
        self.address.setPlaceholderText("tcp:192.168.0.50:9100")
        self.address.setMaxLength(300)
        self.paper = self._choice([(words.paper(paper), paper.value) for paper in Paper], self.tr("접수증 용지"))
        self.slip_language = self._choice(
            [(words.language(language), language.value) for language in Language], self.tr("접수증 언어")
        )
        self.foreigner_language = self._choice(
            [(words.language(language), language.value) for language in Language], self.tr("외국인 접수증 언어")
        )
        self.kept = Notice(Tone.SUCCESS, "circle-check")
        self.refused = Notice(Tone.DANGER, "circle-alert")
        title = Text(self.tr("이 PC의 설정"), "title")
        title.setMinimumHeight(38)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self._card())
        column.addWidget(self.kept)
        column.addWidget(self.refused)
        column.addStretch(1)
        self._show_settings()
        for box in self._boxes():
            box.activated.connect(self._on_chosen)
        self.address.editingFinished.connect(self._on_address)
        self.presenter.printers_found.connect(self._on_printers)
        # The whole window is made anew for another language: not while the box that was pressed is still at work.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)
        self.presenter.kept.connect(self._on_kept)
        self.presenter.refused.connect(self._on_refused)
        self.setFocusProxy(self.language)

    def _boxes(self) -> tuple[QComboBox, ...]:
        looks = (self.language, self.text_size, self.theme)
        return *looks, self.printer, self.paper, self.slip_language, self.foreigner_language

    def _choice(self, items: list[tuple[str, str]], name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumWidth(340)
        for text, value in items:
            box.addItem(text, value)
        return box

    def _card(self) -> Card:
        card = Card(margins=(28, 22, 28, 24))
        card.setMaximumWidth(900)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(2, 1)
        hints = (
            self.tr("창과 일일 현황의 언어입니다."),
            self.tr("모든 화면의 글자입니다."),
            self.tr("모든 화면의 색입니다. 고대비는 글자가 더 또렷합니다."),
            self.tr("접수증과 일일 현황이 나갈 곳입니다. 영수증 프린터에는 접수증만 나갑니다."),
            self.tr("접수증의 크기입니다."),
            self.tr("접수증에 쓰는 언어입니다."),
            self.tr("방문자가 외국인일 때 쓰는 언어입니다."),
        )
        lines: list[tuple[QWidget, str]] = list(zip(self._boxes(), hints, strict=True))
        example = self.tr("예: tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600, file:/dev/usb/lp0")
        lines.insert(self._boxes().index(self.printer) + 1, (self.address, example))
        for line, (field, hint) in enumerate(lines):
            label = Text(field.accessibleName(), "strong")
            label.setBuddy(field)
            explained = Text(hint, "small", Tone.QUIET, wrap=True)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
            grid.addWidget(explained, line, 2, Qt.AlignmentFlag.AlignVCenter)
            if field is self.address:
                self._address_line = (label, self.address, explained)
        card.column.addLayout(grid)
        return card

    def enter(self) -> None:
        """The screen comes to the front."""
        self.kept.say("")
        self.refused.say("")
        self._show_settings()
        self.language.setFocus()
        self.presenter.look_for_printers()

    def leave(self) -> None:
        """Another screen comes to the front."""

    def _show_settings(self) -> None:
        settings = self.presenter.settings
        self._list_printers(())
        values = (
            settings.language.value,
            str(settings.text_size),
            chosen_theme(settings.theme).value,
            DIRECT if is_printer_address(settings.printer) else settings.printer,
            settings.paper.value,
            settings.slip_language.value,
            settings.foreigner_language.value,
        )
        for box, value in zip(self._boxes(), values, strict=True):
            box.setCurrentIndex(max(0, box.findData(value)))
        if is_printer_address(settings.printer):
            self.address.setText(settings.printer)
        self._show_address()

    def _show_address(self) -> None:
        for widget in self._address_line:
            widget.setVisible(self.printer.currentData() == DIRECT)

    def _list_printers(self, names: tuple[str, ...]) -> None:
        chosen = self.presenter.settings.printer
        # Chosen by hand and without an address yet: a list that arrives meanwhile must not take it back.
        if is_printer_address(chosen) or self.printer.currentData() == DIRECT:
            chosen = DIRECT
        items = [
            (self.tr("이 PC의 기본 프린터"), ""),
            (self.tr("프린터 없이 PDF 파일로"), PRINT_TO_FILES),
            (self.tr("영수증 프린터 (직접 연결)"), DIRECT),
        ]
        items += [(name, name) for name in names]
        if chosen not in {value for _, value in items}:
            items.append((self.tr("{name} (지금 없음)").format(name=chosen), chosen))
        self.printer.clear()
        for text, value in items:
            self.printer.addItem(text, value)
        self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))

    def _on_printers(self, names: tuple[str, ...]) -> None:
        if not self.printer.view().isVisible():
            self._list_printers(names)

    def _on_chosen(self) -> None:
        self._show_address()
        self._later.start(0)

    def _on_address(self) -> None:
        if self.printer.currentData() != DIRECT:
            return
        typed = self.address.settled_text().strip()
        problem = self.presenter.problem_with_address(typed) if typed else ""
        if problem:
            self.kept.say("")
            self.refused.say(problem)
        else:
            self._later.start(0)

    def _chosen_printer(self) -> str:
        chosen: str = self.printer.currentData()
        if chosen != DIRECT:
            return chosen
        typed = self.address.settled_text().strip()
        fine = typed and not self.presenter.problem_with_address(typed)
        return typed if fine else self.presenter.settings.printer

    def _keep(self) -> None:
        self.presenter.keep(
            replace(
                self.presenter.settings,
                language=ScreenLanguage(self.language.currentData()),
                text_size=int(self.text_size.currentData()),
                theme=self.theme.currentData(),
                printer=self._chosen_printer(),
                paper=Paper(self.paper.currentData()),
                slip_language=Language(self.slip_language.currentData()),
                foreigner_language=Language(self.foreigner_language.currentData()),
            )
        )

    def _on_kept(self) -> None:
        self.refused.say("")
        self.kept.say(self.tr("저장했습니다."))

    def _on_refused(self, sentence: str) -> None:
        self.kept.say("")
        self.refused.say(sentence)
        self._show_settings()
