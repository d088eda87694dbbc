"""Answering the survey over HTTP the way a phone does: fetch the page, fill in its form, send it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

_SECONDS = 30


class _Form(HTMLParser):
    """The hidden fields of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "input" and values.get("type") == "hidden" and values.get("name"):
            self.hidden.append((str(values["name"]), values.get("value") or ""))


class SurveyClient:
    """Answers at the server listening at `address`."""

    def __init__(self, address: str) -> None:
        self._address = address

    def page(self, survey_url: str, language: str = "ko") -> str:
        """The first page of the slip with `survey_url`, as HTML."""
        path = urllib.parse.urlsplit(survey_url).path
        with urllib.request.urlopen(f"{self._address}{path}?lang={language}", timeout=_SECONDS) as page:
            return str(page.read().decode())

    def send(self, survey_url: str, page: str, fields: Mapping[str, Sequence[str]]) -> tuple[int, str]:
        """Send the form on `page` filled with `fields`; the HTTP status and the page that comes back."""
        form = _Form()
        form.feed(page)
        pairs = [*form.hidden, *((name, value) for name, values in fields.items() for value in values)]
        request = urllib.request.Request(
            self._address + urllib.parse.urlsplit(survey_url).path,
            data=urllib.parse.urlencode(pairs).encode(),
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as reply:
                return int(reply.status), str(reply.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.code, str(error.read().decode())

    def answer(self, survey_url: str, answers: Mapping[str, Sequence[str]], language: str = "ko") -> int:
        """Open the survey and send one complete first page; the HTTP status of the reply."""
        try:
            page = self.page(survey_url, language)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        return self.send(survey_url, page, answers)[0]


@contextmanager
def survey_server(store: Path) -> Iterator[str]:
    """A survey server of its own over `store`, on a free port; its address."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    server = subprocess.Popen(
        [*command, "survey", "serve", "--port", "0", "--store", str(store)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        yield str(json.loads(server.stdout.readline())["listening"])
    finally:
        server.terminate()
        server.wait(timeout=_SECONDS)
        if server.stdout is not None:
            server.stdout.close()
