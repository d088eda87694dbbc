"""What every key does, screen by screen. A new key of a screen is one line here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action, Actor
from app.ui.keys.list_words import improvement_keys, precedent_keys, re_review_keys, workload_keys
from app.ui.shared.places import ScreenName

translate = QCoreApplication.translate
Keys = list[tuple[str, str]]


def keys_everywhere(*, shared: bool = False, incident: bool = False) -> Keys:
    """Keys of the window itself; `shared`: this home has a shared side; `incident`: notes of abuse are made here."""
    sharing = [("Ctrl+B", translate("Keys", "공유 상태 · 두 값 정하기"))] if shared else []
    return [
        ("F1", translate("Keys", "단축키 · 한 번 더: 사용 안내")),
        ("F10", translate("Keys", "직원 교대: 숫자와 비밀번호")),
        ("F12", translate("Keys", "자리 비움")),
        ("Ctrl+K", translate("Keys", "내 비밀번호 바꾸기")),
        ("Ctrl+L", translate("Keys", "로그아웃")),
        *sharing,
        *(incident_keys() if incident else []),
        ("Tab", translate("Keys", "다음 칸으로")),
    ]


def keys_of(screen: ScreenName | None, actor: Actor, page: str = "") -> Keys:
    """Keys of one screen, those this role may use; `page` is the page in front of a screen that has several."""
    match screen:
        case ScreenName.COUNTER:
            return counter_keys()
        case ScreenName.RECEPTION:
            return reception_keys()
        case ScreenName.FINDER:
            return finder_keys()
        case ScreenName.CASEWORK:
            return casework_keys(page, actor)
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
        ("Ctrl+M", translate("Keys", "이 접수로 새 민원 적기")),
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


def casework_keys(page: str, actor: Actor) -> Keys:
    """Keys of one page about cases; a new page is one line here."""
    of_pages = {
        "board": board_keys,
        "workload": workload_keys,
        "improvements": improvement_keys,
        "re_reviews": re_review_keys,
        "precedents": precedent_keys,
    }
    strip = [("Alt+1 – 6", translate("Keys", "대장·게시판과 다른 쪽으로"))] if actor.may(Action.SEE_BOARD) else []
    return [*strip, *(of_pages[page]() if page in of_pages else case_keys(actor))]


def case_keys(actor: Actor) -> Keys:
    """Keys of the log of cases: the list first, then the open case, then its steps."""
    new = [
        ("Ctrl+N", translate("Keys", "새 민원 · 종류는 Ctrl+1 – 0")),
        ("Ctrl+.", translate("Keys", "새 민원에서: 받은 때, 새올 번호, 복합·다수인")),
    ]
    rarer = translate("Keys", "그 밖에: 고치기 · 잇기 · 중점과제, 숫자로")
    if actor.may(Action.ERASE_CASE):
        rarer = translate("Keys", "그 밖에: 고치기 · 잇기 · 중점과제 · 지우기, 숫자로")
    return [
        *(new if actor.may(Action.LOG_CASE) else []),
        ("Ctrl+F", translate("Keys", "찾기: 제목·내용·초성")),
        ("Ctrl+1 – 7", translate("Keys", "목록에서: 열린 것부터 전체까지")),
        ("↑ ↓  Enter", translate("Keys", "민원 고르기 · 옆에 열기")),
        ("Ctrl+E", translate("Keys", "목록 내보내기")),
        ("Ctrl+D", translate("Keys", "기한을 어떻게 셌는지")),
        ("Ctrl+I", translate("Keys", "이름 보기 (까닭이 기록됨)")),
        ("Ctrl+A", translate("Keys", "파일 붙이기 · 끌어다 놓아도 됨")),
        ("F5", translate("Keys", "다음 할 일")),
        ("Ctrl+T", translate("Keys", "이어받기")),
        ("Ctrl+Q", translate("Keys", "보완요구 · 보완 도착")),
        ("Ctrl+O", translate("Keys", "기한 연장")),
        ("Ctrl+H", translate("Keys", "다른 부서로 이송")),
        ("Ctrl+W", translate("Keys", "답변 적기 · 선례 넣기 Ctrl+1 – 3")),
        ("Ctrl+R", translate("Keys", "쓰던 답변을 선례로 남기기")),
        ("Ctrl+G", translate("Keys", "종결")),
        ("Ctrl+M", translate("Keys", "메모")),
        ("Ctrl+J", translate("Keys", "한 날 바로잡기")),
        ("Ctrl+Z", translate("Keys", "고른 단계 되돌리기")),
        ("Ctrl+.", rarer),
        ("Ctrl+P / Ctrl+S", translate("Keys", "서식 인쇄 / PDF로 저장")),
        ("Ctrl+Enter", translate("Keys", "저장")),
        ("Esc", translate("Keys", "닫기 · 목록으로")),
    ]


def board_keys() -> Keys:
    """Keys of the board."""
    return [
        ("← →  ↑ ↓", translate("Keys", "좋아요 · 아쉬워요, 카드 고르기")),
        ("1", translate("Keys", "즉시 조치 · 한 번 더: 고친 것 적기")),
        ("2", translate("Keys", "장기 검토")),
        ("3", translate("Keys", "감사 전하기: 벽 화면에 걸립니다")),
        ("4", translate("Keys", "민원으로 접수")),
        ("5", translate("Keys", "개인정보 가리기 · 숨기기")),
        ("6", translate("Keys", "반대쪽으로: 좋아요 · 아쉬워요")),
        ("Enter", translate("Keys", "카드 열기: 글, 칭찬받은 직원, 전과 후, 중점과제")),
        ("Ctrl+Z", translate("Keys", "방금 한 분류 되돌리기")),
        ("Ctrl+N", translate("Keys", "새 카드: 쪽지나 창구에서 들은 말")),
        ("Ctrl+F", translate("Keys", "카드에서 찾기")),
        ("Ctrl+P", translate("Keys", "칭찬 카드 인쇄")),
        ("Ctrl+T", translate("Keys", "나에게 온 칭찬 읽기")),
        ("Ctrl+Shift+F11", translate("Keys", "벽 화면 · 아무 키나 멈춤 · Esc 닫기")),
    ]


def incident_keys() -> Keys:
    """Keys of a note of abuse, from everywhere at a counter, in text fields and dialogs too."""
    return [
        ("F11", translate("Keys", "특이민원 기록 시작 · 한 번 더: 적기")),
        ("Shift+F11 / Ctrl+F11", translate("Keys", "경고했음 / 대화 종료")),
        ("Alt+F11", translate("Keys", "지난 특이민원 기록")),
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
        ("Ctrl+P", translate("Keys", "고른 사람의 명패 인쇄")),
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
