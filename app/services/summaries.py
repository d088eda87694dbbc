"""The daily figures: counted from the visits here and the published tallies of the survey store."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.db.day_counts import Cell
from app.db.survey_store import StoredDay, SurveyStore
from app.db.unit_of_work import Database, UnitOfWork
from app.domain import figures
from app.domain.actors import Action, Actor
from app.domain.day_figures import CountRow, DayFigures, DepartmentScore, ItemFigure, SheetContent, TimeFigure
from app.domain.errors import SurveyFileUnreadable
from app.domain.figures import Tally
from app.domain.surveys import TROUBLE, Question, QuestionType, Survey, SurveyInvalid, parse_survey
from app.domain.tokens import last_day_to_answer
from app.domain.visits import VisitStatus
from app.services.clock import Clock
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail


class SummaryService:
    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder

    def day(self, actor: Actor, day: date) -> DayFigures:
        """The figures of `day`. Errors: `NotAllowed`, `SurveyStoreDamaged`, `SurveyFileUnreadable`."""
        actor.require(Action.SEE_FIGURES)
        survey = self._survey()
        with self._database.read() as work:
            return self._figures(work, day, survey)

    def sheet(self, actor: Actor, day: date) -> SheetContent:
        """The figures of `day` for paper, with who prints them and when; printing is logged. Errors: as `day`."""
        # Counted before the log's transaction begins: a clerk's save must not wait for the survey store.
        made = self.day(actor, day)
        with self._database.write() as work:
            settings = work.offices.settings()
            now = work.now(self._clock()).at
            Trail(work, actor, work.offices.here().code, now).act("print_day", "day", day.isoformat())
        local = now.astimezone(ZoneInfo(settings.timezone))
        return SheetContent(made, settings.approval_boxes, actor.name, local)

    def _survey(self) -> Survey:
        try:
            return parse_survey(self._stores.survey())
        except SurveyInvalid as error:
            raise SurveyFileUnreadable("survey.json") from error

    def _answers(self, day: date) -> StoredDay:
        """What the survey store says of a day; of departments nothing until the store has closed the day."""
        store = SurveyStore.open(self._survey_folder, read_only=True)
        try:
            return store.figures_of(day)
        finally:
            store.close()

    def _figures(self, work: UnitOfWork, day: date, survey: Survey) -> DayFigures:
        settings = work.offices.settings()
        now = work.now(self._clock())
        final_from = last_day_to_answer(day, settings.slip_days) + timedelta(days=1)
        closed = now.day >= final_from
        answers = self._answers(day)
        statuses = work.day_counts.by_status(day)
        slips = work.day_counts.with_slip(day)
        numbers = {d.code: d.number for d in work.offices.departments()}
        by_department = work.day_counts.by_department(day)
        shown = figures.shown_cells({number: tally.answers for number, tally in answers.departments.items()})
        return DayFigures(
            office=settings.name,
            day=day,
            made_at=now.at.astimezone(ZoneInfo(settings.timezone)),
            provisional=not closed,
            final_from=final_from,
            visits=sum(count for status, count in statuses.items() if status is not VisitStatus.UNDONE),
            waiting=statuses.get(VisitStatus.WAITING, 0),
            serving=statuses.get(VisitStatus.SERVING, 0),
            done=statuses.get(VisitStatus.DONE, 0),
            undone=statuses.get(VisitStatus.UNDONE, 0),
            slips_printed=slips,
            surveys_answered=answers.answers,
            response_rate=_response_rate(answers.answers, slips),
            scored_answers=answers.office.answers if answers.office else 0,
            satisfied_share=figures.satisfied_share(answers.office),
            route_success=figures.route_success(answers.office),
            items=tuple(
                _item(question, answers.office)
                for question in survey.questions
                if question.type is not QuestionType.TEXT
            ),
            by_service=tuple(_row(*row) for row in work.day_counts.by_service(day)),
            by_department=tuple(_row(*row) for row in by_department),
            by_hour=tuple(
                _row(f"{hour:02d}", f"{hour:02d}", cell)
                for hour, cell in sorted(work.day_counts.by_hour(day, settings.timezone).items())
            ),
            by_counter=tuple(_row(*row) for row in work.day_counts.by_counter(day)),
            department_scores=tuple(
                _department_score(code, name, answers.departments.get(numbers[code]), numbers[code] in shown)
                for code, name, _ in by_department
            ),
            waiting_time=_times(work.day_counts.waiting_seconds(day)),
            handling_time=_times(work.day_counts.handling_seconds(day)),
        )


def _response_rate(answers: int, slips: int) -> float | None:
    # A slip whose printer failed halfway can have been answered all the same; more than everybody did not answer.
    return round(min(1.0, answers / slips), 4) if slips else None


def _row(key: str, name: str, cell: Cell) -> CountRow:
    return CountRow(key, name, cell.visits, cell.done, cell.slips)


def _times(seconds: list[float]) -> TimeFigure:
    return TimeFigure(len(seconds), figures.median(seconds), figures.percentile(seconds, 0.9))


def _item(question: Question, office: Tally | None) -> ItemFigure:
    if question.id == TROUBLE:
        troubles = [option for option in question.options if option.value not in question.exclusive]
        by_value = figures.trouble_shares(office, [option.value for option in troubles])
        return ItemFigure(
            question.id,
            question.words,
            sealed=False,
            score=None,
            shares=tuple((option.value, option.words, by_value[option.value]) for option in troubles),
        )
    value = figures.score(office, question.id) if question.scored else None
    return ItemFigure(question.id, question.words, sealed=question.sealed, score=value, shares=())


def _department_score(code: str, name: str, tally: Tally | None, is_shown: bool) -> DepartmentScore:
    if tally is None or not is_shown:
        return DepartmentScore(code, name, None, None)
    return DepartmentScore(code, name, tally.answers, figures.satisfied_share(tally))
