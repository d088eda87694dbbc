"""minwon self-test and demo: the whole way from a visit to the daily sheet, for real."""

from __future__ import annotations

import random
import secrets
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.bootstrap import Office, desk_parts, found_home, opened_office, render_sheet, render_slip, take_pictures
from app.commands.context import emit, say
from app.commands.figures import figures_json
from app.commands.survey_client import SurveyClient, survey_server
from app.commands.values import read_folder
from app.config.files import make_folder, write_file
from app.config.paths import Home, resources
from app.domain.actors import Actor
from app.domain.clocks import office_day
from app.domain.languages import Language, ScreenLanguage
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit, Registered, VisitorKind
from app.services.clock import system_clock
from app.services.founding import sample_office

_PAPER_DPI = 203
_SAMPLE_REPORTS = {
    "RUDE_POWER": "서류를 고쳐 오라고 세 번 돌려보내면서 이유를 말해 주지 않았습니다.",
    "ASKED": "빨리 처리하려면 성의를 보이라는 말을 들었습니다.",
}
_SATURDAY = 5


class SampleClock:
    """A clock that can be set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def self_test() -> None:
    """Register, print, scan, answer and add up in a temporary home; any step that fails ends with an error."""
    with tempfile.TemporaryDirectory(prefix="minwon-") as folder:
        home = Home(Path(folder) / "home")
        password, passphrase = secrets.token_urlsafe(12), secrets.token_urlsafe(12)
        found_home(home, sample_office(resources() / "sample"), password, audit_passphrase=passphrase)
        with opened_office(home) as office:
            clerk = office.accounts.sign_in("clerk1", password)
            supervisor = office.accounts.sign_in("supervisor1", password)
            registered = office.visits.register(clerk, NewVisit("PASSPORT"))
            emit({"step": "register", "number": registered.visit.number})
            slip = _slip(office, clerk, registered, Paper.ROLL80, Language.KO)
            if decode_qr(slip) != registered.survey_url:
                raise RuntimeError("the QR code on the slip does not lead to the survey")
            emit({"step": "slip", "bytes": len(slip)})
            office.stores.export(home.survey)
            with survey_server(home.survey) as address:
                status = SurveyClient(address).answer(
                    registered.survey_url, _answers(random.Random(1)) | {"Q7_INTEGRITY": ("NONE",)}
                )
            if status != 200:
                raise RuntimeError(f"the survey answered with status {status}")
            emit({"step": "survey", "status": status})
            figures = office.summaries.day(supervisor, registered.visit.day)
            if (figures.visits, figures.slips_printed, figures.surveys_answered) != (1, 1, 1):
                raise RuntimeError("the daily figures do not add up")
            emit({"step": "summary", "visits": 1, "slips_printed": 1, "surveys_answered": 1})
    emit({"self_test": "passed"})


def demo(
    out: Annotated[Path, typer.Option(help="the folder for slips, sheet and pictures")],
    visits: Annotated[int, typer.Option(help="how many visits the day has", min=1)] = 40,
    seed: Annotated[int, typer.Option(help="for the same day again")] = 7,
) -> None:
    """Play a sample day through the real services and the real survey server, without a display."""
    choice = random.Random(seed)
    out = read_folder("--out", out)
    make_folder(out / "slips")
    day = _last_working_day(office_day(system_clock()))
    clock = SampleClock(_moment(day, 9 * 60))
    password, passphrase = "minwon", secrets.token_urlsafe(12)
    with tempfile.TemporaryDirectory(prefix="minwon-") as folder:
        home = Home(Path(folder) / "home")
        found_home(home, sample_office(resources() / "sample"), password, audit_passphrase=passphrase, clock=clock)
        with opened_office(home, clock) as office:
            clerk = office.accounts.sign_in("clerk1", password)
            day_visits = _sample_visits(office, clerk, clock, day, visits, choice, out / "slips")
            say(f"{len(day_visits)} visits, slips in {out / 'slips'}")
            office.stores.export(home.survey)
            answered = _sample_answers(home.survey, day_visits, choice)
            say(f"{answered} survey answers over HTTP")
            supervisor = office.accounts.sign_in("supervisor1", password)
            content = office.summaries.sheet(supervisor, day)
            for language in ScreenLanguage:
                name = f"daily-sheet-{language.value}.pdf"
                write_file(out / name, render_sheet(content, language))
            pictures = take_pictures(desk_parts(office), out / "screens", password, passphrase)
            say(f"daily sheet in {out / 'daily-sheet-ko.pdf'}, {len(pictures)} screens in {out / 'screens'}")
            emit(
                {
                    "slips": str(out / "slips"),
                    "sheet": str(out / "daily-sheet-ko.pdf"),
                    "screens": str(out / "screens"),
                    "summary": figures_json(content.figures),
                }
            )


def decode_qr(pdf: bytes) -> str | None:
    """What the QR code on the slip says when it is printed in one bit at 203 dpi; None if it cannot be read."""
    import zxingcpp
    from PIL import Image

    from app.printing.raster import render_page

    page = render_page(pdf, _PAPER_DPI).one_bit()
    image = Image.frombytes("L", (page.width, page.height), page.gray)
    # QR codes only: now and then a reader takes a strip of one for a code of another kind.
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return found[0].text if found else None


def _last_working_day(today: date) -> date:
    """The last day before `today` that is neither Saturday nor Sunday; its slips can still be answered."""
    day = today - timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day


def _moment(day: date, minutes: float) -> datetime:
    midnight = datetime.combine(day, time(), ZoneInfo("Asia/Seoul"))
    return (midnight + timedelta(minutes=minutes)).astimezone(UTC)


def _slip(office: Office, clerk: Actor, registered: Registered, paper: Paper, language: Language) -> bytes:
    slip, content = office.slips.issue(clerk, registered.visit.id, paper, language)
    pdf = render_slip(content, paper)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    return pdf


def _sample_visits(
    office: Office, clerk: Actor, clock: SampleClock, day: date, count: int, choice: random.Random, folder: Path
) -> list[Registered]:
    services = office.offices.services(clerk)
    keyed = [service for service in services if service.key]
    opening, closing = 9 * 60, 17 * 60 + 50
    minutes = sorted(choice.uniform(opening, closing) for _ in range(count))
    registered: list[Registered] = []
    for minute in minutes:
        clock.at = _moment(day, minute)
        service = choice.choice(keyed if choice.random() < 0.85 else services)
        kind = choice.choices(list(VisitorKind), weights=(80, 10, 5, 5))[0]
        visit = office.visits.register(clerk, NewVisit(service.code, kind))
        registered.append(visit)
        if choice.random() < 0.05:
            office.visits.undo(clerk, visit.visit.id)
            continue
        language = Language.EN if kind is VisitorKind.FOREIGNER else Language.KO
        paper = choice.choice(list(Paper))
        write_file(folder / f"{visit.visit.number}-{paper.value}.pdf", _slip(office, clerk, visit, paper, language))
    clock.at = _moment(day, closing + 5)
    return registered


def _sample_answers(store: Path, visits: list[Registered], choice: random.Random) -> int:
    answered = 0
    with survey_server(store) as address:
        client = SurveyClient(address)
        for visit in visits:
            if choice.random() < 0.4:
                page = client.page(visit.survey_url, choice.choice(list(Language)))
                answers = _answers(choice)
                status, page = client.send(visit.survey_url, page, answers)
                if answers["Q7_INTEGRITY"] != ("NONE",):
                    told = {"second_text": (_SAMPLE_REPORTS[answers["Q7_INTEGRITY"][0]],), "action": ("send",)}
                    status, page = client.send(visit.survey_url, page, told)
                answered += status == 200
    return answered


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
        "Q7_INTEGRITY": (choice.choices(("NONE", "RUDE_POWER", "ASKED"), weights=(85, 10, 5))[0],),
        "Q8_OVERALL": scale(),
        "Q9_COMMENT": (choice.choice(("", "", "친절하게 안내해 주셔서 감사합니다.", "번호표 기계 글씨가 작아요.")),),
    }
