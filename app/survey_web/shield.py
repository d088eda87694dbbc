"""What keeps the pages safe around every request: headers, the origin of forms, and the size of what is read."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_LIMIT = 16 * 1024
_DRAINED_LIMIT = 1024 * 1024
_FORM_TYPE = "application/x-www-form-urlencoded"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then send a form with "Origin: null", which is refused below.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
# Not no-store: without JavaScript the browser's Back would then lose what was typed.
_CACHE = (b"cache-control", b"private, no-cache")
_ONE_YEAR = (b"strict-transport-security", b"max-age=31536000")
# As they go over the wire, put together once and not for every answer.
_RAW = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in _HEADERS.items()]
_NAMES = frozenset(name for name, _ in _RAW) | {_ONE_YEAR[0]}


class SecurityHeaders:
    """Adds the security headers to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [header for header in message.get("headers", ()) if header[0].lower() not in _NAMES]
                headers = own + _RAW
                if not any(name.lower() == b"cache-control" for name, _ in own):
                    headers.append(_CACHE)
                if scope["scheme"] == "https":
                    headers.append(_ONE_YEAR)
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, send_with_headers)


def comes_from_elsewhere(headers: Headers, office_host: str) -> bool:
    """Whether another site made the browser send this form (CSRF).

    `office_host` is the survey's public name: a proxy in front may put its own into `Host`.
    """
    if headers.get("sec-fetch-site") == "cross-site":
        return True
    origin = headers.get("origin")
    own = {headers.get("host", "").lower(), office_host.lower()} - {""}
    return origin is not None and _host_of(origin) not in own


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def is_form(headers: Headers) -> bool:
    return headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM_TYPE


class BodyTooLarge(Exception):
    """More was posted than a survey can need."""


async def read_body(request: Request) -> bytes:
    """The whole body, of which never more than `BODY_LIMIT` and one part are kept. Errors: `BodyTooLarge`."""
    body = bytearray()
    size = 0
    async for part in request.stream():
        size += len(part)
        if size <= BODY_LIMIT:
            body += part
        elif size > _DRAINED_LIMIT:
            break
    # A browser that is cut off while it sends shows its own error; so a long text is read to its end, but not kept.
    if size > BODY_LIMIT:
        raise BodyTooLarge
    return bytes(body)
