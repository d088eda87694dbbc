"""Erasing what is personal of a case that has ended: why, in a line, and asked once more before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.cases.acts import CaseAct, act_words
from app.ui.cases.card_form import CardForm
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine


class EraseCard(CardForm):
    """Emits the reason, once both questions are answered."""

    def __init__(self, number: str) -> None:
        super().__init__(
            act_words(CaseAct.ERASE),
            self.tr(
                "{number}의 제목·내용·이름·전화·주소, 처리하며 적은 글, 붙임을 지웁니다. 되살릴 수 없습니다. "
                "번호와 종류, 처리한 날은 통계에 남습니다."
            ).format(number=number),
            self.tr("지우기…  Enter"),
        )
        self._number = number
        self.question: CalmDialog | None = None
        self.reason = TypedLine()
        self.reason.setAccessibleName(self.tr("지우는 까닭"))
        self.reason.setPlaceholderText(self.tr("예: 민원인이 삭제를 요청함"))
        self.reason.returnPressed.connect(self.submit)
        self.fields = {"reason": self.reason, "erase_reason": self.reason}
        self.add(self.tr("지우는 까닭 (이름은 적지 마세요. 접속기록에 남습니다)"), self.reason)
        self.body.addStretch(1)

    def submit(self) -> None:
        if not self.reason.settled_text().strip():
            self.show_trouble("reason", self.tr("왜 지우는지 한 줄 적어 주세요. 아직 지우지 않았습니다."))
            return
        self.show_trouble("", "")
        self.question = CalmDialog(
            self.tr("개인정보를 정말 지울까요?"),
            self.tr("{number}의 글과 이름, 붙임이 모두 없어집니다. 되돌릴 수 없습니다.").format(number=self._number),
            [self.tr("그대로 두기"), self.tr("지우기")],
            Tone.WARNING,
            self.window(),
        )
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.accepted.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        if self.question is not None and self.question.chosen == 1:
            self.submitted.emit(self.reason.settled_text().strip())
        else:
            self.reason.setFocus()
