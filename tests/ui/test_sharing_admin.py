"""The administrator shares an office, invites a counter, takes one out, makes a backup; all over a real shared file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication

from app.bootstrap import join_home, restore_home
from app.config.paths import Home
from app.domain.sharing import CounterState, Login, SharedAddress, SharedKind
from app.domain.sharing_errors import InviteUsed
from app.ui.admin.view import AdminView
from app.ui.shared.places import ScreenName
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.sharing.address_form import AddressForm
from app.ui.sharing.attach_dialog import AttachDialog
from app.ui.sharing.counters_table import state_words
from app.ui.sharing.page import SharingPage
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.shared_counters import Shared, share, shared

__all__ = ["shared"]


def page_of(desk: Desk) -> SharingPage:
    """The seventh tab."""
    desk.sign_in("admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    desk.press(Qt.Key.Key_7, ALT)
    desk.settle()
    assert view.pages.currentWidget() is view.sharing
    return view.sharing


def fill(form: AddressForm, name: str, text: str) -> None:
    grid = form.file if name == "path" else form.server
    line = grid.widgets[name]
    assert isinstance(line, TypedLine)
    line.setFocus()
    line.selectAll()
    line.insert(text)
    line.textEdited.emit(text)


def start(desk: Desk, page: SharingPage, path: str) -> AttachDialog:
    """Ctrl+N, a file, its path."""
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = page.attach
    assert dialog is not None
    dialog.form.kinds.button(1).click()
    fill(dialog.form, "path", path)
    return dialog


def test_from_alone_to_shared_in_one_dialog(desk: Desk, tmp_path: Path) -> None:
    desk.clock.at = datetime.now(UTC)
    page = page_of(desk)
    assert page.alone.heading.text() == "이 사무실은 이 PC에서만 씁니다"
    (tmp_path / "share").mkdir()
    dialog = start(desk, page, str(tmp_path / "share" / "office.db"))
    dialog.test.click()
    desk.until(lambda: "아직 비어" in dialog.good.words.text())
    assert not desk.office.sharing.state().attached
    dialog.go.click()
    desk.until(lambda: "모두 보냈습니다" in dialog.good.words.text())
    assert not dialog.meter.isVisible()
    dialog.stay.click()
    desk.until(lambda: [c.counter_code for c in page.model.records] == ["A"])
    assert page.standing.text() == "공유됨 · 모두 보냄"
    assert "10곳" in page.limits.text()
    assert desk.shell.status.syncing.isVisible()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/no/such/folder/office.db", "공유 폴더에 닿지 않습니다(/no/such/folder/office.db)"),
        ("{tmp}/other.db", "이미 다른 프로그램의 자료가 있습니다({tmp}/other.db)"),
    ],
)
def test_the_test_button_says_exactly_what_is_wrong(desk: Desk, tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "other.db").write_bytes(b"something else entirely" * 300)
    page = page_of(desk)
    dialog = start(desk, page, path.format(tmp=tmp_path))
    dialog.test.click()
    desk.until(dialog.bad.isVisible)
    assert said.format(tmp=tmp_path) in dialog.bad.words.text()
    assert not desk.office.sharing.state().attached
    assert dialog.test.isEnabled()
    dialog.stay.click()


@pytest.mark.parametrize("path", ["", "office.db"])
def test_a_file_needs_its_whole_path(desk: Desk, path: str) -> None:
    dialog = start(desk, page_of(desk), path)
    desk.settle()
    dialog.test.click()
    assert "전체 경로" in dialog.form.file.troubles["path"].text()
    desk.until(dialog.form.file.widgets["path"].hasFocus)
    fill(dialog.form, "path", "/")
    assert "전체 경로" not in dialog.form.file.troubles["path"].text()
    dialog.stay.click()


def test_a_folder_that_a_cloud_program_copies_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    dialog = start(desk, page_of(desk), str(tmp_path / "Dropbox" / "office.db"))
    dialog.go.click()
    desk.until(dialog.bad.isVisible)
    assert "클라우드" in dialog.bad.words.text()
    assert list((tmp_path / "Dropbox").iterdir()) == []
    dialog.stay.click()


def test_a_server_that_is_not_there(desk: Desk) -> None:
    page = page_of(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = page.attach
    assert dialog is not None
    for name, text in (("host", "127.0.0.1"), ("port", "9"), ("user", "minwon"), ("password", "geheim")):
        fill(dialog.form, name, text)
    address, login = dialog.form.values()
    assert address == SharedAddress(SharedKind.POSTGRESQL, host="127.0.0.1", port=9, database="minwon")
    assert login == Login("minwon", "geheim")
    dialog.go.click()
    desk.until(dialog.bad.isVisible)
    assert "닿지 않습니다" in dialog.bad.words.text()
    assert "geheim" not in dialog.bad.words.text()
    assert not desk.office.sharing.state().attached
    fill(dialog.form, "certificate", "/etc/office.crt")
    assert dialog.form.values()[0].options == {"sslmode": "verify-full", "sslrootcert": "/etc/office.crt"}
    dialog.stay.click()


def test_an_invitation_is_shown_once_and_opens_a_counter(desk: Desk, tmp_path: Path) -> None:
    desk.clock.at = datetime.now(UTC)
    address = share(desk.office, tmp_path / "share")
    page = page_of(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.enter()  # everything, as it comes up
    desk.until(lambda: page.invitation.dialog is not None)
    once = page.invitation.dialog
    assert once is not None
    code = once.secret_text
    assert address.url() in once.accessibleDescription()
    assert "까지 한 번만" in once.accessibleDescription()
    once.copy.click()
    assert QGuiApplication.clipboard().text() == code
    desk.press(Qt.Key.Key_Escape)
    assert once.isVisible()
    page.invitation.save(str(tmp_path / "note.pdf"))
    desk.settle()
    assert (tmp_path / "note.pdf").stat().st_mode & 0o777 == 0o600
    printed = PdfDocument((tmp_path / "note.pdf").read_bytes())[0].get_textpage().get_text_bounded()
    assert code in printed
    once.finish.click()
    desk.until(lambda: any("초대함" in state_words(c, page._session.zone, "A")[0] for c in page.model.records))
    join_home(Home(tmp_path / "second"), address, code, "새 창구", desk.clock)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.until(lambda: "새 창구" in [c.name for c in page.model.records])


def test_a_counter_is_invited_for_some_departments_and_the_invitation_withdrawn(desk: Desk, tmp_path: Path) -> None:
    desk.clock.at = datetime.now(UTC)
    address = share(desk.office, tmp_path / "share")
    page = page_of(desk)
    desk.until(lambda: len(page.model.records) == 1)
    page.invite.click()
    question = page.invitation.question
    assert question is not None
    question.choices.button(1).click()
    desk.enter()  # none is chosen
    assert question.isVisible()
    assert "하나 이상" in question.trouble.words.text()
    desk.press(Qt.Key.Key_Space)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Space)
    chosen = question.checked()
    assert chosen == tuple(one.code for one in page.presenter.departments[:2])
    assert not question.trouble.isVisible()
    desk.enter()
    desk.until(lambda: page.invitation.dialog is not None)
    once = page.invitation.dialog
    assert once is not None
    code = once.secret_text
    once.finish.click()
    desk.until(lambda: any(c.departments == chosen for c in page.model.records))
    row = next(n for n, c in enumerate(page.model.records) if c.invitation)
    titles = [column.title for column in page.model.columns]
    cell = page.model.index(row, titles.index("보는 부서"))
    assert cell.data() == "부서 2곳"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == ", ".join(one.name for one in page.presenter.departments[:2])
    assert page.model.index(1 - row, titles.index("보는 부서")).data() == "모든 부서"

    page.table.selectRow(row)
    assert page.remove.text() == "초대 취소  Ctrl+D"
    assert page.remove.isEnabled()
    for sure in (False, True):
        desk.press(Qt.Key.Key_D, CTRL)
        asked = page.invitation.withdrawal
        assert asked is not None
        if sure:
            asked.go.click()
        else:
            desk.enter()  # Enter goes back
        desk.until(lambda asked=asked: not asked.isVisible())  # type: ignore[misc]
        desk.settle()
        assert len(page.model.records) == (1 if sure else 2)
    assert "초대를 취소했습니다" in page.good.words.text()
    assert page.remove.text() == "창구 빼기  Ctrl+D"
    with pytest.raises(InviteUsed):
        join_home(Home(tmp_path / "second"), address, code, "새 창구", desk.clock)


def test_what_was_agreed_to_while_the_list_was_read_is_done_after_it(desk: Desk, tmp_path: Path) -> None:
    desk.clock.at = datetime.now(UTC)
    share(desk.office, tmp_path / "share")
    page = page_of(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    page.presenter.load_counters()
    assert page.presenter.busy
    desk.enter()
    desk.until(lambda: page.invitation.dialog is not None)
    assert page.invitation.dialog is not None
    page.invitation.dialog.finish.click()
    desk.settle()


def test_a_counter_is_taken_out_with_a_date(shared: Shared, desk: Desk) -> None:
    page = page_of(desk)
    desk.until(lambda: len(page.model.records) == 2)
    own = next(n for n, c in enumerate(page.model.records) if c.counter_code == "A")
    page.table.selectRow(own)
    assert not page.remove.isEnabled()
    page.table.selectRow(1 - own)
    assert page.remove.isEnabled()
    desk.press(Qt.Key.Key_D, CTRL)
    dialog = page.removal
    assert dialog is not None
    asked = dialog
    desk.enter()  # Enter goes back
    desk.until(lambda: not asked.isVisible())
    assert all(c.removed_on is None for c in page.model.records)
    desk.press(Qt.Key.Key_D, CTRL)
    dialog = page.removal
    assert dialog is not None
    today = datetime.now(UTC).astimezone(page._session.zone).date()
    dialog.last_day.setDate(QDate(today.year, today.month, today.day))
    dialog.go.click()
    desk.until(lambda: any(c.removed_on == today for c in page.model.records))
    assert "공유에서 뺐습니다" in page.good.words.text()


def test_a_backup_that_can_be_put_back(desk: Desk, tmp_path: Path) -> None:
    page = page_of(desk)
    page.presenter.back_up(tmp_path / "office.minwonbackup")
    desk.settle()
    assert "백업을 만들었습니다" in page.good.words.text()
    restore_home(Home(tmp_path / "again"), tmp_path / "office.minwonbackup")
    assert (tmp_path / "again" / "minwon.db").is_file()
    page.presenter.back_up(tmp_path / "no such folder" / "x.minwonbackup")
    desk.settle()
    assert page.bad.isVisible()
    page.restore.click()
    assert page.guide is not None
    assert str(desk.parts.home) in page.guide.sentence.text()
    page.guide.buttons[0].click()


def test_the_address_can_change(desk: Desk, tmp_path: Path) -> None:
    desk.clock.at = datetime.now(UTC)
    share(desk.office, tmp_path / "share")
    page = page_of(desk)
    (tmp_path / "share").rename(tmp_path / "moved")
    page.login.click()
    dialog = page.attach
    assert dialog is not None
    assert dialog.form.values()[0].path == str(tmp_path / "share" / "office.db")
    fill(dialog.form, "path", str(tmp_path / "moved" / "office.db"))
    dialog.go.click()
    desk.until(lambda: page.address.text() == str(tmp_path / "moved" / "office.db"))
    desk.until(lambda: page.standing.text() == "공유됨 · 모두 보냄")
    assert PASSWORD not in page.address.text()


def counter(**changed: object) -> CounterState:
    now = datetime.now(UTC)
    values: dict[str, object] = {
        "home": "h",
        "counter_code": "B",
        "name": "2번 창구",
        "release": "0.2.0",
        "last_seen": now,
        "unsent": 0,
        "conflicts": 0,
        "clock": 0.0,
    }
    return CounterState(**{**values, **changed})  # type: ignore[arg-type]


def test_the_words_of_a_counter() -> None:
    zone, now = ZoneInfo("Asia/Seoul"), datetime.now(UTC)
    assert state_words(counter(), zone, "A") == ("공유 중", Tone.SUCCESS)
    assert state_words(counter(), zone, "B") == ("이 PC", Tone.SUCCESS)
    assert state_words(counter(last_seen=now - timedelta(days=4)), zone, "A") == ("4일째 연락 없음", Tone.WARNING)
    assert state_words(counter(removed_on=now.date()), zone, "A")[0].endswith("에 뺌")
    assert state_words(counter(invited_until=now + timedelta(hours=3), last_seen=None), zone, "A")[1] is Tone.PRIMARY
    late = state_words(counter(invited_until=now - timedelta(hours=3), last_seen=None), zone, "A")
    assert late[0].startswith("초대 기한 지남")
