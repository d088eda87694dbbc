"""Texts that every kind of database can hold: counters may offer others."""

from __future__ import annotations

from typing import Any


def storable(text: str) -> bool:
    """Neither NUL nor half a letter."""
    if text.isascii():
        return "\0" not in text
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def storable_text(text: str) -> str:
    """`text`, or what can be kept of it."""
    return text if storable(text) else text.encode(errors="replace").decode().replace("\0", "?")


def storable_texts(*texts: str) -> tuple[str, ...]:
    """Each of `texts` as `storable_text` has it. Mostly nothing is to be done, and all are seen at once."""
    return texts if storable("".join(texts)) else tuple(map(storable_text, texts))


def all_storable(value: Any) -> bool:
    """Whether every text in what was read of JSON is."""
    if isinstance(value, dict):
        return all(storable(name) and all_storable(inner) for name, inner in value.items())
    if isinstance(value, list):
        return all(map(all_storable, value))
    return not isinstance(value, str) or storable(value)
