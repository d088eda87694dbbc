"""Visit → slip → survey → daily figures and sheet, with the real command line and the real survey server."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from app.commands.survey_client import SurveyClient
from app.config.paths import Home
from tests.support.command_line import minwon, serving
from tests.support.offices import PASSPHRASE

CONTENT: dict[str, tuple[str, ...]] = {
    "Q1_KIND": ("5",),
    "Q2_ROUTE": ("ONCE",),
    "Q3_EXPLAIN": ("4",),
    "Q4_SPEED": ("5",),
    "Q5_FAIR": ("5",),
    "Q6_TROUBLE": ("NONE",),
    "Q7_INTEGRITY": ("NONE",),
    "Q8_OVERALL": ("5",),
    "Q9_COMMENT": ("",),
}
UNHAPPY = {**CONTENT, "Q2_ROUTE": ("MOVED2",), "Q6_TROUBLE": ("PASSIVE",), "Q8_OVERALL": ("1",)}


def _visits_with_slips(home: Home, tmp_path: Path, services: Sequence[str]) -> list[dict[str, Any]]:
    visits = [minwon(home.root, "visit", "register", "--service", s, login="clerk1").one for s in services]
    for visit in visits:
        out = str(tmp_path / f"{visit['number']}.pdf")
        assert minwon(home.root, "receipt", visit["visit_id"], "--out", out, login="clerk1").code == 0
    return visits


def _summary(home: Home, day: str, *arguments: str) -> dict[str, Any]:
    return minwon(home.root, "summary", "--date", day, *arguments, login="supervisor1").one


def _today(home: Home) -> str:
    from app.domain.clocks import office_day
    from app.services.clock import system_clock

    assert home.database.exists()
    return office_day(system_clock()).isoformat()


def test_from_the_visit_to_the_sheet(home: Home, tmp_path: Path) -> None:
    day = _today(home)
    visits = _visits_with_slips(home, tmp_path, ["PASSPORT", "SEAL", "LOCALTAX", "PASSPORT", "SEAL", "CARREG", "SEAL"])
    minwon(home.root, "visit", "finish", visits[-1]["visit_id"], login="clerk1")
    with serving(home.root) as address:
        client = SurveyClient(address)
        steps: list[dict[str, Any]] = [_summary(home, day)]
        for visit, answers in zip(visits, [CONTENT] * 4 + [UNHAPPY] * 2 + [CONTENT], strict=True):
            assert client.answer(visit["survey_url"], answers) == 200
            steps.append(_summary(home, day))
        assert client.answer(visits[0]["survey_url"], UNHAPPY) == 410
        assert client.answer(visits[0]["survey_url"][:-4] + "AAAA", CONTENT) == 404
    assert [step["surveys_answered"] for step in steps] == list(range(8))
    assert [step["satisfied_share"] for step in steps] == [None] * 5 + [0.8] * 3
    assert [step["route_success"] for step in steps] == [None] * 5 + [0.8] * 3
    assert [step["scored_answers"] for step in steps] == [0] * 5 + [5] * 3
    last = steps[-1]
    assert (last["visits"], last["done"], last["slips_printed"], last["response_rate"]) == (7, 7, 7, 1.0)
    assert last["provisional"] is True
    items = {item["id"]: item for item in last["items"]}
    assert items["Q8_OVERALL"]["score"] == 80.0
    assert items["Q6_TROUBLE"]["shares"]["PASSIVE"] == 0.2
    assert items["Q7_INTEGRITY"]["score"] is None
    assert sum(row["visits"] for row in last["by_service"]) == 7
    assert all(row["satisfied_share"] is None for row in last["department_scores"])
    sheet = tmp_path / "sheet.pdf"
    assert {**_summary(home, day, "--out", str(sheet))} == last
    document = pypdfium2.PdfDocument(sheet.read_bytes())
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    for words in ("민원 일일 현황", "담당", "팀장", "과장", "최은영", "감사담당관만 봅니다", "80.0"):
        assert words in text
    store = b"".join(path.read_bytes() for path in home.survey.iterdir())
    for visit in visits:
        assert visit["visit_id"].encode() not in store
        assert visit["survey_url"].rsplit("/", 1)[1].encode() not in store


def test_what_is_said_about_money_reaches_the_auditor_alone(home: Home, tmp_path: Path) -> None:
    (visit,) = _visits_with_slips(home, tmp_path, ["BUILDPERMIT"])
    with serving(home.root) as address:
        client = SurveyClient(address)
        url = visit["survey_url"]
        trouble = {**CONTENT, "Q7_INTEGRITY": ("ASKED", "RUDE_POWER")}
        status, second_page = client.send(url, client.page(url), trouble)
        assert status == 200
        assert "second_text" in second_page
        assert _summary(home, _today(home))["surveys_answered"] == 0
        told = {"second_text": ("창구에서 돈 봉투를 요구했습니다",), "action": ("send",)}
        assert client.send(url, second_page, told)[0] == 200
        assert client.send(url, second_page, told)[0] == 200
        assert _summary(home, _today(home))["surveys_answered"] == 1
    sealed = minwon(home.root, "sealed", "list", login="auditor1", env={"MINWON_AUDIT_PASSPHRASE": PASSPHRASE}).lines
    assert [(line["department"], sorted(line["q7"]), line["text"]) for line in sealed] == [
        ("건축과", ["ASKED", "RUDE_POWER"], "창구에서 돈 봉투를 요구했습니다")
    ]
    assert sealed[0]["received_on"] == _today(home)
    everything = b"".join(path.read_bytes() for path in home.root.rglob("*") if path.is_file())
    assert "돈 봉투".encode() not in everything
    assert b"RUDE_POWER" not in (home.survey / "answers.db").read_bytes()


def test_without_an_audit_key_the_question_is_not_asked(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    minwon(home.root, "init", "--sample", "--password", "minwon")
    (visit,) = _visits_with_slips(home, tmp_path, ["SEAL"])
    with serving(home.root) as address:
        client = SurveyClient(address)
        assert "Q7_INTEGRITY" not in client.page(visit["survey_url"])
        without = {name: values for name, values in CONTENT.items() if name != "Q7_INTEGRITY"}
        assert client.answer(visit["survey_url"], without) == 200
    assert _summary(home, _today(home))["surveys_answered"] == 1
    ran = minwon(home.root, "sealed", "list", login="auditor1", env={"MINWON_AUDIT_PASSPHRASE": PASSPHRASE})
    assert (ran.code, ran.out) == (3, "")


def test_a_made_day_is_the_same_day_for_the_same_seed(home: Home) -> None:
    ran = minwon(home.root, "simulate", "--visits", "5", "--seed", "3", login="clerk1")
    assert len(ran.lines) == 5
    services = [visit["service"] for visit in minwon(home.root, "visit", "list", login="clerk1").lines]
    choice = random.Random(3)
    codes = [line["code"] for line in minwon(home.root, "service", "list").lines]
    expected = []
    for _ in range(5):
        expected.append(choice.choice(codes))
        choice.choice(range(4))
    assert services == expected
