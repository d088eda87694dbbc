"""What a clerk may type into a text field: what the slip's font can print and a list can show in one direction."""

from __future__ import annotations

import unicodedata

from app.domain.errors import ControlCharacterInText, EmojiInText, RightToLeftText, TextTooLong

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "PDF", "PDI", "FSI"})
_MARKS = frozenset({"\u200e", "\u200f", "\u061c"})
_EMOJI_JOINERS = frozenset({"\u200d", "\ufe0f", "\u20e3"})


def is_emoji(character: str) -> bool:
    """Whether this is a pictograph, or a part that only pictographs are made of."""
    code = ord(character)
    return (
        character in _EMOJI_JOINERS
        or 0x1F000 <= code <= 0x1FAFF
        or 0x2600 <= code <= 0x27BF
        or 0xE0020 <= code <= 0xE007F
        or code in (0x2B50, 0x2B55, 0x231A, 0x231B, 0x23E9, 0x23F0, 0x23F3)
    )


def check_plain_text(field: str, text: str, limit: int) -> str:
    """`text` composed (NFC) and trimmed, at most `limit` characters.

    Errors: `TextTooLong`, `ControlCharacterInText`, `EmojiInText`, `RightToLeftText`; positions count from 0.
    """
    tidy = unicodedata.normalize("NFC", text).strip(" \u3000")
    for position, character in enumerate(tidy):
        if character in _MARKS or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
            raise RightToLeftText(field, position)
        if is_emoji(character):
            raise EmojiInText(field, position)
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            raise ControlCharacterInText(field, position)
    if len(tidy) > limit:
        raise TextTooLong(field, limit, len(tidy))
    return tidy
