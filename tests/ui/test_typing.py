"""Small parts: a field that loses no syllable, a table that keeps its place, a picker."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from pytestqt.qtbot import QtBot

from app.domain.offices import ServiceRecord
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.typed_line import TypedLine
from app.ui.visit_entry.service_picker import ServicePicker


def test_the_live_text_has_what_is_being_composed_at_the_cursor(qtbot: QtBot) -> None:
    line = TypedLine()
    qtbot.addWidget(line)
    heard: list[str] = []
    line.live_text_changed.connect(heard.append)
    line.setText("여 신청")
    line.setCursorPosition(1)
    QCoreApplication.sendEvent(line, QInputMethodEvent("궈", []))
    assert line.live_text() == heard[-1] == "여궈 신청"
    assert line.text() == "여 신청"
    assert line.settled_text() == "여궈 신청"
    assert line.settled_text() == "여궈 신청"


def test_leaving_the_field_settles_it(qtbot: QtBot) -> None:
    first, second = TypedLine(), TypedLine()
    for line in (first, second):
        qtbot.addWidget(line)
    second.setParent(first)
    first.show()
    qtbot.waitExposed(first)
    first.setFocus()
    QCoreApplication.sendEvent(first, QInputMethodEvent("홍", []))
    second.setFocus()
    first.clearFocus()
    assert first.text() in ("홍", "")
    assert first.settled_text() == "홍"


def table(records: list[str]) -> RecordTableModel[str]:
    model: RecordTableModel[str] = RecordTableModel([Column("이름", lambda r: r)], key=lambda r: r.partition("=")[0])
    model.set_records(records)
    return model


def test_new_records_move_only_what_changed(qtbot: QtBot) -> None:
    model = table(["c=1", "b=1", "a=1"])
    view = RecordTable("표")
    qtbot.addWidget(view)
    view.setModel(model)
    view.selectRow(1)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_records(["d=1", "c=2", "b=2"])
    assert model.records == ("d=1", "c=2", "b=2")
    assert view.selectionModel().selectedRows()[0].row() == 2
    assert resets == []


def test_another_order_or_another_day_starts_afresh(qtbot: QtBot) -> None:
    model = table(["c=1", "b=1", "a=1"])
    model.set_records(["a=1", "b=1", "c=1"])
    assert list(model.records) == ["a=1", "b=1", "c=1"]
    model.set_records(["x=1"])
    assert list(model.records) == ["x=1"]
    model.set_records([])
    assert model.rowCount() == 0
    assert model.record_at(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "이름"


def service(code: str, name: str, key: int | None = None) -> ServiceRecord:
    return ServiceRecord(code, name, "D001", "민원여권과", "여권", 1, key)


def test_a_key_without_a_service_picks_nothing(qtbot: QtBot) -> None:
    parent = TypedLine()
    qtbot.addWidget(parent)
    picker = ServicePicker([service("A", "여권 신청", 4), service("B", "인감증명")], parent)
    assert not picker.press_key(9)
    assert picker.chosen is None
    picker.type("인")
    assert not picker.press_key(4)
    assert picker.chosen is not None
    assert picker.chosen.code == "B"
    picker.clear()
    picker.move(-1)
    assert picker.chosen is not None
    assert picker.chosen.code == "A"
