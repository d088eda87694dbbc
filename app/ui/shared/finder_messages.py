"""Sentences for what goes wrong with the directory, with showing the way and with the calendar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import finder_errors as e
from app.domain.errors import AppError

translate = QCoreApplication.translate


def about_finder(error: AppError) -> str | None:
    """None for an error that is not about these."""
    match error:
        case e.UnknownTask(task=task):
            return translate(
                "Messages",
                "‘{task}’ 업무가 업무 안내에 없습니다. 바뀐 것은 없습니다. 업무 안내에서 골라 주세요.",
            ).format(task=task)
        case e.UnknownQuestion():
            return translate(
                "Messages", "그 갈림 질문을 찾을 수 없습니다. 바뀐 것은 없습니다. 질문 목록에서 확인해 주세요."
            )
        case e.UnknownLifeEvent():
            return translate(
                "Messages", "그 생애 사건을 찾을 수 없습니다. 바뀐 것은 없습니다. 생애 사건 목록에서 확인해 주세요."
            )
        case e.UnknownGuidance():
            return translate(
                "Messages", "그 안내 기록을 찾을 수 없습니다. 바뀐 것은 없습니다. 오늘 안내한 사람에서 확인해 주세요."
            )
        case e.NoDirectory():
            return translate(
                "Messages",
                "아직 업무 안내가 없어 찾을 수 없습니다. 바뀐 것은 없습니다. 관리자가 업무 안내 파일을 가져오면 됩니다"
                "(창의 관리 화면, 또는 minwon import directory).",
            )
        case e.NoServiceForTask(department=department):
            return translate(
                "Messages",
                "‘{department}’에서 받는 접수 업무가 없습니다. 저장하지 않았습니다. 접수할 업무를 직접 골라 주세요.",
            ).format(department=department)
        case e.NoSuchTransfer():
            return translate("Messages", "이송 기한이 없는 안내입니다. 바뀐 것은 없습니다. 기한을 먼저 시작해 주세요.")
        case e.UnknownHoliday(day=day):
            return translate(
                "Messages", "{day}은(는) 쉬는 날로 되어 있지 않습니다. 바뀐 것은 없습니다. 날짜를 확인해 주세요."
            ).format(day=day)
        case e.FinderUnreadable(path=path):
            return translate(
                "Messages",
                "찾기에 쓰는 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 프로그램을 다시 설치해 주세요.",
            ).format(path=path)
    return None
