"""A PC without a home becomes a counter with an address, a code and a name, or stays exactly as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap import Office, join_home, open_office
from app.config.paths import Home
from app.domain.errors import HomeMissing
from app.domain.sharing import SharedAddress
from app.domain.sharing_errors import SharedRightsMissing
from app.ui.joining import JoinDialog, no_home_question
from app.ui.shared.task_runner import TaskRunner
from tests.support.offices import PASSWORD, SetClock
from tests.ui.shared_counters import Shared, shared

__all__ = ["shared"]


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


@pytest.fixture
def dialog(qtbot: QtBot, runner: TaskRunner, clock: SetClock, tmp_path: Path) -> JoinDialog:
    def join(address: SharedAddress, code: str, name: str) -> str:
        return join_home(Home(tmp_path / "third"), address, code, name, clock)

    made = JoinDialog(join, runner)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fill(dialog: JoinDialog, address: str, code: str, name: str) -> None:
    dialog.fields.show_values({"address": address, "code": code, "name": name}, new=True)


def test_an_invited_pc_becomes_a_counter(
    shared: Shared, office: Office, dialog: JoinDialog, qtbot: QtBot, clock: SetClock, tmp_path: Path
) -> None:
    code = office.sharing.invite(office.accounts.sign_in("admin", PASSWORD)).code
    fill(dialog, shared.address.url(), f"  {code.lower()} ", "3번째 창구")
    qtbot.keyClick(dialog.fields.widgets["name"], Qt.Key.Key_Return)
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # what is being made is waited for
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.result() == JoinDialog.DialogCode.Accepted.value, timeout=10_000)
    with closing(open_office(Home(tmp_path / "third"), clock)) as third:
        assert third.offices.counter().name == "3번째 창구"
        assert third.accounts.sign_in("clerk1", PASSWORD).login == "clerk1"


@pytest.mark.parametrize(
    ("address", "code", "name", "said"),
    [
        ("postgresql://", "x", "새 창구", "공유 주소를 알아볼 수 없습니다"),
        ("127.0.0.1", "{code}", "새 창구", "공유 주소를 알아볼 수 없습니다"),
        ("{share}", "ABCD", "새 창구", "초대 코드가 맞지 않습니다"),
        (
            "/no/such/office.db",
            "{code}",
            "다른 창구",
            "닿지 않습니다(/no/such/office.db). 이 PC에 만들어진 것은 없습니다",
        ),
        ("{share}", "{code}", "새 창구", "‘새 창구’ 창구가 이미 있습니다"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    shared: Shared,
    office: Office,
    dialog: JoinDialog,
    qtbot: QtBot,
    tmp_path: Path,
    address: str,
    code: str,
    name: str,
    said: str,
) -> None:
    invited = office.sharing.invite(office.accounts.sign_in("admin", PASSWORD)).code
    fill(dialog, address.format(share=shared.address.path), code.format(code=invited), name)
    dialog.go.click()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=10_000)
    assert said in dialog.trouble.words.text()
    assert not (tmp_path / "third").exists()
    assert dialog.go.isEnabled()
    assert dialog.fields.values()["name"] == name


def test_an_empty_field_is_gone_to(dialog: JoinDialog) -> None:
    fill(dialog, "sqlite:///x/office.db", "", "새 창구")
    dialog.go.click()
    assert dialog.fields.widgets["code"].hasFocus()
    assert not dialog.trouble.isVisible()


def test_without_a_home_the_way_in_is_offered(qtbot: QtBot) -> None:
    question = no_home_question(HomeMissing("/srv/minwon"))
    qtbot.addWidget(question)
    assert "초대 코드" in question.buttons[0].text()
    said = question.sentence.text()
    assert said.index("초대 코드") < said.index("minwon init")  # a second office is not what most have come for
    assert question.chosen == 1  # Esc ends the program


def test_a_code_of_another_place_on_the_same_server_is_told_as_one(qtbot: QtBot, runner: TaskRunner) -> None:
    def join(_address: SharedAddress, _code: str, _name: str) -> str:
        raise SharedRightsMissing("minwon_c_1")

    dialog = JoinDialog(join, runner)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    fill(dialog, "postgresql://db/other", "code", "3번째 창구")
    dialog.go.setFocus()
    qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=10_000)
    assert "이 초대 코드는 이 주소의 것이 아닙니다" in dialog.trouble.words.text()
    assert dialog.fields.widgets["address"].hasFocus()


def test_a_folder_with_what_the_first_start_left_in_it_can_become_a_counter(
    shared: Shared, office: Office, clock: SetClock, tmp_path: Path
) -> None:
    home = Home(tmp_path / "third")
    home.log.parent.mkdir(parents=True)
    home.log.write_text("시작\n", encoding="utf-8")
    home.settings.write_text('{"language": "en"}', encoding="utf-8")
    code = office.sharing.invite(office.accounts.sign_in("admin", PASSWORD)).code
    join_home(home, shared.address, code, "3번째 창구", clock)
    with closing(open_office(home, clock)) as third:
        assert third.offices.counter().name == "3번째 창구"
    assert home.log.read_text(encoding="utf-8").startswith("시작\n")
    assert home.settings.read_text(encoding="utf-8") == '{"language": "en"}'
