"""The one table of screens: key, icon, words, who may open it, and how it is made.

A new screen is one row here and one function below. The screens are imported when they are first opened, because the
sign-in card must not wait for all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.actors import Action, Actor, Role
from app.ui.shared.places import Place, ScreenName
from app.ui.shared.session import Session

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ScreenRow:
    """`may` is what somebody must be allowed to do to find the screen; None: everybody."""

    place: Place
    may: Action | None
    make: Callable[[Session], QWidget]


def screen_rows() -> tuple[ScreenRow, ...]:
    """Every screen of the navigation, from the top; its words in the language of now."""
    return (
        ScreenRow(
            Place(ScreenName.COUNTER, "F2", "clipboard-pen", translate("Navigation", "접수")),
            Action.REGISTER_VISIT,
            _counter,
        ),
        ScreenRow(
            Place(ScreenName.RECEPTION, "F3", "concierge-bell", translate("Navigation", "안내 데스크")),
            Action.REGISTER_VISIT,
            _reception,
        ),
        ScreenRow(
            # The administrator's screen has the same key; nobody has both.
            Place(ScreenName.FINDER, "F4", "signpost", translate("Navigation", "부서 찾기")),
            Action.GUIDE,
            _finder,
        ),
        ScreenRow(
            Place(ScreenName.DAILY_SHEET, "F6", "chart-column", translate("Navigation", "현황")),
            Action.SEE_FIGURES,
            _daily_sheet,
        ),
        ScreenRow(
            Place(ScreenName.CASEWORK, "F7", "messages-square", translate("Navigation", "민원")),
            Action.LOG_CASE,
            _casework,
        ),
        ScreenRow(
            Place(ScreenName.SEALED_ANSWERS, "F7", "shield-check", translate("Navigation", "청렴")),
            Action.READ_SEALED,
            _sealed_answers,
        ),
        ScreenRow(
            # The audit officer sees the second grievances only; what is sealed has the key that cases have elsewhere.
            Place(ScreenName.CASEWORK, "F8", "messages-square", translate("Navigation", "민원")),
            Action.READ_SEALED,
            _casework,
        ),
        ScreenRow(
            Place(ScreenName.INTEGRITY, "Shift+F6", "search", translate("Navigation", "접수 점검")),
            Action.SEE_INTEGRITY,
            _integrity,
        ),
        ScreenRow(
            Place(ScreenName.OFFICE, "F4", "user-round-cog", translate("Navigation", "관리")),
            Action.CHANGE_PEOPLE,
            _administration,
        ),
        ScreenRow(
            Place(ScreenName.SETTINGS, "F9", "settings", translate("Navigation", "설정")),
            None,
            _settings,
        ),
    )


def places(actor: Actor) -> tuple[Place, ...]:
    """The screens this person may open, the one where their day starts first: a consultant's is the finder.

    What they may do there is the services' business.
    """
    found = [row.place for row in screen_rows() if row.may is None or actor.may(row.may)]
    if actor.role is Role.CONSULTANT:
        found.sort(key=lambda place: place.name is not ScreenName.FINDER)
    return tuple(found)


def make_screen(name: ScreenName, session: Session) -> QWidget:
    """A new screen. The guide has no row: F1 leads there from every screen."""
    if name is ScreenName.GUIDE:
        return _guide(session)
    return next(row for row in screen_rows() if row.place.name is name).make(session)


def _counter(session: Session) -> QWidget:
    from app.ui.counter.view import CounterView

    return CounterView(session)


def _reception(session: Session) -> QWidget:
    from app.ui.reception.view import ReceptionView

    return ReceptionView(session)


def _finder(session: Session) -> QWidget:
    from app.ui.finder.view import FinderView

    return FinderView(session)


def _casework(session: Session) -> QWidget:
    from app.ui.casework.view import CaseworkView

    return CaseworkView(session)


def _daily_sheet(session: Session) -> QWidget:
    from app.ui.daily_sheet.view import DailySheetView

    return DailySheetView(session)


def _sealed_answers(session: Session) -> QWidget:
    from app.ui.sealed_answers.view import SealedAnswersView

    return SealedAnswersView(session)


def _integrity(session: Session) -> QWidget:
    from app.ui.integrity.view import IntegrityView

    return IntegrityView(session)


def _administration(session: Session) -> QWidget:
    from app.ui.admin.view import AdminView

    return AdminView(session)


def _settings(session: Session) -> QWidget:
    from app.ui.desk_settings.view import DeskSettingsView

    return DeskSettingsView(session)


def _guide(session: Session) -> QWidget:
    from app.ui.guides.view import GuideView

    return GuideView(session)
