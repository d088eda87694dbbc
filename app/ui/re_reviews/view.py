"""The page of second looks."""

from __future__ import annotations

from app.ui.re_reviews.page import ReReviewsPage
from app.ui.re_reviews.presenter import ReReviewPresenter
from app.ui.shared.list_screen import ListScreen
from app.ui.shared.session import Session


class ReReviewsView(ListScreen):
    """A list, and a form beside it."""

    def __init__(self, session: Session) -> None:
        presenter = ReReviewPresenter(session, None)
        super().__init__(presenter, ReReviewsPage(presenter))
