"""Second looks: loads them, changes them, writes down what they came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.domain.actors import Actor
from app.domain.offices import DepartmentRecord
from app.domain.re_reviews import ReReview
from app.ui.parts import DeskParts
from app.ui.shared.list_presenter import ListPresenter, Lists


@dataclass(frozen=True)
class ReReviewLists(Lists):
    """Everything the page shows, of one moment. `due` are the ids of those whose day has come."""

    re_reviews: tuple[ReReview, ...]
    due: frozenset[str]
    departments: tuple[DepartmentRecord, ...]
    today: date


class ReReviewPresenter(ListPresenter):
    """`loaded` gives `ReReviewLists`."""

    def _loading(self) -> Callable[[], ReReviewLists]:
        return partial(_load, self.parts, self.actor)


def _load(parts: DeskParts, actor: Actor) -> ReReviewLists:
    return ReReviewLists(
        parts.re_reviews.all(actor),
        frozenset(each.id for each in parts.re_reviews.due(actor)),
        parts.offices.departments(actor),
        parts.offices.today(),
        conflicts=parts.sharing.conflicts(actor),
    )
