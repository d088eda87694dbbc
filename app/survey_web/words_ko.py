"""The pages in Korean."""

from __future__ import annotations

from app.survey_web.words import KindNames, NoticeWords, PageWords, Said

KOREAN = PageWords(
    name="한국어",
    choose_language="언어 선택",
    date="{year}년 {month}월 {day}일",
    title="민원 서비스 설문",
    department="방문 부서",
    visited_on="방문 날짜",
    kept="부서, 업무 분야, 날짜, 언어와 답만 저장합니다. 시각·이름·전화번호·기기 정보는 저장하지 않습니다.",
    required="필수",
    optional="선택",
    comment_note="여기에 쓴 의견은 기관의 의견 게시판에 실립니다.",
    at_most="{limit}자까지 쓸 수 있습니다.",
    send="보내기",
    check_title="다음 문항을 확인해 주세요",
    missing="답을 골라 주세요.",
    unknown_option="보기에 있는 답을 골라 주세요.",
    not_together="‘없음’이나 ‘답하지 않음’은 다른 답과 함께 고를 수 없습니다.",
    too_long="{limit}자까지 쓸 수 있습니다. 지금은 {length}자입니다.",
    personal_title="개인정보로 보이는 내용이 있습니다",
    personal_text="아직 아무것도 보내지 않았습니다. 아래 표시된 부분을 고치거나 가려 주세요.",
    personal_found="찾은 것: {kinds}",
    mask="표시된 부분 가리기",
    masked="아래 글에서 개인정보를 *로 가렸습니다. 확인하고 보내 주세요.",
    kinds=KindNames(
        resident_number="주민등록번호·외국인등록번호",
        phone="전화번호",
        email="전자우편 주소",
        card="카드 번호",
        passport="여권 번호",
        licence="운전면허 번호",
    ),
    second_title="더 알려 주실 내용이 있습니까?",
    second_text="겪으신 일을 적어 주시면 감사담당관이 읽습니다. 적지 않고 건너뛰어도 됩니다.",
    second_label="겪으신 일",
    second_note="암호화되어 감사담당관만 읽을 수 있습니다.",
    second_kept="앞에서 고른 답은 잘 보관되어 있습니다. 보내거나 건너뛰면 저장되고, 그대로 두어도 30분 뒤에 저장됩니다.",
    help_title="도움을 받을 수 있는 곳",
    lawyer="이름을 밝히지 않고 변호사를 통해 신고하는 ‘비실명 대리신고’는 국민권익위원회에서만 받습니다.",
    call="전화 {phone}",
    new_window="새 창",
    skip="건너뛰기",
    thanks_text="답이 저장되었습니다. 이 창을 닫으셔도 됩니다.",
    late_title="이 글은 저장되지 않았습니다",
    late_text="30분이 지났거나 설문을 이미 마쳐서, 앞에서 고른 답만 저장되었습니다. "
    "글을 전하시려면 복사해 두고 아래로 알려 주세요.",
    late_yours="적으신 글",
    notices=NoticeWords(
        used=Said("이미 응답한 설문입니다", "설문은 방문마다 한 번만 답할 수 있습니다. 소중한 의견에 감사드립니다."),
        expired=Said("응답 기간이 지났습니다", "이 접수증의 설문이 끝났습니다. 다음에 오시면 의견을 들려주세요."),
        unusable=Said(
            "열 수 없는 주소입니다", "접수증의 QR 코드를 다시 찍어 주세요. 계속 열리지 않으면 창구에 말씀해 주세요."
        ),
        missing=Said("찾으시는 페이지가 없습니다", "설문은 접수증의 QR 코드를 찍으면 열립니다."),
        elsewhere=Said(
            "답을 받지 못했습니다", "이 설문 페이지에서 보낸 답이 아닙니다. 접수증의 QR 코드를 다시 찍어 주세요."
        ),
        too_large=Said("글이 너무 깁니다", "저장된 것은 없습니다. 뒤로 돌아가 글을 줄인 뒤 다시 보내 주세요."),
        unreadable=Said(
            "답을 읽지 못했습니다", "저장된 것은 없습니다. 접수증의 QR 코드를 다시 찍어 설문에서 보내 주세요."
        ),
        busy=Said("지금은 받을 수 없습니다", "저장된 것은 없습니다. 잠시 뒤 같은 페이지에서 다시 보내 주세요."),
    ),
)
