"""The one table of the pages about cases: key, words, who may open it, and how it is made.

A new page is one row here and one function below. A page is a widget with `enter` and `leave`; it may have
`unfinished`, a signal `case_wanted(str)` with the id of a case to be opened on the first page, `due_wanted(str)` with
one whose deadline is to be explained there, and `form_wanted(object)` with a `NewCase` to begin the form with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.actors import Action, Actor
from app.ui.shared.session import Session

translate = QCoreApplication.translate


class CasePageName(StrEnum):
    CASES = "cases"
    BOARD = "board"
    WORKLOAD = "workload"
    IMPROVEMENTS = "improvements"
    RE_REVIEWS = "re_reviews"
    PRECEDENTS = "precedents"


class CasePage(Protocol):
    """What the screen asks of a page."""

    def enter(self) -> None:
        """The page comes to the front."""

    def leave(self) -> None:
        """Another page or screen comes to the front."""


@dataclass(frozen=True)
class PageRow:
    """`digit` is the n of Alt+n; `may` is what somebody must be allowed to do to find the page."""

    name: CasePageName
    digit: int
    words: str
    may: Action
    make: Callable[[Session], QWidget]


def page_rows() -> tuple[PageRow, ...]:
    """Every page in its order; its words in the language of now."""
    return (
        PageRow(CasePageName.CASES, 1, translate("CasePages", "대장"), Action.SEE_CASES, _cases),
        PageRow(CasePageName.BOARD, 2, translate("CasePages", "게시판"), Action.SEE_BOARD, _board),
        PageRow(CasePageName.WORKLOAD, 3, translate("CasePages", "챙길 일"), Action.SEE_WORKLOAD, _workload),
        PageRow(
            CasePageName.IMPROVEMENTS,
            4,
            translate("CasePages", "중점과제"),
            Action.KEEP_IMPROVEMENTS,
            _improvements,
        ),
        PageRow(CasePageName.RE_REVIEWS, 5, translate("CasePages", "재검토"), Action.KEEP_RE_REVIEWS, _re_reviews),
        PageRow(CasePageName.PRECEDENTS, 6, translate("CasePages", "선례"), Action.KEEP_PRECEDENTS, _precedents),
    )


def pages_for(actor: Actor) -> tuple[PageRow, ...]:
    """The pages this person may open."""
    return tuple(row for row in page_rows() if actor.may(row.may))


def _cases(session: Session) -> QWidget:
    from app.ui.cases.view import CasesView

    return CasesView(session)


def import_board() -> None:
    """Import what the board is made of; on any thread, before it is opened."""
    import app.ui.board.view  # noqa: F401


def _board(session: Session) -> QWidget:
    from app.ui.board.view import BoardView

    return BoardView(session)


def _workload(session: Session) -> QWidget:
    from app.ui.workload.view import WorkloadView

    return WorkloadView(session)


def _improvements(session: Session) -> QWidget:
    from app.ui.improvements.view import ImprovementsView

    return ImprovementsView(session)


def _re_reviews(session: Session) -> QWidget:
    from app.ui.re_reviews.view import ReReviewsView

    return ReReviewsView(session)


def _precedents(session: Session) -> QWidget:
    from app.ui.precedents.view import PrecedentsView

    return PrecedentsView(session)
