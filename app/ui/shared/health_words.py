"""What `minwon doctor` says: for each finding what was looked at, what was found, and what to do. Needs QtCore only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.health import Check, Code, Finding, Health
from app.ui.shared.messages import sentence as sentence_for
from app.ui.shared.sharing_health_words import about_shared_side

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding in words. `what_to_do` is empty when there is nothing to do."""

    name: str
    state: str
    sentence: str
    what_to_do: str


def diagnosis(finding: Finding) -> Diagnosis:
    """`finding` in the language installed."""
    if finding.error is not None:
        return Diagnosis(check_name(finding.check), state_name(finding.state), sentence_for(finding.error), "")
    for words in (_any, _database, _keys_and_store, _this_pc, _fonts_and_printer, about_shared_side):
        said = words(finding.code)
        if said is not None:
            sentence, what_to_do = said
            return Diagnosis(
                check_name(finding.check),
                state_name(finding.state),
                sentence.format(**finding.values),
                what_to_do.format(**finding.values),
            )
    raise KeyError(finding.code)


def check_name(check: Check) -> str:
    """What is looked at."""
    names: dict[Check, Callable[[], str]] = {
        Check.VERSIONS: lambda: translate("Health", "버전"),
        Check.SETTINGS: lambda: translate("Health", "이 PC의 설정"),
        Check.DATABASE: lambda: translate("Health", "기록 파일"),
        Check.INTEGRITY: lambda: translate("Health", "기록의 온전함"),
        Check.DURABILITY: lambda: translate("Health", "정전 대비"),
        Check.ACCESS_LOG: lambda: translate("Health", "접속기록"),
        Check.KEYS: lambda: translate("Health", "열쇠"),
        Check.SURVEY_STORE: lambda: translate("Health", "설문 저장소"),
        Check.CLOCK: lambda: translate("Health", "시계"),
        Check.TIME_ZONE: lambda: translate("Health", "시간대"),
        Check.DISK: lambda: translate("Health", "디스크"),
        Check.FONTS: lambda: translate("Health", "글꼴"),
        Check.PRINTER: lambda: translate("Health", "프린터"),
        Check.SHARED: lambda: translate("Health", "공유"),
        Check.COMPARISON: lambda: translate("Health", "공유 쪽과 견주기"),
    }
    return names[check]()


def state_name(state: Health) -> str:
    """The word beside every check."""
    match state:
        case Health.OK:
            return translate("Health", "정상")
        case Health.WARNING:
            return translate("Health", "주의")
        case Health.PROBLEM:
            return translate("Health", "문제")


def _any(code: Code) -> tuple[str, str] | None:
    match code:
        case Code.FINE:
            return translate("Health", "이상이 없습니다."), ""
        case Code.NOT_CHECKED:
            return (
                translate("Health", "다른 문제 때문에 확인하지 못했습니다."),
                translate("Health", "다른 문제를 먼저 풀고 다시 점검해 주세요."),
            )
        case Code.UNEXPECTED:
            return (
                translate("Health", "점검하다가 예상하지 못한 일이 생겼습니다({kind}). 바뀐 것은 없습니다."),
                translate("Health", "이 줄을 그대로 담당자에게 전해 주세요."),
            )
    return None


