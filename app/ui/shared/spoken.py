"""Sentences for the command line, in the same words as the window. Needs QtCore only."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion

from app.domain.errors import AppError, SignInNeeded
from app.domain.finding import Why
from app.domain.health import Finding
from app.domain.imports import RowFault
from app.domain.languages import ScreenLanguage
from app.ui.finder.words import why as why_words
from app.ui.shared.health_words import Diagnosis, diagnosis
from app.ui.shared.import_words import row_fault
from app.ui.shared.language import install_language
from app.ui.shared.messages import bug_sentence, sentence

translate = QCoreApplication.translate


def spoken_error(error: AppError, language: ScreenLanguage) -> str:
    """One sentence for an expected failure."""
    _speak(language)
    if isinstance(error, SignInNeeded):
        return translate(
            "Messages",
            "누가 하는 일인지 알려 주세요. 바뀐 것은 없습니다. "
            "--as 뒤에 아이디를, MINWON_PASSWORD 에 비밀번호를 주면 됩니다.",
        )
    return sentence(error)


def spoken_bug(reference: str, language: ScreenLanguage) -> str:
    """One calm sentence for a bug, with the number it is logged under."""
    _speak(language)
    return f"{bug_sentence()} [{reference}]"


def spoken_usage(problem: str, language: ScreenLanguage) -> str:
    """One sentence for a command that could not be understood; `problem` is the parser's own word on it."""
    _speak(language)
    return translate(
        "Messages", "명령을 알아듣지 못했습니다. 바뀐 것은 없습니다. 쓰는 법은 minwon --help 에 있습니다. ({problem})"
    ).format(problem=problem)


def spoken_password_on_line(language: ScreenLanguage) -> str:
    """What to say when a password stood in the command line."""
    _speak(language)
    return translate(
        "Messages",
        "주소에 적은 비밀번호는 이 PC의 다른 사용자와 명령 기록에 보일 수 있습니다. 기록에는 남기지 않았습니다. "
        "다음부터는 MINWON_SHARED_PASSWORD 에 주세요.",
    )


def spoken_row_fault(fault: RowFault, language: ScreenLanguage) -> str:
    """Which field of a row cannot be imported, and why."""
    _speak(language)
    return row_fault(fault)


def spoken_why(why: Why, language: ScreenLanguage) -> str:
    """Why a task was found."""
    _speak(language)
    return why_words(why)


def spoken_recovery_code(code: str, language: ScreenLanguage) -> str:
    """What a new office's recovery code is for, said once."""
    _speak(language)
    return translate(
        "Messages",
        "관리자 복구 코드: {code}\n지금 한 번만 보여 드립니다. 종이에 적어 금고에 두세요. "
        "관리자가 로그인할 수 없게 되면 이 코드로 비밀번호를 새로 정합니다.",
    ).format(code=code)


def spoken_clock(language: ScreenLanguage) -> str:
    """What to say when the PC's clock stands behind the newest record."""
    _speak(language)
    return translate(
        "Messages",
        "이 PC의 시계가 이미 저장된 기록보다 늦습니다. 번호와 접수증은 마지막 기록의 날짜로 이어집니다. "
        "시계를 맞춰 달라고 관리자에게 알려 주세요.",
    )


def spoken_finding(finding: Finding, language: ScreenLanguage) -> Diagnosis:
    """One finding of `minwon doctor` in words."""
    _speak(language)
    return diagnosis(finding)


def qt_version() -> str:
    """The version of Qt that runs."""
    return qVersion()


def spoken_demo(what: str, language: ScreenLanguage) -> str:
    """What the sample day is busy with: visits, answers, pictures; or the reason its tables are exported for."""
    _speak(language)
    match what:
        case "visits":
            return translate("Messages", "방문 접수")
        case "answers":
            return translate("Messages", "설문 응답")
        case "pictures":
            return translate("Messages", "화면을 그리는 중입니다.")
    return translate("Messages", "연습용 하루")


def _speak(language: ScreenLanguage) -> None:
    if QCoreApplication.instance() is None:
        # Qt keeps the only application object alive by itself as long as somebody refers to it.
        _application.append(QCoreApplication([]))
    install_language(language)


_application: list[QCoreApplication] = []
