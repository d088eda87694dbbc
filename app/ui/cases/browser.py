"""The log at work: its keys, and what each of them does to the list and to the open case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.domain.case_errors import NotPossibleNow
from app.domain.case_names import NameReason
from app.domain.case_steps import CaseStepKind, NewStep
from app.ui.cases.attachment_card import AttachmentCard
from app.ui.cases.attachment_presenter import Opened
from app.ui.cases.card_form import CardForm
from app.ui.cases.case_board import CaseBoard
from app.ui.cases.due_card import DueCard
from app.ui.cases.list_view import SCOPES
from app.ui.cases.name_card import NameCard
from app.ui.cases.papers import CasePapers
from app.ui.cases.pick_field import Choice
from app.ui.cases.place_key import PlaceKey
from app.ui.cases.rarer import RarerActs
from app.ui.cases.step_fields import KEYS, next_step
from app.ui.cases.step_form import StepForm
from app.ui.cases.words import LETTER_OF
from app.ui.shared import case_words
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import shortcut

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_AT_ONCE = frozenset({CaseStepKind.TAKEN_OVER})
"""Nothing has to be said with these."""


class CaseBrowser(CaseBoard):
    """Every key of the log acts on the open case; with none open, on the list."""

    new_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.papers = CasePapers(self)
        self.rarer = RarerActs(session, self)
        self._drafts: dict[tuple[str, CaseStepKind], str] = {}
        """What was written in a form that was left, by case and step: it is there again when the form is."""
        self._explained = ""
        """The case whose deadline is to be explained as soon as it is shown."""
        self._connect()
        self._connect_keys()

    def _connect(self) -> None:
        self.list.opened.connect(self.open_case)
        self.list.table.due_pressed.connect(self._on_due_pressed)
        self.case.changed.connect(self._on_shown)
        self.list.new_wanted.connect(self.new_wanted)
        self.sheet.due_pressed.connect(self.explain_due)
        self.sheet.name_pressed.connect(self.ask_why_name)
        self.sheet.matter_pressed.connect(self.open_case)
        self.sheet.deeds.wanted.connect(self.begin)
        self.files.opened.connect(self._on_opened)
        self.case.taken.connect(self._on_taken)
        self.case.refused.connect(self._on_refused)
        self.case.overtaken.connect(self._on_overtaken)
        self.precedents.found.connect(self._on_precedents)
        self.precedents.kept.connect(self._on_kept)
        self.precedents.refused.connect(self._on_precedent_refused)

    def _connect_keys(self) -> None:
        for keys, act in (
            ("Ctrl+F", self.list.start_search),
            ("Ctrl+E", self.list.ask_where_to_export),
            ("Ctrl+D", self.explain_due),
            ("Ctrl+I", self.ask_why_name),
            ("Ctrl+A", self.papers.ask_for_files),
            ("Ctrl+P", self.papers.print_letter),
            ("Ctrl+.", self.sheet.deeds.open_menu),
            ("F5", self._on_next),
        ):
            shortcut(self, keys, act)
        if self.list.new.isVisibleTo(self.list):
            shortcut(self, "Ctrl+N", self.new_wanted.emit)
        for keys in dict.fromkeys(KEYS.values()):
            shortcut(self, keys, partial(self._on_step_key, keys))
        for place in range(len(SCOPES)):
            shortcut(self.list, f"Ctrl+{place + 1}", PlaceKey(self.list.choose_scope, place, self).press)
        shortcut(self.sheet, "Ctrl+S", self.papers.ask_where_to_save)
        for owner in (self.list.table, self.sheet):
            shortcut(owner, "Esc", self._on_left)

    # --- coming and going ---

    def start(self) -> None:
        """The keyboard comes to where work goes on: the form that is open, the case, or the list."""
        if isinstance(self.side.card, StepForm | CardForm):
            self.side.card.start()
        elif self.view is not None:
            self.sheet.timeline.setFocus()
        else:
            self.list.start()

    def open_case(self, case_id: str) -> None:
        """Show a case beside the list."""
        self.put_aside()
        self.side.clear()
        self.say("")
        self._explained = ""
        self.list.select(case_id)
        self.case.open(case_id)

    def unfinished(self) -> Unfinished:
        """Whether something is written in a form and not saved."""
        form = self.side.card
        step = bool(self._drafts) or (isinstance(form, StepForm) and form.begun())
        return Unfinished(typed=step or self.rarer.begun())

    def drop_drafts(self, case_id: str) -> None:
        """What was written about a case and not saved goes for good."""
        self._drafts = {key: text for key, text in self._drafts.items() if key[0] != case_id}

    def _on_left(self) -> None:
        """Esc in the case goes back to the list."""
        if self.side.card is not None:
            self.leave_card()
        elif self.view is not None or self.case.coming:
            self.case.close()
            self.side.clear()
            self.list.start()

    def leave_card(self) -> None:
        """Take away what stands beside the case; the keyboard comes back to it."""
        self.put_aside()
        self.rarer.forget_name()
        self.side.clear()
        self.sheet.timeline.setFocus()

    def put_aside(self) -> None:
        """What is written in the open form is kept for when it is opened again."""
        form = self.side.card
        if isinstance(form, StepForm) and self.view is not None:
            key = (self.view.case.id, form.kind)
            if form.begun() and form.text is not None:
                self._drafts[key] = form.text.settled_text()
            else:
                self._drafts.pop(key, None)
        self.rarer.put_aside()

    # --- steps ---

    def begin(self, kind: CaseStepKind) -> None:
        """Open the form of a step, or take it where nothing has to be said with it."""
        view, today = self.view, self.case.today
        if view is None or today is None:
            return
        if kind not in view.possible:
            why = view.hindered.get(kind)
            self._on_refused("", sentence_for(NotPossibleNow(kind.value, why.value if why is not None else "")))
            return
        form = self.side.card
        if isinstance(form, StepForm) and form.kind is kind:
            form.start()
            return
        self.put_aside()
        self.say("")
        if kind in _AT_ONCE:
            self.case.take(NewStep(kind))
            return
        choices = tuple(Choice(code, name) for code, name in view.departments.items())
        made = StepForm(kind, view, today, choices)
        made.submitted.connect(self.case.take)
        made.left.connect(self.leave_card)
        made.text_edited.connect(self._on_text)
        made.precedent_wanted.connect(self._on_keep_wanted)
        if draft := self._drafts.get((view.case.id, kind)):
            made.restore(draft)
        if kind in (CaseStepKind.UNDONE, CaseStepKind.CORRECTED) and made.of is not None:
            chosen = self.sheet.timeline.chosen()
            if chosen is not None and (place := made.of.findData(chosen.id)) >= 0:
                made.of.setCurrentIndex(place)
        self.side.put(made)
        made.start()
        if kind is CaseStepKind.ANSWERED:
            self.precedents.look_for(f"{view.case.title} {view.case.text}")

    def _on_step_key(self, keys: str) -> None:
        if self.view is not None:
            kinds = [kind for kind, each in KEYS.items() if each == keys]
            self.begin(next((kind for kind in kinds if kind in self.view.possible), kinds[0]))

    def _on_next(self) -> None:
        if self.view is not None and (kind := next_step(self.view.possible, self.view)) is not None:
            self.begin(kind)

    def _on_taken(self, new: NewStep, view: CaseView) -> None:
        self._drafts.pop((view.case.id, new.kind), None)
        self.side.clear()
        said = self.tr("{step}: 저장했습니다.").format(step=case_words.step(new.kind))
        if new.kind in LETTER_OF:
            letter = case_words.letter(LETTER_OF[new.kind])
            said = self.tr("{said} {letter}을(를) 인쇄하려면 Ctrl+P를 누르세요.").format(said=said, letter=letter)
        self.sheet.timeline.clear_choice()
        self.say(said)
        self.sheet.timeline.setFocus()
        self.list.presenter.reload()

    def _on_refused(self, field: str, sentence: str) -> None:
        if isinstance(self.side.card, StepForm | CardForm):
            self.side.card.show_trouble(field, sentence)
        else:
            self.refuse(sentence)

    def _on_overtaken(self, sentence: str) -> None:
        if isinstance(self.side.card, StepForm | CardForm):
            self.side.card.say_overtaken(sentence)
        else:
            self.refuse(sentence)

    # --- precedents ---

    def _on_text(self, text: str) -> None:
        form = self.side.card
        if self.view is not None and isinstance(form, StepForm) and form.kind is CaseStepKind.ANSWERED:
            self.precedents.look_for(f"{self.view.case.title} {self.view.case.text} {text}")

    def _on_precedents(self, found: object) -> None:
        if isinstance(self.side.card, StepForm) and isinstance(found, tuple):
            self.side.card.precedents.show_found(found)

    def _on_keep_wanted(self, answer: str) -> None:
        if self.view is not None:
            self.precedents.keep(self.view, answer)

    def _on_kept(self) -> None:
        if isinstance(self.side.card, StepForm):
            self.side.card.show_trouble("", "")
            self.side.card.told.say(self.tr("선례로 남겼습니다. 비슷한 민원에 답할 때 옆에 나옵니다."))

    def _on_precedent_refused(self, sentence: str) -> None:
        if isinstance(self.side.card, StepForm):
            self.side.card.show_trouble("text", sentence)

    # --- the deadline, the name ---

    def explain_due(self) -> None:
        """Show how the deadline was counted; once more, and it is gone."""
        if isinstance(self.side.card, DueCard):
            self.leave_card()
        elif self.view is not None and self.case.today is not None:
            self.put_aside()
            card = DueCard()
            card.left.connect(self.leave_card)
            card.show_case(self.view, self.case.today)
            self.side.put(card)
            card.setFocus()

    def explain_due_of(self, case_id: str) -> None:
        """Show a case beside the list, and how its deadline was counted."""
        self.open_case(case_id)
        self._explained = case_id

    def _on_due_pressed(self) -> None:
        if (line := self.list.selected()) is not None:
            self.explain_due_of(line.id)

    def _on_shown(self, view: CaseView | None) -> None:
        if view is not None and view.case.id == self._explained:
            self._explained = ""
            self.explain_due()

    def ask_why_name(self) -> None:
        """Ask why the name is looked at, and show it."""
        if self.view is not None and self.view.case.name and not self.case.named:
            self.rarer.name_asked()
            self.put_aside()
            card = NameCard()
            card.left.connect(self.leave_card)
            card.chosen.connect(self._on_name_reason)
            self.side.put(card)
            card.setFocus()

    def _on_name_reason(self, reason: NameReason) -> None:
        self.side.clear()
        self.case.see_name(reason)
        self.sheet.timeline.setFocus()

    def _on_opened(self, opened: Opened) -> None:
        if self.view is not None:
            self.put_aside()
            card = AttachmentCard(self.files, opened)
            card.left.connect(self.leave_card)
            self.side.put(card)
            card.setFocus()
