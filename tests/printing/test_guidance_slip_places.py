"""Places, departments, events and papers in the other languages, and that the fonts can write all of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.config.paths import resources
from app.domain.languages import Language
from app.printing.fonts import Weight, faces, has_glyph
from app.printing.guidance_slip_names import department_in, event_in, names_in, paper_in
from app.printing.guidance_slip_places import place_in
from app.printing.guidance_slip_words import GUIDANCE_WORDS

FILES = {"names.tsv": "department", "event_names.tsv": "event", "paper_names.tsv": "paper"}
FOREIGN = (Language.EN, Language.ZH, Language.VI)
FINDER = resources() / "finder"


def rows_of(path: Path, delimiter: str = "\t") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


DIRECTORY = rows_of(resources() / "sample" / "directory.csv", ",")


@pytest.mark.parametrize(
    ("location", "english", "chinese", "vietnamese"),
    [
        ("본관 5층 501호", "Main Building, 5F, Room 501", "主楼 5层 501室", "Tòa nhà chính, tầng 5, phòng 501"),
        ("별관 2층", "Annex, 2F", "副楼 2层", "Nhà phụ, tầng 2"),
        ("제2별관 3층 330호", "Annex 2, 3F, Room 330", "第2副楼 3层 330室", "Nhà phụ 2, tầng 3, phòng 330"),
        (
            "보건소 별관 1층",
            "Public Health Center Annex, 1F",
            "保健所副楼 1层",
            "Nhà phụ Trung tâm Y tế, tầng 1",
        ),
        ("본관 지하 1층", "Main Building, B1", "主楼 地下1层", "Tòa nhà chính, tầng hầm 1"),
        ("본관 1층 3번 창구", "Main Building, 1F, Counter 3", "主楼 1层 3号窗口", "Tòa nhà chính, tầng 1, quầy 3"),
        ("5층 501-1호", "5F, Room 501-1", "5层 501-1室", "Tầng 5, phòng 501-1"),
        ("본관 3층 대강당", "Main Building, 3F, 대강당", "主楼 3层 대강당", "Tòa nhà chính, tầng 3, 대강당"),
        ("외부(국세상담)", "National tax advice", "国税咨询", "Tư vấn thuế quốc gia"),
        (
            "외부(긴급 112, 상담 182)",
            "Emergency 112, advice 182",
            "紧急 112, 咨询 182",
            "Khẩn cấp 112, tư vấn 182",
        ),
        ("외부(한강유역청)", "한강유역청", "한강유역청", "한강유역청"),
        ("외부", "", "", ""),
        ("가온로 12", "가온로 12", "가온로 12", "가온로 12"),
        ("본관옆 천막", "본관옆 천막", "본관옆 천막", "본관옆 천막"),
        ("", "", "", ""),
    ],
)
def test_places(location: str, english: str, chinese: str, vietnamese: str) -> None:
    said = [place_in(location, language).text(language) for language in FOREIGN]
    assert said == [english, chinese, vietnamese]


@pytest.mark.parametrize("location", sorted({row["location"] for row in DIRECTORY}))
def test_a_korean_slip_says_the_directorys_own_words(location: str) -> None:
    said = place_in(location, Language.KO).text(Language.KO)
    assert said == (location.removeprefix("외부").strip("()") if location.startswith("외부") else location)


@pytest.mark.parametrize("language", FOREIGN)
def test_every_place_of_a_building_in_the_sample_is_known(language: Language) -> None:
    places = [place_in(row["location"], language) for row in DIRECTORY]
    assert {place.rest for place in places if place.building} == {""}
    assert sum(bool(place.building or place.outside) for place in places) > 0.95 * len(places)


def test_ways_name_the_floor_and_the_sign_on_the_door() -> None:
    assert place_in("본관 5층 501호", Language.KO).way(Language.KO) == "본관 5층에서 ‘501호’ 문패를 찾으세요."
    assert place_in("의회동 2층", Language.KO).way(Language.KO) == "의회동 2층으로 가세요."
    assert place_in("의회동 2층", Language.ZH).way(Language.ZH) == "请到议会楼 2层。"
    assert place_in("본관 5층 501호", Language.VI).way(Language.VI) == "Đến tòa nhà chính, tầng 5 và tìm biển “501호”."
    for location in ("가온로 12", "외부", "본관", ""):
        assert place_in(location, Language.EN).way(Language.EN) == ""


@pytest.mark.parametrize("language", FOREIGN)
def test_every_department_of_the_sample_has_a_name(language: Language) -> None:
    missing = {row["department"] for row in DIRECTORY if not department_in(row["department"], language)}
    assert missing == set()
    assert department_in("없는과", language) == ""
    assert department_in("온누리동주민센터", language) == department_in("동주민센터", language)
    assert department_in("감사담당관", Language.KO) == ""


@pytest.mark.parametrize("language", FOREIGN)
def test_every_life_event_has_a_name(language: Language) -> None:
    events = {row["event"] for row in rows_of(FINDER / "life_events.tsv")}
    assert {event for event in events if not event_in(event, language)} == set()


def test_the_names_of_papers_are_of_papers_in_use() -> None:
    used = {paper for row in rows_of(FINDER / "papers.tsv") for paper in row["papers"].split(" | ")}
    named = set(names_in("paper_names.tsv", "paper"))
    assert len(named & used) > 90
    assert paper_in("신분증", Language.VI) == "Giấy tờ tùy thân · 신분증"
    assert paper_in("없는 서류", Language.VI) == "없는 서류"
    assert paper_in("신분증", Language.KO) == "신분증"


@pytest.mark.parametrize("name", FILES)
def test_each_row_has_all_languages_and_stands_once(name: str) -> None:
    rows = rows_of(FINDER / name)
    keys = [row[FILES[name]] for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(row[language.value].strip() for row in rows for language in FOREIGN)


def words() -> str:
    """Everything that is ever written by these modules, but for the directory's own words."""
    named = "".join("".join(row.values()) for name in FILES for row in rows_of(FINDER / name))
    own = "".join(getattr(words, name) for words in GUIDANCE_WORDS.values() for name in words.__dataclass_fields__)
    locations = {row["location"] for row in DIRECTORY}
    places = "".join(place_in(location, language).text(language) for location in locations for language in Language)
    return named + own + places


@pytest.mark.parametrize("weight", Weight)
def test_every_character_has_a_form_and_hanzi_stand_in_the_chinese_font(weight: Weight) -> None:
    written = {character for character in words() if not character.isspace()}
    assert {character for character in written if not has_glyph(character, weight)} == set()
    hanzi = {character for character in written if "\u4e00" <= character <= "\u9fff"}
    assert len(hanzi) > 200
    assert {character for character in hanzi if ord(character) not in faces(weight)[1].widths} == set()
