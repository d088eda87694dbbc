"""The list of keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.actors import Action, Actor
from app.ui.shared.places import places
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row

translate = QCoreApplication.translate


def counter_keys() -> list[tuple[str, str]]:
    """Keys of the counter screen."""
    return [
        ("1 – 9", translate("Keys", "업무 고르기")),
        (translate("Keys", "글자"), translate("Keys", "이름·초성으로 업무 찾기")),
        ("↑ ↓", translate("Keys", "찾은 업무 가운데 고르기")),
        ("Enter", translate("Keys", "접수하고 접수증 출력")),
        ("Esc", translate("Keys", "모두 지우고 처음으로")),
        ("Alt+1 – 4", translate("Keys", "방문자: 본인·대리·법인·외국인")),
        ("Ctrl+Z", translate("Keys", "방금 접수 되돌리기")),
        ("F8", translate("Keys", "처리 끝")),
        ("Ctrl+F", translate("Keys", "오늘 목록에서 찾기")),
        ("Ctrl+R", translate("Keys", "고른 접수증 다시 출력")),
        (translate("Keys", "목록에서 Enter"), translate("Keys", "실패한 접수증 다시 출력")),
        ("Ctrl+T / Ctrl+E", translate("Keys", "저장 못 한 접수: 다시 시도 / 되살리기")),
    ]


def figure_keys() -> list[tuple[str, str]]:
    """Keys of the daily sheet."""
    return [
        ("← →", translate("Keys", "전날 · 다음 날")),
        ("Ctrl+D", translate("Keys", "날짜 입력")),
        ("Ctrl+P", translate("Keys", "일일 현황 인쇄")),
        ("Ctrl+S", translate("Keys", "PDF로 저장")),
    ]


class KeysDialog(QDialog):
    """What every key does, for this person's screens."""

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("단축키"))
        self.setAccessibleName(self.tr("단축키"))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        everywhere = [(place.key, place.words) for place in places(actor)]
        everywhere += [("F1", self.tr("단축키")), ("Ctrl+L", self.tr("로그아웃")), ("Tab", self.tr("다음 칸으로"))]
        columns.addWidget(self._group(self.tr("어디서나"), everywhere), 2, Qt.AlignmentFlag.AlignTop)
        if actor.may(Action.REGISTER_VISIT):
            columns.addWidget(self._group(self.tr("접수 화면"), counter_keys()), 3, Qt.AlignmentFlag.AlignTop)
        if actor.may(Action.SEE_FIGURES):
            columns.addWidget(self._group(self.tr("일일 현황"), figure_keys()), 2, Qt.AlignmentFlag.AlignTop)
        close = Button(self.tr("닫기  Esc"), "primary", name=self.tr("닫기"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(Text(self.tr("단축키"), "title"))
        column.addLayout(columns)
        column.addLayout(row(1, close))
        close.setFocus()

    def _group(self, title: str, keys: list[tuple[str, str]]) -> Card:
        card = Card(margins=(18, 14, 18, 16))
        card.column.addWidget(Text(title, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (key, words) in enumerate(keys):
            cap = Text(key, "small", Tone.PLAIN)
            cap.setObjectName("keycap")
            grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(Text(words), line, 1)
        card.column.addLayout(grid)
        return card
