"""What is kept of what a citizen said: nothing that says who it was.

Names as people say them, digits, phone numbers, addresses with numbers and e-mail go out; so does what cannot be
printed.
"""

from __future__ import annotations

import re
import unicodedata

from app.domain.finding import QUERY_LIMIT
from app.domain.guidance import PHRASE_LIMIT
from app.domain.personal_data import find_personal_data
from app.domain.plain_text import is_emoji

_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
_COMMON_SURNAMES = "김이박최정강조윤장임한오서신권황안송류홍전고문손배백허남심노곽"
_GIVEN = (
    "[가길건경광규근금기남다덕도동두란래루리린만명무문미민배범병보복봉분빈상서석선설성세소솔수숙순승시아애양연열영예"
)
_GIVEN += (
    "옥완용우욱운웅원월유윤율은의이인일자재정조종주준중지진찬창채천철춘태필하학한해향헌혁현협형혜호홍화환회효훈휘희]"
)
_TITLES = "씨|님|여사|할머니|할아버지|어르신|선생님|사장님|아저씨|아줌마|아주머니"
_PARTICLES = "이|가|은|는|을|를|의|께|에게|한테|도|와|과|네|댁|만|입니다|이라고|라고|이고|인데|이에요|예요|이요"
# What stands before such a title and is no name.
_NO_NAMES = (
    "사장|선생|부모|어머|아버|할머|할아버|고객|과장|팀장|국장|원장|회장|교수|기사|담당자|공무원|주민|이웃|손|어르신|임차인|임대인|"
    "주인|집주인|의사|변호사|세입자|장모|시부모|외할머|외할아버|친할머|친할아버|이모|고모|조상|하느|선배|신부|구청장|동장|통장|"
    "이장|주무관|여동생|남동생|지도|안내|우리|저희|옆집|윗집|아랫집|앞집|뒷집|혼자|독거|노인|장애인|외국인|한국|정부|조카|고령|"
    "유공자|신혼|인근|주변|연로|남의|모든|이런|그런|전체|기초|민원|조합|주택|상담|소상|구의원|주지스"
)
_NAMED = re.compile(
    rf"(?<![가-힣])(?!(?:{_NO_NAMES})\s?(?:{_TITLES}))"
    rf"(?:[{_SURNAMES}][가-힣]{{2}}(?:씨|님)|[{_SURNAMES}]{_GIVEN}{_GIVEN}\s?(?:{_TITLES}|군|양))"
    rf"(?=(?:{_PARTICLES})?(?![가-힣]))"
)
_CALLED = re.compile(
    rf"((?:이름|성함|명의자|신청인|민원인|본명)(?:은|는|이|가|:)\s*)[{_SURNAMES}][가-힣]{{1,2}}"
    r"(?=이?(?:에요|예요|고요|구요|라고|입니다|인데|이고|인데요))"
)
_I_AM = re.compile(
    rf"((?:저는|나는|제가|내가|저|전|난)\s+)[{_COMMON_SURNAMES}]{_GIVEN}[가-힣](?=이?라고|입니다|이에요|예요|인데|이고)"
)
# A name by itself. Words of three syllables that are made like one and are none stand in `_LIKE_NAMES`.
_ALONE = re.compile(rf"(?<![가-힣])[{_COMMON_SURNAMES}]{_GIVEN}{_GIVEN}(?=(?:{_PARTICLES})?(?![가-힣]))")
_MARKED = re.compile(r"[가-힣]{2,4}\s?\((?:남|여|\d{2,4}\s?년생|\d{1,3}\s?세)\)")
_ENGLISH = re.compile(
    r"\b((?:my name is|i am|i'm|mr\.?|mrs\.?|ms\.?)\s+)(?-i:[A-Z][A-Za-z\-]+(?:\s+[A-Z][A-Za-z\-]+){0,2})",
    re.IGNORECASE,
)
_STREET = re.compile(r"[가-힣0-9]{1,12}(?:대로|로|길)\s?\d+(?:번?길)?(?:\s?\d+)?(?:\s?-\s?\d+)?(?:번지|호)?")
_PLOT = re.compile(r"[가-힣]{1,6}동\s?(?:산\s?)?\d+(?:\s?-\s?\d+)?(?:번지)?")
_FLAT = re.compile(
    r"(?:[가-힣A-Za-z0-9]{1,12}(?:아파트|빌라|맨션|오피스텔|빌딩|타운|캐슬|자이|푸르지오|힐스테이트)\s?)?"
    r"제?\d+동\s?(?:제?\d+호)?|제?\d+호(?![가-힣])"
)
_PLATE = re.compile(r"\d{2,3}\s?[가-힣]\s?\d{4}")
_MAIL = re.compile(r"\S+\s?@\s?\S+")
_DIGITS = re.compile(r"\d[\d,.:\-/~]*")


