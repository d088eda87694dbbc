"""The values of the two themes, from KRDS: the normal one and the one of high contrast.

The names stand for a distance from the ground, so that the high-contrast theme is the same scale turned round: `white`
is the ground of cards (there: black), `gray90` is running text (there: nearly white), `primary50` fills a button on
which the words are `white`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Theme(StrEnum):
    """What a PC is set to. SYSTEM: high contrast when the operating system asks for it."""

    LIGHT = "light"
    CONTRAST = "contrast"
    SYSTEM = "system"


_PALETTES: Mapping[Theme, Mapping[str, str]] = {
    Theme.LIGHT: {
        "white": "#ffffff",
        "gray5": "#f4f5f6",
        "gray10": "#e6e8ea",
        "gray20": "#cdd1d5",
        "gray40": "#8a949e",
        "gray50": "#6d7882",
        "gray60": "#58616a",
        "gray70": "#464c53",
        "gray90": "#1e2124",
        "primary5": "#ecf2fe",
        "primary10": "#d8e5fd",
        "primary50": "#256ef4",
        "primary60": "#0b50d0",
        "primary70": "#083891",
        "secondary50": "#346fb2",
        "information60": "#096ab3",
        "danger5": "#fdefec",
        "danger20": "#f7afa1",
        "danger60": "#bd2c0f",
        "warning5": "#fff3db",
        "warning20": "#ffc95c",
        "warning60": "#8a5c00",
        "success5": "#eaf6ec",
        "success20": "#a9dab4",
        "success60": "#267337",
        "mark": "#ffc95c",
        "on_mark": "#1e2124",
    },
    Theme.CONTRAST: {
        "white": "#000000",
        "gray5": "#131416",
        "gray10": "#33363d",
        "gray20": "#8a949e",
        "gray40": "#b1b8be",
        "gray50": "#b1b8be",
        "gray60": "#cdd1d5",
        "gray70": "#e6e8ea",
        "gray90": "#f4f5f6",
        "primary5": "#052561",
        "primary10": "#083891",
        "primary50": "#86aff9",
        "primary60": "#b1cefb",
        "primary70": "#d8e5fd",
        "secondary50": "#75c0d1",
        "information60": "#9ed2fa",
        "danger5": "#260903",
        "danger20": "#f05f42",
        "danger60": "#f7afa1",
        "warning5": "#241800",
        "warning20": "#ffb114",
        "warning60": "#ffc95c",
        "success5": "#0e2012",
        "success20": "#3fa654",
        "success60": "#a9dab4",
        "mark": "#ffb114",
        "on_mark": "#000000",
    },
}


def palette(theme: Theme) -> Mapping[str, str]:
    """All values of a theme by name, as #rrggbb."""
    return MappingProxyType(_PALETTES[Theme.CONTRAST if theme is Theme.CONTRAST else Theme.LIGHT])
