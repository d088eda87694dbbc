"""minwon re-review and minwon precedent: second looks at rejected applicants, and answers to be given alike."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.record_lines import record_line
from app.commands.values import read_date
from app.domain.re_reviews import PrecedentForm, ReReview, ReReviewForm, ReReviewState

re_review_commands = typer.Typer(help="Rejected applicants who are to be looked at again.")
precedent_commands = typer.Typer(help="Answers that two officers should give alike.")

Department = Annotated[str, typer.Option(help="the department's code")]
OfCase = Annotated[str | None, typer.Option("--case", help="the id of the case it is about")]


@re_review_commands.command("add")
def add(
    applied_for: Annotated[str, typer.Option(help="what was applied for")],
    name: Annotated[str, typer.Option(help="the applicant's name")],
    rejected: Annotated[str, typer.Option(help="the day it was rejected, such as 2026-11-02")],
    look: Annotated[str, typer.Option(help="the day of the second look, such as 2026-12-01")],
    reason: Annotated[str, typer.Option(help="why it was rejected")] = "",
    phone: Annotated[str, typer.Option(help="the applicant's number")] = "",
    department: Department = "",
    case: OfCase = None,
) -> None:
    """Somebody to be looked at again."""
    days = (read_date("--rejected", rejected), read_date("--look", look))
    with office_as_actor() as (opened, actor):
        case_id = None if case is None else opened.cases.show(actor, case).case.id
        form = ReReviewForm(applied_for, reason, name, phone, department, *days, case_id)
        emit(_line(opened.re_reviews.add(actor, form)))


@re_review_commands.command("list")
def list_re_reviews(due: Annotated[bool, typer.Option("--due", help="those of today and before only")] = False) -> None:
    """Those waiting by their day, then what was decided."""
    with office_as_actor() as (opened, actor):
        for one in opened.re_reviews.due(actor) if due else opened.re_reviews.all(actor):
            emit(_line(one))


@re_review_commands.command("decide")
def decide(
    re_review: str,
    state: ReReviewState,
    outcome: Annotated[str, typer.Option(help="what was found")] = "",
) -> None:
    """What the second look came to."""
    with office_as_actor() as (opened, actor):
        emit(_line(opened.re_reviews.decide(actor, re_review, state, outcome)))


@precedent_commands.command("add")
def add_precedent(
    question: str,
    answer: str,
    law: Annotated[str, typer.Option(help="the article it rests on")] = "",
    department: Department = "",
    case: OfCase = None,
) -> None:
    """An answer for good; nothing personal may stand in it."""
    with office_as_actor() as (opened, actor):
        case_id = None if case is None else opened.cases.show(actor, case).case.id
        emit(record_line(opened.precedents.add(actor, PrecedentForm(question, answer, law, department, case_id))))


@precedent_commands.command("find")
def find_precedents(text: str) -> None:
    """Those that speak of what the text does, the likest first."""
    with office_as_actor() as (opened, actor):
        for precedent in opened.precedents.find(actor, text):
            emit(record_line(precedent))


@precedent_commands.command("retire")
def retire_precedent(precedent: str) -> None:
    """It is found no more."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.precedents.retire(actor, precedent)))


def _line(one: ReReview) -> dict[str, object]:
    line = record_line(one)
    form = line.pop("form")
    assert isinstance(form, dict)
    return {"id": one.id, **form, **line}
