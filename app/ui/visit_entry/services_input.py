"""Choosing the services of one visit: chips of what is kept, the field, the keys. Form and correction use it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.offices import ServiceRecord
from app.domain.visits import SERVICES_LIMIT
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button
from app.ui.visit_entry.service_field import ServiceField
from app.ui.visit_entry.service_picker import Kept, ServicePicker
from app.ui.visit_entry.service_tiles import ServiceTiles


class ServiceChip(Button):
    """A kept service; pressing it takes it away. The keyboard does that with Backspace in the empty field."""

    def __init__(self, service: ServiceRecord, name: str) -> None:
        super().__init__(service.name, "kept", "x", name)
        self.service = service
        self.setToolTip(name)
        self.setObjectName("serviceChip")
        self.setAutoDefault(False)  # in a dialog Enter would press it


class ServicesInput(QWidget):
    """The state is the picker's; here it is shown, and keys become wishes."""

    said = Signal(str)
    """A sentence about what was just pressed; empty when all is well."""

    def __init__(self, picker: ServicePicker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = picker
        self.chips = Flow()
        self.field = ServiceField()
        self.tiles = ServiceTiles(picker.keyed)
        self._shown: tuple[ServiceRecord, ...] = ()
        self._chosen: ServiceRecord | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.chips, self.field, self.tiles):
            column.addWidget(part)
        self.field.setAccessibleName(self.tr("업무"))
        self.field.live_text_changed.connect(self._on_typed)
        self.field.digit_pressed.connect(picker.press_key)
        self.field.moved.connect(picker.move)
        self.field.plus_pressed.connect(self._on_plus)
        self.field.emptier_wanted.connect(picker.drop_last)
        self.tiles.picked.connect(self._on_tile)
        picker.changed.connect(self._show)
        picker.services_changed.connect(self._on_services)
        self.setFocusProxy(self.field)
        self._show()

    def _on_typed(self, text: str) -> None:
        if not self.field.shows_pick:
            self.picker.type(text)

    def _on_tile(self, service: ServiceRecord) -> None:
        self.picker.pick(service)
        self.field.setFocus()

    def _on_plus(self) -> None:
        match self.picker.keep():
            case Kept.KEPT:
                self.said.emit("")
            case Kept.NOTHING:
                self.said.emit(self.tr("더할 업무를 먼저 고르고 +를 누르세요."))
            case Kept.TWICE:
                self.said.emit(self.tr("이미 담은 업무입니다. 다른 업무를 고르거나 Enter를 누르세요."))
            case Kept.FULL:
                words = self.tr("한 번에 {limit}가지까지 접수합니다. Enter를 누르면 지금 고른 업무까지 접수합니다.")
                self.said.emit(words.format(limit=SERVICES_LIMIT))

    def _on_services(self) -> None:
        self.tiles.offer(self.picker.keyed)

    def _show(self) -> None:
        picker = self.picker
        self._show_chips()
        self.tiles.mark_kept(picker.kept)
        if picker.searching:
            self.tiles.show_matches(picker.matches, picker.highlighted)
            return
        self.tiles.show_keys(picker.chosen)
        if picker.chosen is not None:
            self.field.show_pick(picker.chosen.name)
            if picker.chosen != self._chosen:
                self.said.emit("")
        elif not picker.typed:
            self.field.show_pick("")
        self._chosen = picker.chosen

    def _show_chips(self) -> None:
        kept = self.picker.kept
        hint = self.tr("다음 업무 · Enter 접수") if kept else self.tr("예: 4, 여권, ㅇㄱ")
        self.field.setPlaceholderText(hint)
        if kept == self._shown:
            return
        self._shown = kept
        chips = [ServiceChip(service, self.tr("{name} 빼기").format(name=service.name)) for service in kept]
        for chip in chips:
            chip.clicked.connect(self._on_chip)
        self.chips.put(chips)
        names = ", ".join(service.name for service in kept)
        self.field.setAccessibleDescription(self.tr("담은 업무: {names}").format(names=names) if kept else "")

    def _on_chip(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ServiceChip)
        self.picker.drop(chip.service.code)
        self.field.setFocus()
