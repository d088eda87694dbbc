"""A place of the directory ("본관 5층 501호") in the other languages of the slip.

What is not known stays Korean: the signs in the house are Korean, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import Language
from app.printing.guidance_slip_words import GUIDANCE_WORDS

_Names = tuple[str, str, str]
_LANGUAGES = (Language.EN, Language.ZH, Language.VI)

_BUILDINGS: Mapping[str, _Names] = {
    "주소지 관할 동주민센터": (
        "the Community Service Center for your address",
        "您住址所属的洞居民中心",
        "Trung tâm Dịch vụ cộng đồng phường nơi bạn cư trú",
    ),
    "보건소 별관": ("Public Health Center Annex", "保健所副楼", "nhà phụ Trung tâm Y tế"),
    "보건소": ("Public Health Center", "保健所", "Trung tâm Y tế"),
    "공단 본부": ("Corporation Head Office", "公团总部", "trụ sở Công ty Quản lý"),
    "의회동": ("Council Building", "议会楼", "tòa nhà Hội đồng"),
    "민원동": ("Civil Affairs Building", "办事楼", "tòa nhà Tiếp dân"),
    "행정복지센터": ("Community Service Center", "洞居民中心", "Trung tâm Dịch vụ cộng đồng phường"),
    "동주민센터": ("Community Service Center", "洞居民中心", "Trung tâm Dịch vụ cộng đồng phường"),
    "주민센터": ("Community Service Center", "洞居民中心", "Trung tâm Dịch vụ cộng đồng phường"),
    "본관": ("Main Building", "主楼", "tòa nhà chính"),
    "별관": ("Annex", "副楼", "nhà phụ"),
    "신관": ("New Building", "新楼", "tòa nhà mới"),
    "구관": ("Old Building", "旧楼", "tòa nhà cũ"),
    "동관": ("East Building", "东楼", "tòa nhà phía đông"),
    "서관": ("West Building", "西楼", "tòa nhà phía tây"),
    "남관": ("South Building", "南楼", "tòa nhà phía nam"),
    "북관": ("North Building", "北楼", "tòa nhà phía bắc"),
}
_NUMBERED: Mapping[str, _Names] = {
    "별관": ("Annex {n}", "第{n}副楼", "nhà phụ {n}"),
    "청사": ("Building {n}", "第{n}办公楼", "tòa nhà {n}"),
}
_ROOMS: Mapping[str, _Names] = {
    "종합민원실": ("Civil Affairs Hall", "综合办事厅", "phòng tiếp dân tổng hợp"),
    "민원실": ("Civil Affairs Hall", "办事厅", "phòng tiếp dân"),
    "안내데스크": ("Information Desk", "问讯处", "quầy hướng dẫn"),
    "로비": ("Lobby", "大厅", "sảnh"),
}
_OTHERS: Mapping[str, _Names] = {
    "긴급": ("emergency", "紧急", "khẩn cấp"),
    "상담": ("advice", "咨询", "tư vấn"),
    "국세상담": ("national tax advice", "国税咨询", "tư vấn thuế quốc gia"),
    "다산콜": ("Dasan Call Center", "茶山热线", "tổng đài Dasan"),
    "고용노동부": ("Ministry of Employment and Labor", "雇佣劳动部", "Bộ Việc làm và Lao động"),
    "외국인종합안내센터": (
        "Immigration Contact Center",
        "外国人综合咨询中心",
        "trung tâm hướng dẫn tổng hợp cho người nước ngoài",
    ),
    "한국도로교통공단": ("Korea Road Traffic Authority", "韩国道路交通公团", "Cơ quan Giao thông Đường bộ Hàn Quốc"),
}
_FLOOR: _Names = ("{n}F", "{n}层", "tầng {n}")
_BASEMENT: _Names = ("B{n}", "地下{n}层", "tầng hầm {n}")
_ROOM: _Names = ("Room {n}", "{n}室", "phòng {n}")
_COUNTER: _Names = ("Counter {n}", "{n}号窗口", "quầy {n}")

_FLOOR_SIGNS = re.compile(r"(?P<under>지하\s*)?(?P<n>\d{1,3})\s*층(?=\s|$)")
_ROOM_SIGNS = re.compile(r"(?P<n>\d{1,5}(?:[-~]\d{1,5})?)\s*호(?:실)?(?=\s|$)")
_COUNTER_SIGNS = re.compile(r"(?P<n>\d{1,3}(?:[-~]\d{1,3})?)\s*번\s*창구(?=\s|$)")
_NUMBERED_SIGNS = re.compile(r"제\s*(?P<n>\d{1,2})\s*(?P<kind>별관|청사)(?=\s|$)")
_OUTSIDE_SIGNS = re.compile(r"외부\s*(?:[(（](?P<who>[^()（）]*)[)）])?\s*$")
_WORD_AND_NUMBER = re.compile(r"(?P<word>.*?)(?P<number>\s+\d[\d-]*)?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in one language; an empty part is not said. `sign` is what is written on the door, in Korean.

    `outside` is what a directory says in brackets of what is not in the office's buildings.
    """

    building: str = ""
    floor: str = ""
    room: str = ""
    rest: str = ""
    sign: str = ""
    outside: str = ""

    def text(self, language: Language) -> str:
        """The whole place on one line."""
        parts = (self.building, self.floor, self.room, self.rest, self.outside)
        said = GUIDANCE_WORDS[language].between.join(part for part in parts if part)
        return said[:1].upper() + said[1:]

    def way(self, language: Language) -> str:
        """Where to walk to and what to look for there; "" where a floor or a door is not known."""
        words = GUIDANCE_WORDS[language]
        place = words.between.join(part for part in (self.building, self.floor) if part)
        if not place or not self.floor:
            return ""
        if self.sign:
            return words.way_to_room.format(place=place, sign=self.sign)
        return words.way_to_floor.format(place=place)


