"""What happens to a posted form (design section 5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from starlette.responses import HTMLResponse

from app.crypto.sealing import seal
from app.db.survey_store import Form, NewAnswer, Outcome, StoreTurn
from app.domain.personal_data import find_personal_data, mask_personal_data
from app.domain.sealed import SealedNote
from app.domain.surveys import SEALED_TEXT_LIMIT, check_answers, reports_trouble, tidy_text
from app.domain.tokens import TokenExpired
from app.survey_web.forms import PostedForm, Press, canonical, open_answers, sealed_answers, typed_texts
from app.survey_web.live_files import StoreView
from app.survey_web.pages import Opened, Pages
from app.survey_web.slip_links import first_open_day
from app.survey_web.store_lane import StoreLane
from app.survey_web.views import Troubles, help_phones


class Answering:
    """Decides which page answers a form, and stores what is to be stored."""

    def __init__(self, lane: StoreLane, pages: Pages, clock: Callable[[], datetime]) -> None:
        self._lane = lane
        self._pages = pages
        self._clock = clock
        self._phones_of: StoreView | None = None
        self._phones: tuple[str, ...] = ()

    async def answer(self, opened: Opened, posted: PostedForm) -> HTMLResponse:
        """The page that answers `posted`. Errors: `TokenExpired`, those of `SurveyStore`; nothing is stored then."""
        return await (self._second(opened, posted) if posted.page == 2 else self._first(opened, posted))

    async def _once_more(
        self, opened: Opened, answers: Mapping[str, tuple[str, ...]], troubles: Troubles
    ) -> HTMLResponse:
        """The first page again, with what was typed. Errors: `TokenExpired` once the slip's day is closed."""
        day = opened.link.day
        if await self._lane.look(lambda turn: turn.is_closed(day)):
            raise TokenExpired
        return self._pages.first(opened, answers, troubles)

    async def _first(self, opened: Opened, posted: PostedForm) -> HTMLResponse:
        survey, keys = opened.store.survey, opened.store.keys
        if posted.press is Press.LANGUAGE:
            return await self._once_more(opened, posted.answers, Troubles())
        questions = survey.asked(keys.audit_public is not None)
        texts = typed_texts(questions, posted.answers)
        allowed = self._allowed_phones(opened)
        found = {q: spots for q, text in texts.items() if (spots := find_personal_data(text, allowed))}
        if posted.press is Press.MASK:
            covered = {q: (mask_personal_data(texts[q], allowed),) for q in found}
            masked = Troubles(masked=frozenset(covered))
            return await self._once_more(opened, {**posted.answers, **covered}, masked)
        troubles = Troubles(check_answers(questions, posted.answers), found)
        if troubles:
            return await self._once_more(opened, posted.answers, troubles)

        sealed = sealed_answers(survey, posted.answers) if keys.audit_public is not None else ()
        chosen = open_answers(questions, posted.answers)
        link = opened.link
        answer = NewAnswer(
            day=link.day,
            department=link.department,
            area=link.area,
            language=opened.language,
            answers=chosen,
            comment="\n".join(text for text in texts.values() if text),
            envelope=None,
        )
        form = Form(link.day, link.nonce, opened.submission, canonical(chosen, texts, sealed), link.quick)
        now = self._clock()
        waits = reports_trouble(survey, sealed)

        def store(turn: StoreTurn) -> Outcome:
            # Sealed here and not before: it takes no interpreter, so that other citizens are served meanwhile.
            enveloped = replace(answer, envelope=self._envelope(opened, sealed, ""))
            return turn.hold(form, enveloped, now) if waits else turn.accept(form, enveloped, now)

        outcome = await self._lane.do(store)
        if outcome is Outcome.CLOSED:
            raise TokenExpired
        if outcome is Outcome.HELD:
            return self._pages.second(opened, self._carried(opened, sealed))
        if outcome is Outcome.REFUSED:
            return self._pages.notice("used", 410, opened.store.office.name)
        return self._pages.thanks(opened)

    async def _second(self, opened: Opened, posted: PostedForm) -> HTMLResponse:
        sealed = sealed_answers(opened.store.survey, posted.answers)
        carried = self._carried(opened, sealed)
        if posted.press is Press.LANGUAGE:
            return self._pages.second(opened, carried, posted.second_text)
        text = tidy_text(posted.second_text) if posted.press is not Press.SKIP else ""
        allowed = self._allowed_phones(opened)
        found = find_personal_data(text, allowed)
        if posted.press is Press.MASK:
            covered = mask_personal_data(text, allowed)
            return self._pages.second(opened, carried, covered, masked=covered != text)
        if found or len(text) > SEALED_TEXT_LIMIT:
            return self._pages.second(opened, carried, posted.second_text, found=found)

        link = opened.link
        form = Form(link.day, link.nonce, opened.submission, canonical(text, sealed))
        open_since = first_open_day(self._clock(), opened.store.keys)
        envelope = self._envelope(opened, sealed, text)
        outcome = await self._lane.do(lambda turn: turn.finish(form, envelope, open_since))
        if outcome is Outcome.REFUSED:
            if not text:
                return self._pages.notice("used", 410, opened.store.office.name)
            return self._pages.late(opened, text)
        return self._pages.thanks(opened)

    def _envelope(self, opened: Opened, sealed: tuple[str, ...], text: str) -> bytes | None:
        public = opened.store.keys.audit_public
        return None if public is None else seal(public, SealedNote(sealed, text).padded())

    def _allowed_phones(self, opened: Opened) -> tuple[str, ...]:
        if self._phones_of is not opened.store:
            self._phones_of = opened.store
            self._phones = opened.store.office.phones + help_phones(opened.store.survey)
        return self._phones

    def _carried(self, opened: Opened, sealed: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """The sealed answers by question, for the second page's hidden fields."""
        return {
            q.id: tuple(value for value in sealed if value in {option.value for option in q.options})
            for q in opened.store.survey.questions
            if q.sealed
        }


def in_language_of(opened: Opened, posted: PostedForm) -> Opened:
    """`opened` as the posted form wants it: its language, and its own secret."""
    return replace(opened, language=posted.language or opened.language, submission=posted.submission)
