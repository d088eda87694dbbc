"""One card in full: its text, whom it praises, what was changed because of it, and its improvement task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.domain.cards import Card, CardState, Side
from app.domain.improvements import Improvement, LinkKind
from app.ui.board import words
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, IconLabel, Notice, Text, row, shortcut

_WIDTH = 760


@dataclass(frozen=True)
class _Wishes:
    """What was changed in the dialog; None: nothing."""

    text: str | None = None
    about: str | None = None
    fix: tuple[str, str] | None = None
    improvement_id: str | None = None


class CardDialog(FittedDialog):
    """Enter saves. With something in 후 the card counts as put right."""

    saved = Signal(object, bool)
    """The `Card` as it is now; whether something was written of its fix, which can be undone."""

    def __init__(
        self,
        session: Session,
        card: Card,
        clerks: Sequence[tuple[str, str]],
        today: date,
        parent: QWidget,
        *,
        fixing: bool = False,
    ) -> None:
        """`clerks`: login and name of everybody a praise may be about."""
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(words.side(card.side))
        self.setAccessibleName(words.side(card.side))
        self._session = session
        self.card = card
        self.text = _field(4, self.tr("카드의 글"), "")
        self.text.fill(card.text)
        self.before = _field(2, self.tr("고치기 전"), self.tr("예: 번호표 기계가 안쪽에 있어 찾기 어려웠음"))
        self.before.fill(card.before)
        self.after = _field(2, self.tr("고친 뒤"), self.tr("예: 출입문 옆으로 옮기고 바닥에 화살표를 붙임"))
        self.after.fill(card.after)
        self.about = _choice(self.tr("누구를 칭찬했나요"), self.tr("이름이 나오지 않음"))
        gone = [] if card.about in ("", *(login for login, _ in clerks)) else [(card.about, card.about_name)]
        for login, name in (*clerks, *gone):
            self.about.addItem(name, login)
        self.about.setCurrentIndex(self.about.findData(card.about))
        self.about.setEnabled(card.side is Side.LIKED)  # nobody is praised by a complaint
        self.improvement = _choice(self.tr("중점과제에 잇기"), self.tr("잇지 않음"))
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.save = Button(self.tr("저장   Enter"), "primary", name=self.tr("저장"))
        self.leave = Button(self.tr("닫기  Esc"), name=self.tr("닫기"))
        for button in (self.save, self.leave):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        title = Text(words.side(card.side), "title", words.SIDE_TONES[card.side])
        state = Text(words.state(card.state), "strong", words.STATE_TONES[card.state])
        due = Text(words.due(card, today), "body", words.due_tone(card, today))
        icon = IconLabel(words.SIDE_ICONS[card.side], words.SIDE_TONES[card.side], 24)
        column.addLayout(row(icon, title, 1, due, state, spacing=10))
        origin = " · ".join(part for part in (words.origin(card), words.about(card)) if part)
        column.addWidget(Text(origin, "body", Tone.QUIET, wrap=True))
        column.addWidget(self.text)
        for caption, field in (
            (self.tr("고치기 전"), self.before),
            (self.tr("고친 뒤 · 적고 저장하면 ‘고쳤음’이 됩니다"), self.after),
        ):
            column.addWidget(Text(caption, "small", Tone.QUIET))
            column.addWidget(field)
        column.addLayout(self._choices())
        column.addWidget(self.hint)
        column.addLayout(row(self.leave, 1, self.save))
        for each in (self.text, self.before, self.after):
            each.entered.connect(self._on_save)
            each.edited.connect(self._forget_hint)
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self._on_save)
        work = partial(session.parts.improvements.all, session.actor)
        session.runner.run(Lane.DESK, self, work, self._on_improvements, self._on_refused)
        first = self.before if fixing and not card.before else self.after if fixing else self.text
        first.setFocus()

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, field in enumerate((self.about, self.improvement)):
            grid.addWidget(Text(field.accessibleName(), "small", Tone.QUIET), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def begun(self) -> bool:
        """Whether something is typed that is not kept yet."""
        typed = (self.text.live_text(), self.before.live_text(), self.after.live_text())
        return typed != (self.card.text, self.card.before, self.card.after)

    def _wishes(self) -> _Wishes:
        text = self.text.settled_text().strip()
        fix = (self.before.settled_text().strip(), self.after.settled_text().strip())
        chosen, about = self.improvement.currentData() or "", self.about.currentData()
        return _Wishes(
            text if text != self.card.text else None,
            about if about != self.card.about else None,
            fix if fix != (self.card.before, self.card.after) else None,
            chosen if chosen != (self.card.improvement_id or "") and self.improvement.count() > 1 else None,
        )

    def _forget_hint(self) -> None:
        self.hint.say("")

    def _on_improvements(self, improvements: tuple[Improvement, ...]) -> None:
        for each in improvements:
            self.improvement.addItem(f"{each.form.title} · {each.department}", each.id)
            if each.id == self.card.improvement_id:
                self.improvement.setCurrentIndex(self.improvement.count() - 1)

    def _on_save(self) -> None:
        wishes = self._wishes()
        if wishes == _Wishes():
            self.reject()
            return
        self.save.setEnabled(False)
        work = partial(_save, self._session.parts, self._session.actor, self.card, wishes)
        done = partial(self._on_saved, wishes.fix is not None)
        self._session.runner.run(Lane.DESK, self, work, done, self._on_refused)

    def _on_saved(self, triaged: bool, card: Card) -> None:
        self.saved.emit(card, triaged)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.hint.say(sentence_for(error))


def _save(parts: DeskParts, actor: Actor, card: Card, wishes: _Wishes) -> Card:
    """What was written of the fix comes last: it is what can be undone."""
    seen = card.version
    if wishes.text is not None:
        seen = parts.board.edit_text(actor, card.id, wishes.text, seen).version
    if wishes.about is not None:
        parts.board.say_about(actor, card.id, wishes.about, seen)
    if wishes.improvement_id is not None:
        if card.improvement_id:
            parts.improvements.unlink(actor, card.improvement_id, LinkKind.CARD, card.id)
        if wishes.improvement_id:
            parts.improvements.link(actor, wishes.improvement_id, LinkKind.CARD, card.id)
    if wishes.fix is not None:
        before, after = wishes.fix
        now = parts.board.card(actor, card.id)
        state = CardState.FIXED if after else now.state
        parts.board.triage(actor, card.id, state, now.version, before=before, after=after)
    return parts.board.card(actor, card.id)


def _choice(name: str, nothing: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(nothing, "")
    return made


def _field(lines: int, name: str, hint: str) -> TypedText:
    made = TypedText(lines)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
