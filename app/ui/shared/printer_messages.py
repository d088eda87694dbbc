"""Sentences about receipt printers and the other printers of a PC."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import errors as e

translate = QCoreApplication.translate


def about_printers(error: e.AppError) -> str | None:
    """What to tell the user about `error`, or None when it is not about a printer."""
    match error:
        case e.BadValue(field="printer", value=value):
            return translate(
                "Messages",
                "‘{value}’은(는) 프린터 주소로 쓸 수 없습니다. 바뀐 것은 없습니다. tcp:192.168.0.50:9100, usb:04b8:0e15, serial:COM3:9600, file:/dev/usb/lp0처럼 적어 주세요.",
            ).format(value=value)
        case e.PaperNotOnRoll(printer=printer):
            return translate(
                "Messages",
                "영수증 프린터 ‘{printer}’에는 A5 용지를 쓸 수 없습니다. 접수증을 내지 않았고 기록은 안전합니다. 용지를 80mm나 58mm로 바꾸고 다시 출력하세요.",
            ).format(printer=printer)
        case e.PrinterOutOfPaper(printer=printer):
            return translate(
                "Messages",
                "프린터 ‘{printer}’의 용지가 떨어졌습니다. 기록은 안전합니다. 새 용지를 넣고 다시 출력하세요. QR은 같습니다.",
            ).format(printer=printer)
        case e.PrinterCoverOpen(printer=printer):
            return translate(
                "Messages",
                "프린터 ‘{printer}’의 덮개가 열려 있습니다. 기록은 안전합니다. 덮개를 닫고 다시 출력하세요.",
            ).format(printer=printer)
        case e.PrinterOffline(printer=printer):
            return translate(
                "Messages",
                "프린터 ‘{printer}’이(가) 멈춰 있습니다(오프라인). 기록은 안전합니다. 프린터의 버튼과 표시등을 확인하고 다시 출력하세요.",
            ).format(printer=printer)
        case e.PrinterUnreachable(printer=printer):
            return translate(
                "Messages",
                "프린터 ‘{printer}’에 연결할 수 없거나 응답이 없습니다. 기록은 안전합니다. 전원과 케이블, 설정(F9)의 주소를 확인하고 다시 출력하세요.",
            ).format(printer=printer)
    return None