def _database(code: Code) -> tuple[str, str] | None:
    match code:
        case Code.NO_HOME:
            return (
                translate("Health", "이 PC의 자료 폴더가 없습니다."),
                translate("Health", "--home 이나 MINWON_HOME 이 맞는지 보고, 처음이면 minwon init 으로 만들어 주세요."),
            )
        case Code.NO_DATABASE:
            return (
                translate("Health", "자료 폴더에 기록 파일(minwon.db)이 없습니다."),
                translate("Health", "백업에서 minwon.db 를 되돌려 놓아 주세요. 새로 만들지 마세요."),
            )
        case Code.UNREADABLE:
            return (
                translate("Health", "기록 파일을 읽을 권한이 없거나 다른 프로그램이 막고 있습니다."),
                translate("Health", "자료 폴더의 권한과 백신 프로그램을 확인해 주세요."),
            )
        case Code.READ_ONLY:
            return (
                translate("Health", "자료 폴더에 쓸 수 없어 새 기록을 남길 수 없습니다. 있는 기록은 그대로입니다."),
                translate("Health", "자료 폴더와 파일의 쓰기 권한을 확인해 주세요."),
            )
        case Code.DAMAGED:
            return (
                translate("Health", "기록 파일이 손상되었거나 이 프로그램의 파일이 아닙니다."),
                translate("Health", "이 PC를 쓰지 말고 자료 폴더를 통째로 복사해 둔 뒤 백업에서 되돌려 주세요."),
            )
        case Code.BUSY:
            return (
                translate("Health", "다른 프로그램이 기록 파일을 잡고 있습니다."),
                translate("Health", "잠시 뒤 다시 점검하고, 계속되면 PC를 다시 켜 주세요."),
            )
        case Code.OLDER:
            return (
                translate(
                    "Health",
                    "이전 버전({found})의 기록입니다. 다음에 열 때 복사본을 남기고 {known}(으)로 바꿉니다.",
                ),
                "",
            )
        case Code.NEWER:
            return (
                translate("Health", "더 새로운 버전이 만든 기록입니다({found}). 이 프로그램은 {known}까지 압니다."),
                translate("Health", "프로그램을 새 버전으로 바꿔 주세요. 기록은 그대로입니다."),
            )
        case Code.LOOSE_ROWS:
            return (
                translate("Health", "이어진 기록이 없는 줄이 {rows}개 있습니다."),
                translate("Health", "자료 폴더를 통째로 복사해 두고 담당자에게 알려 주세요."),
            )
        case Code.NOT_DURABLE:
            return (
                translate("Health", "이 디스크에서는 정전 때 기록이 남는다고 장담할 수 없습니다({journal})."),
                translate("Health", "자료 폴더를 공유 폴더가 아닌 이 PC의 디스크로 옮겨 주세요."),
            )
        case Code.CUT_OFF:
            return (
                translate("Health", "지난번에 프로그램이 갑자기 끝났습니다. 저장된 기록은 그대로입니다."),
                translate("Health", "프로그램을 한 번 열었다 닫으면 정리됩니다. minwon.db-wal 파일은 지우지 마세요."),
            )
        case Code.CHAIN_BROKEN:
            return (
                translate("Health", "접속기록의 {row}번째 줄이 앞줄과 맞지 않습니다. 바뀌었거나 빠진 줄이 있습니다."),
                translate("Health", "자료 폴더를 통째로 복사해 두고 감사담당관에게 알려 주세요."),
            )
    return None


def _keys_and_store(code: Code) -> tuple[str, str] | None:
    match code:
        case Code.KEY_MISSING:
            return (
                translate("Health", "열쇠 파일 {file} 이 없습니다."),
                translate("Health", "이 PC의 백업에서 keys 폴더를 되돌려 주세요. 다른 PC의 열쇠는 쓸 수 없습니다."),
            )
        case Code.KEY_DAMAGED:
            return (
                translate("Health", "열쇠 파일 {file} 을 읽을 수 없습니다."),
                translate("Health", "권한을 확인하고, 손상되었으면 이 PC의 백업에서 되돌려 주세요."),
            )
        case Code.KEY_EXPOSED:
            return (
                translate("Health", "열쇠 파일 {file} 을 다른 계정도 읽을 수 있습니다."),
                translate("Health", "이 파일을 주인만 읽고 쓰게(600) 바꿔 주세요."),
            )
        case Code.KEY_OF_ANOTHER:
            return (
                translate("Health", "열쇠 파일 {file} 이 이 기록의 것이 아닙니다. 접수증의 QR이 맞지 않게 됩니다."),
                translate("Health", "기록 파일과 keys 폴더를 같은 PC, 같은 날의 백업에서 되돌려 주세요."),
            )
        case Code.NO_STORE:
            return translate("Health", "이 폴더에는 설문 저장소가 없습니다. 설문 서버가 따로 있으면 정상입니다."), ""
        case Code.STORE_DAMAGED:
            return (
                translate("Health", "설문 저장소의 {file} 을 읽을 수 없습니다. 방문 기록과는 상관없습니다."),
                translate("Health", "survey 폴더를 통째로 복사해 두고 백업에서 되돌려 주세요."),
            )
        case Code.HOLD_KEY_WRONG:
            return (
                translate("Health", "설문 서버의 열쇠 {file} 이 없거나 이 저장소의 것이 아닙니다."),
                translate("Health", "백업에서 되돌리거나 MINWON_HOLD_KEY_FILE 이 가리키는 곳을 확인해 주세요."),
            )
    return None


