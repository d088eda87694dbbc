"""The survey server: the ASGI application over a store folder, and running it."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.db.survey_holds import LONGEST_HOLD
from app.db.survey_store import SurveyStore
from app.domain.errors import AppError
from app.domain.tokens import TokenExpired, TokenFromTheFuture, TokenMangled
from app.survey_web.answering import Answering, in_language_of
from app.survey_web.forms import new_submission, read_fields, read_form
from app.survey_web.languages import accepted_language, asked_language
from app.survey_web.live_files import LiveFiles, StoreView
from app.survey_web.pages import STATIC_FILES, Opened, Pages
from app.survey_web.running import run_app
from app.survey_web.shield import BodyTooLarge, SecurityHeaders, comes_from_elsewhere, is_form, read_body
from app.survey_web.slip_links import SlipReader
from app.survey_web.store_lane import StoreLane
from app.survey_web.sweeper import Sweeper

_LOG = logging.getLogger(__name__)
_STATIC_TYPES = {"survey.css": "text/css", "survey.js": "text/javascript", "icon.svg": "image/svg+xml"}


def now_utc() -> datetime:
    return datetime.now(UTC)


def create_app(
    folder: Path, clock: Callable[[], datetime] = now_utc, *, hold_key_file: Path | None = None
) -> Starlette:
    """The application over the store in `folder`; its lifespan runs the sweeper and closes the store.

    `hold_key_file` is where the server's own secret lies, if not where `hold_key_path` finds it. Errors:
    `SurveyStoreDamaged` (also for a folder that is no store), `SurveyFileUnreadable`, `CannotWrite`, `DiskFull`.
    """
    files = LiveFiles(folder)
    store = SurveyStore.open(folder, hold_key_file=hold_key_file)
    lane = StoreLane(store)
    site = _Site(files, lane, clock)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        sweeper = Sweeper(store, files, clock)
        sweeper.start()
        lane.start()
        try:
            yield
        finally:
            await run_in_threadpool(sweeper.stop)
            await run_in_threadpool(lane.stop)
            store.close()

    return Starlette(
        routes=[
            Route("/s/{token}", site.slip, methods=["GET", "POST"]),
            Route("/static/{name}", site.static),
        ],
        middleware=[Middleware(SecurityHeaders), Middleware(_CalmFailure, site=site)],
        exception_handlers={HTTPException: site.http_error},
        lifespan=lifespan,
    )


class _Site:
    """The endpoints over one store."""

    def __init__(self, files: LiveFiles, lane: StoreLane, clock: Callable[[], datetime]) -> None:
        self._files = files
        self._lane = lane
        self._clock = clock
        self._pages = Pages()
        self._slips = SlipReader()
        self._answering = Answering(lane, self._pages, clock)

    async def slip(self, request: Request) -> Response:
        """GET: the survey. POST: a page of it."""
        view = self._files.view()
        try:
            if request.method == "POST":
                if comes_from_elsewhere(request.headers, view.office.host):
                    return self._notice("elsewhere", 403, view)
                if not is_form(request.headers):
                    return self._notice("unreadable", 415, view)
                body = await read_body(request)
                return await self._posted(request, view, body)
            return await self._opened(request, view)
        except BodyTooLarge:
            return self._notice("too_large", 413, view)
        except ClientDisconnect:
            return self._notice("unreadable", 400, view)
        except TokenExpired:
            return self._notice("expired", 410, view)
        except (TokenMangled, TokenFromTheFuture):
            return self._notice("unusable", 404, view)
        except AppError as error:
            _LOG.error("the survey store cannot be used now: %s", type(error).__name__)
            return self._notice("busy", 503, view)

    def _open(self, request: Request, view: StoreView, *, second_page: bool = False) -> Opened:
        """The form behind the address. Errors: those of `read_link`."""
        # A second page may come after midnight of the slip's last day, when its first one came before.
        grace = LONGEST_HOLD if second_page else timedelta(0)
        token, posted = str(request.path_params["token"]), request.method == "POST"
        link = self._slips.read(token, view.keys, self._clock(), grace, last=posted)
        language = asked_language(request.query_params.get("lang")) or accepted_language(
            request.headers.get("accept-language", "")
        )
        return Opened(link, view, language, new_submission())

    async def _opened(self, request: Request, view: StoreView) -> HTMLResponse:
        opened = self._open(request, view)
        day, nonce = opened.link.day, opened.link.nonce
        if self._lane.seems_open(day, nonce):
            return self._pages.fresh(opened)
        closed, used = await self._lane.look(lambda turn: (turn.is_closed(day), turn.is_used(day, nonce)))
        if closed:
            raise TokenExpired
        return self._notice("used", 410, view) if used else self._pages.fresh(opened)

    async def _posted(self, request: Request, view: StoreView, body: bytes) -> HTMLResponse:
        try:
            posted = read_form(read_fields(body), view.survey)
        except ValueError:
            return self._notice("unreadable", 400, view)
        opened = self._open(request, view, second_page=posted.page == 2)
        return await self._answering.answer(in_language_of(opened, posted), posted)

    async def static(self, request: Request) -> Response:
        name = str(request.path_params["name"])
        if name not in _STATIC_TYPES:
            return self._notice("missing", 404, self._files.view())
        # The address carries a fingerprint of the files, so a copy never grows old.
        return Response(
            STATIC_FILES[name], media_type=_STATIC_TYPES[name], headers={"Cache-Control": "public, max-age=31536000"}
        )

    async def http_error(self, _request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        response = self._notice("missing", status, self._files.view())
        if isinstance(error, HTTPException) and error.headers:
            response.headers.update(error.headers)
        return response

    def failed(self) -> HTMLResponse:
        return self._notice("busy", 500, self._files.view())

    def _notice(self, name: str, status: int, view: StoreView) -> HTMLResponse:
        return self._pages.notice(name, status, view.office.name)


class _CalmFailure:
    """Answers a bug with a kind page, and logs where it happened without what was typed or the address."""

    def __init__(self, app: ASGIApp, site: _Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def remember(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, remember)
        except Exception as error:
            places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
            _LOG.error("unexpected %s at %s", type(error).__name__, " < ".join(reversed(places)))
            if not begun:
                await self._site.failed()(scope, receive, send)


def serve(
    folder: Path, host: str, port: int, on_listening: Callable[[str], None], *, hold_key_file: Path | None = None
) -> None:
    """Serve the store in `folder` until SIGTERM or SIGINT; blocks. Port 0 takes any free port.

    `on_listening` is called with the address, such as "http://127.0.0.1:8080", once connections are accepted.
    Errors: those of `create_app`, `AddressInUse`, `BadValue`.
    """
    run_app(create_app(folder, hold_key_file=hold_key_file), host, port, on_listening)
