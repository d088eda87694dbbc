"""Where a server is said: each thing that can be wrong with it, by keyboard alone, over a real PostgreSQL."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from app.domain.sharing import SharedAddress
from app.ui.admin.view import AdminView
from app.ui.shared.places import ScreenName
from app.ui.shared.typed_line import TypedLine
from app.ui.sharing.attach_dialog import AttachDialog
from app.ui.sharing.page import SharingPage
from tests.support.postgres import Cluster, new_database, postgres_cluster, prepared_database
from tests.support.shared_offices import no_password_store
from tests.ui.conftest import ALT, CTRL, Desk

__all__ = ["no_password_store", "postgres_cluster"]

pytestmark = pytest.mark.usefixtures("no_password_store")


def page_of(desk: Desk) -> SharingPage:
    desk.clock.at = datetime.now(UTC)
    desk.sign_in("admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    desk.press(Qt.Key.Key_7, ALT)
    desk.settle()
    return view.sharing


def opened(desk: Desk) -> tuple[SharingPage, AttachDialog]:
    page = page_of(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.settle()
    assert page.attach is not None
    return page, page.attach


def line(dialog: AttachDialog, name: str) -> TypedLine:
    found = dialog.form.server.widgets[name]
    assert isinstance(found, TypedLine)
    return found


def fill(dialog: AttachDialog, cluster: Cluster, address: SharedAddress, **other: str) -> None:
    typed = {
        "host": address.host,
        "port": str(address.port),
        "database": address.database,
        "user": cluster.admin.user,
        "password": cluster.admin.password,
        **other,
    }
    dialog.form.server.show_values(typed, new=True)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("host", " ", "서버의 이름이나 주소"),
        ("port", "", "1에서 65535"),
        ("port", "70000", "1에서 65535"),
        ("database", "", "데이터베이스의 이름"),
        ("user", "", "데이터베이스의 사용자"),
    ],
)
def test_what_is_missing_is_said_below_its_field(
    desk: Desk, postgres_cluster: Cluster, name: str, typed: str, said: str
) -> None:
    _, dialog = opened(desk)
    fill(dialog, postgres_cluster, postgres_cluster.address("office"), **{name: typed})
    dialog.go.click()
    assert said in dialog.form.server.troubles[name].text()
    desk.until(line(dialog, name).hasFocus)
    desk.write("1")
    assert said not in dialog.form.server.troubles[name].text()
    dialog.stay.click()


def test_each_wrong_thing_leads_to_its_field_and_nothing_typed_is_lost(desk: Desk, postgres_cluster: Cluster) -> None:
    empty, _ = new_database(postgres_cluster)
    foreign, _ = new_database(postgres_cluster)
    with closing(postgres_cluster.connect(foreign.database)) as connection:
        connection.execute("CREATE TABLE tax (id int)")
    other, _ = prepared_database(postgres_cluster)
    _, dialog = opened(desk)
    for address, typed, goes_to, said in (
        (empty, {"password": "wrong"}, "password", "이름과 비밀번호를 확인해 주세요"),
        (empty, {"database": "no_such"}, "database", "데이터베이스나 파일이 없습니다"),
        (empty, {"port": "1"}, "host", "공유 서버에 닿지 않습니다"),
        (foreign, {}, "database", "빈 데이터베이스"),
        (other, {}, "database", "다른 사무실"),
    ):
        fill(dialog, postgres_cluster, address, **typed)
        before = dialog.form.server.values()
        line(dialog, "user").setFocus()
        desk.enter()
        desk.until(dialog.bad.isVisible)
        assert said in dialog.bad.words.text()
        assert "접속 정보 바꾸기" not in dialog.bad.words.text()
        desk.until(line(dialog, goes_to).hasFocus)
        assert dialog.form.server.values() == before
        desk.write("x")
        assert not dialog.bad.isVisible()
        if goes_to == "password":
            assert dialog.form.server.values()["password"] == "x"  # what nobody can read is typed over
    assert not desk.office.sharing.state().attached
    dialog.stay.click()


def test_enter_leads_from_the_fields_to_the_end(desk: Desk, postgres_cluster: Cluster) -> None:
    address, _ = new_database(postgres_cluster)
    page, dialog = opened(desk)
    fill(dialog, postgres_cluster, address)
    line(dialog, "password").setFocus()
    desk.enter()
    desk.until(lambda: "아직 비어" in dialog.good.words.text())
    assert not desk.office.sharing.state().attached
    desk.enter()
    desk.until(lambda: "모두 보냈습니다" in dialog.good.words.text())
    desk.enter()
    desk.until(lambda: page.attach is None)


def test_enter_on_a_button_presses_that_button(desk: Desk, postgres_cluster: Cluster) -> None:
    address, _ = new_database(postgres_cluster)
    page, dialog = opened(desk)
    fill(dialog, postgres_cluster, address)
    dialog.test.setFocus()
    desk.enter()
    desk.until(lambda: "아직 비어" in dialog.good.words.text())
    dialog.stay.setFocus()
    desk.enter()
    desk.until(lambda: page.attach is None)
    assert not desk.office.sharing.state().attached
