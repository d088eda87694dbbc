"""Accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from app.domain.actors import Role
from app.domain.administration import PersonEntry
from app.ui.admin.name_plate_dialog import NamePlateDialog
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.message_words import role_name
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, shortcut

translate = QCoreApplication.translate


class PeoplePage(ListPage):
    """Who may do what; the paper with the recovery code; the plate at somebody's counter."""

    entity = "person"
    said = Signal(str)
    """What was done here that changes nothing."""

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[PersonEntry], ...] = (
            Column(translate("Admin", "아이디"), lambda p: p.login, 130, bold=True),
            Column(translate("Admin", "이름"), lambda p: p.name),
            Column(translate("Admin", "역할"), lambda p: role_name(p.role), 120),
            Column(translate("Admin", "상태"), self._state, 150, tone=self._tone),
        )
        super().__init__(presenter, translate("Admin", "사람 목록"), columns)
        self.reset = Button(self.tr("비밀번호 초기화  Ctrl+R"), "secondary", "key-round", self.tr("비밀번호 초기화"))
        self.recovery = Button(self.tr("관리자 복구 코드 만들기…"), "quiet", "shield-check")
        self.plate = Button(self.tr("명패 인쇄…  Ctrl+P"), "secondary", "printer", self.tr("명패 인쇄"))
        self.plate_dialog: NamePlateDialog | None = None
        self.form.extra.insertWidget(0, self.reset)
        self.form.extra.insertWidget(1, self.plate)
        self.recovery_state = Text("", "small", Tone.QUIET, wrap=True)
        self.form.extra.addWidget(self.recovery)
        self.form.extra.addWidget(self.recovery_state)
        self.reset.clicked.connect(self.reset_password)
        self.recovery.clicked.connect(presenter.make_recovery_code)
        self.plate.clicked.connect(self.print_plate)
        shortcut(self, "Ctrl+R", self.reset_password)
        shortcut(self, "Ctrl+P", self.print_plate)
        self.reset.hide()
        self.plate.hide()

    def _state(self, person: PersonEntry) -> str:
        if person.retired_at is not None:
            return self.tr("회수됨")
        return self.tr("임시 비밀번호") if person.must_change else self.tr("쓰는 중")

    def _tone(self, person: PersonEntry) -> Tone:
        return Tone.WARNING if person.must_change and person.retired_at is None else Tone.QUIET

    def fields(self) -> Sequence[FormField]:
        roles = [(role_name(role), role.value) for role in Role]
        return (
            FormField("login", self.tr("아이디"), self.tr("로마자와 숫자. 만든 뒤에는 바뀌지 않습니다."), fixed=True),
            FormField("name", self.tr("이름")),
            FormField("role", self.tr("역할"), choices=roles),
        )

    def entries(self, lists: AdminLists) -> Sequence[PersonEntry]:
        return lists.people

    def show_lists(self, lists: AdminLists) -> None:
        super().show_lists(lists)
        made_at = lists.recovery_made_at
        if made_at is None:
            self.recovery_state.say(self.tr("복구 코드가 아직 없습니다. 만들어 금고에 두세요."), Tone.WARNING)
        else:
            day = f"{made_at.astimezone(self.presenter.session.zone):%Y-%m-%d}"
            self.recovery_state.say(self.tr("지금 쓰는 코드는 {day}에 만들었습니다.").format(day=day), Tone.QUIET)

    def code_of(self, entry: PersonEntry) -> str:
        return entry.login

    def found_by(self, entry: PersonEntry) -> str:
        return f"{entry.login} {entry.name} {role_name(entry.role)}"

    def values(self, entry: PersonEntry | None) -> Mapping[str, str]:
        if entry is None:
            return {"role": Role.CLERK.value}
        return {"login": entry.login, "name": entry.name, "role": entry.role.value}

    def heading(self, entry: PersonEntry | None) -> str:
        return self.tr("새 계정") if entry is None else entry.name

    def state(self, entry: PersonEntry | None) -> str:
        if entry is None:
            return self.tr("저장하면 임시 비밀번호를 한 번 보여 드립니다.")
        if entry.retired_at is not None:
            day = f"{entry.retired_at.astimezone(self.presenter.session.zone):%Y-%m-%d}"
            return self.tr("{day}에 회수했습니다. 한 일의 기록은 그대로 있습니다.").format(day=day)
        return self.tr("임시 비밀번호를 아직 바꾸지 않았습니다.") if entry.must_change else ""

    def toggle_words(self, retired: bool) -> str:
        return self.tr("다시 쓰게 하기  Ctrl+D") if retired else self.tr("권한 회수  Ctrl+D")

    def show_entry(self, entry: PersonEntry | None) -> None:
        super().show_entry(entry)
        if hasattr(self, "reset"):
            self.reset.setVisible(entry is not None and self._may_reset(entry))
            self.plate.setVisible(entry is not None and entry.retired_at is None)

    def submit(self, values: Mapping[str, str], entry: PersonEntry | None) -> None:
        people, actor = self.presenter.parts.admin.people, self.presenter.actor
        role = Role(values["role"])
        if entry is None:
            login = values["login"].strip()
            self.presenter.make(
                Change(
                    self.tr("{name} 계정을 만들었습니다.").format(name=values["name"].strip()),
                    ("person", login),
                    partial(people.add, actor, login, values["name"], role),
                    partial(people.withdraw, actor, login),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("{name} 계정을 고쳤습니다.").format(name=entry.name),
                ("person", entry.login),
                partial(people.change, actor, entry.login, name=values["name"], role=role, seen=entry.version),
                partial(_change_back, people.change, actor, entry),
            )
        )

    def retire(self, entry: PersonEntry) -> None:
        people, actor = self.presenter.parts.admin.people, self.presenter.actor
        back = entry.retired_at is not None
        words = self.tr("{name} 계정을 다시 쓰게 했습니다.") if back else self.tr("{name} 계정의 권한을 회수했습니다.")
        work, opposite = (people.reinstate, people.withdraw) if back else (people.withdraw, people.reinstate)
        self.presenter.make(
            Change(
                words.format(name=entry.name),
                ("person", entry.login),
                partial(work, actor, entry.login, entry.version),
                partial(opposite, actor, entry.login),
            )
        )

    def _may_reset(self, entry: PersonEntry) -> bool:
        """One's own password is changed with the present one, from every screen."""
        return entry.retired_at is None and entry.login != self.presenter.actor.login

    def reset_password(self) -> None:
        """A temporary password for whoever forgot theirs. There is no way back to the old one."""
        entry: PersonEntry | None = self.entry
        if entry is None or not self._may_reset(entry) or self._keep_typed():
            return
        people, actor = self.presenter.parts.admin.people, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("{name}의 비밀번호를 초기화했습니다.").format(name=entry.name),
                ("person", entry.login),
                partial(people.reset_password, actor, entry.login, entry.version),
            )
        )

    def print_plate(self) -> None:
        """The plate of whoever is chosen: asks for what stands on it beside the name."""
        entry: PersonEntry | None = self.entry
        if entry is None or entry.retired_at is not None or self.lists is None or self._keep_typed():
            return
        if self.plate_dialog is not None:
            self.plate_dialog.deleteLater()
        departments = [each.name for each in self.lists.departments if each.retired_at is None]
        self.plate_dialog = NamePlateDialog(self.presenter.session, entry, departments, self)
        self.plate_dialog.printed.connect(self.said)
        self.plate_dialog.open()


def _change_back(change: object, actor: object, entry: PersonEntry, seen: int | None) -> object:
    assert callable(change)
    return change(actor, entry.login, name=entry.name, role=entry.role, seen=seen)
