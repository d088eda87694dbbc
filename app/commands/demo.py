"""minwon demo: a whole sample day from the first visitor to the daily sheet, through the real services, for real."""

from __future__ import annotations

import random
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.bootstrap import (
    Office,
    desk_parts,
    found_home,
    ready_for_pictures,
    render_figures,
    render_sheet,
    render_visits,
    take_pictures,
)
from app.commands.context import emit, general, language, say
from app.commands.explaining import explain_demo
from app.commands.figures import figures_json
from app.commands.sample_day import SampleClock, SampleDay, three_desks
from app.commands.survey_client import SurveyClient, survey_server
from app.commands.values import read_folder
from app.config.files import make_folder, write_file
from app.config.paths import Home, resources
from app.domain.clocks import office_day
from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import PeriodFigures
from app.domain.periods import Period
from app.domain.visits import Registered
from app.services.clock import system_clock
from app.services.founding import sample_office

_REPORTS = {
    "RUDE_POWER": "서류를 고쳐 오라고 세 번 돌려보내면서 이유를 말해 주지 않았습니다.",
    "ASKED": "빨리 처리하려면 성의를 보이라는 말을 들었습니다.",
}
_ANSWERING = 0.4
_AFTERNOON = 15 * 60 + 30
_WAITING = 7
_SATURDAY = 5


def demo(
    out: Annotated[Path, typer.Option(help="the folder for slips, sheets, tables and pictures")],
    visits: Annotated[int, typer.Option(help="how many visits the day has", min=1)] = 400,
    seed: Annotated[int, typer.Option(help="for the same day again")] = 7,
) -> None:
    """Play a sample day at three counters and the survey server, without a display."""
    choice = random.Random(seed)
    out = read_folder("--out", out)
    make_folder(out / "slips")
    ready_for_pictures()
    day = _working_day_before(office_day(system_clock()))
    before = _working_day_before(day)
    clock = SampleClock(datetime.combine(before, time(8), ZoneInfo("Asia/Seoul")).astimezone(UTC))
    password, passphrase = "minwon", secrets.token_urlsafe(12)
    with tempfile.TemporaryDirectory(prefix="minwon-") as folder:
        home = Home(Path(folder) / "home")
        found_home(home, sample_office(resources() / "sample"), password, audit_passphrase=passphrase, clock=clock)
        with three_desks(home, clock, password) as desks:
            office = desks[0].office
            # The day before is shorter and leaves no files: it stands beside the day on sheets and screens.
            eve = SampleDay(desks, clock, before, visits // 2, choice, None)
            waiting = min(_WAITING, visits // 10)
            today = SampleDay(desks, clock, day, visits - waiting, choice, out / "slips")
            today.gather(waiting, _AFTERNOON)
            with _progress("visits", eve.coming() + today.coming(_AFTERNOON)) as step:
                eve.play_to_the_end(step)
                today.play_until(_AFTERNOON, step)
            office.stores.export(home.survey)
            _answer(home.survey, eve.answerable + today.answerable, choice)
            # In the middle of the afternoon, with people waiting.
            say(explain_demo("pictures", language()))
            take_pictures(desk_parts(office), out / "screens", password, passphrase)
            asked = len(today.answerable)
            with _progress("visits", today.coming()) as step:
                today.play_to_the_end(step)
            _answer(home.survey, today.answerable[asked:], choice)
            figures = _papers(office, password, day, out)
        emit(
            {
                "slips": str(out / "slips"),
                "sheet": str(out / "daily-sheet-ko.pdf"),
                "figures": str(out / "daily-figures.xlsx"),
                "visits": str(out / "visits.xlsx"),
                "screens": str(out / "screens"),
                "summary": figures_json(figures),
            }
        )


def _working_day_before(today: date) -> date:
    """The last day before `today` that is neither Saturday nor Sunday."""
    day = today - timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day


@contextmanager
def _progress(what: str, length: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr; what it gives is called at each step. Silent with `--json`."""
    if general.json_only:
        yield lambda: None
        return
    with typer.progressbar(length=length, label=explain_demo(what, language()), file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def _papers(office: Office, password: str, day: date, out: Path) -> PeriodFigures:
    """The daily sheet in both languages, the figures and the list of visits as tables."""
    supervisor = office.accounts.sign_in("supervisor1", password)
    period = Period.between(day, day)
    content = office.summaries.sheet(supervisor, day)
    for screen_language in ScreenLanguage:
        name = f"daily-sheet-{screen_language.value}.pdf"
        write_file(out / name, render_sheet(content, screen_language))
    reason = explain_demo("reason", language())
    figures = office.summaries.figures_for_file(supervisor, period, "xlsx", reason)
    write_file(out / "daily-figures.xlsx", render_figures(figures, "xlsx", language()))
    office.summaries.export_visits(
        supervisor,
        period,
        reason,
        lambda rows: write_file(out / "visits.xlsx", render_visits(rows, language())),
    )
    return content.figures


def _answer(store: Path, visits: list[Registered], choice: random.Random) -> None:
    """Answer the survey over HTTP as some citizens do; those who report something also write the second page."""
    answering = [visit for visit in visits if choice.random() < _ANSWERING]
    with _progress("answers", len(answering)) as step, survey_server(store) as address:
        client = SurveyClient(address)
        for visit in answering:
            page = client.page(visit.survey_url, choice.choice(list(Language)))
            answers = _answers(choice)
            _, page = client.send(visit.survey_url, page, answers)
            if answers["Q7_INTEGRITY"] != ("NONE",):
                told = {"second_text": (_REPORTS[answers["Q7_INTEGRITY"][0]],), "action": ("send",)}
                client.send(visit.survey_url, page, told)
            step()


def _answers(choice: random.Random) -> dict[str, tuple[str, ...]]:
    """One complete answer as citizens give them: mostly content, sometimes not."""

    def scale() -> tuple[str]:
        return (choice.choices("54321", weights=(50, 30, 12, 5, 3))[0],)

    return {
        "Q1_KIND": scale(),
        "Q2_ROUTE": (choice.choices(("ONCE", "MOVED1", "MOVED2", "NA"), weights=(70, 15, 5, 10))[0],),
        "Q3_EXPLAIN": scale(),
        "Q4_SPEED": scale(),
        "Q5_FAIR": scale(),
        "Q6_TROUBLE": (choice.choices(("NONE", "REPEAT_DOCS", "COLD_ANSWER", "PASSIVE"), weights=(80, 8, 8, 4))[0],),
        "Q7_INTEGRITY": (choice.choices(("NONE", "RUDE_POWER", "ASKED"), weights=(92, 6, 2))[0],),
        "Q8_OVERALL": scale(),
        "Q9_COMMENT": (choice.choice(("", "", "친절하게 안내해 주셔서 감사합니다.", "번호표 기계 글씨가 작아요.")),),
    }
