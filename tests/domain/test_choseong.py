"""Picking a service by letters, 초성, or a half-typed syllable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config.paths import resources
from app.domain.choseong import find_services, initials
from app.domain.offices import ServiceRecord
from app.services.founding import sample_office

SERVICES = sample_office(resources() / "sample").services


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("여권", "PASSPORT"),
        ("여", "PASSPORT"),
        ("ㅇㄱ", "SEAL"),
        ("ㅇㄱㅅㅊ", "PASSPORT"),
        ("ㅇㄱㅈㅁ", "SEAL"),
        ("등본", "RESREG"),
        ("ㅈㅇㅅㄱ", "MOVEIN"),
        ("전이", "MOVEIN"),
        ("전입ㅅ", "MOVEIN"),
        ("passport", "PASSPORT"),
        ("가족 관계", "FAMILY"),
        ("출생사망", "BIRTHDEATH"),
        ("이사", "MOVEIN"),
    ],
)
def test_the_best_fit_stands_first(typed: str, code: str) -> None:
    assert find_services(typed, SERVICES)[0].code == code


def test_both_readings_of_initials_are_offered() -> None:
    assert {"SEAL", "PASSPORT"} <= {service.code for service in find_services("ㅇㄱ", SERVICES)}


def test_nothing_typed_offers_all_and_nonsense_offers_none() -> None:
    assert find_services("", SERVICES) == SERVICES
    assert find_services("쀍", SERVICES) == ()
    assert find_services("··", SERVICES) == ()


@given(st.sampled_from(SERVICES), st.integers(1, 8))
def test_every_service_is_found_by_the_start_of_its_name_or_initials(service: ServiceRecord, letters: int) -> None:
    name = service.name.replace("·", "").replace(" ", "")
    assert service in find_services(name[:letters], SERVICES)
    assert service in find_services(initials(service.name)[:letters], SERVICES)


@given(st.text(max_size=12))
def test_no_typing_breaks_it(typed: str) -> None:
    assert set(find_services(typed, SERVICES)) <= set(SERVICES)
