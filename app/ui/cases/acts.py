"""What is done to a case besides its steps, rarely: put right, linked with others, erased."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action, Actor

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

translate = QCoreApplication.translate


class CaseAct(StrEnum):
    EDIT = "edit"
    LINK = "link"
    UNLINK = "unlink"
    IMPROVEMENT = "improvement"
    ERASE = "erase"


def acts_of(view: CaseView, actor: Actor) -> tuple[CaseAct, ...]:
    """What `actor` may do to the case as it stands."""
    if view.sealed:
        return ()
    kept = not view.case.erased
    may = {
        CaseAct.EDIT: kept and actor.may(Action.HANDLE_CASE),
        CaseAct.LINK: kept and actor.may(Action.HANDLE_CASE) and actor.may(Action.LOG_CASE),
        CaseAct.UNLINK: kept and actor.may(Action.HANDLE_CASE) and bool(view.same_matter),
        CaseAct.IMPROVEMENT: actor.may(Action.KEEP_IMPROVEMENTS),
        CaseAct.ERASE: kept and view.course.ended_on is not None and actor.may(Action.ERASE_CASE),
    }
    return tuple(act for act, allowed in may.items() if allowed)


def act_words(act: CaseAct) -> str:
    """As the menu and the card's heading have it."""
    match act:
        case CaseAct.EDIT:
            return translate("CaseActs", "고치기")
        case CaseAct.LINK:
            return translate("CaseActs", "같은 사안에 잇기")
        case CaseAct.UNLINK:
            return translate("CaseActs", "같은 사안에서 떼기")
        case CaseAct.IMPROVEMENT:
            return translate("CaseActs", "중점과제에 잇기")
        case CaseAct.ERASE:
            return translate("CaseActs", "개인정보 지우기")
