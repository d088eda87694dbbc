"""The survey server on a shared file: answers go in and to nobody, keys and figures come out."""

from __future__ import annotations

import json
import secrets
import uuid
from datetime import date

import pytest

from app.crypto.signing import key_id
from app.domain.shared_survey import SurveyAnswer, SurveyKey
from app.sync.hubs import open_survey
from tests.support.hubs import DAY, OFFICE_NAME, FileKit


def answer(number: int = 1) -> SurveyAnswer:
    body = json.dumps({"answers": {"Q1": ["5"]}, "comment": "", "sealed": False})
    return SurveyAnswer(str(uuid.UUID(int=number)), DAY, 1, 2, "ko", body, bytes(64))


def test_answers_are_kept_once_and_go_to_no_counter(file_kit: FileKit) -> None:
    survey, counter = open_survey(file_kit.address, None), file_kit.admitted()
    survey.submit_answers([answer(2), answer(1)])
    survey.submit_answers([answer(1), answer(3)])
    assert file_kit.stored("SELECT id FROM survey_answer ORDER BY id") == [(answer(n).id,) for n in (1, 2, 3)]
    assert {entity for entity, _ in counter.catch_up()} == {"counter"}


def test_what_the_pages_need_comes_from_the_counters_documents(file_kit: FileKit) -> None:
    survey, counter = open_survey(file_kit.address, None), file_kit.admitted()
    empty = survey.survey_keys()
    assert (empty.office, empty.slip_days, empty.timezone, empty.audit_public) == (OFFICE_NAME, 7, "Asia/Seoul", None)
    other = file_kit.joined("B")
    audit = secrets.token_bytes(32)
    settings = {"name": "한빛구청", "survey_host": "survey.hanbit.go.kr", "slip_days": 10, "timezone": "Asia/Seoul"}
    places = {"phone": "02-120", "phones": ["02-120", "1588-0000"]}
    counter.push(
        counter.create("office_setting", "office", settings),
        counter.create("department", "D001", {"number": 1, "name": "민원과", **places}),
        counter.create("audit_key", "auditor1", {"public": audit.hex()}),
    )
    file_kit.owner.remove(other.home, date(2026, 12, 31))
    keys = survey.survey_keys()
    assert (keys.office, keys.host, keys.slip_days) == ("한빛구청", "survey.hanbit.go.kr", 10)
    assert (keys.phones, keys.departments, keys.audit_public) == (("02-120", "1588-0000"), {1: "민원과"}, audit)
    assert keys.counters == (
        SurveyKey(key_id(counter.public_key), counter.public_key),
        SurveyKey(key_id(other.public_key), other.public_key, date(2026, 12, 31)),
    )


def test_figures_reach_every_counter_and_change_nothing_when_they_are_the_same(file_kit: FileKit) -> None:
    survey, counter = open_survey(file_kit.address, None), file_kit.admitted()
    survey.publish_figures(DAY, '{"office": {"Q1": [0, 0, 5]}}')
    assert counter.document("survey_day", "2026-11-20").fields == {"office": {"Q1": [0, 0, 5]}}
    survey.publish_figures(DAY, '{"office": {"Q1": [0, 0, 5]}}')
    assert counter.document("survey_day", "2026-11-20").version == 1
    survey.publish_figures(DAY, '{"office": {"Q1": [0, 5, 5]}}')
    found = counter.document("survey_day", "2026-11-20")
    assert (found.version, found.fields) == (2, {"office": {"Q1": [0, 5, 5]}})
    assert "conflict" not in {entity for entity, _ in counter.replica}


def test_figures_are_an_object(file_kit: FileKit) -> None:
    with pytest.raises(ValueError, match="object"):
        open_survey(file_kit.address, None).publish_figures(DAY, "[1]")
