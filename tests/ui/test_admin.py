"""The administrator's screen, driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as PDF_IMAGE
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from app.domain.actors import Actor, Role
from app.domain.administration import DepartmentForm, ServiceForm
from app.domain.errors import PasswordMustChange
from app.domain.imports import LineState
from app.ui.admin.name_plate_dialog import NamePlateDialog
from app.ui.admin.view import AdminView
from app.ui.shared.list_page import ListPage
from app.ui.shared.places import ScreenName
from app.ui.shared.typed_line import TypedLine
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk

PEOPLE, SERVICES, DEPARTMENTS, COUNTERS, OFFICE, IMPORT = range(6)


@pytest.fixture
def admin(desk: Desk) -> Actor:
    return desk.office.accounts.sign_in("admin", PASSWORD)


@pytest.fixture
def view(desk: Desk) -> AdminView:
    desk.sign_in("admin")
    shown = desk.screen(ScreenName.OFFICE, AdminView)
    desk.settle()
    return shown


def turn(desk: Desk, place: int) -> None:
    desk.press(Qt.Key(int(Qt.Key.Key_1) + place), ALT)


def pick(desk: Desk, page: ListPage, code: str) -> None:
    row = page.model.row_of(code)
    assert row is not None
    page.table.setFocus()
    page.table.selectRow(row)


def typed(page: ListPage, name: str, text: str) -> None:
    """Somebody types into a field of the form."""
    widget = page.form.grid.widgets[name]
    assert isinstance(widget, TypedLine)
    widget.setFocus()
    widget.selectAll()
    widget.insert(text)
    widget.textEdited.emit(text)


def below(widget: QWidget, ancestor: QWidget) -> bool:
    return widget is ancestor or ancestor.isAncestorOf(widget)


def test_the_day_of_an_administrator_starts_here(desk: Desk, view: AdminView) -> None:
    assert desk.shell.current is ScreenName.OFFICE
    assert [person.login for person in view.people.model.records][:2] == ["admin", "auditor1"]
    for place in range(6):
        turn(desk, place)
        assert view.pages.currentIndex() == place
        focused = QGuiApplication.focusObject()
        assert isinstance(focused, QWidget)
        assert below(focused, view)


def test_a_new_account_shows_its_password_once(desk: Desk, view: AdminView, tmp_path: Path) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.write("clerk9")
    desk.press(Qt.Key.Key_Tab)
    desk.commit("오새롬")
    desk.enter()
    desk.settle()
    assert view.once is not None
    password = view.once.secret_text
    desk.press(Qt.Key.Key_Escape)  # a secret is not thrown away by Esc
    assert view.once.isVisible()
    desk.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == password
    view.save_secret(str(tmp_path / "note.pdf"))
    desk.settle()
    assert (tmp_path / "note.pdf").stat().st_mode & 0o777 == 0o600
    page = PdfDocument((tmp_path / "note.pdf").read_bytes())[0].get_textpage().get_text_bounded()
    assert password in page
    assert "clerk9" in page
    assert list(desk.office.home.root.glob("slips/*")) == []
    view.once.finish.click()
    desk.settle()
    with pytest.raises(PasswordMustChange):
        desk.office.accounts.sign_in("clerk9", password)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert view.people.model.row_of("clerk9") is None
    view.people.retired.click()
    row = view.people.model.row_of("clerk9")
    assert row is not None
    assert view.people.model.records[row].retired_at is not None


def test_trouble_stands_beside_its_field_and_what_was_typed_stays(desk: Desk, view: AdminView) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("한글")
    desk.enter()
    desk.settle()
    grid = view.people.form.grid
    assert "아이디" in grid.troubles["login"].text()
    assert grid.widgets["login"].property("wrong") == "true"
    assert grid.values()["login"] == "한글"
    assert view.unfinished()
    pick(desk, view.people, "clerk1")  # going elsewhere loses nothing either
    assert grid.values()["login"] == "한글"
    desk.press(Qt.Key.Key_Escape)
    assert not view.unfinished()


def test_several_steps_back(desk: Desk, view: AdminView, admin: Actor) -> None:
    turn(desk, SERVICES)
    pick(desk, view.services, "SEAL")
    for name in ("인감 하나", "인감 둘"):
        typed(view.services, "name", name)
        desk.enter()
        desk.settle()
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()

    def seal() -> tuple[str, bool]:
        found = next(s for s in desk.office.admin.catalogue.services(admin) if s.code == "SEAL")
        return found.name, found.retired_at is not None

    assert seal() == ("인감 둘", True)
    for expected in (("인감 둘", False), ("인감 하나", False), ("인감증명", False)):
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.settle()
        assert seal() == expected
    assert not view.undo.isEnabled()
    assert "되돌렸습니다" in view.good.words.text()


def test_undo_does_not_overwrite_somebody_else(desk: Desk, view: AdminView, admin: Actor) -> None:
    turn(desk, COUNTERS)
    pick(desk, view.counters, "B")
    typed(view.counters, "name", "둘째 창구")
    desk.enter()
    desk.settle()
    desk.office.admin.counters.rename(admin, "B", "다른 이름")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert "먼저 바꾸었습니다" in view.bad.words.text()
    assert {c.code: c.name for c in desk.office.admin.counters.list(admin)}["B"] == "다른 이름"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(desk: Desk, view: AdminView, admin: Actor) -> None:
    turn(desk, COUNTERS)
    pick(desk, view.counters, "B")
    desk.office.admin.counters.rename(admin, "B", "다른 이름")
    typed(view.counters, "name", "둘째 창구")
    desk.enter()
    desk.settle()
    assert "먼저 바꾸었습니다" in view.bad.words.text()
    assert view.counters.form.grid.values()["name"] == "둘째 창구"


def test_services_are_found_moved_and_keep_their_keys(desk: Desk, view: AdminView) -> None:
    turn(desk, SERVICES)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit("여권")
    assert {s.code for s in view.services.model.records} > {"PASSPORT"}
    view.services.search.clear()
    pick(desk, view.services, "SEAL")
    desk.press(Qt.Key.Key_Up, ALT)
    desk.settle()
    assert [s.code for s in view.services.model.records][:2] == ["SEAL", "RESREG"]
    box = view.services.form.grid.widgets["key"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("1"))
    box.activated.emit(box.currentIndex())
    view.services.form.save.click()
    desk.settle()
    assert "주민등록" in view.services.form.grid.troubles["key"].text()


def test_a_department_is_added_and_taken_back(desk: Desk, view: AdminView, admin: Actor) -> None:
    turn(desk, DEPARTMENTS)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("새 부서")
    desk.enter()
    desk.settle()
    added = desk.office.admin.catalogue.departments(admin)[-1]
    assert (added.name, added.retired_at) == ("새 부서", None)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.admin.catalogue.departments(admin)[-1].retired_at is not None


def test_the_office_settings(desk: Desk, view: AdminView) -> None:
    turn(desk, OFFICE)
    grid = view.office.grid
    for name, text in (("closes", "08:00"), ("slip_days", "둘")):
        field = grid.widgets[name]
        assert isinstance(field, TypedLine)
        field.setText(text)
        view.office.submit()
        desk.settle()
        assert grid.troubles[name].property("tone") == "danger"
        desk.press(Qt.Key.Key_Escape)
    for name, text in (("opens", "08:30"), ("slip_days", "14"), ("approval_boxes", "담당, 과장")):
        field = grid.widgets[name]
        assert isinstance(field, TypedLine)
        field.setText(text)
    view.office.submit()
    desk.settle()
    settings = desk.office.offices.settings()
    assert (settings.opens, settings.slip_days, settings.approval_boxes) == ("08:30", 14, ("담당", "과장"))
    view.undo.click()
    desk.settle()
    settings = desk.office.offices.settings()
    assert (settings.opens, settings.slip_days, settings.approval_boxes) == ("09:00", 7, ("담당", "팀장", "과장"))


def test_an_import_is_looked_at_first(desk: Desk, view: AdminView, tmp_path: Path, admin: Actor) -> None:
    rows = ["업무명,부서", *(f"새 업무 {number},민원여권과" for number in range(5)), ",민원여권과", "업무,없는과"]
    path = tmp_path / "table.csv"
    path.write_bytes("\n".join(rows).encode("cp949"))
    before = len(desk.office.offices.services())
    turn(desk, IMPORT)
    page = view.imports
    page.read(str(path))
    desk.settle()
    assert [line.state for line in page.model.records] == [LineState.NEW] * 5 + [LineState.BAD] * 2
    assert not page.accept.isEnabled()
    page.only_bad.click()
    assert [line.row for line in page.model.records] == [7, 8]
    assert "없는과" in page.model.index(1, 3).data()
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert len(desk.office.offices.services()) == before
    page.skip_bad.click()
    page.accept.click()
    desk.settle()
    assert len(desk.office.offices.services()) == before + 5
    assert "5" in view.good.words.text()
    page.read(str(tmp_path / "nothing.csv"))
    desk.settle()
    assert "읽을 수 없는 파일" in page.trouble.text()


def test_imported_people_get_passwords_shown_once(desk: Desk, view: AdminView, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("아이디,이름,역할\nnew1,가나다,팀장\nnew2,라마바,창구 직원\n", encoding="utf-8")
    turn(desk, IMPORT)
    view.imports.kinds.button(2).click()
    view.imports.read(str(path))
    desk.settle()
    view.imports.accept.click()
    desk.settle()
    assert view.once is not None
    assert [line.split("\t")[0] for line in view.once.secret_text.splitlines()] == ["new1", "new2"]
    view.once.finish.click()


def test_the_recovery_code_is_made_and_saved_as_a_sheet(
    desk: Desk, view: AdminView, tmp_path: Path, admin: Actor
) -> None:
    assert "아직 없습니다" in view.people.recovery_state.text()
    view.people.recovery.click()
    desk.settle()
    assert "2026-11-20" in view.people.recovery_state.text()
    assert view.once is not None
    assert view.presenter.lists is not None
    code = view.once.secret_text
    view.save_secret(str(tmp_path / "sheet.pdf"))
    desk.settle()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600
    assert "저장했습니다" in view.once.copied.text()
    view.once.finish.click()
    assert desk.office.admin.recovery.recover("admin", code, "own words").actor == admin


def test_ones_own_password_is_not_reset_here(desk: Desk, view: AdminView, admin: Actor) -> None:
    pick(desk, view.people, "admin")
    assert view.people.reset.isHidden()
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    assert view.once is None
    assert desk.office.admin.people.list(admin)


def plate_dialog(desk: Desk, view: AdminView, login: str) -> NamePlateDialog:
    pick(desk, view.people, login)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    dialog = view.people.plate_dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_a_name_plate_is_printed_with_department_and_photo(desk: Desk, view: AdminView, tmp_path: Path) -> None:
    dialog = plate_dialog(desk, view, "clerk1")
    department = next(each for each in desk.office.offices.departments(view.presenter.actor)).name
    dialog.department.setCurrentIndex(dialog.department.findData(department))
    photo = tmp_path / "사진.png"
    Image.new("RGB", (300, 400), (200, 30, 30)).save(photo)
    dialog.ask_for_photo()
    picker = dialog.findChild(QFileDialog)
    assert picker is not None
    picker.fileSelected.emit(str(photo))
    picker.reject()
    assert dialog.photo.whole() == "사진.png"
    desk.enter()
    desk.settle()
    assert not dialog.isVisible()
    (path,) = (desk.office.home.root / "plates").iterdir()
    assert path.name == "plate-clerk1.pdf"
    assert str(path) in view.good.words.text()
    with PdfDocument(path) as pdf:
        (page,) = pdf
        said = "".join(page.get_textpage().get_text_range().split())
        assert "김하늘" in said
        assert "".join(department.split()) in said
        assert any(each.type == PDF_IMAGE for each in page.get_objects())


def test_a_name_plate_does_without_department_and_photo(desk: Desk, view: AdminView) -> None:
    dialog = plate_dialog(desk, view, "clerk2")
    assert dialog.without.isHidden()
    desk.enter()
    desk.settle()
    assert [path.name for path in (desk.office.home.root / "plates").iterdir()] == ["plate-clerk2.pdf"]


def test_a_bad_photo_is_refused_with_a_sentence_and_can_be_left_out(
    desk: Desk, view: AdminView, tmp_path: Path
) -> None:
    dialog = plate_dialog(desk, view, "clerk1")
    program = tmp_path / "photo.jpg"
    program.write_bytes(b"MZ" + bytes(200))
    for path, says in ((program, "JPEG나 PNG 사진이 아니거나"), (tmp_path / "gone.png", "읽을 수 없습니다")):
        dialog.take_photo(str(path))
        desk.enter()
        desk.settle()
        assert dialog.isVisible()
        assert dialog.hint.words.text().startswith(path.name)
        assert says in dialog.hint.words.text()
    assert not (desk.office.home.root / "plates").exists()
    dialog.without.click()
    assert not dialog.hint.isVisible()
    dialog.print.click()
    desk.settle()
    assert not dialog.isVisible()
    assert (desk.office.home.root / "plates" / "plate-clerk1.pdf").exists()


def test_whoever_is_withdrawn_has_no_plate(desk: Desk, view: AdminView) -> None:
    pick(desk, view.people, "clerk2")
    assert not view.people.plate.isHidden()
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    view.people.retired.click()
    pick(desk, view.people, "clerk2")
    assert view.people.plate.isHidden()
    desk.press(Qt.Key.Key_P, CTRL)
    assert view.people.plate_dialog is None


def test_nobody_else_finds_the_screen(desk: Desk) -> None:
    desk.sign_in("supervisor1")
    assert ScreenName.OFFICE not in {place.name for place in desk.shell.navigation.places}
    assert desk.shell.session.actor.role is Role.SUPERVISOR
    desk.settle()


def test_a_retired_service_keeps_its_retired_department(desk: Desk, view: AdminView, admin: Actor) -> None:
    catalogue = desk.office.admin.catalogue
    department = catalogue.add_department(admin, DepartmentForm("없어질 부서"))
    service = catalogue.add_service(admin, ServiceForm("없어질 업무", department.code))
    catalogue.retire_service(admin, service.code)
    catalogue.retire_department(admin, department.code)
    view.presenter.load()
    desk.settle()
    turn(desk, SERVICES)
    view.services.retired.click()
    pick(desk, view.services, service.code)
    typed(view.services, "keywords", "옛것")
    desk.enter()
    desk.settle()
    edited = next(s for s in catalogue.services(admin) if s.code == service.code)
    assert (edited.department_code, edited.keywords) == (department.code, "옛것")
