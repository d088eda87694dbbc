"""Words that several of these pages use."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def retired_words() -> str:
    """What stands above the fields of a row that is used no more."""
    return translate("Directory", "이제 쓰지 않습니다. 찾을 때 나오지 않으며 Ctrl+D로 다시 쓸 수 있습니다.")


def weekday(day: date) -> str:
    """월, 화 …"""
    names = (
        translate("Directory", "월"),
        translate("Directory", "화"),
        translate("Directory", "수"),
        translate("Directory", "목"),
        translate("Directory", "금"),
        translate("Directory", "토"),
        translate("Directory", "일"),
    )
    return names[day.weekday()]