def _this_pc(code: Code) -> tuple[str, str] | None:
    match code:
        case Code.SETTINGS_UNREADABLE:
            return (
                translate("Health", "설정 파일(settings.json)을 읽을 수 없습니다. 기록과는 상관없습니다."),
                translate("Health", "프로그램을 열어 기본 설정으로 시작하거나, 파일을 지우고 설정을 다시 골라 주세요."),
            )
        case Code.CLOCK_BEHIND:
            return (
                translate("Health", "이 PC의 시계가 마지막 기록보다 {minutes}분 늦습니다."),
                translate("Health", "날짜와 시각을 맞춰 주세요. 그때까지 번호는 마지막 기록의 날짜로 이어집니다."),
            )
        case Code.NO_ZONE:
            return (
                translate("Health", "시간대 {zone} 의 자료가 없어 날짜를 정할 수 없습니다."),
                translate("Health", "프로그램을 다시 설치하거나 기관 설정의 시간대를 확인해 주세요."),
            )
        case Code.OTHER_ZONE:
            return (
                translate("Health", "PC의 시간대({pc})가 기관의 시간대({zone})와 다릅니다. 날짜는 기관 것을 씁니다."),
                translate("Health", "화면의 시계와 어긋나 보일 수 있으니 PC의 시간대를 맞추는 것이 좋습니다."),
            )
        case Code.DISK_FULL:
            return (
                translate("Health", "디스크가 거의 찼습니다(남은 곳 {free_mb}MB). 새 기록을 남기지 못할 수 있습니다."),
                translate("Health", "필요 없는 파일을 지워 자리를 만들어 주세요. 자료 폴더는 지우지 마세요."),
            )
        case Code.DISK_LOW:
            return (
                translate("Health", "디스크에 {free_mb}MB밖에 남지 않았습니다."),
                translate("Health", "가득 차기 전에 필요 없는 파일을 지워 주세요."),
            )
    return None


def _fonts_and_printer(code: Code) -> tuple[str, str] | None:
    again = translate("Health", "프로그램을 다시 설치해 주세요. 기록은 그대로 있습니다.")
    match code:
        case Code.FONT_MISSING:
            return translate("Health", "글꼴 파일 {file} 이 없어 접수증을 찍을 수 없습니다."), again
        case Code.FONT_DAMAGED:
            return translate("Health", "글꼴 파일 {file} 이 손상되어 접수증을 찍을 수 없습니다."), again
        case Code.FONT_INCOMPLETE:
            return translate("Health", "글꼴 파일 {file} 에 없는 글자가 있습니다: {missing}"), again
        case Code.NO_PRINTER:
            return (
                translate("Health", "기본 프린터가 없습니다(등록된 프린터 {known}대). 접수는 되고 출력만 안 됩니다."),
                translate("Health", "프린터를 연결해 기본으로 정하거나, 설정에서 프린터를 골라 주세요."),
            )
        case Code.PRINTER_GONE:
            return (
                translate("Health", "설정된 프린터 ‘{printer}’ 가 이 PC에 없습니다. 접수는 되고 출력만 안 됩니다."),
                translate("Health", "프린터의 연결을 확인하거나, 설정에서 다른 프린터를 골라 주세요."),
            )
        case Code.PRINTER_SILENT:
            return (
                translate("Health", "설정된 프린터 ‘{printer}’ 에 닿지 않습니다. 접수는 되고 출력만 안 됩니다."),
                translate("Health", "프린터의 전원과 연결, 주소를 확인해 주세요."),
            )
        case Code.PRINTER_MISTYPED:
            return (
                translate("Health", "설정된 프린터 주소 ‘{printer}’ 를 알아볼 수 없습니다."),
                translate("Health", "설정에서 주소를 고쳐 주세요. 예: tcp:192.168.0.50:9100"),
            )
        case Code.SLIPS_NOT_WRITABLE:
            return (
                translate("Health", "접수증을 파일로 남길 폴더(slips)에 쓸 수 없습니다."),
                translate("Health", "자료 폴더의 쓰기 권한을 확인해 주세요."),
            )
    return None
