"""The figures of a day, week, month or any period, for screen, paper and files; lists of visits that leave the program.

Everything shown, printed and written is one record, `PeriodFigures`, made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.db.unit_of_work import Database, UnitOfWork
from app.domain import period_scores as scoring
from app.domain.actors import Action, Actor
from app.domain.day_counts import middle, nine_in_ten
from app.domain.errors import SurveyFileUnreadable, WordMissing
from app.domain.figures import Tally
from app.domain.guidance import WrongReferral
from app.domain.period_figures import (
    NOTHING,
    REFERRAL_DAYS,
    Headline,
    ItemFigure,
    PeriodFigures,
    SheetContent,
    TimeFigure,
)
from app.domain.periods import Period, Progress, Span, no_progress
from app.domain.surveys import TROUBLE, Question, QuestionType, Survey, SurveyInvalid, parse_survey
from app.domain.tokens import last_day_to_answer
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import WORD_LIMIT, VisitStatus, check_words
from app.services.clock import Clock
from app.services.day_rollups import RollupService
from app.services.guidance import wrong_referrals_of
from app.services.held_days import has_counts, require_counts, require_visits
from app.services.period_reading import Reading, read_answers, read_counts
from app.services.period_tables import cuts, scores
from app.services.sheet_corrections import correction, totals_of
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail

_TOLD_EVERY = 1000
WriteVisits = Callable[[Iterator[ExportedVisit]], None]
"""Writes a list of visits as it reads it, on the thread that asked for it."""


class SummaryService:
    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder
        self._rollups = RollupService(database, clock)

    def day(self, actor: Actor, day: date) -> PeriodFigures:
        """The figures of `day`. Errors: as `period`."""
        return self.period(actor, Period.of(Span.DAY, day))

    def period(self, actor: Actor, period: Period, progress: Progress = no_progress) -> PeriodFigures:
        """The figures of `period`; counts of days that are over are kept for the next time.

        There is nothing to compare them with where the period before is not all here. `progress` is told while days
        are counted and read. Errors: `NotAllowed`, `DayNotHere`, `SurveyStoreDamaged`, `SurveyFileUnreadable`, whatever
        `progress` raises.
        """
        actor.require(Action.SEE_FIGURES)
        survey = self._survey()
        with self._database.read() as work:
            work.people.require_active(actor)
            require_counts(work, period)
            before = self._period_before(work, period)
        self._rollups.make(actor, period, progress)
        if before is not None:
            self._rollups.make(actor, before, progress)
        answers = read_answers(self._database, self._survey_folder, period, progress)
        with self._database.read() as work:
            reading = Reading(read_counts(work, period, progress), answers, work.day_counts.names())
            figures = self._figures(work, period, reading, survey)
            corrected = correction(work, figures)
            comparable = before is not None and has_counts(work, before)
            counted = read_counts(work, before, no_progress) if before is not None and comparable else None
        previous = None
        if before is not None and counted is not None:
            answers = read_answers(self._database, self._survey_folder, before, no_progress)
            previous = _headline(before, Reading(counted, answers, reading.names))
        return replace(figures, previous=previous, correction=corrected)

    def sheet(self, actor: Actor, day: date) -> SheetContent:
        """The figures of `day` for paper. Errors: as `period`."""
        return self.period_sheet(actor, Period.of(Span.DAY, day))

    def period_sheet(self, actor: Actor, period: Period, progress: Progress = no_progress) -> SheetContent:
        """The figures of `period` for paper, with who prints them and when; printing is logged and its totals are kept.

        Errors: as `period`.
        """
        # Counted before the log's transaction begins: a clerk's save must not wait for the survey store.
        made = self.period(actor, period, progress)
        with self._database.write() as work:
            settings = work.offices.settings()
            now = work.now(self._clock()).at
            action = "print_day" if period.span is Span.DAY else "print_period"
            Trail(work, actor, work.offices.here().code, now).act(action, period.span.value, period.text())
            work.printed_sheets.add(period.first, period.last, now, actor.login, totals_of(made))
        local = now.astimezone(ZoneInfo(settings.timezone))
        return SheetContent(made, settings.approval_boxes, actor.name, local)

    def figures_for_file(
        self, actor: Actor, period: Period, form: str, reason: str = "", progress: Progress = no_progress
    ) -> PeriodFigures:
        """The figures of `period` for a file of the kind `form` (xlsx, csv), logged with the reason if one is given.

        They name nobody, so a reason is not demanded. Errors: as `period`, those of `check_words`.
        """
        why = check_words("reason", reason, WORD_LIMIT)
        made = self.period(actor, period, progress)
        self._log_export(actor, "export_figures", period, {"form": form, "reason": why})
        return made

    def export_visits(
        self, actor: Actor, period: Period, reason: str, write: WriteVisits, progress: Progress = no_progress
    ) -> int:
        """Give every visit of `period` (1..60 characters of `reason` are logged first) to `write`; how many there are.

        Without notes, queue numbers and words. Errors: `NotAllowed`, `WordMissing`, `DayNotHere`, those of
        `check_words`, whatever `write` or `progress` raises.
        """
        actor.require(Action.SEE_FIGURES)
        actor.require(Action.SEE_VISITS)
        why = check_words("reason", reason, WORD_LIMIT)
        if not why:
            raise WordMissing("reason")
        with self._database.read() as work:
            require_visits(work, period.first, period.last)
        self._log_export(actor, "export_visits", period, {"form": "xlsx", "reason": why})
        with self._database.read() as work:
            require_visits(work, period.first, period.last)
            total = work.visit_exports.count(period.first, period.last)
            write(_told(self._visits(work, period), total, progress))
        return total

    def _visits(self, work: UnitOfWork, period: Period) -> Iterator[ExportedVisit]:
        names, timezone = work.day_counts.names(), work.offices.settings().timezone
        for day in work.day_counts.days_with_visits(period.first, period.last):
            yield from work.visit_exports.of_day(day, names.services, names.departments, timezone)

    def _log_export(self, actor: Actor, action: str, period: Period, detail: dict[str, object]) -> None:
        with self._database.write() as work:
            work.people.require_active(actor)
            now = work.now(self._clock()).at
            Trail(work, actor, work.offices.here().code, now).act(action, period.span.value, period.text(), detail)

    def _survey(self) -> Survey:
        try:
            return parse_survey(self._stores.survey())
        except SurveyInvalid as error:
            raise SurveyFileUnreadable("survey.json") from error

    def _period_before(self, work: UnitOfWork, period: Period) -> Period | None:
        """Of a day the last one before with visits; of a week or month the one before; of a range none.

        None also when it is not all here.
        """
        if period.span is Span.RANGE:
            return None
        if period.span is not Span.DAY:
            moved = period.moved(-1)
            return moved if has_counts(work, moved) else None
        day = work.held_days.newest_before(period.first, work.offices.settings().timezone)
        return None if day is None else Period.of(Span.DAY, day)

    def _figures(self, work: UnitOfWork, period: Period, reading: Reading, survey: Survey) -> PeriodFigures:
        settings, now = work.offices.settings(), work.now(self._clock())
        final_from = last_day_to_answer(period.last, settings.slip_days) + timedelta(days=1)
        counts, total, answers = reading.counted.total, reading.counted.total.total(), reading.answers.total()
        status = {status: counts.statuses.get(status.value, 0) for status in VisitStatus}
        return PeriodFigures(
            office=settings.name,
            period=period,
            made_at=now.at.astimezone(ZoneInfo(settings.timezone)),
            provisional=now.day < final_from,
            final_from=final_from,
            visits=total.visits,
            services=total.services,
            waiting=status[VisitStatus.WAITING],
            called=status[VisitStatus.CALLED],
            serving=status[VisitStatus.SERVING],
            done=status[VisitStatus.DONE],
            left=status[VisitStatus.LEFT],
            unrecorded=status[VisitStatus.UNRECORDED],
            undone=status[VisitStatus.UNDONE],
            corrections=counts.corrections,
            late=counts.late,
            slips_printed=total.slips,
            slips_withheld=total.withheld,
            surveys_answered=answers.count,
            response=scoring.share(answers.count, total.slips),
            scored_answers=answers.tally.answers,
            satisfied=scoring.satisfied(answers.tally),
            route=scoring.route(answers.tally),
            items=tuple(_item(q, answers.tally) for q in survey.questions if q.type is not QuestionType.TEXT),
            cuts=cuts(reading),
            scores=scores(reading),
            waiting_time=_times(counts.waiting, total.visits),
            handling_time=_times(counts.handling, total.visits),
            previous=None,
            correction=None,
            wrong_referrals=_wrong_referrals(work, min(period.last, now.day)),
        )


def _told(visits: Iterator[ExportedVisit], total: int, progress: Progress) -> Iterator[ExportedVisit]:
    for place, visit in enumerate(visits):
        if place % _TOLD_EVERY == 0:
            progress(place, total)
        yield visit


def _wrong_referrals(work: UnitOfWork, until: date) -> tuple[WrongReferral, ...]:
    """Those of the days up to `until`; what one person alone said stays out of figures that go round the office."""
    found = wrong_referrals_of(work, until, REFERRAL_DAYS)
    return tuple(one if one.people > 1 else replace(one, phrase="") for one in found)


def _headline(period: Period, reading: Reading) -> Headline:
    counts, total, answers = reading.counted.total, reading.counted.total.total(), reading.answers.total()
    return Headline(
        period=period,
        visits=total.visits,
        services=total.services,
        done=total.done,
        slips_printed=total.slips,
        surveys_answered=answers.count,
        response=scoring.share(answers.count, total.slips),
        satisfied=scoring.satisfied(answers.tally),
        route=scoring.route(answers.tally),
        waiting_median=middle(counts.waiting),
        handling_median=middle(counts.handling),
    )


def _times(histogram: dict[int, int], visits: int) -> TimeFigure:
    return TimeFigure(sum(histogram.values()), visits, middle(histogram), nine_in_ten(histogram))


def _item(question: Question, office: Tally) -> ItemFigure:
    if question.id == TROUBLE:
        troubles = [option for option in question.options if option.value not in question.exclusive]
        shares = tuple((option.value, option.words, scoring.trouble(office, option.value)) for option in troubles)
        return ItemFigure(question.id, question.words, sealed=False, score=NOTHING, shares=shares)
    value = scoring.score(office, question.id) if question.scored else NOTHING
    return ItemFigure(question.id, question.words, sealed=question.sealed, score=value, shares=())