def place_in(location: str, language: Language) -> Place:
    """`location` of the directory in `language`; what is not known stays as it is, at the end."""
    left = " ".join(location.split())
    outside = _OUTSIDE_SIGNS.match(left)
    if outside is not None:
        return Place(outside=_others(outside["who"] or "", language))
    building, left = _building(left, language)
    floor = room = sign = ""
    if (found := _FLOOR_SIGNS.match(left)) is not None:
        floor = _said(found[0], _BASEMENT if found["under"] else _FLOOR, language, found["n"])
        left = left[found.end() :].strip()
    for signs, names in ((_ROOM_SIGNS, _ROOM), (_COUNTER_SIGNS, _COUNTER)):
        if (found := signs.match(left)) is not None:
            room, sign = _said(found[0], names, language, found["n"]), found[0]
            left = left[found.end() :].strip()
            break
    else:
        if left in _ROOMS:
            room, sign, left = _said(left, _ROOMS[left], language), left, ""
    return Place(building, floor, room, left, sign)


def _building(location: str, language: Language) -> tuple[str, str]:
    """The building that `location` begins with, and what follows it."""
    if (found := _NUMBERED_SIGNS.match(location)) is not None:
        said = _said(found[0], _NUMBERED[found["kind"]], language, found["n"])
        return said, location[found.end() :].strip()
    for name, names in _BUILDINGS.items():
        if location == name or location.startswith(name + " "):
            return _said(name, names, language), location[len(name) :].strip()
    return "", location


def _others(who: str, language: Language) -> str:
    """What stands in brackets behind 외부: known names, each with the number behind it."""
    said = []
    for part in who.split(","):
        found = _WORD_AND_NUMBER.match(part.strip())
        word, number = (found["word"], found["number"] or "") if found is not None else (part.strip(), "")
        said.append((_said(word, _OTHERS[word], language) if word in _OTHERS else word) + number)
    return ", ".join(said)


def _said(korean: str, names: _Names, language: Language, n: str = "") -> str:
    return korean if language is Language.KO else names[_LANGUAGES.index(language)].format(n=n)
