"""Make the pictures of the guides: the real window over a practice office, drawn in memory.

Run by `make guide-pictures`. The same clock, visits and names every time, so that a picture changes only when the
screen does.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # a system without a window manager is no news here

from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from app.bootstrap import Office, desk_parts, found_home, open_office
from app.config.paths import Home, resources
from app.config.settings import DeskSettings
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import CaseKind, NewCase
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit, VisitorKind
from app.services.founding import sample_office
from app.ui.application import make_application
from app.ui.shared.places import ScreenName
from app.ui.shell.view import ShellView
from app.ui.shell.window import MainWindow

FOLDER = resources() / "guides" / "pictures"
SIZE = (1366, 768)
WIDTH = 834
"""Units on paper and in the guide's page, so that nothing is scaled again."""
COLOURS = 48
EDGE = "#cdd1d5"
LARGEST = 60_000
PASSWORD = "minwon"
PASSPHRASE = "practice key of the guide"
MORNING = datetime(2026, 11, 20, 0, 5, tzinfo=UTC)
PATIENCE_SECONDS = 20.0
CASES = (
    (CaseKind.GRIEVANCE, "골목 가로등이 두 달째 꺼져 있습니다", "밤마다 아이들이 다니는 길이 어둡습니다.", "홍길동"),
    (CaseKind.SUGGESTION, "민원실 번호표 기계를 하나 더 놓아 주세요", "점심때 줄이 깁니다.", "김민수"),
    (CaseKind.LAW_QUESTION, "옥상에 텃밭 상자를 두어도 됩니까", "신고해야 하는지 알고 싶습니다.", "이서연"),
    (CaseKind.OTHER, "가까운 주차장을 물어보심", "", ""),
)
ASKED = "꺼진 가로등의 번호나 위치 사진을 보내 주십시오."
VISITS = ("PASSPORT", "RESREG", "SEAL", "PASSPORT", "MOVEIN", "FAMILY", "RESREG")


class SetClock:
    """The office's clock: it stands still until a visit has taken its time."""

    def __init__(self) -> None:
        self.at = MORNING

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Shot:
    """One picture: who signs in, which screen, and what is done there first."""

    name: str
    login: str
    screen: str
    act: Callable[[MainWindow, QWidget], QWidget] | None = None
    middle: bool = False
    """Only the middle of the window has anything on it."""


def keys(window: MainWindow, _screen: QWidget) -> QWidget:
    shell = shell_of(window)
    shell.show_keys()
    assert shell.keys is not None
    return shell.keys


def pick(window: MainWindow, screen: QWidget) -> QWidget:
    picker = screen.entry.presenter.picker  # type: ignore[attr-defined]
    picker.press_key(4)
    return window


def away(window: MainWindow, _screen: QWidget) -> QWidget:
    window.doorway.go_away()
    return window


def change(window: MainWindow, _screen: QWidget) -> QWidget:
    window.doorway.ask_who()
    return window


def answers(window: MainWindow, screen: QWidget) -> QWidget:
    screen.passphrase.setText(PASSPHRASE)  # type: ignore[attr-defined]
    screen.open_button.click()  # type: ignore[attr-defined]
    return window


def ask(window: MainWindow, screen: QWidget) -> QWidget:
    screen.line.setText("딱지가 날아왔어요")  # type: ignore[attr-defined]
    return window


def open_case(window: MainWindow, screen: QWidget) -> QWidget:
    settle([window])
    lines = screen.cases.browser.list.model.records  # type: ignore[attr-defined]
    screen.open_case(next(line.id for line in lines if line.owner))  # type: ignore[attr-defined]
    return window


SHOTS = (
    Shot("finder", "consultant1", "finder", ask),
    Shot("counter", "clerk1", "counter", pick),
    Shot("reception", "clerk1", "reception"),
    Shot("keys", "clerk1", "counter", keys),
    Shot("away", "clerk1", "counter", away, middle=True),
    Shot("change", "clerk2", "counter", change, middle=True),
    Shot("answers", "auditor1", "sealed_answers", answers),
    Shot("office", "admin", "office"),
    Shot("settings", "clerk1", "settings"),
    Shot("figures", "supervisor1", "daily_sheet"),
    Shot("integrity", "supervisor1", "integrity"),
    Shot("cases", "clerk1", "casework", open_case),
)


