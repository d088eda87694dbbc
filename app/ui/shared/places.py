"""The screens there are, and who may open which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action, Actor

translate = QCoreApplication.translate


class ScreenName(StrEnum):
    COUNTER = "counter"
    DAILY_SHEET = "daily_sheet"
    SEALED_ANSWERS = "sealed_answers"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Place:
    """One entry of the navigation."""

    name: ScreenName
    key: str
    icon: str
    words: str


def places(actor: Actor) -> tuple[Place, ...]:
    """The screens this person may open. What they may do there is the services' business."""
    found: list[Place] = []
    if actor.may(Action.REGISTER_VISIT):
        found.append(Place(ScreenName.COUNTER, "F2", "clipboard-pen", translate("Navigation", "접수")))
    if actor.may(Action.SEE_FIGURES):
        found.append(Place(ScreenName.DAILY_SHEET, "F6", "chart-column", translate("Navigation", "일일 현황")))
    if actor.may(Action.READ_SEALED):
        found.append(Place(ScreenName.SEALED_ANSWERS, "F7", "shield-check", translate("Navigation", "청렴")))
    found.append(Place(ScreenName.SETTINGS, "F9", "settings", translate("Navigation", "설정")))
    return tuple(found)
