"""A browser without JavaScript, as far as forms go: it opens a slip and sends what its form holds."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import httpx
from starlette.applications import Starlette

Fields = Mapping[str, str | list[str]]


class SurveyClient:
    """Sends requests to the application in this process, one after the other."""

    def __init__(self, runner: asyncio.Runner, client: httpx.AsyncClient) -> None:
        self._runner = runner
        self._client = client

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, path, **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.request("GET", path, **options)

    def post(self, path: str, fields: Fields, **options: Any) -> httpx.Response:
        return self.request("POST", path, data=dict(fields), **options)

    def open_form(self, token: str) -> dict[str, str]:
        """The hidden fields of a freshly opened survey."""
        return hidden_fields(self.get(f"/s/{token}").text)

    def answer(self, token: str, fields: Fields) -> httpx.Response:
        """Open the survey and send its first page."""
        return self.post(f"/s/{token}", {**self.open_form(token), **fields})


def hidden_fields(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w*)">', page))


@contextmanager
def survey_client(app: Starlette) -> Iterator[SurveyClient]:
    """A client of `app` with its lifespan (the sweeper) running."""
    with asyncio.Runner() as runner:
        lifespan = app.router.lifespan_context(app)
        runner.run(lifespan.__aenter__())
        transport = httpx.ASGITransport(app=app)
        client = httpx.AsyncClient(transport=transport, base_url="https://survey.hanbit.go.kr")
        try:
            yield SurveyClient(runner, client)
        finally:
            runner.run(client.aclose())
            runner.run(lifespan.__aexit__(None, None, None))
