"""minwon shared survey-login, survey share, keys and take-keys, over both kinds of shared side, as processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from app.commands.survey_client import SurveyClient
from app.config.paths import Home
from app.domain.clocks import office_day
from app.domain.sharing import SharedKind
from tests.support.command_line import ROOT, environment, minwon, serving
from tests.support.postgres import postgres_cluster as postgres_cluster
from tests.support.shared_places import FilePlace, PostgresPlace

AnyPlace = FilePlace | PostgresPlace


@pytest.fixture(params=list(SharedKind))
def place(request: pytest.FixtureRequest, home: Home, tmp_path: Path) -> AnyPlace:
    """A shared side that the home has begun."""
    made: AnyPlace
    if request.param is SharedKind.FILE:
        made = FilePlace(tmp_path / "share")
    else:
        made = PostgresPlace(request.getfixturevalue("postgres_cluster"))
    assert minwon(home.root, "shared", "init", made.url, login="admin", env=made.env).code == 0
    return made


def survey_url(home: Home, place: AnyPlace) -> tuple[str, dict[str, str]]:
    """What the survey server's administrator types, and the surroundings with the password."""
    login = minwon(home.root, "shared", "survey-login", login="admin", env=place.env).one
    if isinstance(place, FilePlace):
        assert login == {"user": None, "password": None}
        return place.url, {}
    assert login["user"].startswith("minwon_s_")
    parts = urlsplit(place.url)
    url = f"postgresql://{quote(login['user'])}@{parts.hostname}:{parts.port}{parts.path}"
    return url, {"MINWON_SHARED_PASSWORD": login["password"]}


def test_a_survey_server_is_made_from_the_shared_side_and_shares_while_it_serves(
    home: Home, place: AnyPlace, tmp_path: Path
) -> None:
    url, env = survey_url(home, place)
    store, nobody = tmp_path / "server", tmp_path / "nobody"
    shared = ("survey", "share", url, "--store", str(store))
    first = minwon(nobody, *shared, env=env)
    assert (first.code, first.one) == (0, {"keys_changed": True, "answers": 0, "days": 0}), first.err
    assert minwon(nobody, *shared, env=env).one["keys_changed"] is False
    visit = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    with serving(nobody, "--store", str(store)) as address:
        answers = {"Q1_KIND": ("5",), "Q2_ROUTE": ("ONCE",), "Q3_EXPLAIN": ("4",), "Q4_SPEED": ("5",)}
        answers |= {"Q5_FAIR": ("5",), "Q6_TROUBLE": ("NONE",), "Q7_INTEGRITY": ("NONE",), "Q8_OVERALL": ("5",)}
        assert SurveyClient(address).answer(visit["survey_url"], answers) == 200
        assert minwon(nobody, *shared, env=env).one == {"keys_changed": False, "answers": 0, "days": 1}
    assert minwon(home.root, "sync", "once").code == 0
    day = office_day(datetime.fromisoformat(visit["registered_at"])).isoformat()
    assert minwon(home.root, "summary", "--date", day, login="supervisor1").one["surveys_answered"] == 1
    password = env.get("MINWON_SHARED_PASSWORD", "minwon_s_")
    assert not any(password.encode() in path.read_bytes() for path in store.iterdir())
    assert not nobody.exists()


def test_sharing_again_and_again_ends_when_told_to(home: Home, place: AnyPlace, tmp_path: Path) -> None:
    url, env = survey_url(home, place)
    command = [sys.executable, "-m", "app", "survey", "share", url, "--store", str(tmp_path / "s"), "--every", "1"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(env), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"keys_changed": True, "answers": 0, "days": 0}
        process.send_signal(signal.SIGTERM)
        assert (*process.communicate(timeout=30), process.returncode) == ("", "", 0)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def test_serving_with_a_shared_side_goes_on_when_that_is_gone(home: Home, place: AnyPlace, tmp_path: Path) -> None:
    url, env = survey_url(home, place)
    store = tmp_path / "server"
    assert minwon(home.root, "survey", "export-keys", str(store)).code == 0
    visit = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    with pytest.MonkeyPatch.context() as surroundings:
        for name, value in env.items():
            surroundings.setenv(name, value)
        with place.cut(), serving(tmp_path / "none", "--store", str(store), "--shared", url) as address:
            assert "Q8_OVERALL" in SurveyClient(address).page(visit["survey_url"])


def test_what_cannot_be_shared_says_so(home: Home, place: AnyPlace, tmp_path: Path) -> None:
    url, env = survey_url(home, place)
    store = str(tmp_path / "s")
    with place.cut():
        refused = minwon(tmp_path, "survey", "share", url, "--store", store, env=env)
        assert (refused.code, refused.out) == (4, "")
        assert "공유" in refused.err
    if env:
        wrong = minwon(tmp_path, "survey", "share", url, "--store", store, env={"MINWON_SHARED_PASSWORD": "wrong"})
        assert (wrong.code, wrong.out) == (3, "")
    assert minwon(home.root, "shared", "survey-login", login="supervisor1", env=place.env).code == 3


def test_keys_are_carried_as_a_file(home: Home, tmp_path: Path) -> None:
    """An office without any shared side carries them just the same."""
    file, store = tmp_path / "keys.json", tmp_path / "server"
    told = minwon(home.root, "survey", "keys", "--out", str(file), login="admin")
    assert (told.code, told.one) == (0, {"file": str(file), "counters": 1}), told.err
    taken = minwon(tmp_path, "survey", "take-keys", str(file), "--store", str(store))
    assert (taken.code, taken.one) == (0, {"store": str(store), "changed": True}), taken.err
    visit = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    with serving(tmp_path / "none", "--store", str(store)) as address:
        assert "Q8_OVERALL" in SurveyClient(address).page(visit["survey_url"])
    file.write_text(file.read_text(encoding="utf-8").replace("Asia/Seoul", "Asia/Tokyo"), encoding="utf-8")
    refused = minwon(tmp_path, "survey", "take-keys", str(file), "--store", str(store))
    assert (refused.code, refused.out) == (2, "")
    assert "서명" in refused.err
    assert minwon(home.root, "survey", "keys", "--out", str(file), login="clerk1").code == 3
    assert (home.keys / "office.key").stat().st_mode & 0o777 == 0o600
