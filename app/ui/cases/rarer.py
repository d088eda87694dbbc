"""What is seldom done to the open case: put right, linked with others, linked with a task, erased."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from app.domain.actors import Actor
from app.domain.case_views import CaseChange, CaseView
from app.domain.cases import CaseKind, CaseLine
from app.domain.improvements import Improvement, LinkKind
from app.ui.cases.acts import CaseAct, acts_of
from app.ui.cases.card_form import CardForm
from app.ui.cases.edit_form import EditForm
from app.ui.cases.erase_card import EraseCard
from app.ui.cases.link_card import LinkCard
from app.ui.cases.pick_field import Choice
from app.ui.cases.task_card import TaskCard
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone

if TYPE_CHECKING:
    from app.ui.cases.browser import CaseBrowser


class RarerActs(QObject):
    """Each in a card beside the case. What is written in the form of a case that is left is there again with it."""

    def __init__(self, session: Session, browser: CaseBrowser) -> None:
        super().__init__(browser)
        self._session = session
        self._browser = browser
        self._drafts: dict[str, CaseChange] = {}
        """What was put right and not saved, by case."""
        self._edit_again = ""
        """The case whose name is asked for in the midst of putting it right."""
        self.question: CalmDialog | None = None
        browser.sheet.deeds.act_wanted.connect(self.begin)
        browser.case.said.connect(self._on_done)
        browser.case.changed.connect(self._on_changed)

    def begin(self, act: CaseAct) -> None:
        """Open the card of `act`, if the case allows it."""
        view = self._browser.view
        if view is None or act not in acts_of(view, self._session.actor):
            return
        self._browser.put_aside()
        self._browser.say("")
        self._edit_again = ""
        if act is CaseAct.UNLINK:  # nothing has to be said with it, and linking takes it back
            self._browser.case.do(_unlink, self.tr("뗐습니다. 이제 따로 셉니다."))
            return
        card = self._card(act, view)
        card.left.connect(self._browser.leave_card)
        self._browser.side.put(card)
        card.start()

    def put_aside(self) -> None:
        """What is written in the open form is kept for when it is opened again."""
        form = self._browser.side.card
        if isinstance(form, EditForm):
            if form.begun():
                self._drafts[form.case.id] = form.change()
            else:
                self._drafts.pop(form.case.id, None)

    def name_asked(self) -> None:
        """The name is asked for: what is being put right is there again once it is shown."""
        form = self._browser.side.card
        self._edit_again = form.case.id if isinstance(form, EditForm) else ""

    def forget_name(self) -> None:
        """The name is not shown after all."""
        self._edit_again = ""

    def begun(self) -> bool:
        """Whether anything is written and not saved."""
        form = self._browser.side.card
        return bool(self._drafts) or (isinstance(form, EditForm) and form.begun())

    # --- the cards ---

    def _card(self, act: CaseAct, view: CaseView) -> CardForm:
        match act:
            case CaseAct.EDIT:
                return self._edit_form(view)
            case CaseAct.LINK:
                link = LinkCard(self._session, view)
                link.submitted.connect(self._on_link)
                return link
            case CaseAct.IMPROVEMENT:
                tasks = TaskCard(view.case.id)
                tasks.submitted.connect(self._on_task)
                work = partial(self._session.parts.improvements.all, self._session.actor)
                self._session.runner.run(Lane.DESK, tasks, work, tasks.show_tasks)
                return tasks
            case _:
                erase = EraseCard(view.case.number)
                erase.submitted.connect(self._on_erase)
                return erase

    def _edit_form(self, view: CaseView) -> EditForm:
        form = EditForm(view.case, named=self._browser.case.named or not view.case.name)
        form.submitted.connect(self._on_edit)
        form.name_wanted.connect(self._browser.ask_why_name)
        work = partial(_services, self._session.parts, self._session.actor)
        self._session.runner.run(Lane.DESK, form, work, form.offer)
        if (draft := self._drafts.get(view.case.id)) is not None:
            form.restore(draft)
        return form

    # --- what is done ---

    def _on_edit(self, change: CaseChange) -> None:
        if (view := self._browser.view) is not None:
            self._browser.case.do(partial(_edit, change, view.case.version), self.tr("고쳤습니다."))

    def _on_link(self, line: CaseLine) -> None:
        view = self._browser.view
        if view is None:
            return
        if CaseKind.GRIEVANCE is view.case.kind is line.kind:
            self.question = CalmDialog(
                self.tr("감사담당관에게 넘어갑니다"),
                self.tr(
                    "둘 다 고충민원이라, 이으면 뒤에 온 것은 감사담당관이 처리하고 여기서는 내용을 볼 수 없습니다"
                    "(시행령 제17조)."
                ),
                [self.tr("그대로 두기"), self.tr("잇기")],
                Tone.WARNING,
                self._browser.window(),
            )
            self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.question.accepted.connect(partial(self._on_link_answered, self.question, line))
            self.question.open()
            return
        self._link(line)

    def _on_link_answered(self, question: CalmDialog, line: CaseLine) -> None:
        if question.chosen == 1:
            self._link(line)

    def _link(self, line: CaseLine) -> None:
        said = self.tr("{number}과(와) 이었습니다.").format(number=line.number)
        lane = Lane.SYNC if line.elsewhere else Lane.DESK
        self._browser.case.do(partial(_link, line.id, line.elsewhere), said, lane)

    def _on_task(self, task: Improvement) -> None:
        view = self._browser.view
        if view is None:
            return
        linked = (LinkKind.CASE, view.case.id) in task.links
        said = self.tr("중점과제 ‘{title}’에서 뺐습니다.") if linked else self.tr("중점과제 ‘{title}’에 이었습니다.")
        work = partial(_unlink_task if linked else _link_task, task.id)
        self._browser.case.do(work, said.format(title=task.form.title))

    def _on_erase(self, reason: str) -> None:
        said = self.tr("개인정보를 지웠습니다. 번호와 종류, 처리한 날은 남았습니다.")
        self._browser.case.do(partial(_erase, reason), said)

    def _on_done(self, _said: str) -> None:
        """What a card was for is done: it goes."""
        browser = self._browser
        card = browser.side.card
        if not isinstance(card, CardForm):
            browser.list.presenter.reload()
            return
        if browser.view is not None and isinstance(card, EditForm | EraseCard):
            self._drafts.pop(browser.view.case.id, None)
        if browser.view is not None and isinstance(card, EraseCard):
            browser.drop_drafts(browser.view.case.id)
        browser.side.clear()
        browser.sheet.timeline.setFocus()
        browser.list.presenter.reload()

    def _on_changed(self, view: CaseView | None) -> None:
        if view is not None and view.case.id == self._edit_again and self._browser.case.named:
            self._edit_again = ""
            self.begin(CaseAct.EDIT)


# On the desk lane; a network may be asked by `_link` only, which then has the network's lane.


def _services(parts: DeskParts, actor: Actor) -> tuple[Choice, ...]:
    services = parts.offices.services(actor)
    return tuple(Choice(each.code, f"{each.name} · {each.department_name}", each.keywords) for each in services)


def _edit(change: CaseChange, seen: int, parts: DeskParts, actor: Actor, case_id: str) -> Any:
    return parts.cases.edit(actor, case_id, change, seen)


def _link(earlier_id: str, elsewhere: bool, parts: DeskParts, actor: Actor, case_id: str) -> Any:
    if elsewhere:
        parts.sharing.fetch_case(actor, earlier_id)
    return parts.cases.link(actor, case_id, earlier_id)


def _unlink(parts: DeskParts, actor: Actor, case_id: str) -> Any:
    return parts.cases.unlink(actor, case_id)


def _link_task(task_id: str, parts: DeskParts, actor: Actor, case_id: str) -> Any:
    return parts.improvements.link(actor, task_id, LinkKind.CASE, case_id)


def _unlink_task(task_id: str, parts: DeskParts, actor: Actor, case_id: str) -> Any:
    return parts.improvements.unlink(actor, task_id, LinkKind.CASE, case_id)


def _erase(reason: str, parts: DeskParts, actor: Actor, case_id: str) -> None:
    parts.cases.erase(actor, case_id, reason)
