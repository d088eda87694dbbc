"""Pages, drawn with Jinja2."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from starlette.responses import HTMLResponse

from app.domain.languages import Language
from app.domain.personal_data import PersonalData
from app.domain.surveys import SEALED_TEXT_LIMIT, Answers, tidy_text
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


@dataclass(frozen=True, slots=True)
class Opened:
    """One form as it stands before one reader."""

    link: SlipLink
    store: StoreView
    language: Language
    submission: bytes


class Pages:
    """Draws every page. Everything typed is escaped by the templates."""

    def first(self, opened: Opened, answers: Answers, troubles: Troubles, *, fresh: bool = False) -> HTMLResponse:
        """The survey, as freshly opened or with what was typed; status 422 when something is wrong with it."""
        questions = opened.store.survey.asked(opened.store.keys.audit_public is not None)
        return self._page(
            "form.html",
            opened,
            422 if troubles else 200,
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
        thanks = opened.store.survey.messages["THANKS"][opened.language]
        return self._page("thanks.html", opened, 200, thanks=thanks)

    def late(self, opened: Opened, text: str) -> HTMLResponse:
        """The second page came when nothing was held any more: its text is shown, because it was not stored."""
        return self._page("late.html", opened, 410, text=text, help=help_view(opened.store.survey, opened.language))

    def notice(self, name: str, status: int, office: str) -> HTMLResponse:
        """One page in all languages at once. `name` is a field of `NoticeWords`."""
        said = [(language.value, HTML_LANG[language], getattr(WORDS[language].notices, name)) for language in Language]
        page = _TEMPLATES["notice.html"].render(name=name, office=office, said=said, title=said[0][2].title)
        return HTMLResponse(page, status_code=status)

    def _page(self, template: str, opened: Opened, status: int, **content: Any) -> HTMLResponse:
        page = _TEMPLATES[template].render(
            words=WORDS[opened.language],
            language=opened.language.value,
            html_lang=HTML_LANG[opened.language],
            languages=[(language.value, HTML_LANG[language], WORDS[language].name) for language in Language],
            office=opened.store.office.name,
            submission=opened.submission.hex(),
            **content,
        )
        return HTMLResponse(page, status_code=status)