def main() -> int:
    """Write every picture whose screen there is; the exit code."""
    make_application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="minwon-guide-"))
    try:
        home, clock = Home(work / "home"), SetClock()
        found_home(home, sample_office(resources() / "sample"), PASSWORD, audit_passphrase=PASSPHRASE, clock=clock)
        office = open_office(home, clock)
        try:
            practise(office, clock)
            receive(office)
            for shot in SHOTS:
                sys.stdout.write(f"{shot.name}: {take(office, shot)}\n")
        finally:
            office.close()
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


def practise(office: Office, clock: SetClock) -> None:
    """A short morning at one counter."""
    clerk = office.accounts.sign_in("clerk1", PASSWORD)
    known = {service.code for service in office.offices.services(clerk)}
    codes = [code for code in VISITS if code in known] or sorted(known)[:5]
    for number, code in enumerate(codes):
        kind = VisitorKind.PROXY if number == 2 else VisitorKind.SELF
        visit = office.visits.register(clerk, NewVisit(code, kind, f"{101 + number}")).visit
        slip, _content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
        office.slips.mark(clerk, slip.id, SlipState.HANDED)
        clock.at += timedelta(minutes=24, seconds=40)
    for number, code in enumerate(codes[:3]):
        office.visits.admit(clerk, NewVisit(code, VisitorKind.SELF, f"{120 + number}"))
        clock.at += timedelta(minutes=2, seconds=20)


def receive(office: Office) -> None:
    """A few cases, one of them being handled."""
    clerk = office.accounts.sign_in("clerk1", PASSWORD)
    departments = [each.code for each in office.offices.departments(clerk)]
    for number, (kind, title, text, name) in enumerate(CASES):
        new = NewCase(
            kind,
            title,
            text,
            name=name,
            address="한빛로 12" if name else "",
            department_code=departments[number % len(departments)],
        )
        case = office.cases.open(clerk, new)
        if number == 0:
            office.cases.step(clerk, case.id, NewStep(CaseStepKind.TAKEN_OVER))
            asked = NewStep(CaseStepKind.SUPPLEMENT_ASKED, text=ASKED, until=(MORNING + timedelta(days=10)).date())
            office.cases.step(clerk, case.id, asked)


def take(office: Office, shot: Shot) -> str:
    """Take one picture in a window of its own."""
    people = ("clerk1", "clerk2", "consultant1", "supervisor1")
    parts = replace(desk_parts(office), settings_path=office.home.root / f"{shot.name}.json")
    window = MainWindow(parts, DeskSettings(printer="files", recent=people))
    try:
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        settle([window])
        card = window.sign_in_view
        assert card is not None
        card.presenter.submit(shot.login, PASSWORD)
        settle([window])
        if window.audit_key is not None:
            window.audit_key.close()
        shell = shell_of(window)
        if shot.screen not in [place.name.value for place in shell.navigation.places]:
            return "no such screen yet"
        name = ScreenName(shot.screen)
        shell.open(name)
        settle([window])
        shown = shot.act(window, shell.screen_widget(name)) if shot.act is not None else window
        settle([window])
        return write(shown.grab(_middle_of(shown) if shot.middle else shown.rect()), FOLDER / f"{shot.name}.png")
    finally:
        window.closing_agreed = True
        window.close()
        window.deleteLater()


def shell_of(window: MainWindow) -> ShellView:
    shell = window.shell
    assert shell is not None
    return shell


def settle(windows: Iterable[MainWindow]) -> None:
    """Until all background work is done and painted."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    calm = 0
    while calm < 3 and time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        calm = calm + 1 if all(window.runner.idle for window in windows) else 0


def _middle_of(window: QWidget) -> QRect:
    width, height = window.width() * 6 // 10, window.height() * 7 // 10
    return QRect((window.width() - width) // 2, (window.height() - height) // 3, width, height)


def write(drawn: QPixmap, path: Path) -> str:
    """A small PNG of few colours; its size in words."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    for colours in (COLOURS, COLOURS // 2, COLOURS // 4):
        few = ImageOps.expand(picture, 1, EDGE).quantize(
            colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(path, "PNG", optimize=True)
        if path.stat().st_size <= LARGEST:
            break
    return f"{path.stat().st_size:,} bytes"


if __name__ == "__main__":
    raise SystemExit(main())
