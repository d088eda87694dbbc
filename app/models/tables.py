"""All tables of the home's database in one place, for migrations and repositories."""

from __future__ import annotations

from app.models.attachment import attachment
from app.models.audit import audit
from app.models.audit_key import audit_key
from app.models.base import metadata
from app.models.card import card
from app.models.case_file import case_file
from app.models.case_step import case_step
from app.models.conflict import conflict
from app.models.counter import counter
from app.models.day_rollup import day_rollup
from app.models.decisive_question import decisive_question
from app.models.department import department
from app.models.fetched_case import fetched_case
from app.models.finder_mark import finder_mark
from app.models.further_service import further_service
from app.models.guidance import guidance
from app.models.holiday import holiday
from app.models.home import home
from app.models.improvement import improvement, improvement_review
from app.models.incident import incident
from app.models.life_event import life_event
from app.models.office_setting import office_setting
from app.models.outbox import outbox
from app.models.person import person
from app.models.phrase_ruling import phrase_ruling
from app.models.precedent import precedent
from app.models.printed_sheet import printed_sheet
from app.models.re_review import re_review
from app.models.record_key import record_key
from app.models.recovery_code import recovery_code
from app.models.relabelled import relabelled
from app.models.replica import parked_document, replica
from app.models.search_change import search_change
from app.models.search_entry import search_entry
from app.models.service import service
from app.models.shared_day import day_elsewhere, survey_day
from app.models.shared_link import shared_link
from app.models.slip import slip
from app.models.slip_token import slip_token
from app.models.step_word import step_word
from app.models.task import task
from app.models.visit import visit
from app.models.visit_step import visit_step

__all__ = [
    "attachment",
    "audit",
    "audit_key",
    "card",
    "case_file",
    "case_step",
    "conflict",
    "counter",
    "day_elsewhere",
    "day_rollup",
    "decisive_question",
    "department",
    "fetched_case",
    "finder_mark",
    "further_service",
    "guidance",
    "holiday",
    "home",
    "improvement",
    "improvement_review",
    "incident",
    "life_event",
    "metadata",
    "office_setting",
    "outbox",
    "parked_document",
    "person",
    "phrase_ruling",
    "precedent",
    "printed_sheet",
    "re_review",
    "record_key",
    "recovery_code",
    "relabelled",
    "replica",
    "search_change",
    "search_entry",
    "service",
    "shared_link",
    "slip",
    "slip_token",
    "step_word",
    "survey_day",
    "task",
    "visit",
    "visit_step",
]
