"""The page of improvement tasks."""

from __future__ import annotations

from app.ui.improvements.page import ImprovementsPage
from app.ui.improvements.presenter import ImprovementPresenter
from app.ui.shared.list_screen import ListScreen
from app.ui.shared.session import Session


class ImprovementsView(ListScreen):
    """A list, and a form beside it."""

    def __init__(self, session: Session) -> None:
        presenter = ImprovementPresenter(session, None)
        super().__init__(presenter, ImprovementsPage(presenter))
        presenter.handed.connect(self.say)
