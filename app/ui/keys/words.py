"""What every key does, screen by screen. A new key of a screen is one line here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action, Actor
from app.ui.shared.places import ScreenName

translate = QCoreApplication.translate
Keys = list[tuple[str, str]]


def keys_everywhere(*, shared: bool = False) -> Keys:
    """Keys of the window itself; `shared`: this home has a shared side."""
    sharing = [("Ctrl+B", translate("Keys", "공유 상태 · 두 값 정하기"))] if shared else []
    return [
        ("F1", translate("Keys", "단축키 · 한 번 더: 사용 안내")),
        ("F10", translate("Keys", "직원 교대: 숫자와 비밀번호")),
        ("F12", translate("Keys", "자리 비움")),
        ("Ctrl+K", translate("Keys", "내 비밀번호 바꾸기")),
        ("Ctrl+L", translate("Keys", "로그아웃")),
        *sharing,
        ("Tab", translate("Keys", "다음 칸으로")),
    ]


def keys_of(screen: ScreenName | None, actor: Actor) -> Keys:
    """Keys of one screen, those this role may use."""
    match screen:
        case ScreenName.COUNTER:
            return counter_keys()
        case ScreenName.RECEPTION:
            return reception_keys()
        case ScreenName.FINDER:
            return finder_keys()
        case ScreenName.DAILY_SHEET if actor.may(Action.SEE_FIGURES):
            return figure_keys()
        case ScreenName.INTEGRITY:
            return integrity_keys()
        case ScreenName.OFFICE:
            return office_keys()
        case ScreenName.GUIDE:
            return guide_keys()
    return []


def counter_keys() -> Keys:
    """Keys of the counter screen: the form first, then whoever waits, then the list."""
    return [
        *form_keys(),
        ("Enter", translate("Keys", "접수하고 접수증 출력")),
        ("Ctrl+Enter", translate("Keys", "접수증 없이 접수")),
        ("Ctrl+Z", translate("Keys", "방금 접수 되돌리기")),
        ("Ctrl+T / Ctrl+E", translate("Keys", "저장 못 한 접수: 다시 시도 / 되살리기")),
        ("F5", translate("Keys", "다음 분 호출 · 오시면 처리 시작")),
        ("F8", translate("Keys", "처리 끝")),
        ("Ctrl+H", translate("Keys", "다른 창구로 넘기기")),
        ("Ctrl+G", translate("Keys", "그냥 가신 분")),
        ("Ctrl+F", translate("Keys", "목록에서 찾기")),
        ("Ctrl+R", translate("Keys", "고른 접수증 다시 출력")),
        (translate("Keys", "목록에서 Enter"), translate("Keys", "실패한 접수증 다시 출력")),
        ("Ctrl+J", translate("Keys", "업무 정정")),
        ("Ctrl+N", translate("Keys", "나중 입력: 정전 때 종이에 적은 접수")),
        ("Alt+← →  Alt+Home", translate("Keys", "지난날 목록 · 오늘로")),
        ("Ctrl+D", translate("Keys", "목록 날짜 입력")),
    ]


def reception_keys() -> Keys:
    """Keys of the reception desk."""
    return [
        *form_keys(),
        ("Ctrl+0 – 9", translate("Keys", "호출할 창구 고르기")),
        ("Enter", translate("Keys", "대기 등록하고 접수증 출력")),
        ("Ctrl+Enter", translate("Keys", "접수증 없이 대기 등록")),
        ("Ctrl+Z", translate("Keys", "방금 접수 되돌리기")),
        ("Ctrl+F", translate("Keys", "기다리는 분 목록으로")),
        ("Ctrl+H", translate("Keys", "다른 창구로 넘기기")),
        ("Ctrl+G", translate("Keys", "그냥 가신 분")),
        ("Ctrl+R", translate("Keys", "고른 접수증 다시 출력")),
    ]


def finder_keys() -> Keys:
    """Keys of the finder: the line first, then what is done for the citizen, then what became of it."""
    return [
        (translate("Keys", "글자"), translate("Keys", "하신 말씀으로 부서 찾기")),
        ("↑ ↓", translate("Keys", "찾은 곳 가운데 고르기")),
        ("Alt+1 – 5", translate("Keys", "물음에 하신 대답")),
        ("Enter", translate("Keys", "안내함: 말로 알려 드림")),
        ("Ctrl+P", translate("Keys", "안내문 출력")),
        ("Ctrl+G", translate("Keys", "안내문 언어")),
        ("Ctrl+Enter", translate("Keys", "받는 창구에 가신다고 알리기")),
        ("Ctrl+1 · 3 · 8", translate("Keys", "이송: 1 · 3 · 8시간 시계 시작")),
        ("Ctrl+E", translate("Keys", "살면서 생기는 일: 할 일을 차례로")),
        ("Ctrl+Z", translate("Keys", "방금 안내 되돌리기")),
        ("Ctrl+F", translate("Keys", "오늘 안내한 사람 목록으로")),
        ("F5 / F8", translate("Keys", "맞았음 / 다른 곳이었음")),
        ("Ctrl+T", translate("Keys", "이송을 넘겨받음")),
        ("Esc", translate("Keys", "모두 지우고 처음으로")),
    ]


def form_keys() -> Keys:
    """Keys of the form of a new visit, at the counter and at the reception desk."""
    return [
        ("1 – 9", translate("Keys", "업무 고르기")),
        (translate("Keys", "글자"), translate("Keys", "이름·초성으로 업무 찾기")),
        ("↑ ↓", translate("Keys", "찾은 업무 가운데 고르기")),
        ("+ / Backspace", translate("Keys", "업무 하나 더 · 마지막 업무 빼기")),
        ("Alt+1 – 4", translate("Keys", "방문자: 본인·대리·법인·외국인")),
        ("Esc", translate("Keys", "모두 지우고 처음으로")),
    ]


def office_keys() -> Keys:
    """Keys of the administrator's screen."""
    return [
        ("Alt+1 – 8", translate("Keys", "사람·업무·부서·창구·설정·가져오기·공유·길 안내")),
        ("Ctrl+1 – 6", translate("Keys", "길 안내의 여섯 칸")),
        ("Ctrl+N", translate("Keys", "새로 만들기")),
        ("Enter", translate("Keys", "고르거나 저장")),
        ("Ctrl+D", translate("Keys", "그만 쓰기 · 다시 쓰기")),
        ("Ctrl+R", translate("Keys", "비밀번호 초기화")),
        ("Alt+↑ ↓", translate("Keys", "업무의 차례 옮기기")),
        ("Ctrl+F", translate("Keys", "목록에서 찾기")),
        ("Ctrl+Z", translate("Keys", "이 화면에서 바꾼 것 되돌리기")),
        ("Alt+↑ ↓ Delete", translate("Keys", "질문의 답이나 할 일 옮기기 · 빼기")),
        ("Alt+← →", translate("Keys", "쉬는 날: 지난해 · 다음 해")),
        ("Ctrl+O", translate("Keys", "가져올 파일 고르기")),
    ]


