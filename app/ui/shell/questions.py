"""The questions before something begun is thrown away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.unfinished import Unfinished

translate = QCoreApplication.translate


def words_for(begun: Unfinished) -> str:
    """저장하지 못한 접수 2건, 입력 중인 내용."""
    parts = []
    if begun.unsaved:
        parts.append(translate("Leaving", "저장하지 못한 접수 {count}건").format(count=begun.unsaved))
    if begun.typed:
        parts.append(translate("Leaving", "입력 중인 내용"))
    return ", ".join(parts)


def sign_out_question(begun: Unfinished, parent: QWidget) -> CalmDialog:
    """Before signing out. Button 1 throws away; Enter and Esc do not."""
    sentence = translate(
        "Leaving",
        "아직 저장되지 않은 것이 있습니다: {what}. 로그아웃하면 없어집니다. "
        "보관하려면 로그아웃하지 말고 F10으로 교대하세요.",
    ).format(what=words_for(begun))
    return CalmDialog(
        translate("Leaving", "저장되지 않은 것이 있습니다"),
        sentence,
        [translate("Leaving", "돌아가기"), translate("Leaving", "버리고 로그아웃")],
        parent=parent,
    )


def closing_question(begun: Sequence[tuple[str, Unfinished]], parent: QWidget) -> CalmDialog:
    """Before closing the window: whose input would be lost, by name. Button 1 throws away; Enter and Esc do not."""
    people = "\n".join(f"{name}: {words_for(what)}" for name, what in begun)
    sentence = translate(
        "Leaving",
        "창을 닫으면 보관 중인 다음 내용이 없어집니다.\n{people}\n이미 저장된 접수는 그대로 있습니다.",
    ).format(people=people)
    return CalmDialog(
        translate("Leaving", "보관 중인 내용이 있습니다"),
        sentence,
        [translate("Leaving", "돌아가기"), translate("Leaving", "버리고 닫기")],
        parent=parent,
    )
