"""Pages, drawn with Jinja2."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from starlette.responses import HTMLResponse

from app.domain.languages import Language
from app.domain.personal_data import PersonalData
from app.domain.surveys import SEALED_TEXT_LIMIT, Answers, tidy_text
from app.survey_web.forms import new_submission
from app.survey_web.languages import HTML_LANG, WORDS, written_date
from app.survey_web.live_files import StoreView
from app.survey_web.slip_links import SlipLink
from app.survey_web.views import Troubles, help_view, personal_spots, question_views, too_long_words

_HERE = Path(__file__).resolve().parent
STATIC = _HERE / "static"
STATIC_FILES = {path.name: path.read_bytes() for path in sorted(STATIC.iterdir())}


def _fingerprint() -> str:
    """Changes when a static file does, so that browsers may keep them for long."""
    digest = hashlib.sha256()
    for content in STATIC_FILES.values():
        digest.update(content)
    return digest.hexdigest()[:10]


def _compiled_templates() -> Mapping[str, Template]:
    # Compiled when the program starts: the account it then runs as need not be able to read the program's files.
    sources = {path.name: path.read_text(encoding="utf-8") for path in (_HERE / "templates").iterdir()}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["static_version"] = _fingerprint()
    return {name: environment.get_template(name) for name in sources}


_TEMPLATES = _compiled_templates()
# Stands where a form's secret goes; by chance, so that no survey's text can hold it.
_PLACE = new_submission()
_MOST_DRAWN = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """One form as it stands before one reader."""

    link: SlipLink
    store: StoreView
    language: Language
    submission: bytes


class Pages:
    """Draws every page. Everything typed is escaped by the templates."""

    def __init__(self) -> None:
        self._drawn_for: StoreView | None = None
        self._drawn: dict[tuple[Language, int, date], tuple[bytes, bytes]] = {}
        self._thanks: dict[Language, bytes] = {}

    def fresh(self, opened: Opened) -> HTMLResponse:
        """The survey as freshly opened.

        Two of the same department, day and language differ in the form's secret alone, so each is drawn once and the
        secret is put in afterwards.
        """
        self._begin(opened.store)
        kind = (opened.language, opened.link.department, opened.link.day)
        halves = self._drawn.get(kind)
        if halves is None:
            page = self._first(replace(opened, submission=_PLACE), {}, Troubles(), fresh=True)
            before, _, after = page.encode().partition(_PLACE.hex().encode())
            halves = self._drawn[kind] = (before, after)
        return HTMLResponse(halves[0] + opened.submission.hex().encode() + halves[1])

    def _begin(self, store: StoreView) -> None:
        """Forget what was drawn for another reading of the store's files."""
        if self._drawn_for is not store or len(self._drawn) >= _MOST_DRAWN:
            self._drawn_for = store
            self._drawn.clear()
            self._thanks.clear()

    def first(self, opened: Opened, answers: Answers, troubles: Troubles) -> HTMLResponse:
        """The survey with what was typed; status 422 when something is wrong with it."""
        page = self._first(opened, answers, troubles, fresh=False)
        return HTMLResponse(page, status_code=422 if troubles else 200)

    def _first(self, opened: Opened, answers: Answers, troubles: Troubles, *, fresh: bool) -> str:
        questions = opened.store.survey.asked(opened.store.keys.audit_public is not None)
        return self._drawn_page(
            "form.html",
            opened,
            intro=opened.store.survey.messages["INTRO"][opened.language],
            department=opened.store.office.departments.get(opened.link.department, ""),
            day=written_date(opened.link.day, opened.language),
            iso_day=opened.link.day.isoformat(),
            questions=question_views(questions, opened.language, answers, troubles),
            fresh=fresh,
        )

    def second(
        self,
        opened: Opened,
        sealed: dict[str, tuple[str, ...]],
        text: str = "",
        *,
        found: tuple[PersonalData, ...] = (),
        masked: bool = False,
    ) -> HTMLResponse:
        """The page after a trouble was reported. `sealed` are Q7's options, which the browser carries on."""
        words = WORDS[opened.language]
        too_long = len(tidy_text(text)) > SEALED_TEXT_LIMIT
        return self._page(
            "second.html",
            opened,
            422 if too_long or found else 200,
            sealed=sealed,
            text=text,
            limit=SEALED_TEXT_LIMIT,
            error=too_long_words(words, SEALED_TEXT_LIMIT, text) if too_long else "",
            spots=personal_spots(words, tidy_text(text), found) if found else None,
            masked=masked,
            help=help_view(opened.store.survey, opened.language),
        )

    def thanks(self, opened: Opened) -> HTMLResponse:
        self._begin(opened.store)
        page = self._thanks.get(opened.language)
        if page is None:
            thanks = opened.store.survey.messages["THANKS"][opened.language]
            page = self._thanks[opened.language] = self._drawn_page("thanks.html", opened, thanks=thanks).encode()
        return HTMLResponse(page)

    def late(self, opened: Opened, text: str) -> HTMLResponse:
        """The second page came when nothing was held any more: its text is shown, because it was not stored."""
        return self._page("late.html", opened, 410, text=text, help=help_view(opened.store.survey, opened.language))

    def notice(self, name: str, status: int, office: str) -> HTMLResponse:
        """One page in all languages at once. `name` is a field of `NoticeWords`."""
        said = [(language.value, HTML_LANG[language], getattr(WORDS[language].notices, name)) for language in Language]
        page = _TEMPLATES["notice.html"].render(name=name, office=office, said=said, title=said[0][2].title)
        return HTMLResponse(page, status_code=status)

    def _page(self, template: str, opened: Opened, status: int, **content: Any) -> HTMLResponse:
        return HTMLResponse(self._drawn_page(template, opened, **content), status_code=status)

    def _drawn_page(self, template: str, opened: Opened, **content: Any) -> str:
        return _TEMPLATES[template].render(
            words=WORDS[opened.language],
            language=opened.language.value,
            html_lang=HTML_LANG[opened.language],
            languages=[(language.value, HTML_LANG[language], WORDS[language].name) for language in Language],
            office=opened.store.office.name,
            submission=opened.submission.hex(),
            **content,
        )