_LIKE_NAMES = (
    "강아지 강의가 강의도 강의만 강의한 고무가 고서가 고소인 고시원 고양이 고용인 고용일 고용주 고용하 "
    "고인의 고인이 고정비 고정해 고지가 고지서 고향이 권리가 권리금 권리자 권해서 남아서 남자가 남자도 "
    "남자분 노가다 노동자 노란선 노래도 노래하 노린재 노선도 노선이 노숙인 노숙자 노숙하 노인은 노인이 "
    "노인정 노인회 노조가 문서가 문서도 문자가 문자도 문자만 문제가 문지가 문화가 문화원 문화재 박아서 "
    "배경이 배달원 배분이 배상금 배상이 배수가 배우가 배우기 배우자 배정이 배정자 배정해 백만원 백성이 "
    "서명만 서명한 서명해 손님이 손수건 손자가 손자도 손주가 손주도 손해가 송아지 송전선 신경이 신고일 "
    "신문이 신문지 신분증 신용이 신원이 신천지 신호가 신호기 신호도 신호만 신호수 심란해 심의하 심의회 "
    "심정지 심하지 심해서 안건이 안경원 안내도 오기재 오다가 오리가 오만원 오월만 오일만 오전만 오지도 "
    "오천만 오천원 오한이 이동이 이래도 이미지 이민자 이사일 이상한 이상해 이수가 이용료 이용원 이용자 "
    "이유가 이자가 이자도 이자율 이재민 이주민 이주자 이천만 이해가 임기가 임대인 임산부 임시회 임원이 "
    "임차인 장기도 장기전 장기화 장려금 장만한 장보기 장소가 장애가 장애아 장애우 장애인 장학금 전기가 "
    "전기도 전기세 전기차 전동차 전문가 전문의 전문이 전보다 전선이 전세금 전세도 전시회 전월세 전입일 "
    "전자파 전철인 전출일 전하기 전화가 전화기 전화도 전화만 전화선 전화해 정기분 정기일 정도도 정도로 "
    "정도만 정리가 정문이 정보가 정보화 정수기 정원이 정월만 정정보 정정해 정지선 정해준 정해진 정화기 "
    "정화조 조건이 조경수 조금만 조금은 조기에 조리원 조리일 조리하 조명이 조상이 조용한 조율은 조정금 "
    "조정해 조합원 조현병 조회도 조회한 조회해 한도가 한의원 한자가 허가가 허가도 허가서 허가한 허리가 "
    "홍보천 홍수가 "
)
_NO_NAME_ALONE = frozenset(_LIKE_NAMES.split())


def kept_phrase(said: str) -> str:
    """What may be kept of `said`, at most `PHRASE_LIMIT` characters; "" when nothing is left."""
    before, text = said, _cleaned(said[:QUERY_LIMIT])
    # What is taken out can bring together what was apart: until nothing is found any more.
    while text != before:
        before, text = text, _cleaned(text)
    return text


def covered_names(text: str) -> str:
    """`text` with people's names, as far as they are told apart from words, covered by asterisks of the same length."""
    covered = text
    for pattern in (_MARKED, _NAMED):
        covered = pattern.sub(lambda found: "*" * len(found.group()), covered)
    for pattern in (_CALLED, _I_AM, _ENGLISH):
        covered = pattern.sub(lambda found: found.group(1) + "*" * (len(found.group()) - len(found.group(1))), covered)
    alone = _ALONE.finditer(covered)
    spots = [found.span() for found in alone if found.group() not in _NO_NAME_ALONE]
    for start, end in spots:
        covered = covered[:start] + "*" * (end - start) + covered[end:]
    return covered


def _cleaned(said: str) -> str:
    text = unicodedata.normalize("NFKC", said)
    text = "".join(" " if _no_sign(sign) else sign for sign in text)
    for spot in reversed(find_personal_data(text)):
        text = f"{text[: spot.start]} {text[spot.end :]}"
    for pattern in (_MAIL, _STREET, _PLOT, _FLAT, _PLATE, _MARKED, _NAMED):
        text = pattern.sub(" ", text)
    for pattern in (_CALLED, _I_AM, _ENGLISH):
        text = pattern.sub(r"\1", text)
    text = _ALONE.sub(lambda found: found.group() if found.group() in _NO_NAME_ALONE else " ", text)
    text = _DIGITS.sub(" ", text)
    text = "".join(" " if sign.isnumeric() else sign for sign in text)
    return " ".join(text.split())[:PHRASE_LIMIT].strip()


def _no_sign(sign: str) -> bool:
    right_to_left = unicodedata.bidirectional(sign) in {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI"}
    return right_to_left or is_emoji(sign) or unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
