"""Words of the sheet of an improvement task (중점과제), in the two languages of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.improvements import ImprovementStatus, LinkKind
from app.domain.languages import ScreenLanguage


@dataclass(frozen=True, slots=True)
class ImprovementWords:
    """`linked` are the counts of what led to the task, with {n}; `quarter` holds {year} and {n}; `more` {n}."""

    title: str
    department: str
    period: str
    consulted: str
    not_consulted: str
    goal: str
    measure: str
    before: str
    after: str
    unmeasured: str
    reviews: str
    no_reviews: str
    review_due: str
    quarter: str
    more_reviews: str
    links: str
    linked: Mapping[LinkKind, str]
    more: str
    learned: str
    honoured: str
    printed: str
    statuses: Mapping[ImprovementStatus, str]


IMPROVEMENT_WORDS: Mapping[ScreenLanguage, ImprovementWords] = {
    ScreenLanguage.KO: ImprovementWords(
        title="중점과제",
        department="소관 부서",
        period="기간",
        consulted="사전 협의",
        not_consulted="아직 협의하지 않음",
        goal="목표",
        measure="전과 후",
        before="전",
        after="후",
        unmeasured="아직 재지 않음",
        reviews="분기 점검",
        no_reviews="아직 점검하지 않았습니다.",
        review_due="{quarter} 점검을 아직 하지 않았습니다.",
        quarter="{year}년 {n}분기",
        more_reviews="앞선 점검 {n}번",
        links="이 과제가 나온 곳",
        linked={LinkKind.CARD: "게시판 쪽지 {n}장", LinkKind.CASE: "민원 {n}건"},
        more="그 밖 {n}건",
        learned="배운 점",
        honoured="모범 실패: 뜻한 대로 되지 않았지만, 제대로 해 보고 배운 것을 함께 기립니다.",
        printed="인쇄 {by} {at}",
        statuses={
            ImprovementStatus.CONSULTING: "사전 협의",
            ImprovementStatus.ON_TRACK: "정상 추진",
            ImprovementStatus.DELAYED: "지연",
            ImprovementStatus.DONE: "완료",
            ImprovementStatus.EXEMPLARY_FAILURE: "모범 실패",
            ImprovementStatus.STOPPED: "중단",
        },
    ),
    ScreenLanguage.EN: ImprovementWords(
        title="Improvement task",
        department="Department",
        period="Period",
        consulted="Consulted first",
        not_consulted="not yet",
        goal="Goal",
        measure="Before and after",
        before="before",
        after="after",
        unmeasured="not measured yet",
        reviews="Quarterly reviews",
        no_reviews="No review yet.",
        review_due="The review of {quarter} is still missing.",
        quarter="{year} Q{n}",
        more_reviews="{n} earlier reviews",
        links="Where it came from",
        linked={LinkKind.CARD: "cards of the board: {n}", LinkKind.CASE: "cases: {n}"},
        more="{n} more",
        learned="What was learned",
        honoured="Exemplary failure: it did not work, it was tried properly, and what it taught is honoured.",
        printed="Printed by {by} {at}",
        statuses={
            ImprovementStatus.CONSULTING: "Consulting",
            ImprovementStatus.ON_TRACK: "On track",
            ImprovementStatus.DELAYED: "Delayed",
            ImprovementStatus.DONE: "Done",
            ImprovementStatus.EXEMPLARY_FAILURE: "Exemplary failure",
            ImprovementStatus.STOPPED: "Stopped",
        },
    ),
}
