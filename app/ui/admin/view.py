"""The administrator's screen: tabs over one set of lists, one undo for all of them, and the shared side."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.config.settings import PRINT_TO_FILES
from app.domain.administration import IssuedPassword
from app.domain.readable_codes import PasswordNote, RecoverySheet
from app.services.imports import Imported
from app.ui.admin.counters_page import CountersPage
from app.ui.admin.departments_page import DepartmentsPage
from app.ui.admin.directory.pages import DirectoryPages
from app.ui.admin.import_page import ImportPage
from app.ui.admin.office_page import OfficePage
from app.ui.admin.people_page import PeoplePage
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.admin.secret_printing import Draw, SecretPrinting
from app.ui.admin.services_page import ServicesPage
from app.ui.shared.list_page import ListPage
from app.ui.shared.session import Session
from app.ui.shared.shown_once import ShownOnceDialog
from app.ui.shared.theme import Tone
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Button, Notice, Text, shortcut
from app.ui.sharing.page import SharingPage

_ListsPage = PeoplePage | ServicesPage | DepartmentsPage | CountersPage | OfficePage | ImportPage | DirectoryPages


class AdminView(QWidget):
    """Alt+1 – 8 turns to a tab, Ctrl+Z takes back the last change made here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = AdminPresenter(session, self)
        self.printing = SecretPrinting(session, self)
        self.people = PeoplePage(self.presenter)
        self.services = ServicesPage(self.presenter)
        self.departments = DepartmentsPage(self.presenter)
        self.counters = CountersPage(self.presenter)
        self.office = OfficePage(self.presenter)
        self.imports = ImportPage(self.presenter)
        self.sharing = SharingPage(session)
        self.directory = DirectoryPages(self.presenter)
        self.tabs = QButtonGroup(self)
        self.pages = QStackedWidget()
        self.undo = Button(self.tr("되돌리기  Ctrl+Z"), "secondary", "undo-2", self.tr("되돌리기"))
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.once: ShownOnceDialog | None = None
        self._paper: Draw | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.good)
        column.addWidget(self.bad)
        for page in self._pages():
            self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        self._connect()
        self._on_undo_changed("")

    def _pages(self) -> tuple[QWidget, ...]:
        return (*self._lists()[:-1], self.sharing, self.directory)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        title = Text(self.tr("관리"), "title")
        title.setMinimumHeight(38)
        head.addWidget(title)
        head.addSpacing(16)
        names = (
            self.tr("사람"),
            self.tr("업무"),
            self.tr("부서"),
            self.tr("창구"),
            self.tr("사무실 설정"),
            self.tr("가져오기"),
            self.tr("공유"),
            self.tr("길 안내"),
        )
        for place, name in enumerate(names):
            chip = Button(name, "chip", name=f"{name} Alt+{place + 1}")
            chip.setToolTip(f"Alt+{place + 1}")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            self.tabs.addButton(chip, place)
            head.addWidget(chip)
            shortcut(self, f"Alt+{place + 1}", _Turner(self, place).turn)
        head.addStretch(1)
        head.addWidget(self.undo)
        return head

    def _connect(self) -> None:
        self.tabs.idClicked.connect(self.turn_to)
        self.undo.clicked.connect(self.presenter.undo)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.saved.connect(self._on_saved)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.issued.connect(self._on_issued)
        self.presenter.recovery_made.connect(self._on_recovery_made)
        self.presenter.undo_changed.connect(self._on_undo_changed)
        self.printing.said.connect(self._on_printed)
        self.people.said.connect(self._on_said)
        self.presenter.session.syncing.arrived.connect(self._on_arrived)
        shortcut(self, "Ctrl+Z", self.presenter.undo)

    def enter(self) -> None:
        """The screen comes to the front."""
        self.good.say("")
        self.bad.say("")
        self.presenter.load()
        self._come_to(self.pages.currentIndex())

    def leave(self) -> None:
        """Another screen comes to the front."""

    def unfinished(self) -> Unfinished:
        """Whether a form is half filled in."""
        lists = (self.people, self.services, self.departments, self.counters)
        half = self.office.dirty or self.directory.dirty or any(page.form.dirty for page in lists)
        return Unfinished(typed=half)

    def turn_to(self, place: int) -> None:
        """Bring a tab to the front."""
        self.tabs.button(place).setChecked(True)
        self.pages.setCurrentIndex(place)
        self.good.say("")
        self.bad.say("")
        self._come_to(place)

    def _come_to(self, place: int) -> None:
        page = self._pages()[place]
        if page is self.directory:
            self.directory.come()
            self.directory.presenter.load()
            return
        page.setFocus()
        if page is self.sharing:
            self.sharing.load()

    def _lists(self) -> tuple[_ListsPage, ...]:
        lists = (self.people, self.services, self.departments, self.counters)
        return (*lists, self.office, self.imports, self.directory)

    def _page(self) -> _ListsPage:
        """The page a change was made on; the shared side has no part in these changes."""
        shown = self.pages.currentWidget()
        return next((page for page in self._lists() if page is shown), self.people)

    def _on_arrived(self) -> None:
        if self.isVisible():
            self.presenter.load()

    def _on_loaded(self, lists: AdminLists) -> None:
        for page in self._lists():
            page.show_lists(lists)

    def _on_saved(self, words: str, result: object) -> None:
        self.bad.say("")
        self.good.say(words)
        page = self._page()
        if isinstance(page, OfficePage | ImportPage | DirectoryPages) or _belongs(page, result):
            page.show_saved(result)
        if isinstance(result, Imported) and result.passwords:
            lines = "\n".join(f"{login}\t{password}" for login, password in result.passwords)
            self._show_once(
                self.tr("새 계정의 임시 비밀번호"),
                self.tr(
                    "지금 한 번만 보여 드립니다. 각자에게 따로 전해 주세요. 처음 로그인할 때 새 비밀번호를 정합니다."
                ),
                lines,
            )

    def _on_refused(self, field: str, sentence: str) -> None:
        self.good.say("")
        page = self._page()
        if field or isinstance(page, ImportPage | DirectoryPages):
            self.bad.say("")
            page.show_trouble(field, sentence)
        else:
            self.bad.say(sentence)

    def _on_issued(self, issued: IssuedPassword) -> None:
        person, settings = issued.person, self.presenter.session.store.settings
        office = self.presenter.session.signed_in.office.name
        note = PasswordNote(office, person.name, person.login, issued.password)
        self._show_once(
            self.tr("{name}의 임시 비밀번호").format(name=person.name),
            self.tr(
                "지금 한 번만 보여 드립니다. 본인에게 직접 전해 주세요. "
                "이 비밀번호로는 새 비밀번호를 정하는 일만 할 수 있습니다."
            ),
            issued.password,
            partial(self.presenter.parts.render_password_note, note, settings.language),
        )

    def _on_recovery_made(self, code: str) -> None:
        lists, settings = self.presenter.lists, self.presenter.session.store.settings
        if lists is None:
            return
        sheet = RecoverySheet(lists.settings.name, code, lists.today)
        self._show_once(
            self.tr("관리자 복구 코드"),
            self.tr(
                "지금 한 번만 보여 드립니다. 인쇄하거나 적어 금고에 두세요. 전에 만든 코드는 이제 쓸 수 없습니다. "
                "관리자가 로그인할 수 없게 되면 로그인 화면의 ‘관리자 복구’에서 씁니다."
            ),
            code,
            partial(self.presenter.parts.render_recovery_sheet, sheet, settings.language),
        )

    def _show_once(self, heading: str, sentence: str, secret: str, paper: Draw | None = None) -> None:
        if self.once is not None:
            self.once.deleteLater()
        self.once = ShownOnceDialog(heading, sentence, secret, self.window())
        self._paper = paper
        if paper is not None:
            self.once.offer_printing()
            self.once.print.clicked.connect(self.print_secret)
        self.once.open()

    def print_secret(self) -> None:
        """Print what is shown once, or ask where its PDF goes."""
        if self._paper is None:
            return
        if self.presenter.session.store.settings.printer != PRINT_TO_FILES:
            self.printing.print_paper(self._paper)
            return
        # A secret must not lie among the slips: whoever has no printer says where it goes.
        dialog = QFileDialog(self.once, self.tr("PDF로 저장"), str(Path.home() / "minwon.pdf"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_secret)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_secret(self, path: str) -> None:
        """Write what is shown once as PDF."""
        if self._paper is not None:
            self.printing.save_paper(self._paper, path)

    def _on_printed(self, sentence: str, well: bool) -> None:
        if self.once is not None:
            self.once.say(sentence, well)

    def _on_said(self, sentence: str) -> None:
        self.bad.say("")
        self.good.say(sentence)

    def _on_undo_changed(self, words: str) -> None:
        self.undo.setEnabled(bool(words))
        self.undo.setToolTip(words)


def _belongs(page: ListPage, result: object) -> bool:
    """Whether the row that came back is one of this page's list; an undo may have been of another tab's."""
    shown = page.entries(page.lists) if page.lists is not None else ()
    return not shown or type(shown[0]) is type(result)


class _Turner(QObject):
    """A key's slot: it lives as a child of the screen, because a connection to a lambda would outlive it."""

    def __init__(self, view: AdminView, place: int) -> None:
        super().__init__(view)
        self._view = view
        self._place = place

    def turn(self) -> None:
        self._view.turn_to(self._place)
