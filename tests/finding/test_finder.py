"""What the finder answers, why, and when it keeps still."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import replace

import pytest

from app.domain.directory import Choice, LifeEvent, LifeStep, Question, Task, TaskForm
from app.domain.finding import Lesson, Reason
from app.finding.finder import Finder
from tests.finding.directories import language, sample_finder, sample_tasks, task_named

PASSPORT = "여권 신규·재발급 신청 및 교부"


def desks(query: str, limit: int = 5) -> list[str]:
    return [answer.task.department for answer in sample_finder().find(query, limit).answers]


# ------------------------------------------------------------------------------------------------------ what was said


@pytest.mark.parametrize(
    ("said", "department"),
    [
        ("엄마가 어제 돌아가셨는데 신고하러 왔어요", "민원여권과"),
        ("집앞에맨날차를대놔서못나가요", "주차관리과"),
        ("쓰래기 안가져가요", "청소행정과"),
        ("passport renew please", "민원여권과"),
        ("가로등 불이 나갔어예", "도로과"),
        ("빵집에서 산 빵에 곰팡이가 있어요", "위생과"),
    ],
)
def test_everyday_words_lead_to_the_desk(said: str, department: str) -> None:
    found = sample_finder().find(said)
    assert found.answers[0].task.department == department
    assert found.confident


def test_what_is_not_in_the_building_is_told_with_its_number() -> None:
    found = sample_finder().find("운전면허 갱신하려고요")
    assert found.answers[0].task.outside
    assert found.answers[0].task.department == "운전면허시험장"
    assert found.confident


def test_the_first_three_answers_are_three_desks_and_the_rest_follows_by_what_fits() -> None:
    found = sample_finder().find("여권 잃어버렸어요", 5)
    first = [answer.task.department for answer in found.answers[:3]]
    assert len(set(first)) == 3
    assert [answer.task.department for answer in found.answers[3:]].count("민원여권과") >= 1


def test_scores_lie_between_nothing_and_one_and_limits_are_kept() -> None:
    found = sample_finder().find("여권", 4)
    assert len(found.answers) == 4
    assert all(0 < answer.score <= 1 for answer in found.answers)
    assert sample_finder().find("여권", 0).answers == ()
    assert sample_finder().find("여권", -1).answers == ()
    assert len(sample_finder().find("여권", 1000).answers) <= len(sample_tasks())


def test_a_decomposed_query_is_the_same_query() -> None:
    for said in ("여권 재발급", "할머니 장례 치르고 왔어요"):
        whole, apart = sample_finder().find(said), sample_finder().find(unicodedata.normalize("NFD", said))
        assert [answer.task.id for answer in whole.answers] == [answer.task.id for answer in apart.answers]


def test_the_words_that_carried_it_are_told() -> None:
    why = sample_finder().find("저기요 그 여권 때문에 왔는데요").answers[0].why
    assert why.reason in (Reason.WORDS, Reason.KEYWORD)
    assert "여권" in why.parts
    assert "저기요" not in why.parts


# --------------------------------------------------------------------------------------------------- letters and keys


@pytest.mark.parametrize(
    ("typed", "department"),
    [("ㅈㅊㄷㅅ", "주차관리과"), ("ㅇㄱㅈㅂㄱ", "민원여권과"), ("여ㄱ", "민원여권과"), ("ㅂㄱㅈ", "보건행정과")],
)
def test_first_consonants(typed: str, department: str) -> None:
    found = sample_finder().find(typed)
    assert found.answers[0].task.department == department
    assert found.answers[0].why.reason is Reason.CHOSEONG
    assert found.confident


def test_first_consonants_of_nothing_are_not_told() -> None:
    assert not sample_finder().find("ㅋㅋㅋㅋㅋㅋㅋ").confident
    assert not sample_finder().find("ㅁㄴㅇㄹ").confident


@pytest.mark.parametrize(
    ("typed", "meant", "department"),
    [
        ("durnjs", "여권", "민원여권과"),
        ("wkehdck emdfhr", "자동차 등록", "교통행정과"),
        ("ㅔㅁㄴ네ㅐㄳ", "passport", "민원여권과"),
    ],
)
def test_the_other_keyboard_mode(typed: str, meant: str, department: str) -> None:
    found = sample_finder().find(typed)
    assert found.answers[0].task.department == department
    assert found.answers[0].why.reason is Reason.KEYBOARD
    assert found.answers[0].why.parts == (meant,)


def test_english_stays_english() -> None:
    assert sample_finder().find("marriage registration").answers[0].why.reason is not Reason.KEYBOARD


def test_answers_come_from_the_first_letter_on() -> None:
    word = "여권"
    for typed in ("ㅇ", "여", "역", "여궈", word):
        found = sample_finder().find(typed)
        assert found.answers, typed
    assert desks("여궈")[0] == "민원여권과"


# -------------------------------------------------------------------------------------------------- names and numbers


def test_the_name_of_a_department_or_team() -> None:
    for query in ("민원여권과", "민원여권과 전화번호 좀", "여권팀"):
        found = sample_finder().find(query)
        assert {answer.task.department for answer in found.answers[:2]} == {"민원여권과"}
        assert found.answers[0].why.reason is Reason.NAME
        assert found.confident


def test_an_official_whom_the_directory_names() -> None:
    tasks = [replace(task, form=replace(task.form, words="홍길동 주무관")) if task.title == PASSPORT else task
             for task in sample_tasks()]  # fmt: skip
    found = Finder(language(), tasks).find("홍길동 주무관 어디 있어요")
    assert found.answers[0].task.title == PASSPORT


@pytest.mark.parametrize("typed", ["02-000-4382", "020004382", "4382", " 02 000 4382 "])
def test_a_telephone_number(typed: str) -> None:
    found = sample_finder().find(typed)
    assert {answer.task.form.team for answer in found.answers} == {"여권팀"}
    assert found.answers[0].why.reason is Reason.PHONE
    assert found.confident


def test_a_number_of_nobody_is_not_told() -> None:
    assert not sample_finder().find("98765432").confident


# -------------------------------------------------------------------------------------------------- learned, questions


def test_a_lesson_comes_first_for_whose_it_is() -> None:
    other = "task-5"
    taught = sample_finder().with_lessons([Lesson("그 파란 거", "task-9"), Lesson("그 파란 거", other, "kim")])
    everybody, own = taught.find("그 파란 거"), taught.find("그 파란 거", login="kim")
    assert everybody.answers[0].task.id == "task-9"
    assert own.answers[0].task.id == other
    assert everybody.answers[0].why.reason is Reason.LEARNED
    assert everybody.confident
    assert own.answers[1].task.id == "task-9"


@pytest.mark.parametrize(
    "asked", ["그파란수첩 것!", "그 파란 수첩 거", "그 파란 수첩 것 주세요", "그 파랑 수첩 것", "그 파란 수첩"]
)
def test_a_lesson_is_known_again_when_a_letter_or_the_ending_differs(asked: str) -> None:
    taught = sample_finder().with_lessons([Lesson("그 파란 수첩 것", "task-9")])
    assert taught.find(asked).answers[0].task.id == "task-9"
    assert sample_finder().find(asked).answers[0].task.id != "task-9"


def test_a_short_lesson_is_not_stretched() -> None:
    taught = sample_finder().with_lessons([Lesson("여권", "task-9")])
    assert taught.find("여권").answers[0].task.id == "task-9"
    assert taught.find("여관").answers[0].why.reason is not Reason.LEARNED


def test_lessons_of_tasks_that_are_gone_are_passed_over() -> None:
    taught = sample_finder().with_lessons([Lesson("여권 재발급", "gone")])
    assert taught.find("여권 재발급").answers[0].task.department == "민원여권과"


def test_a_question_decides_between_two_desks() -> None:
    choices = (
        Choice("속도나 신호", task_named("교통법규 위반 범칙금·과태료(속도·신호)").id),
        Choice("주차", task_named("주정차위반 과태료 부과·의견진술").id),
        Choice("쓰레기나 담배꽁초", task_named("쓰레기 무단투기 단속·과태료").id),
    )
    question = Question("q", "무엇을 어겨서 나온 고지서인가요?", choices)
    finder = Finder(language(), sample_tasks(), [question])
    assert finder.find("과태료").question == question
    assert finder.find("여권 재발급").question is None
    without = Finder(language(), sample_tasks(), [replace(question, active=False)])
    assert without.find("과태료").question is None


def test_one_word_that_could_mean_several_desks_is_asked_about() -> None:
    fines = ("교통법규 위반 범칙금·과태료(속도·신호)", "주정차위반 과태료 부과·의견진술")
    registers = ("건축물대장·토지대장 등 공부 발급", "지적공부 발급(토지·임야대장, 지적도)")
    ticket, register = (
        Question(text, text, tuple(Choice(task_named(title).title[:6], task_named(title).id) for title in titles))
        for text, titles in (("어떤 딱지인가요?", fines), ("어떤 서류인가요?", registers))
    )
    finder = Finder(language(), sample_tasks(), [ticket, register])
    assert finder.find("딱지가 날아왔어요").question == ticket
    assert finder.find("대장 떼러 왔어요").question == register
    # The word says which of them it is.
    assert finder.find("속도위반").question is None
    assert finder.find("여권").question is None


def test_life_events_that_are_spoken_of() -> None:
    steps = (LifeStep("task-1", "신고"),)
    death = LifeEvent("e1", "사망", "아버지가 돌아가셨어요, 장례 치르고 왔어요", steps)
    moving = LifeEvent("e2", "이사", "이사 왔어요, 집을 옮겼어요", steps)
    finder = Finder(language(), sample_tasks(), events=[death, moving])
    assert finder.find("할머니 장례 치르고 왔는데 나라에 알려야 되죠").events == (death,)
    assert finder.find("어제 아버지가 돌아가셨어요").events == (death,)
    assert finder.find("여권 만들러 왔어요").events == ()


def test_what_is_not_active_is_not_found() -> None:
    tasks = [replace(task, active=task.department != "민원여권과") for task in sample_tasks()]
    found = Finder(language(), tasks).find("여권 재발급", 50)
    assert "민원여권과" not in {answer.task.department for answer in found.answers}


# ---------------------------------------------------------------------------------------------------------- bad input


BAD = [
    "", " ", "\0", "\t\n", "가" * 10_000, "a" * 10_000, "ㄱ" * 10_000, "1" * 10_000, " " * 10_000, "😀" * 500,
    "'; DROP TABLE task; --", ".*+?[](){}|^$\\", "%_%", "가\u200b나", "ㅏㅏㅏ", "한글 English 漢字 ภาษา Ελ", "\ud800",
    unicodedata.normalize("NFD", "여권 재발급" * 2000), "\u1100", "ﷺ" * 300, "-", "()", "+82", "～",
]  # fmt: skip


@pytest.mark.parametrize("query", BAD, ids=range(len(BAD)))
def test_any_text_is_answered_calmly_and_in_time(query: str) -> None:
    found, took = sample_finder().find(query), []
    for _ in range(3):
        start = time.thread_time()
        sample_finder().find(query)
        took.append(time.thread_time() - start)
    assert min(took) < 0.03
    assert len(found.query) <= 300
    if not any(sign.isalnum() for sign in query):
        assert found.answers == ()
        assert not found.confident


@pytest.mark.parametrize("tasks", [[], [Task("one", TaskForm("과", "일"))], [Task("x", TaskForm("과", "!!!"))]])
def test_the_smallest_directories(tasks: list[Task]) -> None:
    for query in ("", "일", "ㅇ", "여권 재발급", "dlf", "123", "과"):
        found = Finder(language(), tasks).find(query)
        assert len(found.answers) <= len(tasks)


def test_first_consonants_bring_nothing_that_merely_shares_some_of_them() -> None:
    titles = [answer.task for answer in sample_finder().find("ㅈㅊㄷㅅ").answers]
    assert titles
    assert all("주차" in f"{task.title} {task.form.team} {task.form.keywords}" for task in titles)


def test_an_event_is_nearer_where_its_things_to_do_are_asked_for() -> None:
    said = "할머니 장례 치르고 왔는데 나라에 알려야 되죠"
    first = sample_finder().find(said).answers[0].task.id
    event = LifeEvent("e", "사망", "장례식이 끝났어요", (LifeStep(first, "신고"),))
    another = replace(event, steps=(LifeStep("task-0", "신고"),))
    assert Finder(language(), sample_tasks(), (), [event]).find(said).events == (event,)
    assert Finder(language(), sample_tasks(), (), [another]).find(said).events == ()
