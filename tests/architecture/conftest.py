"""Trees of source files stay no longer than the tests of one file need them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.architecture.source_tree import forget


@pytest.fixture(scope="module", autouse=True)
def _trees() -> Iterator[None]:
    yield
    forget()