def figure_keys() -> Keys:
    """Keys of the figures of a day, a week or a month."""
    return [
        ("← →", translate("Keys", "앞 · 다음 기간")),
        ("Alt+D / W / M", translate("Keys", "일 · 주 · 월")),
        ("Ctrl+D", translate("Keys", "날짜 입력")),
        ("Ctrl+P", translate("Keys", "현황 인쇄")),
        ("Ctrl+S", translate("Keys", "PDF로 저장")),
        ("Ctrl+E", translate("Keys", "표로 내보내기")),
        ("Esc", translate("Keys", "하던 계산이나 저장 그만두기")),
    ]


def integrity_keys() -> Keys:
    """Keys of the integrity check."""
    return [("Alt+1 – 4", translate("Keys", "지난 7일 · 30일 · 이번 달 · 지난달"))]


def guide_keys() -> Keys:
    """Keys of the guide."""
    return [
        ("Ctrl+F", translate("Keys", "안내에서 찾기")),
        ("Enter / Shift+Enter", translate("Keys", "다음 · 앞의 찾은 곳")),
        ("↑ ↓  PgUp PgDn", translate("Keys", "읽기")),
        ("Ctrl+T", translate("Keys", "차례로 가기")),
        ("Alt+←", translate("Keys", "앞 안내로 돌아가기")),
        ("Esc", translate("Keys", "하던 화면으로 돌아가기")),
    ]
