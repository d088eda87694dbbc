"""The first page about cases: the log, and over it the form of a new case."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.actors import Action
from app.domain.cases import KIND_RULES, Case, CaseKind, NewCase
from app.domain.letters import LetterKind
from app.domain.visits import VisitRecord
from app.ui.cases.browser import CaseBrowser
from app.ui.cases.new_case_presenter import Save
from app.ui.cases.new_case_view import NewCaseView
from app.ui.shared import case_words as words
from app.ui.shared.session import Session
from app.ui.shared.unfinished import Unfinished


class CasesView(QWidget):
    """After saving, the new case is open; a case that began at the counter leads back there."""

    counter_wanted = Signal(str)
    """What to say at the counter: the case that began there is received."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.browser = CaseBrowser(session)
        self.form = NewCaseView(session)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.browser)
        self.pages.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.browser.new_wanted.connect(self.begin_new)
        self.form.left.connect(self._on_form_left)
        self.form.saved.connect(self._on_saved)

    def enter(self) -> None:
        """The page comes to the front: the keyboard is where work goes on."""
        self.browser.list.presenter.be_seen(True)
        if self.pages.currentWidget() is self.form:
            self.form.start()
        else:
            self.browser.start()

    def leave(self) -> None:
        """Another page comes to the front: what was typed stays, and nothing is asked behind it."""
        self.browser.list.presenter.be_seen(False)

    def unfinished(self) -> Unfinished:
        """What is written in the form of a new case, or of a step."""
        return self.form.unfinished() + self.browser.unfinished()

    def open_case(self, case_id: str) -> None:
        """Show a case beside the list."""
        self.pages.setCurrentWidget(self.browser)
        self.browser.open_case(case_id)

    def explain_due(self, case_id: str) -> None:
        """Show a case beside the list, and how its deadline was counted."""
        self.pages.setCurrentWidget(self.browser)
        self.browser.explain_due_of(case_id)

    def read_again(self, case_id: str) -> None:
        """A case was changed on another page: where it is open here, it is read again."""
        browser = self.browser
        if browser.view is not None and browser.view.case.id == case_id:
            browser.say("")
            browser.case.reload()

    def begin_new(self) -> None:
        """The form of a new case."""
        self._show_form()

    def begin_about(self, visit: VisitRecord) -> None:
        """The form of a new case that belongs to a visit."""
        services = self._session.signed_in.services
        department = next((each.department_code for each in services if each.code == visit.service_code), "")
        given = NewCase(CaseKind.OTHER, "", visit_id=visit.id, department_code=department)
        self._show_form(given, visit=visit.number)

    def begin_with(self, given: NewCase, save: Save | None = None) -> None:
        """The form with what is known already; `save` is what keeps the case, where that is part of something else."""
        self._show_form(given, save)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self.browser.list.presenter.seen:
            self.browser.list.presenter.reload()
        return super().event(event)

    def _show_form(self, given: NewCase | None = None, save: Save | None = None, visit: str = "") -> None:
        if self._session.actor.may(Action.LOG_CASE):
            self.pages.setCurrentWidget(self.form)
            self.form.begin(given, save, visit)

    def _on_form_left(self) -> None:
        self.pages.setCurrentWidget(self.browser)
        if self.form.from_counter:
            self.counter_wanted.emit("")
        else:
            self.browser.start()

    def _on_saved(self, case: Case) -> None:
        self.pages.setCurrentWidget(self.browser)
        said = self.tr("{number} {kind} 민원을 접수했습니다.").format(number=case.number, kind=words.kind(case.kind))
        if KIND_RULES[case.kind].slip:
            self.browser.letters.print_letter(case.id, case.number, LetterKind.RECEIPT)
            said = self.tr("{said} 접수증을 출력합니다.").format(said=said)
        if self.form.from_counter:
            self.counter_wanted.emit(said)
            return
        self.browser.list.presenter.read_anew()
        self.browser.open_case(case.id)
        self.browser.announce(said)
        self.browser.start()
